"""BBC Hindi. Feeds come from a host of their own. Class names are made by a build: JSON-LD and main content only."""

from scrapers.outlet import Feed, Outlet, Politeness

OUTLET = Outlet(
    name="bbc_hindi",
    title_hi="बीबीसी हिंदी",
    title_en="BBC Hindi",
    domain="bbc.com/hindi",
    feeds=(Feed("rss", "https://feeds.bbci.co.uk/hindi/rss.xml"),),
    media_type="tv",
    skip_urls=(
        r"/hindi/media-",
        r"/live/",
        r"/hindi/popular",
    ),
    min_articles=10,
    max_age_days=7,
    politeness=Politeness(delay_s=3.0, daily_pages=150),
    checked_on=None,
    terms=(
        "Neither robots.txt nor the terms of use were read (no network when this file was written); "
        "robots.txt is obeyed at each run."
    ),
)
