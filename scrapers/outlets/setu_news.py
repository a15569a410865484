"""Setu News, an outlet of the sample press: an agency-like portal with an Atom feed and microdata."""

from scrapers.outlet import Feed, Layout, Outlet, Politeness

OUTLET = Outlet(
    name="setu_news",
    title_hi="सेतु न्यूज",
    title_en="Setu News",
    domain="setunews.example",
    feeds=(Feed("rss", "http://www.setunews.example/feed.atom"),),
    layouts=(
        Layout(
            body="div[itemprop='articleBody'] p",
            title="h1[itemprop='headline']",
            author="span[itemprop='author']",
            published="meta[itemprop='datePublished']",
            section="meta[itemprop='articleSection']",
            drop="p.tags, div.subscribe",
        ),
    ),
    media_type="portal",
    min_articles=1,
    politeness=Politeness(delay_s=0.0),
    terms="Fictional; served by this program on loopback.",
    is_sample=True,
)
