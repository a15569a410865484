"""How well reports of one event become one row: pairwise and B-cubed F1 on labelled clusters, facts given.

    python tests/quality/score_events.py [FOLDER]

FOLDER (default: the dev sets beside the repository) has NAME.articles.jsonl, NAME.gold.jsonl and NAME.clusters.json.
The gold facts go in, so that only the linking is measured. Skips with a line where the folder is absent.
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from rajnay.events.identity import Registry, Seen, identify_all
from rajnay.events.step import link_agreements, link_meetings
from rajnay.events.told import Member, Told
from rajnay.facts.knowledge import load
from rajnay.text.keys import match_key

DEV = Path(__file__).resolve().parents[2].parent / "shared" / "eval" / "dev"
Key = tuple[str, str, int]


def told(articles: list[dict[str, Any]], gold: Mapping[str, Any]) -> tuple[list[Told], list[Told]]:
    """Meetings and agreements of gold articles, night after night, as the events step sees them."""
    registry = Registry(load())
    meetings, agreements = [], []
    for article in sorted(articles, key=lambda a: a["published_at"]):
        facts = gold[article["id"]]
        seen = [Seen(a["kind"], a["code"], tuple(map(match_key, a["names"]))) for a in facts["actors"]]
        known = identify_all(registry, seen)
        member = {
            actor["key"]: Member(identity.actor_id, actor["kind"], actor["code"])
            for actor, identity in zip(facts["actors"], known, strict=True)
        }
        day = datetime.fromisoformat(article["published_at"]).date()
        for number, meeting in enumerate(facts["meetings"]):
            meetings.append(
                Told(
                    article["id"], number, "meeting", tuple(member[key] for key in meeting["participants"]),
                    meeting["status"], meeting["date"], day, place=meeting["place"], channel=meeting["channel"],
                )
            )  # fmt: skip
        for number, agreement in enumerate(facts["agreements"]):
            agreements.append(
                Told(
                    article["id"], number, "agreement", tuple(member[key] for key in agreement["parties"]),
                    agreement["status"], agreement["date"], day, kind=agreement["kind"], name=agreement["name"],
                )
            )  # fmt: skip
    return meetings, agreements


def by_night(facts: list[Told]) -> Iterator[tuple[date, list[Told]]]:
    """The facts of each day."""
    nights: dict[date, list[Told]] = defaultdict(list)
    for fact in facts:
        nights[fact.reported_on].append(fact)
    yield from sorted(nights.items())


def assigned(facts: list[Told], linker: Any) -> dict[Key, str]:
    """Event ids, each night linked to those before."""
    known: list[tuple[Told, str]] = []
    field = "meetings" if linker is link_meetings else "agreements"
    found: dict[Key, str] = {}
    for _, night in by_night(facts):
        for fact, link in zip(night, linker(night, known), strict=True):
            found[fact.article_id, field, fact.number] = link.event_id
            known.append((fact, link.event_id))
    return found


def f1(precision: float, recall: float) -> float:
    """Harmonic mean."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def pairwise(gold: Mapping[Key, str], system: Mapping[Key, str]) -> tuple[float, float, float]:
    """Precision, recall and F1 over pairs of mentions in one event."""

    def n_pairs(counts: Counter[Any]) -> int:
        return sum(n * (n - 1) // 2 for n in counts.values())

    both = n_pairs(Counter((gold[key], system[key]) for key in gold))
    n_system, n_gold = n_pairs(Counter(system[key] for key in gold)), n_pairs(Counter(gold.values()))
    precision, recall = both / n_system if n_system else 1.0, both / n_gold if n_gold else 1.0
    return precision, recall, f1(precision, recall)


def b_cubed(gold: Mapping[Key, str], system: Mapping[Key, str]) -> tuple[float, float, float]:
    """Precision, recall and F1 averaged over mentions (Bagga and Baldwin 1998)."""
    in_gold, in_system = Counter(gold.values()), Counter(system[key] for key in gold)
    in_both = Counter((gold[key], system[key]) for key in gold)
    precision = sum(in_both[gold[key], system[key]] / in_system[system[key]] for key in gold) / len(gold)
    recall = sum(in_both[gold[key], system[key]] / in_gold[gold[key]] for key in gold) / len(gold)
    return precision, recall, f1(precision, recall)


def measure(folder: Path, name: str) -> tuple[dict[str, tuple[float, float, float]], list[str]]:
    """Scores of one set, and its wrong pairs in words."""
    articles = [json.loads(line) for line in (folder / f"{name}.articles.jsonl").open(encoding="utf-8")]
    gold = {row["id"]: row for row in map(json.loads, (folder / f"{name}.gold.jsonl").open(encoding="utf-8"))}
    events = json.loads((folder / f"{name}.clusters.json").read_text(encoding="utf-8"))["events"]
    label = {(m["id"], m["field"], m["index"]): event["event"] for event in events for m in event["mentions"]}
    meetings, agreements = told(articles, gold)
    system = assigned(meetings, link_meetings) | assigned(agreements, link_agreements)
    facts = {(f.article_id, "meetings", f.number): f for f in meetings}
    facts |= {(f.article_id, "agreements", f.number): f for f in agreements}
    keys = sorted(label)
    wrong = [
        f"{'split' if label[a] == label[b] else 'lumped'}: {label[a]} / {label[b]}\n   {facts[a]}\n   {facts[b]}"
        for position, a in enumerate(keys)
        for b in keys[position + 1 :]
        if (label[a] == label[b]) != (system[a] == system[b])
    ]
    return {"pairwise": pairwise(label, system), "B-cubed": b_cubed(label, system)}, wrong


def main() -> None:
    """Print the table for every set with clusters."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else DEV
    sets = sorted(path.name.split(".")[0] for path in folder.glob("*.clusters.json"))
    if not sets:
        print(f"score-events: skipped, no *.clusters.json in {folder}")
        return
    for name in sets:
        scores, wrong = measure(folder, name)
        for measured, (precision, recall, score) in scores.items():
            print(f"{name:12}{measured:10}precision {precision:.3f}  recall {recall:.3f}  F1 {score:.3f}")
        for line in wrong:
            print(line)


if __name__ == "__main__":
    main()
