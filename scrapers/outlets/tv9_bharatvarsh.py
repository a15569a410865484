"""TV9 Bharatvarsh. WordPress."""

from scrapers.outlet import Feed, Outlet, Politeness

OUTLET = Outlet(
    name="tv9_bharatvarsh",
    title_hi="टीवी9 भारतवर्ष",
    title_en="TV9 Bharatvarsh",
    domain="tv9hindi.com",
    feeds=(Feed("rss", "https://www.tv9hindi.com/feed"),),
    media_type="tv",
    skip_urls=(
        r"/videos?/",
        r"/photos?/",
        r"/web-?stor(?:y|ies)/",
    ),
    min_articles=30,
    max_age_days=7,
    politeness=Politeness(delay_s=2.0, daily_pages=250),
    checked_on=None,
    terms=(
        "Neither robots.txt nor the terms of use were read (no network when this file was written); "
        "robots.txt is obeyed at each run."
    ),
)
