"""Writes what the labels say of this version into the seed of ``audit_evaluations``, a row a set and measure.

    python -m tests.quality.evaluations

Rows of a day and version replace those of the same; earlier ones stay, so that the table shows how it went.
The dev sets beside the repository are skipped with a line where they are absent.
"""

import csv
from collections.abc import Iterator
from datetime import UTC, datetime

from rajnay.facts.knowledge import SEEDS
from rajnay.facts.model import EXTRACTOR_VERSION
from tests.quality.calibrate import expected_calibration_error
from tests.quality.calibrate_events import brier, doubts, events_of
from tests.quality.event_sets import DEV, all_sets
from tests.quality.score_events import measure, measure_as_read
from tests.quality.test_floors import measured

PATH = SEEDS / "evaluations.csv"
COLUMNS = ("evaluated_on", "extractor_version", "evaluated_set", "measure", "value", "n_cases", "command")


def rows() -> Iterator[tuple[str, str, float, int | None, str]]:
    """Set, measure, value, number of cases where it is known, and the command that prints it."""
    for name, values in measured().items():
        for label, value in values.items():
            yield name, label, value, None, "tests.quality.test_floors"
    for name, of in all_sets().items():
        for how, scored in (("labelled facts", measure), ("as read", measure_as_read)):
            for label, (_, _, score) in scored(of)[0].items():
                yield name, f"events {label} F1, {how}", score, len(of.events), "tests.quality.score_events"
        found = [(doubts(accounts), is_right) for accounts, is_right in events_of(of)]
        for label, value in (("Brier", brier(found)), ("ECE", expected_calibration_error(found))):
            yield name, f"events confidence {label}", value, len(found), "tests.quality.calibrate_events"


def main() -> None:
    if not DEV.is_dir():
        print(f"skipped: the dev sets ({DEV} is absent)")
    today = str(datetime.now(UTC).date())
    kept: list[dict[str, str]] = []
    if PATH.exists():
        with PATH.open(encoding="utf-8", newline="") as seed:
            kept = [
                row
                for row in csv.DictReader(seed)
                if (row["evaluated_on"], row["extractor_version"]) != (today, EXTRACTOR_VERSION)
            ]
    with PATH.open("w", encoding="utf-8", newline="") as seed:
        writer = csv.writer(seed, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows([row[column] for column in COLUMNS] for row in kept)
        for name, label, value, n_cases, module in rows():
            writer.writerow(
                [today, EXTRACTOR_VERSION, name, label, f"{value:.4f}", n_cases or "", f"python -m {module}"]
            )


if __name__ == "__main__":
    main()
