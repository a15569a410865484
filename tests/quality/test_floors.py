"""The quality of facts on the project's own labelled Hindi may rise and not fall: ``floors.json``.

``python -m tests.quality.test_floors`` prints what is measured beside the floors and raises those that are beaten.
"""

import json
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest

from rajnay.facts.extract import extract
from rajnay.facts.json_form import as_json
from rajnay.facts.model import ActorKind, AgreementKind, AgreementStatus, Article, Channel, MeetingStatus
from rajnay.given import article_of
from scrapers.sample_press.report import read_reports
from tests.quality import press_labels
from tests.quality.scorer import score

HERE = Path(__file__).parent
FLOORS = HERE / "floors.json"
# Measured values are pinned a little lower: a change that helps a hundred texts may cost one.
MARGIN = 0.005
START = date(2026, 11, 20)  # of the sample press's week


def labelled() -> Iterator[dict[str, Any]]:
    for path in sorted((HERE / "labelled").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)


def facts_of(article: Article) -> dict[str, Any]:
    return as_json(article, extract(article))


@cache
def measured() -> dict[str, dict[str, float]]:
    """F1 by set and measure."""
    texts = [(row, facts_of(article_of(row))) for row in labelled()]
    reports = {report.id: report for report in read_reports(press_labels.REPORTS)}
    press = [
        (
            press_labels.gold(row, reports[row["id"]], START),
            facts_of(article_of(press_labels.article(reports[row["id"]], START))),
        )
        for row in press_labels.raw_facts()
    ]
    return {"labelled": score(texts), "sample_press": score(press)}


def test_there_are_enough_texts_of_all_kinds() -> None:
    rows = list(labelled())
    assert len(rows) >= 150
    assert len({row["id"] for row in rows}) == len(rows)
    negatives = [row for row in rows if not row["meetings"] and not row["agreements"]]
    assert len(negatives) >= len(rows) // 4
    covered = {number for row in rows for number in row["phenomena"]}
    assert set(range(1, 87)) - covered == set()


@pytest.mark.parametrize("row", list(labelled()), ids=lambda row: row["id"])
def test_labels_are_well_formed(row: dict[str, Any]) -> None:
    text = f"{row['title'] or ''}\n{row['body'] or ''}"
    keys = {actor["key"] for actor in row["actors"]}
    assert len(keys) == len(row["actors"])
    for actor in row["actors"]:
        assert all(name in text for name in actor["names"])
    for event, members in [(m, m["participants"]) for m in row["meetings"]] + [
        (a, a["parties"]) for a in row["agreements"]
    ]:
        assert event["evidence"] in text
        assert len(set(members)) >= 2
        assert set(members) <= keys


@pytest.mark.parametrize("row", list(labelled()), ids=lambda row: row["id"])
def test_labels_use_the_vocabularies_and_dates_fit_their_status(row: dict[str, Any]) -> None:
    published = row["published_at"][:10]
    for actor in row["actors"]:
        assert actor["kind"] in get_args(ActorKind)
    for meeting in row["meetings"]:
        assert meeting["status"] in get_args(MeetingStatus)
        assert meeting["channel"] in get_args(Channel)
        assert not meeting["place"] or meeting["place"] in f"{row['title']}\n{row['body']}"
    for agreement in row["agreements"]:
        assert agreement["kind"] in get_args(AgreementKind)
        assert agreement["status"] in get_args(AgreementStatus)
    for event in (*row["meetings"], *row["agreements"]):
        if day := event["date"]:
            assert str(date.fromisoformat(f"{day}-01-01"[:10])).startswith(day)
            if event["status"] in ("held", "signed", "approved", "agreed", "ended"):
                assert day <= published
            elif event["status"] in ("planned", "proposed"):
                assert day >= published[: len(day)]


@pytest.mark.parametrize(("name", "measure"), [(n, m) for n, of in json.loads(FLOORS.read_text()).items() for m in of])
def test_no_measure_falls_below_its_floor(name: str, measure: str) -> None:
    floor = json.loads(FLOORS.read_text())[name][measure]
    assert measured()[name].get(measure, 0.0) >= floor


if __name__ == "__main__":
    floors = json.loads(FLOORS.read_text())
    for name, values in measured().items():
        for measure, value in values.items():
            old = floors.setdefault(name, {}).get(measure, 0.0)
            floors[name][measure] = max(old, round(value - MARGIN, 3))
            print(f"{name:10} {measure:28} {value:.3f}  floor {old:.3f} → {floors[name][measure]:.3f}")
    FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n")
