"""The raw archive: WARC files (ISO 28500), one an outlet and run, written before anything reads a page.

Each record is its own gzip member, flushed at once: a killed run leaves every record before the kill readable.
Bodies are stored decompressed, as Common Crawl does; the headers that no longer hold get an X-Crawler- prefix.
Written with warcio, read with fastwarc: two independent programs.
"""

import base64
import hashlib
import io
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO
from urllib.parse import quote, urlsplit

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from scrapers import __version__
from scrapers.http_client import Exchange
from scrapers.page import RawPage

TRUNCATED = "x-crawler-truncated"
"""Header of a RawPage whose body is shorter than its server announced."""

_CODINGS = frozenset({"content-encoding", "transfer-encoding"})
_STALE = _CODINGS | {"content-length"}
_ASCII = "".join(map(chr, range(32, 127)))
_PROFILES = "http://netpreserve.org/warc/1.1/revisit"
_ASKED = "X-Crawler-Requested-URI"


class ArchiveError(Exception):
    """A WARC file or a record of it is not readable. The message names file and offset."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record lies: the file, bytes from its start, and its length there."""

    path: Path
    offset: int
    length: int


class ArchiveWriter:
    """Appends to the WARC file ``path``. Use as a context manager.

    At ``max_bytes`` it goes on in a next file, numbered (x-n2.warc.gz). A series that a killed run left is continued:
    the last, half-written record, which no one can read, is cut off.
    """

    def __init__(self, path: Path, max_bytes: int = 1_000_000_000) -> None:
        self._max_bytes = max_bytes
        while _after(path).exists():
            path = _after(path)
        self._open(path)

    def _open(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._path = path
        self._file: BinaryIO = path.open("ab")
        end = whole_records_end(path)
        self._file.truncate(end)
        self._file.seek(end)
        self._writer = WARCWriter(self._file, gzip=True, warc_version="WARC/1.1")
        if end == 0:
            about = {"software": f"Rajnay/{__version__}", "format": "WARC File Format 1.1", "robots": "obey"}
            self._writer.write_record(self._writer.create_warcinfo_record(path.name, about))
            self._file.flush()

    def __enter__(self) -> "ArchiveWriter":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def write(self, exchange: Exchange) -> Place:
        """Write the response, its request and the fetch's outcome; return the response's place once all are handed to
        the system."""
        extra = {_ASKED: exchange.url}
        if exchange.truncated:
            extra["WARC-Truncated"] = "disconnect"
        return self._write(exchange, self._record(exchange, "response", exchange.body, extra))

    def write_revisit(self, exchange: Exchange, of_url: str, of_at: datetime) -> Place:
        """The same for a page that is as it was when ``of_url`` was fetched ``of_at``: a record without the body.

        Either the server says so (304), or the body has the same bytes.
        """
        extra = {_ASKED: exchange.url, "WARC-Refers-To-Target-URI": of_url, "WARC-Refers-To-Date": _warc_date(of_at)}
        if exchange.outcome == "not_modified":
            extra["WARC-Profile"] = f"{_PROFILES}/server-not-modified"
        else:
            extra["WARC-Profile"] = f"{_PROFILES}/identical-payload-digest"
            extra["WARC-Payload-Digest"] = _digest(exchange.body)
        return self._write(exchange, self._record(exchange, "revisit", None, extra))

    def _write(self, exchange: Exchange, record: Any) -> Place:
        """``record``, with what goes with it."""
        if self._file.tell() >= self._max_bytes:
            self._file.close()
            self._open(_after(self._path))
        path, offset = self._path, self._file.tell()
        self._writer.write_record(record)
        length = self._file.tell() - offset
        record_id = record.rec_headers.get_header("WARC-Record-ID")
        extra = {"WARC-Date": _warc_date(exchange.requested_at), "WARC-Concurrent-To": record_id}
        if exchange.sent_headers:  # a page of a back-fill comes without what was asked
            self._writer.write_record(self._request(exchange, extra))
            outcome = {
                "outcome": exchange.outcome,
                "detail": _one_line(exchange.detail),
                "fetchTimeMs": str(round(exchange.seconds * 1_000)),
                "robotsRule": _one_line(exchange.rule or ""),
            }
            fields = "".join(f"{name}: {value}\r\n" for name, value in outcome.items() if value)
            self._writer.write_record(
                self._writer.create_warc_record(
                    exchange.final_url, "metadata", payload=io.BytesIO(fields.encode()),
                    warc_content_type="application/warc-fields", warc_headers_dict=extra,
                )
            )  # fmt: skip
        self._file.flush()
        return Place(path, offset, length)

    def _record(self, exchange: Exchange, kind: str, body: bytes | None, extra: dict[str, str]) -> Any:
        named = {f"X-Crawler-{name}" if name in _STALE else name: value for name, value in exchange.headers.items()}
        headers = [(_one_line(name), _one_line(value)) for name, value in named.items()]
        if body is not None:
            headers.append(("Content-Length", str(len(body))))
        status = exchange.status or 0
        return self._writer.create_warc_record(
            exchange.final_url,
            kind,
            payload=io.BytesIO(body or b""),
            http_headers=StatusAndHeaders(f"{status} {_phrase(status)}", headers, protocol="HTTP/1.1"),
            warc_headers_dict=extra | {"WARC-Date": _warc_date(exchange.requested_at)},
        )

    def _request(self, exchange: Exchange, extra: dict[str, str]) -> Any:
        parts = urlsplit(exchange.final_url)
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        sent = [(name, _one_line(value)) for name, value in exchange.sent_headers.items()]
        return self._writer.create_warc_record(
            exchange.final_url,
            "request",
            payload=io.BytesIO(),
            http_headers=StatusAndHeaders(
                f"GET {target} HTTP/1.1", [("Host", parts.netloc), *sent], is_http_request=True
            ),
            warc_headers_dict=extra,
        )


def page_of(exchange: Exchange) -> RawPage:
    """The page of an exchange, as it would come back from the archive."""
    headers = dict(exchange.headers) | ({TRUNCATED: "disconnect"} if exchange.truncated else {})
    return RawPage(
        exchange.url, exchange.final_url, exchange.status or 0, headers, exchange.body, exchange.requested_at
    )


def read_page_at(path: Path, offset: int, length: int | None = None) -> RawPage:
    """The page at ``offset``, without reading what stands before it. Raises ArchiveError, OSError when not there."""
    with path.open("rb") as file:
        file.seek(offset)
        stream = io.BytesIO(file.read(length)) if length else file
        for page in _pages(stream, path):
            return page
    raise ArchiveError(f"{path}: no page at byte {offset}; is it the file that the row names?")


def replay(path: Path) -> Iterator[RawPage]:
    """All pages of a WARC file, in the order in which they came. A half-written end is left out."""
    with path.open("rb") as file:
        yield from _pages(file, path)


def page_of_record(record: WarcRecord, *, decoded: bool = False) -> RawPage | None:
    """The page of a response record; None where it holds no HTTP. Raises ValueError for a date that is none.

    ``decoded``: undo content and transfer encodings, which other archives may have kept, and say so in the headers.
    """
    record.parse_http(auto_decode="all" if decoded else "none")
    if record.http_headers is None:
        return None
    warc, headers = _lower(record), _headers(record.http_headers)
    if decoded:
        headers = {f"x-crawler-{name}" if name in _CODINGS else name: value for name, value in headers.items()}
    if "warc-truncated" in warc:
        headers[TRUNCATED] = warc["warc-truncated"]
    final = warc.get("warc-target-uri", "").strip("<>")
    return RawPage(
        url=warc.get(_ASKED.lower(), final),
        final_url=final,
        status=record.http_headers.status_code or 0,
        headers=headers,
        body=record.reader.read(),
        fetched_at=warc_instant(warc["warc-date"]),
    )


def warc_instant(date: str) -> datetime:
    """A WARC-Date, aware: they are UTC, whether they say so or not. Raises ValueError where it is none."""
    at = datetime.fromisoformat(date)
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def whole_records_end(path: Path) -> int:
    """The byte at which the last whole record (gzip member, checksum included) ends; 0 where there is none."""
    end = 0
    with path.open("rb") as file:
        unzip, member = zlib.decompressobj(wbits=31), 0
        while chunk := file.read(1 << 20):
            while chunk:
                try:
                    unzip.decompress(chunk)
                except zlib.error:
                    return end
                member += len(chunk) - len(unzip.unused_data)
                if not unzip.eof:
                    break
                end, member, chunk = end + member, 0, unzip.unused_data
                unzip = zlib.decompressobj(wbits=31)
    return end


def _pages(stream: BinaryIO, path: Path) -> Iterator[RawPage]:
    try:
        for record in ArchiveIterator(stream, WarcRecordType.response, parse_http=True):
            page = page_of_record(record)
            if page is not None and _complete(record, page.body):
                yield page
    except (OSError, ValueError) as error:
        if isinstance(error, OSError) and error.errno:
            raise
        return  # a killed run's last record: no page of it was ever reported as taken


def _complete(record: WarcRecord, body: bytes) -> bool:
    """Whether the body is the one that was written. fastwarc gives what it has of a record that was cut off."""
    digest = _lower(record).get("warc-payload-digest", "")
    return not digest.startswith("sha1:") or digest == _digest(body)


def _lower(record: WarcRecord) -> Mapping[str, str]:
    return {name.lower(): value for name, value in record.headers.items()}


def _headers(http: object) -> dict[str, str]:
    return {name.lower(): value for name, value in http.astuples()}  # type: ignore[attr-defined]


def _digest(body: bytes) -> str:
    """As warcio writes it."""
    return f"sha1:{base64.b32encode(hashlib.sha1(body, usedforsecurity=False).digest()).decode()}"


def _after(path: Path) -> Path:
    """The next file of a series: x.warc.gz, x-n2.warc.gz, x-n3.warc.gz."""
    base = path.name.removesuffix(".warc.gz")
    name, _, number = base.rpartition("-n")
    n = int(number) if name and number.isdecimal() else 1
    return path.with_name(f"{name if n > 1 else base}-n{n + 1}.warc.gz")


def _warc_date(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "Unknown"


def _one_line(text: str) -> str:
    """A header's name or value as a WARC file can hold it: warcio writes ASCII, and fails at some of the rest."""
    return quote(" ".join(text.split()), safe=_ASCII)
