"""Lokswar, an outlet of the sample press: a tabloid whose feed leads to AMP pages."""

from scrapers.outlet import Feed, Layout, Outlet, Politeness

OUTLET = Outlet(
    name="lokswar",
    title_hi="लोकस्वर",
    title_en="Lokswar",
    domain="lokswar.example",
    feeds=(Feed("rss", "http://www.lokswar.example/rss.xml"),),
    layouts=(
        Layout(
            body="div.article-body p",
            title="h1",
            author="div.reporter",
            published="div.time",
            drop="amp-ad, amp-social-share, div.readmore, p.caption",
        ),
    ),
    media_type="paper",
    min_articles=1,
    politeness=Politeness(delay_s=0.0),
    terms="Fictional; served by this program on loopback.",
    is_sample=True,
)
