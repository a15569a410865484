"""Webdunia. The oldest Hindi portal."""

from scrapers.outlet import Feed, Outlet, Politeness

OUTLET = Outlet(
    name="webdunia",
    title_hi="वेबदुनिया",
    title_en="Webdunia",
    domain="hindi.webdunia.com",
    feeds=(Feed("rss", "https://hindi.webdunia.com/rss/news-national-103.xml"),),
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
        "Lists disagree on which of its feeds still answers. Neither robots.txt nor the terms of use were "
        "read (no network when this file was written); robots.txt is obeyed at each run."
    ),
)
