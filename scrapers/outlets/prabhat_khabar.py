"""Prabhat Khabar. Bihar and Jharkhand; its sitemaps nest."""

from scrapers.outlet import Feed, Outlet, Politeness

OUTLET = Outlet(
    name="prabhat_khabar",
    title_hi="प्रभात खबर",
    title_en="Prabhat Khabar",
    domain="prabhatkhabar.com",
    feeds=(
        Feed("news_sitemap", "https://www.prabhatkhabar.com/sitemap-index.xml"),
        Feed("rss", "https://www.prabhatkhabar.com/feed"),
    ),
    media_type="paper",
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
