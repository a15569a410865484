"""Days and stretches told from today or from the day last told: आज, कल, पिछले हफ्ते, अगले रविवार, उसी दिन.

कल and परसों are before today in the past tense, else after it.
"""

from datetime import date

from rajnay.facts.date_calendar import calendar_day, nth_weekday, shift_days, shift_months
from rajnay.facts.date_distances import distance, distance_follows
from rajnay.facts.date_explicit import day_near
from rajnay.facts.date_reader import Reader, Reading, one_day, whole_month, whole_year
from rajnay.facts.date_weekdays import weekday_of_week, western_night
from rajnay.facts.date_words import (
    DASHES,
    DATE_WORDS,
    DAY_WORDS,
    DIRECTIONS,
    FROM,
    GENITIVE,
    NEAREST,
    NIGHT,
    ON,
    ONLY,
    SIDES,
    TO,
    UNITS,
    WEEKDAYS,
    WEEKDAYS_NEED_DATE,
)
from rajnay.facts.numbers import ORDINALS, read_number
from rajnay.text.keys import match_key


def from_day_word(reader: Reader, i: int) -> Reading | None:
    """आज, कल, परसों; आज से दो दिन बाद, अब से दो सप्ताह में, अभी से अगले दो रविवार."""
    word = DAY_WORDS[reader.keys[i]]
    # आज-कल and आज तक are no days.
    if reader.today is None or (word == "today" and reader.key(i + 1) in TO):
        return None
    if reader.key(i + 1) in DASHES and reader.key(i + 2) in DAY_WORDS:
        return None
    far = reader.key(i + 1) in FROM and (distance_follows(reader, i + 2) or DIRECTIONS.get(reader.key(i + 2)) == "next")
    steps = {"today": 0, "now": 0, "either_1": 1, "either_2": 2, "either_3": 3}[word]
    origin = shift_days(reader.today, -steps if reader.tense == "past" else steps)
    if far:
        if DIRECTIONS.get(reader.key(i + 2)) == "next":
            return from_direction(reader, i + 3, "next", reader.key(i + 2))
        return distance(reader, i + 2, origin)
    if word == "now":
        return None
    if word == "today" and western_night(reader, i, i + 1):
        origin = shift_days(reader.today, 1)
    return one_day(i + 1, origin, "relative", "date.day_word")


def from_direction(reader: Reader, at: int, direction: str, word: str) -> Reading | None:
    """इस शुक्रवार, अगले रविवार, पिछले हफ्ते रविवार, इस महीने की 15 तारीख, पिछले साल नवंबर, उसी दिन."""
    at = at + 1 if reader.key(at) == ONLY and UNITS.get(reader.key(at + 1)) == "day" else at
    key = reader.key(at)
    if direction == "last" and key in NIGHT and reader.today is not None:
        return one_day(at + 1, shift_days(reader.today, -1), "relative", "date.last_night")
    if direction == "that":
        return _anchored(reader, at, 0) or _that_day(reader, at)
    weekday = WEEKDAYS.get(key)
    if weekday is not None and key not in WEEKDAYS_NEED_DATE:
        return _directed_weekday(reader, at + 1, weekday, direction, word)
    month = reader.month(at)
    if month:
        return _directed_month(reader, month, direction)
    unit = UNITS.get(key)
    if unit == "day":
        return _anchored(reader, at, {"last": -1, "next": 1}.get(direction, 0))
    if reader.today is None:
        return None
    shift = {"last": -1, "next": 1}.get(direction, 0)
    if unit == "week":
        return _directed_week(reader, at + 1, direction, shift)
    if unit == "month":
        month_start = shift_months(reader.today.replace(day=1), shift)
        return _inside_month(reader, at + 1, month_start) if month_start else None
    if unit == "year":
        return _inside_year(reader, at + 1, reader.today.year + shift)
    number = read_number(reader.words, at)
    if direction == "next" and number and reader.key(number.end) in WEEKDAYS:
        # अगले दो सोमवार: the second Monday from now.
        ahead = (WEEKDAYS[reader.key(number.end)] - reader.today.weekday() - 1) % 7 + 1
        end = number.end + 1
        if reader.key(end) in GENITIVE and SIDES.get(reader.key(end + 1)) == "after":
            ahead, end = (ahead if ahead < 7 else 0), end + 2
            number = number._replace(value=number.value + (ahead == 0))
        found = shift_days(reader.today, ahead + 7 * (int(number.value) - 1))
        return one_day(end, found, "relative", "date.weekdays_ahead")
    return None


def _that_day(reader: Reader, at: int) -> Reading | None:
    """उस 27 को, उस 21 तारीख को."""
    day = reader.day_number(at)
    if day and (reader.key(day[1]) == ON or reader.key(day[1]) in DATE_WORDS):
        return day_near(reader, day[0], day[1])
    return None


def _anchored(reader: Reader, at: int, days: int) -> Reading | None:
    """उसी दिन, अगले दिन: counted from the day last told."""
    if UNITS.get(reader.key(at)) != "day" or reader.keys[at] == match_key("दिनों"):
        return None
    origin = reader.latest or reader.anchor or (reader.today if reader.appointment else None)
    if origin is None:
        return None
    return one_day(at + 1, shift_days(origin, days), "context", "date.anchored")


def _directed_weekday(reader: Reader, end: int, weekday: int, direction: str, word: str) -> Reading | None:
    if reader.today is None:
        return None
    ahead = (weekday - reader.today.weekday()) % 7
    if direction == "this":
        days = weekday - reader.today.weekday()
    elif direction == "last":
        days = ahead - 7
    elif word in NEAREST:
        days = ahead or 7
    else:
        days = weekday - reader.today.weekday() + 7
    return one_day(end, shift_days(reader.today, days), "weekday", "date.directed_weekday")


def _directed_month(reader: Reader, month: tuple[int, int], direction: str) -> Reading | None:
    """बीते अगस्त, इसी मार्च, आगामी जून."""
    if reader.today is None:
        return None
    year, this_month = reader.today.year, reader.today.month
    if direction == "last":
        year -= month[0] >= this_month
    elif direction == "next":
        year += month[0] <= this_month
    return whole_month(month[1], year, month[0], "relative", "date.directed_month")


def _directed_week(reader: Reader, end: int, direction: str, shift: int) -> Reading | None:
    """A week: its day where one is named; else the month where all its days agree."""
    at = reader.skip(end, GENITIVE)
    weekday = WEEKDAYS.get(reader.key(at))
    if weekday is not None and reader.key(at) not in WEEKDAYS_NEED_DATE:
        return weekday_of_week(reader, at + 1, weekday, direction)
    if reader.today is None:
        return None
    monday = shift_days(reader.today, -reader.today.weekday() + 7 * shift)
    sunday = shift_days(monday, 6) if monday else None
    if monday is None or sunday is None:
        return None
    if monday.month == sunday.month:
        return whole_month(end, monday.year, monday.month, "relative", "date.week")
    return Reading(end, None, None, "unknown", "relative", "date.week")


def _inside_month(reader: Reader, end: int, month_start: date) -> Reading | None:
    """A month, or the day of it that is named: की 15 तारीख, के पहले शुक्रवार."""
    at = reader.skip(end, GENITIVE)
    day = reader.day_number(at)
    if day:
        weekday = WEEKDAYS.get(reader.key(day[1]))
        if weekday is not None and reader.key(at) in ORDINALS:
            found = nth_weekday(month_start.year, month_start.month, weekday, day[0])
            return one_day(day[1] + 1, found, "relative", "date.nth_weekday")
        if reader.key(day[1]) in DATE_WORDS or reader.key(day[1]) == ON:
            found = calendar_day(month_start.year, month_start.month, day[0])
            return one_day(day[1], found, "relative", "date.day_of_month")
    return whole_month(end, month_start.year, month_start.month, "relative", "date.directed_unit")


def _inside_year(reader: Reader, end: int, year: int) -> Reading | None:
    """A year, or the day or month of it that is named: पिछले साल नवंबर, इसी साल 15 अगस्त."""
    at = reader.skip(end, GENITIVE)
    day = reader.day_number(at)
    month = reader.month(reader.skip(day[1], DATE_WORDS)) if day else reader.month(at)
    if day and month:
        return one_day(month[1], calendar_day(year, month[0], day[0]), "explicit", "date.day_month")
    if month:
        nested = reader.day_number(month[1] + 1) if reader.key(month[1]) in GENITIVE else None
        if nested and reader.key(nested[1]) in DATE_WORDS:
            return one_day(nested[1], calendar_day(year, month[0], nested[0]), "explicit", "date.day_month")
        return whole_month(month[1], year, month[0], "relative", "date.month")
    return whole_year(end, year, "relative", "date.directed_unit") if 1 <= year <= 9999 else None
