"""Whether the facts' confidence means something, and the counts that it is made from.

    python -m tests.quality.calibrate [--write]

Facts are read from every labelled article at hand (the repository's own, and ../shared/eval/dev where it is there) and
count as right where they match a label (``tests.quality.scorer``). Printed are reliability tables: of facts whose
confidence lies between two bounds, the mean confidence and the share that is right; *out of sample*: each fifth of the
articles with counts from the other four. ECE is the expected calibration error (Naeini and others 2015), over those
bins. ``--write`` makes ``lexicon/confidence.toml`` anew from all of them.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import md5
from typing import Any

from rajnay.facts.confidence import Counts, FactKind, estimate
from rajnay.facts.extract import extract
from rajnay.facts.json_form import as_json
from rajnay.facts.lexicons import FOLDER, read_lexicon
from rajnay.facts.model import Article
from rajnay.given import article_of
from scrapers.sample_press.report import read_reports
from tests.quality import press_labels
from tests.quality.score_dev import EVALUATION, articles
from tests.quality.scorer import matches
from tests.quality.test_floors import START, labelled

KINDS: tuple[FactKind, ...] = ("actors", "meetings", "agreements")
BOUNDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.0)
FOLDS = 5


@dataclass(frozen=True, slots=True)
class Case:
    """A fact that was read: what its confidence is made from, and whether a label says the same."""

    article: str
    kind: FactKind
    features: dict[str, str]
    right: bool


def own_gold() -> Iterator[tuple[Article, dict[str, Any]]]:
    """The repository's own articles with their labels."""
    for row in labelled():
        yield article_of(row), row
    reports = {report.id: report for report in read_reports(press_labels.REPORTS)}
    for row in press_labels.raw_facts():
        report = reports[row["id"]]
        yield article_of(press_labels.article(report, START)), press_labels.gold(row, report, START)


def public_gold() -> Iterator[tuple[Article, dict[str, Any]]]:
    """The development sets' articles with their labels; none where the folder is absent."""
    for path in sorted((EVALUATION / "dev").glob("*.articles.jsonl")):
        gold = path.with_name(path.name.replace(".articles.", ".gold."))
        labels = {row["id"]: row for row in map(json.loads, gold.read_text(encoding="utf-8").splitlines())}
        for article in articles(path):
            yield article, labels[article.id]


def cases(gold: Iterable[tuple[Article, dict[str, Any]]]) -> Iterator[Case]:
    """The facts of all articles of ``gold``."""
    for article, labels in gold:
        facts = extract(article)
        right = {name: {j for _, j in pairs} for name, pairs in matches(labels, as_json(article, facts)).items()}
        for number, actor in enumerate(facts.actors):
            yield Case(article.id, "actors", {"rule": actor.rule}, number in right["actors"])
        for kind, events in (("meetings", facts.meetings), ("agreements", facts.agreements)):
            for number, event in enumerate(events):
                features = {"rule": event.rule, "realis": event.realis, "attribution": event.attribution.kind}
                yield Case(article.id, kind, features, number in right[kind])


def counted(found: Iterable[Case]) -> Counts:
    """Right and found by feature and value, and of all."""
    counts: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(lambda: [0, 0]))
    for case in found:
        for feature, value in (("all", "all"), *case.features.items()):
            counts[feature][value][0] += case.right
            counts[feature][value][1] += 1
    return {
        feature: {value: (right, total) for value, (right, total) in sorted(of.items())}
        for feature, of in counts.items()
    }


def as_shipped(found: list[Case]) -> list[tuple[float, bool]]:
    """Confidence and truth, with the counts of the lexicon."""
    counts = read_lexicon("confidence")
    return [(estimate(counts[case.kind], case.features), case.right) for case in found]


def out_of_sample(found: list[Case]) -> list[tuple[float, bool]]:
    """Confidence and truth, each article's from the counts of the other folds' articles."""

    def fold(case: Case) -> int:
        return int(md5(case.article.encode()).hexdigest(), 16) % FOLDS

    result = []
    for number in range(FOLDS):
        counts = counted(case for case in found if fold(case) != number)
        result += [(estimate(counts, case.features), case.right) for case in found if fold(case) == number]
    return result


def binned(found: Iterable[tuple[float, bool]]) -> list[tuple[float, float, list[tuple[float, bool]]]]:
    """The non-empty bins: lower and upper bound (upper exclusive), and what lies between."""
    some = list(found)
    bins = [(a, b, [one for one in some if a <= one[0] < b]) for a, b in zip(BOUNDS, BOUNDS[1:], strict=False)]
    return [one for one in bins if one[2]]


def expected_calibration_error(found: Iterable[tuple[float, bool]]) -> float:
    """Mean distance of confidence and share right, weighted by the bins' sizes."""
    bins = binned(found)
    total = sum(len(inside) for _, _, inside in bins)
    return sum(abs(sum(p for p, _ in inside) - sum(r for _, r in inside)) for _, _, inside in bins) / total


def main() -> None:
    found = list(cases([*own_gold(), *public_gold()]))
    if "--write" in sys.argv[1:]:
        write({kind: counted(case for case in found if case.kind == kind) for kind in KINDS})
    for kind in KINDS:
        of_kind = [case for case in found if case.kind == kind]
        for title, pairs in (("as shipped", as_shipped(of_kind)), ("out of sample", out_of_sample(of_kind))):
            print(f"\n{kind}, {title}: ECE {expected_calibration_error(pairs):.3f}")
            print("| confidence | facts | mean confidence | right |\n|---|---|---|---|")
            for low, high, inside in binned(pairs):
                n = len(inside)
                mean, share = sum(p for p, _ in inside) / n, sum(r for _, r in inside) / n
                print(f"| {low:.2f}–{high:.2f} | {n} | {mean:.2f} | {share:.2f} |")


def write(counts: dict[FactKind, Counts]) -> None:
    """The lexicon, with a line a value: right, found."""
    lines = [
        "# How often facts were right, by what they were read from: value = [right, found], over the labelled articles of",
        "# the repository and the public development sets. Made by python -m tests.quality.calibrate --write.",
    ]
    for kind, features in counts.items():
        for feature, values in features.items():
            lines += ["", f"[{kind}.{feature}]"]
            lines += [f'"{value}" = [{right}, {total}]' for value, (right, total) in values.items()]
    (FOLDER / "confidence.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
