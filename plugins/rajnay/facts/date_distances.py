"""Distances from a day: दो दिन पहले, 1 महीने और 21 दिन पहले, तीन हफ्ते बाद."""

from datetime import date

from rajnay.facts.date_calendar import shift_days, shift_months
from rajnay.facts.date_reader import Reader, Reading, one_day, whole_month, whole_year
from rajnay.facts.date_words import AND, FEW, FROM, FROM_NOW, GENITIVE, IN, SIDES, UNITS
from rajnay.facts.numbers import read_number
from rajnay.text.keys import match_key

_FEW_DAYS = 3
# A longer list of units is no date; the bound keeps a text of any size linear.
_MOST_UNITS = 4


def distance(reader: Reader, i: int, origin: date | None) -> Reading | None:
    """दो दिन पहले, 1 महीने और 21 दिन पहले, तीन हफ्ते बाद, दो सप्ताह में."""
    start, months, days, working, unit = i, 0, 0, 0, ""
    for _ in range(_MOST_UNITS):
        if reader.key(i) in FEW:
            amount: float = _FEW_DAYS
            at = i + 2 if reader.key(i + 1) == match_key("ही") else i + 1
        else:
            number = read_number(reader.words, i)
            if number is None or number.value > 5000:
                break
            amount, at = number.value, number.end
        two = f"{reader.key(at)} {reader.key(at + 1)}"
        name = UNITS.get(two) or UNITS.get(reader.key(at))
        if name is None:
            break
        at += 2 if two in UNITS else 1
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
        i = reader.skip(at, AND)
        if i != at and read_number(reader.words, i) is None:
            return None
    if not unit or origin is None:
        return None
    side = SIDES.get(reader.key(i))
    if side is None and not (reader.key(i) == IN and (reader.appointment or reader.tense == "future")):
        return None
    # बैठक से दो दिन पहले, उनके दो दिन बाद: counted from an event that no calendar knows.
    before = reader.key(start - 1)
    if (before in FROM and origin is reader.today and reader.key(start - 2) not in FROM_NOW) or before in GENITIVE:
        return None
    sign = -1 if side == "before" else 1
    end = i + 1 if side or working or origin is reader.today else i
    moved = shift_months(origin, sign * months)
    found = shift_days(moved, sign * days) if moved else None
    while working and found:
        found = shift_days(found, sign)
        working -= bool(found and found.weekday() < 5)
    if found is None:
        return None
    rule = "date.distance" if side else "date.within"
    if not reader.appointment and days == 0 and unit == "year":
        return whole_year(end, found.year, "relative", rule)
    if not reader.appointment and days == 0 and unit == "month":
        return whole_month(end, found.year, found.month, "relative", rule)
    return one_day(end, found, "relative", rule)


def distance_follows(reader: Reader, i: int) -> bool:
    """Is there a number with a unit of time at token ``i``?"""
    number = read_number(reader.words, i)
    return number is not None and reader.key(number.end) in UNITS
