"""Who an agreement in a sentence is between, by case marking: X और Y के बीच, X ने Y के साथ, X-Y, दोनों देशों ने.

Works on the arguments of ``rajnay.facts.arguments``. A person signs for the state; a state is one party however named.
"""

from collections.abc import Iterable, Sequence
from functools import cached_property

from rajnay.facts.agreement_terms import LEXICON
from rajnay.facts.arguments import Argument
from rajnay.facts.clauses import Parsed
from rajnay.facts.model import Actor, Party, Span
from rajnay.facts.verbs import is_mark
from rajnay.text.keys import match_key, match_keys
from rajnay.text.tokens import Token

_CAUSATIVE = match_keys(*LEXICON["causatives"]["words"])
_VERB_REACH = 6
_PRESENCE = match_keys("मौजूदगी", "उपस्थिति")
MEETINGS = match_keys(*LEXICON["meetings"]["words"])
_SIDES = match_keys("ओर", "तरफ")
_ORGANS = match_keys(*LEXICON["organs"]["words"])
_SEPARATELY = match_key("अलग")
_PARTY_MARKERS = match_keys("ने", "साथ", "बीच")
_PRONOUNS = match_keys(*LEXICON["pronouns"]["words"])
_THAT = match_key("कि")
AGENT = frozenset(("ne", "by"))
_LOOSE = frozenset(("none", "genitive", "compound", "in"))
_NEAR_HEAD = 2

# The rules by which a sentence tells both sides.
_BOTH_SIDES = ("between", "with", "from", "compound", "subjects", "collective", "undertaking", "under")
EXPLICIT = frozenset(f"agreement.{rule}" for rule in _BOTH_SIDES)


class PartyReader:
    """Turns arguments into parties: persons stand for their states, one entry a state."""

    def __init__(self, actors: Sequence[Actor]) -> None:
        self.actors = {actor.key: actor for actor in actors}
        self.states = {actor.code: actor.key for actor in reversed(actors) if actor.kind == "state" and actor.code}
        self.igos = {actor.code: actor.key for actor in reversed(actors) if actor.kind == "igo" and actor.code}

    @cached_property
    def state_keys(self) -> frozenset[str]:
        """The keys of the states and intergovernmental bodies."""
        return frozenset((*self.states.values(), *self.igos.values()))

    def code(self, key: str) -> str:
        """What two parties are compared by: the code of a state or IGO, else the key."""
        actor = self.actors[key]
        return actor.code if actor.code and actor.kind != "body" else key

    def codes(self, parties: Iterable[Party]) -> frozenset[str]:
        """The codes of ``parties``."""
        return frozenset(self.code(party.key) for party in parties)

    def states_behind(self, parties: Iterable[Party]) -> frozenset[str]:
        """The codes of the states and IGOs that the parties are or belong to: two ministries' are two states."""
        return frozenset(self.actors[party.key].code or party.key for party in parties)

    def state_of(self, key: str) -> str | None:
        """The state or IGO that ``key`` belongs to."""
        actor = self.actors.get(key)
        if actor is None or actor.code is None:
            return None
        return self.states.get(actor.code) or self.igos.get(actor.code)

    def party(self, key: str) -> str | None:
        """The signatory that ``key`` stands for: a person's state or IGO; itself otherwise."""
        actor = self.actors.get(key)
        if actor is None:
            return None
        if actor.kind != "person":
            return key
        return (self.state_of(key) or key) if actor.code else None

    def is_organ(self, key: str) -> bool:
        """Is the body a ministry, cabinet, parliament or army: one that signs for its state?"""
        actor = self.actors.get(key)
        return actor is not None and actor.kind == "body" and any(
            match_key(word) in _ORGANS for name in actor.names for word in name.split()
        )  # fmt: skip

    def settled(self, parties: tuple[Party, ...]) -> tuple[Party, ...]:
        """``parties`` with organs as their states where the other side is a state."""
        kinds = {self.actors[party.key].kind for party in parties}
        if kinds.isdisjoint(("state", "igo")) or "body" not in kinds:
            return parties
        taken: dict[str, Party] = {}
        for party in parties:
            state = self.state_of(party.key) if self.is_organ(party.key) else None
            key = state or party.key
            taken.setdefault(self.code(key), Party(key, party.span))
        return tuple(taken.values()) if len(taken) > 1 else parties

    def of_keys(self, keys: Iterable[tuple[str, Span]], as_states: bool = False) -> tuple[Party, ...]:
        """The parties that actors stand for, each once, with the span that proves it."""
        taken: dict[str, Party] = {}
        for key, span in keys:
            party = (self.state_of(key) if as_states else None) or self.party(key)
            if party is not None:
                taken.setdefault(self.code(party), Party(party, span))
        return tuple(taken.values())

    def parties(self, found: Iterable[Argument], as_states: bool = False) -> tuple[Party, ...]:
        """The parties that the arguments name, each once."""
        return self.of_keys(((m.key, m.span) for argument in found for m in argument.members), as_states)

    def merge(self, *groups: Iterable[Party]) -> tuple[Party, ...]:
        """Parties of several groups, one a code."""
        taken: dict[str, Party] = {}
        for group in groups:
            for party in group:
                taken.setdefault(self.code(party.key), party)
        return tuple(taken.values())

    def read(
        self, parsed: Parsed, head: tuple[int, int], left: int, right: int, is_approval: bool = False
    ) -> tuple[tuple[Party, ...], str]:
        """The parties of an agreement whose noun phrase is ``head`` (token range), and the rule that found them.

        ``left``: where its own adjuncts may begin (after an agreement before it); ``right``: where they end.
        ``is_approval``: the agent approves, and is a party only through its state.
        """
        words, found = parsed.words, parsed.arguments
        start, end = head
        said = max((i for i in range(start) if words[i].key == _THAT), default=-1)
        low, high = parsed.clause(start, end)
        near = [a for a in found if left <= a.first < right]
        before = [a for a in near if a.end <= start]
        agents = [a for a in found if a.case in AGENT and said < a.first and a.end <= start]
        agents = agents or [a for a in near if a.case in AGENT and a.first >= end]
        if any(token.key in _CAUSATIVE for token in words[end : end + _VERB_REACH]):
            agents = []  # ट्रंप ने दोनों से हस्ताक्षर कराए
        own = [a for a in near if low <= a.first < high and not self.is_of_meeting(words, a)]
        for argument in reversed([a for a in own if a.case == "between"]):
            parties = self.parties([argument])
            if len(parties) > 1:
                return parties, "agreement.between"
        together = [a for a in agents if len(self.parties([a])) > 1]
        collective = any(m.kind == "collective" for a in together for m in a.members)
        withs = [a for a in own if a.case == "with"]
        withs = [a for a in withs if a.end <= start] or withs[:1]
        if withs and not collective:
            return self.with_partner(found, agents, near, withs[-1], start, is_approval)
        for argument in reversed([a for a in before if a.case in _LOOSE]):
            parties = self.parties([argument])
            if len(parties) > 1 and self.is_beside(words, argument, start):
                return parties, "agreement.compound"
        if is_approval:
            return (), "agreement.one_side"
        return self.by_subjects(found, agents, together, before, start, said, words)

    def is_beside(self, words: Sequence[Token], argument: Argument, start: int) -> bool:
        """Does the argument stand before the noun phrase as its modifier: भारत-ओमान के समझौते?"""
        if any(is_mark(token) for token in words[argument.end : start]):
            return False
        return argument.after >= start - _NEAR_HEAD or argument.case == "compound"

    def with_partner(
        self, found: Sequence[Argument], agents: Sequence[Argument], near: Sequence[Argument], partner: Argument,
        start: int, is_approval: bool,
    ) -> tuple[tuple[Party, ...], str]:  # fmt: skip
        """X ने Y के साथ, X का Y के साथ, Y के साथ X के समझौते; without X only Y is known."""
        others = self.parties([partner])
        inner = [a for a in near if a.case in _LOOSE and partner.end <= a.first and a.end <= start]
        subject = self.parties(inner[-1:])
        if len(self.merge(subject, others)) == len(others):
            earlier = [a for a in found if a.case in AGENT | _LOOSE and a.end <= partner.first]
            subject = self.parties((list(agents) or earlier)[-1:], as_states=is_approval)
        merged = self.merge(subject, others)
        if len(merged) < 2:
            # ईरान के साथ हुए समझौते से हटने के अमेरिकी राष्ट्रपति के फैसले
            after = [a for a in near if a.case in ("genitive", "ne", "by") and a.first >= start]
            merged = self.merge(others, self.parties(after[:1]))
        return merged, "agreement.with" if len(merged) > 1 else "agreement.with_default"

    def by_subjects(
        self, found: Sequence[Argument], agents: Sequence[Argument], together: Sequence[Argument],
        before: Sequence[Argument], start: int, said: int, words: Sequence[Token],
    ) -> tuple[tuple[Party, ...], str]:  # fmt: skip
        """X और Y ने, दोनों देशों ने, X की ओर से A ने और Y की ओर से B ने, X ने Y से, X और Y … करेंगे."""
        if together:
            return self.parties(together[-1:]), _subjects_rule(together[-1])
        sides = self.parties([a for a in agents if a.marker in _SIDES])
        if len(sides) > 1:
            return sides, "agreement.subjects"
        partner = self.parties([a for a in before if a.case == "se"][-1:])
        if partner and len(merged := self.merge(self.parties(agents[-1:]), partner)) > 1:
            return merged, "agreement.from"
        for argument in reversed([a for a in found if a.case in _LOOSE and a.end <= start]):
            parties = self.parties([argument])
            is_subject = argument.case == "none" and argument.first > said
            if len(parties) > 1 and (argument.after >= start - _NEAR_HEAD or is_subject):
                return parties, _subjects_rule(argument)
        for argument in before:
            # X और Y की मौजूदगी में: leaders watch over the signing of what is their states'.
            present = argument.case == "genitive" and words[argument.after].key in _PRESENCE
            if present and len(parties := self.parties([argument])) > 1 and self.is_of_states(parties):
                return parties, "agreement.subjects"
        one = agents[-1:] or [a for a in before if a.after >= start - _NEAR_HEAD][-1:]
        return self.parties(one), "agreement.one_side"

    def is_of_states(self, parties: Iterable[Party]) -> bool:
        """Does each of them speak for a state or an intergovernmental body, and is none a body?"""
        found = [self.actors[party.key] for party in parties]
        return all(actor.kind != "body" and actor.code for actor in found)

    def under(self, parsed: Parsed, head: tuple[int, int]) -> tuple[Party, ...]:
        """Whom an agreement binds: a body in its name, and who must or may do something under it (X को, X ने)."""
        name = " ".join(token.key for token in parsed.words[head[0] : head[1]])
        span = Span(parsed.words[head[0]].start, parsed.words[head[1] - 1].end)
        inside = [
            (actor.key, span)
            for actor in self.actors.values()
            if actor.kind == "igo" and any(f"{match_key(surface)} " in name for surface in actor.names)
        ]
        bound = [a for a in parsed.arguments if a.first >= head[1] and a.case in ("ne", "to", "none")]
        return self.merge(self.of_keys(inside), self.parties(bound))

    def has_unknown(self, parsed: Parsed, start: int) -> bool:
        """Is there a ने, के साथ or के बीच before token ``start`` in its clause that no known actor carries?"""
        low, _ = parsed.clause(start, start + 1)
        words = parsed.words
        if any(a.case == "between" and a.end <= start and len(self.parties([a])) < 2 for a in parsed.arguments):
            return True
        known = {i for a in parsed.arguments for i in range(a.end, a.after + 1)}
        return any(
            words[i].key in _PARTY_MARKERS and i not in known and i > low
            and words[i - 1].key not in _PRONOUNS and words[i - 2].key not in _PRONOUNS
            and not any(token.key in MEETINGS for token in words[i + 1 : i + 4])
            for i in range(low, start)
        )  # fmt: skip

    def is_of_meeting(self, words: Sequence[Token], argument: Argument) -> bool:
        """X के साथ बैठक के बाद: whom one met, not whom one agreed with."""
        return any(token.key in MEETINGS for token in words[argument.after : argument.after + 4])

    def separately(self, parsed: Parsed, parties: Sequence[Party]) -> list[tuple[Party, ...]]:
        """X और Y ने Z के साथ अलग-अलग: one agreement for each of the subjects."""
        if not any(token.key == _SEPARATELY for token in parsed.words):
            return [tuple(parties)]
        agents = [a for a in parsed.arguments if a.case in AGENT and len(self.parties([a])) > 1]
        withs = [a for a in parsed.arguments if a.case == "with"]
        if not agents or not withs:
            return [tuple(parties)]
        others = self.parties(withs[-1:])
        return [self.merge([subject], others) for subject in self.parties(agents[-1:])]


def _subjects_rule(argument: Argument) -> str:
    collective = any(member.kind == "collective" for member in argument.members)
    return "agreement.collective" if collective else "agreement.subjects"
