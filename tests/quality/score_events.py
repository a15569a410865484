"""How well reports of one event become one row: pairwise and B-cubed F1 on labelled clusters.

    python -m tests.quality.score_events [--errors]

Each set is measured twice. *Labelled*: the labelled facts go in, so that the linking of actors and events alone is
measured, night after night. *As read*: the facts that are read from the text go in; a labelled fact that was not read
is an event of its own, so that what the reading misses counts against it.
The dev sets beside the repository are skipped with a line where they are absent.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from rajnay.events.identity import Registry, Seen, identify_all
from rajnay.events.step import link_agreements, link_meetings
from rajnay.events.told import Member, Told
from rajnay.facts.extract import extract
from rajnay.facts.json_form import as_json
from rajnay.facts.knowledge import load
from rajnay.given import article_of
from rajnay.text.keys import match_key
from tests.quality.event_sets import DEV, FIELDS, EventSet, Key, Row, all_sets, day
from tests.quality.scorer import matches


def told(articles: list[Row], facts: list[Row]) -> tuple[list[Told], list[Told]]:
    """Meetings and agreements, as the events step sees them."""
    registry = Registry(load())
    meetings, agreements = [], []
    nights: dict[date, list[Row]] = defaultdict(list)
    for article, row in sorted(zip(articles, facts, strict=True), key=lambda pair: pair[0]["id"]):
        nights[day(article)].append(row)
    members: dict[str, dict[str, Member]] = defaultdict(dict)
    for _, night in sorted(nights.items()):
        actors = [(row["id"], actor) for row in night for actor in row["actors"]]
        seen = [Seen(a["kind"], a["code"], tuple(map(match_key, a["names"]))) for _, a in actors]
        for (article_id, actor), identity in zip(actors, identify_all(registry, seen), strict=True):
            members[article_id][actor["key"]] = Member(identity.actor_id, actor["kind"], identity.code)
    for on, row in ((on, row) for on, night in sorted(nights.items()) for row in night):
        member = members[row["id"]]
        for number, meeting in enumerate(row["meetings"]):
            meetings.append(
                Told(
                    row["id"], number, "meeting", tuple(member[key] for key in meeting["participants"]),
                    meeting["status"], meeting["date"], on, place=meeting["place"], channel=meeting["channel"],
                )
            )  # fmt: skip
        for number, agreement in enumerate(row["agreements"]):
            agreements.append(
                Told(
                    row["id"], number, "agreement", tuple(member[key] for key in agreement["parties"]),
                    agreement["status"], agreement["date"], on, kind=agreement["kind"], name=agreement["name"],
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
    """Event ids after the last night, each night linked to those before."""
    known: list[tuple[Told, str]] = []
    field = FIELDS[linker is link_agreements]
    for _, night in by_night(facts):
        links = linker(night, known)
        merged = {event_id: link.event_id for link in links for event_id in link.merged}
        known = [(fact, merged.get(event_id, event_id)) for fact, event_id in known]
        known += [(fact, link.event_id) for fact, link in zip(night, links, strict=True)]
    return {(fact.article_id, field, fact.number): event_id for fact, event_id in known}


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


def assigned_all(articles: list[Row], facts: list[Row]) -> tuple[dict[Key, str], dict[Key, Told]]:
    """The event id of every fact, and the facts."""
    meetings, agreements = told(articles, facts)
    system = assigned(meetings, link_meetings) | assigned(agreements, link_agreements)
    by_key = {(f.article_id, "meetings", f.number): f for f in meetings}
    return system, by_key | {(f.article_id, "agreements", f.number): f for f in agreements}


def measure(of: EventSet) -> tuple[dict[str, tuple[float, float, float]], list[str]]:
    """Scores of a set with its facts as labelled, and its wrong pairs in words."""
    system, facts = assigned_all(of.articles, of.facts)
    return _scores(of.events, system), _wrong(of.events, system, facts)


def measure_as_read(of: EventSet) -> tuple[dict[str, tuple[float, float, float]], list[str]]:
    """Scores of a set with its facts as read from the texts, and its wrong pairs among those in words."""
    read = [as_json(article, extract(article)) for article in map(article_of, of.articles)]
    found, facts = assigned_all(of.articles, read)
    system, said = {}, {}
    for labels, row in zip(of.facts, read, strict=True):
        matched = matches(labels, row)
        for field in FIELDS:
            for ours, theirs in matched[field]:
                system[labels["id"], field, ours] = found[labels["id"], field, theirs]
                said[labels["id"], field, ours] = facts[labels["id"], field, theirs]
    wrong = _wrong({key: event for key, event in of.events.items() if key in system}, system, said)
    missing = {key: f"not read: {key}" for key in of.events if key not in system}
    return _scores(of.events, system | missing), wrong


def _scores(gold: Mapping[Key, str], system: Mapping[Key, str]) -> dict[str, tuple[float, float, float]]:
    return {"pairwise": pairwise(gold, system), "B-cubed": b_cubed(gold, system)}


def _wrong(gold: Mapping[Key, str], system: Mapping[Key, str], facts: Mapping[Key, Told]) -> list[str]:
    keys = sorted(gold)
    return [
        f"{'split' if gold[a] == gold[b] else 'lumped'}: {gold[a]} / {gold[b]}\n   {_short(facts[a])}\n   {_short(facts[b])}"
        for position, a in enumerate(keys)
        for b in keys[position + 1 :]
        if (gold[a] == gold[b]) != (system[a] == system[b])
    ]


def _short(fact: Told) -> str:
    who = ", ".join(f"{member.actor_id}/{member.code}" for member in fact.members)
    return f"{fact.article_id}#{fact.number} {who} {fact.status} {fact.date} {fact.place or fact.name} {fact.channel or fact.kind}"


def main() -> None:
    """Print the table for every set with clusters."""
    if not DEV.is_dir():
        print(f"skipped: the dev sets ({DEV} is absent)")
    for name, of in all_sets().items():
        print(f"{name}: {len(of.articles)} reports, {len(set(of.events.values()))} events, {len(of.events)} facts")
        for facts, how in (("labelled", measure), ("as read", measure_as_read)):
            scores, wrong = how(of)
            for measured, (precision, recall, score) in scores.items():
                print(f"  {facts:10}{measured:10}precision {precision:.3f}  recall {recall:.3f}  F1 {score:.3f}")
            if "--errors" in sys.argv:
                print("\n".join(wrong))


if __name__ == "__main__":
    main()
