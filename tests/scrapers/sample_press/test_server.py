"""The server on real sockets: proxy and plain requests, validators, compression, refusals, the log."""

import http.client
import socket
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

import pytest
import requests

from scrapers.sample_press.edition import Edition
from scrapers.sample_press.server import LoggedRequest, Press, serving
from scrapers.sample_press.site import Document
from scrapers.sample_press.story import Story

Get = Callable[..., requests.Response]
FEED = "http://www.lokswar.example/rss.xml"


def _story(edition: Edition, trouble: str) -> Story:
    return next(story for story in edition.stories if trouble in (story.hurdle, story.sickness))


def _raw(press: Press, request: str) -> bytes:
    parts = urlsplit(press.address)
    with socket.create_connection((parts.hostname, parts.port), timeout=10) as connection:
        connection.sendall(request.encode())
        return b"".join(iter(lambda: connection.recv(65_536), b""))


def test_a_whole_url_and_a_host_header_reach_the_same_page(press: Press, get: Get) -> None:
    through_proxy = get(FEED)
    direct = requests.get(press.address + "/rss.xml", headers={"Host": "www.lokswar.example"}, timeout=10)
    assert through_proxy.status_code == direct.status_code == 200
    assert through_proxy.content == direct.content
    assert [(entry.host, entry.path) for entry in press.log] == [("www.lokswar.example", "/rss.xml")] * 2


def test_it_listens_on_loopback_alone(press: Press) -> None:
    assert urlsplit(press.address).hostname == "127.0.0.1"


def test_an_unknown_host_is_a_bad_gateway_and_is_told_which_there_are(get: Get) -> None:
    answer = get("http://www.nahin-hai.example/")
    assert answer.status_code == 502
    assert "www.nahin-hai.example" in answer.text
    assert "www.lokswar.example" in answer.text


def test_https_is_refused_in_words(press: Press) -> None:
    answer = _raw(
        press, "CONNECT www.lokswar.example:443 HTTP/1.1\r\nHost: www.lokswar.example:443\r\nConnection: close\r\n\r\n"
    )
    assert answer.startswith(b"HTTP/1.1 502")
    assert b"http only" in answer


def test_an_unreadable_address_is_a_bad_request_and_the_server_lives_on(press: Press, get: Get) -> None:
    assert _raw(press, "GET http://[::/ HTTP/1.1\r\nConnection: close\r\n\r\n").startswith(b"HTTP/1.1 400")
    assert get(FEED).status_code == 200


@pytest.mark.parametrize(
    "url", [FEED, "http://www.prabhatvani.example/news-sitemap.xml", "http://www.setunews.example/feed.atom"]
)
def test_feeds_answer_conditional_requests(press: Press, get: Get, url: str) -> None:
    first = get(url)
    tag, modified = first.headers["ETag"], first.headers["Last-Modified"]
    for headers in (
        {"If-None-Match": tag},
        {"If-None-Match": f'"other", W/{tag}'},
        {"If-None-Match": "*"},
        {"If-Modified-Since": modified},
        {"If-Modified-Since": "Fri, 01 Jan 2100 00:00:00 GMT"},
        {"If-None-Match": tag, "If-Modified-Since": "Sat, 01 Jan 2000 00:00:00 GMT"},
    ):
        again = get(url, **headers)
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["ETag"] == tag
    for headers in (
        {"If-None-Match": '"other"'},
        {"If-None-Match": '"other"', "If-Modified-Since": modified},
        {"If-Modified-Since": "Sat, 01 Jan 2000 00:00:00 GMT"},
        {"If-Modified-Since": "the day before yesterday"},
    ):
        assert get(url, **headers).status_code == 200
    assert [entry.conditional for entry in press.log] == [False] + [True] * 10


def test_pages_answer_conditional_requests(edition: Edition, get: Get) -> None:
    for story in edition.articles:
        if story.hurdle is None:
            first = get(story.url)
            assert get(story.url, **{"If-None-Match": first.headers["ETag"]}).status_code == 304
            assert parsedate_to_datetime(first.headers["Last-Modified"]) == story.modified_at


def test_wordpress_compresses_for_those_who_can_read_it(get: Get) -> None:
    url = "http://www.janpathsamachar.example/feed/"
    packed, plain = get(url, **{"Accept-Encoding": "gzip"}), get(url, **{"Accept-Encoding": "identity"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in plain.headers
    assert packed.content == plain.content
    assert int(packed.headers["Content-Length"]) < int(plain.headers["Content-Length"])
    assert get(url, **{"Accept-Encoding": "gzip", "If-None-Match": packed.headers["ETag"]}).status_code == 304


def test_head_has_the_headers_and_no_body(press: Press) -> None:
    head = requests.head(FEED, proxies={"http": press.address}, timeout=10)
    assert head.content == b""
    assert int(head.headers["Content-Length"]) == len(
        requests.get(FEED, proxies={"http": press.address}, timeout=10).content
    )


def test_a_busy_page_comes_on_the_second_request(edition: Edition, get: Get) -> None:
    for trouble, status in (("unavailable_once", 503), ("too_many_requests_once", 429)):
        url = _story(edition, trouble).url
        first = get(url)
        assert first.status_code == status
        wait = first.headers["Retry-After"]
        seconds = int(wait) if wait.isdigit() else (parsedate_to_datetime(wait) - datetime.now(UTC)).total_seconds()
        assert seconds <= 1
        assert get(url).status_code == 200


def test_every_press_forgets_who_asked_before(edition: Edition) -> None:
    url = _story(edition, "unavailable_once").url
    for _ in range(2):
        with serving(edition) as address:
            assert requests.get(url, proxies={"http": address}, timeout=10).status_code == 503


def test_moved_pages_lead_to_their_canonical_address(edition: Edition, press: Press) -> None:
    for trouble, statuses in (("moved", [301]), ("moved_twice", [302, 302])):
        story = _story(edition, trouble)
        answer = requests.get(story.listed_url, proxies={"http": press.address}, timeout=10)
        assert [step.status_code for step in answer.history] == statuses
        assert (answer.status_code, answer.url) == (200, story.url)
        assert story.paragraphs[-1] in answer.text


def test_a_permalink_without_its_slash_moves_to_the_one_with_it(edition: Edition, get: Get) -> None:
    story = next(story for story in edition.articles if story.outlet == "janpath_samachar")
    answer = get(story.url.rstrip("/"))
    assert (answer.status_code, answer.headers["Location"]) == (301, story.url)


def test_campaign_parameters_and_the_case_of_escapes_mean_nothing(edition: Edition, get: Get) -> None:
    story = next(s for s in edition.articles if s.outlet == "janpath_samachar" and s.hurdle is None)
    plain = get(story.url).content
    assert get(story.url + "?utm_source=rss&utm_medium=feed").content == plain
    host, path = story.url.split(".example", 1)
    assert get(host + ".example" + path.lower()).content == plain
    release = next(s for s in edition.articles if s.outlet == "shasan_soochna" and s.hurdle is None)
    assert get(release.url + "&utm_campaign=x").status_code == 200
    assert get(release.url.partition("?")[0]).status_code == 404


def test_sick_pages_are_sick(edition: Edition, press: Press, get: Get) -> None:
    assert get(_story(edition, "not_found").url).status_code == 404
    gone = get(_story(edition, "soft_404").url)
    assert (gone.status_code, "पेज नहीं मिला" in gone.text) == (200, True)
    assert '"isAccessibleForFree":false' in get(_story(edition, "paywall").url).text
    assert "VideoObject" in get(_story(edition, "video").url).text
    assert "LiveBlogPosting" in get(_story(edition, "live_blog").url).text
    assert len(get(_story(edition, "too_large").url).content) > 5 * 2**20
    pdf = get(_story(edition, "pdf").url)
    assert (pdf.headers["Content-Type"], pdf.content[:5]) == ("application/pdf", b"%PDF-")
    with pytest.raises(requests.TooManyRedirects):
        requests.get(_story(edition, "redirect_loop").url, proxies={"http": press.address}, timeout=10)


def test_a_page_is_cut_on_the_wire_or_in_a_tag(edition: Edition, press: Press, get: Get) -> None:
    with pytest.raises(requests.exceptions.ChunkedEncodingError):
        get(_story(edition, "short_body").url)
    assert get(FEED).status_code == 200
    story = _story(edition, "cut_mid_tag")
    page = get(story.url).content
    assert page.rindex(b"<") > page.rindex(b">")
    assert story.paragraphs[0].encode() in page
    assert story.paragraphs[-1].encode() not in page
    assert b"</html>" not in page.lower()


def test_a_caller_who_hangs_up_leaves_no_trace(
    edition: Edition, press: Press, get: Get, capfd: pytest.CaptureFixture[str]
) -> None:
    story = _story(edition, "too_large")
    parts = urlsplit(press.address)
    connection = http.client.HTTPConnection(str(parts.hostname), parts.port, timeout=10)
    connection.request("GET", story.url)
    connection.getresponse().read(1_000)
    connection.close()
    assert get(FEED).status_code == 200
    assert capfd.readouterr().err == ""


def test_the_log_tells_what_was_asked(press: Press, get: Get) -> None:
    get(FEED)
    get("http://www.lokswar.example/nahin")
    get("http://anya.example/x?y=1", **{"If-None-Match": '"z"'})
    assert press.log == [
        LoggedRequest("GET", "www.lokswar.example", "/rss.xml", 200, False),
        LoggedRequest("GET", "www.lokswar.example", "/nahin", 404, False),
        LoggedRequest("GET", "anya.example", "/x?y=1", 502, True),
    ]


def test_a_browser_reads_every_outlet_without_a_proxy(edition: Edition, press: Press) -> None:
    front = requests.get(press.address, timeout=10).text
    for host in edition.sites:
        assert f'href="/{host}/"' in front
        assert requests.get(f"{press.address}/{host}/", timeout=10).status_code == 200
    story = next(s for s in edition.articles if s.outlet == "prabhat_vani" and s.hurdle is None)
    page = requests.get(press.address + story.url.removeprefix("http:/"), timeout=10)
    assert page.status_code == 200
    assert "http://www.prabhatvani.example" not in page.text
    assert requests.get(press.address + _story(edition, "moved").listed_url.removeprefix("http:/"), timeout=10).ok
    assert requests.get(f"{press.address}/www.nahin.example/", timeout=10).status_code == 502


def test_a_test_may_give_an_outlet_another_illness(edition: Edition) -> None:
    site = edition.sites["www.lokswar.example"]
    ill = replace(site, resources={**site.resources, "/rss.xml": Document(lambda: b"<html>not a feed")})
    with serving(replace(edition, sites={ill.host: ill})) as address:
        assert requests.get(FEED, proxies={"http": address}, timeout=10).content == b"<html>not a feed"
        assert requests.get("http://www.setunews.example/", proxies={"http": address}, timeout=10).status_code == 502
