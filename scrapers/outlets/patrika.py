"""Rajasthan Patrika. Its sitemap is an index under the name of a urlset."""

from scrapers.outlet import Feed, Layout, Outlet, Politeness

OUTLET = Outlet(
    name="patrika",
    title_hi="राजस्थान पत्रिका",
    title_en="Rajasthan Patrika",
    domain="patrika.com",
    feeds=(
        Feed("news_sitemap", "https://www.patrika.com/google-news-sitemap-v1.xml"),
        Feed("rss", "https://www.patrika.com/rss/national-news.xml"),
    ),
    layouts=(Layout(body="div[class*=story_story_section] p"),),
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
