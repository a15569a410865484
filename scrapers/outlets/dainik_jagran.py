"""Dainik Jagran. The most read daily; its sitemap has news titles and times."""

from scrapers.outlet import Feed, Layout, Outlet, Politeness

OUTLET = Outlet(
    name="dainik_jagran",
    title_hi="दैनिक जागरण",
    title_en="Dainik Jagran",
    domain="jagran.com",
    feeds=(
        Feed("news_sitemap", "https://www.jagran.com/news-sitemap.xml"),
        Feed("rss", "https://www.jagran.com/rss/news/national.xml"),
    ),
    layouts=(Layout(body=".articlecontent p"),),
    media_type="paper",
    skip_urls=(
        r"/videos?/",
        r"/photos?/",
        r"/web-?stor(?:y|ies)/",
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
