"""India TV (Hindi). Its sitemap leads to an archive by date and is left out."""

from scrapers.outlet import Feed, Layout, Outlet, Politeness

OUTLET = Outlet(
    name="india_tv",
    title_hi="इंडिया टीवी",
    title_en="India TV (Hindi)",
    domain="indiatv.in",
    feeds=(Feed("rss", "https://www.indiatv.in/rssnews/topstory.xml"),),
    layouts=(Layout(body="div.content p"),),
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
