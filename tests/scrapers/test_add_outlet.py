"""A newcomer's command against the sample press: the file it writes is an outlet that crawls."""

import importlib.util
import json
from datetime import date

import pytest

from scrapers.add_outlet import CannotAdd, add_outlet
from scrapers.crawl import crawl
from scrapers.known import Known
from scrapers.outlet import Outlet

NEWS_DATE = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("home", "kind"),
    [("http://www.prabhatvani.example/", "news_sitemap"), ("http://www.janpathsamachar.example/", "rss"),
     ("http://www.vishwadarpan.example/", "news_sitemap"), ("http://www.setunews.example/", "rss")],
)  # fmt: skip
def test_the_new_file_is_an_outlet_that_crawls(press, http, tmp_path, home, kind):
    added = add_outlet("nayi_patrika", home, http, tmp_path, tmp_path / "fixtures")
    spec = importlib.util.spec_from_file_location("nayi_patrika", added.outlet_file)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    outlet = module.OUTLET
    assert isinstance(outlet, Outlet)
    assert outlet.name == "nayi_patrika"
    assert home.split("/")[2].removeprefix("www.") == outlet.domain
    assert outlet.feeds[0].kind == kind
    assert outlet.checked_on is None
    assert any("\u0900" <= c <= "\u097f" for c in outlet.title_hi)
    expected = json.loads((added.fixture / "expected.json").read_text(encoding="utf-8"))
    assert "\n".join(expected["body"]) == added.article.body
    assert (added.fixture / "page.html.gz").exists()
    report = crawl(
        outlet, news_date=NEWS_DATE, run_id="r", warc_path=tmp_path / "w/o/x.warc.gz", journal_path=tmp_path / "j",
        known=Known(), http=http, max_pages=3,
    )  # fmt: skip
    assert report.n_taken >= 1


@pytest.mark.parametrize(
    ("name", "url", "message"),
    [
        ("Bad-Name", "http://www.prabhatvani.example/", "lower-case"),
        ("ok", "ftp://x.example/", "only http"),
        ("ok", "http://unknown.example/", "gave_up|http_error|unreachable|robots"),
        ("ok", "http://www.shasansoochna.example/", "no feed or sitemap found"),
    ],
)
def test_what_cannot_be_added_is_said_and_nothing_written(http, tmp_path, name, url, message):
    with pytest.raises(CannotAdd, match=message):
        add_outlet(name, url, http, tmp_path, tmp_path / "fixtures")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_is_not_overwritten(http, tmp_path):
    (tmp_path / "ok.py").write_text("mine")
    with pytest.raises(CannotAdd, match="is there already"):
        add_outlet("ok", "http://www.prabhatvani.example/", http, tmp_path, tmp_path / "fixtures")
    assert (tmp_path / "ok.py").read_text() == "mine"
