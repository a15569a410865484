"""The articles that a user asks to have explained: of a JSONL file, of a saved page, or of a page in the web."""

from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from rajnay.facts.model import Article
from rajnay.given import read_articles
from rajnay.settings import IST
from rajnay.text.clean import clean
from scrapers.archive import page_of
from scrapers.http_client import HttpClient, Leave, Refused
from scrapers.outlet import Feed, Outlet
from scrapers.page import NotAnArticle, RawPage
from scrapers.read_page import read_page
from scrapers.registry import every_outlet
from scrapers.robots import Robots
from scrapers.urls import canonical_url

_PAGES = frozenset({".html", ".htm", ".xhtml"})
_DELAY_S = 2.0


def articles_of(source: str, contact: str, http: HttpClient | None = None) -> list[Article]:
    """The articles at ``source``: an http(s) URL, an HTML file, or a JSONL file as for ``rajnay extract``.

    A URL is fetched as the crawl does it: with our name and ``contact``, only where robots.txt allows, once.
    ``http``: the client to fetch with; by default a new one. Raises ValueError naming the source where no article
    can be read from it, OSError where the file cannot be read.
    """
    if source.startswith(("http://", "https://")):
        return [_article(source, _fetch(source, http or HttpClient(contact)))]
    path = Path(source)
    if path.suffix.lower() in _PAGES:
        # A saved page says its address itself, in its canonical link; ours only has to be one.
        url = f"https://saved.example/{path.name}"
        headers = {"content-type": "text/html"}
        return [_article(source, RawPage(url, url, 200, headers, path.read_bytes(), datetime.now(UTC)))]
    return list(read_articles(path))


def _fetch(url: str, http: HttpClient) -> RawPage:
    robots = Robots(lambda address: http.fetch(address, gate=lambda _: Leave(_DELAY_S))[-1])

    def gate(address: str) -> Leave:
        decision = robots.decide(address)
        if not decision.allowed:
            raise Refused("robots_denied", decision.rule, decision.rule)
        return Leave(max(_DELAY_S, decision.delay_s), decision.rule)

    try:
        exchange = http.fetch(canonical_url(url), gate=gate, html_only=True)[-1]
    finally:
        http.close()
    if exchange.outcome != "taken":
        raise ValueError(f"{url}: {exchange.outcome}: {exchange.detail}; save the page and give the file instead")
    return page_of(exchange)


def _article(source: str, page: RawPage) -> Article:
    found = read_page(page, _outlet_of(page.final_url))
    if isinstance(found, NotAnArticle):
        raise ValueError(f"{source}: no article ({found.reason}): {found.detail}")
    return Article(
        found.url_canonical,
        clean(found.title).text,
        clean(found.body).text,
        found.published_at.astimezone(IST) if found.published_at else None,
    )


def _outlet_of(url: str) -> Outlet:
    """The registered outlet on whose site ``url`` is, with its layouts; else one of which nothing is known."""
    site = urlsplit(url)
    host = site.hostname or ""
    for outlet in every_outlet().values():
        if host == outlet.domain or host.endswith(f".{outlet.domain}"):
            return outlet
    return Outlet("page", host, host, host, feeds=(Feed("rss", f"{site.scheme}://{site.netloc}/"),))
