"""Dates that name a day, month or year: 10 सितंबर 2020, 21/04/2016, 10-12 सितंबर, जून की बाईस तारीख, साल 2013, 15 तारीख.

A month or year left out is the one that the sentence's tense asks for.
"""

import re
from datetime import date

from rajnay.facts.date_calendar import calendar_day, full_year, nth_weekday, shift_months
from rajnay.facts.date_reader import Reader, Reading, one_day, whole_month, whole_year
from rajnay.facts.date_words import (
    AFTER_YEAR,
    AND,
    DASHES,
    DATE_WORDS,
    DAY_LINKS,
    DECADE,
    GENITIVE,
    IN,
    MONTHS,
    MONTHS_NEED_DAY,
    MOTION,
    ON,
    PARTS,
    TO,
    UNITS,
    WEEKDAYS,
    YEAR_WORDS,
)
from rajnay.facts.numbers import ORDINALS

_SLASH_DATE = re.compile(r"([0-9]{1,4})[.]([0-9]{1,2})[.]([0-9]{1,4})")
# A longer list of days is no date; the bound keeps a text of any size linear.
_MOST_DAYS = 8


def in_digits(reader: Reader, i: int) -> Reading | None:
    """21/04/2016, 2015/08/12, 21-04-2016, 13.5.2015, 22/04: day first, as India writes it."""
    dotted = _SLASH_DATE.fullmatch(reader.keys[i])
    if dotted:
        parts, end = list(dotted.groups()), i + 1
    elif reader.key(i + 1) in ("/", "-") and reader.key(i + 3) == reader.key(i + 1):
        parts, end = [reader.key(i), reader.key(i + 2), reader.key(i + 4)], i + 5
    elif reader.key(i + 1) == "/":
        parts, end = [reader.key(i), reader.key(i + 2)], i + 3
    else:
        return None
    if not all(part.isascii() and part.isdigit() and len(part) <= 4 for part in parts):
        return None
    numbers = [int(part) for part in parts]
    if len(numbers) == 2:
        day, month = numbers
        if not (len(parts[1]) == 2 and 1 <= month <= 12 and reader.today):
            return None
        this_year = reader.today.year
        found = reader.near(calendar_day(this_year, month, day), lambda n: calendar_day(this_year + n, month, day))
        return one_day(end, found, "explicit", "date.digits")
    if len(parts[0]) == 4:
        return one_day(end, calendar_day(numbers[0], numbers[1], numbers[2]), "explicit", "date.digits")
    year = full_year(numbers[2], len(parts[2]))
    return one_day(end, calendar_day(year, numbers[1], numbers[0]), "explicit", "date.digits")


def day_of_month(reader: Reader, i: int) -> Reading | None:
    """10 सितंबर 2020, दो अगस्त, पहली जनवरी, दस तारीख सितंबर."""
    day = reader.day_number(i)
    if not day:
        return None
    month = reader.month(reader.skip(day[1], DATE_WORDS))
    return _month_day(reader, month[0], day[0], month[1]) if month else None


def span_of_days(reader: Reader, i: int) -> Reading | None:
    """10-12 सितंबर, 10 से 12 सितंबर, 10 और 11 सितंबर, 10, 11 और 12 सितंबर."""
    first = reader.day_number(i)
    last, at = first, first[1] if first else i
    for _ in range(_MOST_DAYS):
        if not last or reader.key(at) not in DAY_LINKS:
            return None
        last = reader.day_number(at + 1)
        if not last:
            return None
        at = last[1]
        month = reader.month(reader.skip(at, DATE_WORDS))
        if month and first:
            told = first if reader.tense == "past" else last
            end = _month_day(reader, month[0], told[0], month[1])
            if end and end.last:
                start, end_day = (calendar_day(end.last.year, end.last.month, day) for day in (first[0], last[0]))
                if start and end_day and start <= end_day:
                    return end._replace(first=start, last=end_day, rule="date.days_of_month")
            return None
    return None


def from_year(reader: Reader, i: int) -> Reading | None:
    """साल 2013, सन् 1947, 2013 में."""
    marked = reader.key(i) in YEAR_WORDS
    if reader.key(i) == ",":
        return None
    year = reader.year(i)
    if not year:
        return None
    end = year[1]
    if reader.key(end) in GENITIVE and reader.key(end + 1) in DECADE:
        return Reading(end, None, None, "unknown", "explicit", "date.decade")
    following = reader.key(end + 1) if reader.key(end) in DASHES else ""
    if following == f"{(year[0] + 1) % 100:02}" and (marked or reader.key(end + 2) in AFTER_YEAR):
        # वर्ष 2024-25: from April to March.
        first, last = date(year[0], 4, 1), date(year[0] + 1, 3, 31)
        return Reading(end + 2, first, last, "year", "explicit", "date.financial_year")
    if marked or reader.key(end) in AFTER_YEAR:
        return whole_year(end, year[0], "explicit", "date.year")
    return None


def from_month(reader: Reader, i: int) -> Reading | None:
    """सितंबर 2020, जून की बाईस तारीख, जनवरी 12, 2016, जुलाई के पहले शुक्रवार, सितंबर में."""
    month = reader.month(i)
    if not month:
        return None
    number, at = month
    year = reader.year(at)
    if year and reader.key(at) != ",":
        return whole_month(year[1], year[0], number, "explicit", "date.month_year")
    linked = reader.key(at) in GENITIVE or reader.key(at) in DASHES
    day = reader.day_number(at + 1 if linked else at)
    if day and reader.key(at + 1 if linked else at) not in ORDINALS:
        end = day[1]
        dated = reader.key(end) in DATE_WORDS
        with_year = reader.year(end + 1 if dated else end)
        shown = dated or with_year or reader.key(end) in (ON, ",", "") or (linked and reader.key(end) not in AND)
        if shown and reader.key(end) not in UNITS and reader.key(end) not in MONTHS:
            return _month_day(reader, number, day[0], end + 1 if dated and with_year else end)
    elif linked and day and WEEKDAYS.get(reader.key(day[1])) is not None and reader.today is not None:
        weekday, nth, this_year = WEEKDAYS[reader.key(day[1])], day[0], reader.today.year
        found = reader.near(
            nth_weekday(this_year, number, weekday, nth),
            lambda n: nth_weekday(this_year + n, number, weekday, nth),
        )
        return one_day(day[1] + 1, found, "explicit", "date.nth_weekday")
    in_part = reader.key(at) in GENITIVE and reader.key(at + 1) in PARTS
    if reader.keys[i] in MONTHS_NEED_DAY and not in_part and reader.key(at) not in (IN, *TO):
        return None
    if reader.today is None:
        return None
    this_year = reader.today.year
    today = reader.today.replace(day=1)
    choices = {n: calendar_day(this_year + n, number, 1) for n in (-1, 0, 1)}
    if reader.tense == "future":
        first = min((d for d in choices.values() if d and d >= today), default=None)
    elif reader.tense == "past" or not reader.appointment:
        first = max((d for d in choices.values() if d and d <= today), default=None)
    else:
        first = min((d for d in choices.values() if d), key=lambda d: abs((d - today).days), default=None)
    return whole_month(at, first.year, first.month, "explicit", "date.month") if first else None


def bare_day(reader: Reader, i: int) -> Reading | None:
    """15 तारीख को, 22 तारीख; 15 को only before a motion (else it counts people) or in an appointment."""
    day = reader.day_number(i)
    if not day:
        return None
    end = day[1]
    named = reader.key(end) in DATE_WORDS
    if not named and (reader.key(end) != ON or reader.key(i) in ORDINALS):
        return None
    if not named and not (reader.appointment or reader.key(end + 1) in MOTION):
        return None
    if named and reader.key(end + 1) in WEEKDAYS:
        found = day_with_weekday(reader, day[0], WEEKDAYS[reader.key(end + 1)])
        return one_day(end + 2, found, "explicit", "date.day_weekday")
    return day_near(reader, day[0], end)


def day_near(reader: Reader, day: int, end: int) -> Reading | None:
    """A day without its month: of the month that the tense asks for."""
    if reader.today is None:
        return None
    today = reader.today

    def in_month(n: int) -> date | None:
        month = shift_months(today.replace(day=1), n)
        return calendar_day(month.year, month.month, day) if month else None

    return one_day(end, reader.near(in_month(0), in_month), "explicit", "date.day")


def day_with_weekday(reader: Reader, day: int, weekday: int) -> date | None:
    """The nearest month whose ``day`` falls on ``weekday``: the weekday proves the month."""
    if reader.today is None:
        return None
    for n in (0, -1, 1, -2, 2, -3, 3):
        month = shift_months(reader.today.replace(day=1), n)
        found = calendar_day(month.year, month.month, day) if month else None
        if found and found.weekday() == weekday:
            return found
    return None


def _month_day(reader: Reader, month: int, day: int, end: int) -> Reading | None:
    """A day and month, with a year after it or the one that the tense asks for."""
    year = reader.year(end)
    if year:
        return one_day(year[1], calendar_day(year[0], month, day), "explicit", "date.day_month_year")
    if reader.today is None:
        return None
    this_year = reader.today.year
    found = reader.near(calendar_day(this_year, month, day), lambda n: calendar_day(this_year + n, month, day))
    return one_day(end, found, "explicit", "date.day_month")
