"""Mutated feeds, sitemaps, robots.txt files and pages, many a second: ``python -m tests.scrapers.fuzz [RUNS] [SEED]``.

Stops with the input at the first crash, rejection by "error", or run over two seconds; prints runs, the slowest, and
the peak memory.
"""

import random
import resource
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime

from scrapers.dates import page_time
from scrapers.discover import NotXml, read_feed, read_sitemap
from scrapers.http_client import Exchange
from scrapers.outlet import Feed, Layout, Outlet
from scrapers.page import NotAnArticle, RawPage
from scrapers.read_page import read_page
from scrapers.robots import read_robots
from tests.scrapers.unseen_makes import unseen_pages

_SLOW_S = 2.0
_URL = "http://www.a.example/x"
_AT = datetime(2026, 11, 24, tzinfo=UTC)
_OUTLET = Outlet(
    name="nagar_darpan", title_hi="नगर दर्पण", title_en="Nagar Darpan", domain="a.example", feeds=(Feed("rss", _URL),),
    layouts=(Layout(body="div.kahani p", title="h1", published="time", drop="figure, .also"),),
)  # fmt: skip

_FEEDS = [
    '<?xml version="1.0"?><rss version="2.0"><channel><title>x</title><item><title>क &amp; ख</title><link>/a?b=1</link>'
    "<pubDate>Tue, 24 Nov 2026 06:40:00 +0530</pubDate></item></channel></rss>",
    '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title type="html">&lt;b&gt;x</title><link href="http://a/"/>'
    "<updated>2026-11-24T01:10:00Z</updated></entry></feed>",
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><item><link>http://a/</link></item></rdf:RDF>',
]
_SITEMAPS = [
    '<!DOCTYPE x [<!ENTITY a "b">]><urlset xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>http://a/&a;</loc>'
    "<news:news><news:publication_date>2026-11-24</news:publication_date><news:title>क</news:title></news:news></url></urlset>",
    "<sitemapindex><sitemap><loc>http://a/s.xml.gz</loc><lastmod>2026-11-24T01:10:00+05:30</lastmod></sitemap></sitemapindex>",
]
_ROBOTS = [
    "User-agent: *\nDisallow: /a*b$\nAllow: /a\nCrawl-delay: 2\n\nUser-agent: rajnay/1\nDisallow: /%E0%A4%A6\nSitemap: http://a/s.xml\n"
]
_PAGES = [
    '<!DOCTYPE html><html><head><meta charset=utf-8><title>शीर्षक | नगर दर्पण</title><script type="application/ld+json">'
    '{"@context":"x","@graph":[{"@type":"NewsArticle","headline":"शीर्षक","articleBody":"एक।\\nदो।","datePublished":"2026-11-24T01:10:00Z",'
    '"author":[{"name":"र"}],"isAccessibleForFree":"False","hasPart":{"isAccessibleForFree":false,"cssSelector":".p"}}]}</script></head>'
    "<body><h1>शीर्षक</h1><time datetime=2026-11-24>24 नवंबर 2026, शाम 6:40 बजे</time><div class=kahani><p>पहला वाक्य।</p><p class=also>x</p>"
    "<figure>y</figure><p itemprop=articleBody>दूसरा वाक्य।</p></div><table><tr><td>क</table></body></html>",
    '<html><head><style>font-family: Kruti Dev 010</style></head><body><div class=kahani><p>ç/kkuea=h us fnYyh esa jk"Vªifr ls eqykdkr dh A '
    "nksuksa us j{kk ij ppkZ dh A cSBd ds ckn mUgksaus dgk fd ;g vPNk gS A</p></div></body></html>",
]
_JSON_LD = [
    '{"@context":"x","@graph":[{"@type":"NewsArticle","headline":"शीर्षक","articleBody":"एक।\\nदो।","datePublished":1795525800000,'
    '"author":{"@id":"#a"},"hasPart":[{"isAccessibleForFree":false,"cssSelector":".p"}],"mainEntityOfPage":{"@id":"http://www.a.example/x"}},'
    '{"@id":"#a","@type":"Person","name":"र"}]}',
    '<!-- [{"@type":["Article"],"headline":["क",{"@value":"ख"}],"articleBody":"तीन &amp; चार।",},] -->',
]
_TIMES = [
    "अपडेटेड: 24 नवंबर 2026 09:10 PM IST, प्रकाशित: मंगलवार, २४ नवम्बर २०२६, शाम 6.40 बजे", "2 घंटे 10 मिनट पहले", "1795525800000",
    "Tue Nov 24 18:40:00 IST 2026", "2026-11-24T18:40:00.250+05:30", "Tue, 24 Nov 2026 18:40:00 +0530", "24/11/2026 18:40 GMT+0530",
]  # fmt: skip
_HYDRATED = (
    '<html><title>शीर्षक</title><div id="__next"></div><script id="__NEXT_DATA__" type="application/json">{"props":{"blocks":['
    + ",".join(['{"type":"p","text":"मंत्री ने बैठक में कहा कि सड़क का काम अगले साल तक पूरा हो जाएगा और इसके लिए धन है।"}'] * 5)
    + "]}}</script></html>"
)
_UNKNOWN = [made.html[:5_000] + "</html>" for made in unseen_pages()[::3] if made.expected == "article"] + [_HYDRATED]
_BITS: Sequence[bytes] = [
    b"<", b">", b"&", b"&#x0;", b"&#xD800;", b"<![CDATA[", b"]]>", b"<!--", b"-->", b'"', b"'", b"\x00", b"\xff", b"\xe0\xa4", b"\xef\xbb\xbf",
    b"{", b"}", b"[", b"]", b"\\", b"\\ud800", b"\n", b"*", b"$", b"%", b"#", b"1" * 400, b"<div>" * 50, b"</p>", b"<script>", b"</script>",
    b"<template>", b"<svg>", b"null", b"1e999", b"http://[", b"\x1f\x8b", "।".encode(), "\u200d".encode(), b"A" * 2000, b"=", b":", b"<!DOCTYPE",
]  # fmt: skip


def mutated(seed: bytes, dice: random.Random) -> bytes:
    """``seed`` after a few cuts, copies, swaps and insertions."""
    data = bytearray(seed)
    for _ in range(dice.randint(1, 6)):
        at = dice.randint(0, len(data))
        to = min(len(data), at + dice.choice((1, 3, 20, 200)))
        match dice.randint(0, 4):
            case 0:
                del data[at:to]
            case 1:
                data[at:at] = dice.choice(_BITS)
            case 2:
                data[at:at] = data[at:to] * dice.choice((1, 2, 30))
            case 3 if data:
                data[min(at, len(data) - 1)] = dice.randrange(256)
            case _:
                data[at:to] = dice.choice(_BITS)
    return bytes(data[:20_000])


def try_feed(data: bytes) -> None:
    with suppress(NotXml):
        read_feed(data, _URL)


def try_sitemap(data: bytes) -> None:
    with suppress(NotXml):
        read_sitemap(data, _URL)


def try_robots(data: bytes) -> None:
    rules = read_robots(Exchange(_URL, _URL, "taken", "", _AT, 0.0, 200, {}, data))
    if hasattr(rules, "decide"):
        rules.decide("http://www.a.example/ab/%E0%A4%A6?x=1")


def try_page(data: bytes) -> None:
    _must_read(data, _OUTLET)


def _must_read(data: bytes, outlet: Outlet) -> None:
    read = read_page(RawPage(_URL, _URL, 200, {"content-type": "text/html"}, data, _AT), outlet)
    if isinstance(read, NotAnArticle):
        if read.reason == "error":
            raise AssertionError(read.detail)
    else:
        f"{read.title}{read.body}{read.author}{read.section}".encode()


def try_unknown_page(data: bytes) -> None:
    _must_read(data, replace(_OUTLET, layouts=()))


def try_json_ld(data: bytes) -> None:
    _must_read(b'<h1>x</h1><script type="application/ld+json">' + data + b"</script></html>", _OUTLET)


def try_time(data: bytes) -> None:
    page_time(data.decode("utf-8", "replace"), _AT)


# Of 100 runs of the quickest so many are of it: pages take longer, and have their share.
TARGETS: dict[str, tuple[Callable[[bytes], None], list[str], int]] = {
    "robots": (try_robots, _ROBOTS, 100), "sitemap": (try_sitemap, _SITEMAPS, 100), "feed": (try_feed, _FEEDS, 30),
    "json-ld": (try_json_ld, _JSON_LD, 50), "time": (try_time, _TIMES, 100), "page": (try_page, _PAGES, 20),
    "unknown": (try_unknown_page, _UNKNOWN, 10),
}  # fmt: skip


def main(runs: int, seed: int) -> None:
    print(f"seed {seed}")
    for name, (target, seeds, share) in TARGETS.items():
        dice = random.Random(f"{seed} {name}")
        n_runs = runs * share // 100
        slowest, started = 0.0, time.process_time()
        for _ in range(n_runs):
            data = mutated(dice.choice(seeds).encode(), dice)
            before = time.process_time()
            try:
                target(data)
            except Exception as error:
                sys.exit(f"{name}: {type(error).__name__}: {error}\n{data!r}")
            took = time.process_time() - before
            slowest = max(slowest, took)
            if took > _SLOW_S:
                sys.exit(f"{name}: {took:.1f} s for {data!r}")
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{name:8} {n_runs:9,} runs in {time.process_time() - started:6.0f} s, slowest {slowest:.3f} s, peak {peak:.0f} MB",
            flush=True,
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2_000, int(sys.argv[2]) if len(sys.argv) > 2 else 0)
