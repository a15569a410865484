"""The published warehouse as files for other programs: facts, addresses, short quotations, never an article's text."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import duckdb

from rajnay.paths import Lake
from rajnay.warehouse.errors import WarehouseError, opened
from rajnay.warehouse.keys import keys, manifest, references

QUOTATION = 200  # characters: what may be quoted of an article
RIGHTS = (
    "Facts are free. Titles and quotations (200 characters at most) are the named outlets', quoted as evidence; "
    "articles' texts are not included."
)
# DuckDB's type → Frictionless Table Schema's (specs.frictionlessdata.io/table-schema), else string.
_TYPES = {
    "DATE": "date", "BOOLEAN": "boolean", "DOUBLE": "number", "INTEGER": "integer", "BIGINT": "integer",
    "SMALLINT": "integer", "TIMESTAMP WITH TIME ZONE": "datetime",
}  # fmt: skip
# Whole texts, or what only makes sense beside them.
_LEFT_OUT = {"dim_articles": {"text"}}
_QUOTED = {"evidence_text", "surface", "value"}


def export(lake: Lake, form: str, folder: Path) -> list[Path]:
    """Write the published warehouse to ``folder`` in ``form`` (one of FORMS); the files' paths.

    Raises WarehouseError where nothing is published, the form is unknown, or a file of the export is there already.
    """
    if form not in FORMS:
        raise WarehouseError(f"no export is called {form}; there are {', '.join(FORMS)}")
    if not lake.warehouse.exists():
        raise WarehouseError(f"{lake.warehouse}: nothing is published yet; run `make nightly`")
    folder.mkdir(parents=True, exist_ok=True)
    with opened(lake.warehouse, read_only=True) as connection:
        connection.execute("set search_path = 'marts,audit'; set timezone = 'UTC'")
        return FORMS[form](lake, connection, folder)


def _copy(connection: duckdb.DuckDBPyConnection, query: str, path: Path, options: str) -> Path:
    if path.exists():
        raise WarehouseError(f"{path}: is there already; say another folder, or remove it")
    name = str(path).replace("'", "''")
    connection.execute(f"copy ({query}) to '{name}' ({options})")
    return path


def _plover(lake: Lake, connection: duckdb.DuckDBPyConnection, folder: Path) -> list[Path]:
    query = "from vw_plover_events order by date, id"
    return [_copy(connection, query, folder / "rajnay.plover.jsonl", "format json")]


def _cameo(lake: Lake, connection: duckdb.DuckDBPyConnection, folder: Path) -> list[Path]:
    query = "from vw_cameo_dyads order by event_date, event_id, source_code, target_code"
    return [_copy(connection, query, folder / "rajnay.cameo.csv", "format csv, header")]


def _jsonld(lake: Lake, connection: duckdb.DuckDBPyConnection, folder: Path) -> list[Path]:
    query = """
        select
            'https://schema.org' as "@context", 'Event' as "@type", 'urn:rajnay:' || meeting_id as "@id", name,
            start_date as "startDate", end_date as "endDate", event_status as "eventStatus",
            event_attendance_mode as "eventAttendanceMode", location, attendee, super_event as "superEvent",
            description, subject_of as "subjectOf"
        from vw_schema_org_events order by start_date, meeting_id
    """
    return [_copy(connection, query, folder / "rajnay.jsonld", "format json, array true")]


def _csv(lake: Lake, connection: duckdb.DuckDBPyConnection, folder: Path) -> list[Path]:
    return _package(lake, connection, folder, "csv", "format csv, header")


def _parquet(lake: Lake, connection: duckdb.DuckDBPyConnection, folder: Path) -> list[Path]:
    return _package(lake, connection, folder, "parquet", "format parquet, compression zstd")


FORMS: Mapping[str, Callable[[Lake, duckdb.DuckDBPyConnection, Path], list[Path]]] = {
    "plover": _plover, "cameo": _cameo, "csv": _csv, "parquet": _parquet, "jsonld": _jsonld,
}  # fmt: skip


def _package(lake: Lake, connection: duckdb.DuckDBPyConnection, folder: Path, form: str, options: str) -> list[Path]:
    """The marts' tables, a file each, with a Frictionless data package that describes them and their keys."""
    read = manifest(lake)
    primary, foreign = keys(read), references(read)
    tables = connection.execute(
        "select table_name, comment from duckdb_tables() where schema_name = 'marts' order by table_name"
    ).fetchall()
    named = {table for table, _ in tables}
    paths, resources = [], []
    for table, comment in tables:
        columns = connection.execute(
            "select column_name, data_type, comment from duckdb_columns() "
            "where schema_name = 'marts' and table_name = $table order by column_index",
            {"table": table},
        ).fetchall()
        kept = [column for column in columns if column[0] not in _LEFT_OUT.get(table, ())]
        chosen = ", ".join(_chosen(name, kind, form) for name, kind, _ in kept)
        paths.append(
            _copy(connection, f"select {chosen} from {table} order by all", folder / f"{table}.{form}", options)
        )
        resources.append(
            {
                "name": table,
                "path": paths[-1].name,
                "format": form,
                "mediatype": "text/csv" if form == "csv" else "application/vnd.apache.parquet",
                "encoding": "utf-8",
                "description": comment or "",
                "schema": {
                    "fields": [
                        {"name": name, "type": _type(kind), "description": said or ""} for name, kind, said in kept
                    ],
                    "primaryKey": primary.get(table, []),
                    "foreignKeys": [
                        {
                            "fields": [reference.column],
                            "reference": {"resource": reference.to, "fields": primary[reference.to]},
                        }
                        for reference in foreign
                        if reference.table == table and reference.to in named and len(primary[reference.to]) == 1
                    ],
                },
            }
        )
    package = folder / "datapackage.json"
    described = {
        "name": "rajnay",
        "title": "Rajnay: meetings and agreements in the Hindi press",
        "description": RIGHTS,
        "created": connection.execute("select max(last_reported_at)::varchar from fct_meetings").fetchall()[0][0],
        "resources": resources,
    }
    package.write_text(json.dumps(described, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return [*paths, package]


def _chosen(name: str, kind: str, form: str) -> str:
    """A column as it is written: quotations cut short, lists as JSON where the form has none."""
    if name in _QUOTED and kind == "VARCHAR":
        return f'"{name}"[:{QUOTATION}] as "{name}"'
    if kind.endswith("[]") and form == "csv":
        return f'to_json("{name}") as "{name}"'
    return f'"{name}"'


def _type(kind: str) -> str:
    return "array" if kind.endswith("[]") else _TYPES.get(kind, "string")
