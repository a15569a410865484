"""Naya Savera, an outlet of the sample press: a daily set in the legacy font Kruti Dev 010."""

from scrapers.outlet import Feed, Layout, Outlet, Politeness

OUTLET = Outlet(
    name="naya_savera",
    title_hi="नया सवेरा",
    title_en="Naya Savera",
    domain="nayasavera.example",
    feeds=(Feed("list_page", "http://www.nayasavera.example/index.html", links="ul.headlines a"),),
    layouts=(
        Layout(
            body="div.news p",
            title="h1",
            published="span.tarikh",
            author="p.reporter",
            drop="p.reporter, p.footer",
        ),
    ),
    media_type="paper",
    min_articles=1,
    politeness=Politeness(delay_s=0.0),
    terms="Fictional; served by this program on loopback.",
    is_sample=True,
)
