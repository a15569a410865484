"""Akash Bulletin, an outlet of the sample press: radio news with RSS and the barest of pages, which give no date."""

from scrapers.outlet import Feed, Outlet, Politeness

OUTLET = Outlet(
    name="akash_bulletin",
    title_hi="आकाश बुलेटिन",
    title_en="Akash Bulletin",
    domain="akashbulletin.example",
    feeds=(Feed("rss", "http://www.akashbulletin.example/rss.xml"),),
    media_type="government",
    min_articles=1,
    politeness=Politeness(delay_s=0.0),
    terms="Fictional; served by this program on loopback.",
    is_sample=True,
)
