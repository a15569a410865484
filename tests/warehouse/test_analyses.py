"""Each analyst's question runs on the warehouse, says what it asks and what can be set, and has its exposure."""

import re
from datetime import date

import pytest
import yaml
from typer.testing import CliRunner

from rajnay.cli import app
from rajnay.warehouse.ask import ask, question, questions
from rajnay.warehouse.build import PROJECT
from rajnay.warehouse.errors import WarehouseError

QUESTIONS = questions()
# On the three nights these have nothing to tell: nobody called a meeting off, and nobody plans one.
EMPTY = {
    "meetings_called_off", "meetings_ahead", "where_outlets_differ", "agreements_that_wait",
    "planned_and_never_told_again",
}  # fmt: skip


# The answers that a reader of the three nights would give, by question: the columns to look at, and all rows.
ANSWERS = {
    "dyads": ("code_a code_b n_meetings n_held", [("IND", "OMN", 2, 2), ("IND", "MUS", 1, 1)]),
    "dyads_over_time": (
        "code_a code_b year_month n_meetings", [("IND", "MUS", "2026-11", 1), ("IND", "OMN", "2026-11", 2)],
    ),
    "busiest_people": (
        "name_en code n_meetings",
        [("S. Jaishankar", "IND", 3), ("Badr al-Busaidi", "OMN", 2), ("Navinchandra Ramgoolam", "MUS", 1)],
    ),
    "by_phone_or_in_person": ("label_en n_meetings", [("in person", 2), ("by phone", 1)]),
    "a_persons_calendar": (
        "date status_en place channel_en",
        [
            ("2026-11-21", "held", "मस्कट", "in person"), ("2026-11-22", "held", "सलालाह", "in person"),
            ("2026-11-22", "held", None, "by phone"),
        ],
    ),
    "where_they_meet": ("name_en code n_meetings", [("Muscat", "OMN", 1), ("Salalah", "OMN", 1)]),
    "partners_of_a_state": ("code n_agreements n_concluded", [("OMN", 1, 1)]),
    "agreements_by_stage": ("label_hi kind n_agreements", [("स्वीकृत", "agreement", 1)]),
    "agreements_by_kind_and_pair": ("code_a code_b kind_en n_agreements", [("IND", "OMN", "agreement", 1)]),
    "the_story_of_an_agreement": (
        "status date outlet",
        [
            ("proposed", None, "prabhat_patra"), ("signed", "2026-11-21", "prabhat_patra"),
            ("agreed", "2026-11-21", "khari_khabar"), ("approved", "2026-11-22", "desh_vani"),
        ],
    ),
    "reports_for_one_event": (
        "what status n_events n_reports", [("agreement", "approved", 1, 4), ("meeting", "held", 3, 6)],
    ),
    "first_reports_by_outlet": (
        "outlet n_meetings n_first", [("prabhat_patra", 1, 1), ("desh_vani", 1, 0), ("khari_khabar", 1, 0)],
    ),
    "who_runs_agency_copy": (
        "outlet n_articles n_agency", [("desh_vani", 2, 1), ("prabhat_patra", 2, 1), ("khari_khabar", 2, 0)],
    ),
    "one_source_or_many": (
        "what n_independent_sources n_facts", [("agreement", 4, 1), ("meeting", 1, 2), ("meeting", 3, 1)],
    ),
    "silent_outlets": ("outlet news_date n_articles", [("desh_vani", date(2026, 11, 21), 0)]),
    "spellings_of_a_name": ("code spellings", [("OMN", "बद्र अल बुसैदी | बद्र अल-बुसैदी")]),
    "what_they_talk_about": ("label_en n_meetings", [("trade", 3)]),
    "why_pages_are_set_aside": ("outlet reason n_rejected", [("desh_vani", "video", 3)]),
}  # fmt: skip


def test_there_are_enough():
    assert len(QUESTIONS) >= 25


@pytest.mark.parametrize("one", QUESTIONS, ids=lambda one: one.name)
def test_it_answers(warehouse, one):
    lake, _, _ = warehouse
    answer = ask(lake, one.name, {})
    assert answer.columns
    assert bool(answer.rows) == (one.name not in EMPTY)


@pytest.mark.parametrize("name", ANSWERS)
def test_the_answer_is_right(warehouse, name):
    lake, _, _ = warehouse
    columns, rows = ANSWERS[name]
    answer = ask(lake, name, {})
    chosen = [answer.columns.index(column) for column in columns.split()]
    assert [tuple(row[i] for i in chosen) for row in answer.rows] == rows


@pytest.mark.parametrize("one", QUESTIONS, ids=lambda one: one.name)
def test_it_says_what_it_asks(one):
    assert one.english.endswith("?")
    assert one.hindi.endswith("?")
    assert re.search("[\u0904-\u0939]", one.hindi)
    assert len(one.reading) > 30
    assert set(re.findall(r"var\([\"'](\w+)[\"']", one.template)) == set(one.parameters)


def test_every_analysis_has_its_exposure():
    exposures = yaml.safe_load((PROJECT / "models" / "exposures.yml").read_text(encoding="utf-8"))["exposures"]
    told = {one["name"]: (one["description"], set(one["depends_on"])) for one in exposures}
    assert told == {
        one.name: (f"{one.english} {one.hindi} {one.reading}", set(re.findall(r"ref\('\w+'\)", one.template)))
        for one in QUESTIONS
    }


def test_a_calendar_is_found_by_name_alias_and_id(warehouse):
    lake, _, _ = warehouse
    everybody = ask(lake, "busiest_people", {})
    name = everybody.rows[-1][0]
    by_name = ask(lake, "a_persons_calendar", {"person": name})
    assert by_name.rows
    assert all(name in row[by_name.columns.index("participants_hi")] for row in by_name.rows)
    assert not ask(lake, "a_persons_calendar", {"person": "कोई और"}).rows


def test_a_pair_is_narrowed_to_a_state(warehouse):
    lake, _, _ = warehouse
    found = ask(lake, "dyads", {"code": "OMN"})
    assert found.rows
    assert all("OMN" in row[:2] for row in found.rows)


def test_a_month_without_news_is_empty(warehouse):
    lake, _, _ = warehouse
    assert ask(lake, "who_met_whom_this_month", {"month": "2026-11"}).rows
    assert not ask(lake, "who_met_whom_this_month", {"month": "2019-01"}).rows


def test_what_is_set_stays_a_value(warehouse):
    lake, _, _ = warehouse
    assert not ask(lake, "dyads", {"code": "x' or 1=1 --"}).rows


@pytest.mark.parametrize(
    ("name", "given", "error"),
    [
        ("dyad", {}, "no question is called dyad; did you mean dyads"),
        ("xyzzy", {}, "`rajnay ask` lists them"),
        ("dyads", {"cod": "IND"}, "dyads: there is no cod to set, but code"),
        ("busiest_people", {"code": "IND"}, "busiest_people: there is no code to set, but nothing"),
        ("what_changed_since_last_week", {"days": "ten"}, "days is a whole number, not 'ten'"),
        ("who_met_whom_this_month", {"month": "Nov"}, "Nov"),
    ],
)
def test_mistakes_are_named(warehouse, name, given, error):
    lake, _, _ = warehouse
    with pytest.raises(WarehouseError, match=re.escape(error)):
        ask(lake, name, given)


def test_the_command_line_lists_and_asks(warehouse, monkeypatch):
    lake, _, _ = warehouse
    monkeypatch.setenv("RAJNAY_DATA", str(lake.root))
    monkeypatch.setenv("COLUMNS", "200")
    listed = CliRunner().invoke(app, ["ask"])
    assert all(one.name in listed.output and one.hindi in listed.output for one in QUESTIONS)
    asked = CliRunner().invoke(app, ["ask", "dyads", "--set", "code=OMN"])
    assert question("dyads").hindi in asked.output
    assert "OMN" in asked.output
    assert "NAME=VALUE" in str(CliRunner().invoke(app, ["ask", "dyads", "--set", "code"]).exception)
