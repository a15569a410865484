"""Instants as pages give them: ISO 8601 with or without a zone, e-mail dates, seconds since 1970, dates in Hindi or
English words, and how long ago it was."""

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from importlib.resources import files

IST = timezone(timedelta(hours=5, minutes=30), "IST")

_WORDS = tomllib.loads(files("scrapers").joinpath("date_words.toml").read_text("utf-8"))
_MONTHS = {name: number for number, names in enumerate(_WORDS["months"], 1) for name in names}
_MORNING, _EVENING, _NIGHT = (frozenset(_WORDS[part]) for part in ("morning", "evening", "night"))
# Devanagari digits to ASCII; zero-width characters, which some desks have inside नवम्बर, to nothing.
_DIGITS = {0x0966 + d: str(d) for d in range(10)} | dict.fromkeys((0x200B, 0x200C, 0x200D, 0xFEFF))
_EPOCH = re.compile(r"(?:/Date\()?(\d{10}|\d{13})(?:\)/)?")  # seconds or milliseconds
_COMPACT = re.compile(r"(?<!\d)(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)")  # ISO 8601's basic form
_ISO = re.compile(
    r"(\d{4})[-/](\d\d)[-/](\d\d)(?:[T ]+(\d\d?):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?)?"
    r"\s*(Z|UTC|GMT|IST|[+-]\d\d:?\d\d)?(?![\d:])",
    re.I,
)
_MONTH = "|".join(sorted(map(re.escape, _MONTHS), key=len, reverse=True))
_LETTER = "A-Za-z\u0900-\u0963"
_DAY_FIRST = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th)?[\s,.-]+({_MONTH})(?![{_LETTER}])[.॰\s,'’-]*(\d{{4}})(?!\d)", re.I
)
_MONTH_FIRST = re.compile(
    rf"(?<![{_LETTER}])({_MONTH})(?![{_LETTER}])[.\s]*(\d{{1,2}})(?:st|nd|rd|th)?[\s,]+(\d{{4}})(?!\d)", re.I
)
# As date(1) and Java write it: Tue Nov 24 18:40:00 IST 2026
_YEAR_LAST = re.compile(
    rf"(?<![{_LETTER}])({_MONTH})\s+(\d{{1,2}})\s+(\d\d:\d\d(?::\d\d)?\s+[A-Z+0-9:]{{1,9}})\s+(\d{{4}})", re.I
)
_NUMBERS = re.compile(r"(?<![\d.])(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?!\d)")
_HALF = "|".join(sorted(map(re.escape, _MORNING | _EVENING | _NIGHT), key=len, reverse=True))
_HALF_NEXT = re.compile(rf"\s*({_HALF})(?![{_LETTER}])", re.I)
_TIMES = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        rf"(?<!\d)(?:(?P<before>{_HALF})\s*)?(?P<h>\d{{1,2}}):(?P<m>\d\d)(?::\d\d)?(?!\d)\s*(?:(?P<after>{_HALF})(?![{_LETTER}]))?",
        # With a point or the hour alone, a word must say that it is a time, or it stands at once after the date.
        rf"(?<![{_LETTER}])(?P<before>{_HALF})\s*(?P<h>\d{{1,2}})(?:\.(?P<m>\d\d))?(?![.\d])(?P<after>)",
        rf"(?P<before>)(?<![\d.])(?P<h>\d{{1,2}})(?:\.(?P<m>\d\d))?\s*(?:(?P<after>{_HALF})|बजे)(?![{_LETTER}])",
        r"(?P<before>)^[\s,|]*(?P<h>\d{1,2})\.(?P<m>\d\d)(?![.\d])(?P<after>)",
    )
)
_PUBLISHED, _MODIFIED = (
    re.compile("|".join(sorted(map(re.escape, _WORDS[label]), key=len, reverse=True)), re.I)
    for label in ("published", "modified")
)
_UNITS = {word: unit for unit in ("minutes", "hours", "days") for word in _WORDS[unit]}
_SPAN = rf"(\d{{1,3}}|{'|'.join(_WORDS['one'])})\s*({'|'.join(sorted(_UNITS, key=len, reverse=True))})\s*"
_SPANS = re.compile(_SPAN, re.I)
_AGO = re.compile(
    rf"(?<![\d{_LETTER}.])(?:{_SPAN.replace('(', '(?:')})+(?:{'|'.join(_WORDS['ago'])})(?![{_LETTER}])", re.I
)
_ZONE = re.compile(
    rf"(?<![{_LETTER}])(?:(?:GMT|UTC)?([+-]\d\d:?\d\d)|(IST|GMT|UTC|आईएसटी|जीएमटी))(?![{_LETTER}\d])", re.I
)


@dataclass(frozen=True, slots=True)
class PageTime:
    """An instant (aware), and whether the page gave its zone; where not, IST was taken."""

    at: datetime
    zone_known: bool


def page_time(text: str | None, seen_at: datetime | None = None) -> PageTime | None:
    """The instant that ``text`` gives, the first of several, of labelled ones that of publication; None without one.

    A date without a time is that day's midnight, IST, with its zone unknown. Numbers as day/month/year, as India
    writes them. ``seen_at`` (aware): when the page was fetched, from which `2 घंटे पहले` counts; without it that says
    nothing. Such an instant is as exact as its words: to the minute, or, of days, to the day (its midnight, IST).
    """
    if not text:
        return None
    text = unicodedata.normalize("NFC", text[:500]).translate(_DIGITS).strip()
    label = _PUBLISHED.search(text)
    try:
        if label and _MODIFIED.search(text[: label.start()]) and (found := _first_time(text[label.end() :])):
            return found
        return _first_time(text) or (_ago(text, seen_at) if seen_at else None)
    except (ValueError, OverflowError):
        return None


def is_labelled_published(text: str) -> bool:
    """Whether a word in ``text`` says that its date is one of publication (प्रकाशित, Published)."""
    return _PUBLISHED.search(text) is not None


def _first_time(text: str) -> PageTime | None:
    return _epoch(text) or _iso(text) or _mail(text) or _words(text)


def _epoch(text: str) -> PageTime | None:
    match = _EPOCH.fullmatch(text)
    if not match:
        return None
    checked = _in_range(datetime.fromtimestamp(int(match[1]) / (1 if len(match[1]) == 10 else 1000), UTC))
    return PageTime(checked, True) if checked else None


def _ago(text: str, seen_at: datetime) -> PageTime | None:
    match = _AGO.search(text)
    if not match:
        return None
    spans = [(1 if n in _WORDS["one"] else int(n), _UNITS[unit]) for n, unit in _SPANS.findall(match[0].lower())]
    at = seen_at - sum((timedelta(**{unit: n}) for n, unit in spans), timedelta())
    if spans[0][1] == "days":
        return PageTime(at.astimezone(IST).replace(hour=0, minute=0, second=0, microsecond=0), False)
    return PageTime(at.replace(second=0, microsecond=0), True)


def _zone(name: str | None) -> timezone | None:
    if not name:
        return None
    name = name.upper()
    if name in ("Z", "UTC", "GMT", "जीएमटी"):
        return UTC
    if name in ("IST", "आईएसटी"):
        return IST
    sign = -1 if name[0] == "-" else 1
    digits = name[1:].replace(":", "")
    return timezone(sign * timedelta(hours=int(digits[:2]), minutes=int(digits[2:])))


def _in_range(at: datetime) -> datetime | None:
    # Outside, it is a placeholder (1970-01-01, 0001-01-01) or a slip, and UTC arithmetic may overflow.
    return at if 1990 <= at.year <= 2100 else None


def _placed(at: datetime, zone: timezone | None) -> PageTime | None:
    checked = _in_range(at)
    return PageTime(checked.replace(tzinfo=zone or IST), zone is not None) if checked else None


def _iso(text: str) -> PageTime | None:
    match = _ISO.search(_COMPACT.sub(r"\1-\2-\3T\4:\5:", text, count=1))
    if not match:
        return None
    year, month, day, hour, minute, second = (int(g or 0) for g in match.groups()[:6])
    micro = int((match.group(7) or "").ljust(6, "0")[:6])
    at = datetime(year, month, day, hour, minute, min(second, 59), micro, IST)
    if match.group(4) is None:
        return _with_time(at, text[match.end() :])
    if half := _HALF_NEXT.match(text, match.end()):
        at = at.replace(hour=_hour(hour, half.group(1).lower()))
    return _placed(at, _zone(match.group(8)) or _zone_in(text[match.end() :]))


def _mail(text: str) -> PageTime | None:
    match = re.match(r"(?:[A-Za-z]{3},?\s+)?\d{1,2}\s+[A-Za-z]{3}\s+\d{4}\s+\d\d?:\d\d:\d\d", text)
    if not match or _HALF_NEXT.match(text, match.end()):
        return None
    at = parsedate_to_datetime(text.replace(" IST", " +0530"))
    checked = _in_range(at)
    if not checked:
        return None
    return PageTime(checked, True) if checked.tzinfo else PageTime(checked.replace(tzinfo=IST), False)


def _words(text: str) -> PageTime | None:
    if match := _YEAR_LAST.search(text):
        at = datetime(int(match[4]), _MONTHS[match[1].lower()], int(match[2]), tzinfo=IST)
        return _with_time(at, match[3])
    if match := _DAY_FIRST.search(text):
        day, month, year = int(match.group(1)), _MONTHS[match.group(2).lower()], int(match.group(3))
    elif match := _MONTH_FIRST.search(text):
        month, day, year = _MONTHS[match.group(1).lower()], int(match.group(2)), int(match.group(3))
    elif match := _NUMBERS.search(text):
        day, month, year = int(match.group(1)), int(match.group(3)), int(match.group(4))
    else:
        return None
    after = text[match.end() :]
    # `06:40 PM, 24 नवंबर 2026`: the time may also stand before.
    return _with_time(
        datetime(year, month, day, tzinfo=IST), after if _time_in(after) else text[: match.start()] + " " + after
    )


def _with_time(at: datetime, text: str) -> PageTime | None:
    match = _time_in(text)
    if not match or int(match["h"]) > 23 or int(match["m"] or 0) > 59:
        return _placed(at, None)
    hour = _hour(int(match["h"]), (match["after"] or match["before"] or "").lower())
    return _placed(at.replace(hour=hour, minute=int(match["m"] or 0)), _zone_in(text[match.end() :]))


def _time_in(text: str) -> re.Match[str] | None:
    return next((match for pattern in _TIMES if (match := pattern.search(text))), None)


def _hour(hour: int, half: str) -> int:
    if half in _EVENING or (half in _NIGHT and 5 <= hour < 12):
        return hour + 12 if hour < 12 else hour
    return 0 if hour == 12 and half in _MORNING | _NIGHT else hour


def _zone_in(text: str) -> timezone | None:
    match = _ZONE.search(text[:40])
    return _zone(match.group(1) or match.group(2)) if match else None
