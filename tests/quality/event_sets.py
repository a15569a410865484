"""Reports with their facts and the event of each fact: what the linking of events is measured on."""

import json
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from scrapers.sample_press.report import read_reports
from tests.quality import press_labels

HERE = Path(__file__).resolve().parent
TOLD_BY_MANY = HERE / "told_by_many"
DEV = HERE.parents[1].parent / "shared" / "eval" / "dev"
PRESS_WEEK = date(2026, 11, 16)

Row = dict[str, Any]
# A fact: article, ``meetings`` or ``agreements``, number among these.
Key = tuple[str, str, int]
FIELDS = ("meetings", "agreements")


@dataclass(frozen=True)
class EventSet:
    """``articles`` and ``facts`` in the evaluation guidelines' form, in one order; ``events``: each fact's event."""

    articles: list[Row]
    facts: list[Row]
    events: dict[Key, str]


def sample_press() -> EventSet:
    """The sample press's reports."""
    reports = {report.id: report for report in read_reports(press_labels.REPORTS)}
    labels = press_labels.raw_facts()
    clusters = json.loads((HERE / "press_clusters.json").read_text(encoding="utf-8"))
    return EventSet(
        [press_labels.article(reports[row["id"]], PRESS_WEEK) for row in labels],
        [press_labels.gold(row, reports[row["id"]], PRESS_WEEK) for row in labels],
        _of_clusters(clusters),
    )


def told_by_many(name: str) -> EventSet:
    """Reports written and labelled for this measure, each with its facts and their events in one row."""
    rows = _lines(TOLD_BY_MANY / f"{name}.jsonl")
    events = {
        (row["id"], field, number): fact["event"]
        for row in rows
        for field in FIELDS
        for number, fact in enumerate(row[field])
    }
    return EventSet(rows, rows, events)


def dev_set(name: str) -> EventSet:
    """A dev set beside the repository."""
    gold = _lines(DEV / f"{name}.gold.jsonl")
    articles = {row["id"]: row for row in _lines(DEV / f"{name}.articles.jsonl")}
    clusters = json.loads((DEV / f"{name}.clusters.json").read_text(encoding="utf-8"))
    return EventSet([articles[row["id"]] for row in gold], gold, _of_clusters(clusters))


def all_sets() -> dict[str, EventSet]:
    """The sets that are here, by name."""
    sets = {"sample press": sample_press()}
    sets |= {path.stem: told_by_many(path.stem) for path in sorted(TOLD_BY_MANY.glob("*.jsonl"))}
    return sets | {path.name.split(".")[0]: dev_set(path.name.split(".")[0]) for path in DEV.glob("*.clusters.json")}


def day(article: Row) -> date:
    """The day in India on which it was published."""
    return datetime.fromisoformat(article["published_at"]).date()


def _of_clusters(clusters: Row) -> dict[Key, str]:
    return {
        (mention["id"], mention["field"], mention["index"]): event["event"]
        for event in clusters["events"]
        for mention in event["mentions"]
    }


def _lines(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
