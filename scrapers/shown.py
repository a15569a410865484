"""What a page shows to its readers and says to no machine: its headline's own words, and the time below it."""

import re
from collections.abc import Sequence
from datetime import datetime

from scrapers.dates import PageTime, is_labelled_published, page_time

_SEPARATORS = re.compile(r"\s+[|–—:•»-]\s+|\s*[|»:]\s+")
_BYLINE = 120  # characters: a longer line is text
_NEAR = 12  # lines between headline and text that may be byline, place, tools for sharing
_OVER = 3  # lines over the headline
_LONG_TITLE = 500  # characters: a longer one is no headline, and may be a trap of separators
_SHORT_TITLE = 12  # characters: a shorter part of a <title> is a name or a section


def shown_title(title: str, lines: Sequence[str]) -> str:
    """The longest part of a <title>, cut at its separators, that stands on the page as a line of its own; else all."""
    if len(title) > _LONG_TITLE:
        return title
    shown = set(lines)
    starts = [0, *(match.end() for match in _SEPARATORS.finditer(title))]
    ends = [*(match.start() for match in _SEPARATORS.finditer(title)), len(title)]
    parts = [title[start:end] for start in starts for end in ends if end - start >= _SHORT_TITLE]
    return max((part for part in parts if part in shown), key=len, default=title)


def shown_time(lines: Sequence[str], title: str, body: str, seen_at: datetime) -> PageTime | None:
    """The time in the byline: between headline and text; just above it or below the text where a word says what it is.

    ``lines``: the page's, of which ``title`` and those of ``body`` are some. A date anywhere else is another article's,
    or today's.
    """
    at = next((n for n, line in enumerate(lines) if line == title), None)
    if at is None:
        return None
    told = {line for line in body.split("\n") if line}
    of_text = [n for n in range(at + 1, len(lines)) if lines[n] in told or len(lines[n]) > _BYLINE]
    begin, end = (of_text[0], of_text[-1]) if of_text else (len(lines), len(lines))
    above = [line for line in lines[at + 1 : min(begin, at + 1 + _NEAR)] if len(line) <= _BYLINE]
    below = [line for line in lines[end + 1 : end + 1 + _NEAR] if len(line) <= _BYLINE]
    over = [line for line in lines[max(0, at - _OVER) : at] if len(line) <= _BYLINE]
    labelled = [line for line in (*above, *over, *below) if is_labelled_published(line)]
    return next((found for line in (*labelled, *above) if (found := page_time(line, seen_at))), None)


def heading_above(headings: Sequence[str], lines: Sequence[str], body: str) -> str:
    """The last of the page's headings that stands over the text; empty where none does."""
    first = body.split("\n", 1)[0]
    over = lines[: lines.index(first)] if first in lines else []
    return next((heading for heading in reversed(headings) if heading in over), "")
