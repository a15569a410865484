"""What the archive holds: its WARC files, and every capture of a URL with what became of it. Reads only.

Reading archived pages anew is ``rajnay reprocess``.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pyarrow.compute as pc
import pyarrow.dataset as ds
from rich.console import Console
from rich.markup import escape
from rich.table import Table as Grid

from rajnay.contracts import ARTICLES, REJECTS
from rajnay.paths import Lake
from rajnay.settings import IST
from scrapers import parquet
from scrapers.archive import read_page_at
from scrapers.tables import FETCHES
from scrapers.urls import canonical_url


class ArchiveMiss(ValueError):
    """The archive has not what was asked for. The message says what it looked for, and where."""


@dataclass(frozen=True)
class WarcFile:
    """A WARC file of the archive: relative path, outlet (or ``backfill``), night and run (of a back-fill: the file),
    bytes, and captures by kind (page: with a body; revisit: without, unchanged)."""

    path: str
    outlet: str
    run: str
    n_bytes: int
    n_pages: int
    n_revisits: int


@dataclass(frozen=True)
class Capture:
    """One attempt to fetch a URL: its FETCHES row, the archived headers (None: no page was archived), and in words what
    became of the page."""

    row: Mapping[str, Any]
    headers: Mapping[str, str] | None
    became: str


def warc_files(lake: Lake, outlet: str | None = None) -> list[WarcFile]:
    """All WARC files, or one outlet's, by outlet and time. Raises ArchiveMiss where there are none."""
    found = sorted((lake.root / "warc").glob(f"{outlet or '*'}/[!.]*.warc.gz"))
    if not found:
        raise ArchiveMiss(f"{lake.root / 'warc'}: no WARC files{f' of {outlet}' if outlet else ''}")
    rows = _fetches(lake, pc.field("warc_file").is_valid(), ["warc_file", "outcome"])
    counts = Counter((row["warc_file"], row["outcome"]) for row in rows)
    return [
        WarcFile(
            path=(name := str(path.relative_to(lake.root))),
            outlet=path.parent.name,
            run=path.name.removesuffix(".warc.gz"),
            n_bytes=path.stat().st_size,
            n_pages=counts[name, "taken"],
            n_revisits=counts[name, "not_modified"],
        )
        for path in found
    ]


def captures(lake: Lake, url: str) -> list[Capture]:
    """Every attempt to fetch ``url``, or that ended there, oldest first. Raises ArchiveMiss where there was none."""
    asked = canonical_url(url)
    rows = _fetches(lake, (pc.field("url") == asked) | (pc.field("final_url") == asked))
    if not rows:
        raise ArchiveMiss(f"{asked}: never asked for, as far as {lake.root / 'fetches'} goes back")
    return [
        Capture(row, _headers(lake, row), _became(lake, row)) for row in sorted(rows, key=lambda r: r["requested_at"])
    ]


def print_files(files: list[WarcFile], console: Console) -> None:
    """A line a file, and the sum."""
    grid = Grid("outlet", "run", "pages", "unchanged", "MB", box=None)
    for one in files:
        grid.add_row(one.outlet, one.run, str(one.n_pages), str(one.n_revisits), f"{one.n_bytes / 1e6:.1f}")
    n_pages, n_revisits = sum(one.n_pages for one in files), sum(one.n_revisits for one in files)
    n_bytes = sum(one.n_bytes for one in files)
    grid.add_row(f"{len(files)} files", "", str(n_pages), str(n_revisits), f"{n_bytes / 1e6:.1f}")
    console.print(grid)


def print_captures(found: list[Capture], console: Console) -> None:
    """Each capture: when, what came, where it lies, its headers, what became of it."""
    for capture in found:
        row = capture.row
        at = row["requested_at"].astimezone(IST)
        status = f", HTTP {row['status']}" if row["status"] else ""
        console.print(f"[bold]{at:%Y-%m-%d %H:%M:%S} IST[/bold]  {row['kind']}: {row['outcome']}{status}")
        for label, value in (
            ("url", row["final_url"] or row["url"]),
            ("outlet", f"{row['outlet']}, night of {row['news_date']}, run {row['run_id']}"),
            ("detail", row["detail"]),
            ("in", f"{row['warc_file']}, byte {row['warc_offset']}" if row["warc_file"] else None),
            ("became", capture.became),
        ):
            if value:
                console.print(f"  {label}: {escape(str(value))}", soft_wrap=True, highlight=False)
        for name, value in (capture.headers or {}).items():
            console.print(f"    {escape(name)}: {escape(value)}", soft_wrap=True, highlight=False, style="dim")


def _fetches(lake: Lake, wanted: Any, columns: list[str] | None = None) -> list[dict[str, Any]]:
    """The rows of all nights' fetches for which ``wanted`` holds."""
    paths = sorted((lake.root / "fetches").glob("*/[!.]*.parquet"))
    for path in paths:
        parquet.check(path, FETCHES)
    if not paths:
        return []
    files = ds.dataset([str(path) for path in paths], schema=FETCHES.schema, format="parquet")
    rows: list[dict[str, Any]] = files.to_table(columns=columns, filter=wanted).to_pylist()
    return rows


def _headers(lake: Lake, row: Mapping[str, Any]) -> Mapping[str, str] | None:
    if row["outcome"] != "taken" or not row["warc_file"]:
        return None
    return read_page_at(lake.root / row["warc_file"], row["warc_offset"], row["warc_length"]).headers


def _became(lake: Lake, row: Mapping[str, Any]) -> str:
    """Article or reject; empty for what was no page, or has not been read yet."""
    if row["outcome"] != "taken" or not row["warc_file"]:
        return ""
    at = (pc.field("warc_file") == row["warc_file"]) & (pc.field("warc_offset") == row["warc_offset"])
    for table, path, what in (
        (ARTICLES, lake.table(ARTICLES, row["news_date"]), "article {article_id}: {title}"),
        (REJECTS, lake.rejects("extract-text", row["news_date"]), "rejected, {reason}: {detail}"),
    ):
        if path.exists():
            parquet.check(path, table)
            for found in ds.dataset(str(path), format="parquet").to_table(filter=at).to_pylist():
                return what.format(**found)
    return "not read yet: rajnay extract-text"
