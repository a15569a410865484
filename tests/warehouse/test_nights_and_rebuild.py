"""A warehouse that was built night by night holds what a rebuild of the same files and decisions holds, row by row."""

import csv
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest

from rajnay import events
from rajnay.contracts import ARTICLES, CLUSTERS, FACT_TABLES, REJECTS
from rajnay.paths import Lake
from rajnay.warehouse import build
from rajnay.warehouse.load import load
from rajnay.warehouse.publish import publish
from rajnay.warehouse.sql import query
from scrapers import parquet
from tests.warehouse.nights import DAYS, NIGHTS, OUTLETS, PACT, write_night

SCHEMAS = ("marts", "audit")


@pytest.fixture
def lake(tmp_path: Path) -> Iterator[Lake]:
    """An empty lake, and a dbt project of its own, so that people can decide in it."""
    project = tmp_path / "dbt_project"
    shutil.copytree(build.PROJECT, project, ignore=shutil.ignore_patterns("target", "logs"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(build, "PROJECT", project)
        yield Lake(tmp_path / "data")


def decide(*decisions: tuple[str, str, str, str]) -> None:
    """Make ``decisions`` (target type, target, action, value) all that people have decided."""
    path = build.PROJECT / "seeds" / "overrides.csv"
    header = path.read_text(encoding="utf-8").splitlines()[0]
    with path.open("w", encoding="utf-8", newline="") as seed:
        seed.write(header + "\n")
        rows = csv.writer(seed, lineterminator="\n")
        for target_type, target_id, action, value in decisions:
            rows.writerow(["2026-11-23", target_type, target_id, action, "", value, "read again", "editor"])


def night(lake: Lake, day: date | None) -> None:
    load(lake, day, OUTLETS)
    build.build(lake, lambda _: None)
    publish(lake)


def rows(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    with duckdb.connect(str(path), read_only=True) as connection:
        tables = connection.execute(
            "select table_schema || '.' || table_name from information_schema.tables where list_contains(?, table_schema)",
            [list(SCHEMAS)],
        ).fetchall()
        return {
            name: sorted(connection.execute(f"from {name}").fetchall(), key=repr)  # type: ignore[misc]
            for (name,) in tables
        }


def assert_as_rebuilt(lake: Lake) -> None:
    kept = rows(lake.warehouse)
    lake.warehouse.rename(lake.warehouse.with_name("kept"))
    night(lake, None)
    anew = rows(lake.warehouse)
    lake.warehouse.with_name("kept").rename(lake.warehouse)
    assert kept.keys() == anew.keys()
    assert {name: kept[name] for name in kept if kept[name] != anew[name]} == {
        name: anew[name] for name in kept if kept[name] != anew[name]
    }


def without(lake: Lake, day: date, article_id: str) -> None:
    """The night again, but one of its articles is set aside."""
    [gone] = [row for row in parquet.read([lake.table(ARTICLES, day)], ARTICLES) if row["article_id"] == article_id]
    reject = {"news_date": day, "step": "dedup", "reason": "soft_404", "detail": ""}
    reject |= {name: gone[name] for name in ("outlet", "url", "text_sha256", "warc_file", "warc_offset")}
    parquet.write(lake.rejects("dedup", day), REJECTS, [reject])
    for table in (ARTICLES, CLUSTERS, *FACT_TABLES):
        path = lake.table(table, day)
        parquet.write(path, table, [row for row in parquet.read([path], table) if row["article_id"] != article_id])
    events.run(lake, day)


def test_nights_late_nights_decisions_and_their_end_are_as_a_rebuild(lake: Lake) -> None:
    # The second night comes last: its reports land in events of the nights around it.
    for day in DAYS:
        write_night(lake, day, NIGHTS[day])
    for day in (DAYS[0], DAYS[2], DAYS[1]):
        night(lake, day)
    assert_as_rebuilt(lake)

    [[muscat]] = query(lake, "select meeting_id from fct_meetings where place = 'मस्कट'").rows
    [[salalah]] = query(lake, "select meeting_id from fct_meetings where place = 'सलालाह'").rows
    [[phone]] = query(lake, "select meeting_id from fct_meetings where channel = 'phone'").rows
    persons = [row[0] for row in query(lake, "select actor_id from dim_actors where kind = 'person' order by 1").rows]
    moved = NIGHTS[DAYS[0]][1].article_id
    merged = (
        ("meeting", muscat, "merge", salalah),
        ("meeting", phone, "reject", ""),
        ("actor", persons[0], "merge", persons[1]),
    )
    decide(*merged, ("meeting", f"{moved}/0", "move", phone))
    night(lake, DAYS[2])
    assert query(lake, "select count(*) from dim_actors where actor_id = $id", {"id": persons[0]}).rows == [(0,)]
    assert_as_rebuilt(lake)

    # What was decided is taken back, and an article of the first night turns out to be none.
    decide(("meeting", salalah, "merge", muscat))
    without(lake, DAYS[0], moved)
    night(lake, DAYS[0])
    assert query(lake, "select count(*) from dim_articles where article_id = $id", {"id": moved}).rows == [(0,)]
    assert query(lake, "select count(*) from dim_actors where actor_id = $id", {"id": persons[0]}).rows == [(1,)]
    assert_as_rebuilt(lake)


def test_events_that_a_late_article_makes_one_are_one_row_and_come_apart_without_it(lake: Lake) -> None:
    first, second, third, last = PACT
    for day in (first, second):
        write_night(lake, day, PACT[day])
    night(lake, None)
    # The reports of the other nights show all to be one treaty, in a chain; they are loaded the wrong way round.
    for day in (third, last):
        write_night(lake, day, PACT[day])
    for day in (last, third):
        night(lake, day)
    assert query(lake, "select n_articles from fct_agreements").rows == [(5,)]
    identities = query(lake, "select event_id, current_id, is_current, merged_on from dim_event_identities").rows
    assert len({current_id for _, current_id, _, _ in identities}) == 1
    assert sorted(merged_on for *_, is_current, merged_on in identities if not is_current) == [third, last]

    without(lake, third, PACT[third][0].article_id)
    night(lake, third)
    assert query(lake, "select n_articles from fct_agreements order by 1").rows == [(1,), (3,)]
    assert_as_rebuilt(lake)
