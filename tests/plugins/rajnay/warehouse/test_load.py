"""Loading: what ends up in ``raw``, and that nothing is touched when something is wrong."""

import errno
import shutil
import subprocess
import sys

import duckdb
import pyarrow.parquet as pq
import pytest

from rajnay.contracts import ARTICLES, CLUSTERS, MEETINGS
from rajnay.paths import Lake
from rajnay.warehouse.errors import WarehouseError, WarehouseLocked
from rajnay.warehouse.load import TABLES, load
from scrapers import parquet
from scrapers.parquet import TableError
from tests.warehouse.nights import DAYS, NIGHTS, OUTLETS, write_night


def rows(path, sql):
    with duckdb.connect(path, read_only=True) as connection:
        return connection.execute(sql).fetchall()


def publish_as_is(lake):
    """What publishing does to the file, without dbt."""
    lake.warehouse.parent.mkdir(parents=True, exist_ok=True)
    shutil.move(lake.build, lake.warehouse)


def test_every_table_is_there_with_the_rows_of_its_file(lake):
    report = load(lake, DAYS[0], OUTLETS)
    for table in TABLES:
        assert rows(lake.build, f"select count(*) from raw.{table.name}") == [(report.rows[table.name],)]
    assert report.rows["articles"] == 3
    assert report.rows["outlets"] == 3
    text = "select text from raw.articles where given_id = 'PP-1001'"
    assert rows(lake.build, text) == [(NIGHTS[DAYS[0]][0].text,)]


def test_a_night_without_articles_makes_empty_typed_tables(tmp_path):
    lake = Lake(tmp_path)
    write_night(lake, DAYS[0], [])
    load(lake, DAYS[0], [])
    assert rows(lake.build, "select count(*) from raw.meetings") == [(0,)]
    columns = dict(rows(lake.build, "select column_name, column_type from (describe raw.meetings)"))
    assert columns["topics"] == "VARCHAR[]"
    assert columns["news_date"] == "DATE"


def test_raw_texts_and_signatures_stay_in_parquet(lake):
    load(lake, DAYS[0], OUTLETS)
    loaded = {name for (name,) in rows(lake.build, "select column_name from (describe raw.articles)")}
    assert "text" in loaded
    assert not loaded & {"raw_title", "raw_body", "title_map", "body_map"}


def test_the_same_night_twice_replaces_its_rows_and_leaves_the_others(lake):
    load(lake, DAYS[0], OUTLETS)
    publish_as_is(lake)
    write_night(lake, DAYS[1], NIGHTS[DAYS[1]])
    load(lake, DAYS[1], OUTLETS)
    publish_as_is(lake)
    before = rows(lake.warehouse, "select * from raw.mentions order by all")
    load(lake, DAYS[1], OUTLETS)
    assert rows(lake.build, "select * from raw.mentions order by all") == before
    assert rows(lake.build, "select news_date, count(*) from raw.articles group by 1 order by 1") == [
        (DAYS[0], 3),
        (DAYS[1], 2),
    ]


def test_all_dates_from_scratch_are_what_night_after_night_is(lake):
    for day in DAYS[1:]:
        write_night(lake, day, NIGHTS[day])
    for day in DAYS:
        load(lake, day, OUTLETS)
        publish_as_is(lake)
    report = load(lake, None, OUTLETS)
    assert report.news_dates == DAYS
    for table in TABLES:
        query = f"select * from raw.{table.name} order by all"
        assert rows(lake.build, query) == rows(lake.warehouse, query)


def test_a_missing_file_names_itself_and_its_step(published):
    published.table(MEETINGS, DAYS[0]).unlink()
    with pytest.raises(TableError, match=rf"meetings/{DAYS[0]}\.parquet: missing; run `rajnay facts"):
        load(published, DAYS[0], OUTLETS)
    assert not published.build.exists()


def test_a_file_of_another_version_stops_before_anything_is_touched(published):
    path = published.table(ARTICLES, DAYS[0])
    table = pq.read_table(path, partitioning=None)
    metadata = {**table.schema.metadata, b"rajnay.version": b"999"}
    pq.write_table(table.replace_schema_metadata(metadata), path)
    with pytest.raises(TableError, match="version 999"):
        load(published, DAYS[0], OUTLETS)
    assert not published.build.exists()
    assert rows(published.warehouse, "select n from marts.n") == [(1,)]


def test_half_a_file_stops_before_anything_is_touched(published):
    path = published.table(CLUSTERS, DAYS[0])
    path.write_bytes(path.read_bytes()[:100])
    with pytest.raises(TableError, match="not a readable Parquet file"):
        load(published, DAYS[0], OUTLETS)
    assert not published.build.exists()


def test_rows_of_another_date_are_refused_and_nothing_of_the_night_stays(lake):
    [row, *rest] = parquet.read(lake.table(CLUSTERS, DAYS[0]), CLUSTERS)
    parquet.write(lake.table(CLUSTERS, DAYS[0]), CLUSTERS, [row | {"news_date": DAYS[2]}, *rest])
    with pytest.raises(TableError, match=str(DAYS[2])):
        load(lake, DAYS[0], OUTLETS)
    assert rows(lake.build, "select count(*) from raw.articles") == [(0,)]


def test_a_published_file_of_other_columns_asks_for_a_rebuild(lake):
    load(lake, DAYS[0], OUTLETS)
    with duckdb.connect(lake.build) as connection:
        connection.execute("alter table raw.meetings drop column occasion")
    publish_as_is(lake)
    with pytest.raises(TableError, match=r"raw\.meetings has other columns.*load --all"):
        load(lake, DAYS[0], OUTLETS)
    load(lake, None, OUTLETS)
    assert rows(lake.build, "select count(*) from raw.meetings") == [(2,)]


def test_what_a_killed_run_left_is_no_hindrance(published):
    published.build.parent.mkdir(parents=True, exist_ok=True)
    published.build.write_bytes(b"half a file")
    published.build.with_name(published.build.name + ".wal").write_bytes(b"half a log")
    published.build_passed.write_text("{}")
    load(published, DAYS[0], OUTLETS)
    assert rows(published.build, "select count(*) from raw.articles") == [(3,)]
    assert rows(published.build, "select n from marts.n") == [(1,)]
    assert not published.build_passed.exists()


def test_a_locked_build_file_names_its_holder(published):
    load(published, DAYS[0], OUTLETS)
    holder = subprocess.Popen(
        [
            sys.executable,
            "-c",
            f"import duckdb, sys; c = duckdb.connect({str(published.build)!r}); print(1, flush=True); sys.stdin.read()",
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    try:
        holder.stdout.readline()
        with pytest.raises(WarehouseLocked, match=rf"{published.build}.*PID {holder.pid}"):
            load(published, DAYS[0], OUTLETS)
    finally:
        holder.communicate()
    load(published, DAYS[0], OUTLETS)


def test_a_full_disk_leaves_no_rest_and_the_published_file(published, monkeypatch):
    def full(source, target):
        target.write_bytes(b"some")
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(shutil, "copyfile", full)
    with pytest.raises(WarehouseError, match="No space left on device"):
        load(published, DAYS[0], OUTLETS)
    assert [path.name for path in published.warehouse.parent.iterdir()] == [published.warehouse.name]


def test_a_reader_of_the_published_file_does_not_hinder_the_load(published):
    with duckdb.connect(published.warehouse, read_only=True) as reader:
        load(published, DAYS[0], OUTLETS)
        assert reader.execute("select n from marts.n").fetchall() == [(1,)]
