"""News on AIR (Hindi). Public radio's news desk; short bulletins on official business."""

from scrapers.outlet import Feed, Outlet, Politeness

OUTLET = Outlet(
    name="newsonair_hindi",
    title_hi="आकाशवाणी समाचार",
    title_en="News on AIR (Hindi)",
    domain="newsonair.gov.in/hi",
    feeds=(Feed("rss", "https://www.newsonair.gov.in/hi/feed/"),),
    media_type="government",
    skip_urls=(
        r"/videos?/",
        r"/photos?/",
        r"/web-?stor(?:y|ies)/",
    ),
    min_articles=10,
    max_age_days=7,
    politeness=Politeness(delay_s=5.0, daily_pages=200),
    checked_on=None,
    terms=(
        "Government broadcaster. The feed's address is WordPress's usual one, untried. Neither robots.txt nor "
        "the terms of use were read (no network when this file was written); robots.txt is obeyed at each "
        "run."
    ),
)
