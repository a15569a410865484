"""Hindusthan Samachar. Multilingual agency; many small sites carry its copy, which the duplicates step finds."""

from scrapers.outlet import Feed, Outlet, Politeness

OUTLET = Outlet(
    name="hindusthan_samachar",
    title_hi="हिन्दुस्थान समाचार",
    title_en="Hindusthan Samachar",
    domain="hindusthansamachar.in",
    feeds=(Feed("list_page", "https://www.hindusthansamachar.in/", links="a[href*='/Encyc/']"),),
    media_type="agency",
    min_articles=20,
    max_age_days=7,
    politeness=Politeness(delay_s=5.0, daily_pages=200),
    checked_on=None,
    terms=(
        "A news agency: its texts are sold, so they may be read for facts, not shown. Neither robots.txt nor "
        "the terms of use were read (no network when this file was written); robots.txt is obeyed at each "
        "run."
    ),
)
