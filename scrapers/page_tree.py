"""An article page as a tree of elements, parsed with lexbor (selectolax).

The hot path: every page passes here, and back-fills are millions. On a real page of 340 KB parsing and selecting takes
0.6 ms, with beautifulsoup4 15 ms. Lists of links, one a night, are read with ``scrapers.strict_soup``.
"""

import html
import re
from collections.abc import Iterable

from selectolax.lexbor import LexborHTMLParser, LexborNode

_SPACE = re.compile(r"[ \t\r\n\f]+")
_BLOCK_TAG = re.compile(r"</(?:p|div|li)>|<br\s*/?>", re.I)
_ESCAPED_BLOCK = re.compile(r"&lt;/(?:p|div|li)&gt;|&lt;br\s*/?&gt;", re.I)
# Elements that begin and end a line of text where they stand.
BLOCKS = frozenset(
    ("address", "article", "aside", "blockquote", "br", "caption", "center", "dd", "div", "dl", "dt", "figcaption",
     "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p",
     "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul")
)  # fmt: skip
SILENT = frozenset(
    ("script", "style", "noscript", "template", "textarea", "select", "option", "svg", "iframe", "object", "head")
)


class PageTree:
    """A parsed page. Selectors are CSS; one that is not raises selectolax's SelectolaxError."""

    def __init__(self, text: str) -> None:
        self._tree = LexborHTMLParser(text)

    @property
    def html(self) -> str:
        """The page as it now is."""
        return self._tree.html or ""

    def all(self, selector: str) -> list[LexborNode]:
        """The elements that ``selector`` finds, in the page's order."""
        return self._tree.css(selector)

    def first(self, selector: str) -> LexborNode | None:
        """The first of them, or None."""
        return self._tree.css_first(selector)

    def drop(self, selector: str) -> None:
        """Remove the elements that ``selector`` finds. Elements got before must not be used after it."""
        # Outermost ones only: removing an element frees the memory of those in it.
        for element in outermost(self.all(selector)):
            element.decompose()

    def lines(self) -> list[str]:
        """All visible text, as ``lines_of``."""
        return lines_of(self._tree.body) if self._tree.body else []

    def text(self) -> str:
        """All visible text on one line."""
        return " ".join(self.lines())


def outermost(elements: Iterable[LexborNode]) -> list[LexborNode]:
    """Elements that stand in none of the others."""
    found = {element.mem_id: element for element in elements}
    kept = []
    for element in found.values():
        parent = element.parent
        while parent is not None and parent.mem_id not in found:
            parent = parent.parent
        if parent is None:
            kept.append(element)
    return kept


def lines_of(element: LexborNode) -> list[str]:
    """The lines of text of an element as a browser would show them: one a block, spaces collapsed, none empty."""
    lines: list[list[str]] = [[]]
    # An explicit stack: pages nest deeper than Python's recursion goes. None ends a block.
    stack: list[LexborNode | None] = [element]
    while stack:
        node = stack.pop()
        tag = node.tag if node is not None else None
        if node is None or tag is None:
            lines.append([])
        elif tag == "-text":
            lines[-1].append(node.text_content or "")
        elif not tag.startswith("-") and tag not in SILENT:
            if tag in BLOCKS:
                lines.append([])
                stack.append(None)
            stack.extend(reversed(list(node.iter(include_text=True))))
    texts = (_SPACE.sub(" ", "".join(line)).strip() for line in lines)
    return [text for text in texts if text]


def lines_of_markup(text: str) -> list[str]:
    """The lines of a text that may be HTML, or HTML escaped once more; of any other text, its lines as they are."""
    if _ESCAPED_BLOCK.search(text):
        text = html.unescape(text)
    if _BLOCK_TAG.search(text):
        return PageTree(text).lines()
    return [line.strip() for line in text.split("\n") if line.strip()]


def is_markup(text: str) -> bool:
    """Whether a text is HTML, or HTML escaped once more."""
    return bool(_BLOCK_TAG.search(text) or _ESCAPED_BLOCK.search(text))
