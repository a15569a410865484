"""Shasan Soochna, an outlet of the sample press: government releases in a list, with dates in words."""

from scrapers.outlet import Feed, Layout, Outlet, Politeness

OUTLET = Outlet(
    name="shasan_soochna",
    title_hi="शासन सूचना",
    title_en="Shasan Soochna",
    domain="shasansoochna.example",
    feeds=(Feed("list_page", "http://www.shasansoochna.example/AllRelease.aspx", links="table.release-list a"),),
    layouts=(
        Layout(
            body="div.release-content p",
            title="div.release-title h2",
            published="div.release-date",
            author="div.release-ministry",
            drop="p.release-end",
        ),
    ),
    media_type="government",
    min_articles=1,
    politeness=Politeness(delay_s=0.0),
    terms="Fictional; served by this program on loopback.",
    is_sample=True,
)
