"""Scores facts against labels: the project's own measure, for its own labelled texts.

Actors match one to one by kind and a shared name (states and IGOs by code). Meetings and agreements match one to one
where the F1 of their members is at least 0.5, the best pairs first; *strict* asks for all members, date and status.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from itertools import combinations
from typing import Any

from rajnay.text.keys import match_key

_HONORIFICS = frozenset(map(match_key, ["श्री", "श्रीमती", "सुश्री", "डॉ", "डा", "महामहिम", "प्रो", "जी"]))
Fact = Mapping[str, Any]


class Counts:
    """Found and right, found, and to be found: precision, recall and F1 of each measure by name."""

    def __init__(self) -> None:
        self._of: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])

    def add(self, name: str, right: int, found: int, wanted: int) -> None:
        for at, number in enumerate((right, found, wanted)):
            self._of[name][at] += number

    def f1(self) -> dict[str, float]:
        """F1 by measure; a measure without anything found or wanted is left out."""
        return {name: round(2 * r / (f + w), 4) for name, (r, f, w) in sorted(self._of.items()) if f + w}


def plain(name: str | None) -> str:
    """The form under which names are compared: match key, without marks and honorifics."""
    key = match_key(name or "")
    words = "".join(c if unicodedata.category(c)[0] in "LMN" else " " for c in key).split()
    return " ".join(word for word in words if word not in _HONORIFICS)


def _actors(article: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    return {
        actor["key"]: {"kind": actor["kind"], "code": actor["code"], "names": {plain(n) for n in actor["names"]} - {""}}
        for actor in article["actors"]
    }


def _same(a: Fact, b: Fact) -> bool:
    if a["kind"] == b["kind"] and a["kind"] in ("state", "igo") and a["code"] and b["code"]:
        return bool(a["code"] == b["code"])
    return a["kind"] == b["kind"] and bool(a["names"] & b["names"])


def _same_party(a: Fact, b: Fact) -> bool:
    """A state's or IGO's code stands for whoever signs for it."""
    if a["code"] and b["code"] and {a["kind"], b["kind"]} & {"state", "igo"}:
        return bool(a["code"] == b["code"])
    return _same(a, b)


def _matched(one: list[Any], other: list[Any], likeness: Callable[[Any, Any], float]) -> list[tuple[int, int]]:
    """Pairs of indices, the likest first, each used once, none below 0.5."""
    ranked = sorted(((-likeness(a, b), i, j) for i, a in enumerate(one) for j, b in enumerate(other)))
    pairs: list[tuple[int, int]] = []
    for value, i, j in ranked:
        if value <= -0.5 and all(i != a and j != b for a, b in pairs):
            pairs.append((i, j))
    return pairs


def _member_f1(wanted: list[Fact], found: list[Fact], same: Callable[[Fact, Fact], bool]) -> float:
    pairs = _matched(wanted, found, lambda a, b: float(same(a, b)))
    return 2 * len(pairs) / (len(wanted) + len(found)) if wanted or found else 0.0


def _dyads(events: Iterable[Fact], members: str, actors: Mapping[str, Fact]) -> set[tuple[str, str]]:
    codes = [{actors[key]["code"] for key in event[members] if key in actors} - {None} for event in events]
    return {pair for some in codes for pair in combinations(sorted(some), 2)}


def score(pairs: Iterable[tuple[Mapping[str, Any], Mapping[str, Any]]]) -> dict[str, float]:
    """F1 (slots: share right on matches) by measure, over (labels, facts) of articles in the guidelines' form."""
    counts = Counts()
    for labels, facts in pairs:
        wanted, found = _actors(labels), _actors(facts)
        for kind in ("person", "state", "igo", "body"):
            w, f = ([a for a in some.values() if a["kind"] == kind] for some in (wanted, found))
            right = len(_matched(w, f, lambda a, b: float(_same(a, b))))
            counts.add(f"actors.{kind}", right, len(f), len(w))
            counts.add("actors", right, len(f), len(w))
        for name, members, same in (
            ("meetings", "participants", _same),
            ("agreements", "parties", _same_party),
        ):
            _events(counts, name, members, same, (labels[name], wanted), (facts[name], found))
    return counts.f1()


def _events(
    counts: Counts, name: str, members: str, same: Callable[[Fact, Fact], bool],
    labels: tuple[list[Fact], Mapping[str, Fact]], facts: tuple[list[Fact], Mapping[str, Fact]],
) -> None:  # fmt: skip
    def of(event: Fact, actors: Mapping[str, Fact]) -> list[Fact]:
        return [actors[key] for key in event[members] if key in actors]

    def whole(w: Fact, f: Fact) -> float:
        return _member_f1(of(w, labels[1]), of(f, facts[1]), same)

    def likeness(w: Fact, f: Fact) -> float:
        base = whole(w, f)
        # Among equals the one that also agrees in name, date and status.
        agrees = plain(w.get("name")) == plain(f.get("name")), w["date"] == f["date"], w["status"] == f["status"]
        return base + 0.001 * sum(agrees) if base >= 0.5 else 0.0

    pairs = [(labels[0][i], facts[0][j]) for i, j in _matched(labels[0], facts[0], likeness)]
    counts.add(name, len(pairs), len(facts[0]), len(labels[0]))
    strict = sum(whole(w, f) == 1 and w["date"] == f["date"] and w["status"] == f["status"] for w, f in pairs)
    counts.add(f"{name}.strict", strict, len(facts[0]), len(labels[0]))
    ours, theirs = _dyads(facts[0], members, facts[1]), _dyads(labels[0], members, labels[1])
    counts.add(f"{name}.dyads", len(ours & theirs), len(ours), len(theirs))
    for slot in ("status", "channel", "kind", "date", "place"):
        told = [(w, f) for w, f in pairs if w.get(slot)]
        right = sum(plain(w[slot]) == plain(f.get(slot)) for w, f in told)
        counts.add(f"{name}.slot.{slot}", right, len(told), len(told))
