"""Read-only questions to the published warehouse."""

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import duckdb
from rich.cells import cell_len
from rich.console import Console
from rich.table import Column
from rich.table import Table as RichTable
from rich.text import Text

from rajnay.paths import Lake
from rajnay.warehouse.errors import WarehouseError, opened

_READABLE = 28  # cells of a column in which text can still be read
_HEADER = 12  # cells of a column's name: longer ones are folded
_HELP = "SQL over several lines, closed by `;`. .tables lists tables, .describe NAME a table's columns, .quit leaves."
_TABLES = """
    select schema_name || '.' || table_name as name, estimated_size as n_rows, comment
    from duckdb_tables() where schema_name in ('marts', 'audit', 'history')
    union all
    select schema_name || '.' || view_name, null, comment from duckdb_views() where schema_name = 'marts'
    order by 1
"""
_DESCRIBE = """
    select column_name, data_type, comment from duckdb_columns()
    where table_name = $name and schema_name in ('marts', 'audit', 'history', 'staging', 'intermediate', 'raw')
    order by column_index
"""


@dataclass(frozen=True)
class Answer:
    """Column names and rows of a query."""

    columns: tuple[str, ...]
    rows: Sequence[tuple[Any, ...]]


def query(lake: Lake, sql: str, parameters: dict[str, Any] | None = None) -> Answer:
    """The answer of the published warehouse to ``sql``; tables are found without their schema's name.

    Raises WarehouseError where nothing is published yet or the SQL is wrong (DuckDB's message).
    """
    if not lake.warehouse.exists():
        raise WarehouseError(f"{lake.warehouse}: nothing is published yet; run `make nightly`")
    with opened(lake.warehouse, read_only=True) as connection:
        try:
            connection.execute(f"set search_path = '{_search_path(connection)}'; set timezone = 'Asia/Kolkata'")
            connection.execute(sql, parameters)
            columns = tuple(column[0] for column in connection.description or ())
            return Answer(columns, connection.fetchall() if columns else [])
        except duckdb.Error as error:
            raise WarehouseError(str(error)) from error


def _search_path(connection: duckdb.DuckDBPyConnection) -> str:
    """The schemas that readers look into, as far as the file has them: one of an older version has no history."""
    found = connection.execute(
        """
        select string_agg(schema_name, ',' order by schema_name != 'marts', schema_name)
        from duckdb_schemas() where not internal and database_name = current_database()
        and schema_name in ('marts', 'audit', 'history')
        """
    ).fetchone()
    return (found and found[0]) or "main"


def show(answer: Answer, console: Console, limit: int = 200) -> None:
    """Print an answer; of more than ``limit`` rows the first, and how many there are.

    As a table, or, where its columns would be too narrow to read, row by row with a line a column.
    """
    if not answer.rows:
        return console.print("no rows")
    rows = [["" if value is None else str(value) for value in row] for row in answer.rows[:limit]]
    wanted = [
        min(max(map(cell_len, (name[:_HEADER], *values))), _READABLE)
        for name, *values in zip(answer.columns, *rows, strict=True)
    ]
    if sum(wanted) + 3 * len(wanted) + 1 > console.width:
        _show_rows(answer.columns, rows, console)
    else:
        table = RichTable(*(Column(name, overflow="fold") for name in answer.columns), row_styles=["", "dim"])
        for row in rows:
            table.add_row(*map(Text, row))
        console.print(table)
    if len(answer.rows) > limit:
        console.print(f"{limit} of {len(answer.rows)} rows")


def _show_rows(columns: Sequence[str], rows: list[list[str]], console: Console) -> None:
    for number, row in enumerate(rows, 1):
        console.rule(str(number), align="left", style="dim")
        grid = RichTable.grid(padding=(0, 2))
        grid.add_column(style="bold", width=max(map(len, columns)))
        grid.add_column(ratio=1)
        for name, value in zip(columns, row, strict=True):
            if value:
                grid.add_row(name, Text(value))
        console.print(grid)


def prompt(lake: Lake, console: Console) -> None:
    """Ask for SQL until the input ends; each statement opens the file anew, so that a new night is seen."""
    with contextlib.suppress(ImportError):
        import readline  # noqa: F401  gives input() its line editing and history
    console.print(f"{lake.warehouse}, read-only. {_HELP}")
    lines: list[str] = []
    while True:
        try:
            line = console.input("   ...> " if lines else "rajnay> ", markup=False)
        except (EOFError, KeyboardInterrupt):
            console.print()
            return
        command, _, argument = line.strip().partition(" ")
        if not lines and command.startswith("."):
            if command == ".quit":
                return
            _shown(lake, console, *((_DESCRIBE, {"name": argument}) if command == ".describe" else (_TABLES, None)))
            continue
        lines.append(line)
        if line.rstrip().endswith(";"):
            _shown(lake, console, "\n".join(lines))
            lines = []


def _shown(lake: Lake, console: Console, sql: str, parameters: dict[str, Any] | None = None) -> None:
    try:
        show(query(lake, sql, parameters), console)
    except WarehouseError as error:
        console.print(str(error), style="red", markup=False)
