"""Which outlets a run reads and how they are reached: the live web, the bundled sample press, or article files."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from rajnay.settings import SettingError, Settings, day
from scrapers.outlet import Outlet
from scrapers.registry import outlets
from scrapers.sample_press import edition
from scrapers.sample_press.server import serving

# On its first night the sample press shows five days of its week; the sixth and seventh come the nights after.
_DAYS_SHOWN_FIRST = 5


@dataclass(frozen=True)
class Press:
    """The outlets of a run by name, and the proxy through which they are reached (None: the live web)."""

    outlets: Mapping[str, Outlet]
    proxy: str | None


@contextmanager
def open_press(settings: Settings, news_date: date) -> Iterator[Press]:
    """The press that ``settings`` name, served on loopback while the block runs where it is not live."""
    if settings.press == "live":
        yield Press(outlets(sample=False), None)
        return
    if settings.press == "sample":
        printed = edition.week(news_date, _week_start(settings, news_date))
        found: Mapping[str, Outlet] = outlets(sample=True)
    else:
        paths = [Path(name) for name in settings.press.split(",")]
        if missing := [str(path) for path in paths if not path.is_file()]:
            raise SettingError(f"PRESS: no such file: {', '.join(missing)} (or say `sample` or `live`)")
        printed = edition.from_jsonl(paths)
        found = printed.outlets
    with serving(printed) as proxy:
        yield Press(found, proxy)


def _week_start(settings: Settings, news_date: date) -> date:
    """The first day of the sample press's week: as set, as remembered by the lake, or by this first night."""
    remembered = settings.lake.sample_press_start
    if settings.press_start:
        return settings.press_start
    if remembered.exists():
        return day(remembered.read_text().strip(), str(remembered))
    start = news_date - timedelta(days=_DAYS_SHOWN_FIRST - 1)
    remembered.parent.mkdir(parents=True, exist_ok=True)
    remembered.write_text(f"{start}\n")
    return start
