"""The warehouse's manual: dbt's documentation as one static HTML file, with the diagram of its tables inside."""

import base64
import json
import os
import shutil
from collections.abc import Mapping
from html import escape
from pathlib import Path

from rajnay.paths import Lake
from rajnay.warehouse.build import run_dbt
from rajnay.warehouse.errors import WarehouseError
from rajnay.warehouse.keys import Reference, keys, references

# Stands in models/overview.md; a data address in the file itself shows without a network.
DIAGRAM = "diagram-of-the-tables"


def write_docs(lake: Lake) -> Path:
    """Write the manual of the published warehouse; return its path, ``index.html`` in the lake's docs folder.

    Raises WarehouseError where nothing is published yet, or dbt cannot make it.
    """
    if not lake.warehouse.exists():
        raise WarehouseError(f"{lake.warehouse}: nothing is published yet; run `make nightly`")
    copy = lake.dbt_target / "docs.duckdb"  # dbt opens for writing, which a published file's readers would forbid
    copy.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(lake.warehouse, copy)
    try:
        done = run_dbt(lake, "docs", "generate", "--static", warehouse=copy)
    finally:
        copy.unlink()
    if done.returncode:
        raise WarehouseError(f"dbt cannot make the documentation:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    page = (lake.dbt_target / "static_index.html").read_text(encoding="utf-8")
    manifest = json.loads((lake.dbt_target / "manifest.json").read_text(encoding="utf-8"))
    drawn = base64.b64encode(diagram(keys(manifest), references(manifest)).encode()).decode()
    lake.docs.mkdir(parents=True, exist_ok=True)
    partial = lake.docs / ".index.html.partial"
    partial.write_text(page.replace(DIAGRAM, f"data:image/svg+xml;base64,{drawn}"), encoding="utf-8")
    os.replace(partial, lake.docs / "index.html")
    return lake.docs / "index.html"


_WIDTH, _ROW, _GAP, _COLUMN = 250, 18, 26, 400


def diagram(keys: Mapping[str, list[str]], references: list[Reference]) -> str:
    """An entity-relationship diagram as SVG: tables that refer to others stand to the left of them."""
    columns = _columns(sorted(keys), references)
    lines = {
        table: list(dict.fromkeys([*key, *(reference.column for reference in references if reference.table == table)]))
        for table, key in keys.items()
    }
    height = {table: _ROW * (len(lines[table]) + 1) + 8 for table in keys}
    full = max(sum(height[table] + _GAP for table in column) for column in columns)
    place: dict[str, tuple[int, int]] = {}
    for number, column in enumerate(columns):
        y = (full - sum(height[table] + _GAP for table in column)) // 2 + _GAP
        for table in column:
            place[table] = (20 + number * _COLUMN, y)
            y += height[table] + _GAP
    parts = []
    for reference in references:
        x, y = place[reference.table]
        to_x, to_y = place[reference.to]
        start_y = y + _ROW * (lines[reference.table].index(reference.column) + 1) + 13
        end_y = to_y + _ROW // 2 + 2
        if to_x > x:
            path = f"M{x + _WIDTH},{start_y} C{x + _WIDTH + 70},{start_y} {to_x - 70},{end_y} {to_x},{end_y}"
        else:  # to itself
            right = x + _WIDTH
            path = f"M{right},{start_y} C{right + 40},{start_y} {right + 40},{end_y} {right},{end_y}"
        parts.append(f'<path d="{path}" fill="none" stroke="#7a8b99" stroke-width="1.2" marker-end="url(#to)"/>')
    for table, (x, y) in place.items():
        box = f'<rect x="{x}" y="{y}" width="{_WIDTH}" rx="4" stroke="#345"'
        parts.append(f'{box} height="{height[table]}" fill="#fff"/>{box} height="{_ROW + 2}" fill="#dfe8ef"/>')
        parts.append(f'<text x="{x + 8}" y="{y + 14}" font-weight="bold">{escape(table)}</text>')
        for row, line in enumerate(lines[table], 1):
            at = y + row * _ROW + 16
            marks = ["PK"] * (line in keys[table])
            marks += ["FK"] * any(reference.table == table and reference.column == line for reference in references)
            parts.append(f'<text x="{x + 8}" y="{at}">{escape(line)}</text>')
            end = f'x="{x + _WIDTH - 8}" y="{at}" text-anchor="end" fill="#7a8b99"'
            parts.append(f"<text {end}>{' '.join(marks)}</text>")
    width = 80 + (len(columns) - 1) * _COLUMN + _WIDTH  # room for a table's line to itself
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{full + _GAP}" '
        f'font-family="sans-serif" font-size="12">'
        '<defs><marker id="to" markerWidth="8" markerHeight="8" refX="7" refY="4" orient="auto">'
        '<path d="M0,0 L8,4 L0,8 z" fill="#7a8b99"/></marker></defs>' + "".join(parts) + "</svg>"
    )


def _columns(tables: list[str], references: list[Reference]) -> list[list[str]]:
    """Tables by how many references lie between them and one that refers to nothing, the farthest first."""
    targets = {table: {r.to for r in references if r.table == table and r.to != table} for table in tables}

    def depth(table: str) -> int:
        return 1 + max((depth(to) for to in targets[table]), default=-1)

    depths = {table: depth(table) for table in tables}
    return [[table for table in tables if depths[table] == level] for level in range(max(depths.values()), -1, -1)]
