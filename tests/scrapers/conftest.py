"""A real socket server whose every byte a test decides, and clients that reach it as a forward proxy."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from scrapers.crawl import CrawlReport, crawl
from scrapers.http_client import Exchange, HttpClient, Leave, Limits
from scrapers.known import Known
from scrapers.outlet import Feed, Outlet, Politeness
from scrapers.sample_press.edition import week
from scrapers.sample_press.server import Press

Handler = Callable[[socket.socket, str, dict[str, str]], None]


@dataclass
class Server:
    """``answer(connection, path, headers)`` writes the reply; ``requests`` are all (path, headers) seen."""

    answer: Handler
    requests: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        self.open = True
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def _serve(self) -> None:
        while self.open:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            threading.Thread(target=self._one, args=(connection,), daemon=True).start()

    def _one(self, connection: socket.socket) -> None:
        with connection, suppress(OSError):
            connection.settimeout(5)
            data = b""
            while b"\r\n\r\n" not in data:
                chunk = connection.recv(65536)
                if not chunk:
                    return
                data += chunk
            first, *lines = data.decode("latin-1").split("\r\n\r\n")[0].split("\r\n")
            headers = {k.lower(): v for k, v in (line.split(": ", 1) for line in lines)}
            target = first.split(" ")[1]
            path = "/" + target.split("/", 3)[3] if target.startswith("http") else target
            self.requests.append((path, headers))
            self.answer(connection, path, headers)

    def close(self) -> None:
        self.open = False
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()


@pytest.fixture
def serve() -> Iterator[Callable[[Handler], Server]]:
    servers: list[Server] = []

    def start(answer: Handler) -> Server:
        servers.append(Server(answer))
        return servers[-1]

    yield start
    for server in servers:
        server.close()


def reply(
    connection: socket.socket, body: bytes = b"", status: str = "200 OK", close: bool = True, **headers: str
) -> None:
    """A well-formed reply; header names with _ for -. It closes, so that each request is a connection."""
    head = {"Content-Length": str(len(body)), **{name.replace("_", "-"): value for name, value in headers.items()}}
    if close:
        head["Connection"] = "close"
    lines = "".join(f"{name}: {value}\r\n" for name, value in head.items())
    connection.sendall(f"HTTP/1.1 {status}\r\n{lines}\r\n".encode("latin-1") + body)


@pytest.fixture
def send() -> Callable[..., None]:
    return reply


@pytest.fixture
def client() -> Iterator[Callable[..., HttpClient]]:
    """Makes clients of a server that never really wait; ``client.slept`` has the seconds they would have."""
    made: list[HttpClient] = []

    def make(proxy: str | None, **limits: float) -> HttpClient:
        defaults = {"connect_s": 2.0, "read_s": 2.0, "total_s": 3.0}
        slept: list[float] = []
        http = HttpClient(
            "mailto:test@example.org", proxy=proxy, limits=Limits(**(defaults | limits)), sleep=slept.append
        )  # type: ignore[arg-type]
        http.slept = slept  # type: ignore[attr-defined]
        made.append(http)
        return http

    yield make
    for http in made:
        http.close()


@pytest.fixture
def get() -> Callable[..., Exchange]:
    """The last attempt of a fetch with leave for everything."""

    def fetch(http: HttpClient, url: str = "http://a.example/", **more: object) -> Exchange:
        return http.fetch(url, gate=lambda _: Leave(), **more)[-1]  # type: ignore[arg-type]

    return fetch


@pytest.fixture
def outlet() -> Outlet:
    return Outlet(
        name="nagar_darpan",
        title_hi="नगर दर्पण",
        title_en="Nagar Darpan",
        domain="a.example",
        feeds=(Feed("rss", "http://a.example/rss.xml"),),
        skip_urls=("/video/",),
        politeness=Politeness(delay_s=0.0),
    )


NEWS_DATE = date(2026, 11, 24)


@pytest.fixture
def run_crawl(tmp_path: Path) -> Callable[..., CrawlReport]:
    def run(
        outlet: Outlet, http: HttpClient, known: Known | None = None, run_id: str = "r1", **more: object
    ) -> CrawlReport:
        return crawl(
            outlet,
            run_id=run_id,
            warc_path=tmp_path / "warc" / outlet.name / f"{NEWS_DATE}.{run_id}.warc.gz",
            journal_path=tmp_path / "journal" / f"{outlet.name}.{run_id}.jsonl",
            known=known or Known(),
            http=http,
            now=lambda: datetime(2026, 11, 24, 1, tzinfo=UTC),
            **({"news_date": NEWS_DATE} | more),  # type: ignore[arg-type]
        )

    return run


@pytest.fixture(scope="module")
def press() -> Iterator[Press]:
    """A week of the sample press."""
    with Press(week(date(2026, 11, 24), date(2026, 11, 18))) as press:
        yield press


@pytest.fixture
def http(press: Press) -> Iterator[HttpClient]:
    """A client to whom the sample press is the whole web."""
    client = HttpClient("mailto:test@example.org", proxy=press.address, sleep=lambda _: None)
    yield client
    client.close()
