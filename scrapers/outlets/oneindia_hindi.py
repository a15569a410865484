"""OneIndia Hindi. Portal."""

from scrapers.outlet import Feed, Outlet, Politeness

OUTLET = Outlet(
    name="oneindia_hindi",
    title_hi="वनइंडिया हिंदी",
    title_en="OneIndia Hindi",
    domain="hindi.oneindia.com",
    feeds=(Feed("rss", "https://hindi.oneindia.com/rss/feeds/oneindia-hindi-fb.xml"),),
    media_type="portal",
    skip_urls=(
        r"/videos?/",
        r"/photos?/",
        r"/web-?stor(?:y|ies)/",
    ),
    min_articles=10,
    max_age_days=7,
    politeness=Politeness(delay_s=2.0, daily_pages=200),
    checked_on=None,
    terms=(
        "Neither robots.txt nor the terms of use were read (no network when this file was written); "
        "robots.txt is obeyed at each run."
    ),
)
