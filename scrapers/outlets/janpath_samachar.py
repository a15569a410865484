"""Janpath Samachar, an outlet of the sample press: a WordPress portal whose RSS feed carries the full text."""

from scrapers.outlet import Feed, Layout, Outlet, Politeness

OUTLET = Outlet(
    name="janpath_samachar",
    title_hi="जनपथ समाचार",
    title_en="Janpath Samachar",
    domain="janpathsamachar.example",
    feeds=(Feed("rss", "http://www.janpathsamachar.example/feed/"),),
    layouts=(
        Layout(
            body="div.entry-content > p",
            title="h1.entry-title",
            author="span.author.vcard",
            published="time.entry-date.published",
            section="span.cat-links a",
            drop="div.sharedaddy, div.jp-relatedposts, p.yah-bhi-padhen, figure",
        ),
    ),
    media_type="portal",
    min_articles=1,
    politeness=Politeness(delay_s=0.0),
    terms="Fictional; served by this program on loopback.",
    is_sample=True,
)
