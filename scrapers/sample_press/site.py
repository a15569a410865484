"""What a host serves at which address: documents with validators, redirects, refusals, and sick ones of them."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from http import HTTPStatus
from typing import Protocol
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

HTML = "text/html; charset=utf-8"


@dataclass(frozen=True)
class Reply:
    """An answer to one request. ``missing``: bytes promised in Content-Length that never come."""

    status: int
    headers: Mapping[str, str]
    body: bytes = b""
    missing: int = 0


class Resource(Protocol):
    """What stands at an address."""

    def reply(self, nth: int) -> Reply:
        """The answer to the ``nth`` request (from 0) for it."""


@dataclass(frozen=True)
class Document:
    """Bytes made when asked for, the same each time, with ETag and, where the time is known, Last-Modified."""

    make: Callable[[], bytes]
    content_type: str = HTML
    modified_at: datetime | None = None

    def reply(self, nth: int) -> Reply:
        """The same bytes each time. Not kept: a large edition of the user's would fill the memory."""
        body = self.make()
        headers = {"Content-Type": self.content_type, "ETag": f'"{hashlib.sha256(body).hexdigest()[:20]}"'}
        if self.modified_at:
            headers["Last-Modified"] = http_date(self.modified_at)
        return Reply(HTTPStatus.OK, headers, body)


@dataclass(frozen=True)
class Redirect:
    """The way to another address."""

    location: str
    status: int = HTTPStatus.MOVED_PERMANENTLY

    def reply(self, nth: int) -> Reply:
        """The same each time."""
        return Reply(self.status, {"Location": self.location})


@dataclass(frozen=True)
class Refusal:
    """An error status with a few words. ``retry_after``: the header's value at the time of the request."""

    status: int
    words: str
    retry_after: Callable[[], str] | None = None

    def reply(self, nth: int) -> Reply:
        """The same each time."""
        headers = {"Content-Type": HTML}
        if self.retry_after:
            headers["Retry-After"] = self.retry_after()
        page = f'<!DOCTYPE html><html lang="hi"><title>{self.status}</title><body><h1>{self.words}</h1></body></html>'
        return Reply(self.status, headers, page.encode())


@dataclass(frozen=True)
class AfterRefusal:
    """Refused the first time, there from the second on."""

    refusal: Refusal
    resource: Resource

    def reply(self, nth: int) -> Reply:
        """The refusal for the first request, then the resource."""
        return (self.refusal if nth == 0 else self.resource).reply(nth)


@dataclass(frozen=True)
class ShortBody:
    """A connection that breaks off: Content-Length promises the whole, two thirds of it come."""

    resource: Resource

    def reply(self, nth: int) -> Reply:
        """The first two thirds, without validators."""
        whole = self.resource.reply(nth)
        keep = len(whole.body) * 2 // 3
        return Reply(
            whole.status,
            {"Content-Type": whole.headers["Content-Type"]},
            whole.body[:keep],
            missing=len(whole.body) - keep,
        )


@dataclass(frozen=True)
class Site:
    """A host: its resources by path (with query, where that tells pages apart), whether it compresses."""

    host: str
    title: str
    resources: Mapping[str, Resource]
    compresses: bool = False

    def find(self, target: str) -> tuple[str, Resource]:
        """The path as the site knows it and what stands there; campaign parameters (utm_…) mean nothing."""
        parts = urlsplit(target)
        query = urlencode([(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if k[:4] != "utm_"])
        path = quote(unquote(parts.path, errors="surrogateescape"), safe="/~!$&'()*+,;=:@", errors="surrogateescape")
        known = (path or "/") + (f"?{query}" if query else "")
        return known, self.resources.get(known) or Refusal(HTTPStatus.NOT_FOUND, "पेज नहीं मिला")


def http_date(moment: datetime) -> str:
    """``moment`` (aware) as HTTP headers give it."""
    return format_datetime(moment.astimezone(UTC), usegmt=True)
