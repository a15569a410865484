"""WARC files wherever they lie: in a folder, on an HTTP server, in an S3 bucket, or named by a list (warc.paths.gz).

Addresses are given by whoever runs Rajnay and are trusted: a store inside one's own network is a fine place for WARC
files, so that no address is refused for being private. What the files hold is a stranger's and is not.
"""

import gzip
import hashlib
import io
import time
import zlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast
from urllib.parse import quote, unquote, urljoin, urlsplit

import pyarrow.fs as pafs
import requests
from urllib3.exceptions import HTTPError

GZIP_MAGIC = b"\x1f\x8b\x08"
"""How a gzip member, and so a compressed record, begins."""

_SUFFIXES = (".warc.gz", ".warc")
_LISTS = (".paths", ".paths.gz", ".txt")
_CHUNK = 1 << 20
_TIMEOUT = (10.0, 60.0)  # seconds to connect, and between two reads
_WAITS = (1.0, 2.0, 4.0, 8.0, 16.0)  # seconds before asking again, as long as nothing comes
_PEEK = 1 << 10  # bytes of a member that surely hold the first of its record


class SourceError(Exception):
    """An address leads to no WARC files, or one of them could not be read to its end. The message names it."""


@dataclass(frozen=True)
class WarcSource:
    """One WARC file: its address, its bytes, and how to read it from any byte on."""

    address: str
    n_bytes: int
    open_at: Callable[[int], BinaryIO]

    @property
    def file_id(self) -> str:
        """Names this file in its present state: ``file_name`` and its size."""
        return f"{file_name(self.address)}-{self.n_bytes}"


def file_name(address: str) -> str:
    """A name for the file at an address that is fit for a file system: its own name, and a hash of the address."""
    name = unquote(address.split("?")[0]).rstrip("/").rsplit("/", 1)[-1]
    for suffix in _SUFFIXES:
        name = name.removesuffix(suffix)
    safe = "".join(c if c.isascii() and (c.isalnum() or c in "-_") else "_" for c in name)
    return f"{safe[:80]}-{hashlib.sha256(address.encode()).hexdigest()[:10]}"


def addresses(source: str) -> list[str]:
    """The WARC files that ``source`` means, sorted: one file, all of a folder or s3:// prefix, or those of a list.

    A list (.paths, .paths.gz, .txt; a line a file) may lie anywhere a WARC file may. Its relative lines count from the
    root of its server or bucket, as Common Crawl's do, or from its folder. Raises SourceError where there are none.
    """
    found = _listed(source) if source.split("?")[0].endswith(_LISTS) else _found(source)
    if not found:
        raise SourceError(f"{source}: no WARC files there; give a .warc.gz, a folder of them, or a list (.paths.gz)")
    return sorted(dict.fromkeys(found))


def source_at(address: str) -> WarcSource:
    """The file at ``address``. Raises SourceError where there is none or it cannot be reached."""
    scheme = _scheme(address)
    if scheme in ("http", "https"):
        return _http_source(address)
    if scheme == "s3":
        return _s3_source(address)
    path = _path(address)
    if not path.is_file():
        raise SourceError(f"{address}: no such file")

    def open_at(offset: int) -> BinaryIO:
        file = path.open("rb")
        file.seek(offset)
        return file

    return WarcSource(address, path.stat().st_size, open_at)


def next_record_at(source: WarcSource, after: int) -> int | None:
    """The first byte past ``after`` at which a gzip member with a WARC record begins; None where there is no more."""
    with source.open_at(after + 1) as stream:
        start, window, chunk = after + 1, b"", b"-"
        while chunk:
            chunk = stream.read(_CHUNK)
            window += chunk
            # What stands too near to the end to be told is looked at with the next chunk.
            end = max(len(window) - _PEEK, 0) if chunk else len(window)
            at = window.find(GZIP_MAGIC)
            while 0 <= at < end:
                if _is_record(window[at : at + _PEEK]):
                    return start + at
                at = window.find(GZIP_MAGIC, at + 1)
            start, window = start + end, window[end:]
    return None


def _is_record(data: bytes) -> bool:
    with suppress(zlib.error):
        return zlib.decompressobj(wbits=31).decompress(data, 8).startswith(b"WARC/1.")
    return False


def _scheme(address: str) -> str:
    scheme = urlsplit(address).scheme.lower()
    if scheme not in ("", "file", "http", "https", "s3"):
        raise SourceError(f"{address}: WARC files are read from a folder, http(s):// and s3://, not from {scheme}://")
    return scheme


def _path(address: str) -> Path:
    return Path(unquote(urlsplit(address).path)) if address.startswith("file://") else Path(address)


def _found(source: str) -> list[str]:
    """What ``source`` is or holds."""
    scheme = _scheme(source)
    if source.split("?")[0].endswith(_SUFFIXES):
        return [source]
    if scheme in ("http", "https"):
        raise SourceError(f"{source}: a web server lists no folder; give a .warc.gz or a list of them (.paths.gz)")
    if scheme == "s3":
        system, key = _s3(source)
        query = f"?{urlsplit(source).query}" if urlsplit(source).query else ""
        with _said_of(source):
            entries = system.get_file_info(pafs.FileSelector(key, recursive=True))
        return [f"s3://{quote(e.path)}{query}" for e in entries if e.is_file and e.path.endswith(_SUFFIXES)]
    if not _path(source).is_dir():
        raise SourceError(f"{source}: no such file or folder")
    return [str(path) for path in _path(source).rglob("*") if path.name.endswith(_SUFFIXES) and path.is_file()]


def _listed(source: str) -> list[str]:
    """The addresses in the list at ``source``."""
    with source_at(source).open_at(0) as stream:
        data = stream.read()
    try:
        text = (gzip.decompress(data) if data.startswith(GZIP_MAGIC) else data).decode()
    except (OSError, EOFError, ValueError, zlib.error) as error:
        raise SourceError(f"{source}: no list of addresses ({error})") from error
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return [_beside(source, line) for line in lines if line.split("?")[0].endswith(_SUFFIXES)]


def _beside(source: str, line: str) -> str:
    parts = urlsplit(source)
    if urlsplit(line).scheme or line.startswith("/"):
        return line
    if parts.scheme in ("http", "https"):
        return urljoin(source, f"/{quote(line)}")
    if parts.scheme == "s3":
        return f"s3://{parts.netloc}/{quote(line)}" + (f"?{parts.query}" if parts.query else "")
    return str(_path(source).parent / line)


# HTTP


def _http_source(address: str) -> WarcSource:
    session = requests.Session()
    session.trust_env = False
    try:
        answer = session.head(address, timeout=_TIMEOUT, allow_redirects=True)
        answer.raise_for_status()
        n_bytes = int(answer.headers["Content-Length"])
    except (requests.RequestException, KeyError, ValueError) as error:
        raise SourceError(f"{address}: {error if str(error).strip() else type(error).__name__}") from error
    tag = answer.headers.get("ETag", "")

    def open_at(offset: int) -> BinaryIO:
        return cast(BinaryIO, io.BufferedReader(_HttpBody(session, address, n_bytes, tag, offset), _CHUNK))

    return WarcSource(address, n_bytes, open_at)


class _HttpBody(io.RawIOBase):
    """The bytes of a file on an HTTP server from ``position`` on; a connection that breaks is taken up where it was."""

    def __init__(self, session: requests.Session, address: str, n_bytes: int, tag: str, position: int) -> None:
        self._session, self._address, self._n_bytes, self._tag = session, address, n_bytes, tag
        self._position = position
        self._answer: requests.Response | None = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer).cast("B")  # type: ignore[arg-type]
        why = ""
        for wait in (*_WAITS, None):
            if self._position >= self._n_bytes:
                return 0
            try:
                data = self._read(len(view))
                if data:
                    view[: len(data)] = data
                    self._position += len(data)
                    return len(data)
                why = "the connection ended early"
            except (requests.RequestException, HTTPError, OSError) as error:
                why = str(error) or type(error).__name__
            self._drop()
            if wait is not None:
                time.sleep(wait)
        raise SourceError(f"{self._address}: broken off at byte {self._position} of {self._n_bytes}: {why}")

    def close(self) -> None:
        self._drop()
        super().close()

    def _drop(self) -> None:
        if self._answer is not None:
            self._answer.close()
        self._answer = None

    def _read(self, n: int) -> bytes:
        if self._answer is None:
            headers = {"Range": f"bytes={self._position}-", "Accept-Encoding": "identity"}
            self._answer = self._session.get(self._address, headers=headers, timeout=_TIMEOUT, stream=True)
            self._answer.raise_for_status()
            if self._answer.status_code != 206 and self._position:
                raise SourceError(f"{self._address}: its server gives no parts of files; download it")
            if self._tag != self._answer.headers.get("ETag", ""):
                raise SourceError(f"{self._address}: changed while it was read; run the back-fill again")
        return cast(bytes, self._answer.raw.read(n))


# S3


def _s3(address: str) -> tuple[pafs.FileSystem, str]:
    """File system and key. Options as Arrow reads them: ?region=…&endpoint_override=…&scheme=http."""
    try:
        return cast("tuple[pafs.FileSystem, str]", pafs.FileSystem.from_uri(address))
    except (ValueError, OSError) as error:
        raise SourceError(f"{address}: {error}") from error


def _s3_source(address: str) -> WarcSource:
    system, key = _s3(address)
    with _said_of(address):
        info = system.get_file_info(key)
    if not info.is_file:
        raise SourceError(f"{address}: no such object")

    def open_at(offset: int) -> BinaryIO:
        file = system.open_input_file(key)  # reads by ranges, and tries again by itself
        file.seek(offset)
        return cast(BinaryIO, io.BufferedReader(file, 4 * _CHUNK))

    return WarcSource(address, info.size, open_at)


class _said_of:
    """Makes Arrow's errors about an address ours."""

    def __init__(self, address: str) -> None:
        self._address = address

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, OSError):
            raise SourceError(f"{self._address}: {error}") from error
