"""Whether the confidence of events (meetings, agreements told by one or many) means something.

    python -m tests.quality.calibrate_events

Facts are read from the labelled sets that have events and linked as on nights. An event is right where at least one of
its reports matches a label (``tests.quality.scorer``). Printed for each way of combining the reports' confidences, by
number of sources: mean confidence, share that is right, Brier score and ECE. A source's account is as sure as its surest
report. *surest*: the surest account. *doubts*: one less the product of all accounts' doubts (noisy-or). *dependent*: as
doubts, with every further account's share weighed by ``DEPENDENCE``, since outlets err alike where they read alike. The
dev set beside the repository is skipped with a line where it is absent.
"""

import sys
from collections import defaultdict
from collections.abc import Callable, Sequence
from math import prod

from rajnay.facts.extract import extract
from rajnay.facts.json_form import as_json
from rajnay.given import article_of
from tests.quality.calibrate import expected_calibration_error
from tests.quality.event_sets import DEV, FIELDS, EventSet, all_sets
from tests.quality.score_events import assigned_all
from tests.quality.scorer import matches

# Each further source's doubt counts as its power of this: 1 is independent, 0 adds nothing.
DEPENDENCE = 0.5
_SUREST = 0.99


def surest(accounts: Sequence[float]) -> float:
    """The surest account's confidence."""
    return max(accounts)


def doubts(accounts: Sequence[float]) -> float:
    """One less the product of the doubts: right where accounts err independently of each other."""
    return 1 - prod(1 - account for account in accounts)


def dependent(accounts: Sequence[float]) -> float:
    """As ``doubts``, the surest account whole and each further one by ``DEPENDENCE``."""
    first, *others = sorted(accounts, reverse=True)
    return 1 - (1 - first) * prod((1 - other) ** DEPENDENCE for other in others)


WAYS: tuple[Callable[[Sequence[float]], float], ...] = (surest, doubts, dependent)
Event = tuple[list[float], bool]


def events_of(of: EventSet) -> list[Event]:
    """Each event that the system made of a set's reports: its accounts' confidences, and whether it is right."""
    articles = [article_of(row) for row in of.articles]
    facts = [extract(article) for article in articles]
    read = [as_json(article, found) for article, found in zip(articles, facts, strict=True)]
    event_of, _ = assigned_all(of.articles, read)
    accounts: dict[tuple[str, str], dict[str, float]] = defaultdict(dict)
    right: set[tuple[str, str]] = set()
    for row, labels, told, shown in zip(of.articles, of.facts, facts, read, strict=True):
        matched = matches(labels, shown)
        source = row.get("agency") or row["id"]
        for field, found in zip(FIELDS, (told.meetings, told.agreements), strict=True):
            hits = {theirs for _, theirs in matched[field]}
            for number, fact in enumerate(found):
                event = field, event_of[row["id"], field, number]
                accounts[event][source] = max(accounts[event].get(source, 0), min(fact.confidence, _SUREST))
                if number in hits:
                    right.add(event)
    return [(list(of_event.values()), event in right) for event, of_event in accounts.items()]


def table(events: Sequence[Event]) -> list[str]:
    """The lines of the printed table."""
    lines = [
        "| sources | events | right | " + " | ".join(way.__name__ for way in WAYS) + " |",
        "|---|---|---|---|---|---|",
    ]
    for label, low, high in (("1", 1, 1), ("2", 2, 2), ("3 and more", 3, 10**6), ("all", 1, 10**6)):
        some = [(accounts, is_right) for accounts, is_right in events if low <= len(accounts) <= high]
        if some:
            share = sum(is_right for _, is_right in some) / len(some)
            means = [sum(way(accounts) for accounts, _ in some) / len(some) for way in WAYS]
            lines.append(
                f"| {label} | {len(some)} | {share:.3f} | " + " | ".join(f"{mean:.3f}" for mean in means) + " |"
            )
    for title, measure in (("Brier", brier), ("ECE", expected_calibration_error)):
        values = [measure([(way(accounts), is_right) for accounts, is_right in events]) for way in WAYS]
        lines.append(f"| {title} | | | " + " | ".join(f"{value:.4f}" for value in values) + " |")
    return lines


def brier(found: Sequence[tuple[float, bool]]) -> float:
    """Mean squared distance of confidence and truth."""
    return sum((confidence - is_right) ** 2 for confidence, is_right in found) / len(found)


def main() -> None:
    if not DEV.is_dir():
        print(f"skipped: the dev sets ({DEV} is absent)")
    everything: list[Event] = []
    for name, of in all_sets().items():
        found = events_of(of)
        everything += found
        if "--sets" in sys.argv[1:]:
            print(f"\n{name}\n" + "\n".join(table(found)))
    print("\nall sets\n" + "\n".join(table(everything)))


if __name__ == "__main__":
    main()
