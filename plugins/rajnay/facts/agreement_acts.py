"""What a sentence says is done to an agreement: signed, approved, in force, left … and whether it really was.

The act is the first cue after the head in its clause (``समझौते पर … हस्ताक्षर``), else the participle before it
(``हुए समझौते``); ``rajnay.facts.realis`` says whether it happened. Cues: ``lexicon/agreements.toml``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from rajnay.facts.agreement_terms import LEXICON, Head, key_set, table_of
from rajnay.facts.document import Document
from rajnay.facts.model import AgreementStatus, Realis, Span
from rajnay.facts.realis import Tense, read_realis
from rajnay.facts.verbs import is_mark, verb_groups
from rajnay.text.keys import match_key
from rajnay.text.tokens import Sentence, Token

_ACTS = table_of(LEXICON["acts"])
_BEFORE = table_of(LEXICON["acts_before"])
_REFERENCES = table_of(LEXICON["references"])
_DRAFTS = key_set(("मसौदा", "मसौदे"))
_LIGHT = key_set(LEXICON["light_verbs"]["words"])
SIGN_KEYS = key_set(LEXICON["signing"]["words"])
_CASES = key_set(("ने", "को", "से", "में", "पर", "के", "का", "की", "तक"))
_RELATIVES = key_set(("जिस", "जिसे", "जिसमें", "जिससे", "जिसको", "जो", "जिन", "जिनमें", "जिसका", "जिसकी", "जिसके"))
_AND = key_set(("और", "तथा", "एवं", "व"))
_THAT = match_key("कि")


@dataclass(frozen=True, slots=True)
class Act:
    """What is done to an agreement. ``status`` None: it is only spoken of. ``cue``: token range of what says so.

    ``is_denied``: the sentence says that it did not take place.
    """

    status: AgreementStatus | None
    realis: Realis
    tense: Tense | None
    cue: tuple[int, int] | None
    rule: str
    is_denied: bool = False

    def span(self, words: Sequence[Token]) -> Span | None:
        """The cue in the text."""
        return Span(words[self.cue[0]].start, words[self.cue[1] - 1].end) if self.cue else None


SPOKEN_OF = Act(None, "happened", None, None, "agreement.spoken_of")


def _asserted(document: Document, sentence: Sentence, status: str, cue: tuple[int, int], trigger: Span) -> Act:
    """The act that ``status`` and the realis of its trigger amount to."""
    read = read_realis(document, sentence, trigger)
    rule = f"agreement.{status}"
    if read.realis is None:
        return Act(None, "conditional", read.tense, cue, "agreement.not_asserted")
    if read.realis == "denied":
        return Act(None, "denied", read.tense, cue, "agreement.denied", is_denied=True)
    if status == "ended" and read.realis in ("cancelled", "postponed"):
        return Act("ended", "cancelled", read.tense, cue, rule)
    if read.realis in ("planned", "conditional", "cancelled", "postponed"):
        if status in ("ended", "in_force"):
            return Act(None, read.realis, read.tense, cue, f"agreement.not_yet_{status}")
        return Act("proposed", read.realis, read.tense or "future", cue, f"agreement.{status}_expected")
    realis = "planned" if status == "proposed" else read.realis
    return Act(cast(AgreementStatus, status), realis, read.tense or "past", cue, rule)


def clause_end(words: Sequence[Token], start: int) -> int:
    """Where the clause that holds token ``start`` ends: after its finite verb, or a relative clause on the noun."""
    groups = verb_groups(words)
    first = next((g for g in groups if g.is_finite and g.start >= start), None)
    if first is None:
        return len(words)
    end = first.end
    while end + 1 < len(words) and words[end].text == "," and words[end + 1].key in _RELATIVES:
        following = next((g for g in groups if g.is_finite and g.start > end), None)
        if following is None:
            return len(words)
        end = following.end
    return end


def read_act(document: Document, sentence: Sentence, head: Head, limit: int) -> Act:
    """What ``sentence`` says is done to the agreement at ``head``; cues are looked for before token ``limit``."""
    words = sentence.tokens
    reference = _REFERENCES.at(words, head.after)
    if reference is not None:
        end, status = reference
        if status == "in_force":
            return Act("in_force", "historical", "past", (head.after, end), "agreement.reference")
        return _before(words, head) or SPOKEN_OF
    end = min(clause_end(words, head.after), limit)
    is_object = not (head.after < len(words) and words[head.after].key in _CASES)
    draft: Act | None = None
    for i in range(head.after, end):
        found = _ACTS.at(words, i)
        if found is None:
            continue
        stop, status = found
        cue = (i, stop)
        if words[i].key in _LIGHT:
            if not is_object or any(words[k].key in _CASES for k in range(head.after, i)):
                continue
            trigger = Span(words[head.start].start, words[head.end - 1].end)
        else:
            trigger = Span(words[i].start, words[stop - 1].end)
        act = _asserted(document, sentence, status, cue, trigger)
        if words[i].key in _DRAFTS:
            draft = act
            continue
        if draft is not None and act.status != "agreed":
            return draft
        return act
    if draft is not None:
        return draft
    before = _before(words, head)
    if before is not None:
        return before
    if is_object and _closes(words, head.after, sentence.is_headline):
        return Act("agreed", "happened", None, None, "agreement.verbless")
    return SPOKEN_OF


def _before(words: Sequence[Token], head: Head) -> Act | None:
    """A participle or adjective before the head: हुए समझौते, प्रस्तावित संधि."""
    first = min(head.phrase, head.name if head.name is not None else head.phrase)
    for i in range(head.start - 1, max(first - 4, -1), -1):
        found = _BEFORE.at(words, i)
        if found is not None and (i >= first or found[0] >= first - 2):
            if i < first and any(is_mark(words[k]) for k in range(i, first)):
                return None
            status = cast(AgreementStatus, found[1])
            realis: Realis = "planned" if status == "proposed" else "happened"
            return Act(status, realis, "past", (i, found[0]), f"agreement.{status}_participle")
    return None


def _closes(words: Sequence[Token], i: int, is_headline: bool) -> bool:
    """Does a verbless headline's statement end here?"""
    return is_headline and (i >= len(words) or is_mark(words[i]))


