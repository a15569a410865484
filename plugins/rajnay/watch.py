"""After an outlet's crawl: was its night as its nights are? Its own history and its last good page are in the lake."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from rajnay.paths import Lake
from scrapers import parquet
from scrapers.archive import read_page_at
from scrapers.charset import BadCharset, decode
from scrapers.outlet import Outlet
from scrapers.outlet_watch import SHORT, Count, count_of, layout_problems
from scrapers.page import NotAnArticle, RawArticle, RawPage
from scrapers.page_structure import structure_diff, structure_of
from scrapers.read_page import read_page
from scrapers.tables import FETCHES

_LISTS = ("feed", "sitemap")


def new_pages_by_day(rows: Iterable[Mapping[str, Any]]) -> dict[date, int]:
    """How many pages of an outlet were taken on each day on which at least one of its lists could be read."""
    days: Counter[date] = Counter()
    read: set[date] = set()
    for row in rows:
        days[row["news_date"]] += row["kind"] == "page" and row["outcome"] == "taken"
        if row["kind"] in _LISTS and row["outcome"] in ("taken", "not_modified"):
            read.add(row["news_date"])
    return {day: days[day] for day in read}


def watch(
    lake: Lake, outlet: Outlet, news_date: date, earlier: Sequence[Path], rows: Sequence[Mapping[str, Any]]
) -> Count:
    """What tonight's number of new pages is. Raises OutletChanged where it is silence, or most pages read badly.

    ``earlier``: the outlet's fetches of the last nights; ``rows``: tonight's. A page that was read well leaves its
    skeleton, with which the next one that is not is compared.
    """
    count = count_of(
        new_pages_by_day([*parquet.read(earlier, FETCHES, ["news_date", "kind", "outcome"]), *rows]), news_date
    )
    pages, reads, n_listed_dated = [], [], 0
    for row in rows:
        if row["kind"] == "page" and row["outcome"] == "taken":
            page = read_page_at(lake.root / row["warc_file"], row["warc_offset"], row["warc_length"])
            pages.append(page)
            reads.append(read_page(page, outlet))
            n_listed_dated += row["listed_at"] is not None
    problems = layout_problems(outlet, reads, n_listed_dated)
    if problems:
        raise OutletChanged("; ".join(problems) + _compared(lake.structure(outlet.name), pages))
    _keep_good(lake.structure(outlet.name), pages, reads)
    if count.kind == "silent":
        raise OutletChanged(f"it has gone silent: {count.words}. Do its feeds still list today's reports?")
    return count


class OutletChanged(Exception):
    """An outlet's pages or lists are not what they were. The message says how it shows."""


def _keep_good(path: Path, pages: Sequence[RawPage], reads: Sequence[RawArticle | NotAnArticle]) -> None:
    well = [
        (len(read.body), page.url, page)
        for page, read in zip(pages, reads, strict=True)
        if isinstance(read, RawArticle) and read.published_at and len(read.body) >= SHORT
    ]
    if well:
        _, url, page = max(well, key=lambda entry: entry[:2])
        kept = {"url": url, "fetched_at": page.fetched_at.isoformat(), "structure": _structure(page)}
        path.parent.mkdir(parents=True, exist_ok=True)
        partial = path.with_suffix(".partial")
        partial.write_text(json.dumps(kept, ensure_ascii=False, indent=1), encoding="utf-8")
        partial.replace(path)


def _compared(path: Path, pages: Sequence[RawPage]) -> str:
    """How the largest of the pages differs from the one that was last read well."""
    if not path.exists():
        return ""
    good = json.loads(path.read_text("utf-8"))
    page = max(pages, key=lambda page: len(page.body))
    diff = structure_diff(good["structure"], _structure(page))
    if not diff:
        return f"\n{page.url} stands in the same elements as {good['url']} of {good['fetched_at'][:10]} did"
    return f"\n{good['url']} of {good['fetched_at'][:10]} was read well; against it {page.url}:\n" + "\n".join(diff)


def _structure(page: RawPage) -> list[str]:
    try:
        return structure_of(decode(page.body, page.headers.get("content-type", "")))
    except BadCharset:
        return []
