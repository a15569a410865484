"""Days of the Gregorian calendar: the one asked for, or None where the calendar has none (30 फरवरी, the year 10000)."""

import calendar
from datetime import date, timedelta

from rajnay.facts.model import DatePrecision


def calendar_day(year: int, month: int, day: int) -> date | None:
    """That day, None if the month is too short for it."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shift_months(day: date, months: int) -> date | None:
    """``day`` moved by months; the 31st becomes a short month's last day. None beyond the calendar."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        return None
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def shift_days(day: date, days: int) -> date | None:
    """``day`` moved by days, None beyond the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date | None:
    """The ``nth`` (from 1) of a month's days with ``weekday`` (0: Monday), None if it has fewer."""
    first = date(year, month, 1)
    return calendar_day(year, month, 1 + (weekday - first.weekday()) % 7 + 7 * (nth - 1))


def full_year(value: int, n_digits: int) -> int:
    """A year written with ``n_digits``: of two digits, 00 to 69 are in this century."""
    if n_digits > 2:
        return value
    return value + (2000 if value < 70 else 1900)


def iso(day: date | None, precision: DatePrecision) -> str | None:
    """``day`` as ISO 8601 to the precision known: 2026-09-10, 2026-09, 2026."""
    if day is None or precision == "unknown":
        return None
    return day.isoformat()[: {"day": 10, "month": 7, "year": 4}[precision]]
