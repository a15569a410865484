"""Aaj Tak. India Today group's Hindi channel."""

from scrapers.outlet import Feed, Outlet, Politeness

OUTLET = Outlet(
    name="aaj_tak",
    title_hi="आज तक",
    title_en="Aaj Tak",
    domain="aajtak.in",
    feeds=(
        Feed("news_sitemap", "https://www.aajtak.in/rssfeeds/news-sitemap.xml"),
        Feed("rss", "https://www.aajtak.in/rssfeeds/?id=home"),
    ),
    media_type="tv",
    skip_urls=(
        r"/videos?/",
        r"/photos?/",
        r"/web-?stor(?:y|ies)/",
        r"/visualstories/",
        r"/livetv",
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
