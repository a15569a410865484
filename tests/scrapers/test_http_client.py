"""The client against real sockets that do what servers do, and what they should not."""

import gzip
import socket
import time
import zlib
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from scrapers import __version__, addresses
from scrapers.http_client import HttpClient, Leave, Refused, Validators


def test_takes_a_page_and_says_who_we_are(serve, client, get, send):
    server = serve(lambda c, path, headers: send(c, "नमस्ते".encode(), Content_Type="text/html; charset=utf-8"))
    got = get(client(server.address))
    assert (got.outcome, got.status, got.body.decode()) == ("taken", 200, "नमस्ते")
    assert got.content_type == "text/html"
    sent = server.requests[0][1]
    assert sent["user-agent"] == f"Rajnay/{__version__} (Hindi news research; +mailto:test@example.org)"
    assert "cookie" not in sent


def test_no_cookies_are_kept(serve, client, get, send):
    server = serve(lambda c, path, headers: send(c, b"x", Set_Cookie="a=b; Path=/"))
    http = client(server.address)
    get(http)
    get(http)
    assert "cookie" not in server.requests[1][1]


@pytest.mark.parametrize(
    ("validators", "header", "value"),
    [
        (Validators('"v1"', "Tue, 24 Nov 2026 00:00:00 GMT"), "if-none-match", '"v1"'),
        (Validators(None, "Tue, 24 Nov 2026 00:00:00 GMT"), "if-modified-since", "Tue, 24 Nov 2026 00:00:00 GMT"),
    ],
)
def test_asks_by_etag_before_date(serve, client, get, send, validators, header, value):
    server = serve(lambda c, path, headers: send(c, status="304 Not Modified"))
    assert get(client(server.address), validators=validators).outcome == "not_modified"
    conditional = {"if-none-match", "if-modified-since"} & server.requests[0][1].keys()
    assert conditional == {header}
    assert server.requests[0][1][header] == value


def test_a_304_that_was_not_asked_for_is_an_error(serve, client, get, send):
    server = serve(lambda c, path, headers: send(c, status="304 Not Modified"))
    assert get(client(server.address)).outcome == "http_error"


@pytest.mark.parametrize(
    "after", ["3", format_datetime(datetime.now(UTC) + timedelta(seconds=30), usegmt=True)], ids=["seconds", "date"]
)
def test_waits_as_asked_then_succeeds(serve, client, send, after):
    answers = iter([dict(status="503 Busy", Retry_After=after), dict(body=b"ok")])
    server = serve(lambda c, path, headers: send(c, **next(answers)))
    http = client(server.address)
    attempts = http.fetch("http://a.example/", gate=lambda _: Leave())
    assert [a.outcome for a in attempts] == ["http_error", "taken"]
    assert "trying again" in attempts[0].detail
    assert len(http.slept) == 1
    assert 2 < http.slept[0] <= 30


@pytest.mark.parametrize("after", ["junk", "-5", "9" * 30, ""])
def test_a_strange_retry_after_does_not_break(serve, client, send, after):
    server = serve(lambda c, path, headers: send(c, status="429 Slow", Retry_After=after))
    attempts = client(server.address).fetch("http://a.example/", gate=lambda _: Leave())
    assert attempts[-1].outcome == "gave_up"


def test_gives_up_at_once_when_asked_to_wait_too_long(serve, client, send):
    server = serve(lambda c, path, headers: send(c, status="503 Busy", Retry_After="86400"))
    attempts = client(server.address).fetch("http://a.example/", gate=lambda _: Leave())
    assert [a.outcome for a in attempts] == ["gave_up"]
    assert "86400" in attempts[0].detail
    assert len(server.requests) == 1


def test_a_host_that_asks_to_be_left_alone_is(serve, client, send):
    server = serve(lambda c, path, headers: send(c, status="429 Slow", Retry_After="3600"))
    http = client(server.address)
    for path in ("1", "2", "3"):
        [attempt] = http.fetch(f"http://a.example/{path}", gate=lambda _: Leave())
        assert attempt.outcome == "gave_up"
        assert "left alone for 3600 s" in attempt.detail
    http.fetch("http://b.example/", gate=lambda _: Leave())
    assert len(server.requests) == 2
    assert http.slept == []


def test_backs_off_and_spends_its_attempts(serve, client, send):
    server = serve(lambda c, path, headers: send(c, status="500 Oops"))
    http = client(server.address)
    attempts = http.fetch("http://a.example/", gate=lambda _: Leave())
    assert [a.outcome for a in attempts] == ["http_error", "http_error", "gave_up"]
    assert http.slept[1] > http.slept[0] > 1


def test_404_is_not_tried_again(serve, client, send):
    server = serve(lambda c, path, headers: send(c, status="404 Not Found"))
    attempts = client(server.address).fetch("http://a.example/", gate=lambda _: Leave())
    assert [(a.outcome, a.status) for a in attempts] == [("http_error", 404)]


def test_follows_redirects_asking_leave_for_each(serve, client, send):
    def answer(c, path, headers):
        send(c, status="302 Found", Location="http://b.example/2") if path == "/1" else send(c, b"there")

    asked = []

    def gate(url):
        asked.append(url)
        return Leave()

    server = serve(answer)
    got = client(server.address).fetch("http://a.example/1", gate=gate)[-1]
    assert (got.outcome, got.final_url, got.body) == ("taken", "http://b.example/2", b"there")
    assert asked == ["http://a.example/1", "http://b.example/2"]


def test_a_redirect_to_what_robots_forbids_is_not_followed(serve, client, send):
    server = serve(lambda c, path, headers: send(c, status="302 Found", Location="/private/"))

    def gate(url):
        if "/private/" in url:
            raise Refused("robots_denied", "no", "Disallow: /private/")
        return Leave()

    got = client(server.address).fetch("http://a.example/1", gate=gate)[-1]
    assert (got.outcome, got.rule) == ("robots_denied", "Disallow: /private/")
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    "location",
    ["", "file:///etc/passwd", "ftp://a.example/x", "http://", "javascript:alert(1)", "http://u:p@a.example/"],
)
def test_bad_redirects(serve, client, get, send, location):
    server = serve(lambda c, path, headers: send(c, status="301 Moved", Location=location))
    assert get(client(server.address)).outcome == "bad_redirect"


def test_redirect_loop_ends(serve, client, get, send):
    server = serve(lambda c, path, headers: send(c, status="302 Found", Location=f"/{len(path)}x" + path))
    assert get(client(server.address)).outcome == "bad_redirect"
    assert len(server.requests) == 6


def test_other_types_are_not_downloaded(serve, client, get, send):
    server = serve(lambda c, path, headers: send(c, b"%PDF" * 1000, Content_Type="application/pdf"))
    got = get(client(server.address), html_only=True)
    assert (got.outcome, got.body) == ("not_html", b"")


# What no server should do


def test_announced_size_over_the_limit_is_not_read(serve, client, get, send):
    server = serve(lambda c, path, headers: send(c, b"x", Content_Length="99999999999"))
    assert get(client(server.address)).outcome == "too_large"


def _forever(chunk):
    def answer(c, path, headers):
        c.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        while True:
            c.sendall(chunk)

    return answer


def test_endless_body(serve, client, get):
    server = serve(_forever(b"x" * 65536))
    got = get(client(server.address, max_bytes=1_000_000))
    assert got.outcome == "too_large"


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "gzip, gzip"])
def test_decompression_bomb(serve, client, get, send, coding):
    zeros = b"\0" * 50_000_000
    if coding == "br":
        brotli = pytest.importorskip("brotli")
        body = brotli.compress(zeros, quality=1)
    else:
        body = zlib.compress(zeros) if coding == "deflate" else gzip.compress(zeros)
        body = gzip.compress(body) if coding == "gzip, gzip" else body
    assert len(body) < 100_000
    server = serve(lambda c, path, headers: send(c, body, Content_Encoding=coding))
    assert get(client(server.address, max_bytes=1_000_000)).outcome == "too_large"


def test_body_that_is_not_as_encoded(serve, client, get, send):
    server = serve(lambda c, path, headers: send(c, b"plain text", Content_Encoding="gzip"))
    got = get(client(server.address))
    assert got.outcome == "http_error"
    assert "Content-Encoding" in got.detail


def _drip(head, piece):
    def answer(c, path, headers):
        c.sendall(head)
        while True:
            c.sendall(piece)
            time.sleep(0.05)

    return answer


@pytest.mark.parametrize(
    ("head", "piece"),
    [
        (b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n", b"x"),
        (b"HTTP/1.1 200 OK\r\nX-Drip: ", b"x"),
        (b"HTTP/1.1 100 Continue\r\n\r\n", b"HTTP/1.1 100 Continue\r\n\r\n"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n"),
    ],
    ids=["body", "header", "interim replies", "chunks"],
)
def test_slow_replies_end_at_the_deadline(serve, client, get, head, piece):
    server = serve(_drip(head, piece))
    got = get(client(server.address, total_s=0.5, retries=0))
    assert got.outcome == "gave_up"
    assert "longer than" in got.detail


def test_silence_ends(serve, client, get):
    server = serve(lambda c, path, headers: time.sleep(2))
    got = get(client(server.address, read_s=0.3, retries=0))
    assert got.outcome == "gave_up"


@pytest.mark.parametrize(
    "flood",
    [
        b"".join(b"X-%d: y\r\n" % i for i in range(5000)),
        b"X: " + b"y" * 1_000_000 + b"\r\n",
    ],
    ids=["many", "long"],
)
def test_header_flood(serve, client, get, flood):
    server = serve(lambda c, path, headers: c.sendall(b"HTTP/1.1 200 OK\r\n" + flood + b"\r\nbody"))
    got = get(client(server.address, retries=0))
    assert got.outcome == "gave_up"


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"garbage\r\n\r\n",
        b"HTTP/1.1 abc\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n",
        b"\x16\x03\x01",
    ],
)
def test_garbage(serve, client, get, answer):
    server = serve(lambda c, path, headers: c.sendall(answer))
    assert get(client(server.address, retries=0)).outcome in {"gave_up", "taken", "unreachable"}


@pytest.mark.parametrize(
    "answer",
    [
        b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n<p>half",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7\r\n<p>half\r\n50\r\nx",
    ],
    ids=["length", "chunked"],
)
def test_truncated_body_is_tried_again_then_kept(serve, client, answer):
    server = serve(lambda c, path, headers: c.sendall(answer))
    attempts = client(server.address).fetch("http://a.example/", gate=lambda _: Leave())
    assert [a.outcome for a in attempts] == ["http_error", "http_error", "taken"]
    assert attempts[-1].truncated
    assert attempts[-1].body.startswith(b"<p>half")
    assert "truncated" in attempts[-1].detail


def test_more_bytes_than_announced_are_left(serve, client, get):
    server = serve(
        lambda c, path, headers: c.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nbodyHTTP/1.1 200 OK")
    )
    got = get(client(server.address))
    assert (got.outcome, got.body) == ("taken", b"body")


def test_keeps_its_pace_per_host(serve, client, send):
    server = serve(lambda c, path, headers: send(c, b"x"))
    http = client(server.address)
    for host in ("a", "a", "b"):
        http.fetch(f"http://{host}.example/", gate=lambda _: Leave(delay_s=2.0))
    assert len(http.slept) == 1
    assert 1.5 < http.slept[0] <= 2.0


def test_a_slow_host_is_asked_more_slowly(serve, client, send):
    def slow(c, path, headers):
        time.sleep(0.4)
        send(c, b"x")

    http = client(serve(slow).address)
    for _ in range(2):
        http.fetch("http://a.example/", gate=lambda _: Leave(delay_s=0.01))
    assert len(http.slept) == 1
    assert http.slept[0] > 0.3  # as long as its answer took


# Where it may connect to


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "[::1]", "10.0.0.1", "192.168.1.1", "169.254.169.254", "[::ffff:127.0.0.1]", "0.0.0.0",
             "2130706433", "0x7f.1"]
)  # fmt: skip
def test_no_way_inside(client, get, host):
    got = get(client(None, retries=0, connect_s=0.3), f"http://{host}:9/")
    assert got.outcome == "bad_address"


def test_a_redirect_leads_not_inside(serve, client, get, send, monkeypatch):
    server = serve(
        lambda c, path, headers: send(c, status="302 Found", Location="http://169.254.169.254/latest/meta-data/")
    )
    port = server.address.rsplit(":", 1)[1]
    monkeypatch.setattr(addresses, "is_public", lambda ip: ip == "127.0.0.1")
    got = get(client(None), f"http://127.0.0.1:{port}/")
    assert got.outcome == "bad_redirect"
    assert len(server.requests) == 1


def test_dns_is_asked_once(serve, client, get, send, monkeypatch):
    """A name that answers with a public address first and a private one next (rebinding) is connected as first seen."""
    server = serve(lambda c, path, headers: send(c, b"inside"))
    port = int(server.address.rsplit(":", 1)[1])
    answers = iter(["93.184.216.34", "127.0.0.1", "127.0.0.1"])
    real = socket.getaddrinfo
    connected = []

    def resolve(host, *args, **kwargs):
        if host == "rebind.example":
            return real(next(answers), *args, **kwargs)
        connected.append(host)
        if host == "93.184.216.34":
            raise socket.gaierror("no network in tests")
        return real(host, *args, **kwargs)

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    got = get(client(None, retries=0, connect_s=0.3), f"http://rebind.example:{port}/")
    assert got.outcome == "gave_up"
    assert connected == ["93.184.216.34"]
    assert server.requests == []


def test_any_private_address_of_a_name_forbids_it(client, get, monkeypatch):
    real = socket.getaddrinfo
    both = real("93.184.216.34", 80, type=socket.SOCK_STREAM) + real("10.0.0.7", 80, type=socket.SOCK_STREAM)
    monkeypatch.setattr(socket, "getaddrinfo", lambda *a, **k: both)
    got = get(client(None), "http://two.example/")
    assert got.outcome == "bad_address"
    assert "10.0.0.7" in got.detail


@pytest.mark.parametrize("address", ["8.8.8.8", "2001:4860:4860::8888"])
def test_public_addresses(address):
    assert addresses.is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "100.64.0.1",
        "224.0.0.1",
        "fe80::1%eth0",
        "fd00::1",
        "::ffff:10.0.0.1",
        "2002:7f00:1::",
        "64:ff9b::7f00:1",
        "",
        "x",
    ],
)
def test_addresses_that_are_not_public(address):
    assert not addresses.is_public(address)


def test_environment_proxies_and_netrc_are_not_used(monkeypatch, tmp_path):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    http = HttpClient("mailto:test@example.org")
    assert not http._session.trust_env
    assert http._session.proxies == {}
