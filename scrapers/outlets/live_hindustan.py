"""Live Hindustan. Feeds: 3127 top, 4911 national, 4913 world."""

from scrapers.outlet import Feed, Layout, Outlet, Politeness

OUTLET = Outlet(
    name="live_hindustan",
    title_hi="हिन्दुस्तान",
    title_en="Live Hindustan",
    domain="livehindustan.com",
    feeds=(
        Feed("news_sitemap", "https://www.livehindustan.com/news-sitemap.xml"),
        Feed("rss", "https://feed.livehindustan.com/rss/3127"),
        Feed("rss", "https://feed.livehindustan.com/rss/4911"),
        Feed("rss", "https://feed.livehindustan.com/rss/4913"),
    ),
    layouts=(
        Layout(
            body=".stry-bdy p",
            title=".page-hdng",
            author=".athr-info",
            published=".tm-stmp",
        ),
    ),
    media_type="paper",
    skip_urls=(
        r"/videos?/",
        r"/photos?/",
        r"/web-?stor(?:y|ies)/",
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
