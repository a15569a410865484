"""A sentence taken apart: its verb groups, its arguments, and the bounds of the clause around an event."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass

from rajnay.facts.arguments import Argument, arguments
from rajnay.facts.model import Phrase
from rajnay.facts.verbs import JOINTS, VerbGroup, is_mark, verb_groups
from rajnay.text.keys import match_key, match_keys
from rajnay.text.tokens import Sentence, Token

_FAR = 60  # tokens that a clause can reach from its event; bounds texts without stops
_THAT = match_key("कि")
RELATIVE = match_keys("जो", "जिन्होंने", "जिसने", "जिनसे", "जिससे", "जिनके", "जिसके", "जिनकी", "जिसकी")
_CONJUNCTIONS = match_keys(
    "और",
    "तथा",
    "एवं",
    "व",
    "लेकिन",
    "मगर",
    "पर",
    "किंतु",
    "परंतु",
    "जबकि",
    "हालांकि",
    "बल्कि",
    "क्योंकि",
    "तो",
    "वहीं",
    "इसलिए",
    "कि",
    "यानी",
)
_ABOUT = match_keys("वाला", "वाले", "वाली", "हुई", "हुए", "हुआ", "आयोजित", "प्रस्तावित")


@dataclass(frozen=True, slots=True)
class Parsed:
    """A sentence taken apart: tokens, verb groups, arguments."""

    sentence: Sentence
    words: tuple[Token, ...]
    groups: tuple[VerbGroup, ...]
    arguments: tuple[Argument, ...]

    def clause(self, first: int, after: int) -> tuple[int, int]:
        """Bounds (tokens) of the clause around ``first`` to ``after``: from the last finite verb, कि or colon on."""
        low = max(0, first - _FAR)
        for group in self.groups:
            if group.end > first:
                break
            if group.is_finite and closes_clause(self.words, group):
                low = max(low, group.end)
        for i in range(first - 1, low - 1, -1):
            if self.words[i].key == _THAT or self.words[i].text in ":;।":
                low = i + 1
                break
        for i in range(first - 1, low, -1):
            if self.words[i].key in RELATIVE and self.words[i - 1].text == ",":
                low = i
                break
        while low < first and (is_mark(self.words[low]) or self.words[low].key in _CONJUNCTIONS):
            low += 1
        high = min(len(self.words), after + _FAR)
        for group in self.groups:
            if group.end > after and group.is_finite and closes_clause(self.words, group):
                high = min(high, group.end)
                break
        return low, max(high, after)

    def verb_between(self, start: int, end: int) -> bool:
        """Does a verb (but for a participle before a noun: हुई, होने वाली) stand between tokens ``start`` and ``end``?"""
        return any(start <= g.start < end and not attributive(self.words, g) for g in self.groups)


def closes_clause(words: Sequence[Token], group: VerbGroup) -> bool:
    """Whether a clause ends with the finite group: at a mark, a joint or the end; not मिले मोदी."""
    return group.end >= len(words) or is_mark(words[group.end]) or words[group.end].key in JOINTS


def attributive(words: Sequence[Token], group: VerbGroup) -> bool:
    """A participle before its noun: होने वाली बैठक, हुई मुलाकात, से लौटे अबिय."""
    if group.is_finite or "absolutive" in group.forms:
        return False
    return words[group.end - 1].key in _ABOUT or group.forms <= {"past"}


def parse(
    sentence: Sentence, phrases: Iterable[Phrase], states: Container[str] = (), persons: Container[str] = ()
) -> Parsed:
    """``sentence`` with its verb groups and the arguments that ``phrases`` make in it."""
    words = sentence.tokens
    found = arguments(words, phrases, states, persons)
    # What looks like a verb inside a name is none.
    groups = [g for g in verb_groups(words) if not any(a.first <= g.start and g.end <= a.end for a in found)]
    return Parsed(sentence, words, tuple(groups), tuple(found))
