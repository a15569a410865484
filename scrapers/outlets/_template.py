"""Copy me to <name>.py (`make add-outlet NAME=… URL=…` does) and say in one line what kind of outlet this is.

Data only: this file imports scrapers.outlet and nothing else, and has no functions.
"""

from datetime import date

from scrapers.outlet import Feed, Layout, Outlet, Politeness

OUTLET = Outlet(
    # The file's name: lower-case letters, digits and _. Stays for ever: it is the outlet's id in the warehouse.
    name="template",
    title_hi="नमूना समाचार",
    title_en="Template News",
    # Host without www; with a path (bbc.com/hindi) where the Hindi pages are a part of a site. Other pages are skipped.
    domain="template.example",
    # Where it lists new articles, the best first: news sitemap, then RSS or Atom, then a page with links (`links` is
    # their CSS selector).
    feeds=(
        Feed("news_sitemap", "https://www.template.example/news-sitemap.xml"),
        Feed("rss", "https://www.template.example/rss.xml"),
        Feed("list_page", "https://www.template.example/desh/", links="h2 a"),
    ),
    # CSS selectors of an article page, used where its JSON-LD has no text. Leave out where JSON-LD suffices. When the
    # outlet changes its pages: give the old layout `until`, add the new one after it. No class names made by a build.
    layouts=(
        Layout(body="div.old-story p", until=date(2026, 3, 31)),
        Layout(
            body="div.story p",
            title="h1",
            author="span.byline",
            published="time",
            section="nav.breadcrumb a:last-child",
            # Removed first: "also read", captions, share buttons.
            drop="p.also-read, figcaption",
            # Fields for which the page's JSON-LD is wrong: "published", "title", "author", "section", "body".
            distrust=(),
        ),
    ),
    media_type="paper",  # government, agency, paper, tv, portal
    # Regular expressions searched in URLs: pages that are no articles.
    skip_urls=(r"/videos?/", r"/photos?/"),
    # How many articles its quietest day still has: fewer turn its task red.
    min_articles=10,
    # Pages listed with an older date are its archive, not news. None: take all that it lists.
    max_age_days=7,
    # Seconds between requests (robots.txt may ask for more), pages a day.
    politeness=Politeness(delay_s=2.0, daily_pages=300),
    # The day on which you last saw feeds and selectors work; None: never.
    checked_on=None,
    # What its robots.txt and terms of use say on crawling, and when you read them.
    terms="Not read yet.",
)
