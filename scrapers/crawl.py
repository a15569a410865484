"""One outlet's crawl: robots.txt → feeds → candidates → pages. Every attempt, and every decision against one, is a row.

Order of writing: a page's bytes are in the WARC file before its row says taken, and the row is in the journal before
the next request. A killed run loses the page in flight at most; run again, it fetches only what is missing.
"""

import hashlib
import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

from scrapers.archive import ArchiveWriter, Place
from scrapers.dates import IST
from scrapers.discover import Candidate, Listing, NotXml, read_feed, read_list_page, read_sitemap
from scrapers.http_client import Exchange, HttpClient, Leave, Refused, Validators
from scrapers.journal import Journal, Row
from scrapers.known import Known, known_from_rows
from scrapers.outlet import Feed, Outlet
from scrapers.reservations import WELL_KNOWN, Reservations
from scrapers.robots import Robots
from scrapers.strict_soup import LayoutChanged
from scrapers.tables import FETCHES
from scrapers.urls import canonical_url, host_of

_SITEMAP_DEPTH = 3
_MAX_SITEMAPS = 50
_CRAWL_S = 3 * 3600.0  # then the rest is left for the next run; a long crawl-delay is kept by taking fewer pages
_FAILURES_IN_A_ROW = 5  # then the outlet is down, and we stop asking
_REVISITS = 4  # of the daily budget at most one part in so many goes to pages that are in the archive already

# What a later try could change. All other outcomes settle a URL for good.
_UNSETTLED = frozenset({"timeout", "unreachable", "gave_up"})


# What we do not ask for, because the outlet does not want it.
_REFUSED = frozenset({"robots_denied", "reserved"})


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True)
class CrawlReport:
    """``rows``: FETCHES rows of this run, an earlier try of it included. ``n_listed``: distinct pages listed, of which
    taken, already known, refused (robots.txt, skip pattern, other site), failed, and left for the next run."""

    outlet: str
    rows: list[Row]
    n_listed: int
    n_taken: int
    n_already_taken: int
    n_refused: int
    n_failed: int
    n_left: int
    problem: str | None  # in words, when the outlet's crawl ended early or its feeds gave nothing


@dataclass
class _List:
    """A feed that was read: its row, and the pages it listed."""

    row: Row
    validators: Validators
    urls: list[str] = field(default_factory=list)


def crawl(
    outlet: Outlet,
    *,
    news_date: date,
    run_id: str,
    warc_path: Path,
    journal_path: Path,
    known: Known,
    http: HttpClient,
    now: Callable[[], datetime] = _now,
    max_pages: int | None = None,
) -> CrawlReport:
    """Fetch what ``outlet`` lists and ``known`` does not have. Nothing that a server does raises; a full disk does.

    Run again with the same ``journal_path`` and ``warc_path`` after a kill, it goes on. Rows name the WARC file by its
    last three parts (warc/<outlet>/<file>). ``max_pages`` lowers the outlet's daily budget.
    """
    budget = outlet.politeness.daily_pages
    with Journal(journal_path) as journal, ArchiveWriter(warc_path) as archive:
        run = _Crawl(outlet, news_date, run_id, journal, archive, known, http, now)
        return run.run(budget if max_pages is None else min(budget, max_pages))


class _Crawl:
    def __init__(
        self, outlet: Outlet, news_date: date, run_id: str, journal: Journal, archive: ArchiveWriter,
        known: Known, http: HttpClient, now: Callable[[], datetime],
    ) -> None:  # fmt: skip
        self.outlet, self.known, self.http, self.now = outlet, known, http, now
        self.journal, self.archive = journal, archive
        self.before = known_from_rows(journal.rows)  # what an earlier try of this run did
        self.revisited = {row["url"] for row in journal.rows if row["kind"] == "revisit"}
        self.fixed = {"run_id": run_id, "outlet": outlet.name, "news_date": news_date}
        self.news_date = news_date
        self.robots = Robots(self._fetch_robots)
        self.reservations = Reservations(self._fetch_reservations)
        self.skip = [re.compile(pattern) for pattern in outlet.skip_urls]
        self.lists: list[_List] = []
        self.listed: dict[str, Candidate] = {}
        self.n_sitemaps = 0
        self.ends_at = time.monotonic() + _CRAWL_S
        self.settled: set[str] = set()
        self.counts = dict.fromkeys(("taken", "already", "refused", "failed"), 0)

    def run(self, budget: int) -> CrawlReport:
        for feed in self.outlet.feeds:
            self._read_list(feed, canonical_url(feed.url), depth=0)
        problem = None if self.lists else "no feed could be read; its rows say why"
        # Newest first, so that a budget too small leaves out the oldest; those without a date keep their feed's order.
        oldest = datetime.min.replace(tzinfo=UTC)
        queue = sorted(self.listed.values(), key=lambda c: c.listed_at or oldest, reverse=True)
        failures = 0
        # The budget is the day's: what other runs, or a killed try of this one, asked for is spent.
        n_fetched = sum(earlier.n_asked.get(self.news_date, 0) for earlier in (self.known, self.before))
        n_left = 0
        for candidate in queue:
            if self._decided_before(candidate):
                continue
            is_late = time.monotonic() > self.ends_at
            if is_late or n_fetched >= self._affordable(budget, candidate.url) or failures >= _FAILURES_IN_A_ROW:
                n_left += 1
                continue
            outcome = self._take(candidate)
            n_fetched += outcome not in _REFUSED
            failures = failures + 1 if outcome in _UNSETTLED else 0
            if failures == _FAILURES_IN_A_ROW:
                problem = f"{failures} pages in a row were not to be had; the outlet is down or blocks us"
        self._keep_validators()
        if not problem:
            self._revisit(budget, n_fetched)
        return CrawlReport(
            self.outlet.name, self.journal.rows, len(self.listed), self.counts["taken"], self.counts["already"],
            self.counts["refused"], self.counts["failed"], n_left, problem,
        )  # fmt: skip

    def _affordable(self, budget: int, url: str) -> int:
        delay = self.robots.decide(url).delay_s
        return min(budget, int(_CRAWL_S / delay)) if delay else budget

    # Lists

    def _read_list(self, feed: Feed, url: str, depth: int) -> None:
        """Read one feed, sitemap (with those it leads to) or list page, and add what it lists to the candidates."""
        kind = "sitemap" if feed.kind == "news_sitemap" else "feed"
        validators = self.known.validators.get(url)
        exchange = self._last(kind, self.http.fetch(url, gate=self._gate, validators=validators))
        row = self._row(kind, exchange)
        if exchange.outcome == "not_modified" and validators:
            # All that it listed was dealt with, so it stays known.
            row |= {"etag": validators.etag, "last_modified": validators.last_modified}
            self.lists.append(_List(row, validators))
        if exchange.outcome != "taken":
            self.journal.add(row)
            return
        # No validators in the row yet: were the run killed now, the next one must see this list again.
        row |= {"etag": None, "last_modified": None}
        try:
            listing = self._listing(feed, exchange)
        except (NotXml, LayoutChanged) as error:
            self.journal.add(row | {"outcome": "not_xml" if isinstance(error, NotXml) else "not_html",
                                    "detail": str(error)})  # fmt: skip
            return
        row["n_listed"] = len(listing.pages) + len(listing.sitemaps)
        pages = [page for page in listing.pages if not self._is_old(page)]
        if n_old := len(listing.pages) - len(pages):
            row["detail"] = f"{n_old} pages older than {self.outlet.max_age_days} days left out"
        self.journal.add(row)
        # An index's validators are never kept: unchanged, it may still lead to sitemaps that changed.
        kept = Validators() if listing.sitemaps or exchange.truncated else exchange.validators
        self.lists.append(_List(row, kept, [page.url for page in pages]))
        for page in pages:
            first = self.listed.get(page.url)
            if first is None or (first.listed_at is None and page.listed_at):
                self.listed[page.url] = page
        self._read_sitemaps(feed, listing, depth)

    def _read_sitemaps(self, feed: Feed, listing: Listing, depth: int) -> None:
        if depth == _SITEMAP_DEPTH:
            return
        seen = {entry.row["url"] for entry in self.lists}
        # Newest first: an index of hundreds is cut at the oldest.
        oldest = datetime.min.replace(tzinfo=UTC)
        for sitemap in sorted(listing.sitemaps, key=lambda s: s.listed_at or oldest, reverse=True):
            if not self._is_old(sitemap) and sitemap.url not in seen and self.n_sitemaps < _MAX_SITEMAPS:
                self.n_sitemaps += 1
                self._read_list(feed, sitemap.url, depth + 1)

    def _is_old(self, listed: Candidate) -> bool:
        limit = self.outlet.max_age_days
        return bool(
            limit and listed.listed_at and (self.news_date - listed.listed_at.astimezone(IST).date()).days > limit
        )

    def _listing(self, feed: Feed, exchange: Exchange) -> Listing:
        content_type = exchange.headers.get("content-type", "")
        if feed.kind == "rss":
            return read_feed(exchange.body, exchange.final_url, content_type)
        if feed.kind == "news_sitemap":
            return read_sitemap(exchange.body, exchange.final_url)
        return read_list_page(exchange.body, exchange.final_url, feed.links or "a[href]", content_type)

    def _keep_validators(self) -> None:
        """Give the rows of those lists their validators of which every page is settled: only they may answer 304
        next time. A page left over (budget, outlet down, try again) keeps its list's from being kept."""
        for entry in self.lists:
            if entry.row["outcome"] == "taken" and entry.validators.headers() and self.settled.issuperset(entry.urls):
                kept = {"etag": entry.validators.etag, "last_modified": entry.validators.last_modified}
                self.journal.add(entry.row | kept)

    # Pages

    def _decided_before(self, candidate: Candidate) -> bool:
        """Whether no request is needed to decide on a candidate; its row is then written."""
        url = candidate.url
        if url in self.before.taken or url in self.before.refused:
            self.counts["taken" if url in self.before.taken else "failed"] += 1
            self.settled.add(url)
            return True
        if url in self.known.taken:
            outcome, detail, count = "already_taken", "", "already"
        elif url in self.known.refused:
            outcome, detail, count = "skipped", self.known.refused[url], "refused"
        elif pattern := next((p for p in self.skip if p.search(url)), None):
            outcome, detail, count = "skipped", f"matches the skip pattern {pattern.pattern!r}", "refused"
        elif not _is_under(url, self.outlet.domain):
            outcome, detail, count = "skipped", f"not under {self.outlet.domain}", "refused"
        else:
            return False
        self.counts[count] += 1
        self.settled.add(url)
        self.journal.add(self._decision("page", url, outcome, detail) | self._as_listed(candidate))
        return True

    def _take(self, candidate: Candidate) -> str:
        """Fetch one page, archive it, write its rows; the outcome of the last attempt."""
        exchange = self._last("page", self.http.fetch(candidate.url, gate=self._page_gate, html_only=True))
        row = self._row("page", exchange) | self._as_listed(candidate)
        if exchange.outcome == "taken":
            row |= self._placed(self.archive.write(exchange))
        self.journal.add(row)
        count = "taken" if exchange.outcome == "taken" else "refused" if exchange.outcome in _REFUSED else "failed"
        self.counts[count] += 1
        if exchange.outcome not in _UNSETTLED:
            self.settled.add(candidate.url)
        return exchange.outcome

    def _revisit(self, budget: int, n_fetched: int) -> None:
        """Ask for recent articles again, those asked for longest ago first, in what new pages left of the budget.

        A page that is not as it was is archived anew (``taken``); 404 and 410 say that it was taken down.
        """
        first = self.news_date - timedelta(days=self.outlet.politeness.revisit_days)
        due = [
            (page.asked_on, url, page)
            for url, page in self.known.pages.items()
            if first <= page.taken_on and page.asked_on < self.news_date and url not in self.revisited
        ]
        failures = 0
        for _, url, page in sorted(due, key=lambda entry: entry[:2])[: budget // _REVISITS]:
            if time.monotonic() > self.ends_at or n_fetched >= self._affordable(budget, url):
                return
            attempts = self.http.fetch(url, gate=self._page_gate, validators=page.validators, html_only=True)
            exchange = self._last("revisit", attempts)
            row = self._row("revisit", exchange)
            if exchange.outcome == "taken" and row["payload_sha256"] == page.payload_sha256:
                row |= {"outcome": "not_modified", "detail": "the same bytes as before"}
            if row["outcome"] == "not_modified":
                row |= self._placed(self.archive.write_revisit(exchange, page.final_url, page.taken_at))
            elif exchange.outcome == "taken":
                row |= self._placed(self.archive.write(exchange))
            elif exchange.status in (404, 410):
                row["detail"] = f"taken down: {row['detail']}"
            self.journal.add(row)
            n_fetched += exchange.outcome not in _REFUSED
            failures = failures + 1 if exchange.outcome in _UNSETTLED else 0
            if failures == _FAILURES_IN_A_ROW:
                return

    # Requests

    def _gate(self, url: str) -> Leave:
        """Leave by robots.txt, asked for each hop of a redirect. Raises Refused."""
        decision = self.robots.decide(url)
        if not decision.allowed:
            raise Refused("robots_denied", f"robots.txt of {host_of(url)}: {decision.rule}", decision.rule)
        return Leave(max(decision.delay_s, self.outlet.politeness.delay_s), decision.rule)

    def _page_gate(self, url: str) -> Leave:
        """Leave for a page: by robots.txt, and by what its host reserves. Raises Refused."""
        leave = self._gate(url)
        if self.outlet.politeness.obeys_reservations and (rule := self.reservations.rule_for(url)):
            raise Refused("reserved", f"{WELL_KNOWN} of {host_of(url)} reserves {rule.location}", leave.rule)
        return leave

    def _fetch_reservations(self, url: str) -> Exchange:
        exchange = self._last("tdmrep", self.http.fetch(url, gate=self._gate))
        self.journal.add(self._row("tdmrep", exchange))
        return exchange

    def _fetch_robots(self, url: str) -> Exchange:
        exchange = self._last("robots", self.http.fetch(url, gate=lambda _: Leave(self.outlet.politeness.delay_s)))
        self.journal.add(self._row("robots", exchange))
        return exchange

    def _last(self, kind: str, attempts: list[Exchange]) -> Exchange:
        """The attempt that decides; the ones before it become rows here."""
        for attempt in attempts[:-1]:
            self.journal.add(self._row(kind, attempt))
        return attempts[-1]

    # Rows

    def _row(self, kind: str, exchange: Exchange) -> Row:
        got = exchange.status == 200
        return dict.fromkeys(FETCHES.columns) | self.fixed | {
            "kind": kind,
            "url": exchange.url,
            "requested_at": exchange.requested_at,
            "outcome": exchange.outcome,
            "detail": exchange.detail or _rights(exchange),
            "status": exchange.status,
            "final_url": exchange.final_url,
            "content_type": exchange.headers.get("content-type"),
            "n_bytes": len(exchange.body) if got else None,
            "seconds": exchange.seconds,
            "etag": exchange.validators.etag,
            "last_modified": exchange.validators.last_modified,
            "robots_rule": exchange.rule,
            "payload_sha256": hashlib.sha256(exchange.body).hexdigest() if exchange.outcome == "taken" else None,
        }  # fmt: skip

    def _decision(self, kind: str, url: str, outcome: str, detail: str) -> Row:
        made = {"kind": kind, "url": url, "requested_at": self.now(), "outcome": outcome, "detail": detail}
        return dict.fromkeys(FETCHES.columns) | self.fixed | made

    @staticmethod
    def _as_listed(candidate: Candidate) -> Row:
        return {"listed_title": candidate.title, "listed_at": candidate.listed_at}

    @staticmethod
    def _placed(place: Place) -> Row:
        return {"warc_file": "/".join(place.path.parts[-3:]), "warc_offset": place.offset, "warc_length": place.length}


def _is_under(url: str, domain: str) -> bool:
    """Whether a URL is on ``domain`` (a host, or a host and a path) or on a host below it."""
    host, _, path = domain.partition("/")
    parts = urlsplit(url)
    on_host = parts.hostname == host or (parts.hostname or "").endswith(f".{host}")
    return on_host and (not path or f"{parts.path}/".startswith(f"/{path}/"))


def _rights(exchange: Exchange) -> str:
    """The headers by which a page limits its use, for the record; reading the page obeys them."""
    said = ((name, exchange.headers.get(name)) for name in ("x-robots-tag", "tdm-reservation", "tdm-policy"))
    return "; ".join(f"{name}: {value}" for name, value in said if value)
