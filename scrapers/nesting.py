"""Pages that nest so deep that parsing them would never end: HTML parsers take time by the square of the depth."""

import re

_LIMIT = 5_000  # the deepest of real pages is below 100; at 5,000 a parser still takes milliseconds
_FEW_TAGS = 20_000  # with fewer tags no depth costs more than half a second: not worth counting
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:-]{0,30})")
# Void elements, and those that the next of their kind closes.
_FLAT = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
     "p", "li", "td", "tr", "th", "dd", "dt", "option", "url", "loc")
)  # fmt: skip


def nests_too_deep(html: str) -> bool:
    """Whether the page's open elements may reach a depth that no parser should be given."""
    if html.count("<") < _FEW_TAGS:
        return False
    depth = 0
    for match in _TAG.finditer(html):
        if match[2].lower() not in _FLAT:
            depth += -1 if match[1] else 1
            if depth > _LIMIT:
                return True
    return False
