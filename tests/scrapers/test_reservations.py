"""tdmrep.json: which rule speaks of a URL, whatever a stranger writes into the file."""

import json
import time
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrapers.http_client import Exchange
from scrapers.reservations import WELL_KNOWN, Reservations, read_reservations


def reservations(rules: object, outcome: str = "taken") -> Reservations:
    body = rules if isinstance(rules, bytes) else json.dumps(rules).encode()
    return Reservations(lambda url: Exchange(url, url, outcome, "", datetime.now(UTC), 0.1, 200, {}, body))


def reserved(rules: object, path: str) -> bool:
    return reservations(rules).rule_for(f"http://a.example{path}") is not None


@pytest.mark.parametrize(
    ("rules", "path", "expected"),
    [
        ([{"location": "/", "tdm-reservation": 1}], "/desh/1.html", True),
        ([{"location": "/", "tdm-reservation": 0}], "/desh/1.html", False),
        ([{"location": "/desh/", "tdm-reservation": 1}], "/videsh/1.html", False),
        ([{"location": "/*.html$", "tdm-reservation": 1}], "/desh/1.html", True),
        ([{"location": "/*.html$", "tdm-reservation": 1}], "/desh/1.html?p=2", False),
        ([{"location": "/a/*/c", "tdm-reservation": 1}], "/a/b/c/d", True),
        ([{"location": "/", "tdm-reservation": 1}, {"location": "/khula/", "tdm-reservation": 0}], "/khula/x", False),
        ([{"location": "/khula/", "tdm-reservation": 0}, {"location": "/", "tdm-reservation": 1}], "/band/x", True),
        ([{"location": "/x", "tdm-reservation": 0}, {"location": "/x", "tdm-reservation": 1}], "/x", True),
        ([{"location": "desh", "tdm-reservation": "1"}], "/desh", True),
        ({"location": "/", "tdm-reservation": 1}, "/", True),
        ([{"location": "/(a", "tdm-reservation": 1}], "/(a", True),
        ([{"location": 7, "tdm-reservation": 1}, {"tdm-reservation": 1}, None, "x"], "/", False),
        (b"<html>404</html>", "/", False),
        (b"[" * 100_000, "/", False),
    ],
)
def test_which_rule_speaks(rules, path, expected):
    assert reserved(rules, path) is expected


def test_a_file_that_is_not_there_reserves_nothing():
    assert reservations([{"location": "/", "tdm-reservation": 1}], "http_error").rule_for("http://a.example/") is None


def test_asked_once_a_host():
    asked = []

    def fetch(url):
        asked.append(url)
        return Exchange(url, url, "http_error", "", datetime.now(UTC), 0.1, 404, {}, b"")

    found = Reservations(fetch)
    for url in ("http://a.example/1", "http://a.example/2", "http://b.example/1"):
        found.rule_for(url)
    assert asked == [f"http://a.example{WELL_KNOWN}", f"http://b.example{WELL_KNOWN}"]


def test_no_pattern_takes_for_ever():
    evil = [{"location": "/" + "*a" * 10 + "$", "tdm-reservation": 1}, {"location": "*" * 400, "tdm-reservation": 1}]
    started = time.process_time()
    reserved(evil, "/" + "a" * 60 + "b")
    assert time.process_time() - started < 5


@given(st.binary(max_size=300), st.text("/ab*$?.", max_size=20))
def test_any_bytes_are_read(body, location):
    read_reservations(body)
    reserved([{"location": location, "tdm-reservation": 1}], "/ab/a.b?b")


def test_reserved_pages_are_not_asked_for(send, serve, client, run_crawl, outlet):
    log = []

    def site(c, path, headers):
        log.append(path)
        if path == WELL_KNOWN:
            send(c, b'[{"location": "/videsh/", "tdm-reservation": 1}]')
        elif path == "/rss.xml":
            items = "".join(f"<item><link>http://a.example{p}</link></item>" for p in ("/desh/1", "/videsh/2"))
            send(c, f"<rss><channel>{items}</channel></rss>".encode())
        elif path == "/robots.txt":
            send(c, status="404 Not Found")
        else:
            send(c, b"<p>x</p>", Content_Type="text/html")

    http = client(serve(site).address)
    report = run_crawl(outlet, http)
    rows = {row["url"]: row for row in report.rows if row["kind"] == "page"}
    assert rows["http://a.example/videsh/2"]["outcome"] == "reserved"
    assert "reserves /videsh/" in rows["http://a.example/videsh/2"]["detail"]
    assert (report.n_taken, report.n_refused, report.problem) == (1, 1, None)
    assert "/videsh/2" not in log
    # With the outlet's leave the file is not asked for.
    log.clear()
    given_leave = replace(outlet, politeness=replace(outlet.politeness, obeys_reservations=False))
    assert run_crawl(given_leave, http, run_id="r2").n_taken == 2
    assert WELL_KNOWN not in log
