import json
from datetime import UTC, date, datetime

import pytest

from scrapers import parquet
from scrapers.http_client import Validators
from scrapers.journal import Journal, recover
from scrapers.known import known_from, known_from_rows
from scrapers.tables import FETCHES


def row(
    url: str = "http://a.example/1", kind: str = "page", outcome: str = "taken", **more: object
) -> dict[str, object]:
    base = {"run_id": "r", "outlet": "o", "news_date": date(2026, 11, 24), "kind": kind, "url": url, "outcome": outcome,
            "requested_at": datetime(2026, 11, 24, 1, 2, 3, 4, tzinfo=UTC), "detail": "", "status": 200}  # fmt: skip
    return dict.fromkeys(FETCHES.columns) | base | more


def test_rows_come_back_as_they_were_and_fit_the_table(tmp_path):
    path = tmp_path / "j" / "o.jsonl"
    rows = [
        row(),
        row("http://a.example/२", listed_title="पंक्ति\nदो \ud800", listed_at=datetime(2026, 1, 1, tzinfo=UTC)),
    ]
    with Journal(path) as journal:
        for one in rows:
            journal.add(one)
        assert journal.rows == rows
    assert recover(path)[0] == rows[0]
    assert parquet.write(tmp_path / "f.parquet", FETCHES, recover(path)[:1]) == 1


def test_a_line_half_written_is_left_out_and_cut_off(tmp_path):
    path = tmp_path / "o.jsonl"
    with Journal(path) as journal:
        journal.add(row("http://a.example/1"))
        journal.add(row("http://a.example/2"))
    data = path.read_bytes()
    first = data.index(b"\n") + 1
    for cut in (0, 5, first - 1, first, first + 10, len(data) - 1):
        path.write_bytes(data[:cut])
        kept = [r["url"] for r in recover(path)]
        assert kept == (["http://a.example/1"] if cut >= first else [])
        with Journal(path) as journal:
            journal.add(row("http://a.example/3"))
        assert [r["url"] for r in recover(path)] == [*kept, "http://a.example/3"]


def test_a_later_line_replaces_the_earlier_one_of_the_same_attempt(tmp_path):
    path = tmp_path / "o.jsonl"
    with Journal(path) as journal:
        journal.add(row(kind="feed", etag=None))
        journal.add(row(kind="feed", etag='"v"'))
        assert [r["etag"] for r in journal.rows] == ['"v"']
    assert [r["etag"] for r in recover(path)] == ['"v"']


def test_no_file_no_rows(tmp_path):
    assert recover(tmp_path / "none") == []


@pytest.mark.parametrize("line", ["nonsense", '{"url": 1}', "[1]", '{"no such column": 1}'])
def test_a_foreign_line_is_named(tmp_path, line):
    path = tmp_path / "o.jsonl"
    path.write_text(json.dumps({}) + "\n" if line == "" else line + "\n")
    with pytest.raises(ValueError, match=r"o\.jsonl, line 1: .*move the file away"):
        recover(path)


def test_known_from_files(tmp_path):
    path = tmp_path / "f.parquet"
    parquet.write(path, FETCHES, [
        row("http://a.example/1", final_url="http://a.example/1/moved"),
        row("http://a.example/2", outcome="gave_up", status=503),
        row("http://a.example/3", outcome="too_large"),
        row("http://a.example/4", outcome="http_error", status=410),
        row("http://a.example/5", outcome="http_error", status=404),
        row("http://a.example/rss", kind="feed", etag='"1"'),
    ])  # fmt: skip
    known = known_from([path])
    assert known.taken == {"http://a.example/1", "http://a.example/1/moved"}
    assert set(known.refused) == {"http://a.example/3", "http://a.example/4"}
    assert known.validators == {"http://a.example/rss": Validators('"1"', None)}
    assert known_from([]) == known_from_rows([])


def test_a_later_feed_row_without_validators_withdraws_the_earlier():
    """The last reading left pages over, so the feed must be read whole next time."""
    early, late = datetime(2026, 11, 23, tzinfo=UTC), datetime(2026, 11, 24, tzinfo=UTC)
    rows = [row("u", "feed", requested_at=late), row("u", "feed", requested_at=early, etag='"1"')]
    assert known_from_rows(rows).validators == {}
    assert known_from_rows([row("u", "feed", requested_at=late, outcome="gave_up"), rows[1]]).validators == {
        "u": Validators('"1"')
    }


def test_files_of_another_version_are_refused(tmp_path):
    path = tmp_path / "f.parquet"
    path.write_bytes(b"junk")
    with pytest.raises(parquet.TableError, match=r"f\.parquet"):
        known_from([path])
