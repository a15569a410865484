"""Vishwa Darpan, an outlet of the sample press: a foreign-affairs portal with nested, gzipped sitemaps."""

from scrapers.outlet import Feed, Layout, Outlet, Politeness

OUTLET = Outlet(
    name="vishwa_darpan",
    title_hi="विश्व दर्पण",
    title_en="Vishwa Darpan",
    domain="vishwadarpan.example",
    feeds=(Feed("news_sitemap", "http://www.vishwadarpan.example/sitemap.xml"),),
    layouts=(
        Layout(
            body="section[data-part='lekh'] p",
            title="article header h1",
            author="article header address",
            published="article header time",
            drop="aside, figure, p[data-part='newsletter']",
        ),
    ),
    media_type="portal",
    min_articles=1,
    politeness=Politeness(delay_s=0.0),
    terms="Fictional; served by this program on loopback.",
    is_sample=True,
)
