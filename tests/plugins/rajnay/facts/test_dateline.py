"""The head of a report: place, day and agency."""

from datetime import date

import pytest

from rajnay.facts.dateline import dateline

THURSDAY = date(2026, 9, 10)


@pytest.mark.parametrize(
    ("text", "place", "day", "agency"),
    [
        ("नई दिल्ली, 10 सितंबर (भाषा) विदेश मंत्री ने कहा", "नई दिल्ली", "2026-09-10", "भाषा"),
        ("वाशिंगटन, 9 सितम्बर (एपी) अमेरिका ने कहा", "वाशिंगटन", "2026-09-09", "एपी"),
        ("काठमांडू (एएनआई)। नेपाल ने कहा", "काठमांडू", None, "एएनआई"),
        ("मास्को, 8 सितंबर। रूस ने कहा", "मास्को", "2026-09-08", None),
    ],
)
def test_datelines(text, place, day, agency):
    found = dateline(text, 0, len(text), THURSDAY)
    assert found is not None
    assert text[found.place.start : found.place.end] == place
    assert (found.date.start if found.date else None) == day
    assert (text[found.agency.start : found.agency.end] if found.agency else None) == agency
    assert found.date is None or found.date.source == "dateline"


@pytest.mark.parametrize("text", ["", "।", "विदेश मंत्री ने मंगलवार को कहा", "भारत, नेपाल और भूटान ने (संयुक्त) घोषणा की"])
def test_no_dateline(text):
    assert dateline(text, 0, len(text), THURSDAY) is None
