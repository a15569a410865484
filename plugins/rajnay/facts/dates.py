"""Hindi date phrases and what they mean, read by the sentence's tense and the day of publication.

A recursive-descent reader over tokens; words in ``lexicon/dates.toml``. A weekday or कल in the past tense is the
last such day (today included), in the future tense the next. All days are days in India.

Source of the method: TIMEX3 (Pustejovsky et al. 2003), cut down to calendar points and ranges.
"""

import calendar
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, NamedTuple

from rajnay.facts.lexicons import read_lexicon
from rajnay.facts.model import DatePrecision, DateSource, ResolvedDate, Span
from rajnay.facts.numbers import CARDINALS, ORDINALS, digits, keyed, read_number
from rajnay.text.keys import match_key
from rajnay.text.tokens import Token, tokens

Tense = Literal["past", "future"] | None

_LEXICON = read_lexicon("dates")


def _words(section: str, name: str = "words") -> frozenset[str]:
    return frozenset(match_key(word) for word in _LEXICON[section][name])


_MONTHS = {key: int(value) for key, value in keyed(_LEXICON["months"]).items()}
_MONTHS_NEED_DAY = _words("months_need_day")
_WEEKDAYS = {key: int(value) for key, value in keyed(_LEXICON["weekdays"]).items()}
_WEEKDAYS_NEED_DATE = _words("weekdays_need_date")
_DAY_WORDS = keyed(_LEXICON["day_words"])
_UNITS = keyed(_LEXICON["units"])
_DIRECTIONS = keyed(_LEXICON["directions"])
_NEAREST = _words("nearest")
_SIDES = keyed(_LEXICON["sides"])
_FEW = _words("few")
_YEAR_WORDS = _words("marks", "year_words")
_DATE_WORDS = _words("marks", "date_words")
_GENITIVE = _words("marks", "genitive")
_AND = _words("marks", "and")
_FROM = _words("marks", "from")
_TO = _words("marks", "to")
_AFTER_YEAR = _words("marks", "after_year")
_EARLY = _words("day_parts", "early")
_LATE = _words("day_parts", "late")
_WESTERN = _words("western_clocks")
_CLOCK = _words("western_clocks", "clock")
_PAST = _words("tense", "past")
_FUTURE_ENDINGS = tuple(match_key(word) for word in _LEXICON["tense"]["future_endings"])
_AGENCIES = _words("agencies")
_PARTS = _words("marks", "parts")
_DECADE = _words("marks", "decade")
_NIGHT = _words("marks", "night")
_ONLY = match_key("ही")
_MOTION = _words("marks", "motion")
_IN = match_key("में")
_CASES = _GENITIVE | frozenset(map(match_key, ("ने", "को", "से", "में", "पर", "तक")))
_ON = match_key("को")
_FROM_NOW = frozenset(_DAY_WORDS)
_DASHES = frozenset("-–—")
_DAY_LINKS = _DASHES | _AND | _FROM | {","}
_SLASH_DATE = re.compile(r"([0-9]{1,4})[.]([0-9]{1,2})[.]([0-9]{1,4})")
_FEW_DAYS = 3
# A list of days or of units longer than this is no date; the bounds keep a text of any size linear.
_MOST_DAYS = 8
_MOST_UNITS = 4

DAY_KEYS = frozenset().union(_WEEKDAYS, _MONTHS, _DAY_WORDS, _DATE_WORDS)
"""Match keys of the words that a day ends with before को: weekdays, months, आज, तारीख."""

# What a date phrase may begin with; all other words are passed over at once.
_OPENERS = frozenset().union(
    _MONTHS, _WEEKDAYS, _DAY_WORDS, _DIRECTIONS, _YEAR_WORDS, _FEW, CARDINALS, ORDINALS, (match_key("आने"),)
)


class _Read(NamedTuple):
    """What a phrase that ends before token ``end`` means: first and last day, None where they can't be known."""

    end: int
    first: date | None
    last: date | None
    precision: DatePrecision
    source: DateSource
    rule: str


@dataclass(frozen=True, slots=True)
class Dateline:
    """The head of a report: ``नई दिल्ली, 10 सितंबर (भाषा)``. ``place`` and ``agency`` are spans in the text."""

    place: Span
    date: ResolvedDate | None
    agency: Span | None
    end: int


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _shift_months(day: date, months: int) -> date | None:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        return None
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _shift_days(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> date | None:
    first = date(year, month, 1)
    return _day(year, month, 1 + (weekday - first.weekday()) % 7 + 7 * (nth - 1))


def _full_year(value: int, n_digits: int) -> int:
    if n_digits > 2:
        return value
    return value + (2000 if value < 70 else 1900)


def tense_of(words: Sequence[Token]) -> Tense:
    """The tense of the last verb in ``words``, from its ending; None without one."""
    for token in reversed(words):
        if token.key.endswith(_FUTURE_ENDINGS):
            return "future"
        if token.key in _PAST:
            return "past"
    return None


class _Reader:
    """Reads the date phrases of one stretch of tokens."""

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
        return self.keys[i] if 0 <= i < self.size else ""

    def skip(self, i: int, kinds: frozenset[str]) -> int:
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

    # -- parts ---------------------------------------------------------------------------------------------------

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
        i = self.skip(i, _YEAR_WORDS)
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
        month = _MONTHS.get(self.key(i))
        if month is None:
            return None
        return month, i + 2 if self.key(i + 1) == "." and self.key(i) in _MONTHS_NEED_DAY | {"अक्टू"} else i + 1

    def whole_month(self, end: int, year: int, month: int, source: DateSource, rule: str) -> _Read | None:
        first = _day(year, month, 1)
        if first is None:
            return None
        return _Read(end, first, first.replace(day=calendar.monthrange(year, month)[1]), "month", source, rule)

    def whole_year(self, end: int, year: int, source: DateSource, rule: str) -> _Read:
        return _Read(end, date(year, 1, 1), date(year, 12, 31), "year", source, rule)

    def one_day(self, end: int, day: date | None, source: DateSource, rule: str) -> _Read | None:
        return _Read(end, day, day, "day", source, rule) if day else None

    def month_day(self, month: int, day: int, end: int) -> _Read | None:
        """A day and month, with a year after it or the one that the tense asks for."""
        year = self.year(end)
        if year:
            return self.one_day(year[1], _day(year[0], month, day), "explicit", "date.day_month_year")
        if self.today is None:
            return None
        this_year = self.today.year
        found = self.near(_day(this_year, month, day), lambda n: _day(this_year + n, month, day))
        return self.one_day(end, found, "explicit", "date.day_month")

    # -- phrases, by what they begin with ------------------------------------------------------------------------

    def read(self, i: int) -> _Read | None:
        """The date phrase that begins at token ``i``."""
        key = self.keys[i]
        if key[:1].isdigit() or key in CARDINALS or key in ORDINALS or key in _FEW:
            return self.from_number(i)
        if key in _MONTHS:
            return self.from_month(i)
        if key in _WEEKDAYS:
            return self.from_weekday(i)
        if key in _DAY_WORDS:
            return self.from_day_word(i)
        if key in _YEAR_WORDS:
            return self.from_year(i)
        direction = _DIRECTIONS.get(key)
        if direction:
            return self.from_direction(i + 1, direction, key)
        joined = f"{key} {self.key(i + 1)}"
        if joined in _DIRECTIONS:
            return self.from_direction(i + 2, _DIRECTIONS[joined], joined)
        return None

    def from_number(self, i: int) -> _Read | None:
        return (
            self.in_digits(i) or self.day_of_month(i) or self.span_of_days(i) or self.from_year(i)
            or self.distance(i, self.today) or self.bare_day(i) or self.nth_weekday_of_this_month(i)
        )  # fmt: skip

    def in_digits(self, i: int) -> _Read | None:
        """21/04/2016, 2015/08/12, 21-04-2016, 13.5.2015, 22/04: day first, as India writes it."""
        dotted = _SLASH_DATE.fullmatch(self.keys[i])
        if dotted:
            parts, end = list(dotted.groups()), i + 1
        elif self.key(i + 1) in ("/", "-") and self.key(i + 3) == self.key(i + 1):
            parts, end = [self.key(i), self.key(i + 2), self.key(i + 4)], i + 5
        elif self.key(i + 1) == "/":
            parts, end = [self.key(i), self.key(i + 2)], i + 3
        else:
            return None
        if not all(part.isascii() and part.isdigit() and len(part) <= 4 for part in parts):
            return None
        numbers = [int(part) for part in parts]
        if len(numbers) == 2:
            day, month = numbers
            if not (len(parts[1]) == 2 and 1 <= month <= 12 and self.today):
                return None
            this_year = self.today.year
            found = self.near(_day(this_year, month, day), lambda n: _day(this_year + n, month, day))
            return self.one_day(end, found, "explicit", "date.digits")
        if len(parts[0]) == 4:
            return self.one_day(end, _day(numbers[0], numbers[1], numbers[2]), "explicit", "date.digits")
        year = _full_year(numbers[2], len(parts[2]))
        return self.one_day(end, _day(year, numbers[1], numbers[0]), "explicit", "date.digits")

    def day_of_month(self, i: int) -> _Read | None:
        """10 सितंबर 2020, दो अगस्त, पहली जनवरी, दस तारीख सितंबर."""
        day = self.day_number(i)
        if not day:
            return None
        month = self.month(self.skip(day[1], _DATE_WORDS))
        return self.month_day(month[0], day[0], month[1]) if month else None

    def span_of_days(self, i: int) -> _Read | None:
        """10-12 सितंबर, 10 से 12 सितंबर, 10 और 11 सितंबर, 10, 11 और 12 सितंबर."""
        first = self.day_number(i)
        last, at = first, first[1] if first else i
        for _ in range(_MOST_DAYS):
            if not last or self.key(at) not in _DAY_LINKS:
                return None
            last = self.day_number(at + 1)
            if not last:
                return None
            at = last[1]
            month = self.month(self.skip(at, _DATE_WORDS))
            if month and first:
                told = first if self.tense == "past" else last
                end = self.month_day(month[0], told[0], month[1])
                if end and end.last:
                    start, end_day = (_day(end.last.year, end.last.month, day) for day in (first[0], last[0]))
                    if start and end_day and start <= end_day:
                        return end._replace(first=start, last=end_day, rule="date.days_of_month")
                return None
        return None

    def from_year(self, i: int) -> _Read | None:
        """साल 2013, सन् 1947, 2013 में."""
        marked = self.key(i) in _YEAR_WORDS
        if self.key(i) == ",":
            return None
        year = self.year(i)
        if not year:
            return None
        end = year[1]
        if self.key(end) in _GENITIVE and self.key(end + 1) in _DECADE:
            return _Read(end, None, None, "unknown", "explicit", "date.decade")
        following = self.key(end + 1) if self.key(end) in _DASHES else ""
        if following == f"{(year[0] + 1) % 100:02}" and (marked or self.key(end + 2) in _AFTER_YEAR):
            # वर्ष 2024-25: from April to March.
            first, last = date(year[0], 4, 1), date(year[0] + 1, 3, 31)
            return _Read(end + 2, first, last, "year", "explicit", "date.financial_year")
        if marked or self.key(end) in _AFTER_YEAR:
            return self.whole_year(end, year[0], "explicit", "date.year")
        return None

    def bare_day(self, i: int) -> _Read | None:
        """15 तारीख को, 22 तारीख; 15 को only before a motion (else it counts people) or in an appointment."""
        day = self.day_number(i)
        if not day:
            return None
        end = day[1]
        named = self.key(end) in _DATE_WORDS
        if not named and (self.key(end) != _ON or self.key(i) in ORDINALS):
            return None
        if not named and not (self.appointment or self.key(end + 1) in _MOTION):
            return None
        if named and self.key(end + 1) in _WEEKDAYS:
            found = self.day_with_weekday(day[0], _WEEKDAYS[self.key(end + 1)])
            return self.one_day(end + 2, found, "explicit", "date.day_weekday")
        return self.day_near(day[0], end)

    def day_near(self, day: int, end: int) -> _Read | None:
        """A day without its month: of the month that the tense asks for."""
        if self.today is None:
            return None
        today = self.today

        def in_month(n: int) -> date | None:
            month = _shift_months(today.replace(day=1), n)
            return _day(month.year, month.month, day) if month else None

        return self.one_day(end, self.near(in_month(0), in_month), "explicit", "date.day")

    def day_with_weekday(self, day: int, weekday: int) -> date | None:
        """The nearest month whose ``day`` falls on ``weekday``: the weekday proves the month."""
        if self.today is None:
            return None
        for n in (0, -1, 1, -2, 2, -3, 3):
            month = _shift_months(self.today.replace(day=1), n)
            found = _day(month.year, month.month, day) if month else None
            if found and found.weekday() == weekday:
                return found
        return None

    def nth_weekday_of_this_month(self, i: int) -> _Read | None:
        """दूसरे रविवार को, where the text is an appointment's (else पहले is an adverb)."""
        nth, weekday = ORDINALS.get(self.keys[i]), _WEEKDAYS.get(self.key(i + 1))
        if not self.appointment or nth is None or weekday is None or self.today is None:
            return None
        day = _nth_weekday(self.today.year, self.today.month, weekday, nth)
        return self.one_day(i + 2, day, "relative", "date.nth_weekday")

    def distance(self, i: int, origin: date | None) -> _Read | None:
        """दो दिन पहले, 1 महीने और 21 दिन पहले, तीन हफ्ते बाद, दो सप्ताह में."""
        start, months, days, working, unit = i, 0, 0, 0, ""
        for _ in range(_MOST_UNITS):
            if self.key(i) in _FEW:
                amount: float = _FEW_DAYS
                at = i + 2 if self.key(i + 1) == match_key("ही") else i + 1
            else:
                number = read_number(self.words, i)
                if number is None or number.value > 5000:
                    break
                amount, at = number.value, number.end
            two = f"{self.key(at)} {self.key(at + 1)}"
            name = _UNITS.get(two) or _UNITS.get(self.key(at))
            if name is None:
                break
            at += 2 if two in _UNITS else 1
            unit = name
            if name == "year":
                months += int(amount * 12)
            elif name == "month":
                months += int(amount)
            elif name == "week":
                days += int(amount * 7)
            elif name == "working_day":
                working += int(amount)
            else:
                days += int(amount)
            i = self.skip(at, _AND)
            if i != at and read_number(self.words, i) is None:
                return None
        if not unit or origin is None:
            return None
        side = _SIDES.get(self.key(i))
        if side is None and not (self.key(i) == _IN and (self.appointment or self.tense == "future")):
            return None
        # बैठक से दो दिन पहले, उनके दो दिन बाद: counted from an event that no calendar knows.
        before = self.key(start - 1)
        if (before in _FROM and origin is self.today and self.key(start - 2) not in _FROM_NOW) or before in _GENITIVE:
            return None
        sign = -1 if side == "before" else 1
        end = i + 1 if side or working or origin is self.today else i
        moved = _shift_months(origin, sign * months)
        found = _shift_days(moved, sign * days) if moved else None
        while working and found:
            found = _shift_days(found, sign)
            working -= bool(found and found.weekday() < 5)
        if found is None:
            return None
        rule = "date.distance" if side else "date.within"
        if not self.appointment and days == 0 and unit == "year":
            return self.whole_year(end, found.year, "relative", rule)
        if not self.appointment and days == 0 and unit == "month":
            return self.whole_month(end, found.year, found.month, "relative", rule)
        return self.one_day(end, found, "relative", rule)

    def from_month(self, i: int) -> _Read | None:
        """सितंबर 2020, जून की बाईस तारीख, जनवरी 12, 2016, जुलाई के पहले शुक्रवार, सितंबर में."""
        month = self.month(i)
        if not month:
            return None
        number, at = month
        year = self.year(at)
        if year and self.key(at) != ",":
            return self.whole_month(year[1], year[0], number, "explicit", "date.month_year")
        linked = self.key(at) in _GENITIVE or self.key(at) in _DASHES
        day = self.day_number(at + 1 if linked else at)
        if day and self.key(at + 1 if linked else at) not in ORDINALS:
            end = day[1]
            dated = self.key(end) in _DATE_WORDS
            with_year = self.year(end + 1 if dated else end)
            shown = dated or with_year or self.key(end) in (_ON, ",", "") or (linked and self.key(end) not in _AND)
            if shown and self.key(end) not in _UNITS and self.key(end) not in _MONTHS:
                return self.month_day(number, day[0], end + 1 if dated and with_year else end)
        elif linked and day and _WEEKDAYS.get(self.key(day[1])) is not None and self.today is not None:
            weekday, nth, this_year = _WEEKDAYS[self.key(day[1])], day[0], self.today.year
            found = self.near(
                _nth_weekday(this_year, number, weekday, nth),
                lambda n: _nth_weekday(this_year + n, number, weekday, nth),
            )
            return self.one_day(day[1] + 1, found, "explicit", "date.nth_weekday")
        in_part = self.key(at) in _GENITIVE and self.key(at + 1) in _PARTS
        if self.keys[i] in _MONTHS_NEED_DAY and not in_part and self.key(at) not in (_IN, *_TO):
            return None
        if self.today is None:
            return None
        this_year = self.today.year
        today = self.today.replace(day=1)
        choices = {n: _day(this_year + n, number, 1) for n in (-1, 0, 1)}
        if self.tense == "future":
            first = min((d for d in choices.values() if d and d >= today), default=None)
        elif self.tense == "past" or not self.appointment:
            first = max((d for d in choices.values() if d and d <= today), default=None)
        else:
            first = min((d for d in choices.values() if d), key=lambda d: abs((d - today).days), default=None)
        return self.whole_month(at, first.year, first.month, "explicit", "date.month") if first else None

    def from_weekday(self, i: int) -> _Read | None:
        """सोमवार को, सोमवार 12 जनवरी, गुरुवार 21 तारीख, शुक्रवार अगले हफ्ते, गुरुवार (10 सितंबर)."""
        weekday = _WEEKDAYS[self.keys[i]]
        at = i + 1
        bracket = self.key(at) == "("
        inner = self.skip(self.skip(at, frozenset("(,")), _GENITIVE)
        dated = self.day_of_month(inner) or (self.from_month(inner) if self.key(inner) in _MONTHS else None)
        if dated is None and self.key(inner) and inner < self.size:
            dated = self.in_digits(inner) if self.key(inner)[:1].isdigit() else None
        if dated and dated.precision == "day":
            return dated._replace(end=self.skip(dated.end, frozenset(")")) if bracket else dated.end)
        if self.keys[i] in _WEEKDAYS_NEED_DATE:
            return None
        day = self.day_number(at)
        if day and self.key(day[1]) in _DATE_WORDS:
            found = self.day_with_weekday(day[0], weekday)
            return self.one_day(day[1], found, "explicit", "date.day_weekday")
        direction = _DIRECTIONS.get(self.key(at))
        if direction and _UNITS.get(self.key(at + 1)) == "week":
            return self.weekday_of_week(at + 2, weekday, direction)
        if self.today is None:
            return None
        ahead = (weekday - self.today.weekday()) % 7
        days = ahead - 7 * (ahead > 0) if self.tense == "past" else ahead
        day_meant = _shift_days(self.today, days)
        if day_meant and self.western_night(i, at):
            day_meant = _shift_days(day_meant, 1)
        return self.one_day(at, day_meant, "weekday", "date.weekday")

    def western_night(self, i: int, end: int) -> bool:
        """अमेरिकी समय के अनुसार बुधवार शाम is Thursday in India."""
        if self.key(end) not in _LATE:
            return False
        before = self.keys[max(0, i - 6) : i]
        return any(key in _CLOCK and k and before[k - 1] in _WESTERN for k, key in enumerate(before))

    def weekday_of_week(self, end: int, weekday: int, direction: str) -> _Read | None:
        if self.today is None:
            return None
        weeks = {"last": -1, "next": 1}.get(direction, 0)
        return self.one_day(
            end, _shift_days(self.today, weekday - self.today.weekday() + 7 * weeks), "weekday", "date.weekday_of_week"
        )

    def from_day_word(self, i: int) -> _Read | None:
        """आज, कल, परसों; आज से दो दिन बाद, अब से दो सप्ताह में, अभी से अगले दो रविवार."""
        word = _DAY_WORDS[self.keys[i]]
        # आज-कल and आज तक are no days.
        if self.today is None or (word == "today" and self.key(i + 1) in _TO):
            return None
        if self.key(i + 1) in _DASHES and self.key(i + 2) in _DAY_WORDS:
            return None
        far = self.key(i + 1) in _FROM and (self.distance_follows(i + 2) or _DIRECTIONS.get(self.key(i + 2)) == "next")
        steps = {"today": 0, "now": 0, "either_1": 1, "either_2": 2, "either_3": 3}[word]
        origin = _shift_days(self.today, -steps if self.tense == "past" else steps)
        if far:
            if _DIRECTIONS.get(self.key(i + 2)) == "next":
                return self.from_direction(i + 3, "next", self.key(i + 2))
            return self.distance(i + 2, origin)
        if word == "now":
            return None
        if word == "today" and self.western_night(i, i + 1):
            origin = _shift_days(self.today, 1)
        return self.one_day(i + 1, origin, "relative", "date.day_word")

    def distance_follows(self, i: int) -> bool:
        number = read_number(self.words, i)
        return number is not None and self.key(number.end) in _UNITS

    def from_direction(self, at: int, direction: str, word: str) -> _Read | None:
        """इस शुक्रवार, अगले रविवार, पिछले हफ्ते रविवार, इस महीने की 15 तारीख, पिछले साल नवंबर, उसी दिन."""
        at = at + 1 if self.key(at) == _ONLY and _UNITS.get(self.key(at + 1)) == "day" else at
        key = self.key(at)
        if direction == "last" and key in _NIGHT and self.today is not None:
            return self.one_day(at + 1, _shift_days(self.today, -1), "relative", "date.last_night")
        if direction == "that":
            return self.anchored(at, 0) or self.that_day(at)
        weekday = _WEEKDAYS.get(key)
        if weekday is not None and key not in _WEEKDAYS_NEED_DATE:
            return self.directed_weekday(at + 1, weekday, direction, word)
        month = self.month(at)
        if month:
            return self.directed_month(month, direction)
        unit = _UNITS.get(key)
        if unit == "day":
            return self.anchored(at, {"last": -1, "next": 1}.get(direction, 0))
        if self.today is None:
            return None
        shift = {"last": -1, "next": 1}.get(direction, 0)
        if unit == "week":
            return self.directed_week(at + 1, direction, shift)
        if unit == "month":
            month_start = _shift_months(self.today.replace(day=1), shift)
            return self.inside_month(at + 1, month_start) if month_start else None
        if unit == "year":
            return self.inside_year(at + 1, self.today.year + shift)
        number = read_number(self.words, at)
        if direction == "next" and number and self.key(number.end) in _WEEKDAYS:
            # अगले दो सोमवार: the second Monday from now.
            ahead = (_WEEKDAYS[self.key(number.end)] - self.today.weekday() - 1) % 7 + 1
            end = number.end + 1
            if self.key(end) in _GENITIVE and _SIDES.get(self.key(end + 1)) == "after":
                ahead, end = (ahead if ahead < 7 else 0), end + 2
                number = number._replace(value=number.value + (ahead == 0))
            found = _shift_days(self.today, ahead + 7 * (int(number.value) - 1))
            return self.one_day(end, found, "relative", "date.weekdays_ahead")
        return None

    def that_day(self, at: int) -> _Read | None:
        """उस 27 को, उस 21 तारीख को."""
        day = self.day_number(at)
        if day and (self.key(day[1]) == _ON or self.key(day[1]) in _DATE_WORDS):
            return self.day_near(day[0], day[1])
        return None

    def anchored(self, at: int, days: int) -> _Read | None:
        """उसी दिन, अगले दिन: counted from the day last told."""
        if _UNITS.get(self.key(at)) != "day" or self.keys[at] == match_key("दिनों"):
            return None
        origin = self.latest or self.anchor or (self.today if self.appointment else None)
        if origin is None:
            return None
        return self.one_day(at + 1, _shift_days(origin, days), "context", "date.anchored")

    def directed_weekday(self, end: int, weekday: int, direction: str, word: str) -> _Read | None:
        if self.today is None:
            return None
        ahead = (weekday - self.today.weekday()) % 7
        if direction == "this":
            days = weekday - self.today.weekday()
        elif direction == "last":
            days = ahead - 7
        elif word in _NEAREST:
            days = ahead or 7
        else:
            days = weekday - self.today.weekday() + 7
        return self.one_day(end, _shift_days(self.today, days), "weekday", "date.directed_weekday")

    def directed_month(self, month: tuple[int, int], direction: str) -> _Read | None:
        """बीते अगस्त, इसी मार्च, आगामी जून."""
        if self.today is None:
            return None
        year, this_month = self.today.year, self.today.month
        if direction == "last":
            year -= month[0] >= this_month
        elif direction == "next":
            year += month[0] <= this_month
        return self.whole_month(month[1], year, month[0], "relative", "date.directed_month")

    def directed_week(self, end: int, direction: str, shift: int) -> _Read | None:
        """A week: its day where one is named; else the month where all its days agree."""
        at = self.skip(end, _GENITIVE)
        weekday = _WEEKDAYS.get(self.key(at))
        if weekday is not None and self.key(at) not in _WEEKDAYS_NEED_DATE:
            return self.weekday_of_week(at + 1, weekday, direction)
        if self.today is None:
            return None
        monday = _shift_days(self.today, -self.today.weekday() + 7 * shift)
        sunday = _shift_days(monday, 6) if monday else None
        if monday is None or sunday is None:
            return None
        if monday.month == sunday.month:
            return self.whole_month(end, monday.year, monday.month, "relative", "date.week")
        return _Read(end, None, None, "unknown", "relative", "date.week")

    def inside_month(self, end: int, month_start: date) -> _Read | None:
        """A month, or the day of it that is named: की 15 तारीख, के पहले शुक्रवार."""
        at = self.skip(end, _GENITIVE)
        day = self.day_number(at)
        if day:
            weekday = _WEEKDAYS.get(self.key(day[1]))
            if weekday is not None and self.key(at) in ORDINALS:
                found = _nth_weekday(month_start.year, month_start.month, weekday, day[0])
                return self.one_day(day[1] + 1, found, "relative", "date.nth_weekday")
            if self.key(day[1]) in _DATE_WORDS or self.key(day[1]) == _ON:
                found = _day(month_start.year, month_start.month, day[0])
                return self.one_day(day[1], found, "relative", "date.day_of_month")
        return self.whole_month(end, month_start.year, month_start.month, "relative", "date.directed_unit")

    def inside_year(self, end: int, year: int) -> _Read | None:
        """A year, or the day or month of it that is named: पिछले साल नवंबर, इसी साल 15 अगस्त."""
        at = self.skip(end, _GENITIVE)
        day = self.day_number(at)
        month = self.month(self.skip(day[1], _DATE_WORDS)) if day else self.month(at)
        if day and month:
            return self.one_day(month[1], _day(year, month[0], day[0]), "explicit", "date.day_month")
        if month:
            nested = self.day_number(month[1] + 1) if self.key(month[1]) in _GENITIVE else None
            if nested and self.key(nested[1]) in _DATE_WORDS:
                return self.one_day(nested[1], _day(year, month[0], nested[0]), "explicit", "date.day_month")
            return self.whole_month(month[1], year, month[0], "relative", "date.month")
        return self.whole_year(end, year, "relative", "date.directed_unit") if 1 <= year <= 9999 else None

    # -- all phrases, and ranges between them --------------------------------------------------------------------

    def find(self) -> list[tuple[int, _Read]]:
        found: list[tuple[int, _Read]] = []
        i = 0
        while i < self.size:
            key = self.keys[i]
            read = self.read(i) if key in _OPENERS or key[:1].isdigit() else None
            if read is None:
                i += 1
                continue
            if read.first and read.precision == "day":
                self.latest = read.first
            previous = found[-1] if found else None
            joined = self.join(previous, i, read)
            if joined:
                found[-1] = (previous[0] if previous else i, joined)
            else:
                found.append((i, read))
            i = max(read.end, i + 1)
        return [(start, self.bounded(read)) for start, read in found]

    def join(self, previous: tuple[int, _Read] | None, i: int, read: _Read) -> _Read | None:
        """31 अगस्त से 1 सितंबर तक, सोमवार और मंगलवार को, 2013 से 2015: one stretch of days."""
        if not previous:
            return None
        before = previous[1]
        link = self.key(before.end)
        if before.end + 1 != i or before.precision != read.precision or not (before.first and read.last):
            return None
        if not (link in _FROM or link in _DASHES or link in _AND) or before.source == "context":
            return None
        first = before.first
        if first > read.last and before.source == "weekday" and read.source == "weekday":
            first = first - timedelta(days=7)
        if first > read.last or (link in _AND and (read.last - first).days > 6):
            return None
        # सितंबर-अक्टूबर तक is a deadline, 31 अगस्त से 1 सितंबर तक is not.
        deadline = self.key(read.end) in _TO and link not in _FROM
        return read._replace(first=first, rule="date.until" if deadline else "date.range")

    def bounded(self, read: _Read) -> _Read:
        """2024 तक is a deadline and 2014 से a start: no day on which something took place."""
        if read.rule in ("date.range", "date.until"):
            return read
        part = read.end + 1 if self.key(read.end) in _GENITIVE and self.key(read.end + 1) in _PARTS else None
        if part and (self.key(part + 1) in _TO or (self.key(part + 1) in _FROM and self.key(part + 2) in _SIDES)):
            # इस साल के अंत तक, मार्च के अंत से पहले
            return read._replace(rule="date.until")
        if self.key(read.end) in _TO:
            return read._replace(rule="date.until")
        if self.key(read.end) in _FROM:
            return read._replace(rule="date.since")
        return read


def _iso(day: date | None, precision: DatePrecision) -> str | None:
    if day is None or precision == "unknown":
        return None
    return day.isoformat()[: {"day": 10, "month": 7, "year": 4}[precision]]


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
    reader = _Reader(words, published_on, tense, anchor)
    found = []
    for i, read in reader.find():
        precision: DatePrecision = read.precision if read.first else "unknown"
        last = _iso(read.last, precision)
        first = _iso(read.first, precision)
        span = Span(words[i].start, words[read.end - 1].end)
        found.append(ResolvedDate(span, first, last, precision, read.source, read.rule))
    return tuple(found)


def dateline(text: str, start: int, end: int, published_on: date | None) -> Dateline | None:
    """The dateline with which ``text[start:end]`` (a report's first sentence) begins, or None.

    Place, then a day and month (``नई दिल्ली, 10 सितंबर (भाषा)``) or an agency in brackets (``वाशिंगटन (एपी)``), or both.
    """
    words = tokens(text, start, min(end, start + 120))
    reader = _Reader(words, published_on, "past", None)
    i = 0
    while i < len(words) and i < 5 and words[i].text not in ",(:।-–—/" and not words[i].key[:1].isdigit():
        i += 1
    if i == 0 or i >= len(words) or any(reader.keys[k] in _CASES for k in range(i)):
        return None
    place = Span(words[0].start, words[i - 1].end)
    at = reader.skip(i, frozenset(",/"))
    read = reader.day_of_month(at) if at < len(words) else None
    when = None
    if read and reader.key(read.end) not in _CASES:
        first = _iso(read.first, read.precision)
        span = Span(words[at].start, words[read.end - 1].end)
        when = ResolvedDate(span, first, first, read.precision, "dateline", "date.dateline")
        at = reader.skip(read.end, frozenset(","))
    agency = None
    if reader.key(at) in ("(", ":", "-", "–", "—"):
        close = next((k for k in range(at + 1, min(at + 7, len(words))) if words[k].text == ")"), None)
        inner = range(at + 1, close if close is not None else min(at + 2, len(words)))
        if close is not None and any(words[k].key in _AGENCIES for k in inner):
            agency = Span(words[at + 1].start, words[close - 1].end)
            at = close + 1
    if when is None and agency is None:
        return None
    return Dateline(place, when, agency, words[min(at, len(words) - 1)].start)
