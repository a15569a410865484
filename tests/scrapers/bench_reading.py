"""How well and how fast pages are read, beside the extractors that others use: ``python -m tests.scrapers.bench_reading``.

Pages with gold: a week of the sample press, the hand-built pages of real outlets, and, where ../shared/corpora lies
beside the repository, its real page; then pages of makes that no outlet's file describes. Ours is measured twice: as it
runs, and without the outlets' layouts. newspaper4k and readability-lxml take part where they are installed (they are no
part of the project's environment: their dependencies would move its pins).
"""

import gzip
import json
import time
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from importlib.util import find_spec
from pathlib import Path

import trafilatura
from lxml.etree import LxmlError
from resiliparse.extract.html2text import extract_plain_text

from scrapers.archive import page_of
from scrapers.charset import decode
from scrapers.dates import IST
from scrapers.http_client import HttpClient, Leave
from scrapers.outlet import Feed, Outlet
from scrapers.page import RawArticle, RawPage
from scrapers.page_tree import PageTree
from scrapers.read_page import read_page
from scrapers.registry import outlets
from scrapers.sample_press.edition import week
from scrapers.sample_press.server import Press
from tests.scrapers.unseen_makes import SEEN_AT, unseen_pages

ROOT = Path(__file__).parent.parent.parent
PAGES = ROOT.parent / "shared" / "corpora" / "pages"
NEWS_DATE, START = date(2026, 11, 24), date(2026, 11, 18)
_SECONDS = 2.0
_TIMELESS = "akash_bulletin"  # its pages give no time, only its feed does


@dataclass(frozen=True)
class Said:
    """What a page says, or what a reader makes of it."""

    body: str
    title: str | None = None
    author: str | None = None
    published_at: datetime | None = None
    day: date | None = None  # of publication, where a reader gives no time
    canonical: str | None = None


@dataclass(frozen=True)
class Gold:
    """A page and what it says; ``fields``: which of title, author, time, canonical are known."""

    make: str
    outlet: Outlet
    page: RawPage
    html: str
    says: Said
    fields: frozenset[str]


FIELDS = ("title", "author", "time", "day", "canonical")


def gold_pages() -> list[Gold]:
    """Pages of makes with a layout. None in a legacy font, which no other extractor can read."""
    found = outlets(sample=True) | outlets(sample=False)
    return [*_press_pages(found), *_built_pages(found), *_real_pages(found)]


def _press_pages(found: dict[str, Outlet]) -> list[Gold]:
    gold = []
    with Press(week(NEWS_DATE, START)) as press:
        http = HttpClient("https://rajnay.example/contact", proxy=press.address, sleep=lambda _: None)
        for story in press.edition.articles:
            page = page_of(http.fetch(story.listed_url, gate=lambda _: Leave())[-1])
            if story.outlet != "naya_savera":
                says = Said("\n".join(story.paragraphs), story.title, None, story.published_at)
                html = decode(page.body, page.headers["content-type"])
                fields = {"title"} if story.outlet == _TIMELESS else {"title", "time"}
                gold.append(Gold(story.outlet, found[story.outlet], page, html, says, frozenset(fields)))
    return gold


def _built_pages(found: dict[str, Outlet]) -> list[Gold]:
    gold = []
    for folder in sorted(path.parent for path in (ROOT / "tests/fixtures/outlets").glob("*/expected.json")):
        expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
        body = gzip.decompress((folder / "page.html.gz").read_bytes())
        page = RawPage(expected["url"], expected["url"], 200, {}, body, datetime(2026, 11, 25, tzinfo=UTC))
        at = datetime.fromisoformat(expected["published_at"]) if expected["published_at"] else None
        says = Said("\n".join(expected["body"]), expected["title"], expected["author"], at)
        outlet = found[max((name for name in found if f"{folder.name}_".startswith(f"{name}_")), key=len)]
        gold.append(Gold(folder.name, outlet, page, body.decode(), says, frozenset({"title", "author", "time"})))
    return gold


def _real_pages(found: dict[str, Outlet]) -> list[Gold]:
    if not (PAGES / "Bhaskar.json").exists():
        print(f"{PAGES} is not there: no real page is measured")
        return []
    article = json.loads((PAGES / "Bhaskar.json").read_text(encoding="utf-8"))["V1"]
    body = gzip.decompress((PAGES / "Bhaskar_2024_09_04.html.gz").read_bytes())
    text = "\n".join(p for section in article["body"]["sections"] for p in section["paragraphs"])
    url = "https://www.bhaskar.com/x"
    page = RawPage(url, url, 200, {}, body, datetime(2024, 9, 5, tzinfo=UTC))
    says = Said(text, article["title"], None, datetime.fromisoformat(article["publishing_date"]))
    # The page marks most of its text as not free, so that a crawl leaves it; here the reading is measured.
    outlet = found["dainik_bhaskar"]
    readable = replace(outlet, politeness=replace(outlet.politeness, obeys_reservations=False))
    return [Gold("bhaskar (real)", readable, page, body.decode(), says, frozenset({"title", "time"}))]


def unseen_gold() -> list[Gold]:
    """Pages of makes that no outlet's file describes."""
    outlet = Outlet("ajnabi", "अजनबी", "Ajnabi", "ajnabi.example", feeds=(Feed("rss", "https://ajnabi.example/rss"),))
    gold = []
    for made in unseen_pages():
        if made.expected == "article" and made.make != "kruti_dev":
            page = RawPage(made.url, made.url, 200, {}, made.html.encode(), SEEN_AT)
            says = Said(made.body, made.title, made.author, made.at, None, made.canonical)
            fields = {"title", "time", "canonical"} | ({"author"} if made.author else set())
            gold.append(Gold(made.make, outlet, page, made.html, says, frozenset(fields)))
    return gold


Read = Callable[[Gold], Said]


def ours(gold: Gold) -> Said:
    read = read_page(gold.page, gold.outlet)
    if not isinstance(read, RawArticle):
        return Said("")
    return Said(read.body, read.title, read.author, read.published_at, None, read.url_canonical)


def ours_without_layouts(gold: Gold) -> Said:
    return ours(replace(gold, outlet=replace(gold.outlet, layouts=())))


def by_trafilatura(gold: Gold) -> Said:
    read = trafilatura.bare_extraction(gold.html, url=gold.page.url, include_comments=False, with_metadata=True)
    if not read:
        return Said("")
    return Said(
        read.text or "", read.title, read.author, None, date.fromisoformat(read.date) if read.date else None, read.url
    )


def by_resiliparse(gold: Gold) -> Said:
    return Said(extract_plain_text(gold.html, main_content=True, alt_texts=False, links=False, list_bullets=False))


def by_newspaper(gold: Gold) -> Said:
    import newspaper

    article = newspaper.Article(gold.page.url, language="hi", fetch_images=False)
    article.download(input_html=gold.html)
    article.parse()
    at = article.publish_date
    at = at if isinstance(at, datetime) else None
    return Said(
        article.text, article.title, ", ".join(article.authors), at, at.date() if at else None, article.canonical_link
    )


def by_readability(gold: Gold) -> Said:
    from readability import Document

    document = Document(gold.html)
    try:
        return Said("\n".join(PageTree(document.summary()).lines()), document.short_title())
    except (LxmlError, ValueError):
        return Said("")


READERS: dict[str, tuple[Read, str | None]] = {
    "ours": (ours, None), "ours, no layouts": (ours_without_layouts, None), "trafilatura": (by_trafilatura, None),
    "resiliparse": (by_resiliparse, None), "newspaper4k": (by_newspaper, "newspaper"), "readability": (by_readability, "readability"),
}  # fmt: skip
"""Readers by name, and the module that one needs beside the project's."""


def four_grams(text: str) -> Counter[tuple[str, ...]]:
    words = unicodedata.normalize("NFC", text).split()
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3)))


def f1(found: str, gold: str) -> float:
    """F1 of word 4-grams."""
    a, b = four_grams(found), four_grams(gold)
    same = sum((a & b).values())
    return 2 * same / (sum(a.values()) + sum(b.values())) if found.strip() else 0.0


def right(gold: Said, read: Said) -> dict[str, bool]:
    """Whether each field is exactly as it should be."""

    def plain(text: str | None) -> str:
        return unicodedata.normalize("NFC", text or "")

    aware = read.published_at if read.published_at and read.published_at.tzinfo else None
    day = aware.astimezone(IST).date() if aware else read.day
    return {
        "title": plain(gold.title) == plain(read.title),
        "author": plain(gold.author) == plain(read.author),
        "time": gold.published_at == aware,
        "day": day == (gold.published_at.astimezone(IST).date() if gold.published_at else None),
        "canonical": gold.canonical == read.canonical,
    }


def _speed(read: Read, pages: list[Gold]) -> float:
    """Pages a second on one core."""
    started, n = time.process_time(), 0
    while time.process_time() - started < _SECONDS:
        for one in pages:
            read(one)
        n += len(pages)
    return n / (time.process_time() - started)


def table(pages: list[Gold]) -> None:
    """Print how every reader does on ``pages``; a field counts where its gold is known."""
    size = sum(len(one.page.body) for one in pages) / len(pages) / 1024
    print(f"{len(pages)} pages of {len({one.make for one in pages})} makes, {size:.0f} KiB on average\n")
    print(f"{'reader':18}{'body F1':>9}" + "".join(f"{name:>10}" for name in FIELDS) + f"{'pages/s':>9}")
    by_make: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for name, (read, module) in READERS.items():
        if module and find_spec(module) is None:
            print(f"{name:18} not installed, left out")
            continue
        hits: dict[str, list[bool]] = defaultdict(list)
        able: dict[str, bool] = defaultdict(bool)  # a reader that never gives a field is not asked for it
        for one in pages:
            said = read(one)
            by_make[one.make][name].append(f1(said.body, one.says.body))
            given = {"time": said.published_at, "day": said.day or said.published_at}
            for field, is_right in right(one.says, said).items():
                able[field] |= given.get(field, getattr(said, field, None)) is not None
                if field in one.fields or (field == "day" and "time" in one.fields):
                    hits[field].append(is_right)
        scores = [score for make in by_make.values() for score in make[name]]
        cells = (
            f"{sum(hits[field]) / len(hits[field]):10.3f}" if hits[field] and able[field] else f"{'-':>10}"
            for field in FIELDS
        )
        print(f"{name:18}{sum(scores) / len(scores):9.4f}" + "".join(cells) + f"{_speed(read, pages):9.0f}", flush=True)
    print(f"\n{'make':22}" + "".join(f"{name:>18}" for name in READERS))
    for make, found in by_make.items():
        cells = (f"{sum(found[name]) / len(found[name]):18.3f}" if found[name] else f"{'-':>18}" for name in READERS)
        print(f"{make:22}" + "".join(cells))


def main() -> None:
    """The command."""
    print("Makes that an outlet's file describes")
    table(gold_pages())
    print("\nMakes that no outlet's file describes")
    table(unseen_gold())


if __name__ == "__main__":
    main()
