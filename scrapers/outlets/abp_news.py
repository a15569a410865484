"""ABP News (Hindi). news.abplive.com is its English site."""

from scrapers.outlet import Feed, Layout, Outlet, Politeness

OUTLET = Outlet(
    name="abp_news",
    title_hi="एबीपी न्यूज़",
    title_en="ABP News (Hindi)",
    domain="abplive.com",
    feeds=(
        Feed("news_sitemap", "https://www.abplive.com/news-sitemap.xml"),
        Feed("rss", "https://www.abplive.com/home/feed"),
    ),
    layouts=(Layout(body="div.abp-story-detail p"),),
    media_type="tv",
    skip_urls=(
        r"/videos?/",
        r"/photos?/",
        r"/web-?stor(?:y|ies)/",
        r"//news\.abplive\.com/",
    ),
    min_articles=50,
    max_age_days=7,
    politeness=Politeness(delay_s=2.0, daily_pages=300),
    checked_on=None,
    terms=(
        "Neither robots.txt nor the terms of use were read (no network when this file was written); "
        "robots.txt is obeyed at each run."
    ),
)
