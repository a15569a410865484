"""Pages of makes that no outlet's file describes: read as well as those that one does, or set aside for the right reason.

When first read, before anything was mended for them: body .884, title .833, time .556, author .833 (54 pages); of a
second lot, written after the first was mended: body .973, title .889, time .778, author .889 (27 pages).
"""

import unicodedata

import pytest

from scrapers.outlet import Feed, Outlet
from scrapers.page import NotAnArticle, RawArticle, RawPage
from scrapers.read_page import read_page
from tests.scrapers.unseen_makes import SEEN_AT, Made, unseen_pages

UNKNOWN = Outlet("ajnabi", "अजनबी", "Ajnabi", "ajnabi.example", feeds=(Feed("rss", "https://ajnabi.example/rss"),))
PAGES = unseen_pages()


def read(made: Made) -> RawArticle | NotAnArticle:
    charset = "cp1252" if made.make == "kruti_dev" else "utf-8"
    return read_page(RawPage(made.url, made.url, 200, {}, made.html.encode(charset), SEEN_AT), UNKNOWN)


def plain(text: str) -> str:
    return unicodedata.normalize("NFC", text)


@pytest.mark.parametrize("made", PAGES, ids=lambda made: f"{made.make} {made.url[-6]}")
def test_an_unknown_make(made):
    found = read(made)
    if made.expected != "article":
        assert isinstance(found, NotAnArticle)
        assert found.reason == made.expected
        return
    assert isinstance(found, RawArticle), found
    assert plain(found.body) == plain(made.body)
    assert plain(found.title) == plain(made.title)
    assert (found.published_at, found.published_zone_known) == (made.at, made.zone_known)
    assert found.author == made.author
    assert found.url_canonical == made.canonical
