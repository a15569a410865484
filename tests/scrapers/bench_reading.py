"""How well and how fast pages are read, beside the extractors that others use: ``python -m tests.scrapers.bench_reading``.

Pages with gold: a week of the sample press, the hand-built pages of real outlets, and, where ../shared/corpora lies
beside the repository, its real page. Ours is measured twice: as it runs, and without the outlets' layouts.
"""

import gzip
import json
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

import trafilatura
from resiliparse.extract.html2text import extract_plain_text

from scrapers.archive import page_of
from scrapers.charset import decode
from scrapers.http_client import HttpClient, Leave
from scrapers.outlet import Outlet
from scrapers.page import RawArticle, RawPage
from scrapers.read_page import read_page
from scrapers.registry import outlets
from scrapers.sample_press.edition import week
from scrapers.sample_press.server import Press

ROOT = Path(__file__).parent.parent.parent
PAGES = ROOT.parent / "shared" / "corpora" / "pages"
NEWS_DATE, START = date(2026, 11, 24), date(2026, 11, 18)
_SECONDS = 2.0


@dataclass(frozen=True)
class Gold:
    """A page and what it says."""

    make: str
    outlet: Outlet
    page: RawPage
    html: str
    title: str
    body: str
    published_at: datetime | None


def gold_pages() -> list[Gold]:
    """All pages with gold but those in a legacy font, which no other extractor can read."""
    found = outlets(sample=True) | outlets(sample=False)
    gold = []
    with Press(week(NEWS_DATE, START)) as press:
        http = HttpClient("https://rajnay.example/contact", proxy=press.address, sleep=lambda _: None)
        for story in press.edition.articles:
            page = page_of(http.fetch(story.listed_url, gate=lambda _: Leave())[-1])
            html = decode(page.body, page.headers["content-type"])
            if story.outlet != "naya_savera":
                gold.append(
                    Gold(
                        story.outlet,
                        found[story.outlet],
                        page,
                        html,
                        story.title,
                        "\n".join(story.paragraphs),
                        story.published_at,
                    )
                )
    for folder in sorted(path.parent for path in (ROOT / "tests/fixtures/outlets").glob("*/expected.json")):
        expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
        body = gzip.decompress((folder / "page.html.gz").read_bytes())
        page = RawPage(expected["url"], expected["url"], 200, {}, body, datetime(2026, 11, 25, tzinfo=UTC))
        at = datetime.fromisoformat(expected["published_at"]) if expected["published_at"] else None
        gold.append(
            Gold(
                folder.name, found[folder.name], page, body.decode(), expected["title"], "\n".join(expected["body"]), at
            )
        )
    if (PAGES / "Bhaskar.json").exists():
        article = json.loads((PAGES / "Bhaskar.json").read_text(encoding="utf-8"))["V1"]
        body = gzip.decompress((PAGES / "Bhaskar_2024_09_04.html.gz").read_bytes())
        text = "\n".join(p for section in article["body"]["sections"] for p in section["paragraphs"])
        page = RawPage(
            "https://www.bhaskar.com/x", "https://www.bhaskar.com/x", 200, {}, body, datetime(2024, 9, 5, tzinfo=UTC)
        )
        at = datetime.fromisoformat(article["publishing_date"])
        # The page marks most of its text as not free, so that a crawl leaves it; here the reading is measured.
        outlet = found["dainik_bhaskar"]
        open_bhaskar = replace(outlet, politeness=replace(outlet.politeness, obeys_reservations=False))
        gold.append(Gold("bhaskar (real)", open_bhaskar, page, body.decode(), article["title"], text, at))
    return gold


Read = Callable[[Gold], tuple[str, str | None, datetime | None]]


def ours(gold: Gold) -> tuple[str, str | None, datetime | None]:
    read = read_page(gold.page, gold.outlet)
    return (read.body, read.title, read.published_at) if isinstance(read, RawArticle) else ("", None, None)


def ours_without_layouts(gold: Gold) -> tuple[str, str | None, datetime | None]:
    return ours(replace(gold, outlet=replace(gold.outlet, layouts=())))


def by_trafilatura(gold: Gold) -> tuple[str, str | None, datetime | None]:
    read = trafilatura.bare_extraction(gold.html, include_comments=False, with_metadata=True)
    return ((read.text or ""), read.title, None) if read else ("", None, None)


def by_resiliparse(gold: Gold) -> tuple[str, str | None, datetime | None]:
    return (
        extract_plain_text(gold.html, main_content=True, alt_texts=False, links=False, list_bullets=False),
        None,
        None,
    )


READERS: dict[str, Read] = {
    "ours": ours, "ours, no layouts": ours_without_layouts, "trafilatura": by_trafilatura, "resiliparse": by_resiliparse,
}  # fmt: skip


def four_grams(text: str) -> Counter[tuple[str, ...]]:
    words = text.split()
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3)))


def f1(found: str, gold: str) -> float:
    """F1 of word 4-grams."""
    a, b = four_grams(found), four_grams(gold)
    same = sum((a & b).values())
    return 2 * same / (sum(a.values()) + sum(b.values())) if found.strip() else 0.0


def main() -> None:
    gold = gold_pages()
    print(
        f"{len(gold)} pages of {len({g.make for g in gold})} makes, {sum(len(g.page.body) for g in gold) / len(gold) / 1024:.0f} KiB on average\n"
    )
    print(f"{'reader':18} {'body F1':>8} {'title':>6} {'time':>6} {'pages/s':>8}")
    by_make: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for name, read in READERS.items():
        titles = times = 0
        scores = []
        for one in gold:
            body, title, at = read(one)
            scores.append(f1(body, one.body))
            by_make[one.make][name].append(scores[-1])
            titles += title == one.title
            times += at == one.published_at
        started, n = time.perf_counter(), 0
        while time.perf_counter() - started < _SECONDS:
            for one in gold:
                read(one)
            n += len(gold)
        speed = n / (time.perf_counter() - started)
        k = len(gold)
        exact = (
            f"{titles / k:6.3f} {times / k:6.3f}" if name.startswith("ours") else f"{titles / k or '-':>6.3} {'-':>6}"
        )
        print(f"{name:18} {sum(scores) / k:8.4f} {exact} {speed:8.0f}")
    print(f"\n{'make':22}" + "".join(f"{name:>18}" for name in READERS))
    for make, found in by_make.items():
        print(f"{make:22}" + "".join(f"{sum(v) / len(v):18.3f}" for v in found.values()))


if __name__ == "__main__":
    main()
