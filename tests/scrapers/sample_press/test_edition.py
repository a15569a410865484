"""Editions: which reports stand on which day, and the user's own articles given back word for word."""

import json
import re
from datetime import date, timedelta
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import requests
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from scrapers.sample_press.edition import OUTLETS, Edition, EditionError, from_jsonl, week
from scrapers.sample_press.report import HURDLES, SICKNESSES
from scrapers.sample_press.server import serving

START = date(2026, 11, 18)


def test_each_day_adds_its_reports_and_changes_no_page() -> None:
    editions = [week(START + timedelta(days=k), START) for k in range(7)]
    seen: dict[str, bytes] = {}
    for news_date, edition in zip((START + timedelta(days=k) for k in range(7)), editions, strict=True):
        assert {story.id for story in edition.stories} >= {story.id for story in editions[0].stories}
        for story in edition.stories:
            assert story.published_at is not None
            assert START <= story.published_at.date() <= news_date
            site = edition.sites[story.url.split("/")[2]]
            body = site.find(story.url.split(".example", 1)[1])[1].reply(1).body
            assert seen.setdefault(story.url, body) == body
    assert len(editions[-1].stories) > len(editions[0].stories) >= 18


def test_the_week_moves_with_its_start() -> None:
    then, later = week(START + timedelta(days=6), START), week(date(2027, 3, 6), date(2027, 2, 28))
    assert [story.id for story in then.stories] == [story.id for story in later.stories]
    assert not any("{" in story.title + story.body for story in [*then.stories, *later.stories])


def test_every_hurdle_and_sickness_is_there_from_the_first_day() -> None:
    edition = week(START, START)
    assert {story.hurdle for story in edition.stories} == HURDLES | {None}
    assert {story.sickness for story in edition.sick} == SICKNESSES
    assert all(story.sickness is None for story in edition.articles)
    assert len(edition.articles) + len(edition.sick) == len(edition.stories)


def test_a_press_that_has_not_opened_says_so() -> None:
    with pytest.raises(ValueError, match="opens on 2026-11-18"):
        week(START - timedelta(days=1), START)


# --- the user's own articles -----------------------------------------------------------------------------


class _Scripts(HTMLParser):
    """The JSON-LD of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.inside = False
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = tag == "script"

    def handle_endtag(self, tag: str) -> None:
        self.inside = False

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.text += data


def _json_ld(page: bytes) -> dict[str, Any]:
    scripts = _Scripts()
    scripts.feed(page.decode("utf-8"))
    found: dict[str, Any] = json.loads(scripts.text)
    return found


def _file(folder: Path, *rows: dict[str, Any] | str, name: str = "mine.jsonl") -> Path:
    path = folder / name
    lines = (row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def _article(**changes: Any) -> dict[str, Any]:
    given = {
        "id": "a-1", "url": "https://kahin.example/x", "outlet": "bbc", "published_at": "2026-11-18T09:00+05:30",
        "title": "शीर्षक", "body": "पहला।\nदूसरा।",
    }  # fmt: skip
    return given | changes


def _served(edition: Edition) -> dict[str, dict[str, Any]]:
    """JSON-LD by given id, of what the feeds of the edition lead to."""
    found = {}
    with serving(edition) as address, requests.Session() as session:
        session.proxies, session.trust_env = {"http": address}, False

        def locs(url: str) -> list[str]:
            root = etree.fromstring(session.get(url, timeout=10).content)
            return [loc.text or "" for loc in root.iter("{*}loc")]

        for outlet in edition.outlets.values():
            pages = [page for part in locs(outlet.feeds[0].url) for page in locs(part)]
            assert len(pages) <= outlet.politeness.daily_pages
            for page in pages:
                article = _json_ld(session.get(page, timeout=10).content)
                found[article["identifier"]] = article
    return found


NASTY = [
    "</script><script>alert(1)</script> <!-- <b>&amp; &#2325;",
    "  दो  स्थान\u00a0और\u2003चौड़ा \t टैब ",
    "क्\u200dष और क्\u200cष \u200b\ufeff",
    "क\u093c और \u0958, e\u0301 और é",
    'उद्धरण "सीधे" “टेढ़े” \' ` \\ \\n \\u0915',
    "पहला\n\nतीसरा\n",
    "\r\nविंडोज़\r\nपंक्ति\rमैक",
    "\u2028रेखा\u2029अनुच्छेद\u0085",
    "नल \u0000 घंटी \u0007 \u007f \ufffe",
    "😀 𑂣",
    "]]> {{ 7*7 }} {% if %}",
    "",
]


def test_titles_and_bodies_come_back_exactly(tmp_path: Path) -> None:
    rows = [_article(id=f"n{n}", title=text, body=text, outlet=f"o{n % 3}") for n, text in enumerate(NASTY)]
    served = _served(from_jsonl([_file(tmp_path, *rows)]))
    assert {key: (a["headline"], a["articleBody"]) for key, a in served.items()} == {
        row["id"]: (row["title"], row["body"]) for row in rows
    }


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(st.characters(exclude_categories=["Cs"])), st.text(st.characters(exclude_categories=["Cs"])),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1),
)  # fmt: skip
def test_any_text_comes_back_exactly(tmp_path: Path, title: str, body: str, given_id: str) -> None:
    edition = from_jsonl([_file(tmp_path, _article(id=given_id, title=title, body=body))])
    story = edition.stories[0]
    site = edition.sites["bbc.press.example"]
    article = _json_ld(site.find(story.url.split(".example", 1)[1])[1].reply(0).body)
    assert (article["identifier"], article["headline"], article["articleBody"]) == (given_id, title, body)
    page = site.find(story.url.split(".example", 1)[1])[1].reply(0).body.decode()
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f]", page)  # at which some parsers stop
    for path, resource in site.resources.items():
        if path.endswith(".xml"):
            etree.fromstring(resource.reply(0).body)


def test_what_is_not_given_is_not_stated(tmp_path: Path) -> None:
    edition = from_jsonl(
        [
            _file(
                tmp_path,
                _article(url=None, published_at=None, title=None),
                _article(id="b", published_at="2026-11-18T09:00"),
            )
        ]
    )
    served = _served(edition)
    assert served["a-1"].keys() == {"@context", "@type", "identifier", "headline", "articleBody"}
    assert served["a-1"]["headline"] == ""
    assert (served["b"]["datePublished"], served["b"]["url"]) == ("2026-11-18T09:00", "https://kahin.example/x")
    sitemap = edition.sites["bbc.press.example"].find("/sitemap-1.xml")[1].reply(0).body.decode()
    assert sitemap.count("publication_date>2026-11-18T09:00</") == 1


def test_one_host_an_outlet_whatever_its_name(tmp_path: Path) -> None:
    names = ["bbc", "BBC", "बीबीसी", "दूरदर्शन", "9x", "a_b", "a b", "x" * 200, None]
    rows = [_article(id=str(n), outlet=name) for n, name in enumerate(names)]
    edition = from_jsonl([_file(tmp_path, *rows, name="nij.jsonl")])
    assert [outlet.title_hi for outlet in edition.outlets.values()] == [*names[:-1], "nij"]
    assert list(edition.outlets)[:2] == ["bbc", "bbc_2"]
    assert len(edition.sites) == len(names)
    assert all(len(label) <= 63 for host in edition.sites for label in host.split("."))
    assert not set(edition.outlets) & set(OUTLETS)
    assert len(_served(edition)) == len(names)


def test_an_address_depends_on_the_id_alone(tmp_path: Path) -> None:
    first = from_jsonl([_file(tmp_path, _article(), _article(id="b"))])
    second = from_jsonl([_file(tmp_path, _article(id="b", title="और"), _article())])
    assert {s.id: s.url for s in first.stories} == {s.id: s.url for s in second.stories}


def test_many_articles_are_split_over_sitemaps(tmp_path: Path) -> None:
    edition = from_jsonl([_file(tmp_path, *(_article(id=str(n)) for n in range(2_300)))])
    site = edition.sites["bbc.press.example"]
    listed = [loc for path in ("/sitemap-1.xml", "/sitemap-2.xml", "/sitemap-3.xml")
              for loc in etree.fromstring(site.find(path)[1].reply(0).body).iter("{*}loc")]  # fmt: skip
    assert len(listed) == 2_300
    assert edition.outlets["bbc"].politeness.daily_pages == 2_300


def test_several_files_make_one_edition(tmp_path: Path) -> None:
    edition = from_jsonl(
        [
            _file(tmp_path, _article(), name="1.jsonl"),
            _file(tmp_path, "", _article(id="b", outlet="pib"), name="2.jsonl"),
        ]
    )
    assert list(edition.outlets) == ["bbc", "pib"]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ('{"id": "b", ', "not JSON"),
        ("[1, 2]", "not a JSON object"),
        (_article(id=None), "no id"),
        (_article(id=""), "no id"),
        (_article(id=7), "id must be a string"),
        (_article(), "'a-1' is used twice"),
        (_article(id="b", body=["x"]), "body must be a string"),
        (_article(id="b", published_at="कल"), "published_at 'कल'"),
        ('{"id": "b", "title": "\\ud800"}', "title has half a surrogate"),
    ],
)
def test_a_bad_row_is_named_by_file_and_line(tmp_path: Path, row: dict[str, Any] | str, said: str) -> None:
    path = _file(tmp_path, _article(), "", row)
    with pytest.raises(EditionError) as error:
        from_jsonl([path])
    assert f"{path}, line 3" in str(error.value)
    assert said in str(error.value)


def test_unreadable_files_are_named(tmp_path: Path) -> None:
    with pytest.raises(EditionError, match=r"nahin\.jsonl"):
        from_jsonl([tmp_path / "nahin.jsonl"])
    (tmp_path / "latin.jsonl").write_bytes(b'{"id": "\xe9"}')
    with pytest.raises(EditionError, match=r"latin\.jsonl.*UTF-8"):
        from_jsonl([tmp_path / "latin.jsonl"])


def test_a_file_saved_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    path = tmp_path / "bom.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps(_article()).encode() + b"\r\n")
    assert from_jsonl([path]).stories[0].id == "a-1"
