"""News18 Hindi. Network18's Hindi portal. Its all-stories sitemap is an archive and is left out."""

from scrapers.outlet import Feed, Outlet, Politeness

OUTLET = Outlet(
    name="news18_hindi",
    title_hi="न्यूज़18 हिंदी",
    title_en="News18 Hindi",
    domain="hindi.news18.com",
    feeds=(Feed("rss", "https://hindi.news18.com/rss/khabar/nation/nation.xml"),),
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
