"""Each analyst's question runs on the warehouse, says what it asks and what can be set, and has its exposure."""

import re

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


def test_there_are_enough():
    assert len(QUESTIONS) >= 25


@pytest.mark.parametrize("one", QUESTIONS, ids=lambda one: one.name)
def test_it_answers(warehouse, one):
    lake, _, _ = warehouse
    answer = ask(lake, one.name, {})
    assert answer.columns
    assert bool(answer.rows) == (one.name not in EMPTY)


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
