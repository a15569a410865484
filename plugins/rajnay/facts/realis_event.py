"""An event word in its sentence, as the decisions on its realis see it; and what they decide."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from rajnay.facts.model import Realis, Span
from rajnay.facts.verbs import VerbGroup, verb_groups
from rajnay.text.tokens import Sentence, Token

Tense = Literal["past", "future"]
_NEAR = 150  # tokens on either side of the event that can matter


@dataclass(frozen=True, slots=True)
class Realisation:
    """How an event is asserted. ``realis`` None: not at all (a question, a habit); ``rule`` says why.

    ``tense`` is what relative dates (कल, शुक्रवार को) resolve by. ``span``: the deciding words, None if there are none.
    A wish, offer or attempt is "conditional" with a rule of that name.
    """

    realis: Realis | None
    tense: Tense | None
    span: Span | None
    rule: str


def _around(tokens: tuple[Token, ...], trigger: Span) -> tuple[Token, ...]:
    """The tokens near the trigger: all of any real sentence, a bounded part of a text without stops."""
    if len(tokens) <= 2 * _NEAR:
        return tokens
    at = bisect_left(tokens, trigger.start, key=lambda token: token.start)
    return tokens[max(0, at - _NEAR) : at + _NEAR]


class EventWord:
    """The tokens and verb groups around an event word, which is at ``tokens[first:after]``."""

    def __init__(self, sentence: Sentence, trigger: Span, groups: Sequence[VerbGroup] | None) -> None:
        self.sentence = sentence
        self.tokens: tuple[Token, ...] = _around(sentence.tokens, trigger)
        n = len(self.tokens)
        self.first = next((i for i, t in enumerate(self.tokens) if t.end > trigger.start), n)
        self.after = next((i for i, t in enumerate(self.tokens) if t.start >= trigger.end), n)
        is_whole = self.tokens is sentence.tokens
        self.groups = list(groups) if groups is not None and is_whole else verb_groups(self.tokens)

    def span(self, i: int, j: int | None = None) -> Span:
        """The span of tokens ``i`` to before ``j``; of token ``i`` alone without ``j``."""
        j = i + 1 if j is None else j
        return Span(self.tokens[i].start, self.tokens[j - 1].end)

    def find(self, words: frozenset[str], start: int, end: int) -> int | None:
        """The first of tokens ``start`` to before ``end`` whose key is one of ``words``."""
        return next((i for i in range(max(start, 0), min(end, len(self.tokens))) if self.tokens[i].key in words), None)

    def starts(self, phrase: tuple[str, ...], i: int) -> bool:
        """Does the phrase (token keys) start at token ``i``?"""
        return tuple(t.key for t in self.tokens[i : i + len(phrase)]) == phrase

    def decide(
        self, realis: Realis | None, tense: Tense | None, rule: str, i: int | None, j: int | None = None
    ) -> Realisation:
        """A decision by ``rule``, for which tokens ``i`` to before ``j`` are the cue."""
        return Realisation(realis, tense, None if i is None else self.span(i, j), f"realis.{rule}")

    def own_group(self) -> VerbGroup | None:
        """The verb group that the trigger itself is in (मिले, मिलने वाले हैं)."""
        return next((g for g in self.groups if g.start < self.after and g.end > self.first), None)

    def finite_group(self, start: int) -> VerbGroup | None:
        """The first finite verb group from ``start`` on, a participle before a noun passed over."""
        return next((g for g in self.groups if g.end > start and g.is_finite), None)

    def clause_end(self, group: VerbGroup | None) -> int:
        """The token after the clause that ``group`` closes; the end of the tokens without one."""
        return len(self.tokens) if group is None else group.end

    def verb_between(self, start: int, end: int) -> bool:
        """Does a finite verb group start between tokens ``start`` and ``end``?"""
        return any(start <= g.start < end and g.is_finite for g in self.groups)
