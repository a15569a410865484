"""The sample press's reports and their labels, put into one week: articles, gold facts and clusters as files.

    python tests/quality/press_labels.py FOLDER [START]

writes press.articles.jsonl, press.gold.jsonl and press.clusters.json to FOLDER, in the form of the dev sets.
START is the press's first day (default: 2026-11-23).
"""

import json
import re
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from scrapers.sample_press.report import Report, published_at, read_reports, resolve_dates

HERE = Path(__file__).parent
REPORTS = HERE.parents[1] / "scrapers" / "sample_press" / "reports"
FACTS = HERE / "press_facts.jsonl"
CLUSTERS = HERE / "press_clusters.json"
START = date(2026, 11, 23)

_LABEL_DATE = re.compile(
    r"d(?P<day>[+-][0-9]+)?|month:(?P<month>0|[+-][0-9]+)|year:(?P<year>0|[+-][0-9]+)|(?P<iso>[0-9]{4}(-[0-9]{2}){0,2})"
)


def resolve_label_date(label: str | None, day: date) -> str | None:
    """A label's date (``d-1``, ``month:+1``, ``year:0``, ``2019``) as an ISO date cut to what is known.

    ``day`` is the day of the report. Raises ValueError for anything else.
    """
    if label is None:
        return None
    if not (match := _LABEL_DATE.fullmatch(label)):
        raise ValueError(f"not a label's date: {label!r}; see scrapers/sample_press/reports/README.md")
    if match["iso"]:
        return label
    if match["year"]:
        return str(day.year + int(match["year"]))
    if match["month"]:
        months = day.year * 12 + day.month - 1 + int(match["month"])
        return f"{months // 12}-{months % 12 + 1:02}"
    return str(day + timedelta(days=int(match["day"] or 0)))


def raw_facts() -> list[dict[str, Any]]:
    """The labels as written: dates relative, evidence with its placeholders."""
    return [json.loads(line) for line in FACTS.read_text(encoding="utf-8").splitlines()]


def article(report: Report, start: date) -> dict[str, Any]:
    """A report as it appears in the week that begins on ``start``, in the form of an articles file."""
    published = published_at(report, start)
    return {
        "id": report.id, "url": None, "outlet": report.outlet, "published_at": published.isoformat(timespec="minutes"),
        "title": resolve_dates(report.title, published.date()), "body": resolve_dates(report.body, published.date()),
    }  # fmt: skip


def gold(facts: dict[str, Any], report: Report, start: date) -> dict[str, Any]:
    """A report's labels in the week that begins on ``start``: ISO dates, evidence as the reader sees it."""
    day = published_at(report, start).date()
    resolved = dict(facts)
    for kind in ("meetings", "agreements"):
        resolved[kind] = [
            {**fact, "date": resolve_label_date(fact["date"], day), "evidence": resolve_dates(fact["evidence"], day)}
            for fact in facts[kind]
        ]
    return resolved


def write_week(folder: Path, start: date) -> None:
    """Write articles, gold facts and clusters of the week that begins on ``start`` to ``folder``."""
    reports = {report.id: report for report in read_reports(REPORTS)}
    folder.mkdir(parents=True, exist_ok=True)
    articles = [article(report, start) for report in reports.values()]
    facts = [gold(row, reports[row["id"]], start) for row in raw_facts()]
    for name, rows in (("articles", articles), ("gold", facts)):
        lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        (folder / f"press.{name}.jsonl").write_text(lines, encoding="utf-8")
    (folder / "press.clusters.json").write_text(CLUSTERS.read_text(encoding="utf-8"), encoding="utf-8")


if __name__ == "__main__":
    write_week(Path(sys.argv[1]), date.fromisoformat(sys.argv[2]) if len(sys.argv) > 2 else START)
