"""Dainik Bhaskar. Few articles come through: do not rely on it."""

from scrapers.outlet import Feed, Layout, Outlet, Politeness

OUTLET = Outlet(
    name="dainik_bhaskar",
    title_hi="दैनिक भास्कर",
    title_en="Dainik Bhaskar",
    domain="bhaskar.com",
    feeds=(
        Feed("news_sitemap", "https://www.bhaskar.com/sitemaps-v1--sitemap-google-news-index.xml"),
        Feed("rss", "https://www.bhaskar.com/rss-v1--category-1061.xml"),
        Feed("rss", "https://www.bhaskar.com/rss-v1--category-1125.xml"),
    ),
    layouts=(Layout(body="article p"),),
    media_type="paper",
    skip_urls=(
        r"/videos?/",
        r"/photos?/",
        r"/web-?stor(?:y|ies)/",
    ),
    min_articles=20,
    max_age_days=7,
    politeness=Politeness(delay_s=2.0, daily_pages=150),
    checked_on=None,
    terms=(
        "Most articles are declared as not free; what is marked as paid stays unread and stubs are set aside. "
        "Neither robots.txt nor the terms of use were read (no network when this file was written); "
        "robots.txt is obeyed at each run."
    ),
)
