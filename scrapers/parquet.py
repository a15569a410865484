"""Typed Parquet files: written whole or not at all, and refused when they are of another version.

The schema of a table and its version live with the code that writes it (``scrapers`` for what the crawl
leaves, ``rajnay.contracts`` for the later steps). An empty table is a file too: a glob is never empty.
"""

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

_NAME, _VERSION = b"rajnay.table", b"rajnay.version"


class TableError(Exception):
    """A file is no table of the wanted name and version. The message names the file and what to do."""


@dataclass(frozen=True)
class Table:
    """A kind of Parquet file: name, version (raise it when a column changes), Arrow schema, grain in words."""

    name: str
    version: int
    grain: str
    columns: Mapping[str, pa.DataType]

    @property
    def schema(self) -> pa.Schema:
        """Arrow schema with the table's name and version in its metadata."""
        metadata = {_NAME: self.name.encode(), _VERSION: str(self.version).encode()}
        return pa.schema([pa.field(name, kind) for name, kind in self.columns.items()], metadata=metadata)


def write(path: Path, table: Table, rows: Iterable[Mapping[str, Any]]) -> int:
    """Write ``rows`` (dicts with the table's columns) to ``path``; return their number.

    Rows go to a temporary file beside it, which then replaces ``path``: a killed write leaves the old file.
    Raises TableError naming the column when a row does not fit the schema.
    """
    data = list(rows)
    for row in data:
        if unknown := row.keys() ^ table.columns.keys():
            raise TableError(f"{path}: row of {table.name} lacks or adds columns {sorted(unknown)}")
    try:
        arrow = pa.Table.from_pylist(data, schema=table.schema)
    except (pa.ArrowInvalid, pa.ArrowTypeError) as error:
        raise TableError(f"{path}: a row of {table.name} does not fit its schema: {error}") from error
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{path.name}.{os.getpid()}.partial")
    try:
        pq.write_table(arrow, partial, compression="zstd")
        os.replace(partial, path)
    finally:
        partial.unlink(missing_ok=True)
    return len(data)


def check(path: Path, table: Table) -> None:
    """Raise TableError unless ``path`` is a readable Parquet file of ``table`` in its present version."""
    try:
        metadata = pq.read_schema(path).metadata or {}
    except (pa.ArrowInvalid, OSError) as error:
        raise TableError(f"{path}: not a readable Parquet file ({error}); delete it and rerun its step") from error
    name, version = metadata.get(_NAME, b"").decode(), metadata.get(_VERSION, b"").decode()
    if (name, version) != (table.name, str(table.version)):
        raise TableError(
            f"{path}: holds table {name or '?'} version {version or '?'}, this program reads "
            f"{table.name} version {table.version}; rerun the step that writes it (`rajnay reprocess`)"
        )


def read(paths: Path | Sequence[Path], table: Table, columns: Sequence[str] | None = None) -> list[dict[str, Any]]:
    """All rows of the files, in the files' order. Missing files are an error (OSError), empty ones are not."""
    rows: list[dict[str, Any]] = []
    for path in [paths] if isinstance(paths, Path) else paths:
        check(path, table)
        rows.extend(pq.read_table(path, columns=list(columns) if columns else None, partitioning=None).to_pylist())
    return rows
