"""Prabhasakshi. Portal with much agency copy."""

from scrapers.outlet import Feed, Outlet, Politeness

OUTLET = Outlet(
    name="prabhasakshi",
    title_hi="प्रभासाक्षी",
    title_en="Prabhasakshi",
    domain="prabhasakshi.com",
    feeds=(
        Feed("rss", "https://www.prabhasakshi.com/rss/international"),
        Feed("rss", "https://www.prabhasakshi.com/rss/national"),
    ),
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
        "The national feed's address is formed like the international one's, untried. Neither robots.txt nor "
        "the terms of use were read (no network when this file was written); robots.txt is obeyed at each "
        "run."
    ),
)
