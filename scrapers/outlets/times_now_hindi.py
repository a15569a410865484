"""Times Now Hindi. News sitemap only."""

from scrapers.outlet import Feed, Outlet, Politeness

OUTLET = Outlet(
    name="times_now_hindi",
    title_hi="टाइम्स नाउ नवभारत",
    title_en="Times Now Hindi",
    domain="timesnowhindi.com",
    feeds=(Feed("news_sitemap", "https://www.timesnowhindi.com/feeds/tnhindi-google-news-sitemap.xml"),),
    media_type="tv",
    skip_urls=(
        r"/videos?/",
        r"/photos?/",
        r"/web-?stor(?:y|ies)/",
    ),
    min_articles=20,
    max_age_days=7,
    politeness=Politeness(delay_s=2.0, daily_pages=200),
    checked_on=None,
    terms=(
        "Neither robots.txt nor the terms of use were read (no network when this file was written); "
        "robots.txt is obeyed at each run."
    ),
)
