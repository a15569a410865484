"""The head of a report: where and when it was filed, and by which agency."""

from dataclasses import dataclass
from datetime import date

from rajnay.facts.date_calendar import iso
from rajnay.facts.date_explicit import day_of_month
from rajnay.facts.date_reader import Reader
from rajnay.facts.date_words import AGENCIES, CASES
from rajnay.facts.model import ResolvedDate, Span
from rajnay.text.tokens import tokens


@dataclass(frozen=True, slots=True)
class Dateline:
    """The head of a report: ``नई दिल्ली, 10 सितंबर (भाषा)``. ``place`` and ``agency`` are spans in the text."""

    place: Span
    date: ResolvedDate | None
    agency: Span | None
    end: int


def dateline(text: str, start: int, end: int, published_on: date | None) -> Dateline | None:
    """The dateline with which ``text[start:end]`` (a report's first sentence) begins, or None.

    Place, then a day and month (``नई दिल्ली, 10 सितंबर (भाषा)``) or an agency in brackets (``वाशिंगटन (एपी)``), or both.
    """
    words = tokens(text, start, min(end, start + 120))
    reader = Reader(words, published_on, "past", None)
    i = 0
    while i < len(words) and i < 5 and words[i].text not in ",(:।-–—/" and not words[i].key[:1].isdigit():
        i += 1
    if i == 0 or i >= len(words) or any(reader.keys[k] in CASES for k in range(i)):
        return None
    place = Span(words[0].start, words[i - 1].end)
    at = reader.skip(i, frozenset(",/"))
    read = day_of_month(reader, at) if at < len(words) else None
    when = None
    if read and reader.key(read.end) not in CASES:
        first = iso(read.first, read.precision)
        span = Span(words[at].start, words[read.end - 1].end)
        when = ResolvedDate(span, first, first, read.precision, "dateline", "date.dateline")
        at = reader.skip(read.end, frozenset(","))
    agency = None
    if reader.key(at) in ("(", ":", "-", "–", "—"):
        close = next((k for k in range(at + 1, min(at + 7, len(words))) if words[k].text == ")"), None)
        inner = range(at + 1, close if close is not None else min(at + 2, len(words)))
        if close is not None and any(words[k].key in AGENCIES for k in inner):
            agency = Span(words[at + 1].start, words[close - 1].end)
            at = close + 1
    if when is None and agency is None:
        return None
    return Dateline(place, when, agency, words[min(at, len(words) - 1)].start)
