"""A night on the sample press: every healthy article in, every sick page one row with its reason, and after a kill too."""

import os
import signal
import subprocess
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from scrapers import parquet
from scrapers.archive import read_page_at, replay
from scrapers.crawl import CrawlReport, crawl
from scrapers.http_client import HttpClient
from scrapers.journal import Row, recover
from scrapers.known import Known, known_from, known_from_rows
from scrapers.page import NotAnArticle, RawArticle
from scrapers.read_page import read_page
from scrapers.registry import outlets
from scrapers.sample_press.edition import Edition, week
from scrapers.sample_press.server import Press
from scrapers.tables import FETCHES

START, NEWS_DATE = date(2026, 11, 18), date(2026, 11, 24)
# What a sickness of the press ends in: the outcome of its last fetch, or what reading the page says.
REASONS = {
    "not_found": "http_error", "redirect_loop": "bad_redirect", "too_large": "too_large", "pdf": "not_html",
    "robots_denied": "robots_denied", "soft_404": "soft_404", "paywall": "paywall", "video": "video",
    "live_blog": "live_blog", "short_body": "truncated", "cut_mid_tag": "truncated",
    # Whole articles; their language is judged when the text is cleaned.
    "marathi": "article", "nepali": "article", "english": "article",
}  # fmt: skip


@pytest.fixture(scope="module")
def edition() -> Edition:
    return week(NEWS_DATE, START)


@pytest.fixture(scope="module")
def press(edition: Edition) -> Iterator[Press]:
    with Press(edition) as press:
        yield press


def crawl_all(address: str, root: Path, run_id: str, known: dict[str, Known] | None = None) -> dict[str, CrawlReport]:
    http = HttpClient("mailto:test@example.org", proxy=address, sleep=lambda _: None)
    return {
        name: crawl(
            outlet,
            news_date=NEWS_DATE,
            run_id=run_id,
            warc_path=root / "warc" / name / f"{NEWS_DATE}.{run_id}.warc.gz",
            journal_path=root / "journal" / f"{name}.{run_id}.jsonl",
            known=(known or {}).get(name, Known()),
            http=http,
        )
        for name, outlet in outlets(sample=True).items()
    }


@pytest.fixture(scope="module")
def night(press: Press, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, CrawlReport]]:
    root = tmp_path_factory.mktemp("lake")
    return root, crawl_all(press.address, root, "r1")


def read_all(root: Path, reports: dict[str, CrawlReport]) -> dict[str, RawArticle | NotAnArticle]:
    """What each taken page says, by the URL that the outlet lists."""
    found = outlets(sample=True)
    return {
        row["url"]: read_page(
            read_page_at(root / row["warc_file"], row["warc_offset"], row["warc_length"]), found[name]
        )
        for name, report in reports.items()
        for row in report.rows
        if row["kind"] == "page" and row["outcome"] == "taken"
    }


def test_all_healthy_articles_are_in_whole(edition, night):
    root, reports = night
    read = read_all(root, reports)
    assert len(edition.articles) >= 80
    wrong = {}
    for story in edition.articles:
        article = read.get(story.listed_url)
        if not isinstance(article, RawArticle):
            wrong[story.id] = article
        elif article.was_legacy_font:
            continue  # tested below: the font has not every letter
        else:
            got, meant = (article.title, article.body), (story.title, "\n".join(story.paragraphs))
            if got != meant:
                wrong[story.id] = got
    assert wrong == {}


def test_times_are_the_articles_own(edition, night):
    root, reports = night
    read = read_all(root, reports)
    listed = {row["url"]: row["listed_at"] for r in reports.values() for row in r.rows if row["kind"] == "page"}
    for story in edition.articles:
        article = read[story.listed_url]
        assert isinstance(article, RawArticle)
        assert (article.published_at or listed[story.listed_url]) == story.published_at, story.id


def test_legacy_font_comes_out_as_it_was_written(edition, night):
    root, reports = night
    read = read_all(root, reports)
    legacy = [s for s in edition.articles if isinstance(a := read[s.listed_url], RawArticle) and a.was_legacy_font]
    assert len(legacy) >= 5
    for story in legacy:
        article = read[story.listed_url]
        assert isinstance(article, RawArticle)
        assert _plain(article.body) == _plain("\n".join(story.paragraphs)), story.id


def _plain(text: str) -> str:
    """Without what the font has not: straight quotes and the one-code nukta letters."""
    for curly, straight in (("“", '"'), ("”", '"'), ("‘", "'"), ("’", "'")):
        text = text.replace(curly, straight)
    return unicodedata.normalize("NFC", text)


def test_every_sick_page_is_a_row_with_its_reason(edition, night):
    root, reports = night
    read = read_all(root, reports)
    rows = {row["url"]: row for r in reports.values() for row in r.rows if row["kind"] == "page"}
    ended = {}
    for story in edition.sick:
        row = rows[story.listed_url]
        page = read.get(story.listed_url)
        reason = page.reason if isinstance(page, NotAnArticle) else "article" if page else row["outcome"]
        assert page is None or isinstance(page, (RawArticle, NotAnArticle))
        ended[story.sickness] = reason
        assert row["outcome"] == "taken" or row["detail"]
    assert ended == {sickness: REASONS[sickness] for sickness in ended}
    assert ended.keys() == REASONS.keys()


def test_refused_at_first_and_had_in_the_end(edition, night):
    _, reports = night
    rows = [row for r in reports.values() for row in r.rows if row["kind"] == "page"]
    for story in edition.articles:
        if story.hurdle in {"unavailable_once", "too_many_requests_once"}:
            assert [r["outcome"] for r in rows if r["url"] == story.listed_url] == ["http_error", "taken"]


def test_a_second_night_fetches_no_page_again(press, night, tmp_path):
    root, reports = night
    known = {}
    for name, report in reports.items():
        parquet.write(root / f"{name}.parquet", FETCHES, report.rows)
        known[name] = known_from([root / f"{name}.parquet"])
    before = len(press.log)
    second = crawl_all(press.address, tmp_path, "r2", known)
    log = press.log[before:]
    sizes = Counter(request.status for request in log)
    assert sizes[304] >= 7  # feeds and sitemaps
    again = {
        row["url"] for r in second.values() for row in r.rows if row["kind"] == "page" and row["outcome"] == "taken"
    }
    assert again == set()
    assert all(report.problem is None for report in second.values())


CHILD = """
import sys
from pathlib import Path
sys.path[:0] = sys.argv[1].split(":")
from tests.scrapers.test_crawl_sample_press import crawl_all
crawl_all(sys.argv[2], Path(sys.argv[3]), "r1")
"""


@pytest.mark.parametrize("n_lines", [3, 11, 27])
def test_killed_for_real_within_then_run_again(press, edition, tmp_path, n_lines):
    """SIGKILL after some journal lines; the same run again has every page once, and none of them fetched twice."""
    root = Path(__file__).parent.parent.parent
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, f"{root}:{root / 'plugins'}", press.address, str(tmp_path)],
        cwd=root,
        stderr=subprocess.DEVNULL,
    )
    while child.poll() is None and sum(len(recover(p)) for p in (tmp_path / "journal").glob("*.jsonl")) < n_lines:
        time.sleep(0.01)
    os.kill(child.pid, signal.SIGKILL)
    child.wait()
    before = _taken([row for path in (tmp_path / "journal").glob("*.jsonl") for row in recover(path)])
    mark = len(press.log)
    reports = crawl_all(press.address, tmp_path, "r1")
    rows = [row for report in reports.values() for row in report.rows]
    taken = _taken(rows)
    assert max(Counter(taken).values()) == 1
    assert set(before) <= set(taken)
    assert {story.listed_url for story in edition.articles} <= set(taken)
    fetched_again = {f"http://{r.host}{r.path}" for r in press.log[mark:] if r.status == 200}
    assert not fetched_again & set(before)
    # Each row's bytes are where it says, and the files have no page that no row speaks of, but the one in flight.
    for row in rows:
        if row["warc_file"]:
            assert read_page_at(tmp_path / row["warc_file"], row["warc_offset"], row["warc_length"]).url == row["url"]
    n_archived = sum(1 for path in (tmp_path / "warc").glob("*/*.warc.gz") for _ in replay(path))
    assert len(taken) <= n_archived <= len(taken) + 1


def _taken(rows: list[Row]) -> list[str]:
    return [row["url"] for row in rows if row["kind"] == "page" and row["outcome"] == "taken"]


def test_killed_then_the_next_run(press, night, tmp_path):
    """A new run knows what the killed one left from its journal alone, up to the line in which that one was killed."""
    root, reports = night
    whole = (root / "journal" / "prabhat_vani.r1.jsonl").read_bytes()
    journal = tmp_path / "killed.jsonl"
    for cut in (0, len(whole) // 3, len(whole) // 2):
        journal.write_bytes(whole[:cut])
        before = _taken(recover(journal))
        outlet = outlets(sample=True)["prabhat_vani"]
        report = crawl(
            outlet, news_date=NEWS_DATE, run_id="r2", warc_path=tmp_path / f"warc/o/{cut}.gz",
            journal_path=tmp_path / f"{cut}.jsonl", known=known_from_rows(recover(journal)),
            http=HttpClient("mailto:test@example.org", proxy=press.address, sleep=lambda _: None),
        )  # fmt: skip
        assert sorted(before + _taken(report.rows)) == sorted(_taken(reports["prabhat_vani"].rows))
