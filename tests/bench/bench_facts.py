"""What reading facts costs: ``make bench-facts``.

    python -m tests.bench.bench_facts [ARTICLES]

On ../shared/corpora/volume (five dailies of 2020) cut at line ends into articles of about 2,000 characters, or, where
that folder is absent, on the texts of the sample press joined to that length. Speeds are processor time of one
process, so that a busy machine counts less; the two processes are timed by the clock, against one of them alone.
"""

import gzip
import itertools
import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime, timedelta
from multiprocessing import get_context
from pathlib import Path

from rajnay.facts.extract import extract
from rajnay.facts.model import Article
from scrapers.read_page import read_page
from tests.scrapers.bench_reading import gold_pages

ROOT = Path(__file__).parent.parent.parent
VOLUME = ROOT.parent / "shared" / "corpora" / "volume" / "newspapers-2020.jsonl.gz"
LENGTH = 2_000  # characters of an article
MANY, FEW = 100_000, 2_000
FIRST_DAY = datetime(2020, 4, 1, 6, tzinfo=UTC)
START_UP = """
import sys, time
begun = time.perf_counter()
from datetime import UTC, datetime
from rajnay.facts.extract import extract
from rajnay.facts.model import Article
extract(Article("x", "विदेश मंत्री ने नेपाल के राजदूत से मुलाकात की", "", datetime(2026, 11, 24, tzinfo=UTC)))
print(time.perf_counter() - begun)
"""


def texts() -> list[str]:
    """Each about ``LENGTH`` characters, cut at line ends."""
    if VOLUME.exists():
        with gzip.open(VOLUME, "rt", encoding="utf-8") as lines:
            long = "\n".join(json.loads(line)["text"] for line in lines)
    else:
        print(f"bench-facts: {VOLUME} is not there; measured on the sample press instead")
        long = "\n".join(f"{one.says.title}\n{one.says.body}" for one in gold_pages())
    found, part, size = [], [], 0
    for line in long.splitlines():
        if size and size + len(line) / 2 > LENGTH:  # nearer to it without this line
            found.append("\n".join(part))
            part, size = [], 0
        part.append(line)
        size += len(line) + 1
    return found


def articles(windows: list[str], number: int) -> Iterator[Article]:
    """``number`` articles, the windows again and again, each on a later day."""
    for i, text in enumerate(itertools.islice(itertools.cycle(windows), number)):
        title, _, body = text.partition("\n")
        yield Article(str(i), title, body, FIRST_DAY + timedelta(hours=i))


def read_all(found: Iterable[Article]) -> int:
    """The number of facts, which is what a caller would keep least of."""
    return sum(len(facts.meetings) + len(facts.agreements) for facts in map(extract, found))


def read_share(number: int) -> int:
    return read_all(articles(texts(), number))


def peak() -> float:
    """MB of resident memory at most so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def seconds_with(processes: int, each: int) -> float:
    """Clock seconds for ``processes`` to read ``each`` articles at the same time, their start left out."""
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        list(pool.map(read_share, [10] * processes))
        begun = time.perf_counter()
        list(pool.map(read_share, [each] * processes))
        return time.perf_counter() - begun


def start_up() -> float:
    """Seconds from nothing imported to a first article read, the best of three new processes."""
    return min(float(subprocess.check_output([sys.executable, "-c", START_UP])) for _ in range(3))


def html_seconds() -> float:
    """Processor seconds to read pages (``scrapers.read_page``), for each thousand characters of their articles' text."""
    gold = gold_pages()
    begun = time.process_time()
    for _ in range(3):
        for one in gold:
            read_page(one.page, one.outlet)
    return (time.process_time() - begun) / 3 / (sum(len(one.says.body) for one in gold) / 1000)


def main(number: int) -> None:
    windows = texts()
    print(f"{len(windows)} texts of {sum(map(len, windows)) / len(windows):.0f} characters on average")
    print(f"start-up, imports and first article      {start_up():8.2f} s")
    read_all(articles(windows, len(windows)))
    begun = time.process_time()
    read_all(articles(windows, FEW))
    each = (time.process_time() - begun) / FEW
    print(f"one core                                 {1 / each:8.0f} articles/s")
    html = html_seconds()
    facts = each / (sum(map(len, windows)) / len(windows) / 1000)
    print(f"facts : HTML extraction, a character     {facts / html:8.2f}")
    one, two = seconds_with(1, FEW), seconds_with(2, FEW)
    print(f"two processes against one                {2 * one / two:8.2f} times the articles")
    tenth = number // 10
    read_all(articles(windows, tenth))
    after_tenth = peak()
    read_all(articles(windows, number - tenth))
    print(f"peak memory after {tenth:>7,} articles       {after_tenth:8.0f} MB")
    print(f"peak memory after {number:>7,} articles       {peak():8.0f} MB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else MANY)
