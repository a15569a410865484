"""Four weeks of an outlet: silence is told from quiet by its own weekdays, and a broken layout by most of its pages."""

from datetime import UTC, date, datetime, timedelta

import pytest

from scrapers.outlet import Feed, Layout, Outlet
from scrapers.outlet_watch import count_of, layout_problems
from scrapers.page import NotAnArticle, RawArticle

TUESDAY = date(2026, 11, 24)
# A daily: about forty a day, eight on Sundays.
HISTORY = {
    day: (8 if day.weekday() == 6 else 40) + n % 3 for n in range(1, 29) for day in [TUESDAY - timedelta(days=n)]
}


@pytest.mark.parametrize(
    ("days_later", "n", "kind"),
    [
        (0, 41, "normal"),
        (0, 30, "normal"),
        (0, 20, "quiet"),
        (0, 9, "silent"),
        (0, 0, "silent"),
        (5, 7, "normal"),  # a Sunday
        (5, 4, "quiet"),
        (5, 0, "silent"),
    ],
)
def test_by_its_own_weekdays(days_later, n, kind):
    day = TUESDAY + timedelta(days=days_later)
    count = count_of(HISTORY | {day: n}, day)
    assert count.kind == kind
    assert count.words.startswith(f"{n} new pages, where ")


def test_a_week_is_a_normal_of_any_day_and_less_is_none():
    week = {TUESDAY - timedelta(days=n): 40 for n in range(1, 8)}
    assert count_of(week | {TUESDAY: 2}, TUESDAY).kind == "silent"
    del week[TUESDAY - timedelta(days=3)]
    assert count_of(week | {TUESDAY: 2}, TUESDAY).kind == "unknown"


def test_what_is_older_than_four_weeks_is_forgotten():
    old = {TUESDAY - timedelta(days=n): 400 for n in range(29, 90)}
    assert count_of(HISTORY | old | {TUESDAY: 40}, TUESDAY).kind == "normal"


def test_an_outlet_with_days_as_empty_as_this_one_is_quiet():
    rare = {TUESDAY - timedelta(days=7 * n): m for n, m in enumerate((9, 0, 8, 10), 1)}
    assert count_of(rare | {TUESDAY: 0}, TUESDAY).kind == "quiet"


def outlet(*layouts: Layout) -> Outlet:
    feeds = (Feed("rss", "http://www.a.example/rss.xml"),)
    return Outlet("nagar_darpan", "नगर दर्पण", "Nagar Darpan", "a.example", feeds, layouts)


def read(body: str = "क" * 900, method: str = "selectors", title: str = "शीर्षक", dated: bool = True) -> RawArticle:
    at = datetime(2026, 11, 24, tzinfo=UTC) if dated else None
    return RawArticle("http://a/", "http://a/", title, body, method, published_at=at)


KNOWN = outlet(Layout("div.body p"))


@pytest.mark.parametrize(
    ("reads", "n_listed_dated", "said"),
    [
        ([read()] * 6, 0, None),
        ([read(method="main_content")] * 4 + [read()] * 2, 0, "body selector"),
        ([read(method="main_content")] * 3 + [read()] * 3, 0, None),
        ([read(method="json_ld")] * 6, 0, None),
        ([read("क" * 90)] * 5, 0, "under 300 characters"),
        ([read(title="")] * 5, 0, "no title"),
        ([read(dated=False)] * 5, 0, "no time of publication"),
        ([read(dated=False)] * 5, 5, None),
        ([NotAnArticle("layout_changed", "")] * 5, 0, "not to be read"),
        ([NotAnArticle("video", "")] * 5, 0, None),
        ([NotAnArticle("layout_changed", "")] * 4, 0, None),
    ],
)
def test_most_of_a_nights_pages(reads, n_listed_dated, said):
    problems = layout_problems(KNOWN, reads, n_listed_dated)
    assert len(problems) == (said is not None)
    assert all(said in problem for problem in problems)


def test_an_outlet_without_layout_has_none_to_lose():
    assert layout_problems(outlet(), [read(method="main_content")] * 6, 0) == []
