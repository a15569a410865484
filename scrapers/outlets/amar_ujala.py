"""Amar Ujala. National daily, strong in Uttar Pradesh and Uttarakhand."""

from scrapers.outlet import Feed, Outlet, Politeness

OUTLET = Outlet(
    name="amar_ujala",
    title_hi="अमर उजाला",
    title_en="Amar Ujala",
    domain="amarujala.com",
    feeds=(
        Feed("news_sitemap", "https://www.amarujala.com/sitemap-news-v1.xml"),
        Feed("rss", "https://www.amarujala.com/rss/breaking-news.xml"),
        Feed("rss", "https://www.amarujala.com/rss/world-news.xml"),
    ),
    media_type="paper",
    skip_urls=(
        r"/videos?/",
        r"/photos?/",
        r"/web-?stor(?:y|ies)/",
        r"/photo-gallery/",
    ),
    min_articles=50,
    max_age_days=7,
    politeness=Politeness(delay_s=2.0, daily_pages=300),
    checked_on=None,
    terms=(
        "Neither robots.txt nor the terms of use were read (no network when this file was written); "
        "robots.txt is obeyed at each run."
    ),
)
