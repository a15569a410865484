"""A back-fill: old pages of others' WARC files become articles, facts and events of their nights, once."""

from datetime import date
from pathlib import Path

import pytest

from rajnay import backfill as back
from rajnay.contracts import ARTICLES, EVENT_ASSIGNMENTS, REJECTS
from rajnay.paths import Lake
from rajnay.steps import NightFailed
from scrapers import parquet
from scrapers.archive import read_page_at, replay
from scrapers.tables import BACKFILLS, FETCHES
from scrapers.warc_source import SourceError
from tests.scrapers import news_warc
from tests.scrapers.news_warc import Record

HOSTS = ["lokpatra.example"]
TEXTS = [
    (
        "विदेश मंत्री एस जयशंकर ने जापान के विदेश मंत्री से मुलाकात की",
        "नई दिल्ली। विदेश मंत्री एस जयशंकर ने मंगलवार को नई दिल्ली में जापान के विदेश मंत्री ताकेशी इवाया से मुलाकात की। "
        "दोनों नेताओं ने व्यापार और सुरक्षा पर चर्चा की।",
    ),
    (
        "जयशंकर और इवाया की दिल्ली में बैठक",
        "नई दिल्ली। विदेश मंत्री एस जयशंकर ने मंगलवार को राजधानी में जापान के विदेश मंत्री ताकेशी इवाया से मुलाकात की। "
        "बातचीत उपयोगी रही और इसमें आपसी सहयोग बढ़ाने के उपायों पर विचार हुआ।",
    ),
]


def record(n: int, at: str = "2025-03-04T12:00:00Z", text: int = 0) -> Record:
    title, body = TEXTS[text]
    html = (
        f'<html><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta property="article:published_time" content="{at}"></head><body><h1>{title}</h1>'
        f'<div itemprop="articleBody"><p>{body}</p><p>यह समाचार क्रमांक {n} है।</p></div></body></html>'
    ).encode()
    return Record(f"https://www.lokpatra.example/desh/{n}", html, date=at)


def made(path: Path, *records: Record) -> list[int]:
    path.parent.mkdir(exist_ok=True)
    with path.open("wb") as file:
        return news_warc.write(file, list(records))


@pytest.fixture
def lake(tmp_path: Path) -> Lake:
    return Lake(tmp_path / "data")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two files: one that goes over the end of a night (6 in the morning, IST), one of the next evening."""
    made(tmp_path / "warc/a.warc.gz", record(1, "2025-03-04T23:00:00Z"), record(2, "2025-03-05T01:00:00Z"))
    made(tmp_path / "warc/b.warc.gz", record(3, "2025-03-05T12:00:00Z", text=1))
    return tmp_path / "warc"


def read_all(lake: Lake, folder: Path, run_id: str | None = None) -> dict[str, object]:
    plan = back.plan_backfill(str(folder), HOSTS)
    for address in plan["addresses"]:
        back.read_file(lake, address, HOSTS, run_id or plan["run_id"])
    back.read_nights(lake, plan)
    return plan


def table(lake: Lake, which: parquet.Table) -> list[dict[str, object]]:
    return [
        row for path in sorted((lake.root / which.name).rglob("[!.]*.parquet")) for row in parquet.read(path, which)
    ]


def test_pages_lie_in_the_night_that_would_have_fetched_them(lake: Lake, folder: Path) -> None:
    read_all(lake, folder)
    fetches = table(lake, FETCHES)
    assert [(row["url"][-1], row["news_date"]) for row in fetches] == [
        ("1", date(2025, 3, 4)), ("2", date(2025, 3, 5)), ("3", date(2025, 3, 5)),
    ]  # fmt: skip
    assert {row["outlet"] for row in fetches} == {"lokpatra_example"}
    for row in fetches:
        page = read_page_at(lake.root / row["warc_file"], row["warc_offset"], row["warc_length"])
        assert (page.url, page.fetched_at) == (row["url"], row["requested_at"])
    articles = table(lake, ARTICLES)
    assert len(articles) == 3
    assert {row["outlet"] for row in articles} == {"lokpatra_example"}


def test_one_parquet_a_file_with_its_name_and_digest(lake: Lake, folder: Path) -> None:
    read_all(lake, folder)
    first, second = table(lake, BACKFILLS)
    assert first["address"] == str(folder / "a.warc.gz")
    assert first["n_bytes"] == (folder / "a.warc.gz").stat().st_size
    assert len(first["sha256"]) == 64
    assert first["news_dates"] == [date(2025, 3, 4), date(2025, 3, 5)]
    assert (first["n_records"], first["n_kept"], second["n_kept"]) == (2, 2, 1)


def snapshot(lake: Lake) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in lake.root.rglob("*.*") if "steps" not in path.parts}


def test_a_second_run_reads_nothing_and_changes_nothing(
    lake: Lake, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_all(lake, folder)
    before = snapshot(lake)
    monkeypatch.setattr(back, "_taken", None)
    monkeypatch.setattr(back, "read_days", lambda lake, days, run_id: [] if not days else pytest.fail(str(days)))
    read_all(lake, folder)
    assert snapshot(lake) == before


def test_other_hosts_or_another_state_of_a_file_are_read(lake: Lake, folder: Path) -> None:
    read_all(lake, folder)
    back.read_file(lake, str(folder / "a.warc.gz"), ["elsewhere.example"], "r")
    made(folder / "b.warc.gz", record(3, text=1), record(4))
    read_all(lake, folder)
    assert sorted(row["n_kept"] for row in table(lake, BACKFILLS)) == [0, 1, 2, 2]


@pytest.mark.parametrize("killed_at", ["archive", "fetches", "marker"])
def test_a_killed_file_starts_anew(
    lake: Lake, folder: Path, killed_at: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    whole = Lake(tmp_path / "whole")
    read_all(whole, folder, "r")

    class Killed(BaseException):
        pass

    with monkeypatch.context() as patched:
        if killed_at == "archive":
            write = back.ArchiveWriter.write

            def second(archive: object, exchange: object) -> object:
                if exchange.url.endswith("2"):
                    raise Killed
                return write(archive, exchange)

            patched.setattr(back.ArchiveWriter, "write", second)
        else:
            written = parquet.write

            def some(path: Path, which: parquet.Table, rows: object) -> int:
                if which is (FETCHES if killed_at == "fetches" else BACKFILLS) and (
                    killed_at == "marker" or "2025-03-05" in str(path)
                ):
                    raise Killed
                return written(path, which, rows)

            patched.setattr(parquet, "write", some)
        with pytest.raises(Killed):
            back.read_file(lake, str(folder / "a.warc.gz"), HOSTS, "r")
        assert not lake.backfills()
    read_all(lake, folder, "r")
    assert [path for path in lake.root.rglob("*") if "partial" in path.name] == []
    # A record's own random id makes its place differ.
    ours, theirs = (
        [row | {"warc_offset": 0, "warc_length": 0} for row in table(one, FETCHES)] for one in (lake, whole)
    )
    assert ours == theirs
    ours, theirs = (sorted((lake.root / "warc").rglob("*.gz")) for lake in (lake, whole))
    assert [[page.body for page in replay(path)] for path in ours] == [
        [page.body for page in replay(path)] for path in theirs
    ]


def test_a_night_killed_while_it_was_read_is_read_again(
    lake: Lake, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = back.plan_backfill(str(folder), HOSTS)
    for address in plan["addresses"]:
        back.read_file(lake, address, HOSTS, "r")
    with monkeypatch.context() as patched:
        patched.setattr("rajnay.steps.events", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            back.read_nights(lake, plan)
    assert back.read_nights(lake, plan) == [date(2025, 3, 4), date(2025, 3, 5)]
    assert lake.table(EVENT_ASSIGNMENTS, date(2025, 3, 5)).exists()


def test_a_page_older_than_an_events_night_joins_it_and_the_id_stays(lake: Lake, tmp_path: Path) -> None:
    made(tmp_path / "new/b.warc.gz", record(3, "2025-03-05T12:00:00Z", text=1))
    read_all(lake, tmp_path / "new")
    before = {row["event_id"] for row in table(lake, EVENT_ASSIGNMENTS)}
    assert len(before) == 1
    made(tmp_path / "old/a.warc.gz", record(1, "2025-03-04T12:00:00Z"))
    read_all(lake, tmp_path / "old")
    rows = table(lake, EVENT_ASSIGNMENTS)
    assert len(rows) == 2
    assert {row["event_id"] for row in rows} == before


def test_a_corrupt_member_is_a_reject_that_names_file_and_byte(lake: Lake, tmp_path: Path) -> None:
    path = tmp_path / "warc/a.warc.gz"
    places = made(path, record(1), record(2), record(3))
    data = bytearray(path.read_bytes())
    data[places[1] + 300] ^= 0xFF
    path.write_bytes(data)
    read_all(lake, path)
    [reject] = [row for row in table(lake, REJECTS) if row["step"] == "backfill"]
    assert reject["url"] == str(path)
    assert reject["detail"].startswith(f"{path}: unreadable from byte {places[1]} to byte ")
    assert reject["warc_offset"] == places[1]
    assert [row["url"][-1] for row in table(lake, FETCHES)] == ["1", "3"]
    [row] = table(lake, BACKFILLS)
    assert (row["n_damages"], dict(row["left_out"])) == (1, {})


def test_a_file_that_fails_does_not_stop_the_others(lake: Lake, folder: Path) -> None:
    (folder / "c.warc.gz").write_bytes(b"not a WARC file")
    plan = back.plan_backfill(str(folder), HOSTS)
    for address in plan["addresses"][:2]:
        back.read_file(lake, address, HOSTS, "r")
    with pytest.raises(SourceError, match=r"c\.warc\.gz: no WARC file"):
        back.read_file(lake, plan["addresses"][2], HOSTS, "r")
    assert back.read_nights(lake, plan) == [date(2025, 3, 4), date(2025, 3, 5)]


def test_not_one_readable_file_is_an_error(lake: Lake, folder: Path) -> None:
    with pytest.raises(NightFailed, match="none of 2 WARC files"):
        back.read_nights(lake, back.plan_backfill(str(folder), HOSTS))
