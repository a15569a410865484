"""The few wanted pages of a WARC file that holds the whole web's: chosen by bytes, before any HTML is parsed.

In the order of what they cost: the host in the record's header, then status and content type, then Devanagari among the
bytes. Which of the languages that are written in it a text is in is left to who reads the text.
"""

import codecs
import hashlib
import re
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from typing import BinaryIO, cast

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from scrapers.archive import page_of_record, warc_instant
from scrapers.legacy_font import names_legacy_font
from scrapers.outlet import Outlet
from scrapers.page import RawPage
from scrapers.urls import canonical_url
from scrapers.warc_source import GZIP_MAGIC, SourceError, WarcSource, next_record_at

_MAX_BYTES = 5 * 1024 * 1024  # as the crawl's
_CHUNK = 1 << 20
_VERSION = b"WARC/1."  # how a record begins
_HTML = ("text/html", "application/xhtml+xml")
# Letters of Devanagari, in bytes: a page with fewer has no article to read. A menu's link to a Hindi edition has six.
_MIN_LETTERS = 100
_UTF8 = (b"\xe0\xa4", b"\xe0\xa5")
# As character references (U+0900 to U+097F), or UTF-8 that was read as windows-1252 and encoded again.
_OTHERWISE = re.compile(rb"&#23\d\d;|&#24[0-3]\d;|&#[xX]09[0-7][0-9a-fA-F];|\xc3\xa0\xc2[\xa4\xa5]")
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True, slots=True)
class Found:
    """A wanted page, its outlet's name, and the byte of the WARC file at which its record begins."""

    outlet: str
    page: RawPage
    offset: int


@dataclass(frozen=True, slots=True)
class Damage:
    """A stretch of a WARC file that no one can read: from byte ``start`` to ``end`` (None: the file's end)."""

    start: int
    end: int | None
    why: str


# Path under which an outlet's pages lie (with slashes), its name, its skip patterns.
_Entry = tuple[str, str, tuple[re.Pattern[str], ...]]


class Hosts:
    """Whose pages are wanted: those under the domains of ``outlets``, or of ``hosts`` alone where any are given.

    A host that no outlet has gets a name made of its letters. Raises ValueError naming a host that is none.
    """

    def __init__(self, outlets: Mapping[str, Outlet], hosts: Sequence[str] = ()) -> None:
        self._under: dict[str, list[_Entry]] = {}
        for outlet in outlets.values():
            host, _, path = outlet.domain.partition("/")
            skipped = tuple(re.compile(pattern) for pattern in outlet.skip_urls)
            self._under.setdefault(host, []).append((f"/{path}/" if path else "/", outlet.name, skipped))
        if hosts:
            given = [_host(host) for host in hosts]
            named = {one: self.outlet_of(f"https://{one}/") or _name_of(one) for one in given}
            known = {host: entries for host, entries in self._under.items() if any(_is_at(host, one) for one in given)}
            given_alone: dict[str, list[_Entry]] = {one: [("/", name, ())] for one, name in named.items()}
            self._under = given_alone | known
        for entries in self._under.values():
            entries.sort(key=lambda entry: -len(entry[0]))  # the longest path first

    def outlet_of(self, url: str) -> str | None:
        """The name of the outlet whose page ``url`` is; None where it is nobody's or matches a skip pattern."""
        parts = url.split("/", 3)
        if len(parts) < 3:
            return None
        host = parts[2].rpartition("@")[2].partition(":")[0].lower()
        path = f"/{parts[3] if len(parts) > 3 else ''}/"
        while host:
            for under, name, skipped in self._under.get(host, ()):
                if path.startswith(under):
                    return None if any(pattern.search(url) for pattern in skipped) else name
            host = host.partition(".")[2]
        return None


def _host(text: str) -> str:
    try:
        parts = canonical_url(text if "//" in text else f"https://{text}").split("/")
    except ValueError as error:
        raise ValueError(f"host {text!r}: {error}") from None
    if any(parts[3:]) or "." not in parts[2]:
        raise ValueError(f"host {text!r}: write it as www.example.com")
    return parts[2].removeprefix("www.")


def _is_at(host: str, given: str) -> bool:
    return host == given or host.endswith(f".{given}")


def _name_of(host: str) -> str:
    name = re.sub(r"[^a-z0-9]+", "_", host)
    return name if name[0].isalpha() else f"site_{name.lstrip('_')}"


def has_devanagari(body: bytes) -> bool:
    """Whether a page's bytes may hold an article in Devanagari, however it is encoded. Never says no to one."""
    if sum(map(body.count, _UTF8)) >= _MIN_LETTERS or body.startswith(_UTF16):
        return True
    if len(_OTHERWISE.findall(body)) >= _MIN_LETTERS:
        return True
    return names_legacy_font(body.decode("latin-1"))


class WantedPages:
    """One pass over a WARC file: its wanted pages and its damages, in their order. Memory stays that of one page.

    ``first_at``: when the first response was captured, whoever's it is. ``counts``: response records by what became of
    them (kept, other_host, too_large, unusable, not_200, not_html, no_devanagari). Both after the pass.
    """

    def __init__(self, source: WarcSource, hosts: Hosts) -> None:
        self._source, self._hosts = source, hosts
        self._digest = hashlib.sha256()
        self._n_digested = 0
        self._at = 0  # where the record last seen begins
        self.first_at: datetime | None = None
        self.counts: Counter[str] = Counter()

    @property
    def sha256(self) -> str:
        """Digest of the file's bytes, in hexadecimal digits; of the whole file once the pass is over."""
        return self._digest.hexdigest()

    def __iter__(self) -> Iterator[Found | Damage]:
        """Raises SourceError where the file is no WARC file or cannot be read to its end."""
        start: int | None = 0
        while start is not None:
            self._at, why, last = start, "", None
            try:
                for found in self._pages(start):
                    if last:
                        yield last
                    last = found
            except OSError as error:
                why = str(error)
            # Whether the record last seen is whole is known by its checksum, which nothing has looked at yet.
            end = _whole_until(self._source, self._at)
            if last and (end is not None or last.offset != self._at):
                yield last
            elif last:
                self.counts.subtract(["kept"])
            if end == self._source.n_bytes:
                break
            broken = self._at if end is None else end
            start = next_record_at(self._source, broken)
            if start is None and broken == 0:
                raise SourceError(f"{self._source.address}: no WARC file ({why or 'not one whole record'})")
            yield Damage(broken, start, why or "it ends within a record")
        self._digest_rest()

    def _pages(self, start: int) -> Iterator[Found]:
        """The wanted pages from byte ``start`` on, where a record begins, to the end or to what raises OSError."""
        with self._source.open_at(start) as stream:
            reader = _Watched(stream, start, self._source.address, self._digested)
            records = ArchiveIterator(
                cast(BinaryIO, reader),
                WarcRecordType.any_type,
                parse_http=False,
                func_filter=self._is_wanted,
                fsspec_args=False,
            )
            for record in records:
                if page := self._page(record):
                    yield Found(self._hosts.outlet_of(page.final_url) or "", page, record.stream_pos)

    def _is_wanted(self, record: WarcRecord) -> bool:
        self._at = record.stream_pos
        if record.record_type != WarcRecordType.response:
            return False
        if self.first_at is None:
            with suppress(ValueError):
                self.first_at = warc_instant(record.headers.get("WARC-Date") or "")
        url = (record.headers.get("WARC-Target-URI") or "").strip("<>")
        if self._hosts.outlet_of(url) is None:
            self.counts["other_host"] += 1
            return False
        if record.content_length > _MAX_BYTES:
            self.counts["too_large"] += 1
            return False
        return True

    def _page(self, record: WarcRecord) -> RawPage | None:
        try:
            page = page_of_record(record, decoded=True)
            page = page and replace(page, url=(url := canonical_url(page.final_url)), final_url=url)
        except (ValueError, KeyError):  # a date or URL that is none
            page = None
        reason = "unusable" if page is None else _why_not(page)
        self.counts[reason or "kept"] += 1
        return None if reason else page

    def _digested(self, data: bytes, until: int) -> None:
        """Take up the bytes of ``data``, which ends at byte ``until``, that were not seen before."""
        if until > self._n_digested:
            self._digest.update(memoryview(data)[len(data) - (until - self._n_digested) :])
            self._n_digested = until

    def _digest_rest(self) -> None:
        with self._source.open_at(self._n_digested) as stream:
            reader = _Watched(stream, self._n_digested, self._source.address, self._digested)
            while reader.read(1 << 20):
                pass


def _why_not(page: RawPage) -> str | None:
    if page.status != 200:
        return "not_200"
    kind = page.headers.get("content-type", "").split(";")[0].strip().lower()
    if kind and kind not in _HTML:
        return "not_html"
    if len(page.body) > _MAX_BYTES:
        return "too_large"
    return None if has_devanagari(page.body) else "no_devanagari"


class _Watched:
    """A stream for fastwarc that knows its place in the file, shows what passes, and tells a store's failure (which
    is a SourceError) from damage in the file (an OSError of fastwarc's)."""

    def __init__(self, stream: BinaryIO, position: int, address: str, seen: Callable[[bytes, int], None]) -> None:
        self._stream, self._position, self._address, self._seen = stream, position, address, seen

    def read(self, size: int = -1) -> bytes:
        try:
            data = self._stream.read(size)
        except OSError as error:
            raise SourceError(f"{self._address}: broken off at byte {self._position}: {error}") from error
        self._position += len(data)
        self._seen(data, self._position)
        return data

    def tell(self) -> int:
        return self._position


def _whole_until(source: WarcSource, start: int) -> int | None:
    """The byte at which the record at ``start`` ends; None where it is cut off or damaged."""
    with source.open_at(start) as stream:
        data, n_read, beginning = stream.read(_CHUNK), 0, b""
        if not data.startswith(GZIP_MAGIC):
            return _plain_until(source, start, data)
        unzip = zlib.decompressobj(wbits=31)
        try:
            while data and not unzip.eof:
                n_read += len(data)
                while data and not unzip.eof:
                    if not beginning:
                        beginning, data = unzip.decompress(data, len(_VERSION)), unzip.unconsumed_tail
                    unzip.decompress(data, _CHUNK)
                    data = unzip.unconsumed_tail
                data = b"" if unzip.eof else stream.read(_CHUNK)
        except zlib.error:
            return None
    is_record = unzip.eof and beginning.startswith(_VERSION)
    return start + n_read - len(unzip.unused_data) if is_record else None


def _plain_until(source: WarcSource, start: int, data: bytes) -> int | None:
    """The same for a record that is not compressed, whose first bytes are ``data``."""
    header, blank, _ = data.partition(b"\r\n\r\n")
    length = re.search(rb"\r\nContent-Length:[ \t]*(\d{1,15})[ \t]*(?:\r\n|$)", header, re.I)
    if not (header.startswith(_VERSION) and blank and length):
        return None
    end = start + len(header) + len(blank) + int(length.group(1)) + len(blank)
    return end if end <= source.n_bytes else None
