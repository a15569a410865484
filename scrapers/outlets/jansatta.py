"""Jansatta. Indian Express group; WordPress."""

from scrapers.outlet import Feed, Outlet, Politeness

OUTLET = Outlet(
    name="jansatta",
    title_hi="जनसत्ता",
    title_en="Jansatta",
    domain="jansatta.com",
    feeds=(
        Feed("news_sitemap", "https://www.jansatta.com/news-sitemap.xml"),
        Feed("rss", "https://www.jansatta.com/feed/"),
    ),
    media_type="paper",
    skip_urls=(
        r"/videos?/",
        r"/photos?/",
        r"/web-?stor(?:y|ies)/",
        r"/photos-hindi/",
    ),
    min_articles=20,
    max_age_days=7,
    politeness=Politeness(delay_s=2.0, daily_pages=250),
    checked_on=None,
    terms=(
        "Neither robots.txt nor the terms of use were read (no network when this file was written); "
        "robots.txt is obeyed at each run."
    ),
)
