"""The nine makes: that each page holds its story among the furniture, and each list leads to all stories."""

import gzip
import json
from collections.abc import Callable
from datetime import date

import feedparser
import pytest
import requests
from bs4 import BeautifulSoup
from lxml import etree
from protego import Protego

from scrapers.sample_press.edition import OUTLETS, Edition, week
from scrapers.sample_press.kruti_dev import runs
from scrapers.sample_press.server import Press
from scrapers.sample_press.story import Story

Get = Callable[..., requests.Response]
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def _soup(edition: Edition, story: Story, get: Get) -> BeautifulSoup:
    answer = get(story.url)
    if answer.status_code in (429, 503):
        answer = get(story.url)
    encoding = "cp1252" if story.outlet == "naya_savera" else "utf-8"
    return BeautifulSoup(answer.content.decode(encoding), "lxml")


def _written(story: Story, text: str) -> str:
    """``text`` as its outlet's pages hold it, without spaces."""
    if story.outlet == "naya_savera":
        text = "".join(piece for piece, _ in runs(text))
    return "".join(text.split())


def _with_layout(edition: Edition) -> list[Story]:
    return [story for story in edition.articles if edition.outlets[story.outlet].layouts]


def test_there_are_nine_outlets_of_different_makes(edition: Edition) -> None:
    assert len(edition.outlets) == len(edition.sites) == 9
    assert {story.outlet for story in edition.articles} == set(OUTLETS)
    assert {feed.kind for outlet in edition.outlets.values() for feed in outlet.feeds} == {
        "rss",
        "news_sitemap",
        "list_page",
    }
    for outlet in edition.outlets.values():
        assert outlet.is_sample
        assert outlet.politeness.delay_s == 0
        assert all(f"http://www.{outlet.domain}/" in feed.url for feed in outlet.feeds)


def test_each_layout_finds_its_story_and_nothing_else(edition: Edition, get: Get) -> None:
    stories = _with_layout(edition)
    assert len(stories) > 40
    for story in stories:
        layout = edition.outlets[story.outlet].layouts[-1]
        soup = _soup(edition, story, get)
        for furniture in soup.select(layout.drop or "none"):
            furniture.decompose()
        body = ["".join(p.get_text().split()) for p in soup.select(layout.body)]
        assert body == [_written(story, paragraph) for paragraph in story.paragraphs], story.id
        assert "".join(soup.select_one(layout.title or "h1").get_text().split()) == _written(story, story.title)  # type: ignore[union-attr]
        for selector in (layout.author, layout.published):
            assert selector is None or story.outlet == "naya_savera" or soup.select_one(selector), (story.id, selector)


def test_pages_carry_furniture_that_is_no_part_of_the_story(edition: Edition, get: Get) -> None:
    signs = {
        "prabhat_vani": "इसे शेयर करें:", "janpath_samachar": "प्रातिक्रिया दे", "lokswar": "नोटिफिकेशन", "shasan_soochna": "आगंतुक पटल",
        "purvanchal_patrika": "वर्गीकृत विज्ञापन", "akash_bulletin": "बुलेटिन सुनें", "vishwa_darpan": "न्यूजलेटर",
        "setu_news": "टेलीग्राम",
    }  # fmt: skip
    for outlet, sign in signs.items():
        story = next(s for s in edition.articles if s.outlet == outlet and s.hurdle is None)
        assert sign in get(story.listed_url).content.decode()
        assert sign not in story.body


def test_json_ld_of_the_national_daily_has_the_text(edition: Edition, get: Get) -> None:
    for story in edition.articles:
        if story.outlet == "prabhat_vani":
            blocks = [
                json.loads(s.string) for s in _soup(edition, story, get).select('script[type="application/ld+json"]')
            ]  # type: ignore[arg-type]
            article = next(block for block in blocks if block["@type"] == "NewsArticle")
            assert (article["headline"], article["articleBody"]) == (story.title, story.body)
            assert article["datePublished"] == story.published_at.isoformat()  # type: ignore[union-attr]


def test_amp_pages_and_their_canonical_ones_name_each_other(edition: Edition, get: Get) -> None:
    for story in edition.articles:
        if story.outlet == "lokswar":
            amp = BeautifulSoup(get(story.listed_url).content, "lxml")
            assert amp.find("html").has_attr("⚡")  # type: ignore[union-attr]
            assert amp.select_one("link[rel=canonical]")["href"] == story.url  # type: ignore[index]
            assert _soup(edition, story, get).select_one("link[rel=amphtml]")["href"] == story.listed_url  # type: ignore[index]


@pytest.mark.parametrize("outlet", ["janpath_samachar", "lokswar", "purvanchal_patrika", "akash_bulletin", "setu_news"])
def test_feeds_list_every_story_newest_first(edition: Edition, get: Get, outlet: str) -> None:
    feed = feedparser.parse(get(edition.outlets[outlet].feeds[0].url).content)
    assert not feed.bozo
    stories = [story for story in edition.stories if story.outlet == outlet]
    assert {entry.link.partition("?utm_")[0] for entry in feed.entries} == {story.listed_url for story in stories}
    times = [entry.published_parsed for entry in feed.entries]
    assert times == sorted(times, reverse=True)
    assert {entry.title for entry in feed.entries} == {story.title for story in stories}


def test_a_wordpress_feed_has_the_full_text(edition: Edition, get: Get) -> None:
    entries = feedparser.parse(get("http://www.janpathsamachar.example/feed/").content).entries
    text = {entry.title: BeautifulSoup(entry.content[0].value, "lxml").get_text() for entry in entries}
    for story in edition.articles:
        if story.outlet == "janpath_samachar":
            assert all(paragraph in text[story.title] for paragraph in story.paragraphs)


def _sitemap_addresses(url: str, get: Get, depth: int = 0) -> list[tuple[str, int]]:
    body = get(url).content
    root = etree.fromstring(gzip.decompress(body) if body[:2] == b"\x1f\x8b" else body)
    addresses = [loc.text or "" for loc in root.iter(SITEMAP + "loc")]
    if root.tag == SITEMAP + "urlset":
        return [(address, depth) for address in addresses]
    return [found for address in addresses for found in _sitemap_addresses(address, get, depth + 1)]


@pytest.mark.parametrize(("outlet", "depth"), [("prabhat_vani", 0), ("vishwa_darpan", 2)])
def test_sitemaps_lead_to_every_story(edition: Edition, get: Get, outlet: str, depth: int) -> None:
    found = _sitemap_addresses(edition.outlets[outlet].feeds[0].url, get)
    assert {level for _, level in found} == {depth}
    assert sorted(url for url, _ in found) == sorted(s.listed_url for s in edition.stories if s.outlet == outlet)


def test_a_week_over_the_end_of_a_month_has_a_sitemap_for_each() -> None:
    edition = week(date(2027, 3, 4), date(2027, 2, 26))
    site = edition.sites["www.vishwadarpan.example"]
    with Press(edition) as press, requests.Session() as session:
        session.proxies = {"http": press.address}
        found = _sitemap_addresses("http://www.vishwadarpan.example/sitemap.xml", session.get)
    assert sorted(url for url, _ in found) == sorted(
        s.listed_url for s in edition.stories if s.outlet == "vishwa_darpan"
    )
    assert {"/sitemap/2027-02.xml.gz", "/sitemap/2027-03.xml.gz", "/sitemap/2027-02-26.xml.gz"} <= set(site.resources)


@pytest.mark.parametrize("outlet", ["shasan_soochna", "naya_savera"])
def test_list_pages_lead_to_every_story(edition: Edition, get: Get, outlet: str) -> None:
    feed = edition.outlets[outlet].feeds[0]
    links = BeautifulSoup(get(feed.url).content, "lxml").select(feed.links or "")
    found = {requests.compat.urljoin(feed.url, str(link["href"])) for link in links}
    assert found == {story.listed_url for story in edition.stories if story.outlet == outlet}


def test_charsets_are_missing_wrong_or_legacy(edition: Edition, get: Get) -> None:
    def page(outlet: str) -> requests.Response:
        return get(next(s.url for s in edition.articles if s.outlet == outlet and s.hurdle is None))

    assert page("shasan_soochna").headers["Content-Type"] == "text/html"
    assert b'content="text/html; charset=utf-8"' in page("shasan_soochna").content
    wrong = page("purvanchal_patrika")
    assert "windows-1252" in wrong.headers["Content-Type"]
    assert "पूर्वांचल" in wrong.content.decode("utf-8")
    legacy = page("naya_savera").content.decode("cp1252")
    assert not any("\u0900" <= c <= "\u097f" for c in legacy)
    assert "Kruti Dev 010" in legacy


def test_robots_files(edition: Edition, get: Get) -> None:
    def robots(outlet: str) -> requests.Response:
        return get(f"http://www.{edition.outlets[outlet].domain}/robots.txt")

    assert robots("akash_bulletin").status_code == 404
    strict = Protego.parse(robots("setu_news").text)
    assert strict.crawl_delay("Rajnay") == 0.1
    for story in edition.stories:
        answer = robots(story.outlet)
        allowed = answer.status_code == 404 or Protego.parse(answer.text).can_fetch(story.listed_url, "Rajnay")
        assert allowed == (story.sickness != "robots_denied")
    assert "Sitemap: http://www.vishwadarpan.example/sitemap.xml" in robots("vishwa_darpan").text
