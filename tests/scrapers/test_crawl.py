"""One outlet's crawl against a server whose answers the test decides: order, rows, kills, reruns."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from fastwarc.warc import ArchiveIterator, WarcRecordType

from scrapers import crawl as crawl_module
from scrapers import parquet
from scrapers.archive import read_page_at, replay
from scrapers.http_client import HttpClient
from scrapers.journal import recover
from scrapers.known import Known, known_from, known_from_rows
from scrapers.outlet import Feed, Politeness
from scrapers.reservations import WELL_KNOWN
from scrapers.tables import FETCHES

DAY = timedelta(days=1)
PAGE = "<html><body><h1>शीर्षक</h1><p>पहला वाक्य।</p></body></html>".encode()


def rss(*paths: str) -> bytes:
    items = "".join(f"<item><title>शीर्षक {p}</title><link>http://a.example{p}</link></item>" for p in paths)
    return f'<rss version="2.0"><channel><title>x</title>{items}</channel></rss>'.encode()


class Site:
    """A handler for ``serve``: replies by path; the feed has an ETag and answers 304. No tdmrep.json, nor a log of it."""

    def __init__(self, send, feed: bytes, robots: bytes = b"User-agent: *\nDisallow: /private/\n"):
        self.send, self.feed, self.robots = send, feed, robots
        self.replies: dict[str, dict[str, object]] = {}
        self.log: list[str] = []

    def __call__(self, c, path, headers):
        if path == WELL_KNOWN and path not in self.replies:
            self.send(c, status="404 Not Found")
            return
        self.log.append(path)
        if path in self.replies:
            self.send(c, **self.replies[path])
        elif path == "/robots.txt":
            self.send(c, self.robots)
        elif path == "/rss.xml":
            etag = f'"{hash(self.feed)}"'
            if headers.get("if-none-match") == etag:
                self.send(c, status="304 Not Modified")
            else:
                self.send(c, self.feed, ETag=etag, Content_Type="application/rss+xml")
        else:
            self.send(c, PAGE, Content_Type="text/html; charset=utf-8")

    def pages(self) -> list[str]:
        return [p for p in self.log if p not in ("/robots.txt", "/rss.xml")]


@pytest.fixture
def site(send):
    return Site(send, rss("/1", "/2", "/private/3", "/video/4"))


def by_url(report, kind="page"):
    return {row["url"].removeprefix("http://a.example"): row for row in report.rows if row["kind"] == kind}


def test_robots_then_feed_then_pages(site, serve, client, run_crawl, outlet, tmp_path):
    server = serve(site)
    site.feed = rss("/1", "/2", "/private/3", "/video/4").replace(
        b"</channel>", b"<item><link>http://other.example/5</link></item></channel>"
    )
    report = run_crawl(outlet, client(server.address))
    assert site.log == ["/robots.txt", "/rss.xml", "/1", "/2"]
    assert (report.n_listed, report.n_taken, report.n_refused, report.n_failed, report.n_left) == (5, 2, 3, 0, 0)
    assert report.problem is None
    rows = by_url(report)
    assert rows["/private/3"]["outcome"] == "robots_denied"
    assert rows["/private/3"]["robots_rule"] == "Disallow: /private/"
    assert rows["/video/4"]["outcome"] == "skipped"
    assert rows["http://other.example/5"]["outcome"] == "skipped"
    taken = rows["/1"]
    assert (taken["outcome"], taken["status"], taken["listed_title"]) == ("taken", 200, "शीर्षक /1")
    assert taken["warc_file"] == "warc/nagar_darpan/2026-11-24.r1.warc.gz"
    assert read_page_at(tmp_path / taken["warc_file"], taken["warc_offset"], taken["warc_length"]).body == PAGE
    assert by_url(report, "feed")["/rss.xml"]["n_listed"] == 5
    assert parquet.write(tmp_path / "f.parquet", FETCHES, report.rows) == len(report.rows)
    assert recover(tmp_path / "journal" / "nagar_darpan.r1.jsonl") == report.rows


def test_a_second_run_fetches_no_page_and_the_feed_answers_304(site, serve, client, run_crawl, outlet, tmp_path):
    server = serve(site)
    first = run_crawl(outlet, client(server.address))
    parquet.write(tmp_path / "f.parquet", FETCHES, first.rows)
    n = len(site.log)
    second = run_crawl(outlet, client(server.address), known_from([tmp_path / "f.parquet"]), "r2")
    assert site.log[n:] == ["/robots.txt", "/rss.xml"]
    assert by_url(second, "feed")["/rss.xml"]["outcome"] == "not_modified"
    assert second.problem is None
    # A third run asks conditionally as well: the 304's row keeps what to ask with.
    known = known_from_rows(first.rows + second.rows)
    assert known.validators.keys() == {"http://a.example/rss.xml"}


def test_a_new_article_alone_is_fetched(site, serve, client, run_crawl, outlet):
    server = serve(site)
    first = run_crawl(outlet, client(server.address))
    site.feed = rss("/9", "/1", "/2")
    n = len(site.log)
    second = run_crawl(outlet, client(server.address), known_from_rows(first.rows), "r2")
    assert site.log[n:] == ["/robots.txt", "/rss.xml", "/9"]
    assert by_url(second)["/1"]["outcome"] == "already_taken"


class Killed(BaseException):
    """As a kill: nothing in the crawl catches it."""


def test_killed_within_then_run_again(site, serve, client, run_crawl, outlet, tmp_path, monkeypatch):
    """Same run, same files: pages taken before the kill are neither lost nor fetched again; none is missed."""
    site.feed = rss("/1", "/2", "/3", "/4")
    server = serve(site)
    real = HttpClient.fetch

    def killing(self, url, **more):
        if url.endswith("/3"):
            raise Killed
        return real(self, url, **more)

    with monkeypatch.context() as patch:
        patch.setattr(HttpClient, "fetch", killing)
        with pytest.raises(Killed):
            run_crawl(outlet, client(server.address))
    journal = tmp_path / "journal" / "nagar_darpan.r1.jsonl"
    assert [r["outcome"] for r in recover(journal) if r["kind"] == "page"] == ["taken", "taken"]
    # The kill also cut the last line and the last record short.
    with journal.open("ab") as file:
        file.write(b'{"kind": "page", "url"')
    with (tmp_path / "warc/nagar_darpan/2026-11-24.r1.warc.gz").open("ab") as file:
        file.write(b"\x1f\x8b\x08\x00half a record")
    report = run_crawl(outlet, client(server.address))
    assert site.pages() == ["/1", "/2", "/3", "/4"]
    assert (report.n_taken, report.n_already_taken) == (4, 0)
    assert [page.url for page in replay(tmp_path / "warc/nagar_darpan/2026-11-24.r1.warc.gz")] == [
        f"http://a.example/{n}" for n in (1, 2, 3, 4)
    ]
    for path, row in by_url(report).items():
        page = read_page_at(tmp_path / row["warc_file"], row["warc_offset"], row["warc_length"])
        assert page.url == f"http://a.example{path}"


def test_killed_then_the_next_night(site, serve, client, run_crawl, outlet, tmp_path, monkeypatch):
    """A new run after a killed one: the feed, though unchanged, is read whole again, so that nothing listed is lost."""
    site.feed = rss("/1", "/2", "/3")
    server = serve(site)
    real = crawl_module.ArchiveWriter.write

    def killing(self, exchange):
        if exchange.url.endswith("/2"):
            raise Killed
        return real(self, exchange)

    with monkeypatch.context() as patch:
        patch.setattr(crawl_module.ArchiveWriter, "write", killing)
        with pytest.raises(Killed):
            run_crawl(outlet, client(server.address))
    rows = recover(tmp_path / "journal" / "nagar_darpan.r1.jsonl")
    report = run_crawl(outlet, client(server.address), known_from_rows(rows), "r2")
    assert {p: r["outcome"] for p, r in by_url(report).items()} == {"/1": "already_taken", "/2": "taken", "/3": "taken"}


def test_a_page_left_over_keeps_the_feed_from_304(site, serve, client, run_crawl, outlet):
    site.feed = rss("/1", "/2", "/3")
    server = serve(site)
    first = run_crawl(outlet, client(server.address), max_pages=2)
    assert (first.n_taken, first.n_left) == (2, 1)
    assert known_from_rows(first.rows).validators == {}
    second = run_crawl(outlet, client(server.address), known_from_rows(first.rows), "r2")
    assert (second.n_taken, second.n_already_taken, second.n_left) == (1, 2, 0)
    assert known_from_rows(first.rows + second.rows).validators


def test_a_page_that_may_come_later_keeps_the_feed_from_304(site, serve, client, run_crawl, outlet):
    site.feed = rss("/1", "/2")
    site.replies["/1"] = {"status": "503 Busy"}
    first = run_crawl(outlet, client(serve(site).address))
    assert [r["outcome"] for r in first.rows if r["url"].endswith("/1")] == ["http_error", "http_error", "gave_up"]
    assert known_from_rows(first.rows).validators == {}
    site.replies["/1"] = {"status": "404 Not Found"}
    second = run_crawl(outlet, client(serve(site).address), run_id="r2")
    assert known_from_rows(second.rows).validators  # a 404 is settled


def test_one_sick_page_never_stops_the_rest(site, serve, client, run_crawl, outlet, monkeypatch):
    sick = {
        "/loop": {"status": "302 Found", "Location": "/loop"},
        "/pdf": {"body": b"%PDF", "Content_Type": "application/pdf"},
        "/big": {"body": b"x" * 2_000_000, "Content_Type": "text/html"},
        "/gone": {"status": "404 Not Found"},
        "/inside": {"status": "302 Found", "Location": "file:///etc/passwd"},
        "/denied": {"status": "302 Found", "Location": "/private/x"},
        "/coded": {"body": b"plain", "Content_Encoding": "gzip"},
    }
    site.replies |= sick
    site.feed = rss(*sick, "/well")
    report = run_crawl(outlet, client(serve(site).address, max_bytes=1_000_000))
    assert {p: r["outcome"] for p, r in by_url(report).items()} == {
        "/loop": "bad_redirect", "/pdf": "not_html", "/big": "too_large", "/gone": "http_error", "/inside": "bad_redirect",
        "/denied": "robots_denied", "/coded": "http_error", "/well": "taken",
    }  # fmt: skip
    assert all(row["detail"] for p, row in by_url(report).items() if p != "/well")
    # What cannot get better is not downloaded again the next night.
    n = len(site.log)
    run_crawl(outlet, client(serve(site).address), known_from_rows(report.rows), "r2")
    assert not {"/big", "/pdf", "/well"} & set(site.log[n:])


@pytest.mark.parametrize("status", ["500 Oops", "503 Busy", "429 Slow"])
def test_robots_unreachable_ends_the_outlet(site, serve, client, run_crawl, outlet, status):
    site.replies["/robots.txt"] = {"status": status}
    report = run_crawl(outlet, client(serve(site).address))
    assert set(site.log) == {"/robots.txt"}
    assert by_url(report, "robots")["/robots.txt"]["outcome"] == "gave_up"
    assert by_url(report, "feed")["/rss.xml"]["outcome"] == "robots_denied"
    assert "no feed could be read" in report.problem


def test_robots_absent_allows(site, serve, client, run_crawl, outlet):
    site.replies["/robots.txt"] = {"status": "404 Not Found"}
    assert run_crawl(outlet, client(serve(site).address)).n_taken == 3


def test_an_outlet_that_goes_down_is_left_alone(site, serve, client, run_crawl, outlet):
    paths = [f"/{n}" for n in range(20)]
    site.feed = rss(*paths)
    site.replies = dict.fromkeys(paths, {"status": "500 Oops"})
    report = run_crawl(outlet, client(serve(site).address, retries=0))
    assert len(site.pages()) == 5
    assert (report.n_failed, report.n_left) == (5, 15)
    assert "5 pages in a row" in report.problem


def test_a_feed_that_is_none_is_a_row_and_the_other_feed_still_read(site, serve, client, run_crawl, outlet):
    site.replies["/broken.xml"] = {"body": b"<html>not found</html>"}
    outlet = replace(outlet, feeds=(Feed("rss", "http://a.example/broken.xml"), *outlet.feeds))
    report = run_crawl(outlet, client(serve(site).address))
    assert by_url(report, "feed")["/broken.xml"]["outcome"] == "not_xml"
    assert report.n_taken == 2


def test_crawl_delay_is_kept_and_lowers_the_budget(site, serve, client, run_crawl, outlet):
    site.robots = b"User-agent: *\nCrawl-delay: 3600\n"
    site.feed = rss(*[f"/{n}" for n in range(10)])
    http = client(serve(site).address)
    report = run_crawl(outlet, http)
    assert (report.n_taken, report.n_left) == (3, 7)
    assert all(3500 < seconds <= 3600 for seconds in http.slept)
    assert len(http.slept) == 4  # before each request but the first that robots.txt speaks of: tdmrep.json and 3 pages


def test_newest_first_under_a_budget(site, serve, client, run_crawl, outlet):
    dated = "".join(
        f"<item><link>http://a.example/{n}</link><pubDate>Tue, {n:02} Nov 2026 06:00:00 +0530</pubDate></item>"
        for n in (3, 20, 9)
    )
    site.feed = f'<rss version="2.0"><channel><title>x</title>{dated}</channel></rss>'.encode()
    outlet = replace(outlet, politeness=Politeness(delay_s=0.0, daily_pages=2))
    run_crawl(outlet, client(serve(site).address), max_pages=50)
    assert site.pages() == ["/20", "/9"]


def test_the_budget_is_the_days_whatever_runs_share_it(site, serve, client, run_crawl, outlet, monkeypatch):
    site.feed = rss(*(f"/{n}" for n in range(9)))
    outlet = replace(outlet, politeness=Politeness(delay_s=0.0, daily_pages=5))
    http = client(serve(site).address)
    first = run_crawl(outlet, http, max_pages=2)
    assert len(site.pages()) == 2
    known = known_from_rows(first.rows)
    # Killed in its third page, the second run has one page left when it is tried again.
    write = crawl_module.ArchiveWriter.write
    written: list[object] = []

    def killed(archive, exchange):
        written.append(exchange)
        if len(written) == 3:
            raise KeyboardInterrupt
        return write(archive, exchange)

    with monkeypatch.context() as patched:
        patched.setattr(crawl_module.ArchiveWriter, "write", killed)
        with pytest.raises(KeyboardInterrupt):
            run_crawl(outlet, http, known, "r2")
    again = run_crawl(outlet, http, known, "r2")
    assert again.n_left == 4
    assert (
        len({row["url"] for row in first.rows + again.rows if row["outcome"] == "taken" and row["kind"] == "page"}) == 5
    )
    # The next day has its own.
    later = run_crawl(
        outlet, http, known_from_rows(first.rows + again.rows), "r3", news_date=first.rows[0]["news_date"] + DAY
    )
    assert later.n_left == 0


def sitemap(tag: str, *entries: tuple[str, str]) -> bytes:
    child = "url" if tag == "urlset" else "sitemap"
    inner = "".join(f"<{child}><loc>http://a.example{p}</loc><lastmod>{at}</lastmod></{child}>" for p, at in entries)
    return f'<{tag} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{inner}</{tag}>'.encode()


def test_sitemaps_nest_and_old_ones_are_left(site, serve, client, run_crawl, outlet):
    site.replies |= {
        "/index.xml": {
            "body": sitemap("sitemapindex", ("/new.xml", "2026-11-24"), ("/old.xml", "2020-01-01")),
            "ETag": '"i"',
        },
        "/new.xml": {"body": sitemap("urlset", ("/1", "2026-11-24")), "ETag": '"n"'},
    }
    outlet = replace(outlet, feeds=(Feed("news_sitemap", "http://a.example/index.xml"),), max_age_days=7)
    report = run_crawl(outlet, client(serve(site).address))
    assert site.log == ["/robots.txt", "/index.xml", "/new.xml", "/1"]
    # The index is always read whole: its parts may have changed though it has not.
    assert known_from_rows(report.rows).validators.keys() == {"http://a.example/new.xml"}


def test_newest_sitemaps_first(site, serve, client, run_crawl, outlet):
    parts = [(f"/p{n}.xml", f"2026-{n:02}-01") for n in range(1, 12)]
    site.replies["/index.xml"] = {"body": sitemap("sitemapindex", *parts)}
    site.replies |= {path: {"body": sitemap("urlset")} for path, _ in parts}
    run_crawl(replace(outlet, feeds=(Feed("news_sitemap", "http://a.example/index.xml"),)), client(serve(site).address))
    assert site.log[2:] == [path for path, _ in reversed(parts)]


def test_old_pages_are_left_out_and_counted(site, serve, client, run_crawl, outlet):
    entries = [("/1", "2026-11-24"), ("/2", "2026-11-17T00:00:00+05:30"), ("/3", "2026-11-16"), ("/4", "2019-01-01")]
    site.replies["/map.xml"] = {"body": sitemap("urlset", *entries), "ETag": '"m"'}
    outlet = replace(outlet, feeds=(Feed("news_sitemap", "http://a.example/map.xml"),))
    report = run_crawl(replace(outlet, max_age_days=7), client(serve(site).address))
    assert site.pages() == ["/map.xml", "/1", "/2"]
    row = by_url(report, "sitemap")["/map.xml"]
    assert (row["n_listed"], row["detail"]) == (4, "2 pages older than 7 days left out")
    assert row["etag"] == '"m"'
    assert run_crawl(outlet, client(serve(site).address), run_id="r2").n_taken == 4


def test_sitemaps_that_name_each_other_end(site, serve, client, run_crawl, outlet):
    many = [(f"/m{n}.xml", "2026-11-24") for n in range(200)]
    site.replies = {path: {"body": sitemap("sitemapindex", *many)} for path, _ in [("/index.xml", ""), *many]}
    outlet = replace(outlet, feeds=(Feed("news_sitemap", "http://a.example/index.xml"),))
    run_crawl(outlet, client(serve(site).address))
    assert len(site.log) <= 52


@pytest.mark.parametrize("body", [b"", b"\xff" * 100, b"User-agent: *\n" * 100_000])
def test_strange_robots(site, serve, client, run_crawl, outlet, body):
    site.robots = body
    assert run_crawl(outlet, client(serve(site).address)).n_taken >= 2


def test_pages_are_of_the_outlets_own_site_and_path(site, serve, client, run_crawl, outlet):
    site.feed = rss("/hindi/1", "/english/2", "/hindix/3")
    report = run_crawl(replace(outlet, domain="a.example/hindi"), client(serve(site).address), Known())
    assert [p for p, r in by_url(report).items() if r["outcome"] == "taken"] == ["/hindi/1"]


# Pages that are in the archive already


def test_changed_unchanged_and_gone(site, send, serve, client, run_crawl, outlet, tmp_path):
    site.feed = rss("/1", "/2", "/3", "/4")
    site.replies["/1"] = {"body": PAGE, "ETag": '"eins"', "Content_Type": "text/html"}
    http = client(serve(site).address)
    first = run_crawl(outlet, http)
    assert first.n_taken == 4
    site.replies["/1"] = {"status": "304 Not Modified"}
    site.replies["/2"] = {"body": PAGE.replace("पहला".encode(), "सुधारा हुआ".encode()), "Content_Type": "text/html"}
    site.replies["/4"] = {"status": "410 Gone"}
    site.log.clear()
    later = run_crawl(outlet, http, known_from_rows(first.rows), "r2", news_date=first.rows[0]["news_date"] + DAY)
    rows = by_url(later, "revisit")
    assert {url: row["outcome"] for url, row in rows.items()} == {
        "/1": "not_modified", "/2": "taken", "/3": "not_modified", "/4": "http_error",
    }  # fmt: skip
    assert rows["/3"]["detail"] == "the same bytes as before"
    assert (rows["/4"]["status"], rows["/4"]["detail"][:10]) == (410, "taken down")
    changed = read_page_at(tmp_path / rows["/2"]["warc_file"], rows["/2"]["warc_offset"], rows["/2"]["warc_length"])
    assert "सुधारा हुआ".encode() in changed.body
    # What is unchanged has a record too, without its bytes, that names the capture which has them.
    captures = {by_url(first)[url]["final_url"]: by_url(first)[url]["requested_at"] for url in ("/1", "/3")}
    with (tmp_path / rows["/1"]["warc_file"]).open("rb") as file:
        revisits = [r.headers for r in ArchiveIterator(file, WarcRecordType.revisit) if r.freeze() or True]
    referred = {r["WARC-Refers-To-Target-URI"]: datetime.fromisoformat(r["WARC-Refers-To-Date"]) for r in revisits}
    assert referred == captures
    assert later.n_taken == 0
    # What is gone for good is not asked for again.
    site.log.clear()
    known = known_from_rows(first.rows + later.rows)
    third = run_crawl(outlet, http, known, "r3", news_date=first.rows[0]["news_date"] + 2 * DAY)
    assert by_url(third, "revisit").keys() == {"/1", "/2", "/3"}


def test_when_and_how_many_are_visited_again(site, serve, client, run_crawl, outlet):
    site.feed = rss(*(f"/{n}" for n in range(12)))
    http = client(serve(site).address)
    first = run_crawl(outlet, http)
    known, day = known_from_rows(first.rows), first.rows[0]["news_date"]

    def asked(outlet, known, days, run_id):
        return sorted(by_url(run_crawl(outlet, http, known, run_id, news_date=day + days * DAY), "revisit"))

    assert asked(outlet, known, 0, "same-night") == []
    assert len(asked(outlet, known, 3, "r2")) == 12
    assert asked(outlet, known, 4, "too-old") == []
    never = replace(outlet, politeness=replace(outlet.politeness, revisit_days=0))
    assert asked(never, known, 1, "never") == []
    # A quarter of the budget, and those asked for longest ago first.
    frugal = replace(outlet, politeness=replace(outlet.politeness, daily_pages=20))
    second = run_crawl(frugal, http, known, "r5", news_date=day + DAY)
    third = run_crawl(frugal, http, known_from_rows(first.rows + second.rows), "r6", news_date=day + 2 * DAY)
    one, two = by_url(second, "revisit"), by_url(third, "revisit")
    assert (len(one), len(two)) == (5, 5)
    assert not one.keys() & two.keys()


def test_a_run_goes_on_where_it_was_with_its_visits(site, serve, client, run_crawl, outlet):
    http = client(serve(site).address)
    first = run_crawl(outlet, http)
    known, day = known_from_rows(first.rows), first.rows[0]["news_date"] + DAY
    run_crawl(outlet, http, known, "r2", news_date=day)
    site.log.clear()
    run_crawl(outlet, http, known, "r2", news_date=day)
    assert site.pages() == []
