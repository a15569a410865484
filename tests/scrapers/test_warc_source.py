"""WARC files come whole from folders, web servers and S3 buckets, however often a connection breaks."""

import gzip
import hashlib
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, quote, unquote, urlsplit
from xml.sax.saxutils import escape

import pytest

from scrapers import warc_source
from scrapers.warc_source import SourceError, addresses, file_name, next_record_at, source_at
from tests.scrapers import news_warc


class Store:
    """A server of ``files`` by path: HTTP with ranges, and as much of S3 as reading takes. It cuts a reply after
    ``cut_after`` bytes of body, ``n_cuts`` times."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.ranges: list[str] = []
        self.cut_after, self.n_cuts, self.gives_ranges, self.tag = 0, 0, True, "a"
        store = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_HEAD(self) -> None:
                store.answer(self, with_body=False)

            def do_GET(self) -> None:
                store.answer(self, with_body=True)

            def log_message(self, *args: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.host = f"127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def answer(self, to: BaseHTTPRequestHandler, with_body: bool) -> None:
        parts = urlsplit(to.path)
        path, query = unquote(parts.path), parse_qs(parts.query)
        if "list-type" in query:
            return self._send(
                to,
                200,
                self._listing(path.strip("/"), query.get("prefix", [""])[0]),
                {"Content-Type": "application/xml"},
            )
        if path not in self.files:
            return self._send(to, 404, b"" if not with_body else b"<Error><Code>NoSuchKey</Code></Error>", {})
        data, status, headers = (
            self.files[path],
            200,
            {"ETag": f'"{self.tag}"', "Last-Modified": "Tue, 04 Mar 2025 05:06:07 GMT"},
        )
        wanted = to.headers.get("Range", "")
        if wanted and self.gives_ranges:
            self.ranges.append(wanted)
            first, _, last = wanted.removeprefix("bytes=").partition("-")
            end = min(int(last) + 1 if last else len(data), len(data))
            headers["Content-Range"] = f"bytes {first}-{end - 1}/{len(data)}"
            data, status = data[int(first) : end], 206
        if not with_body:
            return self._send(to, 200, b"", headers, len(data))
        if self.n_cuts and len(data) > self.cut_after:
            self.n_cuts -= 1
            self._send(to, status, data[: self.cut_after], headers, len(data))
            to.close_connection = True
            return to.connection.close()
        return self._send(to, status, data, headers)

    def _listing(self, bucket: str, prefix: str) -> bytes:
        keys = sorted(p.removeprefix(f"/{bucket}/") for p in self.files if p.startswith(f"/{bucket}/{prefix}"))
        entries = "".join(
            f"<Contents><Key>{escape(key)}</Key><Size>{len(self.files[f'/{bucket}/{key}'])}</Size>"
            "<LastModified>2025-03-04T05:06:07.000Z</LastModified></Contents>"
            for key in keys
        )
        return (
            f'<?xml version="1.0"?><ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>{bucket}</Name>'
            f"<KeyCount>{len(keys)}</KeyCount><IsTruncated>false</IsTruncated>{entries}</ListBucketResult>"
        ).encode()

    @staticmethod
    def _send(
        to: BaseHTTPRequestHandler, status: int, body: bytes, headers: dict[str, str], length: int | None = None
    ) -> None:
        to.send_response(status)
        for name, value in headers.items():
            to.send_header(name, value)
        to.send_header("Content-Length", str(len(body) if length is None else length))
        to.end_headers()
        to.wfile.write(body)


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setattr(warc_source, "_WAITS", (0.0, 0.0))
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "of-a-test")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "of-a-test")
    one = Store()
    yield one
    one.close()


DATA = hashlib.shake_128(b"seed").digest(3_000_000)


def s3(store: Store, key: str) -> str:
    return f"s3://bucket/{key}?scheme=http&region=us-east-1&endpoint_override={store.host}"


# Reading


def test_a_file(tmp_path: Path) -> None:
    path = tmp_path / "a b.warc.gz"
    path.write_bytes(DATA)
    for address in (str(path), path.as_uri()):
        source = source_at(address)
        with source.open_at(10) as stream:
            assert stream.read() == DATA[10:]
        assert source.n_bytes == len(DATA)


def test_over_http_from_any_byte(store: Store) -> None:
    store.files["/x.warc.gz"] = DATA
    source = source_at(f"http://{store.host}/x.warc.gz")
    assert source.n_bytes == len(DATA)
    for offset in (0, 1, 2_999_999, 3_000_000):
        with source.open_at(offset) as stream:
            assert stream.read() == DATA[offset:]


def test_a_broken_connection_is_taken_up_where_it_was(store: Store) -> None:
    store.files["/x.warc.gz"] = DATA
    store.cut_after, store.n_cuts = 700_000, 4
    with source_at(f"http://{store.host}/x.warc.gz").open_at(0) as stream:
        assert hashlib.sha256(stream.read()).digest() == hashlib.sha256(DATA).digest()
    assert store.n_cuts == 0
    assert [int(r.removeprefix("bytes=").rstrip("-")) for r in store.ranges] == [
        0,
        700_000,
        1_400_000,
        2_100_000,
        2_800_000,
    ]


def test_a_server_that_is_gone_is_said_with_the_byte(store: Store) -> None:
    store.files["/x.warc.gz"] = DATA
    source = source_at(f"http://{store.host}/x.warc.gz")
    with source.open_at(0) as stream:
        assert stream.read(10) == DATA[:10]
        store.cut_after, store.n_cuts = 0, 99
        with (
            pytest.raises(SourceError, match=r"x\.warc\.gz: broken off at byte \d+ of 3000000"),
            source.open_at(5) as other,
        ):
            other.read()


def test_a_server_without_ranges_and_a_file_that_changed(store: Store) -> None:
    store.files["/x.warc.gz"] = DATA
    source = source_at(f"http://{store.host}/x.warc.gz")
    store.gives_ranges = False
    with source.open_at(0) as stream:
        assert stream.read() == DATA
    with source.open_at(7) as stream, pytest.raises(SourceError, match="gives no parts"):
        stream.read()
    store.gives_ranges, store.tag = True, "b"
    with source.open_at(7) as stream, pytest.raises(SourceError, match="changed while it was read"):
        stream.read()


def test_from_s3(store: Store) -> None:
    store.files["/bucket/2025/x.warc.gz"] = DATA
    source = source_at(s3(store, "2025/x.warc.gz"))
    assert source.n_bytes == len(DATA)
    for offset in (0, 2_500_000):
        with source.open_at(offset) as stream:
            assert stream.read() == DATA[offset:]


# Finding


def test_all_of_a_folder(tmp_path: Path) -> None:
    for name in ("b.warc.gz", "2025/a.warc", "notes.txt", "c.gz"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    assert addresses(str(tmp_path)) == [str(tmp_path / "2025/a.warc"), str(tmp_path / "b.warc.gz")]


def test_all_under_an_s3_prefix(store: Store) -> None:
    store.files |= {f"/bucket/2025/{name}": b"x" for name in ("b.warc.gz", "a समाचार.warc.gz", "c.paths")}
    found = addresses(s3(store, "2025"))
    assert found == [s3(store, quote("2025/a समाचार.warc.gz")), s3(store, "2025/b.warc.gz")]
    with source_at(found[0]).open_at(0) as stream:
        assert stream.read() == b"x"


def test_a_list_as_common_crawl_has_it(store: Store, tmp_path: Path) -> None:
    lines = b"crawl-data/CC-NEWS/2025/03/b.warc.gz\n\ncrawl-data/CC-NEWS/2025/03/a.warc.gz\n"
    store.files["/crawl-data/CC-NEWS/2025/03/warc.paths.gz"] = gzip.compress(lines)
    root = f"http://{store.host}/crawl-data/CC-NEWS/2025/03"
    assert addresses(f"{root}/warc.paths.gz") == [f"{root}/a.warc.gz", f"{root}/b.warc.gz"]
    (tmp_path / "files.txt").write_text(f"x.warc.gz\n/y.warc.gz\n{root}/z.warc.gz\nremark\n")
    assert addresses(str(tmp_path / "files.txt")) == sorted(
        [str(tmp_path / "x.warc.gz"), "/y.warc.gz", f"{root}/z.warc.gz"]
    )
    store.files["/bucket/warc.paths"] = b"2025/x.warc.gz"
    assert addresses(s3(store, "warc.paths")) == [s3(store, "2025/x.warc.gz")]


def test_what_leads_nowhere_is_said_by_address(store: Store, tmp_path: Path) -> None:
    (tmp_path / "bad.paths.gz").write_bytes(b"\x1f\x8b\x08 no gzip")
    (tmp_path / "empty.paths").write_bytes(b"")
    wrong = {
        str(tmp_path): "no WARC files there",
        str(tmp_path / "empty.paths"): "no WARC files there",
        str(tmp_path / "bad.paths.gz"): "no list of addresses",
        str(tmp_path / "none"): "no such file or folder",
        "ftp://a.example/x.warc.gz": "not from ftp://",
        "http://a.example/folder/": "a web server lists no folder",
    }
    for address, said in wrong.items():
        with pytest.raises(SourceError, match=said) as error:
            addresses(address)
        assert address in str(error.value)
    for address in (
        str(tmp_path / "none.warc.gz"),
        f"http://{store.host}/none.warc.gz",
        s3(store, "none.warc.gz"),
        "http://127.0.0.1:1/x.warc.gz",
    ):
        with pytest.raises(SourceError) as error:
            source_at(address)
        assert address in str(error.value)
        assert "\n" not in str(error.value)


def test_names_are_fit_for_a_file_system_and_differ() -> None:
    names = {
        file_name(a)
        for a in ("/a/x.warc.gz", "/b/x.warc.gz", "https://h/%2e%2e/x.warc.gz?k=v", "/a/समाचार.warc", "/" + "y" * 300)
    }
    assert len(names) == 5
    assert all(name.isascii() and "/" not in name and not name.startswith(".") and len(name) < 100 for name in names)


@pytest.mark.parametrize("shift", [0, 1, 1_023, 1 << 20, (1 << 20) - 1, (1 << 20) - 2, (1 << 20) - 500])
def test_the_next_record_is_found_wherever_a_chunk_ends(tmp_path: Path, shift: int) -> None:
    path = tmp_path / "x.warc.gz"
    with path.open("wb") as file:
        file.write(b"\x1f\x8b\x08"[: shift % 3].ljust(shift, b"\x1f"))
        news_warc.write(file, [])
        end = file.tell()
        file.write(gzip.compress(b"no record"))
    source = source_at(str(path))
    assert next_record_at(source, shift - 1) == shift
    assert shift < 2 or next_record_at(source, 0) == shift
    assert next_record_at(source, shift) is None
    assert next_record_at(source, end + 1_000) is None
