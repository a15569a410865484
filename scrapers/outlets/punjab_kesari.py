"""Punjab Kesari. Punjab, Haryana, Himachal."""

from scrapers.outlet import Feed, Outlet, Politeness

OUTLET = Outlet(
    name="punjab_kesari",
    title_hi="पंजाब केसरी",
    title_en="Punjab Kesari",
    domain="punjabkesari.in",
    feeds=(Feed("rss", "https://www.punjabkesari.in/rss/recommended-news"),),
    media_type="paper",
    skip_urls=(
        r"/videos?/",
        r"/photos?/",
        r"/web-?stor(?:y|ies)/",
    ),
    min_articles=15,
    max_age_days=7,
    politeness=Politeness(delay_s=2.0, daily_pages=200),
    checked_on=None,
    terms=(
        "Neither robots.txt nor the terms of use were read (no network when this file was written); "
        "robots.txt is obeyed at each run."
    ),
)
