"""Rows of FETCHES as they come, a line each, so that a killed run loses none.

A later line about the same attempt (kind, URL, time) replaces the earlier one.
"""

import json
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import Any

import pyarrow as pa

from scrapers.tables import FETCHES

Row = dict[str, Any]


def _key(row: Mapping[str, Any]) -> tuple[Any, ...]:
    return row["kind"], row["url"], row["requested_at"]


class Journal:
    """Appends to the JSONL file ``path``; continues one that a killed run left. Use as a context manager."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._rows = {_key(row): row for row in recover(path)}
        self._file = path.open("ab")
        if path.stat().st_size:
            self._file.truncate(path.read_bytes().rfind(b"\n") + 1)

    def __enter__(self) -> "Journal":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    @property
    def rows(self) -> list[Row]:
        """All rows, those of earlier tries of the run included."""
        return list(self._rows.values())

    def add(self, row: Row) -> None:
        """Write one row through to the system; it has all columns of FETCHES."""
        self._rows[_key(row)] = row
        self._write(row)

    def _write(self, row: Row) -> None:
        line = json.dumps(row, ensure_ascii=False, default=lambda value: value.isoformat())
        self._file.write(line.encode("utf-8", "backslashreplace") + b"\n")
        self._file.flush()


def recover(path: Path) -> list[Row]:
    """The rows of a journal, as FETCHES wants them; none when there is no file. A half-written last line is left out.

    Raises ValueError naming file and line when another line is no row.
    """
    if not path.exists():
        return []
    rows: dict[tuple[Any, ...], Row] = {}
    lines = path.read_bytes().split(b"\n")
    for number, line in enumerate(lines, 1):
        if number == len(lines):
            break  # what follows the last newline is empty, or was being written when the run was killed
        try:
            row = {name: _value(value, FETCHES.columns[name]) for name, value in json.loads(line).items()}
            rows[_key(row)] = row
        except (ValueError, KeyError, AttributeError) as error:
            words = f"{path}, line {number}: no row of a crawl journal ({error}); move the file away"
            raise ValueError(words) from error
    return list(rows.values())


def _value(value: Any, kind: pa.DataType) -> Any:
    if value is None:
        return None
    if pa.types.is_timestamp(kind):
        return datetime.fromisoformat(value)
    return date.fromisoformat(value) if pa.types.is_date(kind) else value
