"""NDTV India (Hindi). Its sitemap asks for year and month in the address, which a feed here cannot: RSS only."""

from scrapers.outlet import Feed, Layout, Outlet, Politeness

OUTLET = Outlet(
    name="ndtv_khabar",
    title_hi="एनडीटीवी इंडिया",
    title_en="NDTV India (Hindi)",
    domain="ndtv.in",
    feeds=(Feed("rss", "https://feeds.feedburner.com/ndtvkhabar-latest"),),
    layouts=(Layout(body="[itemprop=articleBody] p"),),
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
