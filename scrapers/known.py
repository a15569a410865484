"""What earlier runs fetched, from their FETCHES files: so that a page is fetched again only to see if it changed."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from scrapers.http_client import Validators
from scrapers.parquet import read
from scrapers.tables import FETCHES

_COLUMNS = (
    "kind", "url", "final_url", "news_date", "requested_at", "outcome", "status", "etag", "last_modified", "n_listed",
    "payload_sha256",
)  # fmt: skip
UNASKED = frozenset({"already_taken", "skipped", "robots_denied", "reserved"})
"""Outcomes that cost the outlet no request for the page."""

# Fetching these again would cost the outlet the same and give the same.
_HOPELESS = frozenset({"too_large", "not_html"})


@dataclass(frozen=True)
class SeenPage:
    """A page in the archive: the nights on which it was first taken and last asked for, what to ask "changed since?"
    with, and where, when and with what SHA-256 its bytes last came."""

    taken_on: date
    asked_on: date
    validators: Validators
    final_url: str
    taken_at: datetime
    payload_sha256: str | None


@dataclass(frozen=True)
class Known:
    """``taken``: URLs whose pages are in the archive. ``refused``: URL → why it is not asked for again.
    ``validators``: feed or sitemap URL → what to ask "changed since?" with, where all it listed was dealt with.
    ``pages``: URL → its page, where it may be visited again. ``n_asked``: night → requests for pages, of its budget."""

    taken: frozenset[str] = frozenset()
    refused: Mapping[str, str] = field(default_factory=dict)
    validators: Mapping[str, Validators] = field(default_factory=dict)
    pages: Mapping[str, SeenPage] = field(default_factory=dict)
    n_asked: Mapping[date, int] = field(default_factory=dict)


def known_from(paths: Sequence[Path]) -> Known:
    """What the FETCHES files say; files of one outlet suffice. Raises TableError for a file of another version."""
    return known_from_rows(read(paths, FETCHES, _COLUMNS))


def known_from_rows(rows: Iterable[Mapping[str, Any]]) -> Known:
    """The same from rows."""
    taken: set[str] = set()
    refused: dict[str, str] = {}
    latest: dict[str, tuple[datetime, Validators]] = {}
    visits: dict[str, list[Mapping[str, Any]]] = {}
    n_asked: Counter[date] = Counter()
    for row in rows:
        url, outcome = row["url"], row["outcome"]
        n_asked[row["news_date"]] += row["kind"] in ("page", "revisit") and outcome not in UNASKED
        if row["kind"] == "page":
            if outcome == "taken":
                taken.update(u for u in (url, row["final_url"]) if u)
            elif outcome in _HOPELESS or row["status"] == 410:
                refused[url] = f"{outcome} on an earlier run"
        if row["kind"] in ("page", "revisit") and (outcome in ("taken", "not_modified") or row["status"] is not None):
            visits.setdefault(url, []).append(row)
        if row["kind"] in ("feed", "sitemap") and outcome in ("taken", "not_modified"):
            at = row["requested_at"]
            if url not in latest or latest[url][0] <= at:
                latest[url] = at, Validators(row["etag"], row["last_modified"])
    validators = {url: v for url, (_, v) in latest.items() if v.headers()}
    pages = {url: page for url, rows in visits.items() if (page := _seen(rows))}
    return Known(frozenset(taken), refused, validators, pages, n_asked)


def _seen(visits: list[Mapping[str, Any]]) -> SeenPage | None:
    """A page by the attempts that its server answered; None for one that was never taken, or is gone for good (410)."""
    visits = sorted(visits, key=lambda row: row["requested_at"])
    taken = [row for row in visits if row["outcome"] == "taken"]
    if not taken or visits[-1]["status"] == 410:
        return None
    last = taken[-1]
    return SeenPage(
        taken[0]["news_date"],
        visits[-1]["news_date"],
        Validators(last["etag"], last["last_modified"]),
        last["final_url"] or last["url"],
        last["requested_at"],
        last["payload_sha256"],
    )
