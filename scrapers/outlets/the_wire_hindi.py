"""The Wire Hindi. Independent; WordPress. Few articles a day, long ones."""

from scrapers.outlet import Feed, Outlet, Politeness

OUTLET = Outlet(
    name="the_wire_hindi",
    title_hi="द वायर हिंदी",
    title_en="The Wire Hindi",
    domain="thewirehindi.com",
    feeds=(Feed("rss", "https://thewirehindi.com/feed/"),),
    media_type="portal",
    skip_urls=(
        r"/videos?/",
        r"/photos?/",
        r"/web-?stor(?:y|ies)/",
    ),
    min_articles=2,
    max_age_days=7,
    politeness=Politeness(delay_s=3.0, daily_pages=60),
    checked_on=None,
    terms=(
        "Neither robots.txt nor the terms of use were read (no network when this file was written); "
        "robots.txt is obeyed at each run."
    ),
)
