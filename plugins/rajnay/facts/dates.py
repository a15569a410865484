"""Hindi date phrases and what they mean, read by the sentence's tense and the day of publication.

A recursive-descent reader over tokens; what a phrase begins with decides who reads it: ``date_explicit`` (a number,
a month, a year), ``date_weekdays``, ``date_relative`` (कल, पिछले), ``date_distances`` (दो दिन पहले); ``date_ranges``
joins two. Words: ``date_words``. All days are days in India.

Source of the method: TIMEX3 (Pustejovsky et al. 2003), cut down to calendar points and ranges.
"""

from datetime import date

from rajnay.facts.date_calendar import iso
from rajnay.facts.date_distances import distance
from rajnay.facts.date_explicit import bare_day, day_of_month, from_month, from_year, in_digits, span_of_days
from rajnay.facts.date_ranges import bounded, one_stretch
from rajnay.facts.date_reader import Reader, Reading
from rajnay.facts.date_relative import from_day_word, from_direction
from rajnay.facts.date_tense import Tense
from rajnay.facts.date_weekdays import from_weekday, nth_weekday_of_this_month
from rajnay.facts.date_words import DAY_WORDS, DIRECTIONS, FEW, MONTHS, OPENERS, WEEKDAYS, YEAR_WORDS
from rajnay.facts.model import DatePrecision, ResolvedDate, Span
from rajnay.facts.numbers import CARDINALS, ORDINALS
from rajnay.text.tokens import tokens


def _read(reader: Reader, i: int) -> Reading | None:
    """The date phrase that begins at token ``i``."""
    key = reader.keys[i]
    if key[:1].isdigit() or key in CARDINALS or key in ORDINALS or key in FEW:
        return _from_number(reader, i)
    if key in MONTHS:
        return from_month(reader, i)
    if key in WEEKDAYS:
        return from_weekday(reader, i)
    if key in DAY_WORDS:
        return from_day_word(reader, i)
    if key in YEAR_WORDS:
        return from_year(reader, i)
    direction = DIRECTIONS.get(key)
    if direction:
        return from_direction(reader, i + 1, direction, key)
    joined = f"{key} {reader.key(i + 1)}"
    if joined in DIRECTIONS:
        return from_direction(reader, i + 2, DIRECTIONS[joined], joined)
    return None


def _from_number(reader: Reader, i: int) -> Reading | None:
    return (
        in_digits(reader, i) or day_of_month(reader, i) or span_of_days(reader, i) or from_year(reader, i)
        or distance(reader, i, reader.today) or bare_day(reader, i) or nth_weekday_of_this_month(reader, i)
    )  # fmt: skip


def _phrases(reader: Reader) -> list[tuple[int, Reading]]:
    """All phrases with their first tokens, left to right; two that make one stretch are joined."""
    found: list[tuple[int, Reading]] = []
    i = 0
    while i < reader.size:
        key = reader.keys[i]
        read = _read(reader, i) if key in OPENERS or key[:1].isdigit() else None
        if read is None:
            i += 1
            continue
        if read.first and read.precision == "day":
            reader.latest = read.first
        previous = found[-1] if found else None
        joined = one_stretch(reader, previous, i, read)
        if joined:
            found[-1] = (previous[0] if previous else i, joined)
        else:
            found.append((i, read))
        i = max(read.end, i + 1)
    return [(start, bounded(reader, read)) for start, read in found]


def find_dates(
    text: str,
    start: int,
    end: int,
    published_on: date | None,
    tense: Tense = None,
    anchor: date | None = None,
) -> tuple[ResolvedDate, ...]:
    """The date phrases in ``text[start:end]``, left to right, with spans in ``text``.

    ``published_on``: the day of publication in India; without it only dates that name their year are resolved.
    ``tense``: of the verb that the dates belong to. Without one the stretch's last verb is asked, and distances
    (``दो महीने पहले``) are counted to the day; with one they are as exact as their unit.
    ``anchor``: the day that उसी दिन and अगले दिन count from, where the stretch names none before them.
    Rules ``date.until`` (2024 तक) and ``date.since`` (2014 से) mark bounds, not days of an event;
    ``date.week`` gives the month, or nothing where the week straddles two.
    """
    words = tokens(text, start, end)
    reader = Reader(words, published_on, tense, anchor)
    found = []
    for i, read in _phrases(reader):
        precision: DatePrecision = read.precision if read.first else "unknown"
        last = iso(read.last, precision)
        first = iso(read.first, precision)
        span = Span(words[i].start, words[read.end - 1].end)
        found.append(ResolvedDate(span, first, last, precision, read.source, read.rule))
    return tuple(found)
