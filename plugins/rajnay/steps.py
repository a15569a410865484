"""The steps of a night, in their order. Airflow's tasks and the command line call these, and nothing else does.

    crawl (each outlet) → check → extract_text → dedup → facts → events → load → build → publish

Each step reads the files of the one before, writes its own whole, and leaves a row of what it did in ``steps``.
All but the crawl need no network and may be run again at will: the same input gives the same files.
"""

import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import chain, count
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

from rajnay.contracts import ARTICLES, CLUSTERS, FACT_TABLES, REJECTS, STEPS
from rajnay.paths import Lake
from rajnay.settings import IST
from scrapers import parquet
from scrapers.outlet import Feed, Outlet
from scrapers.tables import FETCHES

_T = TypeVar("_T")

# How far back a page or a near-duplicate may come again: sitemaps list two days, desks repeat themselves for weeks.
_MEMORY = timedelta(days=30)
# A night killed while dbt was at work leaves that process, which has the build file until it is through.
_DBT_OF_A_KILLED_NIGHT_S = 30.0


class NightFailed(Exception):
    """The night cannot go on. The message says which outlets failed and why, and what to do."""


class OutletFailed(Exception):
    """One outlet could not be read. The message names it and the reason; the night goes on without it."""


@dataclass
class StepReport:
    """What one run of a step did. ``n_in`` = ``n_out`` + ``n_rejected`` where rows pass through it."""

    step: str
    news_date: date
    run_id: str
    outlet: str | None
    started_at: datetime
    seconds: float = 0.0
    outcome: str = "done"
    detail: str = ""
    n_in: int = 0
    n_out: int = 0
    n_rejected: int = 0

    def __str__(self) -> str:
        name = f"{self.step} {self.outlet}" if self.outlet else self.step
        counts = f"{self.n_in} in, {self.n_out} out" + (f", {self.n_rejected} rejected" if self.n_rejected else "")
        return f"{name}: {counts}, {self.seconds:.1f} s{'; ' + self.detail if self.detail else ''}"


def say(line: object) -> None:
    """One plain line for the log; ``make nightly`` shows those with this mark."""
    print(f"rajnay | {line}", flush=True)


def watched(rows: Sequence[_T], label: str) -> Iterable[_T]:
    """``rows``, with a progress bar while they pass where somebody sits at a terminal; a log gets none."""
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    return track(rows, label, console=console, transient=True, disable=not console.is_terminal)


def new_run_id(now: datetime | None = None) -> str:
    """A name for a run that sorts by time: UTC, to the second."""
    return (now or datetime.now(UTC)).astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


@contextmanager
def reporting(lake: Lake, step: str, news_date: date, run_id: str, outlet: str | None = None) -> Iterator[StepReport]:
    """Times a step and writes its row, also when it fails."""
    report = StepReport(step, news_date, run_id, outlet, datetime.now(UTC))
    start = time.monotonic()
    try:
        yield report
    except BaseException as error:
        report.outcome, report.detail = "failed", f"{type(error).__name__}: {error}"[:2_000]
        raise
    finally:
        report.seconds = round(time.monotonic() - start, 3)
        parquet.write(lake.step(step, outlet, news_date, run_id), STEPS, [asdict(report)])
        say(report)


def _days_before(lake: Lake, table: parquet.Table, news_date: date) -> list[Path]:
    """The table's files of the days before ``news_date`` within memory, oldest first."""
    days = [news_date - timedelta(days=n) for n in range(_MEMORY.days, 0, -1)]
    return [path for path in (lake.table(table, day) for day in days) if path.exists()]


# ---------------------------------------------------------------- crawl


def crawl_outlet(
    lake: Lake, outlet: Outlet, news_date: date, run_id: str, *, contact: str, proxy: str | None
) -> StepReport:
    """Fetch what ``outlet`` lists and the archive lacks. Raises OutletFailed where it could not be read to its end, has
    gone silent, or most of its pages no longer read as they did; what was fetched is kept, and read by the next step.

    What another, killed run left in its journal becomes a table of fetches first: it was taken, and counts.
    The same run, tried again, goes on where it was.
    """
    from rajnay.watch import OutletChanged, watch
    from scrapers.crawl import crawl
    from scrapers.http_client import HttpClient
    from scrapers.journal import recover
    from scrapers.known import known_from

    with reporting(lake, "crawl", news_date, run_id, outlet.name) as report:
        attempt = _unused_attempt(lake, outlet, news_date, run_id)
        ours = lake.journal(outlet.name, news_date, attempt)
        for journal in lake.journals(outlet.name):
            if journal != ours:
                parquet.write(lake.fetches_of(journal), FETCHES, recover(journal))
                journal.unlink()
        files = lake.fetches_between(news_date - _MEMORY, news_date, outlet.name)
        client = HttpClient(contact, proxy=proxy)
        try:
            result = crawl(
                outlet,
                news_date=news_date,
                run_id=run_id,
                warc_path=lake.warc(outlet.name, news_date, attempt),
                journal_path=ours,
                known=known_from(files),
                http=client,
            )
        finally:
            client.close()
        parquet.write(lake.fetches(outlet.name, news_date, attempt), FETCHES, result.rows)
        ours.unlink()
        report.n_in, report.n_out = result.n_listed, result.n_taken
        report.n_rejected = result.n_refused + result.n_failed
        report.detail = f"{result.n_already_taken} known, {result.n_refused} refused, {result.n_failed} failed"
        if result.n_left:
            report.detail += f", {result.n_left} left for the next run"
        if result.problem:
            raise OutletFailed(f"{outlet.name}: {result.problem}")
        try:
            seen = watch(lake, outlet, news_date, files, result.rows)
        except OutletChanged as changed:
            raise OutletFailed(f"{outlet.name}: {changed}\nSee docs/runbooks/outlet_broke.md") from changed
        if seen.kind == "quiet":
            report.detail += f"; a quiet day: {seen.words}"
    return report


def _unused_attempt(lake: Lake, outlet: Outlet, news_date: date, run_id: str) -> str:
    """``run_id``, numbered where a finished crawl of it is there already (its task was cleared)."""
    names = chain([run_id], (f"{run_id}-{n}" for n in count(2)))
    return next(name for name in names if not lake.fetches(outlet.name, news_date, name).exists())


def check_crawl(lake: Lake, news_date: date, run_id: str, expected: Sequence[str]) -> StepReport:
    """Let the night go on when at least half of the outlets could be read; else raise NightFailed with each reason."""
    with reporting(lake, "check", news_date, run_id) as report:
        reasons: dict[str, str] = {}
        for name in expected:
            path = lake.step("crawl", name, news_date, run_id)
            rows = parquet.read(path, STEPS) if path.exists() else []
            if not rows:
                reasons[name] = "its crawl left no report: it was killed, or never started"
            elif rows[0]["outcome"] != "done":
                reasons[name] = rows[0]["detail"]
        report.n_in, report.n_rejected = len(expected), len(reasons)
        report.n_out = report.n_in - report.n_rejected
        listing = "; ".join(f"{name}: {reason}" for name, reason in reasons.items())
        report.detail = f"not read: {listing}" if reasons else ""
        if report.n_out * 2 < report.n_in or not expected:
            raise NightFailed(
                f"only {report.n_out} of {report.n_in} outlets could be read, at least half are needed. {listing}. "
                "Mend the outlets or the network, then clear this task: what was fetched is kept."
            )
    return report


# ---------------------------------------------------------------- pages to clean articles


def extract_text(lake: Lake, news_date: date, run_id: str) -> StepReport:
    """Read every page taken on ``news_date`` into a clean article, or a reject with its reason.

    A page visited again whose text is not what it was becomes a new version: the article of an earlier night, with
    tonight's text, from which tonight's facts are read. The version before it stays where it is.

    Layouts come from the registry; the page of an outlet that is not there (given as a file) is read without.
    """
    from rajnay.article_rows import clean_article
    from scrapers.archive import ArchiveError, read_page_at
    from scrapers.page import NotAnArticle
    from scrapers.read_page import read_page
    from scrapers.registry import every_outlet

    with reporting(lake, "extract-text", news_date, run_id) as report:
        pages = [
            row
            for row in parquet.read(lake.fetches_between(news_date, news_date), FETCHES)
            if row["kind"] in ("page", "revisit") and row["outcome"] == "taken"
        ]
        # A page fetched twice (the run between was killed before it could note it) counts once, as it came last.
        latest = {row["url"]: row for row in sorted(pages, key=lambda row: (row["requested_at"], row["run_id"]))}
        columns = ["article_id", "news_date", "text_sha256", "published_at"]
        earlier = {
            row["article_id"]: row  # as it was last read
            for row in parquet.read(_days_before(lake, ARTICLES, news_date), ARTICLES, columns)
        }
        outlets = every_outlet()
        articles: dict[str, dict[str, Any]] = {}
        rejects: list[dict[str, Any]] = []
        found: dict[str, Any] | NotAnArticle
        for row in watched(sorted(latest.values(), key=lambda row: (row["requested_at"], row["url"])), "extract-text"):
            try:
                page = read_page_at(lake.root / row["warc_file"], row["warc_offset"], row["warc_length"])
                raw = read_page(page, outlets.get(row["outlet"]) or _unregistered(row["outlet"], page.final_url))
                found = raw if isinstance(raw, NotAnArticle) else clean_article(row, raw)
            except (ArchiveError, OSError) as error:
                found = NotAnArticle("error", f"{row['warc_file']} at {row['warc_offset']}: {error}")
            if isinstance(found, NotAnArticle):
                rejects.append(_reject(row, "extract-text", found.reason, found.detail))
                continue
            name = found["article_id"]
            before = earlier.get(name)
            if name in articles or (before and row["kind"] == "page"):
                first = articles[name]["url"] if name in articles else f"a page of {earlier[name]['news_date']}"
                rejects.append(_reject(row, "extract-text", "duplicate_url", f"same canonical URL as {first}"))
            elif before and before["text_sha256"] == found["text_sha256"]:
                rejects.append(_reject(row, "extract-text", "unchanged", f"the text of {before['news_date']}"))
            else:
                if before:
                    found["published_at"] = found["published_at"] or before["published_at"]
                articles[name] = found
        parquet.write(lake.table(ARTICLES, news_date), ARTICLES, sorted(articles.values(), key=_by_publication))
        parquet.write(lake.rejects("extract-text", news_date), REJECTS, rejects)
        report.n_in, report.n_out, report.n_rejected = len(latest), len(articles), len(rejects)
        report.detail = ", ".join(f"{n} {reason}" for reason, n in Counter(r["reason"] for r in rejects).most_common())
    return report


def _unregistered(name: str, url: str) -> Outlet:
    """An outlet of which nothing is known but its pages."""
    site = urlsplit(url)
    return Outlet(name, name, name, site.hostname or name, feeds=(Feed("rss", f"{site.scheme}://{site.netloc}/"),))


def _by_publication(article: Mapping[str, Any]) -> tuple[datetime, str]:
    """What a day's articles are kept ordered by, so that ids do not depend on which outlet was crawled first."""
    return article["published_at"] or article["fetched_at"], article["article_id"]


def _reject(row: Mapping[str, Any], step: str, reason: str, detail: str) -> dict[str, Any]:
    return {
        "news_date": row["news_date"],
        "step": step,
        "outlet": row["outlet"],
        "url": row["url"],
        "reason": reason,
        "detail": detail,
        "text_sha256": row["payload_sha256"],
        "warc_file": row["warc_file"],
        "warc_offset": row["warc_offset"],
    }


# ---------------------------------------------------------------- clean articles to facts and events


def dedup(lake: Lake, news_date: date, run_id: str) -> StepReport:
    """Put each article of ``news_date`` into a near-duplicate cluster, by the signatures of the last 30 days."""
    from rajnay.dedup.cluster import Seen, cluster
    from rajnay.dedup.signatures import Signature, signature

    with reporting(lake, "dedup", news_date, run_id) as report:
        articles = parquet.read(lake.table(ARTICLES, news_date), ARTICLES, ["article_id", "title", "body"])
        tonight = {row["article_id"] for row in articles}
        columns = ["article_id", "cluster_id", "exact_hash", "n_shingles", "signature"]
        history = [
            Seen(
                row["article_id"],
                row["cluster_id"],
                Signature(row["exact_hash"], row["n_shingles"], row["signature"]),
            )
            for row in parquet.read(_days_before(lake, CLUSTERS, news_date), CLUSTERS, columns)
            if row["article_id"] not in tonight  # a new version is no copy of the one before
        ]
        # Copies keep the body and change the headline.
        members = cluster([(row["article_id"], signature(row["body"] or row["title"])) for row in articles], history)
        rows = [
            {
                "article_id": member.article_id,
                "news_date": news_date,
                "cluster_id": member.cluster_id,
                "role": member.role,
                "similarity": member.similarity,
                "exact_hash": member.signature.exact_hash,
                "n_shingles": member.signature.n_shingles,
                "signature": member.signature.minhash,
            }
            for member in members
        ]
        parquet.write(lake.table(CLUSTERS, news_date), CLUSTERS, rows)
        roles = Counter(member.role for member in members)
        report.n_in = report.n_out = len(rows)
        report.detail = f"{roles['exact']} exact and {roles['near']} near duplicates"
    return report


def facts(lake: Lake, news_date: date, run_id: str) -> StepReport:
    """Read actors, meetings and agreements from each article of ``news_date``."""
    from rajnay.facts.extract import extract
    from rajnay.facts.model import Article
    from rajnay.facts.rows import as_rows

    with reporting(lake, "facts", news_date, run_id) as report:
        columns = ["article_id", "title", "body", "published_at", "outlet"]
        articles = parquet.read(lake.table(ARTICLES, news_date), ARTICLES, columns)
        tables: dict[str, list[dict[str, Any]]] = {table.name: [] for table in FACT_TABLES}
        for row in watched(articles, "facts"):
            at = row["published_at"]
            article = Article(
                row["article_id"], row["title"], row["body"], at.astimezone(IST) if at else None, row["outlet"]
            )
            for name, rows in as_rows(article, extract(article), news_date).items():
                tables[name] += rows
        for table in FACT_TABLES:
            parquet.write(lake.table(table, news_date), table, tables[table.name])
        report.n_in = report.n_out = len(articles)
        report.detail = ", ".join(f"{len(tables[name])} {name}" for name in ("actors", "meetings", "agreements"))
    return report


def events(lake: Lake, news_date: date, run_id: str) -> StepReport:
    """Say who each actor is across articles, and which real event each meeting and agreement is."""
    from rajnay.events import run

    with reporting(lake, "events", news_date, run_id) as report:
        done = run(lake, news_date)
        report.n_in = report.n_out = done.n_facts
        report.detail = f"{done.n_new} new events, {done.n_merged} merged"
    return report


# ---------------------------------------------------------------- warehouse


def load(lake: Lake, news_date: date | None, run_id: str) -> StepReport:
    """Put ``news_date`` (None: every date, from scratch) into the build file."""
    from rajnay.warehouse.load import load as load_tables

    with reporting(lake, "load", news_date or datetime.now(UTC).date(), run_id) as report:
        done = load_tables(lake, news_date, patience_s=_DBT_OF_A_KILLED_NIGHT_S)
        report.n_in = report.n_out = sum(done.rows.values())
        report.detail = ", ".join(f"{done.rows[name]} {name}" for name in ("articles", "meetings", "agreements"))
    return report


def build(lake: Lake, news_date: date, run_id: str) -> StepReport:
    """One ``dbt build`` on the build file: models and tests. Raises BuildFailed with the names of what failed."""
    from rajnay.warehouse.build import build as run_dbt_build

    with reporting(lake, "build", news_date, run_id) as report:
        done = run_dbt_build(lake, print)  # a line a node: for the log, too many for a terminal
        report.n_in = report.n_out = len(done.results)
    return report


def publish(lake: Lake, news_date: date, run_id: str) -> StepReport:
    """Make the tested build file the one that readers open."""
    from rajnay.warehouse.publish import publish as publish_build

    with reporting(lake, "publish", news_date, run_id) as report:
        report.detail = str(publish_build(lake))
    return report
