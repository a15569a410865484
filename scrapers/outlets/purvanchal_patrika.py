"""Purvanchal Patrika, an outlet of the sample press: an old regional daily in tables that declares a wrong charset."""

from scrapers.outlet import Feed, Layout, Outlet, Politeness

OUTLET = Outlet(
    name="purvanchal_patrika",
    title_hi="पूर्वांचल पत्रिका",
    title_en="Purvanchal Patrika",
    domain="purvanchalpatrika.example",
    feeds=(Feed("rss", "http://www.purvanchalpatrika.example/rss/taaza.xml"),),
    layouts=(
        Layout(
            body="td.samachar p",
            title="td.shirshak font",
            published="td.tithi",
            author="td.samvaddata",
            drop="p.photo",
        ),
    ),
    media_type="paper",
    min_articles=1,
    politeness=Politeness(delay_s=0.0),
    terms="Fictional; served by this program on loopback.",
    is_sample=True,
)
