"""The sample press's HTTP server: a forward proxy on loopback that knows the press's hosts and no others.

A crawler that is given its address as HTTP proxy fetches ``http://www.….example/…`` whatever the port is. A
browser that opens the address itself sees a page of all outlets, with every link led back through the server.
"""

import gzip
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit

from scrapers.sample_press.edition import Edition
from scrapers.sample_press.pages import render
from scrapers.sample_press.site import HTML, Refusal, Reply, Site

_COMPRESS_FROM = 1_000  # bytes: below it the gzip header costs more than it saves


@dataclass(frozen=True, slots=True)
class LoggedRequest:
    """One request that the press answered. ``conditional``: it carried If-None-Match or If-Modified-Since."""

    method: str
    host: str
    path: str
    status: int
    conditional: bool


class Press:
    """The server of one edition, from ``with Press(edition) as press:`` to the block's end.

    ``port`` 0 takes a free one. ``log`` has every request answered so far, in order.
    """

    def __init__(self, edition: Edition, port: int = 0) -> None:
        self.edition = edition
        self.log: list[LoggedRequest] = []
        self._asked: Counter[tuple[str, str]] = Counter()
        self._lock = threading.Lock()
        self._server = _Server(("127.0.0.1", port), self)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)

    @property
    def address(self) -> str:
        """Where it listens, as ``http://127.0.0.1:PORT``: what a crawler gets as its HTTP proxy."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def answer(self, host: str, target: str) -> tuple[Reply, Site | None]:
        """The reply to a GET of ``target`` (path and query) at ``host``, counted; 502 for a host unknown here."""
        site = self.edition.sites.get(host)
        if site is None:
            words = f"The sample press does not know the host {host!r}; it serves {', '.join(self.edition.sites)}"
            return Refusal(HTTPStatus.BAD_GATEWAY, words).reply(0), None
        path, resource = site.find(target)
        with self._lock:
            nth = self._asked[host, path]
            self._asked[host, path] += 1
        return resource.reply(nth), site

    def write_down(self, request: LoggedRequest) -> None:
        """Add a request to the log."""
        with self._lock:
            self.log.append(request)


@contextmanager
def serving(edition: Edition) -> Iterator[str]:
    """Serve ``edition`` while the block runs; gives the address to use as HTTP proxy."""
    with Press(edition) as press:
        yield press.address


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, address: tuple[str, int], press: Press) -> None:
        super().__init__(address, _Handler)
        self.press = press

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A caller that hangs up in the middle (a page over its limit) is no error of ours."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "SamplePress", ""
    timeout = 30  # seconds that an idle connection is kept
    disable_nagle_algorithm = True  # headers and body go out apart; together with delayed ACKs that would cost 40 ms
    server: _Server

    def do_GET(self) -> None:
        press = self.server.press
        try:
            host, target = self._asked_for()
        except ValueError:
            return self._send(Refusal(HTTPStatus.BAD_REQUEST, "The request names no readable address").reply(0))
        browsing = host in {"127.0.0.1", "localhost", ""}
        if not browsing:
            reply, site = press.answer(host, target)
            reply = self._negotiated(reply, site)
        elif target in {"/", ""}:
            reply = Reply(HTTPStatus.OK, {"Content-Type": HTML}, render("outlets.html.j2", edition=press.edition))
        else:
            inner_host, _, rest = target.lstrip("/").partition("/")
            reply = self._led_back(press.answer(inner_host, "/" + rest)[0])
        conditional = "If-None-Match" in self.headers or "If-Modified-Since" in self.headers
        press.write_down(LoggedRequest(self.command, host, target, reply.status, conditional))
        self._send(reply)

    do_HEAD = do_GET

    def do_CONNECT(self) -> None:
        """Tunnels are for https, which the press does not speak."""
        self.server.press.write_down(LoggedRequest("CONNECT", self.path, "", HTTPStatus.BAD_GATEWAY, False))
        self._send(
            Refusal(HTTPStatus.BAD_GATEWAY, "The sample press speaks http only: fetch http:// addresses").reply(0)
        )

    def _asked_for(self) -> tuple[str, str]:
        """Host and target; from the request line where that has a whole URL. ValueError when neither is one."""
        parts = urlsplit(self.path)
        if parts.scheme:
            return parts.hostname or "", (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        return (urlsplit(f"//{self.headers.get('Host', '')}").hostname or ""), self.path

    def _negotiated(self, reply: Reply, site: Site | None) -> Reply:
        """``reply`` as 304 where the caller has it already, compressed where both sides can."""
        if reply.status == HTTPStatus.OK and self._has_it(reply):
            kept = {name: reply.headers[name] for name in ("ETag", "Last-Modified") if name in reply.headers}
            return Reply(HTTPStatus.NOT_MODIFIED, kept)
        is_text = reply.headers.get("Content-Type", "").startswith(("text/", "application/rss", "application/xml"))
        if not (site and site.compresses and is_text and "gzip" in self.headers.get("Accept-Encoding", "")):
            return reply
        if len(reply.body) < _COMPRESS_FROM or reply.missing:
            return reply
        headers = {**reply.headers, "Content-Encoding": "gzip", "Vary": "Accept-Encoding"}
        if "ETag" in headers:
            headers["ETag"] = "W/" + headers["ETag"]
        return Reply(reply.status, headers, gzip.compress(reply.body, mtime=0))

    def _has_it(self, reply: Reply) -> bool:
        # If-None-Match decides alone where it is given (RFC 9110, 13.1.3); its tags compare weakly.
        if (tags := self.headers.get("If-None-Match")) is not None:
            known = {tag.strip().removeprefix("W/") for tag in tags.split(",")}
            return "*" in known or reply.headers.get("ETag") in known
        since, modified = self.headers.get("If-Modified-Since"), reply.headers.get("Last-Modified")
        if not since or not modified:
            return False
        try:
            return _moment(modified) <= _moment(since)
        except ValueError:
            return False

    def _led_back(self, reply: Reply) -> Reply:
        """``reply`` with the press's addresses as paths of this server, for a browser that has no proxy set."""
        headers, body = dict(reply.headers), reply.body
        for host in self.server.press.edition.sites:
            if "Location" in headers:
                headers["Location"] = headers["Location"].replace(f"http://{host}/", f"/{host}/")
            if headers.get("Content-Type", "").startswith("text/html"):
                body = body.replace(f"http://{host}/".encode(), f"/{host}/".encode())
        return Reply(reply.status, headers, body, reply.missing)

    def _send(self, reply: Reply) -> None:
        self.send_response(reply.status)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        if reply.status != HTTPStatus.NOT_MODIFIED:
            self.send_header("Content-Length", str(len(reply.body) + reply.missing))
        if reply.missing:
            self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(reply.body)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing on stderr: the log is ``Press.log``."""


def _moment(header: str) -> datetime:
    moment = parsedate_to_datetime(header)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
