"""From pairs that may be one event to events: best pairs first, and never two facts of one article together."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Literal

from rajnay.events.members import party_codes
from rajnay.events.told import Told

Score = Callable[[Told, Told], float | None]


@dataclass(frozen=True, slots=True)
class Link:
    """The event of a fact. ``linked_by``: new (it founds the event), matched (to another fact), or kept (as before).

    ``merged``: known events that the fact shows to be this one, which is older.
    """

    event_id: str
    linked_by: Literal["new", "matched", "kept"]
    score: float
    merged: tuple[str, ...] = ()


def link(new: Sequence[Told], known: Sequence[tuple[Told, str]], score: Score, threshold: float) -> list[Link]:
    """The events of ``new``, in its order, given ``known`` facts with their event ids, which stay.

    Constrained agglomerative clustering: the surest pair is joined first, unless any fact of the one group speaks
    against any of the other (score None), or two are of one article. Two known events are joined only where one new
    fact matches both; the older one's id stays. A group without a known event mints its id from its first fact.
    """
    facts = [*(told for told, _ in known), *new]
    group = list(range(len(facts)))
    members = {index: [index] for index in group}
    event: dict[int, str] = {}
    first: dict[str, int] = {}
    for index, (_, event_id) in enumerate(known):
        if (home := first.setdefault(event_id, index)) != index:
            group[index] = home
            members[home] += members.pop(index)
        event[home] = event_id

    told: dict[tuple[str, str], int] = {}
    for index in range(len(known), len(facts)):  # an article that says the same twice tells one event
        if (home := told.setdefault((facts[index].article_id, facts[index].key), index)) != index:
            group[index] = home
            members[home] += members.pop(index)

    best = [0.0] * len(facts)
    merged: dict[int, list[str]] = defaultdict(list)
    pairs = [(score(facts[i], facts[j]) or 0.0, i, j) for i, j in _candidates(facts, len(known))]
    pairs = [pair for pair in pairs if pair[0] >= threshold]
    sure = {(i, j) for _, i, j in pairs}
    for value, i, j in sorted(pairs, key=lambda p: (-p[0], p[1], p[2])):
        a, b = group[i], group[j]
        if a == b:
            continue
        both_known = a in event and b in event
        if both_known:
            if i >= len(known) or not any((other, j) in sure for other in members[b] if other < len(known)):
                continue
            a, b = sorted((a, b), key=lambda home: _age(facts[index] for index in members[home] if index < len(known)))
        elif b in event:
            a, b = b, a
        if not _may_join(facts, members[a], members[b], score):
            continue
        if both_known:
            merged[j].append(event.pop(b))
        for index in members[b]:
            group[index] = a
        members[a] += members.pop(b)
        best[i], best[j] = max(best[i], value), max(best[j], value)

    links: list[Link] = []
    for index in range(len(known), len(facts)):
        home = group[index]
        if home not in event:
            event[home] = _minted(facts[index])
            links.append(Link(event[home], "new", 1.0))
        else:
            links.append(Link(event[home], "matched", round(best[index], 3), tuple(merged[index])))
    return links


def _candidates(facts: Sequence[Told], n_known: int) -> Iterable[tuple[int, int]]:
    """Pairs with at least one new fact that share two parties (of facts with one party, that one)."""
    by_parties: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, told in enumerate(facts):
        codes = sorted(party_codes(told.members))
        for parties in combinations(codes, 2) if len(codes) > 1 else [tuple(codes)]:
            by_parties[parties].append(index)
    return sorted(
        {
            (i, j)
            for indexes in by_parties.values()
            for position, j in enumerate(indexes)
            if j >= n_known
            for i in indexes[:position]
            if facts[i].article_id != facts[j].article_id
        }
    )


def _may_join(facts: Sequence[Told], one: Sequence[int], other: Sequence[int], score: Score) -> bool:
    return all(
        facts[i].article_id != facts[j].article_id and score(facts[i], facts[j]) is not None for i in one for j in other
    )


def _age(told: Iterable[Told]) -> tuple[date, str, int]:
    """When and by which fact an event was first told: the older comes first, whatever night was read first."""
    return min((one.reported_on, one.article_id, one.number) for one in told)


def _minted(told: Told) -> str:
    return f"{told.event_type}:{told.key}"
