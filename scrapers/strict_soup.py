"""CSS selectors on a list page that fail when it is not as they expect, where others would return None and go on."""

import re

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PreformattedString

from scrapers.page_tree import BLOCKS, SILENT

_SPACE = re.compile(r"[ \t\r\n\f]+")


class LayoutChanged(Exception):
    """A selector found less than it must. The message names the selector and what was found."""


class StrictSoup:
    """A parsed page. ``html``: text, already decoded."""

    def __init__(self, html: str) -> None:
        self._soup = BeautifulSoup(html, "lxml")

    def many(self, selector: str, least: int = 1) -> list[Tag]:
        """All elements, in the page's order. Raises LayoutChanged when they are fewer than ``least``."""
        found = list(self._soup.select(selector))
        if len(found) < least:
            raise LayoutChanged(f"{selector!r}: found {len(found)}, expected at least {least}")
        return found

    def one(self, selector: str) -> Tag:
        """The only element. Raises LayoutChanged when there is none, or more than one."""
        found = self._soup.select(selector, limit=2)
        if len(found) != 1:
            raise LayoutChanged(f"{selector!r}: found {'none' if not found else 'more than one'}, expected one")
        return found[0]

    def optional(self, selector: str) -> Tag | None:
        """The first element, or None."""
        return self._soup.select_one(selector)

    def drop(self, selector: str) -> None:
        """Remove all elements that ``selector`` finds."""
        for element in self._soup.select(selector):
            element.extract()


def paragraphs(element: Tag) -> list[str]:
    """The lines of text of an element as a browser would show them: one a block, spaces collapsed, none empty."""
    lines: list[list[str]] = [[]]
    # An explicit stack: pages nest deeper than Python's recursion goes.
    stack: list[object] = [element]
    while stack:
        node = stack.pop()
        if node is _BREAK:
            lines.append([])
        elif isinstance(node, Tag):
            if node.name in SILENT:
                continue
            if node.name in BLOCKS:
                lines.append([])
                stack.append(_BREAK)
            stack.extend(reversed(node.contents))
        elif isinstance(node, NavigableString) and not isinstance(node, PreformattedString):
            lines[-1].append(str(node))
    texts = (_SPACE.sub(" ", "".join(line)).strip() for line in lines)
    return [text for text in texts if text]


_BREAK = object()
