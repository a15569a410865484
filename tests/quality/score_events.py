"""How well reports of one event become one row: pairwise and B-cubed F1 on labelled clusters, facts given.

    python -m tests.quality.score_events [--errors]

Measured on the sample press's labels, and on the dev sets beside the repository (skipped with a line where they are
absent). The labelled facts go in, so that the linking of actors and events alone is measured, night after night.
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
from scrapers.sample_press.report import published_at, read_reports
from tests.quality import press_labels

HERE = Path(__file__).resolve().parent
DEV = HERE.parents[1].parent / "shared" / "eval" / "dev"
PRESS_WEEK = date(2026, 11, 16)
Key = tuple[str, str, int]
Labels = list[tuple[date, dict[str, Any]]]


def sample_press() -> tuple[Labels, list[dict[str, Any]]]:
    """The sample press's facts with the day of each report, and its events."""
    reports = {report.id: report for report in read_reports(press_labels.REPORTS)}
    labels = [
        (
            published_at(reports[facts["id"]], PRESS_WEEK).date(),
            press_labels.gold(facts, reports[facts["id"]], PRESS_WEEK),
        )
        for facts in press_labels.raw_facts()
    ]
    return labels, json.loads((HERE / "press_clusters.json").read_text(encoding="utf-8"))["events"]


def dev_set(name: str) -> tuple[Labels, list[dict[str, Any]]]:
    """The same of a dev set."""
    published = {
        row["id"]: datetime.fromisoformat(row["published_at"]).date()
        for row in map(json.loads, (DEV / f"{name}.articles.jsonl").open(encoding="utf-8"))
    }
    labels = [
        (published[facts["id"]], facts)
        for facts in map(json.loads, (DEV / f"{name}.gold.jsonl").open(encoding="utf-8"))
    ]
    return labels, json.loads((DEV / f"{name}.clusters.json").read_text(encoding="utf-8"))["events"]


def told(labels: Labels) -> tuple[list[Told], list[Told]]:
    """Meetings and agreements, as the events step sees them."""
    registry = Registry(load())
    meetings, agreements = [], []
    nights: dict[date, list[dict[str, Any]]] = defaultdict(list)
    for day, facts in sorted(labels, key=lambda label: (label[0], label[1]["id"])):
        nights[day].append(facts)
    members: dict[str, dict[str, Member]] = defaultdict(dict)
    for night in nights.values():
        actors = [(facts["id"], actor) for facts in night for actor in facts["actors"]]
        seen = [Seen(a["kind"], a["code"], tuple(map(match_key, a["names"]))) for _, a in actors]
        for (article, actor), identity in zip(actors, identify_all(registry, seen), strict=True):
            members[article][actor["key"]] = Member(identity.actor_id, actor["kind"], actor["code"])
    for day, facts in ((day, facts) for day, night in nights.items() for facts in night):
        member = members[facts["id"]]
        for number, meeting in enumerate(facts["meetings"]):
            meetings.append(
                Told(
                    facts["id"], number, "meeting", tuple(member[key] for key in meeting["participants"]),
                    meeting["status"], meeting["date"], day, place=meeting["place"], channel=meeting["channel"],
                )
            )  # fmt: skip
        for number, agreement in enumerate(facts["agreements"]):
            agreements.append(
                Told(
                    facts["id"], number, "agreement", tuple(member[key] for key in agreement["parties"]),
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


def measure(labels: Labels, events: list[dict[str, Any]]) -> tuple[dict[str, tuple[float, float, float]], list[str]]:
    """Scores of one set, and its wrong pairs in words."""
    label = {(m["id"], m["field"], m["index"]): event["event"] for event in events for m in event["mentions"]}
    meetings, agreements = told(labels)
    system = assigned(meetings, link_meetings) | assigned(agreements, link_agreements)
    facts = {(f.article_id, "meetings", f.number): f for f in meetings}
    facts |= {(f.article_id, "agreements", f.number): f for f in agreements}
    keys = sorted(label)
    wrong = [
        f"{'split' if label[a] == label[b] else 'lumped'}: {label[a]} / {label[b]}\n   {_short(facts[a])}\n   {_short(facts[b])}"
        for position, a in enumerate(keys)
        for b in keys[position + 1 :]
        if (label[a] == label[b]) != (system[a] == system[b])
    ]
    return {"pairwise": pairwise(label, system), "B-cubed": b_cubed(label, system)}, wrong


def _short(fact: Told) -> str:
    who = ", ".join(f"{member.actor_id}/{member.code}" for member in fact.members)
    return f"{fact.article_id}#{fact.number} {who} {fact.status} {fact.date} {fact.place or fact.name} {fact.channel or fact.kind}"


def main() -> None:
    """Print the table for every set with clusters."""
    sets = {"sample press": sample_press()}
    if DEV.is_dir():
        sets |= {
            name: dev_set(name) for name in sorted(path.name.split(".")[0] for path in DEV.glob("*.clusters.json"))
        }
    else:
        print(f"skipped: the dev sets ({DEV} is absent)")
    for name, (labels, events) in sets.items():
        scores, wrong = measure(labels, events)
        for measured, (precision, recall, score) in scores.items():
            print(f"{name:14}{measured:10}precision {precision:.3f}  recall {recall:.3f}  F1 {score:.3f}")
        if "--errors" in sys.argv:
            print("\n".join(wrong))


if __name__ == "__main__":
    main()
