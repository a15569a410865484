"""What earlier runs fetched, read from their FETCHES files: so that no page is fetched twice."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from scrapers.http_client import Validators
from scrapers.parquet import read
from scrapers.tables import FETCHES

_COLUMNS = ("kind", "url", "final_url", "requested_at", "outcome", "status", "etag", "last_modified", "n_listed")
# Fetching these again would cost the outlet the same and give the same.
_HOPELESS = frozenset({"too_large", "not_html"})


@dataclass(frozen=True)
class Known:
    """``taken``: URLs whose pages are in the archive. ``refused``: URL → why it is not asked for again.
    ``validators``: feed or sitemap URL → what to ask "changed since?" with, where all it listed was dealt with."""

    taken: frozenset[str] = frozenset()
    refused: Mapping[str, str] = field(default_factory=dict)
    validators: Mapping[str, Validators] = field(default_factory=dict)


def known_from(paths: Sequence[Path]) -> Known:
    """What the FETCHES files say; files of one outlet suffice. Raises TableError for a file of another version."""
    return known_from_rows(read(paths, FETCHES, _COLUMNS))


def known_from_rows(rows: Iterable[Mapping[str, Any]]) -> Known:
    """The same from rows."""
    taken: set[str] = set()
    refused: dict[str, str] = {}
    latest: dict[str, tuple[datetime, Validators]] = {}
    for row in rows:
        url, outcome = row["url"], row["outcome"]
        if row["kind"] == "page":
            if outcome == "taken":
                taken.update(u for u in (url, row["final_url"]) if u)
            elif outcome in _HOPELESS or row["status"] == 410:
                refused[url] = f"{outcome} on an earlier run"
        elif row["kind"] in ("feed", "sitemap") and outcome in ("taken", "not_modified"):
            at = row["requested_at"]
            if url not in latest or latest[url][0] <= at:
                latest[url] = at, Validators(row["etag"], row["last_modified"])
    validators = {url: v for url, (_, v) in latest.items() if v.headers()}
    return Known(frozenset(taken), refused, validators)
