"""A night on the sample press through real servers, files and dbt: what comes out, and that twice is once."""

import shutil
from datetime import date
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest

from scrapers.sample_press import edition
from tests.e2e.rows import marts


def fetches(data: Path) -> list[dict]:
    return [row for path in sorted(data.glob("fetches/*/*.parquet")) for row in pq.read_table(path).to_pylist()]


def test_every_healthy_article_is_in_and_every_sick_page_has_its_reason(whole_night: Path) -> None:
    printed = edition.week(date(2026, 11, 24), date(2026, 11, 20))
    rows = pq.read_table(whole_night / "articles/2026-11-24.parquet").to_pylist()
    kept = {url for row in rows for url in (row["url"], row["url_canonical"])}
    assert len(printed.articles) >= 60
    assert {story.url for story in printed.articles} <= kept
    rejected = {
        row["url"]
        for path in whole_night.glob("rejects/*.parquet")
        for row in pq.read_table(path).to_pylist()
        if row["reason"]
    }
    refused = {
        row["url"]
        for row in fetches(whole_night)
        if row["kind"] == "page" and row["outcome"] != "taken" and row["detail"]
    }
    assert {story.url for story in printed.sick} <= rejected | refused


def test_the_marts_hold_facts_with_evidence(whole_night: Path) -> None:
    found = marts(whole_night)
    for table in (
        "dim_articles",
        "dim_actors",
        "fct_actors",
        "fct_meetings",
        "fct_agreements",
        "fct_mentions",
        "fct_evidence",
    ):
        assert found[table], table


@pytest.fixture(scope="module")
def run_twice(run_night, whole_night: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("twice") / "data"
    shutil.copytree(whole_night, data)
    done = run_night(data)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    return data


def test_a_second_run_changes_no_row(whole_night: Path, run_twice: Path) -> None:
    assert marts(run_twice) == marts(whole_night)


def test_a_second_run_fetches_no_page_again(whole_night: Path, run_twice: Path) -> None:
    before = {(row["kind"], row["url"], row["requested_at"]) for row in fetches(whole_night)}
    later = [row for row in fetches(run_twice) if (row["kind"], row["url"], row["requested_at"]) not in before]
    taken = {row["url"] for row in fetches(whole_night) if row["kind"] == "page" and row["outcome"] == "taken"}
    assert later
    assert not [row for row in later if row["outcome"] == "taken" and row["url"] in taken]
    # Sick pages may be asked for again; where the lists themselves are unchanged, not even a decision is needed.
    assert {row["outcome"] for row in later if row["kind"] == "page"} <= {
        "already_taken",
        "http_error",
        "skipped",
        "robots_denied",
    }


def test_an_unchanged_list_is_not_sent_again(whole_night: Path, run_twice: Path) -> None:
    before = {row["requested_at"] for row in fetches(whole_night)}
    lists = [
        row for row in fetches(run_twice) if row["kind"] in ("feed", "sitemap") and row["requested_at"] not in before
    ]
    assert lists
    assert "not_modified" in {row["outcome"] for row in lists}


def test_the_next_night_adds_and_keeps(run_night, run_twice: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(run_twice, data)
    done = run_night(data, night="2026-11-25")
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    before, after = marts(run_twice), marts(data)
    articles = {row[0] for row in before["dim_articles"]}
    assert articles < {row[0] for row in after["dim_articles"]}
    meetings = {row[0] for row in before["fct_meetings"]}
    assert meetings <= {row[0] for row in after["fct_meetings"]}, "a meeting lost its id"


def test_an_open_reader_keeps_the_warehouse_it_opened(run_night, run_twice: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(run_twice, data)
    with duckdb.connect(str(data / "warehouse/rajnay.duckdb"), read_only=True) as reader:
        before = reader.execute("select count(*) from marts.dim_articles").fetchone()
        done = run_night(data, night="2026-11-25")
        assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
        assert reader.execute("select count(*) from marts.dim_articles").fetchone() == before
