"""What the archive holds is listed, and every capture of a URL shown with what became of it."""

from datetime import UTC, date, datetime
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from rajnay import steps
from rajnay.archive import ArchiveMiss, captures, print_captures, print_files, warc_files
from rajnay.paths import Lake
from scrapers import parquet
from scrapers.archive import ArchiveWriter
from scrapers.http_client import Exchange
from scrapers.tables import FETCHES

NIGHT = date(2026, 11, 23)
AT = datetime(2026, 11, 23, 20, tzinfo=UTC)
BODY = (
    '<html lang="hi"><head><meta charset="utf-8"><title>दोनों देशों में समझौता</title></head><body><h1>दोनों देशों में समझौता</h1>'
    '<div itemprop="articleBody"><p>भारत और जापान ने सोमवार को नई दिल्ली में रेल परियोजना के समझौते पर हस्ताक्षर किए।</p></div>'
    "</body></html>"
).encode()


def exchange(path: str, hour: int, outcome: str = "taken", body: bytes = BODY) -> Exchange:
    url = f"http://a.example{path}"
    status = {"taken": 200, "not_modified": 304, "http_error": 503}[outcome]
    headers = {"content-type": "text/html", "x-mark": "[bold]"}
    return Exchange(url, url, outcome, "", AT.replace(hour=hour), 0.1, status, headers, body, {"User-Agent": "Rajnay"})


@pytest.fixture
def lake(tmp_path: Path) -> Lake:
    lake = Lake(tmp_path)
    warc = lake.warc("nagar_darpan", NIGHT, "r1")
    rows: list[dict[str, Any]] = []
    with ArchiveWriter(warc) as archive:
        for kind, one in (
            ("page", exchange("/1", 1, "http_error")),
            ("page", exchange("/1", 2)),
            ("page", exchange("/empty", 2, body=b"<html></html>")),
            ("revisit", exchange("/1", 3, "not_modified", b"")),
        ):
            row = dict.fromkeys(FETCHES.columns) | {
                "run_id": "r1", "outlet": "nagar_darpan", "news_date": NIGHT, "kind": kind, "url": one.url,
                "final_url": one.final_url, "requested_at": one.requested_at, "outcome": one.outcome, "status": one.status,
            }  # fmt: skip
            if one.outcome != "http_error":
                of = one.requested_at.replace(hour=2)
                place = archive.write(one) if one.outcome == "taken" else archive.write_revisit(one, one.url, of)
                row |= {"warc_file": str(place.path.relative_to(tmp_path)), "warc_offset": place.offset, "warc_length": place.length}  # fmt: skip
            rows.append(row)
    parquet.write(lake.fetches("nagar_darpan", NIGHT, "r1"), FETCHES, rows)
    return lake


def printed(what: Any, found: Any) -> str:
    console = Console(file=StringIO(), width=100)
    what(found, console)
    return console.file.getvalue()  # type: ignore[attr-defined]


def test_files_by_outlet_and_run(lake: Lake) -> None:
    [file] = warc_files(lake)
    assert (file.outlet, file.run, file.n_pages, file.n_revisits) == ("nagar_darpan", f"{NIGHT}.r1", 2, 1)
    assert file.n_bytes == (lake.root / file.path).stat().st_size
    assert warc_files(lake, "nagar_darpan") == [file]
    assert "nagar_darpan  2026-11-23.r1  2      1" in printed(print_files, [file])


def test_a_file_that_no_row_names_is_listed_all_the_same(lake: Lake) -> None:
    with ArchiveWriter(lake.warc("lok_patra", NIGHT, "killed")) as archive:
        archive.write(exchange("/1", 1))
    assert [(file.outlet, file.n_pages) for file in warc_files(lake)] == [("lok_patra", 0), ("nagar_darpan", 2)]


def test_every_capture_with_what_became_of_it(lake: Lake) -> None:
    assert [capture.became for capture in captures(lake, "http://a.example/1")] == [
        "",
        "not read yet: rajnay extract-text",
        "",
    ]
    steps.extract_text(lake, NIGHT, "r1")
    failed, taken, unchanged = captures(lake, "http://A.example:80/1#top")
    assert [one.row["outcome"] for one in (failed, taken, unchanged)] == ["http_error", "taken", "not_modified"]
    assert failed.headers is unchanged.headers is None
    assert taken.headers is not None
    assert taken.headers["content-type"] == "text/html"
    assert taken.became.endswith(": दोनों देशों में समझौता")
    [empty] = captures(lake, "http://a.example/empty")
    assert empty.became.startswith("rejected, no_text: ")
    said = printed(print_captures, [failed, taken, unchanged])
    assert "2026-11-23 07:30:00 IST  page: taken, HTTP 200" in said
    assert "x-mark: [bold]" in said
    assert f"warc/nagar_darpan/{NIGHT}.r1.warc.gz, byte " in said


def test_what_is_not_there_is_said(lake: Lake, tmp_path: Path) -> None:
    with pytest.raises(ArchiveMiss, match="http://a.example/2: never asked for"):
        captures(lake, "http://a.example/2")
    with pytest.raises(ArchiveMiss, match="no WARC files of setu"):
        warc_files(lake, "setu")
    with pytest.raises(ArchiveMiss, match="no WARC files"):
        warc_files(Lake(tmp_path / "none"))
    with pytest.raises(ValueError, match="is no usable URL|only http"):
        captures(lake, "no url")
