"""A night cut into steps that share no memory but a plan. Airflow's tasks run it, and so does ``rajnay nightly``."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime
from typing import Any

from rajnay import steps
from rajnay.paths import Lake
from rajnay.press import open_press
from rajnay.settings import Settings, day, given_or_news_day

_READING = ("extract_text", "dedup", "facts", "events")
_AFTER_CRAWL = ("check_crawl", *_READING, "load", "build", "publish")


def plan_night(settings: Settings, news_date: str | None, now: datetime) -> dict[str, Any]:
    """A run's plan as JSON-ready values: news_date, run_id, press, outlets (names)."""
    about = given_or_news_day(news_date, now)
    with open_press(settings, about) as opened:
        names = list(opened.outlets)
    return {"news_date": str(about), "run_id": steps.new_run_id(), "press": settings.press, "outlets": names}


def crawl_one(settings: Settings, plan: Mapping[str, Any], outlet: str) -> None:
    """The crawl of one outlet of a planned night."""
    settings, about = settings.with_press(plan["press"]), day(plan["news_date"])
    with open_press(settings, about) as press:
        steps.crawl_outlet(
            settings.lake, press.outlets[outlet], about, plan["run_id"], contact=settings.contact, proxy=press.proxy
        )


def run_step(lake: Lake, plan: Mapping[str, Any], name: str) -> None:
    """One step of ``rajnay.steps``, by name, of a planned night."""
    arguments: list[Any] = [lake, day(plan["news_date"]), plan["run_id"]]
    if name == "check_crawl":
        arguments.append(plan["outlets"])
    getattr(steps, name)(*arguments)


def nightly(settings: Settings, news_date: str | None) -> None:
    """All of it, one after the other, without Airflow. Raises what the failing step raises; all before it is kept."""
    plan = plan_night(settings, news_date, datetime.now(UTC))
    for outlet in plan["outlets"]:
        with suppress(steps.OutletFailed):  # its report says why; the check weighs it
            crawl_one(settings, plan, outlet)
    for name in _AFTER_CRAWL:
        run_step(settings.lake, plan, name)


def reprocess(lake: Lake, first: date, last: date, run_id: str) -> None:
    """From the archive, without network: text, duplicates, facts and events of each day, then the warehouse anew."""
    days = lake.crawled_days(first, last)
    if not days:
        raise steps.NightFailed(f"the archive in {lake.root} holds no fetches from {first} to {last}")
    read_days(lake, days, run_id)
    rebuild(lake, days[-1], run_id)


def read_days(lake: Lake, days: Sequence[date], run_id: str) -> None:
    """Text, duplicates, facts and events of each day anew, the oldest first: the days build on each other."""
    for about in sorted(days):
        for name in _READING:
            run_step(lake, {"news_date": str(about), "run_id": run_id}, name)


def rebuild(lake: Lake, news_date: date, run_id: str) -> None:
    """The warehouse from every day of the lake, tested and published. ``news_date``: whose steps they are."""
    steps.load(lake, None, run_id)
    steps.build(lake, news_date, run_id)
    steps.publish(lake, news_date, run_id)
