"""What is archived comes back, from whole files, cut files and single places; two other programs accept the files."""

import hashlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from io import BytesIO
from urllib.parse import unquote

import pytest
from fastwarc.warc import ArchiveIterator as FastIterator
from fastwarc.warc import WarcRecordType
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator
from warcio.cli import main as warcio_main

from scrapers.archive import TRUNCATED, ArchiveError, ArchiveWriter, read_page_at, replay, whole_records_end
from scrapers.http_client import Exchange
from scrapers.urls import canonical_url

AT = datetime(2026, 11, 24, 1, 2, 3, 456789, tzinfo=UTC)


def exchange(n: int = 0, body: bytes | None = None, **more: object) -> Exchange:
    headers = {
        "content-type": "text/html; charset=utf-8",
        "content-encoding": "gzip",
        "content-length": "17",
        "etag": '"e"',
    }
    return Exchange(
        url=f"http://a.example/{n}",
        final_url=f"http://a.example/{n}/final?x=1",
        outcome="taken",
        detail="",
        requested_at=AT,
        seconds=0.1,
        status=200,
        headers=headers,
        body=f"<p>समाचार {n}</p>".encode() * 50 if body is None else body,
        sent_headers={"User-Agent": "Rajnay"},
        **more,  # type: ignore[arg-type]
    )


@pytest.fixture
def three(tmp_path):
    path = tmp_path / "warc" / "x.warc.gz"
    with ArchiveWriter(path) as archive:
        places = [archive.write(exchange(n)) for n in range(3)]
    return path, places


def test_replays_what_was_written(three):
    path, _ = three
    pages = list(replay(path))
    assert [page.body for page in pages] == [exchange(n).body for n in range(3)]
    page = pages[1]
    assert (page.url, page.final_url, page.status) == ("http://a.example/1", "http://a.example/1/final?x=1", 200)
    assert page.fetched_at == AT
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert page.headers["content-length"] == str(len(page.body))
    assert "content-encoding" not in page.headers


def test_random_access(three):
    path, places = three
    for n in (2, 0, 1):
        assert read_page_at(path, places[n].offset, places[n].length).body == exchange(n).body
        assert read_page_at(path, places[n].offset).url == f"http://a.example/{n}"


def test_no_page_at_a_wrong_place(three):
    path, places = three
    with pytest.raises(ArchiveError, match="no page at byte 3"):
        read_page_at(path, 3, 50)
    with pytest.raises(ArchiveError, match=str(path)):
        read_page_at(path, places[0].offset, 20)
    with pytest.raises(FileNotFoundError):
        read_page_at(path.with_name("none"), 0)


def test_a_truncated_body_says_so(tmp_path):
    path = tmp_path / "x.warc.gz"
    with ArchiveWriter(path) as archive:
        archive.write(exchange(truncated=True))
    [page] = replay(path)
    assert page.headers[TRUNCATED] == "disconnect"


def test_warcio_accepts_records_and_digests(three):
    path, _ = three
    kinds = []
    with path.open("rb") as file:
        for record in ArchiveIterator(file, check_digests="raise"):
            kinds.append(record.rec_type)
            body = record.content_stream().read()
            if record.rec_type == "response":
                assert record.rec_headers["WARC-Payload-Digest"].startswith("sha1:")
                assert record.http_headers.get_statuscode() == "200"
                assert hashlib.sha256(body).digest()
            if record.rec_type == "request":
                assert record.http_headers.protocol == "GET"
                assert record.rec_headers["WARC-Concurrent-To"]
    assert kinds == ["warcinfo", *["response", "request", "metadata"] * 3]


def unchanged(outcome: str) -> Exchange:
    """The second answer of a page: 304, or the same bytes."""
    if outcome == "taken":
        return replace(exchange(0), requested_at=AT + timedelta(days=1))
    return replace(exchange(0, b""), outcome=outcome, status=304, requested_at=AT + timedelta(days=1), rule="Allow: /")


@pytest.fixture(params=["not_modified", "taken"])
def revisited(tmp_path, request):
    path = tmp_path / "x.warc.gz"
    with ArchiveWriter(path) as archive:
        places = [archive.write(exchange(0))]
        places.append(archive.write_revisit(unchanged(request.param), exchange(0).final_url, AT))
        places.append(archive.write(exchange(1)))
    return path, places


def test_a_revisit_says_what_it_refers_to(revisited, request):
    path, places = revisited
    with path.open("rb") as file:
        first, revisit, _ = [
            r for r in FastIterator(file, WarcRecordType.response | WarcRecordType.revisit) if r.freeze() or True
        ]
    headers = {name.lower(): value for name, value in revisit.headers.items()}
    said = {name.lower(): value for name, value in first.headers.items()}
    assert headers["warc-refers-to-target-uri"] == said["warc-target-uri"].strip("<>")
    assert headers["warc-refers-to-date"] == said["warc-date"]
    profile = headers["warc-profile"].rsplit("/", 1)[1]
    if profile == "identical-payload-digest":
        assert headers["warc-payload-digest"] == said["warc-payload-digest"]
    else:
        assert profile == "server-not-modified"
        assert revisit.http_headers.status_code == 304
    assert revisit.stream_pos == places[1].offset


def test_a_revisit_is_no_page_and_moves_no_other(revisited):
    path, places = revisited
    assert [page.url[-1] for page in replay(path)] == ["0", "1"]
    assert read_page_at(path, places[2].offset, places[2].length).url[-1] == "1"
    with pytest.raises(ArchiveError, match="no page at byte"):
        read_page_at(path, places[1].offset, places[1].length)


def test_the_fetchs_outcome_is_metadata_of_its_response(tmp_path):
    path = tmp_path / "x.warc.gz"
    with ArchiveWriter(path) as archive:
        archive.write(replace(exchange(0), rule="Allow: /", detail="x-robots-tag: noarchive"))
    with path.open("rb") as file:
        records = {r.rec_type: (r.rec_headers, r.content_stream().read()) for r in ArchiveIterator(file)}
    headers, fields = records["metadata"]
    assert headers["WARC-Concurrent-To"] == records["response"][0]["WARC-Record-ID"]
    assert headers["Content-Type"] == "application/warc-fields"
    assert fields.decode().splitlines() == [
        "outcome: taken", "detail: x-robots-tag: noarchive", "fetchTimeMs: 100", "robotsRule: Allow: /",
    ]  # fmt: skip


def test_warcio_check_passes(revisited, capsys):
    path, _ = revisited
    with pytest.raises(SystemExit) as end:
        warcio_main(["check", str(path)])
    assert end.value.code == 0, capsys.readouterr().out


def test_a_full_file_is_followed_by_another(tmp_path):
    path = tmp_path / "x.warc.gz"
    with ArchiveWriter(path, max_bytes=2_000) as archive:
        places = [archive.write(exchange(n)) for n in range(6)]
    files = sorted(tmp_path.iterdir())
    assert [file.name for file in files[:2]] == ["x-n2.warc.gz", "x-n3.warc.gz"]
    assert files[-1] == path
    assert len({place.path for place in places}) == len(files) > 2
    for n, place in enumerate(places):
        assert read_page_at(place.path, place.offset, place.length).url[-1] == str(n)
    assert all(file.stat().st_size < 2_000 + 3 * places[0].length for file in files)
    last = places[-1].path
    last.write_bytes(last.read_bytes()[:-3])  # killed
    with ArchiveWriter(path, max_bytes=10**9) as archive:
        assert archive.write(exchange(7)).path == last


def test_fastwarc_accepts_records_and_digests(three):
    path, _ = three
    with path.open("rb") as file:
        for record in FastIterator(file, WarcRecordType.any_type, parse_http=False):
            assert record.verify_block_digest()
            if record.record_type == WarcRecordType.response:
                record.parse_http()
                assert record.verify_payload_digest()


def test_every_cut_leaves_the_records_before_it(three, tmp_path):
    """A run killed after any byte: what was written before stays readable, and the file can be continued."""
    path, places = three
    data = path.read_bytes()
    cut_path = tmp_path / "cut.warc.gz"
    for cut in [*range(0, len(data), 97), len(data) - 1]:
        cut_path.write_bytes(data[:cut])
        whole = sum(place.offset + place.length <= cut for place in places)
        # The last may lack no more than its checksum: then its bytes are there, and proven by its digest.
        bodies = [page.body for page in replay(cut_path)]
        assert bodies in ([exchange(n).body for n in range(k)] for k in (whole, whole + 1)), cut
        with ArchiveWriter(cut_path) as archive:
            place = archive.write(exchange(9))
        assert [page.url for page in replay(cut_path)] == [f"http://a.example/{n}" for n in [*range(whole), 9]], cut
        assert read_page_at(cut_path, place.offset, place.length).url == "http://a.example/9"


def test_whole_records_end_of_empty_and_foreign_files(tmp_path):
    path = tmp_path / "x"
    path.write_bytes(b"")
    assert whole_records_end(path) == 0
    path.write_bytes(b"no gzip at all")
    assert whole_records_end(path) == 0
    assert list(replay(path)) == []


@pytest.mark.parametrize("value", [";\x80=0", "attachment; filename=\u00e0.html", "\u00e9"])
def test_headers_beyond_ascii_are_written(tmp_path, value):
    path = tmp_path / "x.warc.gz"
    headers = {"x-y": value, "x-\u00e9": "z"}
    with ArchiveWriter(path) as archive:
        archive.write(Exchange("http://a.example/", "http://a.example/", "taken", "", AT, 0.1, 200, headers, b"b"))
    [page] = replay(path)
    assert unquote(page.headers["x-y"]) == value
    assert page.body == b"b"


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=st.binary(max_size=300), value=st.text(max_size=40), url=st.sampled_from(["/a", "/देश?x=१", "/%E0%A4%A6"]))
def test_any_body_and_header_come_back(tmp_path, body, value, url):
    path = tmp_path / f"{hashlib.sha1(body + value.encode('utf-8', 'replace') + url.encode()).hexdigest()}.warc.gz"
    path.unlink(missing_ok=True)
    value = value.encode("latin-1", "replace").decode("latin-1")
    url = canonical_url(url, "http://a.example")
    one = Exchange(url, url, "taken", "", AT, 0.1, 200, {"x-y": value}, body)
    with ArchiveWriter(path) as archive:
        archive.write(one)
    [page] = replay(path)
    assert page.body == body
    with path.open("rb") as file:
        assert [r.rec_type for r in ArchiveIterator(BytesIO(file.read()), check_digests="raise")][1] == "response"
