"""Asking the published warehouse: read-only, and with clear words when there is nothing to ask."""

import io

import pytest
from rich.console import Console

from rajnay.warehouse.errors import WarehouseError
from rajnay.warehouse.sql import prompt, query, show


def console(width=100):
    return Console(file=io.StringIO(), width=width)


def test_tables_are_found_without_their_schema(published):
    answer = query(published, "select n from n")
    assert (answer.columns, answer.rows) == (("n",), [(1,)])


def test_nothing_published(lake):
    with pytest.raises(WarehouseError, match="nothing is published yet"):
        query(lake, "select 1")


@pytest.mark.parametrize("sql", ["insert into n values (2)", "drop table marts.n", "create table t as select 1"])
def test_nothing_can_be_written(published, sql):
    with pytest.raises(WarehouseError, match="read-only"):
        query(published, sql)


def test_wrong_sql_gives_the_message(published):
    with pytest.raises(WarehouseError, match="nowhere"):
        query(published, "select * from nowhere")


def test_long_answers_are_cut_and_say_so(published):
    out = console()
    show(query(published, "select range as number from range(300)"), out, limit=10)
    assert "10 of 300 rows" in out.file.getvalue()


def test_hindi_and_markup_come_out_as_they_are(published):
    out = console()
    show(query(published, "select 'मंत्री [red]नहीं[/red]' as word"), out)
    assert "मंत्री [red]नहीं[/red]" in out.file.getvalue()


def test_an_empty_answer_says_so(published):
    out = console()
    show(query(published, "select 1 as number where false"), out)
    assert out.file.getvalue().strip() == "no rows"


def test_an_answer_too_wide_for_the_screen_is_shown_row_by_row(published):
    sql = "select range as number, repeat('प्रधानमंत्री ', 12) as who, repeat('विदेश मंत्री ', 12) as whom, null as place from range(2)"
    narrow, wide = console(60), console(200)
    show(query(published, sql), narrow)
    show(query(published, sql), wide)
    assert "│" in wide.file.getvalue()
    said = narrow.file.getvalue()
    assert "│" not in said
    assert said.count("whom") == 2
    assert "place" not in said  # nothing to say there
    assert said.count("विदेश") == 24


def test_the_prompt_takes_statements_over_lines_and_survives_errors(published, monkeypatch):
    lines = iter(["select n + 41 as answer", "from n;", "select nothing;", ".tables", ".describe n", ".quit"])
    monkeypatch.setattr("builtins.input", lambda *_: next(lines))
    out = console(200)
    prompt(published, out)
    said = out.file.getvalue()
    assert "42" in said
    assert "nothing" in said
    assert "marts.n" in said
    assert "INTEGER" in said


def test_the_prompt_ends_with_its_input(published, monkeypatch):
    def end(*_):
        raise EOFError

    monkeypatch.setattr("builtins.input", end)
    prompt(published, console())
