"""robots.txt by RFC 9309: cases built from its text, and what an answer's status means."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrapers.http_client import Exchange
from scrapers.robots import Decision, Robots, Rules, read_robots
from tests.scrapers.robots_report import cases


@pytest.mark.parametrize("case", cases(), ids=str)
def test_rfc_9309(case):
    assert case.got() is case.allowed


def test_the_rule_is_named():
    rules = Rules("User-agent: *\nCrawl-delay: 2.5\nDisallow: /private/\nAllow: /private/open\n")
    assert rules.decide("http://a.example/private/x") == Decision(False, "Disallow: /private/", 2.5)
    assert rules.decide("http://a.example/private/open/y").rule == "Allow: /private/open"
    assert rules.decide("http://a.example/z").rule == "no rule matches"
    assert Rules("User-agent: b\nDisallow: /\n").decide("http://a.example/").rule == "no group for us"


def test_crawl_delay_is_of_our_group():
    text = "User-agent: *\nCrawl-delay: 30\n\nUser-agent: rajnay\nCrawl-delay: 4\nDisallow: /x\n"
    assert Rules(text).delay_s == 4
    assert Rules("User-agent: *\nCrawl-delay: nonsense\n").delay_s == 0


def test_sitemaps_are_listed():
    assert Rules("Sitemap: http://a.example/s.xml\nUser-agent: *\nDisallow:\n").sitemaps == ["http://a.example/s.xml"]


def answer(outcome: str = "taken", status: int | None = 200, body: bytes = b"", truncated: bool = False) -> Exchange:
    url = "http://a.example/robots.txt"
    return Exchange(url, url, outcome, "", datetime.now(UTC), 0.1, status, {}, body, {}, truncated)


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 451])
def test_absent_allows_all(status):
    decision = read_robots(answer("http_error", status))
    assert isinstance(decision, Decision)
    assert decision.allowed
    assert str(status) in decision.rule


@pytest.mark.parametrize(
    "got",
    [answer("gave_up", 500), answer("gave_up", 503), answer("gave_up", 429), answer("gave_up", None), answer("timeout", None),
     answer("unreachable", None), answer("bad_redirect", 301), answer("bad_address", None), answer("http_error", 501),
     answer("too_large", 200), answer("taken", 200, b"User-agent: *\nDis", truncated=True)],
)  # fmt: skip
def test_unreachable_forbids_all(got):
    decision = read_robots(got)
    assert isinstance(decision, Decision)
    assert not decision.allowed


def test_only_the_first_500_kib_count():
    long = b"User-agent: rajnay\n" + b"# x\n" * (500 * 1024 // 4) + b"Disallow: /late\n"
    early = b"User-agent: rajnay\nDisallow: /early\n" + b"# x\n" * (500 * 1024 // 4)
    assert read_robots(answer(body=long)).decide("http://a.example/late").allowed
    assert not read_robots(answer(body=early)).decide("http://a.example/early").allowed


def test_fetched_once_a_host_and_scheme():
    asked = []

    def fetch(url):
        asked.append(url)
        return answer(body=b"User-agent: *\nDisallow: /x\n")

    robots = Robots(fetch)
    for url in ("http://a.example/x", "http://a.example/y?z", "http://b.example:8080/", "https://a.example/"):
        robots.decide(url)
    assert asked == ["http://a.example/robots.txt", "http://b.example:8080/robots.txt", "https://a.example/robots.txt"]


@given(st.binary(max_size=2000))
def test_any_bytes_give_a_decision(body):
    rules = read_robots(answer(body=body))
    assert isinstance(rules, Rules)
    assert isinstance(rules.decide("http://a.example/path?x=1").allowed, bool)
