"""Each real outlet has a page built by hand in its manner, with text of our own: tests/fixtures/outlets/<outlet>[_…]/.

None was compared with the live site (``checked_on``): they show that what the outlet's file says works together.
"""

import gzip
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from scrapers.page import RawArticle, RawPage
from scrapers.read_page import read_page
from scrapers.registry import outlets

FOLDERS = sorted(path.parent for path in Path(__file__).parent.parent.glob("fixtures/outlets/*/expected.json"))
FOUND = outlets(sample=False)


def outlet_of(folder: Path) -> str:
    """The outlet of a folder: the longest name that its own begins with."""
    return max((name for name in FOUND if f"{folder.name}_".startswith(f"{name}_")), key=len)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_page_reads_as_expected(folder):
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    body = gzip.decompress((folder / "page.html.gz").read_bytes())
    headers = {"content-type": expected["content_type"]}
    page = RawPage(expected["url"], expected["url"], 200, headers, body, datetime(2026, 11, 25, tzinfo=UTC))
    read = read_page(page, FOUND[outlet_of(folder)])
    assert isinstance(read, RawArticle), read
    assert (read.method, read.title, read.author, read.section) == (
        expected["method"], expected["title"], expected["author"], expected["section"]
    )  # fmt: skip
    assert read.body.split("\n") == expected["body"]
    at = expected["published_at"]
    assert read.published_at == (datetime.fromisoformat(at) if at else None)


def test_every_outlet_has_a_page():
    assert {outlet_of(folder) for folder in FOLDERS} == FOUND.keys()
