"""Who an agreement in a sentence is between, by case marking: X और Y के बीच, X ने Y के साथ, X-Y, दोनों देशों ने.

Works on the reading's noun phrases. A chain is a coordination of phrases that shares one postposition.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from rajnay.facts.agreement_terms import key_set
from rajnay.facts.model import Actor, Party, Phrase, Span
from rajnay.text.keys import match_key
from rajnay.text.tokens import Sentence, Token

Marker = Literal["agent", "with", "between", "from", "to", "of", "in", "on", "bare"]

_AND = key_set(("और", "तथा", "एवं", "व", "-", "–", "—", "/", ",", "&"))
_CASES: dict[str, Marker] = {
    match_key(word): marker
    for word, marker in (
        ("ने", "agent"), ("द्वारा", "agent"), ("से", "from"), ("को", "to"), ("में", "in"), ("पर", "on"), ("का", "of"),
    )
}  # fmt: skip
_WITH, _BETWEEN, _SIDE = key_set(("साथ", "संग")), key_set(("बीच", "मध्य", "दरमियान")), key_set(("ओर", "तरफ"))
_BY = match_key("द्वारा")
_KE, _KI = match_key("के"), match_key("की")
_QUOTES = frozenset("'\"‘’“”")


@dataclass(frozen=True, slots=True)
class Chain:
    """Coordinated phrases, token range, and the case that they share."""

    start: int
    end: int
    marker: Marker
    phrases: tuple[Phrase, ...]
    is_hyphenated: bool

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(key for phrase in self.phrases for key in phrase.keys))


def _past_brackets(words: Sequence[Token], i: int) -> int:
    while i < len(words):
        if words[i].text == "(":
            close = next((k for k in range(i + 1, min(i + 8, len(words))) if words[k].text == ")"), None)
            if close is None:
                return i
            i = close + 1
        elif words[i].text in _QUOTES:
            i += 1
        else:
            break
    return i


def _marker(words: Sequence[Token], i: int) -> Marker:
    """The case of a phrase that ends before token ``i``."""
    i = _past_brackets(words, i)
    if i >= len(words):
        return "bare"
    key = words[i].key
    following = words[i + 1].key if i + 1 < len(words) else ""
    if key == _KE:
        if following in _WITH:
            return "with"
        if following in _BETWEEN:
            return "between"
        return "agent" if following == _BY else "of"
    if key == _KI:
        return "agent" if following in _SIDE else "of"
    return _CASES.get(key, "bare")


def chains(sentence: Sentence, phrases: Iterable[Phrase]) -> list[Chain]:
    """The coordinations of phrases in a sentence, left to right; nested phrases are left out."""
    words = sentence.tokens
    index = {token.start: i for i, token in enumerate(words)}
    ends = {token.end: i + 1 for i, token in enumerate(words)}
    placed: list[tuple[int, int, Phrase]] = []
    for phrase in phrases:
        start, end = index.get(phrase.span.start), ends.get(phrase.span.end)
        if start is None or end is None or not phrase.keys or (placed and start < placed[-1][1]):
            continue
        placed.append((start, end, phrase))
    found: list[Chain] = []
    group: list[tuple[int, int, Phrase]] = []
    hyphens = True

    def close() -> None:
        if group:
            found.append(
                Chain(group[0][0], group[-1][1], _marker(words, group[-1][1]), tuple(g[2] for g in group),
                      hyphens and len(group) > 1)
            )  # fmt: skip

    for item in placed:
        if group:
            gap = words[_past_brackets(words, group[-1][1]) : item[0]]
            if 1 <= len(gap) <= 2 and all(token.key in _AND for token in gap):
                hyphens = hyphens and all(token.text in "-–—/" for token in gap)
                group.append(item)
                continue
            close()
        group, hyphens = [item], True
    close()
    return found


class PartyReader:
    """Turns chains into parties: persons stand for their states, one entry a state."""

    def __init__(self, actors: Sequence[Actor]) -> None:
        self.actors = {actor.key: actor for actor in actors}
        self.states = {actor.code: actor.key for actor in reversed(actors) if actor.kind == "state" and actor.code}
        self.igos = {actor.code: actor.key for actor in reversed(actors) if actor.kind == "igo" and actor.code}

    def code(self, key: str) -> str:
        """What two parties are compared by: the code of a state or IGO, else the key."""
        actor = self.actors[key]
        return actor.code if actor.code and actor.kind != "body" else key

    def party(self, key: str) -> str | None:
        """The signatory that ``key`` stands for: a person's state or IGO; itself otherwise."""
        actor = self.actors.get(key)
        if actor is None:
            return None
        if actor.kind != "person":
            return key
        if actor.code is None:
            return None
        return self.states.get(actor.code) or self.igos.get(actor.code) or key

    def state_of(self, key: str) -> str | None:
        """The state or IGO that ``key`` belongs to."""
        actor = self.actors.get(key)
        if actor is None or actor.code is None:
            return None
        return self.states.get(actor.code) or self.igos.get(actor.code)

    def parties(self, found: Iterable[Chain], as_states: bool = False) -> tuple[Party, ...]:
        """The parties that ``found`` name, each once."""
        taken: dict[str, Party] = {}
        for chain in found:
            for phrase in chain.phrases:
                for key in phrase.keys:
                    party = (self.state_of(key) if as_states else None) or self.party(key)
                    if party is not None:
                        taken.setdefault(self.code(party), Party(party, phrase.span))
        return tuple(taken.values())

    def of_keys(self, keys: Iterable[str], span: Span) -> tuple[Party, ...]:
        """The parties that actors stand for, proved by one span."""
        taken: dict[str, Party] = {}
        for key in keys:
            party = self.party(key)
            if party is not None:
                taken.setdefault(self.code(party), Party(party, span))
        return tuple(taken.values())

    def read(
        self, found: Sequence[Chain], head: tuple[int, int], left: int, right: int, is_approval: bool
    ) -> tuple[tuple[Party, ...], str]:
        """The parties of an agreement whose noun phrase is ``head`` (token range), and the rule that found them.

        ``left``: where its own adjuncts may begin (after an agreement before it); ``right``: where they end.
        ``is_approval``: the agent approves, and is a party only through its state.
        """
        start, end = head
        near = [chain for chain in found if left <= chain.start < right]
        agents = [chain for chain in found if chain.marker == "agent" and chain.end <= start]
        agents = agents or [chain for chain in near if chain.marker == "agent" and chain.start >= end]
        before = [chain for chain in near if chain.end <= start]
        between = [chain for chain in near if chain.marker == "between"]
        if between:
            parties = self.parties(between[-1:])
            if len(parties) > 1:
                return parties, "agreement.between"
        withs = [chain for chain in near if chain.marker == "with"]
        if withs:
            partner = self.parties(withs[-1:])
            own = [c for c in agents if c is not withs[-1]] or [
                c for c in found if c.marker in ("of", "bare") and c.end <= withs[-1].start
            ]
            others = self.parties(own[-1:], as_states=is_approval)
            mine = [c for c in near if c.marker in ("of", "bare") and withs[-1].end <= c.start and c.end <= start]
            others = others or self.parties(mine[-1:])
            merged = self.merge(others, partner)
            if len(merged) > 1:
                return merged, "agreement.with"
            return partner, "agreement.with_default"
        compound = [c for c in before if c.marker in ("of", "bare", "in") and (c.end >= start - 2 or c.is_hyphenated)]
        for chain in reversed(compound):
            parties = self.parties([chain])
            if len(parties) > 1:
                return parties, "agreement.compound"
        if not is_approval:
            subject = self.parties(agents[-1:]) if agents else ()
            if len(subject) > 1:
                collective = any(phrase.kind == "collective" for phrase in agents[-1].phrases)
                return subject, "agreement.collective" if collective else "agreement.subjects"
            sides = self.parties(agents) if len(agents) > 1 else ()
            if len(sides) > 1:
                return sides, "agreement.subjects"
            partner = self.parties([c for c in before if c.marker == "from"][-1:])
            if partner and subject:
                merged = self.merge(subject, partner)
                if len(merged) > 1:
                    return merged, "agreement.from"
            for chain in reversed([c for c in found if c.marker in ("bare", "of", "to", "in") and c.end <= start]):
                parties = self.parties([chain])
                if len(parties) > 1 and (chain.marker == "bare" or chain.end >= start - 2):
                    collective = any(phrase.kind == "collective" for phrase in chain.phrases)
                    return parties, "agreement.collective" if collective else "agreement.subjects"
            if subject:
                return subject, "agreement.one_side"
        near_of = [c for c in before if c.marker in ("of", "bare") and c.end >= start - 2]
        return self.parties(near_of[-1:]), "agreement.one_side"

    def merge(self, *groups: Iterable[Party]) -> tuple[Party, ...]:
        """Parties of several groups, one a code."""
        taken: dict[str, Party] = {}
        for group in groups:
            for party in group:
                taken.setdefault(self.code(party.key), party)
        return tuple(taken.values())
