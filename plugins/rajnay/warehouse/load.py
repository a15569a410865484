"""Parquet → ``raw.*`` tables of the build file. The only Python code that writes DuckDB.

The build file starts as a copy of the published one, so that a night costs a night; without a published one,
or with ``news_date=None``, it starts empty and takes every date of the lake. Only the published file's history, which
no Parquet file holds, comes along then. Readers keep the published file.
"""

import os
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import duckdb
import pyarrow as pa

from rajnay.contracts import ARTICLES, CLUSTERS, EVENT_TABLES, FACT_TABLES, REJECTS, STEPS
from rajnay.paths import Lake
from rajnay.warehouse.errors import WarehouseError, WarehouseLocked, opened
from scrapers.outlet import Outlet
from scrapers.parquet import Table, TableError, check
from scrapers.tables import FETCHES

# One file a date, written by the step named here; a date without one has not been through that step.
_STEPS = {
    ARTICLES.name: "extract-text",
    CLUSTERS.name: "dedup",
    **{table.name: "facts" for table in FACT_TABLES},
    **{table.name: "events" for table in EVENT_TABLES},
}
# The logs have any number of files a date; none is fine.
TABLES = (ARTICLES, CLUSTERS, *FACT_TABLES, *EVENT_TABLES, FETCHES, REJECTS, STEPS)

# Stays in Parquet: nothing in the warehouse reads it, and it is the larger half of the bytes.
_LEFT_OUT = {
    ARTICLES.name: {"raw_title", "raw_body", "title_map", "body_map"},
    CLUSTERS.name: {"signature"},
}

_OUTLETS = pa.schema(
    [
        pa.field(name, kind, nullable=False)
        for name, kind in {
            "outlet": pa.string(),
            "title_hi": pa.string(),
            "title_en": pa.string(),
            "domain": pa.string(),
            "media_type": pa.string(),
            "min_articles": pa.int32(),
            "is_sample": pa.bool_(),
            "is_active": pa.bool_(),
        }.items()
    ]
)


@dataclass(frozen=True)
class LoadReport:
    """``rows`` loaded, by table name."""

    news_dates: tuple[date, ...]
    rows: Mapping[str, int]


def load(
    lake: Lake,
    news_date: date | None = None,
    outlets: Iterable[Outlet] | None = None,
    *,
    patience_s: float = 0.0,
) -> LoadReport:
    """Put one news date (None: every date, from scratch) of the lake into the build file, in one transaction.

    ``outlets``: what becomes ``raw.outlets``; None takes the registry's. Raises TableError, before anything is
    touched, where a Parquet file is missing or of another version; WarehouseLocked where another process has
    the build file for longer than ``patience_s``; WarehouseError where the disk is full. The published file is
    left as it is in every case.
    """
    dates = _dates_of(lake) if news_date is None else (news_date,)
    files = [(table, [path for day in dates for path in _files(lake, table, day)]) for table in TABLES]
    for table, paths in files:
        for path in paths:
            check(path, table)
    known = _registered() if outlets is None else tuple(outlets)

    from_scratch = news_date is None or not lake.warehouse.exists()
    _begin(lake, from_scratch, patience_s)
    with opened(lake.build) as connection:
        _create(connection, lake)
        connection.begin()
        if from_scratch and lake.warehouse.exists():
            _keep_history(connection, lake.warehouse)
        of_dates = "select article_id from raw.articles where list_contains(?::date[], news_date)"
        connection.execute(f"create or replace table raw.changed_articles as {of_dates}", [dates])
        rows = {table.name: _replace(connection, table, dates, paths) for table, paths in files}
        connection.execute(f"insert into raw.changed_articles {of_dates}", [dates])
        rows["outlets"] = _replace_outlets(connection, known)
        nights = "create or replace table raw.loaded_nights as select unnest(?::date[]) as news_date"
        connection.execute(nights, [dates])
        connection.commit()
    return LoadReport(dates, rows)


def _registered() -> tuple[Outlet, ...]:
    from scrapers.registry import outlets

    return (*outlets(sample=False).values(), *outlets(sample=True).values())


def _dates_of(lake: Lake) -> tuple[date, ...]:
    """Every news date that has articles."""
    folder = lake.table(ARTICLES, date.min).parent
    return tuple(sorted(date.fromisoformat(path.stem) for path in folder.glob("[0-9]*.parquet")))


def _files(lake: Lake, table: Table, day: date) -> list[Path]:
    if step := _STEPS.get(table.name):
        path = lake.table(table, day)
        if not path.exists():
            raise TableError(f"{path}: missing; run `rajnay {step} --date {day}` first")
        return [path]
    if table is REJECTS:
        anyone = lake.rejects("*", day)
    else:
        anyone = lake.fetches("*", day, "*") if table is FETCHES else lake.step("*", "*", day, "*")
    return sorted(path for path in anyone.parent.glob(anyone.name) if not path.name.startswith("."))


def _begin(lake: Lake, from_scratch: bool, patience_s: float) -> None:
    """A build file of our own: a copy of the published one, or none yet."""
    lake.build.parent.mkdir(parents=True, exist_ok=True)
    lake.build_passed.unlink(missing_ok=True)
    copy = lake.build.with_suffix(f".{os.getpid()}.partial")
    try:
        if not from_scratch:
            shutil.copyfile(lake.warehouse, copy)
        _drop_remains(lake, patience_s)
        if not from_scratch:
            os.replace(copy, lake.build)
    except OSError as error:
        raise WarehouseError(
            f"{lake.build}: cannot be made ({error.strerror}); it needs as much space as {lake.warehouse}"
        ) from error
    finally:
        copy.unlink(missing_ok=True)


def _drop_remains(lake: Lake, patience_s: float) -> None:
    """What a killed run left is of no use, whole or broken, unless somebody is still at it."""
    if lake.build.exists():
        try:
            with opened(lake.build, patience_s=patience_s):
                pass
        except WarehouseLocked:
            raise
        except WarehouseError:
            pass
    lake.build.with_name(lake.build.name + ".wal").unlink(missing_ok=True)
    lake.build.unlink(missing_ok=True)


def _create(connection: duckdb.DuckDBPyConnection, lake: Lake) -> None:
    """The ``raw`` schema with every table, also empty; refuses tables of an older version's columns."""
    connection.execute("create schema if not exists raw")
    for name, schema in {**{table.name: _loaded(table) for table in TABLES}, "outlets": _OUTLETS}.items():
        empty = schema.empty_table()
        connection.register("wanted", empty)
        connection.execute(f"create table if not exists raw.{name} as from wanted limit 0")
        wanted = connection.execute("select column_name, column_type from (describe wanted)").fetchall()
        found = connection.execute(f"select column_name, column_type from (describe raw.{name})").fetchall()
        connection.unregister("wanted")
        if wanted != found:
            raise TableError(
                f"{lake.warehouse}: its raw.{name} has other columns than this program's; "
                "rebuild it from the Parquet files: `rajnay load --all`"
            )


def _keep_history(connection: duckdb.DuckDBPyConnection, published: Path) -> None:
    """Copies the ``history`` schema of the published file: what was said on past nights cannot be read again."""
    try:
        connection.execute(f"attach {_quoted(published)} as published (read_only)")
    except duckdb.Error as error:
        raise WarehouseError(
            f"{published}: cannot be read, and a rebuild would lose its history ({error}); put one of the former files "
            "beside it in its place, or move it away to begin a new history, then run `rajnay load --all` again"
        ) from error
    connection.execute("create schema if not exists history")
    for (name,) in connection.execute(
        "select table_name from duckdb_tables() where database_name = 'published' and schema_name = 'history'"
    ).fetchall():
        connection.execute(f'create table history."{name}" as from published.history."{name}"')


def _quoted(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"


def _loaded(table: Table) -> pa.Schema:
    left_out = _LEFT_OUT.get(table.name, set())
    return pa.schema([field for field in table.schema if field.name not in left_out])


def _replace(connection: duckdb.DuckDBPyConnection, table: Table, dates: tuple[date, ...], paths: list[Path]) -> int:
    """Rows of ``dates`` out, rows of ``paths`` in; returns how many came in."""
    for day in dates:
        connection.execute(f"delete from raw.{table.name} where news_date = ?", [day])
    if not paths:
        return 0
    columns = ", ".join(_loaded(table).names)
    connection.execute(
        f"insert into raw.{table.name} select {columns} from read_parquet(?, hive_partitioning = false)",
        [[str(path) for path in paths]],
    )
    ((n_rows,),) = connection.fetchall()
    if strays := _days(connection, paths) - set(dates):
        raise TableError(f"{paths[0].parent}: rows of {', '.join(map(str, sorted(strays)))} in files of other dates")
    return int(n_rows)


def _days(connection: duckdb.DuckDBPyConnection, paths: list[Path]) -> set[date]:
    found = connection.execute(
        "select distinct news_date from read_parquet(?, hive_partitioning = false)", [[str(path) for path in paths]]
    ).fetchall()
    return {day for (day,) in found}


def _replace_outlets(connection: duckdb.DuckDBPyConnection, outlets: tuple[Outlet, ...]) -> int:
    rows = [
        {
            "outlet": outlet.name,
            "title_hi": outlet.title_hi,
            "title_en": outlet.title_en,
            "domain": outlet.domain,
            "media_type": outlet.media_type,
            "min_articles": outlet.min_articles,
            "is_sample": outlet.is_sample,
            "is_active": outlet.status == "active",
        }
        for outlet in outlets
    ]
    connection.register("listed", pa.Table.from_pylist(rows, schema=_OUTLETS))
    connection.execute("delete from raw.outlets")
    connection.execute("insert into raw.outlets select * from listed")
    connection.unregister("listed")
    return len(rows)
