"""The whole line on three nights: Parquet → load → dbt build → publish, and what an analyst then finds."""

import duckdb
import pytest

from rajnay.contracts import EVIDENCE, MENTIONS
from rajnay.warehouse.build import build
from rajnay.warehouse.errors import BuildFailed, WarehouseError
from rajnay.warehouse.load import load
from rajnay.warehouse.publish import publish
from rajnay.warehouse.sql import query
from scrapers import parquet
from tests.warehouse.nights import DAYS, NIGHTS, OUTLETS, write_night


@pytest.fixture
def ask(warehouse):
    lake, _, _ = warehouse

    def asked(sql):
        return query(lake, sql).rows

    return asked


def test_the_build_tells_each_node_by_name(warehouse):
    _, report, said = warehouse
    assert len(said) == len(report.results)
    told = {result.node: result.status for result in report.results}
    assert told["fct_meetings"] == "success"
    assert any(line.startswith("pass") and "assert_every_fact_has_evidence" in line for line in said)
    assert {result.status for result in report.results} <= {"success", "pass"}


def test_one_meeting_from_four_reports(ask):
    rows = ask(
        """
        select status, date, place, participants_hi, n_articles, n_outlets, n_independent_sources
        from vw_meetings where place = 'मस्कट'
        """
    )
    # Planned by an agency in two outlets, held by two more reports: one meeting, three independent accounts.
    assert rows == [("held", "2026-11-21", "मस्कट", "एस जयशंकर; बद्र अल-बुसैदी", 4, 3, 3)]


def test_the_same_pair_next_day_elsewhere_is_another_meeting(ask):
    assert ask("select date, place from fct_meetings where channel = 'in_person' order by date") == [
        ("2026-11-21", "मस्कट"),
        ("2026-11-22", "सलालाह"),
    ]


def test_the_minister_stands_for_his_state_in_the_bridge(ask):
    rows = ask(
        """
        select actor_id from bridge_meetings_x_actors join fct_meetings using (meeting_id)
        where place = 'मस्कट' and actor_id like 'state:%'
        """
    )
    assert rows == []


def test_an_agreement_goes_through_its_life(ask):
    assert ask("select name, status, date, n_articles, n_independent_sources from fct_agreements") == [
        ("बंदरगाह सहयोग समझौते", "approved", "2026-11-22", 4, 4)
    ]
    assert ask("select status, date from fct_agreement_statuses order by reported_at") == [
        ("proposed", None),
        ("signed", "2026-11-21"),
        ("agreed", "2026-11-21"),
        ("approved", "2026-11-22"),
    ]


def test_two_spellings_are_one_actor_and_both_are_aliases(ask):
    rows = ask(
        """
        select alias.surface from dim_actor_aliases as alias join dim_actors as actor using (actor_id)
        where actor.kind = 'person' and actor.code = 'OMN' order by 1
        """
    )
    assert rows == [("बद्र अल बुसैदी",), ("बद्र अल-बुसैदी",)]


def test_the_text_and_the_given_id_stay_with_the_article(ask):
    report = NIGHTS[DAYS[0]][0]
    assert ask("select text, url from dim_articles where given_id = 'PP-1001'") == [(report.text, report.url)]


def test_outlet_days_are_the_denominator(ask):
    rows = ask(
        "select n_taken, n_articles, n_rejected, is_silent from fct_outlet_days where outlet = 'desh_vani' order by news_date"
    )
    assert rows == [(2, 1, 1, False), (1, 0, 1, True), (2, 1, 1, False)]


def test_columns_are_described_in_the_file_itself(warehouse):
    lake, _, _ = warehouse
    rows = query(
        lake,
        """
        select table_name, column_name from duckdb_columns()
        where schema_name in ('marts', 'audit') and comment is null
        union all
        select table_name, null from duckdb_tables() where schema_name in ('marts', 'audit') and comment is null
        """,
    ).rows
    assert rows == []


def test_the_published_file_can_be_attached_under_any_name(warehouse):
    lake, _, _ = warehouse
    with duckdb.connect() as connection:
        connection.execute(f"attach '{lake.warehouse}' as press (read_only)")
        assert connection.execute("select count(*) from press.marts.vw_meetings").fetchone() == (3,)


def test_the_same_night_again_changes_no_row(warehouse):
    lake, _, _ = warehouse
    tables = query(
        lake, "select schema_name, table_name from duckdb_tables() where schema_name in ('marts', 'audit')"
    ).rows
    assert len(tables) > 15

    def everything():
        return {table: query(lake, f"select * from {schema}.{table} order by all").rows for schema, table in tables}

    before = everything()
    write_night(lake, DAYS[2], NIGHTS[DAYS[2]])
    load(lake, DAYS[2], OUTLETS)
    build(lake, lambda _: None)
    publish(lake)
    after = everything()
    for _, table in tables:
        assert after[table] == before[table], table


@pytest.fixture
def spoilt(warehouse):
    """The lake, put right again afterwards."""
    lake, _, _ = warehouse
    yield lake
    write_night(lake, DAYS[2], NIGHTS[DAYS[2]])


def test_lies_are_not_published(spoilt):
    """A quotation that is not in the article, and facts whose proof is gone: the build names both tests."""
    mentions = parquet.read(spoilt.table(MENTIONS, DAYS[2]), MENTIONS)
    mentions[0]["surface"] = "कुछ और"
    parquet.write(spoilt.table(MENTIONS, DAYS[2]), MENTIONS, mentions)
    evidence = parquet.read(spoilt.table(EVIDENCE, DAYS[2]), EVIDENCE)
    parquet.write(
        spoilt.table(EVIDENCE, DAYS[2]), EVIDENCE, [row for row in evidence if row["target_type"] != "meeting"]
    )
    before = spoilt.warehouse.stat().st_mtime_ns

    load(spoilt, DAYS[2], OUTLETS)
    with pytest.raises(BuildFailed) as failure:
        build(spoilt, lambda _: None)
    assert any("spans_fct_mentions" in node for node in failure.value.failed)
    assert any("assert_every_fact_has_evidence" in node for node in failure.value.failed)
    assert "assert_every_fact_has_evidence" in str(failure.value)
    with pytest.raises(WarehouseError, match="has not passed"):
        publish(spoilt)
    assert spoilt.warehouse.stat().st_mtime_ns == before
