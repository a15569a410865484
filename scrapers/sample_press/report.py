"""A report of the sample press: a text file with TOML front matter, whose dates fit any week."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

IST = ZoneInfo("Asia/Kolkata")
DAYS = 7
"""Days of the press's week."""

MONTHS = ["जनवरी", "फरवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई", "अगस्त", "सितंबर", "अक्टूबर", "नवंबर", "दिसंबर"]
WEEKDAYS = ["सोमवार", "मंगलवार", "बुधवार", "गुरुवार", "शुक्रवार", "शनिवार", "रविवार"]
_DEVANAGARI = str.maketrans("0123456789", "०१२३४५६७८९")
_PLACEHOLDER = re.compile(r"\{d(?P<offset>[+-][0-9]{1,3})?(?::(?P<form>[a-z]+))?\}")

HURDLES = frozenset({"moved", "moved_twice", "unavailable_once", "too_many_requests_once"})
"""What stands before a page that a patient crawler gets: redirects and refusals that pass."""

SICKNESSES = frozenset(
    {
        "not_found", "soft_404", "paywall", "video", "live_blog", "marathi", "nepali", "english", "short_body",
        "cut_mid_tag", "too_large", "pdf", "robots_denied", "redirect_loop",
    }
)  # fmt: skip
"""What makes a listed page no article for us."""


class ReportError(ValueError):
    """A report file is not in the form that it should have. The message names the file and what to change."""


@dataclass(frozen=True)
class Report:
    """One report as written: ``day`` counts from the press's first day, ``time`` is IST, dates are placeholders."""

    outlet: str
    day: int
    time: time
    title: str
    body: str
    slug: str
    section: str = "देश"
    author: str | None = None
    agency: str | None = None
    hurdle: str | None = None
    sickness: str | None = None

    @property
    def id(self) -> str:
        """``outlet/slug``: what labels name it by."""
        return f"{self.outlet}/{self.slug}"


def _date_in_words(day: date, form: str | None) -> str:
    match form:
        case None | "date" | "dateline":
            return f"{day.day} {MONTHS[day.month - 1]}"
        case "full":
            return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
        case "devanagari":
            return f"{day.day} {MONTHS[day.month - 1]}".translate(_DEVANAGARI)
        case "weekday":
            return WEEKDAYS[day.weekday()]
        case "month":
            return MONTHS[day.month - 1]
        case "year":
            return str(day.year)
    raise ReportError(f"no such form of a date: {form!r}; see scrapers/sample_press/reports/README.md")


def resolve_dates(text: str, day: date) -> str:
    """``text`` with its placeholders (``{d+2:weekday}``) put into words for a report of ``day``.

    Raises ReportError for an unknown form, and for braces that are no placeholder.
    """
    resolved = _PLACEHOLDER.sub(lambda m: _date_in_words(day + timedelta(days=int(m["offset"] or 0)), m["form"]), text)
    if stray := re.search(r"[{}]", resolved):
        raise ReportError(f"not a placeholder: {resolved[max(0, stray.start() - 20) : stray.start() + 20]!r}")
    return resolved


def published_at(report: Report, start: date) -> datetime:
    """When ``report`` appears, aware (IST), in the week that begins on ``start``."""
    return datetime.combine(start + timedelta(days=report.day), report.time, tzinfo=IST)


def read_report(path: Path) -> Report:
    """The report in ``path``. Raises ReportError naming the file when it is not in the form of a report."""
    try:
        return _parse(path)
    except (ReportError, tomllib.TOMLDecodeError, UnicodeDecodeError, TypeError, ValueError) as error:
        raise ReportError(f"{path}: {error}") from error


def _parse(path: Path) -> Report:
    parts = path.read_text(encoding="utf-8").split("+++\n", 2)
    if len(parts) != 3 or parts[0].strip():
        raise ReportError("must begin with TOML front matter between two +++ lines")
    matter = tomllib.loads("\n" + parts[1])  # so that lines count as in the file
    known = {field.name for field in fields(Report)} - {"slug", "body"}
    if unknown := matter.keys() - known:
        raise ReportError(f"unknown keys {sorted(unknown)}; known are {sorted(known)}")
    if missing := {"outlet", "day", "time", "title"} - matter.keys():
        raise ReportError(f"lacks {sorted(missing)}")
    if matter["outlet"] != path.parent.name:
        raise ReportError(f"outlet {matter['outlet']!r} is not its folder's name")
    if matter["day"] not in range(DAYS):
        raise ReportError(f"day {matter['day']!r} is not in 0..{DAYS - 1}")
    for key, allowed in (("hurdle", HURDLES), ("sickness", SICKNESSES)):
        if key in matter and matter[key] not in allowed:
            raise ReportError(f"{key} {matter[key]!r} is none of {sorted(allowed)}")
    if "hurdle" in matter and "sickness" in matter:
        raise ReportError("has both a hurdle and a sickness; a page that is never read needs no hurdle")
    matter["time"] = time.fromisoformat(matter["time"])
    body = "\n".join(line.strip() for line in parts[2].splitlines() if line.strip())
    for text in (matter["title"], body):
        resolve_dates(text, date(2000, 1, 1))
    return Report(**matter, body=body, slug=path.stem)


def read_reports(folder: Path) -> Iterator[Report]:
    """All reports under ``folder`` (``<outlet>/<slug>.md``), by outlet and slug."""
    for path in sorted(folder.glob("*/*.md")):
        yield read_report(path)
