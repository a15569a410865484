"""How fast old pages are found in and read from WARC files, beside bare readers: ``python -m tests.scrapers.bench_backfill``.

On a made file (``news_warc``) of 4,000 responses, 2 % of them Hindi articles of wanted hosts, in a temporary folder.
"""

import resource
import shutil
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from fastwarc.warc import ArchiveIterator as FastIterator
from fastwarc.warc import WarcRecordType
from warcio.archiveiterator import ArchiveIterator

from rajnay.text.clean import clean
from rajnay.text.language import language
from scrapers.outlet import Feed, Outlet
from scrapers.page import RawArticle
from scrapers.read_page import read_page
from scrapers.wanted_pages import Found, Hosts, WantedPages
from scrapers.warc_source import source_at
from tests.scrapers import news_warc

_HOST = "hindi.example"
_OUTLET = Outlet("hindi_example", "हिन्दी", "Hindi", _HOST, feeds=(Feed("rss", f"https://{_HOST}/rss"),))


def _timed(what: str, n: int, work: Callable[[], object]) -> None:
    start = time.process_time()
    work()
    seconds = time.process_time() - start
    print(f"{what:<52} {n / seconds:>9,.0f} a second ({n:,} in {seconds:.2f} s)")


def _drain(items: Iterable[object]) -> None:
    for _ in items:
        pass


def _warcio(path: Path) -> None:
    with path.open("rb") as file:
        _drain(ArchiveIterator(file))


def _fastwarc(path: Path) -> None:
    with path.open("rb") as file:
        _drain(FastIterator(file, WarcRecordType.any_type, parse_http=False))


def _pages(path: Path, hosts: Hosts) -> WantedPages:
    return WantedPages(source_at(str(path)), hosts)


def _read(pages: list[Found]) -> int:
    n = 0
    for found in pages:
        article = read_page(found.page, _OUTLET)
        assert isinstance(article, RawArticle)
        n += language(f"{clean(article.title).text}\n{clean(article.body).text}") == "hi"
    return n


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "news.warc.gz"
        n = 4_000
        with path.open("wb") as file:
            news_warc.write(file, news_warc.records(n, 0.02, _HOST))
        n_records = 2 * n + 1  # requests and the file's own
        print(f"{path.stat().st_size / n / 1024:.0f} KB a response in the file; records of all kinds; processor time")
        _timed("warcio, iteration alone", n_records, lambda: _warcio(path))
        _timed("fastwarc, iteration alone", n_records, lambda: _fastwarc(path))
        hosts = Hosts({_OUTLET.name: _OUTLET})
        _timed("pre-filter (half of the records are responses)", n_records, lambda: _drain(_pages(path, hosts)))
        longer, before = path.with_name("longer.warc.gz"), _peak_mb()
        with longer.open("wb") as whole:
            for _ in range(4):
                with path.open("rb") as part:
                    shutil.copyfileobj(part, whole)
        _drain(_pages(longer, hosts))
        print(f"{'  on a file four times as long, memory grows by':<52} {_peak_mb() - before:>9,.0f} MB")
        found = [one for one in _pages(path, hosts) if isinstance(one, Found)]
        _timed("wanted pages to clean text", len(found), lambda: _read(found))


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
