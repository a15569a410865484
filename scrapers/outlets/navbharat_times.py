"""Navbharat Times. Times group; pages end in .cms."""

from scrapers.outlet import Feed, Outlet, Politeness

OUTLET = Outlet(
    name="navbharat_times",
    title_hi="नवभारत टाइम्स",
    title_en="Navbharat Times",
    domain="navbharattimes.indiatimes.com",
    feeds=(
        Feed("news_sitemap", "https://navbharattimes.indiatimes.com/staticsitemap/nbt/news-sitemap.xml"),
        Feed("rss", "https://navbharattimes.indiatimes.com/rssfeedsdefault.cms"),
    ),
    media_type="paper",
    skip_urls=(
        r"/videos?/",
        r"/photos?/",
        r"/web-?stor(?:y|ies)/",
        r"/photoshow/",
        r"/videoshow/",
        r"/liveblog/",
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
