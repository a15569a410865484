"""``python -m scrapers.add_outlet NAME URL``: a new outlet's file and fixture, from its home page.

Finds its feeds (robots.txt, <link rel=alternate>), tries them, fetches one article, says how it was read. A person
then looks at both and fills in the rest: docs/add_an_outlet.md.
"""

import argparse
import gzip
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from scrapers.archive import page_of
from scrapers.charset import decode
from scrapers.discover import Candidate, Listing, NotXml, read_feed, read_sitemap
from scrapers.http_client import Exchange, HttpClient, Leave, Refused
from scrapers.outlet import Feed, Outlet
from scrapers.page import RawArticle
from scrapers.read_page import read_page
from scrapers.robots import Robots, Rules, read_robots
from scrapers.strict_soup import StrictSoup
from scrapers.urls import canonical_url, host_of

ROOT = Path(__file__).parent.parent
OUTLETS, FIXTURES = ROOT / "scrapers" / "outlets", ROOT / "tests" / "fixtures" / "outlets"
# Tried where neither robots.txt nor the home page names a feed: where WordPress and news sitemaps usually lie.
_USUAL = ("/news-sitemap.xml", "/feed/", "/rss.xml", "/sitemap.xml")
_TRIES = 5
_DELAY_S = 2.0


class CannotAdd(Exception):
    """The outlet cannot be added. The message says why, and what to do."""


@dataclass(frozen=True)
class Added:
    """What was found and written: the files, the feeds that list pages, and how the saved article reads."""

    outlet_file: Path
    fixture: Path
    feeds: tuple[Feed, ...]
    article: RawArticle


def add_outlet(name: str, url: str, http: HttpClient, outlets: Path = OUTLETS, fixtures: Path = FIXTURES) -> Added:
    """Write ``outlets/<name>.py`` and ``fixtures/<name>/``. Raises CannotAdd; nothing is written then."""
    target = outlets / f"{name}.py"
    if not re.fullmatch(r"[a-z][a-z0-9_]*", name):
        raise CannotAdd(f"{name!r}: an outlet's name has lower-case letters, digits and _")
    if target.exists():
        raise CannotAdd(f"{target} is there already; take another name, or delete it")
    try:
        home_url = canonical_url(url)
    except ValueError as error:
        raise CannotAdd(str(error)) from error
    visit = _Visit(http)
    home = visit.get(home_url)
    html = decode(home.body, home.headers.get("content-type", ""))
    title = StrictSoup(html).optional("title")
    # What a <title> adds to a name, and quotes that would end the string.
    shown = re.split(r"\s*[|:–—-]\s+", title.get_text(" ", strip=True))[0] if title else name
    domain = (urlsplit(home.final_url).hostname or "").removeprefix("www.")
    feeds, candidates = visit.feeds(home.final_url, html)
    outlet = Outlet(name=name, title_hi=shown, title_en=shown, domain=domain, feeds=feeds)
    exchange, article = visit.article(candidates, outlet)
    target.write_text(_outlet_file(outlet, visit.rules_in_words(home.final_url)), encoding="utf-8")
    return Added(target, _write_fixture(fixtures / name, exchange, article), feeds, article)


class _Visit:
    """Requests to one outlet, with its robots.txt."""

    def __init__(self, http: HttpClient) -> None:
        self.http = http
        self.robots = Robots(lambda url: http.fetch(url, gate=lambda _: Leave(_DELAY_S))[-1])

    def _gate(self, url: str) -> Leave:
        decision = self.robots.decide(url)
        if not decision.allowed:
            raise Refused("robots_denied", decision.rule, decision.rule)
        return Leave(max(_DELAY_S, decision.delay_s), decision.rule)

    def get(self, url: str) -> Exchange:
        exchange = self.http.fetch(url, gate=self._gate)[-1]
        if exchange.outcome != "taken":
            raise CannotAdd(f"{url}: {exchange.outcome} {exchange.detail}")
        return exchange

    def rules_in_words(self, url: str) -> str:
        return self.robots.decide(url).rule

    def feeds(self, home_url: str, html: str) -> tuple[tuple[Feed, ...], list[Candidate]]:
        """The feeds that list pages, news sitemaps first, and what they list."""
        root = "/".join(home_url.split("/", 3)[:3])
        rules = read_robots(self.http.fetch(f"{root}/robots.txt", gate=lambda _: Leave(_DELAY_S))[-1])
        named = list(rules.sitemaps) if isinstance(rules, Rules) else []
        links = StrictSoup(html).many("link[rel~=alternate][type$='+xml']", least=0)
        named += [str(link.get("href")) for link in links]
        found: list[Feed] = []
        candidates: list[Candidate] = []
        for address in named or [root + path for path in _USUAL]:
            for feed, pages in self._try(address, home_url):
                found.append(feed)
                candidates += pages
        if not found:
            tried = ", ".join(named) or "neither robots.txt nor the home page names one"
            raise CannotAdd(
                f"{home_url}: no feed or sitemap found ({tried}). Look for a page with links to all new articles, copy "
                "scrapers/outlets/_template.py by hand and give it as Feed('list_page', …, links=…)"
            )
        found.sort(key=lambda feed: feed.kind)  # news_sitemap before rss
        return tuple(found), candidates

    def _try(self, address: str, home_url: str) -> Iterator[tuple[Feed, tuple[Candidate, ...]]]:
        try:
            exchange = self.get(canonical_url(address, home_url))
        except (CannotAdd, ValueError):
            return
        for kind, read in (("rss", read_feed), ("news_sitemap", read_sitemap)):
            try:
                listing = read(exchange.body, exchange.url)
            except NotXml:
                continue
            pages = listing.pages or self._newest_below(listing, depth=3)
            if pages:
                yield Feed("rss" if kind == "rss" else "news_sitemap", exchange.url), pages

    def _newest_below(self, listing: Listing, depth: int) -> tuple[Candidate, ...]:
        """The pages that the newest sitemap of an index lists; the last one where none is dated."""
        if not listing.sitemaps or depth == 0:
            return ()
        newest = max(reversed(listing.sitemaps), key=lambda s: s.listed_at.timestamp() if s.listed_at else 0.0)
        exchange = self.http.fetch(newest.url, gate=self._gate)[-1]
        try:
            below = read_sitemap(exchange.body, exchange.url)
        except NotXml:
            return ()
        return below.pages or self._newest_below(below, depth - 1)

    def article(self, candidates: list[Candidate], outlet: Outlet) -> tuple[Exchange, RawArticle]:
        """The first listed page that reads as an article."""
        reasons = []
        for candidate in candidates[:_TRIES]:
            exchange = self.http.fetch(candidate.url, gate=self._gate, html_only=True)[-1]
            if exchange.outcome != "taken":
                reasons.append(f"{candidate.url}: {exchange.outcome} {exchange.detail}")
                continue
            read = read_page(page_of(exchange), outlet)
            if isinstance(read, RawArticle):
                return exchange, read
            reasons.append(f"{candidate.url}: {read.reason}, {read.detail}")
        raise CannotAdd("no listed page could be read as an article:\n  " + "\n  ".join(reasons or ["none is listed"]))


def _outlet_file(outlet: Outlet, robots_rule: str) -> str:
    """The template, filled in."""
    text = (OUTLETS / "_template.py").read_text(encoding="utf-8")
    text = re.sub(
        r'\A""".*?"""',
        f'"""{_quoted(outlet.title_en)}. TODO: one line on what kind of outlet it is."""',
        text,
        flags=re.S,
    )
    text = text.replace("from datetime import date\n\n", "")
    text = text.replace("import Feed, Layout, Outlet, Politeness", "import Feed, Outlet, Politeness")
    feeds = "".join(f'        Feed("{feed.kind}", "{feed.url}"),\n' for feed in outlet.feeds)
    terms = f"robots.txt for its home page: {robots_rule}. Terms of use: not read yet."
    values = {"name": outlet.name, "title_hi": outlet.title_hi, "title_en": outlet.title_en}
    values |= {"domain": outlet.domain, "terms": terms}
    for field, value in values.items():
        text = re.sub(rf'(?m)^    {field}=".*",$', f'    {field}="{_quoted(value)}",', text)
    text = re.sub(r"^    feeds=\(\n.*?^    \),$", lambda _: f"    feeds=(\n{feeds}    ),", text, flags=re.M | re.S)
    return re.sub(r"^    layouts=\(\n.*?^    \),$", "    layouts=(),", text, flags=re.M | re.S)


def _quoted(text: str) -> str:
    return " ".join(text.replace("\\", "").replace('"', "'").split())


def _write_fixture(folder: Path, exchange: Exchange, article: RawArticle) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "page.html.gz").write_bytes(gzip.compress(exchange.body, mtime=0))
    expected = {
        "url": exchange.url,
        "content_type": exchange.headers.get("content-type", ""),
        "method": article.method,
        "title": article.title,
        "author": article.author,
        "section": article.section,
        "published_at": article.published_at.isoformat() if article.published_at else None,
        "body": article.body.split("\n"),
    }
    (folder / "expected.json").write_text(json.dumps(expected, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return folder


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m scrapers.add_outlet", description=__doc__)
    parser.add_argument("name", help="the new outlet's id: lower-case letters, digits and _")
    parser.add_argument("url", help="its home page")
    parser.add_argument("--contact", default="https://rajnay.example/contact", help="where the outlet can complain")
    parser.add_argument("--proxy", help="an HTTP forward proxy, as the sample press is")
    given = parser.parse_args()
    http = HttpClient(given.contact, proxy=given.proxy)
    try:
        added = add_outlet(given.name, given.url, http)
    except CannotAdd as error:
        sys.exit(f"add-outlet: {error}")
    finally:
        http.close()
    host = host_of(added.feeds[0].url)
    print(f"{added.outlet_file.relative_to(ROOT)}: {len(added.feeds)} feeds on {host}")
    print(f"{added.fixture.relative_to(ROOT)}: read by {added.article.method}: {added.article.title!r},")
    print(
        f"  {len(added.article.body):,} characters, published {added.article.published_at}, by {added.article.author}"
    )
    print("Now compare the fixture's expected.json with the page in a browser: docs/add_an_outlet.md, step 3.")


if __name__ == "__main__":
    main()
