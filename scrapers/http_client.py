"""Fetching over HTTP that a newspaper would welcome and that no server can break.

requests does the protocol. Added here, since it has them not: an end to every exchange (seconds in all, bytes after
decompression), redirects followed by hand so that each hop is checked, public addresses only, a pause between
requests to a host, and outcomes as data. No cookies, no credentials, TLS verified.
"""

import random
import socket
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from http.cookiejar import DefaultCookiePolicy
from typing import Any
from weakref import WeakSet

import requests
import urllib3
from urllib3.connection import HTTPConnection
from urllib3.exceptions import (
    DecodeError,
    HTTPError,
    IncompleteRead,
    InvalidHeader,
    ReadTimeoutError,
)
from urllib3.util.retry import Retry

from scrapers import __version__
from scrapers.addresses import ForbiddenAddress
from scrapers.connections import ConnectionAdapter, pool_classes
from scrapers.urls import canonical_url, host_of

_TRY_AGAIN = frozenset({429, 500, 502, 503, 504})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_HTML = frozenset({"text/html", "application/xhtml+xml"})
_CHUNK = 64 * 1024


def user_agent(contact: str) -> str:
    """The name we go by. ``contact``: the address (URL or mail) where an outlet can complain."""
    return f"Rajnay/{__version__} (Hindi news research; +{contact})"


@dataclass(frozen=True)
class Limits:
    """Where an exchange ends: seconds to connect, between two reads and in all; bytes after decompression;
    redirects; further attempts; the longest wait that a server may ask for before it is given up."""

    connect_s: float = 10.0
    read_s: float = 20.0
    total_s: float = 60.0
    max_bytes: int = 5 * 1024 * 1024
    redirects: int = 5
    retries: int = 2
    back_off_s: float = 2.0
    longest_wait_s: float = 120.0


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server gave to ask "changed since?" with."""

    etag: str | None = None
    last_modified: str | None = None

    def headers(self) -> dict[str, str]:
        """The conditional header: the ETag's where there is one (RFC 9110, 13.1.3), else the date's."""
        if self.etag:
            return {"If-None-Match": self.etag}
        return {"If-Modified-Since": self.last_modified} if self.last_modified else {}


@dataclass(frozen=True, slots=True)
class Exchange:
    """One attempt to fetch a URL, redirects followed. ``outcome`` as in ``scrapers.tables.FETCHES``.

    ``headers`` have lower-case names. ``truncated``: the body is shorter than the server said (kept all the same).
    """

    url: str
    final_url: str
    outcome: str
    detail: str
    requested_at: datetime
    seconds: float
    status: int | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    sent_headers: Mapping[str, str] = field(default_factory=dict)
    truncated: bool = False
    rule: str | None = None  # the line of robots.txt that decided

    @property
    def content_type(self) -> str:
        """The media type without parameters, lower case; empty when the server gave none."""
        return self.headers.get("content-type", "").split(";")[0].strip().lower()

    @property
    def validators(self) -> Validators:
        """What to ask with next time."""
        return Validators(self.headers.get("etag"), self.headers.get("last-modified"))


class Refused(Exception):
    """We do not make this request: ``outcome`` says why, ``rule`` is the line of robots.txt where it was one."""

    def __init__(self, outcome: str, detail: str, rule: str | None = None) -> None:
        super().__init__(detail)
        self.outcome, self.detail, self.rule = outcome, detail, rule


@dataclass(frozen=True, slots=True)
class Leave:
    """Leave to make a request: seconds to keep from the last one to that host, and the rule that gave it."""

    delay_s: float = 0.0
    rule: str | None = None


Gate = Callable[[str], Leave]
"""Asked before each hop of a redirect: gives leave, or raises Refused."""


class HttpClient:
    """Fetches one URL at a time; one client a crawl, not for several threads.

    ``proxy``: address of an HTTP forward proxy for all requests. Without one, only public addresses are connected
    to, checked after DNS and on the connection itself; with one, that is the proxy's business.
    """

    def __init__(
        self,
        contact: str,
        *,
        proxy: str | None = None,
        limits: Limits | None = None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.user_agent = user_agent(contact)
        self.limits = limits or Limits()
        self._sleep = sleep
        self._free_at: dict[str, float] = {}
        self._stay_away: dict[str, str] = {}  # hosts that asked for a longer wait than we make, and their words
        self._live: WeakSet[HTTPConnection] = WeakSet()
        self._session = requests.Session()
        self._session.trust_env = False
        self._session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
        self._session.headers.update(
            {
                "User-Agent": self.user_agent,
                "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5",
                "Accept-Language": "hi,en;q=0.3",
            }
        )
        if proxy:
            self._session.proxies = {"http": proxy, "https": proxy}
        adapter = ConnectionAdapter(pool_classes(self._live, guarded=proxy is None))
        self._session.mount("http://", adapter)
        self._session.mount("https://", adapter)

    def close(self) -> None:
        """Close the connections."""
        self._session.close()

    def fetch(
        self, url: str, *, gate: Gate, validators: Validators | None = None, html_only: bool = False
    ) -> list[Exchange]:
        """Fetch a canonical ``url`` with GET; all attempts in their order, the last one decides. Never raises.

        ``html_only``: other media types end with outcome not_html, their bodies not fetched.
        """
        attempts: list[Exchange] = []
        for number in range(1 + self.limits.retries):
            exchange, wait = self._attempt(url, gate, validators, html_only)
            last = number == self.limits.retries
            if wait is None or (last and exchange.truncated):
                return [*attempts, exchange]
            if last or wait > self.limits.longest_wait_s:
                why = "attempts spent"
                if wait > self.limits.longest_wait_s:
                    why = f"{host_of(exchange.final_url)} asks to be left alone for {wait:.0f} s"
                    self._stay_away[host_of(exchange.final_url)] = why
                return [*attempts, replace(exchange, outcome="gave_up", detail=f"{exchange.detail}; {why}")]
            wait = wait or self.limits.back_off_s * 2**number * random.uniform(0.75, 1.25)  # noqa: S311
            outcome = "http_error" if exchange.truncated else exchange.outcome
            attempts.append(
                replace(exchange, outcome=outcome, detail=f"{exchange.detail}; trying again in {wait:.1f} s")
            )
            self._keep_off(host_of(exchange.final_url), wait)
        raise AssertionError("a last attempt always returns")

    def _attempt(
        self, url: str, gate: Gate, validators: Validators | None, html_only: bool
    ) -> tuple[Exchange, float | None]:
        """One attempt, and how long to wait before another (None: another would be of no use, 0: not said)."""
        at, hop, started = datetime.now(UTC), url, time.monotonic()
        rule: str | None = None

        def ended(outcome: str, detail: str, **more: Any) -> Exchange:
            return Exchange(url, hop, outcome, detail, at, time.monotonic() - started, rule=rule, **more)

        for n_redirects in range(self.limits.redirects + 1):
            try:
                leave = gate(hop)
            except Refused as refusal:
                rule = refusal.rule
                return ended(refusal.outcome, refusal.detail), None
            rule = leave.rule
            if why := self._stay_away.get(host_of(hop)):
                return ended("gave_up", f"not asked: {why}"), None
            self._wait_for(host_of(hop))
            if n_redirects == 0:
                at, started = datetime.now(UTC), time.monotonic()
            hop_started = time.monotonic()
            try:
                with self._deadline() as expired:
                    answer = self._exchange(hop, validators, html_only)
                    if expired.is_set():  # a cut connection also looks like a reply's end
                        raise TimeoutError
            except Exception as error:  # whatever a server can provoke: it is an outcome, never a crash
                outcome, detail, wait = _failure(error, expired.is_set(), self.limits)
                return ended("bad_redirect" if n_redirects and outcome == "bad_address" else outcome, detail), wait
            finally:
                pace = max(leave.delay_s, time.monotonic() - hop_started if leave.delay_s else 0.0)
                self._keep_off(host_of(hop), pace)
            if answer.status not in _REDIRECTS:
                found = dict(
                    status=answer.status, headers=answer.headers, body=answer.body,
                    sent_headers=answer.sent, truncated=answer.truncated,
                )  # fmt: skip
                return ended(answer.outcome, answer.detail, **found), answer.wait
            target = answer.headers.get("location", "")
            try:
                if not target:
                    raise ValueError(f"{answer.status} without a Location")
                hop = canonical_url(target, base=hop)
            except ValueError as error:
                return ended("bad_redirect", str(error), status=answer.status, headers=answer.headers), None
        return ended("bad_redirect", f"more than {self.limits.redirects} redirects"), None

    def _exchange(self, url: str, validators: Validators | None, html_only: bool) -> "_Answer":
        """One request and its answer, without redirects. Raises what requests and urllib3 raise."""
        limits = self.limits
        with self._session.get(
            url,
            headers=validators.headers() if validators else {},
            timeout=(limits.connect_s, limits.read_s),
            allow_redirects=False,
            stream=True,
        ) as response:
            headers = {name.lower(): _text(value) for name, value in response.headers.items()}
            sent = {name: _text(value) for name, value in response.request.headers.items()}
            answer = _Answer("taken", "", response.status_code, headers, sent)
            if answer.status == 304 and validators and validators.headers():
                return replace(answer, outcome="not_modified")
            if answer.status in _REDIRECTS:
                return answer
            if answer.status != 200:
                wait = _retry_after(headers.get("retry-after")) if answer.status in _TRY_AGAIN else None
                return replace(answer, outcome="http_error", detail=f"HTTP {answer.status}", wait=wait)
            kind = headers.get("content-type", "").split(";")[0].strip().lower()
            if html_only and kind and kind not in _HTML:
                return replace(answer, outcome="not_html", detail=f"content type {kind}")
            return self._with_body(answer, response.raw)

    def _with_body(self, answer: "_Answer", raw: urllib3.BaseHTTPResponse) -> "_Answer":
        limit = self.limits.max_bytes
        body = bytearray()
        declared = answer.headers.get("content-length", "")
        too_large = replace(answer, outcome="too_large", detail=f"over {limit:,} bytes")
        if declared.isascii() and declared.isdecimal() and len(declared) < 19 and int(declared) > limit:
            return too_large
        try:
            while chunk := raw.read1(_CHUNK, decode_content=True):
                body += chunk
                if len(body) > limit:
                    return too_large
        except (IncompleteRead, urllib3.exceptions.ProtocolError) as error:
            if not body or _cause(error, TimeoutError):
                raise
            detail = f"truncated: ended after {len(body):,} bytes, {declared or 'more'} were announced"
            return replace(answer, body=bytes(body), truncated=True, detail=detail, wait=0.0)
        return replace(answer, body=bytes(body))

    @contextmanager
    def _deadline(self) -> Iterator[threading.Event]:
        """Cuts the connection when the exchange takes longer than ``limits.total_s``, however it spends the time:
        the socket's own timeout starts anew with each byte."""
        expired = threading.Event()

        def cut() -> None:
            expired.set()
            for connection in list(self._live):
                if (sock := connection.sock) is not None:
                    _shut(sock)

        timer = threading.Timer(self.limits.total_s, cut)
        timer.daemon = True
        timer.start()
        try:
            yield expired
        finally:
            timer.cancel()

    def _wait_for(self, host: str) -> None:
        seconds = self._free_at.get(host, 0.0) - time.monotonic()
        if seconds > 0:
            self._sleep(seconds)

    def _keep_off(self, host: str, seconds: float) -> None:
        self._free_at[host] = max(self._free_at.get(host, 0.0), time.monotonic() + seconds)


@dataclass(frozen=True, slots=True)
class _Answer:
    outcome: str
    detail: str
    status: int
    headers: dict[str, str]
    sent: dict[str, str]
    body: bytes = b""
    truncated: bool = False
    wait: float | None = None


def _text(value: str | bytes) -> str:
    return value.decode("latin-1") if isinstance(value, bytes) else value


def _shut(sock: socket.socket) -> None:
    with suppress(OSError):  # closed in the meantime
        sock.shutdown(socket.SHUT_RDWR)


def _cause(error: BaseException, kind: type[BaseException]) -> bool:
    """Whether ``error`` is, wraps or was raised from a ``kind``; libraries wrap in all three ways."""
    todo: list[object] = [error]
    for _ in range(30):
        if not todo:
            return False
        found = todo.pop()
        if isinstance(found, kind):
            return True
        if isinstance(found, BaseException):
            todo += [found.__cause__, found.__context__, getattr(found, "reason", None), *found.args]
    return False


def _failure(error: Exception, expired: bool, limits: Limits) -> tuple[str, str, float | None]:
    """Outcome, detail and wait (see ``_attempt``) of an exchange that raised."""
    detail = f"{type(error).__name__}: {str(error)[:200]}"
    if _cause(error, ForbiddenAddress):
        return "bad_address", detail, None
    if expired:
        return "timeout", f"took longer than {limits.total_s:.0f} s in all", 0.0
    if isinstance(error, (requests.exceptions.Timeout, ReadTimeoutError)) or _cause(error, TimeoutError):
        return "timeout", detail, 0.0
    if isinstance(error, requests.exceptions.SSLError):
        return "unreachable", f"TLS: {detail}", None
    if isinstance(error, (requests.exceptions.ContentDecodingError, DecodeError)):
        return "http_error", f"body not as its Content-Encoding says: {detail}", None
    if isinstance(error, (requests.exceptions.ConnectionError, HTTPError, OSError)):
        return "unreachable", detail, 0.0
    return "unreachable", detail, None


def _retry_after(value: str | None) -> float:
    """Seconds that a Retry-After asks for, as a number or a date; 0 when it does not say."""
    if not value or len(value) > 40:
        return 0.0
    try:
        return Retry(retry_after_max=10**9).parse_retry_after(value)
    except (InvalidHeader, ValueError, OverflowError):
        return 0.0
