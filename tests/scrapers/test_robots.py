"""robots.txt by RFC 9309: cases built from its text, and what an answer's status means."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrapers import crawl
from scrapers.http_client import Exchange
from scrapers.robots import Decision, Robots, Rules, read_robots
from tests.scrapers.robots_report import answer_cases, cases


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


@pytest.mark.parametrize("case", answer_cases(), ids=str)
def test_what_an_answer_means(case):
    assert case.got() is case.allowed


def test_the_status_is_named():
    decision = read_robots(answer("http_error", 451))
    assert isinstance(decision, Decision)
    assert decision.rule == "robots.txt is absent (HTTP 451)"


def test_a_file_cut_in_transfer_forbids_all():
    decision = read_robots(answer("taken", 200, b"User-agent: *\nDis", truncated=True))
    assert isinstance(decision, Decision)
    assert not decision.allowed


def test_escapes_of_reserved_letters_are_shown_as_written():
    assert Rules("User-agent: *\nDisallow: /a%3fb\n").decide("http://a.example/a%3Fb").rule == "Disallow: /a%3Fb"


def test_sitemaps_keep_their_escapes():
    assert Rules("Sitemap: http://a.example/s?u=%3Dx\n").sitemaps == ["http://a.example/s?u=%3Dx"]


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


def test_no_copy_is_used_for_more_than_a_day():
    assert crawl._CRAWL_S < 24 * 3600  # each crawl fetches its own (2.4)


@given(st.binary(max_size=2000))
def test_any_bytes_give_a_decision(body):
    rules = read_robots(answer(body=body))
    assert isinstance(rules, Rules)
    assert isinstance(rules.decide("http://a.example/path?x=1").allowed, bool)
