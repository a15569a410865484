"""Reports: front matter, placeholders, and what is said of a bad file."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrapers.sample_press.report import (
    MONTHS,
    WEEKDAYS,
    ReportError,
    published_at,
    read_report,
    resolve_dates,
)

TUESDAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("placeholder", "words"),
    [
        ("{d}", "24 नवंबर"),
        ("{d:date}", "24 नवंबर"),
        ("{d:dateline}", "24 नवंबर"),
        ("{d+2:date}", "26 नवंबर"),
        ("{d-24}", "31 अक्टूबर"),
        ("{d+3:full}", "27 नवंबर 2026"),
        ("{d:devanagari}", "२४ नवंबर"),
        ("{d-1:weekday}", "सोमवार"),
        ("{d:weekday}", "मंगलवार"),
        ("{d+10:month}", "दिसंबर"),
        ("{d+60:year}", "2027"),
    ],
)
def test_a_placeholder_becomes_words(placeholder: str, words: str) -> None:
    assert resolve_dates(f"बैठक {placeholder} को", TUESDAY) == f"बैठक {words} को"


@pytest.mark.parametrize("text", ["{d:week}", "{e}", "{d+:date}", "खुला { कोष्ठक", "{d+1 :date}", "}"])
def test_other_braces_are_refused(text: str) -> None:
    with pytest.raises(ReportError):
        resolve_dates(text, TUESDAY)


@given(st.dates(date(1950, 1, 1), date(2100, 1, 1)), st.integers(-400, 400))
def test_offsets_agree_with_the_calendar(day: date, offset: int) -> None:
    there = date.fromordinal(day.toordinal() + offset)
    words = resolve_dates(f"{{d{offset:+d}:full}}|{{d{offset:+d}:weekday}}", day)
    assert words == f"{there.day} {MONTHS[there.month - 1]} {there.year}|{WEEKDAYS[there.weekday()]}"


def _write(folder: Path, text: str, name: str = "lokswar/khabar.md") -> Path:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


GOOD = """+++
outlet = "lokswar"
day = 2
time = "18:40"
title = "मेला {d+1:weekday} से"
author = "अमित"
+++
पहला अनुच्छेद।

  दूसरा अनुच्छेद +++ के साथ।
"""


def test_a_report_is_read(tmp_path: Path) -> None:
    report = read_report(_write(tmp_path, GOOD))
    assert report.id == "lokswar/khabar"
    assert report.body == "पहला अनुच्छेद।\nदूसरा अनुच्छेद +++ के साथ।"
    assert (report.author, report.agency, report.sickness) == ("अमित", None, None)
    assert published_at(report, TUESDAY) == datetime(2026, 11, 26, 13, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("+++\noutlet", "outlet", "front matter"),
        ('outlet = "lokswar"', 'outlet = "prabhat_vani"', "folder"),
        ("day = 2", "day = 7", "0..6"),
        ('time = "18:40"', 'time = "25:00"', "hour"),
        ('time = "18:40"', "", "time"),
        ('author = "अमित"', 'writer = "अमित"', "writer"),
        ('author = "अमित"', "author = अमित", "line 6"),
        ("{d+1:weekday}", "{d+1:day}", "day"),
        ("दूसरा", "{दूसरा}", "placeholder"),
        ('author = "अमित"', 'sickness = "flu"', "flu"),
        ('author = "अमित"', 'hurdle = "moved"\nsickness = "pdf"', "both"),
    ],
)
def test_a_bad_report_is_named_with_its_fault(tmp_path: Path, old: str, new: str, said: str) -> None:
    path = _write(tmp_path, GOOD.replace(old, new, 1))
    with pytest.raises(ReportError) as error:
        read_report(path)
    assert str(path) in str(error.value)
    assert said in str(error.value)
