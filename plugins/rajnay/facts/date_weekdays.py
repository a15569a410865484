"""Weekdays: in the past tense the last such day (today included), in the future tense the next; or their own date.

All days are days in India: the night of a western clock is the next day's (``western_night``).
"""

from rajnay.facts.date_calendar import nth_weekday, shift_days
from rajnay.facts.date_explicit import day_of_month, day_with_weekday, from_month, in_digits
from rajnay.facts.date_reader import Reader, Reading, one_day
from rajnay.facts.date_words import (
    CLOCK,
    DATE_WORDS,
    DIRECTIONS,
    GENITIVE,
    LATE,
    MONTHS,
    UNITS,
    WEEKDAYS,
    WEEKDAYS_NEED_DATE,
    WESTERN,
)
from rajnay.facts.numbers import ORDINALS


def from_weekday(reader: Reader, i: int) -> Reading | None:
    """सोमवार को, सोमवार 12 जनवरी, गुरुवार 21 तारीख, शुक्रवार अगले हफ्ते, गुरुवार (10 सितंबर)."""
    weekday = WEEKDAYS[reader.keys[i]]
    at = i + 1
    bracket = reader.key(at) == "("
    inner = reader.skip(reader.skip(at, frozenset("(,")), GENITIVE)
    dated = day_of_month(reader, inner) or (from_month(reader, inner) if reader.key(inner) in MONTHS else None)
    if dated is None and reader.key(inner) and inner < reader.size:
        dated = in_digits(reader, inner) if reader.key(inner)[:1].isdigit() else None
    if dated and dated.precision == "day":
        return dated._replace(end=reader.skip(dated.end, frozenset(")")) if bracket else dated.end)
    if reader.keys[i] in WEEKDAYS_NEED_DATE:
        return None
    day = reader.day_number(at)
    if day and reader.key(day[1]) in DATE_WORDS:
        found = day_with_weekday(reader, day[0], weekday)
        return one_day(day[1], found, "explicit", "date.day_weekday")
    direction = DIRECTIONS.get(reader.key(at))
    if direction and UNITS.get(reader.key(at + 1)) == "week":
        return weekday_of_week(reader, at + 2, weekday, direction)
    if reader.today is None:
        return None
    ahead = (weekday - reader.today.weekday()) % 7
    days = ahead - 7 * (ahead > 0) if reader.tense == "past" else ahead
    day_meant = shift_days(reader.today, days)
    if day_meant and western_night(reader, i, at):
        day_meant = shift_days(day_meant, 1)
    return one_day(at, day_meant, "weekday", "date.weekday")


def nth_weekday_of_this_month(reader: Reader, i: int) -> Reading | None:
    """दूसरे रविवार को, where the text is an appointment's (else पहले is an adverb)."""
    nth, weekday = ORDINALS.get(reader.keys[i]), WEEKDAYS.get(reader.key(i + 1))
    if not reader.appointment or nth is None or weekday is None or reader.today is None:
        return None
    day = nth_weekday(reader.today.year, reader.today.month, weekday, nth)
    return one_day(i + 2, day, "relative", "date.nth_weekday")


def weekday_of_week(reader: Reader, end: int, weekday: int, direction: str) -> Reading | None:
    """The weekday of last, this or next week (Monday to Sunday): शुक्रवार अगले हफ्ते."""
    if reader.today is None:
        return None
    weeks = {"last": -1, "next": 1}.get(direction, 0)
    return one_day(
        end, shift_days(reader.today, weekday - reader.today.weekday() + 7 * weeks), "weekday", "date.weekday_of_week"
    )


def western_night(reader: Reader, i: int, end: int) -> bool:
    """अमेरिकी समय के अनुसार बुधवार शाम is Thursday in India."""
    if reader.key(end) not in LATE:
        return False
    before = reader.keys[max(0, i - 6) : i]
    return any(key in CLOCK and k and before[k - 1] in WESTERN for k, key in enumerate(before))
