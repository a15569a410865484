"""Press Information Bureau (Hindi). All releases of the central government: visits and agreements as the host saw."""

from scrapers.outlet import Feed, Layout, Outlet, Politeness

OUTLET = Outlet(
    name="pib_hindi",
    title_hi="पत्र सूचना कार्यालय",
    title_en="Press Information Bureau (Hindi)",
    domain="pib.gov.in",
    feeds=(
        Feed("rss", "https://pib.gov.in/RssMain.aspx?ModId=6&Lang=2&Regid=3"),
        Feed("list_page", "https://www.pib.gov.in/allRel.aspx?reg=3&lang=2", links="a[href*='PRID=']"),
    ),
    layouts=(
        Layout(
            body="div.innner-page-main-about-us-content-right-part p",
            title="h2",
            author="div.MinistryNameSubhead",
            published="div.ReleaseDateSubHeaddateTime",
        ),
    ),
    media_type="government",
    min_articles=10,
    max_age_days=7,
    politeness=Politeness(delay_s=5.0, daily_pages=200),
    checked_on=None,
    terms=(
        "Government releases, free to use with credit by the site's own policy as commonly quoted; to be read "
        "again. The list page answered 403 to some crawlers. Neither robots.txt nor the terms of use were "
        "read (no network when this file was written); robots.txt is obeyed at each run."
    ),
)
