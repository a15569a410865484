"""Scores the extractor on the public development sets, each and all together: what ``make score`` runs.

    python tests/quality/score_dev.py [--errors N] [SET …]

The sets lie outside the repository (../shared/eval). Without them the script says so and ends well.
"""

import argparse
import importlib.util
import json
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from types import ModuleType
from typing import Any

from rajnay.facts.extract import extract
from rajnay.facts.model import Article, Facts

EVALUATION = Path(__file__).parents[3] / "shared" / "eval"


def load_scorer(folder: Path) -> ModuleType:
    """The scorer that lies beside the sets."""
    spec = importlib.util.spec_from_file_location("score", folder / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def articles(path: Path) -> Iterator[Article]:
    """The articles of one set."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        published = row.get("published_at")
        yield Article(
            id=row["id"],
            title=row.get("title") or "",
            body=row.get("body") or "",
            published_at=datetime.fromisoformat(published) if published else None,
            outlet=row.get("outlet"),
        )


def as_gold(facts: Facts, text: str) -> dict[str, Any]:
    """Facts in the form of the gold files."""
    return {
        "id": facts.article_id,
        "actors": [
            {"key": a.key, "kind": a.kind, "names": list(a.names), "code": a.code, "role": a.role} for a in facts.actors
        ],
        "meetings": [
            {
                "participants": [p.key for p in m.participants],
                "status": m.status,
                "channel": m.channel,
                "date": m.date,
                "place": m.place,
                "evidence": text[m.evidence.start : m.evidence.end],
            }
            for m in facts.meetings
        ],
        "agreements": [
            {
                "parties": [p.key for p in a.parties],
                "name": a.name,
                "kind": a.kind,
                "status": a.status,
                "date": a.date,
                "evidence": text[a.evidence.start : a.evidence.end],
            }
            for a in facts.agreements
        ],
    }


def show(title: str, report: dict[str, Any]) -> None:
    """Prints one report as a table."""
    print(f"\n{title}: {report['articles']} articles")
    for key, row in report.items():
        if isinstance(row, dict) and "f1" in row:
            print(
                f"  {key:20} P {row['precision']:.3f}  R {row['recall']:.3f}  F1 {row['f1']:.3f}"
                f"  gold {row['gold']:4}  system {row['system']:4}"
            )
    slots = (
        f"{key} {row['accuracy']:.3f} of {row['of']}"
        for key, row in report["slots"].items()
        if row["accuracy"] is not None
    )
    print("  slots: " + ", ".join(slots))


def main(arguments: list[str] | None = None) -> int:
    """Runs the scoring; 0 also when the sets are absent."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", help="names of sets; all by default")
    parser.add_argument(
        "--errors", type=int, default=0, metavar="N", help="also print the first N misses and false facts"
    )
    args = parser.parse_args(arguments)
    folder = EVALUATION / "dev"
    if not folder.is_dir():
        print(f"skipped: the development sets are not at {EVALUATION.name}/dev beside this repository")
        return 0
    scorer = load_scorer(EVALUATION)
    gold_all: dict[str, Any] = {}
    system_all: dict[str, Any] = {}
    for path in sorted(folder.glob("*.articles.jsonl")):
        name = path.name.removesuffix(".articles.jsonl")
        if args.sets and name not in args.sets:
            continue
        gold = scorer.read(str(folder / f"{name}.gold.jsonl"))
        system = {article.id: as_gold(extract(article), article.text) for article in articles(path)}
        report, _ = scorer.score(gold, system)
        show(name, report)
        gold_all |= gold
        system_all |= system
    report, errors = scorer.score(gold_all, system_all)
    show("all together", report)
    print("\n".join(errors[: args.errors]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
