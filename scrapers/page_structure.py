"""The skeleton of a page: which elements its text stands in. That of a good page shows what a new layout changed."""

import difflib
import re
from collections.abc import Sequence

from selectolax.lexbor import LexborNode

from scrapers.page_tree import SILENT, PageTree

_DEPTH = 12
_LINES = 250
_DIFF_LINES = 30
_FRAME = frozenset(
    ("nav", "footer", "aside", "form", "button", "b", "i", "em", "strong", "span", "a", "br", "font", "img")
)
_MADE = re.compile(r"\d{2,}|^(?:css|sc|jsx)-|^_")  # of one article, or of one build


def structure_of(html: str) -> list[str]:
    """One line an element that holds text (`  div.story`, indented by depth), alike siblings as one (`p …`).

    Without inline elements, navigation and names that are of this page alone, so that two pages of one layout give
    almost the same lines.
    """
    body = PageTree(html).first("body")
    lines: list[str] = []
    # An explicit stack: pages nest deeper than Python's recursion goes.
    stack = [(child, 0) for child in reversed(_children(body))] if body else []
    while stack and len(lines) < _LINES:
        element, depth = stack.pop()
        line = "  " * depth + _name(element)
        if lines and lines[-1].removesuffix(" …") == line and not _children(element):
            lines[-1] = f"{line} …"
            continue
        lines.append(line)
        if depth < _DEPTH:
            stack += [(child, depth + 1) for child in reversed(_children(element))]
    return lines


def structure_diff(good: Sequence[str], found: Sequence[str]) -> list[str]:
    """What stands in ``good`` (-) and in ``found`` (+), with two lines around it; cut where it is long."""
    lines = list(difflib.unified_diff(good, found, "as it was", "as it is", n=2, lineterm=""))
    more = len(lines) - _DIFF_LINES
    return lines if more <= 0 else [*lines[:_DIFF_LINES], f"… and {more} more lines"]


def _children(element: LexborNode) -> list[LexborNode]:
    return [
        child
        for child in element.iter()
        if child.tag and not child.tag.startswith("-") and child.tag not in SILENT and child.tag not in _FRAME
        if child.text(deep=True, strip=True)
    ]


def _name(element: LexborNode) -> str:
    given = element.attributes
    names = [f"#{given['id']}"] if given.get("id") and not _MADE.search(given["id"] or "") else []
    names += [f".{name}" for name in (given.get("class") or "").split()[:3] if not _MADE.search(name)]
    return f"{element.tag}{''.join(names)}"[:80]
