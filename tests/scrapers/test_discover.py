"""Feeds, sitemaps and list pages, whole, broken and hostile."""

import gzip
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scrapers.discover import NotXml, read_feed, read_list_page, read_sitemap
from scrapers.strict_soup import LayoutChanged

URL = "http://www.a.example/rss.xml"

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>नगर दर्पण</title>
<item><title>जल &amp; ऊर्जा पर <![CDATA[बैठक]]></title><link>/desh/1?utm_source=rss&amp;id=7#top</link>
<pubDate>Tue, 24 Nov 2026 06:40:00 +0530</pubDate></item>
<item><title>दूसरी</title><guid isPermaLink="true">http://www.a.example/desh/2</guid></item>
<item><title>बिना पते की</title></item>
<item><title>फिर पहली</title><link>http://www.a.example/desh/1?id=7</link></item>
<item><title>बुरी</title><link>javascript:alert(1)</link></item>
</channel></rss>"""

ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>सेतु</title>
<entry><title>समझौता</title><link rel="alternate" href="http://www.a.example/s/1"/><updated>2026-11-24T01:10:00Z</updated></entry>
</feed>"""

NEWS = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
 xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><image:image><image:loc>http://img.example/1.jpg</image:loc><image:title>चित्र</image:title></image:image>
<loc> http://www.a.example/n/1 </loc><lastmod>2026-11-25</lastmod>
<news:news><news:publication><news:name>दर्पण</news:name></news:publication>
<news:publication_date>2026-11-24T06:40:00+05:30</news:publication_date><news:title>बैठक हुई</news:title></news:news></url>
<url><loc>http://www.a.example/n/2</loc></url>
</urlset>"""

INDEX = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>http://www.a.example/s1.xml.gz</loc><lastmod>2026-11-24</lastmod></sitemap></sitemapindex>"""


def test_rss():
    first, second = read_feed(RSS.encode(), URL).pages
    assert (first.url, first.title) == ("http://www.a.example/desh/1?id=7", "जल & ऊर्जा पर बैठक")
    assert first.listed_at == datetime(2026, 11, 24, 1, 10, tzinfo=UTC)
    assert (second.url, second.listed_at) == ("http://www.a.example/desh/2", None)


def test_atom():
    [entry] = read_feed(ATOM.encode(), URL).pages
    assert (entry.url, entry.title) == ("http://www.a.example/s/1", "समझौता")
    assert entry.listed_at == datetime(2026, 11, 24, 1, 10, tzinfo=UTC)


def test_a_feed_cut_short_gives_what_stands_before_the_cut():
    cut = RSS[: RSS.index("दूसरी")].encode()
    assert read_feed(cut, URL).pages[0].url == "http://www.a.example/desh/1?id=7"


def test_an_empty_feed_lists_nothing():
    assert read_feed(b'<rss version="2.0"><channel><title>x</title></channel></rss>', URL).pages == ()


def test_news_sitemap():
    first, second = read_sitemap(NEWS.encode(), URL).pages
    assert (first.url, first.title) == ("http://www.a.example/n/1", "बैठक हुई")
    assert first.listed_at == datetime(2026, 11, 24, 1, 10, tzinfo=UTC)
    assert (second.url, second.title, second.listed_at) == ("http://www.a.example/n/2", None, None)


def test_index_gzipped():
    listing = read_sitemap(gzip.compress(INDEX.encode()), URL)
    assert listing.pages == ()
    assert [s.url for s in listing.sitemaps] == ["http://www.a.example/s1.xml.gz"]


def test_index_under_the_name_of_a_urlset():
    wrong = INDEX.replace("sitemapindex", "urlset").replace("<sitemap>", "<url>").replace("</sitemap>", "</url>")
    assert [s.url for s in read_sitemap(wrong.encode(), URL).sitemaps] == ["http://www.a.example/s1.xml.gz"]


@pytest.mark.parametrize(
    "body",
    [b"", b"   ", b"<html><body>404</body></html>", b"\x1f\x8bbroken", b"\x00\x01", b"{}", "पेज नहीं मिला".encode()],
)
@pytest.mark.parametrize("read", [read_feed, read_sitemap])
def test_what_is_no_list_is_named(read, body):
    with pytest.raises(NotXml, match=URL):
        read(body, URL)


def test_stray_ampersands_and_control_characters_lose_nothing():
    broken = NEWS.replace("बैठक हुई", "राम & श्याम \x01 < मोहन")
    assert [c.url for c in read_sitemap(broken.encode(), URL).pages] == [
        "http://www.a.example/n/1",
        "http://www.a.example/n/2",
    ]


# Hostile

LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "haha">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + "]>"
)


@pytest.mark.parametrize("read", [read_feed, read_sitemap])
def test_entities_neither_grow_nor_read_files(read, tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("TOPSECRET")
    external = f'<!DOCTYPE x [<!ENTITY f SYSTEM "file://{secret}">]>'
    for head, entity in ((LAUGHS, "&j;"), (external, "&f;")):
        for text in (RSS, NEWS):
            prolog, rest = text.split("?>", 1)
            body = (prolog + "?>" + head + rest.replace("बैठक", f"{entity}बैठक")).encode()
            try:
                listing = read(body, URL)
            except NotXml:
                continue
            assert "TOPSECRET" not in repr(listing)
            assert len(repr(listing)) < 10_000


def test_a_gzip_bomb_is_refused():
    bomb = gzip.compress(b"<urlset>" + b" " * 60_000_000)
    with pytest.raises(NotXml, match="after decompression"):
        read_sitemap(bomb, URL)


def test_at_most_fifty_thousand_addresses():
    many = "".join(f"<url><loc>http://www.a.example/{n}</loc></url>" for n in range(50_010))
    assert len(read_sitemap(f"<urlset>{many}</urlset>".encode(), URL).pages) == 50_000


def test_deep_nesting():
    for read in (read_feed, read_sitemap):
        with suppress(NotXml):
            read(b"<rss><channel>" + b"<item>" * 100_000, URL)


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(
        st.binary(max_size=400),
        st.text(max_size=200).map(lambda t: (RSS[:300] + t + RSS[300:]).encode("utf-8", "replace")),
    )
)
def test_any_bytes_are_read_or_named(body):
    for read in (read_feed, read_sitemap):
        try:
            for page in read(body, URL).pages:
                assert page.url.startswith(("http://", "https://"))
        except NotXml:
            pass


@pytest.mark.parametrize(
    "body",
    [
        # Found by tests/scrapers/fuzz.py: names that cannot be decoded, or are none; a crash inside feedparser.
        b'<urlset xmlns:news="http://x&#xD800;/sitemap-news"><url><loc>http://www.a.example/1</loc><news:x/></url></urlset>',
        b'<urlset xmlns:news="http://x/"><url><loc>http://www.a.example/1</loc><neRs:news><news:a>x</neRs:news></url>',
        b'<rss version="2.#<\xab><item><k>/a</k><pubDate>Tue, 24 Nov 2026 06:40:00 +&#xD800;',
        b'<rdf:RDF xmlns:rdf="http://x\xa0/22-rdf-syntax-ns#"><item><link>http://a/<link></item></rdf:RDFnull>',
    ],
)
def test_broken_names_and_characters(body):
    for read in (read_feed, read_sitemap):
        with suppress(NotXml):
            read(body, URL)


# List pages

LIST = """<html><head><meta charset="utf-8"></head><body><a href="/about">हमारे बारे में</a>
<table class="release-list"><tr><td><a href="PressRelease.aspx?PRID=12"> विदेश <b>मंत्री</b> की यात्रा </a></td></tr>
<tr><td><a href="PressRelease.aspx?PRID=13">समझौता ज्ञापन</a><a>बिना पते</a></td></tr></table></body></html>"""


def test_list_page():
    listing = read_list_page(LIST.encode(), "http://www.a.example/list/all.aspx", "table.release-list a")
    assert [(c.url, c.title) for c in listing.pages] == [
        ("http://www.a.example/list/PressRelease.aspx?PRID=12", "विदेश मंत्री की यात्रा"),
        ("http://www.a.example/list/PressRelease.aspx?PRID=13", "समझौता ज्ञापन"),
    ]


def test_a_list_page_without_its_links_has_changed():
    with pytest.raises(LayoutChanged, match=r"ul\.new a"):
        read_list_page(LIST.encode(), "http://www.a.example/", "ul.new a")
