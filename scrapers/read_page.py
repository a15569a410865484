"""A page's bytes → the article that it tells, or why it tells none.

Each field from the surest source that has it: JSON-LD, then the outlet's selectors (and microdata), then <meta> and
headings; the body at last from a main-content extractor. What JSON-LD says comes back untouched, but for a body that
is HTML, which comes as its lines.
"""

import re
import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from importlib.resources import files

from selectolax.lexbor import LexborNode

from scrapers import legacy_font
from scrapers.archive import TRUNCATED
from scrapers.charset import BadCharset, decode
from scrapers.dates import IST, PageTime, page_time
from scrapers.hydration import hydrated_text
from scrapers.main_content import SENTENCE_END, is_prose, main_content, without_asides, without_frame
from scrapers.nesting import nests_too_deep
from scrapers.outlet import Layout, Outlet
from scrapers.page import NotAnArticle, RawArticle, RawPage
from scrapers.page_tree import PageTree, is_markup, lines_of, lines_of_markup, outermost
from scrapers.robots import TOKEN
from scrapers.shown import heading_above, shown_time, shown_title
from scrapers.structured import Structured, is_false, names_of, paid_parts, read_structured, text_of
from scrapers.urls import canonical_url, site_of

_SIGNS: Mapping[str, Sequence[str]] = tomllib.loads(files("scrapers").joinpath("page_signs.toml").read_text("utf-8"))
_MICRODATA = Layout(body="[itemprop=articleBody] p")
_MICRODATA_WHOLE = Layout(body="[itemprop=articleBody]")
_STUB = (
    600  # characters: below it, a body beside a call to subscribe is only a beginning, one beside a video its caption
)
_HEADINGS = 50  # more than that are no headlines
_CLOSED = re.compile(r"</(?:html|body)\s*>\s*", re.I)
_CUT_IN_TAG = re.compile(r"<[^<>]*$")


class _Rejected(Exception):
    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason


def read_page(page: RawPage, outlet: Outlet) -> RawArticle | NotAnArticle:
    """The article of a page, or the reason why it has none. Never raises, whatever the bytes.

    ``method`` of the article says where its body came from. Its instants are aware; where the page gives no zone, IST
    is taken and ``published_zone_known`` is False. ``url_canonical`` is on the page's own site, or its final URL.
    """
    try:
        return _article(page, outlet)
    except _Rejected as rejected:
        return NotAnArticle(rejected.reason, str(rejected))
    except BadCharset as error:
        return NotAnArticle("bad_charset", str(error))
    except legacy_font.LegacyFontUnsure as error:
        return NotAnArticle("legacy_font_unsure", str(error))
    except Exception as error:  # a stranger's bytes in others' parsers: one page must not stop the rest
        return NotAnArticle("error", f"{type(error).__name__}: {str(error)[:300]}; the page is in the archive")


@dataclass(frozen=True)
class _Selected:
    """What a layout's selectors found."""

    body: str
    layout: Layout
    tree: PageTree

    def text(self, selector: str | None) -> str | None:
        element = self.tree.first(selector) if selector else None
        return (" ".join(lines_of(element)) or _attribute(element)) if element else None

    def time(self, seen_at: datetime) -> PageTime | None:
        element = self.tree.first(self.layout.published) if self.layout.published else None
        if element is None:
            return None
        return page_time(_attribute(element)) or page_time(" ".join(lines_of(element)), seen_at)


def _attribute(element: LexborNode) -> str | None:
    """A <meta>'s or <time>'s value."""
    return element.attributes.get("content") or element.attributes.get("datetime")


def _article(page: RawPage, outlet: Outlet) -> RawArticle:
    if page.status != 200:
        raise _Rejected("not_an_article", f"HTTP {page.status}")
    html = decode(page.body, page.headers.get("content-type", ""))
    if nests_too_deep(html):
        raise _Rejected("not_an_article", "its elements nest thousands deep; no newspaper page does")
    tree = PageTree(html)
    said = read_structured(tree)
    node = said.article
    _check_declared_kind(said)
    declared = node.get("articleBody")
    obeys = outlet.politeness.obeys_reservations
    if obeys and (reserved := _reservation(page, said)):
        raise _Rejected("reserved", reserved)
    is_free = not (obeys and is_false(node.get("isAccessibleForFree")))
    shown = html
    if not is_free:
        # Read as far as it is shown to everyone: without what the page marks as paid for.
        declared = None
        for selector in paid_parts(node):
            tree.drop(selector)
        shown = tree.html
    distrusted = {field for layout in outlet.layouts for field in layout.distrust}
    body, method, selected = "", "", None
    if isinstance(declared, str) and declared.strip() and "body" not in distrusted:
        body, method = "\n".join(lines_of_markup(declared)) if is_markup(declared) else declared, "json_ld"
    if not body or distrusted:
        selected = _select(tree, shown, outlet, page.fetched_at.astimezone(IST).date())
        if selected and not body:
            # An outlet's layout has its own `drop`; nobody looked at what a page's microdata takes in.
            body = selected.body if selected.layout in outlet.layouts else without_asides(selected.body)
            method = "selectors"
    _check_heading(said, bool(node) or selected is not None, len(body))
    if not body and isinstance(declared, str) and text_of(node.get("headline")):
        method = "json_ld"  # declares an empty body: a headline alone
    elif not body:
        body, method = _by_main_content(page, html, said, shown, outlet, is_free), "main_content"
    if method != "json_ld":
        _check_whole(page, html, body)
        _check_stub(said, shown, body, is_free)
    published = _published(said, selected, "published" in distrusted, page.fetched_at)
    is_headed = method == "json_ld" or (selected is not None and selected.layout.title is not None)
    lines = [] if is_headed and published else PageTree(shown).lines()
    title = _title(said, selected, outlet, method, "title" in distrusted, lines)
    if not title and method != "json_ld":
        headings = [" ".join(lines_of(heading)) for heading in PageTree(shown).all("h1, h2, h3, h4, h5, h6")]
        title = heading_above(headings, lines, body)
    published = published or shown_time(lines, title, body, page.fetched_at)
    modified = page_time(text_of(node.get("dateModified"))) or page_time(_meta(said, "article:modified_time"))
    article = RawArticle(
        url=page.url,
        url_canonical=_canonical(page, said),
        title=title,
        body=body,
        method=method,
        given_id=text_of(node.get("identifier")),
        author=_first(
            "author" in distrusted,
            names_of(node.get("author"), said.nodes),
            selected.text(selected.layout.author) if selected else None,
            said.microdata.get("author"),
            _no_link(_meta(said, "author", "article:author", "dc.creator")),
            said.by,
        ),
        section=_first(
            "section" in distrusted,
            text_of(node.get("articleSection")),
            selected.text(selected.layout.section) if selected else None,
            _meta(said, "article:section", "articlesection"),
            said.microdata.get("articleSection"),
        ),
        published_at=published.at if published else None,
        published_zone_known=published.zone_known if published else True,
        modified_at=modified.at if modified else None,
    )
    return _in_unicode(article, html)


# What the page is


def _check_declared_kind(said: Structured) -> None:
    """Raise _Rejected when the page says by its types that it is no article, or none that may be read."""
    types = said.types
    if "LiveBlogPosting" in types:
        raise _Rejected("live_blog", "its JSON-LD is a LiveBlogPosting")
    if not said.article and ("VideoObject" in types or _meta(said, "og:type").startswith("video")):
        raise _Rejected("video", "it is a video's page")


def _reservation(page: RawPage, said: Structured) -> str | None:
    """What the page says against being mined for data: the TDM Reservation Protocol, or the robots value noai."""
    for where, found in (("header", page.headers), ("<meta>", said.meta)):
        if found.get("tdm-reservation", "").strip() == "1":
            return f"its {where} says tdm-reservation: 1"
        for name in ("robots", "x-robots-tag", TOKEN):
            if "noai" in re.split(r"[\s,:]+", found.get(name, "").lower()):
                return f"its {where} {name} says noai"
    return None


def _check_heading(said: Structured, is_article: bool, n_chars: int) -> None:
    headings = [_plain(h) for h in (said.title or "", *said.headings)]
    if not is_article and (sign := _sign("soft_404", headings)):
        raise _Rejected("soft_404", f"answers 200, and its heading says {sign!r}")
    if (sign := _sign("live_blog", headings)) and n_chars < _STUB:
        raise _Rejected("live_blog", f"its heading says {sign!r}")


def _check_whole(page: RawPage, html: str, body: str) -> None:
    """Raise _Rejected for a page cut short. A missing </html> alone is none: HTML may leave it out."""
    if _CLOSED.search(html):
        return
    if TRUNCATED in page.headers:
        raise _Rejected("truncated", "its transfer broke off before </html>")
    if _CUT_IN_TAG.search(html) or (body and not body.rstrip().endswith(SENTENCE_END)):
        raise _Rejected("truncated", "it ends in the middle of a tag or sentence, without </html>")


def _check_stub(said: Structured, html: str, body: str, is_free: bool) -> None:
    if len(body) >= _STUB:
        return
    if not is_free:
        raise _Rejected("paywall", f"declared as not free; shows {len(body)} characters")
    if sign := _sign("paywall", [_plain(PageTree(html).text())]):
        raise _Rejected("paywall", f"{len(body)} characters, then {sign!r}")
    if "VideoObject" in said.types and len(body) < _STUB / 2:
        raise _Rejected("video", f"a video with {len(body)} characters of text")


def _by_main_content(page: RawPage, html: str, said: Structured, shown: str, outlet: Outlet, is_free: bool) -> str:
    """The main text of a page without selectors. Raises _Rejected where there is none, or it is no article's."""
    _check_whole(page, html, "")
    tree = PageTree(shown)
    # A script's data would hold what the page keeps for those who pay.
    hydrated = hydrated_text(tree) if is_free else ""
    body = main_content(tree)
    if len(body) < _STUB and len(hydrated) > 2 * len(body):
        return hydrated
    if not body:
        reason = "layout_changed" if outlet.layouts else "no_text"
        looked = ", ".join(repr(layout.body) for layout in outlet.layouts)
        raise _Rejected(reason, f"no body found{f'; selectors tried: {looked}' if looked else ''}")
    is_dated = _published(said, None, False, page.fetched_at) is not None
    is_declared = bool(said.article) or is_dated or _meta(said, "og:type").startswith("article")
    # A legacy font writes its dandas as letters: nothing in it looks like prose.
    if not is_declared and not is_prose(body) and not (legacy_font.names_legacy_font(html) and len(body) >= _STUB):
        raise _Rejected("not_an_article", "no JSON-LD article, no date, no og:type article, and its text is no prose")
    _check_whole(page, html, body)
    return without_frame(body)


def _sign(kind: str, texts: Sequence[str]) -> str | None:
    return next((sign for sign in _SIGNS[kind] for text in texts if sign in text), None)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text).lower()


# Its fields


def _select(tree: PageTree, html: str, outlet: Outlet, today: date) -> _Selected | None:
    """What the first layout with a body finds: those in use today first, then ended ones, then microdata."""
    ended = [layout for layout in outlet.layouts if layout.until and layout.until < today]
    current = [layout for layout in outlet.layouts if layout not in ended]
    for layout in (*current, *ended[::-1], _MICRODATA, _MICRODATA_WHOLE):
        if layout.drop:
            tree.drop(layout.drop)
        lines = [line for element in outermost(tree.all(layout.body)) for line in lines_of(element)]
        if lines:
            return _Selected("\n".join(lines), layout, tree)
        if layout.drop:
            tree = PageTree(html)  # what it dropped may be another layout's
    return None


def _title(
    said: Structured, selected: _Selected | None, outlet: Outlet, method: str, distrusted: bool, lines: Sequence[str]
) -> str:
    headline = text_of(said.article.get("headline"))
    if method == "json_ld" and headline is not None and not distrusted:
        return headline  # as declared, even when empty
    found = selected.text(selected.layout.title) if selected else None
    whole = _without_name(_meta(said, "og:title") or said.title or "", outlet)
    headings = said.headings[:_HEADINGS]
    named = [heading for heading in headings if heading in whole] or headings
    h1 = named[0] if len(named) == 1 else None
    if h1 and h1 not in whole and whole in lines:
        h1 = None  # the outlet's name; the headline is another line of the page
    return _first(distrusted, headline, found, said.microdata.get("headline"), h1, shown_title(whole, lines)) or ""


def _without_name(title: str, outlet: Outlet) -> str:
    """A <title> without the outlet's name at its end (… | दैनिक …, … - The Daily)."""
    parts = re.split(r"\s+[|–—-]\s+", title)
    names = {_plain(name) for name in (outlet.title_hi, outlet.title_en)}
    while len(parts) > 1 and any(name in _plain(parts[-1]) for name in names):
        parts.pop()
        title = title[: title.rindex(parts[-1]) + len(parts[-1])]
    return title


def _published(said: Structured, selected: _Selected | None, distrusted: bool, seen_at: datetime) -> PageTime | None:
    declared = page_time(text_of(said.article.get("datePublished")))
    shown = selected.time(seen_at) if selected else None
    if distrusted and shown:
        return shown
    others = (
        _meta(said, "article:published_time", "datepublished", "publish-date", "pubdate", "dc.date.issued"),
        said.microdata.get("datePublished"),
        *said.times[:1],
    )
    return declared or shown or next((found for text in others if (found := page_time(text))), None)


def _first(distrusted: bool, declared: str | None, *others: str | None) -> str | None:
    """The first value that says something; the declared one last when the outlet's is not to be trusted."""
    order = (*others, declared) if distrusted else (declared, *others)
    return next((value for value in order if value and value.strip()), None)


def _meta(said: Structured, *names: str) -> str:
    return next((value for name in names if (value := said.meta.get(name))), "")


def _no_link(name: str) -> str | None:
    return None if name.startswith(("http://", "https://")) else name


def _canonical(page: RawPage, said: Structured) -> str:
    """The URL that the page gives as its own, when it is of the same site: a page cannot speak for another."""
    node = said.article
    for link in (
        said.canonical,
        _meta(said, "og:url"),
        text_of(node.get("url")),
        text_of(node.get("mainEntityOfPage")),
    ):
        try:
            url = canonical_url(link or "", page.final_url)
        except ValueError:
            continue
        # Some sites name their home page as every page's canonical URL.
        if link and site_of(url) == site_of(page.final_url) and url.split("/", 3)[3]:
            return url
    return page.final_url


# Its letters


def _in_unicode(article: RawArticle, html: str) -> RawArticle:
    """The article with legacy-font Hindi decoded. Raises LegacyFontUnsure."""
    named = legacy_font.names_legacy_font(html)
    font = legacy_font.font_of(article.body or article.title, named)
    if font is None:
        return article

    def decoded(text: str | None) -> str | None:
        return legacy_font.decode(text, font) if text and legacy_font.is_latin(text) else text

    return replace(
        article,
        title=decoded(article.title) or "",
        body=decoded(article.body) or "",
        author=decoded(article.author),
        section=decoded(article.section),
        was_legacy_font=True,
    )
