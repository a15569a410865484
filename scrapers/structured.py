"""What a page says about itself to machines: JSON-LD, <meta>, canonical link, microdata, headings.

Everything in it is a stranger's: any type may stand where a string should.
"""

import html as entities
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from scrapers.page_tree import PageTree

ARTICLE_TYPES = frozenset(
    ("Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "BackgroundNewsArticle", "BlogPosting",
     "OpinionNewsArticle", "ReviewNewsArticle", "AskPublicNewsArticle", "Report")
)  # fmt: skip
"""schema.org's types whose text is an article."""

_MAX_NODES = 2_000
_SPACE = re.compile(r"\s+")
_WRAPPERS = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*$")
_PLAIN_SELECTOR = re.compile(r"[.#]?-?[A-Za-z_][A-Za-z0-9_-]*(?:\s*,\s*[.#]?-?[A-Za-z_][A-Za-z0-9_-]*){0,20}")
_SURROGATE = re.compile("[\ud800-\udfff]")
_TRAILING_COMMA = re.compile(r",\s*(?=[}\]])")

Node = Mapping[str, Any]


@dataclass(frozen=True)
class Structured:
    """``nodes``: JSON-LD objects that stand for the page itself (not those nested in others). ``meta``: first content
    by lower-case name, property or itemprop. ``microdata``: first value by itemprop."""

    nodes: tuple[Node, ...]
    meta: Mapping[str, str]
    microdata: Mapping[str, str]
    canonical: str | None
    title: str | None
    headings: tuple[str, ...]  # the <h1>s; the <h2>s where there is none
    times: tuple[
        str, ...
    ]  # of <time datetime> and hAtom's, those called published first, those called updated left out
    by: str | None  # the text of a link to the author

    @property
    def types(self) -> frozenset[str]:
        """All JSON-LD types of the page."""
        return frozenset(kind for node in self.nodes for kind in types_of(node))

    @cached_property
    def article(self) -> Node:
        """The JSON-LD article, the one with the longest text where there are several; empty where there is none."""
        found = [node for node in self.nodes if types_of(node) & ARTICLE_TYPES]
        return max(found, key=lambda node: len(text_of(node.get("articleBody")) or ""), default={})


def types_of(node: Node) -> frozenset[str]:
    """The types of a JSON-LD object, without the schema.org address."""
    kinds = node.get("@type")
    return frozenset(
        k.rsplit("/", 1)[-1] for k in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(k, str)
    )


def text_of(value: Any) -> str | None:
    """A JSON-LD value as text, untouched: a string, a number, an object's name or value, the first of a list."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, (int, float)):
        return str(value)
    if isinstance(value, list):
        return next((text for item in value if (text := text_of(item)) is not None), None)
    if isinstance(value, dict):
        return next((text for key in ("@value", "name", "value", "@id") if (text := text_of(value.get(key)))), None)
    return None


def names_of(value: Any, nodes: Sequence[Node] = ()) -> str | None:
    """All names of a JSON-LD person or organisation, or a list of them, joined by commas.

    One that is named by its @id alone is looked up in ``nodes``.
    """
    named = {node["@id"]: node.get("name") for node in nodes if isinstance(node.get("@id"), str)}
    names = []
    for item in value if isinstance(value, list) else [value]:
        name = text_of(item)
        if isinstance(item, dict) and name == item.get("@id"):
            name = text_of(named.get(name))
        names.append(name)
    kept = dict.fromkeys(_line(name) for name in names if name and not name.startswith(("http://", "https://", "#")))
    return ", ".join(name for name in kept if name) or None


def is_false(value: Any) -> bool:
    """Whether a JSON-LD value says no: false, "False", "https://schema.org/False"."""
    return value is False or (isinstance(value, str) and value.strip().lower().rsplit("/", 1)[-1] == "false")


def paid_parts(node: Node) -> list[str]:
    """CSS selectors of the parts that a JSON-LD article marks as not free.

    Names of classes, ids and tags only, as search engines want them: a stranger's selector could take for ever.
    """
    parts = node.get("hasPart")
    return [
        selector
        for part in (parts if isinstance(parts, list) else [parts])
        if isinstance(part, dict) and is_false(part.get("isAccessibleForFree"))
        if isinstance(selector := part.get("cssSelector"), str) and _PLAIN_SELECTOR.fullmatch(selector)
    ]


def read_structured(page: PageTree) -> Structured:
    """What the page says; whatever is broken in it is left out."""
    meta: dict[str, str] = {}
    for element in page.all("meta[content]"):
        for attribute in ("property", "name", "itemprop"):
            if (name := element.attributes.get(attribute)) and (content := element.attributes.get("content")):
                meta.setdefault(name.lower(), content.strip())
    scripts = [s.text() for s in page.all("script[type]") if "ld+json" in (s.attributes.get("type") or "").lower()]
    nodes = [node for script in scripts for value in _load(script) for node in _own_nodes(value)]
    link = page.first("link[rel~=canonical i]")
    title = page.first("head > title") or page.first("title")
    author = page.first("a[rel~=author], .vcard .fn, .byline .author, .createdby [itemprop=name]")
    return Structured(
        nodes=tuple(nodes[:_MAX_NODES]),
        meta=meta,
        microdata=_microdata(page),
        canonical=link.attributes.get("href") if link else None,
        title=_line(title.text()) or None if title else None,
        headings=_headings(page, "h1") or _headings(page, "h2"),
        times=_times(page),
        by=_line(author.text()) or None if author else None,
    )


def _headings(page: PageTree, tag: str) -> tuple[str, ...]:
    return tuple(heading for heading in (_line(element.text()) for element in page.all(tag)) if heading)


def _times(page: PageTree) -> tuple[str, ...]:
    published, others = [], []
    for element in page.all("time[datetime], abbr.published[title], .dt-published[datetime]"):
        given = element.attributes
        text = given.get("datetime") or given.get("title")
        names = f"{given.get('class') or ''} {given.get('itemprop') or ''}".lower()
        if text and ("publish" in names or "pubdate" in given):
            published.append(text)
        elif text and not ("updated" in names or "modified" in names):
            others.append(text)
    return (*published, *others)


def _microdata(page: PageTree) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in page.all("[itemprop]"):
        if (name := element.attributes.get("itemprop")) and name not in found and name != "articleBody":
            value = element.attributes.get("content") or element.attributes.get("datetime") or _line(element.text())
            if value:
                found[name] = value
    return found


def _own_nodes(value: Any) -> Iterator[Node]:
    """The objects that a JSON-LD document says of the page: itself, a list's, a @graph's, a mainEntity."""
    todo = [value]
    for _ in range(_MAX_NODES):
        if not todo:
            return
        item = todo.pop(0)
        if isinstance(item, list):
            todo = item[:_MAX_NODES] + todo
        elif isinstance(item, dict):
            yield item
            todo = [part for key in ("@graph", "mainEntity") if (part := item.get(key))] + todo


def _load(script: str) -> list[Any]:
    """The JSON values of a script; of a broken one what common repairs give."""
    script = script.strip().rstrip(";")
    for text in (script, _repaired(script)):
        try:
            return [_whole(json.loads(text, strict=False))]  # strict would refuse raw newlines in strings
        except (ValueError, RecursionError):
            continue
    return _several(_repaired(script))


def _whole(value: Any) -> Any:
    """A JSON value without lone surrogates, which its strings can hold and neither files nor parsers can."""
    if isinstance(value, str):
        return _SURROGATE.sub("\ufffd", value)
    if isinstance(value, list):
        return [_whole(item) for item in value]
    if isinstance(value, dict):
        return {_whole(key): _whole(item) for key, item in value.items()}
    return value


def _repaired(script: str) -> str:
    text = _WRAPPERS.sub("", _WRAPPERS.sub("", script)).strip().rstrip(";")
    if re.match(r"[\[{]\s*&quot;", text):
        text = entities.unescape(text)
    return _TRAILING_COMMA.sub("", text)


def _several(text: str) -> list[Any]:
    """Values that stand one after the other, up to the first that does not parse."""
    decoder, values, at = json.JSONDecoder(strict=False), [], 0
    while at < len(text):
        try:
            value, at = decoder.raw_decode(text, at)
            values.append(_whole(value))
        except (ValueError, RecursionError):
            break
        while at < len(text) and text[at] in " \t\r\n,;":
            at += 1
    return values


def _line(text: str) -> str:
    return _SPACE.sub(" ", text).strip()
