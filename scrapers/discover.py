"""Where an outlet lists its articles: RSS and Atom feeds, news sitemaps, list pages → candidate URLs with dates.

Works on bytes already fetched. XML entities are never resolved and nothing is loaded from anywhere.
"""

import re
import zlib
from dataclasses import dataclass
from datetime import datetime

import feedparser
from lxml import etree

from scrapers.charset import BadCharset, decode
from scrapers.dates import page_time
from scrapers.nesting import nests_too_deep
from scrapers.strict_soup import LayoutChanged, StrictSoup, paragraphs
from scrapers.urls import canonical_url

_MAX_XML = 50 * 1024 * 1024  # the sitemap protocol's own limit, after decompression
_MAX_URLS = 50_000  # the same
# References to no character: libxml2 lets them into names that can then not be decoded, feedparser stumbles.
_SURROGATE = re.compile(rb"&#(?:x[dD][89a-fA-F][0-9a-fA-F]{2}|5[5-7][0-9]{3});")
_FEED_ROOT = re.compile(rb"<(?:[A-Za-z0-9]+:)?(?:rss|feed|RDF)[\s>]")


class NotXml(ValueError):
    """The bytes are no feed or sitemap. The message says what they look like."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A page that an outlet lists. ``url`` is canonical; ``listed_at`` aware, None where not given."""

    url: str
    title: str | None = None
    listed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """What one feed, sitemap or list page lists: pages, and (of a sitemap index) further sitemaps."""

    pages: tuple[Candidate, ...]
    sitemaps: tuple[Candidate, ...] = ()


def read_feed(body: bytes, url: str, content_type: str = "") -> Listing:
    """The entries of an RSS or Atom feed; those without a usable link are left out. Raises NotXml."""
    body = _unzipped(body, url)
    if not _FEED_ROOT.search(body[:4096]):
        raise NotXml(f"{url}: neither RSS nor Atom; it begins {_beginning(body)}")
    if nests_too_deep(body.decode("latin-1")):
        raise NotXml(f"{url}: its elements nest thousands deep; no feed does")
    headers = {"content-location": url} | ({"content-type": content_type} if content_type else {})
    try:
        feed = feedparser.parse(body, response_headers=headers, sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:  # feedparser stumbles over some broken feeds, in many ways
        raise NotXml(f"{url}: not readable as a feed: {type(error).__name__}: {str(error)[:100]}") from error
    if feed.bozo and not feed.entries and isinstance(feed.bozo_exception, Exception) and not feed.get("version"):
        raise NotXml(f"{url}: not readable as a feed: {feed.bozo_exception}")
    pages = []
    for entry in feed.entries[:_MAX_URLS]:
        listed = page_time(entry.get("published") or entry.get("updated"))
        pages.append((entry.get("link") or _guid(entry), entry.get("title"), listed.at if listed else None))
    return Listing(_candidates(pages, url))


def _guid(entry: feedparser.FeedParserDict) -> str | None:
    guid = entry.get("id", "")
    return guid if guid.startswith(("http://", "https://")) else None


def read_sitemap(body: bytes, url: str) -> Listing:
    """The pages of a sitemap with their news titles and dates, or the sitemaps of an index. Raises NotXml.

    A <urlset> most of whose addresses end in .xml or .xml.gz is an index under a wrong name.
    """
    root = _root(_unzipped(body, url), url)
    kind = _local(root)
    if kind not in ("urlset", "sitemapindex"):
        raise NotXml(f"{url}: no sitemap: its root element is <{kind[:40]}>")
    entries = []
    for element in root:
        if _local(element) not in ("url", "sitemap"):
            continue
        texts = {_local(e): (e.text or "").strip() for e in element.iter() if isinstance(e.tag, str)}
        # iter() meets <image:loc> and <news:title> too; the page's own <loc> is a direct child.
        own = {_local(e): (e.text or "").strip() for e in element if isinstance(e.tag, str)}
        at = page_time(texts.get("publication_date") or own.get("lastmod"))
        entries.append((own.get("loc"), _news_title(element), at.at if at else None))
        if len(entries) == _MAX_URLS:
            break
    found = _candidates(entries, url)
    n_maps = sum(bool(re.search(r"\.xml(?:\.gz)?(?:\?|$)", c.url)) for c in found)
    if kind == "sitemapindex" or n_maps > len(found) / 2:
        return Listing((), found)
    return Listing(found)


def read_list_page(body: bytes, url: str, links: str, content_type: str = "") -> Listing:
    """The links that the CSS selector ``links`` finds on a page. Raises LayoutChanged when it finds none."""
    try:
        html = decode(body, content_type)
    except BadCharset as error:
        raise LayoutChanged(f"{url}: {error}") from error
    if nests_too_deep(html):
        raise LayoutChanged(f"{url}: its elements nest thousands deep")
    anchors = StrictSoup(html).many(links)
    return Listing(_candidates([(str(a.get("href") or ""), " ".join(paragraphs(a)), None) for a in anchors], url))


def _candidates(entries: list[tuple[str | None, str | None, datetime | None]], base: str) -> tuple[Candidate, ...]:
    """Entries (link, title, time) with a usable link, each URL once, in their order."""
    found: dict[str, Candidate] = {}
    for link, title, at in entries:
        if not link:
            continue
        try:
            url = canonical_url(link, base)
        except ValueError:
            continue
        found.setdefault(url, Candidate(url, (title or "").strip()[:1000] or None, at))
    return tuple(found.values())


def _root(body: bytes, url: str) -> etree._Element:
    # recover: a stray & or a cut end must not lose the URLs before it. Entities stay unresolved, so none can grow.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False)
    try:
        root = etree.fromstring(body.lstrip(b"\xef\xbb\xbf \t\r\n"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise NotXml(f"{url}: not XML ({str(error)[:100]}); it begins {_beginning(body)}") from error
    if root is None:
        raise NotXml(f"{url}: not XML; it begins {_beginning(body)}")
    return root


def _local(element: etree._Element) -> str:
    """The tag without its namespace. Not by QName, which refuses the broken names that a recovered tree has."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _news_title(element: etree._Element) -> str | None:
    for part in element.iter("{*}title"):
        if "news" in part.tag.rpartition("}")[0] and part.text:
            return str(part.text)
    return None


def _unzipped(body: bytes, url: str) -> bytes:
    """``body`` without gzip and references to no character. Raises NotXml when it is broken or grows too large."""
    if not body.startswith(b"\x1f\x8b"):
        return _SURROGATE.sub(b"", body)
    try:
        unzip = zlib.decompressobj(wbits=31)
        plain = unzip.decompress(body, _MAX_XML)
    except zlib.error as error:
        raise NotXml(f"{url}: broken gzip: {error}") from error
    if unzip.unconsumed_tail:
        raise NotXml(f"{url}: over {_MAX_XML:,} bytes after decompression")
    return _SURROGATE.sub(b"", plain)


def _beginning(body: bytes) -> str:
    return repr(body[:60].decode("utf-8", "replace").strip())
