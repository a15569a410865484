"""DW Hindi. Germany's international broadcaster; av- are videos, g- galleries."""

from scrapers.outlet import Feed, Outlet, Politeness

OUTLET = Outlet(
    name="dw_hindi",
    title_hi="डीडब्ल्यू हिन्दी",
    title_en="DW Hindi",
    domain="dw.com/hi",
    feeds=(Feed("rss", "https://rss.dw.com/xml/rss-hin-all"),),
    media_type="tv",
    skip_urls=(
        r"/av-\d",
        r"/g-\d",
    ),
    min_articles=5,
    max_age_days=7,
    politeness=Politeness(delay_s=3.0, daily_pages=100),
    checked_on=None,
    terms=(
        "Neither robots.txt nor the terms of use were read (no network when this file was written); "
        "robots.txt is obeyed at each run."
    ),
)
