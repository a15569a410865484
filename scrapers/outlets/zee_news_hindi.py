"""Zee News (Hindi). Zee group's Hindi channel."""

from scrapers.outlet import Feed, Layout, Outlet, Politeness

OUTLET = Outlet(
    name="zee_news_hindi",
    title_hi="ज़ी न्यूज़",
    title_en="Zee News (Hindi)",
    domain="zeenews.india.com/hindi",
    feeds=(
        Feed("news_sitemap", "https://zeenews.india.com/hindi/sitemaps/news-sitemap.xml"),
        Feed("rss", "https://zeenews.india.com/hindi/india/rss"),
    ),
    layouts=(Layout(body="div[class*=article_content] p"),),
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
        "The RSS feed answered 403 to some crawlers: a 403 is a no. Neither robots.txt nor the terms of use "
        "were read (no network when this file was written); robots.txt is obeyed at each run."
    ),
)
