"""``python -m scrapers.outlet_health NAME``: fetch a few pages of one outlet as a night would, and say what is wrong.

Nothing is kept. Ends with status 1 when the outlet needs someone to look at it.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from scrapers.archive import read_page_at
from scrapers.charset import BadCharset, decode
from scrapers.crawl import CrawlReport, crawl
from scrapers.dates import IST
from scrapers.http_client import HttpClient
from scrapers.known import Known
from scrapers.nesting import nests_too_deep
from scrapers.outlet import Outlet
from scrapers.outlet_watch import SHORT
from scrapers.page import NotAnArticle, RawPage
from scrapers.page_structure import structure_diff, structure_of
from scrapers.page_tree import PageTree
from scrapers.read_page import read_page
from scrapers.registry import outlets

_PAGES = 3


def outlet_health(
    outlet: Outlet, http: HttpClient, folder: Path, good: Sequence[str] = ()
) -> tuple[list[str], list[str]]:
    """What a crawl of a few pages into ``folder`` (empty) shows: lines to read, and problems (none: healthy).

    ``good``: the structure of a page that was read well once, with which those that are not are compared.
    """
    now = datetime.now(UTC)
    warc = folder / "warc" / outlet.name / "health.warc.gz"
    report = crawl(
        outlet, news_date=now.astimezone(IST).date(), run_id="health", warc_path=warc,
        journal_path=folder / "journal.jsonl", known=Known(), http=http, max_pages=_PAGES,
    )  # fmt: skip
    lines, problems = _attempts(report)
    n_read = 0
    for row in report.rows:
        if row["kind"] == "page" and row["outcome"] == "taken":
            page = read_page_at(folder / row["warc_file"], row["warc_offset"], row["warc_length"])
            said, wrong = _page(page, outlet)
            lines += said
            problems += wrong
            if wrong and good:
                lines += ["  against the page that was last read well:", *structure_diff(good, _structure(page))]
            n_read += not wrong
    if report.problem:
        problems.append(report.problem)
    elif 0 < report.n_listed < outlet.min_articles:
        problems.append(f"its feeds list {report.n_listed} pages, its quietest day should have {outlet.min_articles}")
    elif not n_read:
        problems.append("no page of it could be read without a problem")
    return lines, problems


def _attempts(report: CrawlReport) -> tuple[list[str], list[str]]:
    lines, problems = [], []
    for row in report.rows:
        if row["outcome"] in {"skipped", "robots_denied"} and row["kind"] == "page":
            continue
        listed = f", lists {row['n_listed']}" if row["n_listed"] is not None else ""
        rule = f" [{row['robots_rule']}]" if row["robots_rule"] else ""
        lines.append(f"{row['kind']:8} {row['outcome']:12} {row['url']}{listed}{rule}")
        absent = row["kind"] in ("robots", "tdmrep") and row["status"] is not None and 400 <= row["status"] < 500
        if row["outcome"] != "taken" and not absent:
            problems.append(f"{row['url']}: {row['outcome']}, {row['detail']}")
    lines.append(f"{report.n_listed} pages listed, {report.n_refused} of them by rule or pattern not wanted")
    return lines, problems


def _page(page: RawPage, outlet: Outlet) -> tuple[list[str], list[str]]:
    """What one page reads as, and what is wrong with that."""
    read = read_page(page, outlet)
    if isinstance(read, NotAnArticle):
        return [f"{page.url}", f"  set aside: {read.reason}"], [f"{page.url}: {read.reason}, {read.detail}"]
    paragraphs = read.body.split("\n")
    lines = [
        page.url,
        f"  read by {read.method}: {read.title!r}",
        f"  {len(read.body):,} characters in {len(paragraphs)} paragraphs, "
        f"from {paragraphs[0][:50]!r} to {paragraphs[-1][-50:]!r}",
        f"  published {read.published_at}{'' if read.published_zone_known else ' (no zone given, IST taken)'}, "
        f"by {read.author}, in {read.section}",
        *_selectors(page, outlet),
    ]
    problems = []
    if read.method == "main_content" and outlet.layouts:
        problems.append(f"{page.url}: no layout's body was found, the main-content extractor had to guess")
    if read.published_at is None:
        problems.append(f"{page.url}: no time of publication; its feed's is taken where it has one")
    if len(read.body) < SHORT:
        problems.append(f"{page.url}: only {len(read.body)} characters of text")
    if not read.title:
        problems.append(f"{page.url}: no title")
    return lines, problems


def _structure(page: RawPage) -> list[str]:
    try:
        return structure_of(decode(page.body, page.headers.get("content-type", "")))
    except BadCharset:
        return []


def _selectors(page: RawPage, outlet: Outlet) -> Iterator[str]:
    """How many elements each selector of today's layouts finds."""
    try:
        html = decode(page.body, page.headers.get("content-type", ""))
    except BadCharset:
        return
    if nests_too_deep(html):
        return
    tree = PageTree(html)
    for layout in outlet.layouts:
        if layout.until is None:
            for field in ("body", "title", "author", "published", "section", "drop"):
                if selector := getattr(layout, field):
                    yield f"  {field:10} {len(tree.all(selector)):4} × {selector}"


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m scrapers.outlet_health", description=__doc__)
    known = outlets(sample=False) | outlets(sample=True)
    parser.add_argument("name", choices=sorted(known), metavar="NAME", help="the outlet")
    parser.add_argument("--contact", default="https://rajnay.example/contact", help="where the outlet can complain")
    parser.add_argument("--proxy", help="an HTTP forward proxy, as the sample press is")
    parser.add_argument("--structure", type=Path, help="what a night kept of the outlet's last good page")
    given = parser.parse_args()
    kept = given.structure if given.structure and given.structure.exists() else None
    good = json.loads(kept.read_text("utf-8"))["structure"] if kept else []
    http = HttpClient(given.contact, proxy=given.proxy)
    with tempfile.TemporaryDirectory() as folder:
        lines, problems = outlet_health(known[given.name], http, Path(folder), good)
    http.close()
    print("\n".join(lines))
    if problems:
        sys.exit(
            "\nWhat to look at (docs/runbooks/outlet_broke.md):\n" + "\n".join(f"- {problem}" for problem in problems)
        )
    print("\nhealthy")


if __name__ == "__main__":
    main()
