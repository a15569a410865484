"""Prabhat Vani, an outlet of the sample press: a national daily with JSON-LD and a news sitemap."""

from scrapers.outlet import Feed, Layout, Outlet, Politeness

OUTLET = Outlet(
    name="prabhat_vani",
    title_hi="प्रभात वाणी",
    title_en="Prabhat Vani",
    domain="prabhatvani.example",
    feeds=(Feed("news_sitemap", "http://www.prabhatvani.example/news-sitemap.xml"),),
    layouts=(
        Layout(
            body="div.story-body p",
            title="h1.story-title",
            author="span.byline",
            published="time",
            section="nav.breadcrumb a:last-child",
            drop="p.also-read, figure, div.ad-slot",
        ),
    ),
    media_type="paper",
    min_articles=1,
    politeness=Politeness(delay_s=0.0),
    terms="Fictional; served by this program on loopback.",
    is_sample=True,
)
