"""A stretch of tokens being read for dates, and what a phrase in it means.

Here is what all phrases share: a day of the month, a month, a year in digits or words, and which of the
neighbouring years or months the tense asks for.

Source of ``Reading``: TIMEX3 (Pustejovsky et al. 2003), cut down to calendar points and ranges.
"""

import calendar
from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from rajnay.facts.date_calendar import calendar_day
from rajnay.facts.date_tense import Tense, tense_of
from rajnay.facts.date_words import MONTHS, MONTHS_NEED_DAY, YEAR_WORDS
from rajnay.facts.model import DatePrecision, DateSource
from rajnay.facts.numbers import CARDINALS, ORDINALS, digits, read_number
from rajnay.text.tokens import Token


class Reading(NamedTuple):
    """What a phrase that ends before token ``end`` means: first and last day, None where they can't be known."""

    end: int
    first: date | None
    last: date | None
    precision: DatePrecision
    source: DateSource
    rule: str


class Reader:
    """One stretch of tokens with what its dates are read by.

    ``today``: the day of publication in India. ``anchor``: the day that उसी दिन counts from; ``latest``: the day last
    told in the stretch, which comes before it.
    """

    def __init__(self, words: Sequence[Token], today: date | None, tense: Tense, anchor: date | None) -> None:
        self.words = words
        self.keys = [token.key for token in words]
        self.size = len(words)
        self.today = today
        # Without a known tense the verb at hand is asked, and phrases are read as in an appointment book:
        # to the day, and counted from today.
        self.appointment = tense is None
        self.tense: Tense = tense or tense_of(words)
        self.anchor = anchor
        self.latest: date | None = None

    def key(self, i: int) -> str:
        """The match key of token ``i``, empty outside the stretch."""
        return self.keys[i] if 0 <= i < self.size else ""

    def skip(self, i: int, kinds: frozenset[str]) -> int:
        """The token after ``i`` if that is one of ``kinds``, else ``i``."""
        return i + 1 if self.key(i) in kinds else i

    def near(self, day: date | None, next_one: Callable[[int], date | None]) -> date | None:
        """Of the same day in neighbouring years (or months), the one the tense asks for."""
        choices = [d for d in (next_one(-1), day, next_one(1)) if d]
        today = self.today
        if today is None or not choices:
            return None
        if self.tense == "past":
            return max((d for d in choices if d <= today), default=None)
        if self.tense == "future":
            return min((d for d in choices if d >= today), default=None)
        return min(choices, key=lambda d: abs((d - today).days))

    def day_number(self, i: int) -> tuple[int, int] | None:
        """A day of the month in digits or words: (day, next token)."""
        key = self.key(i)
        value = digits(key)
        if value is None:
            word = CARDINALS.get(key, ORDINALS.get(key))
            value = None if word is None else float(word)
        elif "." in key or "," in key or len(key) > 2:
            return None
        if value is not None and 1 <= value <= 31:
            return int(value), i + 1
        return None

    def year(self, i: int) -> tuple[int, int] | None:
        """A year of four digits or in words, after an optional comma and सन: (year, next token)."""
        i = self.skip(i, frozenset(","))
        i = self.skip(i, YEAR_WORDS)
        key = self.key(i)
        if len(key) == 4 and key.isascii() and key.isdigit():
            return (int(key), i + 1) if 1000 <= int(key) <= 2999 else None
        if digits(key) is not None or key not in CARDINALS:
            return None
        number = read_number(self.words, i)
        if number and number.end > i + 1 and 1000 <= number.value <= 2999 and number.value == int(number.value):
            return int(number.value), number.end
        return None

    def month(self, i: int) -> tuple[int, int] | None:
        """A month's name, with the stop of its short form: (month, next token)."""
        month = MONTHS.get(self.key(i))
        if month is None:
            return None
        return month, i + 2 if self.key(i + 1) == "." and self.key(i) in MONTHS_NEED_DAY | {"अक्टू"} else i + 1


def whole_month(end: int, year: int, month: int, source: DateSource, rule: str) -> Reading | None:
    """A phrase that means all days of a month, None outside the calendar."""
    first = calendar_day(year, month, 1)
    if first is None:
        return None
    return Reading(end, first, first.replace(day=calendar.monthrange(year, month)[1]), "month", source, rule)


def whole_year(end: int, year: int, source: DateSource, rule: str) -> Reading:
    """A phrase that means all days of a year."""
    return Reading(end, date(year, 1, 1), date(year, 12, 31), "year", source, rule)


def one_day(end: int, day: date | None, source: DateSource, rule: str) -> Reading | None:
    """A phrase that means ``day``, None where there is no such day."""
    return Reading(end, day, day, "day", source, rule) if day else None
