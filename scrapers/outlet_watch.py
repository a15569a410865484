"""Whether an outlet's night was as its nights are: its pages still read by its layout, as many of them as usual."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from scrapers.outlet import Outlet
from scrapers.page import NotAnArticle, RawArticle

SHORT = 300
"""Characters: an article below it is a caption, or its selector misses most of it."""

_DAYS = 28
_ENOUGH_PAGES = 5  # fewer prove nothing about a layout
_MOST = 0.5  # of a night's pages
_WEEKDAYS, _ANY_DAYS = 3, 7  # so many earlier days make a normal: of this weekday, else of any
_SILENT, _QUIET = 1 / 3, 0.7  # of the normal count

# Reasons for which a page is set aside that speak against the layout, not of the page.
_BROKEN = frozenset({"layout_changed", "no_text", "truncated", "error"})


@dataclass(frozen=True, slots=True)
class Count:
    """A day's count against the outlet's own normal. ``kind``: normal, quiet (few, as may be), silent (something is
    wrong), unknown (too few earlier days)."""

    kind: str
    words: str


def count_of(counts: Mapping[date, int], day: date) -> Count:
    """What the number of new pages of ``day`` is, by the median of its weekday in the 28 days before.

    ``counts``: new pages by day; days on which nothing was crawled are not in it. A count under a third of the normal
    and below each of those days is silence; under .7, quiet.
    """
    before = {d: n for d, n in counts.items() if timedelta(0) < day - d <= timedelta(_DAYS)}
    weekday = [n for d, n in before.items() if d.weekday() == day.weekday()]
    of = weekday if len(weekday) >= _WEEKDAYS else list(before.values())
    n = counts.get(day, 0)
    if len(of) < (_WEEKDAYS if of is weekday else _ANY_DAYS):
        return Count("unknown", f"{n} new pages; only {len(before)} of the last {_DAYS} days are known")
    normal = median(of)
    days = f"{day:%A}s" if of is weekday else "days"
    words = f"{n} new pages, where {len(of)} earlier {days} had {min(of)} to {max(of)}, {normal:g} in the middle"
    if normal >= 1 and n < normal * _SILENT and n < min(of):
        return Count("silent", words)
    return Count("quiet" if n < normal * _QUIET else "normal", words)


def layout_problems(outlet: Outlet, reads: Sequence[RawArticle | NotAnArticle], n_listed_dated: int) -> list[str]:
    """What is wrong with most of a night's pages, in words; empty where they read as they should.

    ``n_listed_dated``: of how many of them the outlet's lists gave the time.
    """
    if len(reads) < _ENOUGH_PAGES:
        return []
    articles = [read for read in reads if isinstance(read, RawArticle)]
    counts = {
        "were not to be read as articles (layout changed, no text, cut)": sum(
            isinstance(read, NotAnArticle) and read.reason in _BROKEN for read in reads
        ),
        f"have under {SHORT} characters of text": sum(len(article.body) < SHORT for article in articles),
        "have no title": sum(not article.title for article in articles),
    }
    if any(layout.until is None for layout in outlet.layouts):
        lost = sum(article.method == "main_content" for article in articles)
        counts["have nothing where the layout's body selector looks; their text is a guess"] = lost
    undated = sum(article.published_at is None for article in articles)
    if n_listed_dated < len(reads) / 2:
        counts["have no time of publication, and neither has the outlet's list"] = undated
    return [f"{n} of {len(reads)} pages {what}" for what, n in counts.items() if n > _MOST * len(reads)]
