"""A crawl's task goes red when its outlet changed: with the reason, and what is new in its pages."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from rajnay.paths import Lake
from rajnay.watch import OutletChanged, new_pages_by_day, watch
from scrapers import parquet
from scrapers.archive import ArchiveWriter
from scrapers.http_client import Exchange
from scrapers.outlet import Feed, Layout, Outlet
from scrapers.tables import FETCHES

NIGHT = date(2026, 11, 24)
OUTLET = Outlet(
    "nagar_darpan", "नगर दर्पण", "Nagar Darpan", "a.example", (Feed("rss", "http://www.a.example/rss.xml"),),
    (Layout("div.matter p", title="h1", published="time"),),
)  # fmt: skip
TEXT = "नगर निगम ने मंगलवार को पानी के नए कनेक्शन पर लगने वाला शुल्क आधा कर दिया और कहा कि यह फैसला अप्रैल से लागू होगा।"


def html(n: int, box: str = "matter") -> bytes:
    paragraphs = "".join(f"<p>{TEXT} क्रम {i}।</p>" for i in range(6))
    return (
        f"<html><head><title>शीर्षक {n}</title></head><body><h1>शीर्षक {n}</h1><time datetime='2026-11-24T10:00:00+05:30'>24</time>"
        f"<div class={box}>{paragraphs}</div></body></html>"
    ).encode()


def row(day: date, kind: str, url: str, **more: object) -> dict:
    at = datetime.combine(day, datetime.min.time(), UTC)
    fixed = {"run_id": "r", "outlet": OUTLET.name, "news_date": day, "kind": kind, "url": url, "requested_at": at}
    return dict.fromkeys(FETCHES.columns) | fixed | {"outcome": "taken", "status": 200} | more


def crawled(lake: Lake, day: date, pages: list[bytes]) -> list[dict]:
    """The rows of a night that took ``pages``."""
    rows = [row(day, "feed", OUTLET.feeds[0].url)]
    path = lake.warc(OUTLET.name, day, "r")
    with ArchiveWriter(path) as archive:
        for n, body in enumerate(pages):
            url = f"http://www.a.example/{day}/{n}.html"
            at = datetime.combine(day, datetime.min.time(), UTC)
            place = archive.write(Exchange(url, url, "taken", "", at, 0.1, 200, {"content-type": "text/html"}, body))
            where = {
                "warc_file": str(path.relative_to(lake.root)),
                "warc_offset": place.offset,
                "warc_length": place.length,
            }
            rows.append(row(day, "page", url, **where))
    return rows


def four_weeks(lake: Lake, per_day: int = 6) -> list[Path]:
    files = []
    for n in range(1, 29):
        day = NIGHT - timedelta(days=n)
        rows = [row(day, "feed", "f"), *(row(day, "page", f"p{day}{i}") for i in range(per_day))]
        files.append(lake.fetches(OUTLET.name, day, "r"))
        parquet.write(files[-1], FETCHES, rows)
    return files


def test_a_normal_night(tmp_path):
    lake = Lake(tmp_path)
    rows = crawled(lake, NIGHT, [html(n) for n in range(6)])
    assert watch(lake, OUTLET, NIGHT, four_weeks(lake), rows).kind == "normal"
    assert "div.matter" in lake.structure(OUTLET.name).read_text("utf-8")


def test_a_new_layout_is_shown_beside_the_last_good_page(tmp_path):
    lake = Lake(tmp_path)
    watch(lake, OUTLET, NIGHT, [], crawled(lake, NIGHT, [html(n) for n in range(6)]))
    kept = lake.structure(OUTLET.name).read_text("utf-8")
    day = NIGHT + timedelta(days=1)
    with pytest.raises(OutletChanged) as changed:
        watch(lake, OUTLET, day, [], crawled(lake, day, [html(n, "naya-dabba") for n in range(6)]))
    said = str(changed.value).split("\n")
    assert said[0].startswith("6 of 6 pages have nothing where the layout's body selector looks")
    assert f"http://www.a.example/{NIGHT}/" in said[1]
    assert "-div.matter" in said
    assert "+div.naya-dabba" in said
    assert lake.structure(OUTLET.name).read_text("utf-8") == kept


def test_silence_is_red_and_quiet_is_said(tmp_path):
    lake = Lake(tmp_path)
    earlier = four_weeks(lake, per_day=12)
    with pytest.raises(OutletChanged, match="gone silent: 1 new pages, where 4 earlier Tuesdays had 12 to 12"):
        watch(lake, OUTLET, NIGHT, earlier, crawled(lake, NIGHT, [html(0)]))
    day = NIGHT + timedelta(days=1)
    assert watch(lake, OUTLET, day, earlier, crawled(lake, day, [html(n) for n in range(7)])).kind == "quiet"


def test_nights_without_a_list_are_no_normal():
    dead = row(NIGHT, "feed", "f", outcome="timeout")
    assert new_pages_by_day([dead, row(NIGHT + timedelta(days=1), "sitemap", "s", outcome="not_modified")]) == {
        NIGHT + timedelta(days=1): 0
    }
