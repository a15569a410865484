"""What collectives and pronouns stand for: ``दोनों नेताओं``, ``दोनों देशों``, ``उन्होंने``, ``उनसे``.

Antecedents are looked for among the phrases before, nearest sentence first; a subject before other phrases.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from rajnay.facts.gathering import Gathering
from rajnay.facts.model import Mention, Phrase, Span
from rajnay.facts.tagging import Words
from rajnay.facts.word_classes import Lexicon, W

_BACK = 4  # sentences
_STATE_PRONOUNS = frozenset({"उसने", "उससे", "उसके", "उसकी", "उसका", "उसे"})
_PARTICLES = frozenset({"भी", "ही", "तो"})
_SUBJECTS = frozenset({"उन्होंने", "उन्होने", "इन्होंने", "वे", "वह", "उसने"})


@dataclass(slots=True, eq=False)
class Candidate:
    """A phrase as an antecedent: its persons or unnamed holders, the states behind it, and whether it is a subject."""

    start: int
    end: int
    people: tuple[str, ...]
    states: tuple[str, ...]
    is_subject: bool


def read_references(gathering: Gathering) -> None:
    """Adds the phrases of collectives and pronouns."""
    phrases = gathering.phrases
    phrases.sort(key=lambda phrase: phrase.span)
    sentences: list[tuple[Words, list[Candidate]]] = []
    k = 0
    for scene in gathering.scenes:
        words = scene.words
        after = {token.end: i + 1 for i, token in enumerate(words.tokens)}
        candidates = []
        while k < len(phrases) and phrases[k].span.start < words.sentence.end:
            candidates.append(_candidate(gathering, phrases[k], words, after[phrases[k].span.end]))
            k += 1
        sentences.append((words, candidates))
    found = [phrase for phrase in resolve(sentences, gathering.lexicon) if not _is_covered(phrase, phrases)]
    for phrase in found:
        for key in phrase.keys:
            gathering.drafts[key].mentions.append(Mention(phrase.span, phrase.kind, f"actor.{phrase.kind}"))
    phrases += found


def _is_covered(phrase: Phrase, phrases: list[Phrase]) -> bool:
    """Whether the phrase is part of another one (अपने रूसी समकक्ष …)."""
    i = bisect_right(phrases, phrase.span, key=lambda other: other.span) - 1
    return i >= 0 and phrases[i].span.end >= phrase.span.end


def _candidate(gathering: Gathering, phrase: Phrase, words: Words, after: int) -> Candidate:
    people: list[str] = []
    states: list[str] = []
    for key in phrase.keys:
        draft = gathering.drafts[key]
        if draft.kind == "person" or phrase.kind == "title":
            people.append(key)
        if draft.kind in ("state", "igo"):
            states.append(key)
        elif draft.code is not None and draft.code in gathering.drafts:
            states.append(draft.code)
    if words.key(after) in _PARTICLES:
        after += 1
    is_subject = words.key(after) == "ने" or not (words.is_a(after, W.CASE) or phrase.kind == "demonym")
    return Candidate(phrase.span.start, phrase.span.end, tuple(people), tuple(states), is_subject)


def resolve(sentences: Sequence[tuple[Words, list[Candidate]]], lexicon: Lexicon) -> list[Phrase]:
    """The phrases of collectives and pronouns; ``sentences``: words, and candidates by start, of each sentence."""
    found = []
    wanted = (W.NUMBER | W.PRONOUN)
    for number, (words, _) in enumerate(sentences):
        for i, classes in enumerate(words.classes):
            if not classes & wanted:
                continue
            before = _before(sentences, number, words.tokens[i].start)
            phrase = _collective(words, i, before, lexicon) if classes & W.NUMBER else _pronoun(words, i, before)
            if phrase is not None:
                found.append(phrase)
    return found


def _before(sentences: Sequence[tuple[Words, list[Candidate]]], number: int, offset: int) -> list[list[Candidate]]:
    """The candidates before ``offset``, sentence by sentence, the nearest sentence first."""
    here = [c for c in sentences[number][1] if c.end <= offset]
    return [here, *(sentences[k][1] for k in range(number - 1, max(-1, number - 1 - _BACK), -1))]


def _collective(words: Words, i: int, before: list[list[Candidate]], lexicon: Lexicon) -> Phrase | None:
    wanted = lexicon.collective_numbers[words.keys[i]]
    end = i + 1
    people: bool | None = None
    # Up to two words may describe the noun (दोनों शीर्ष नेताओं); दोनों देशों के नेताओं are people.
    for k in range(i + 1, min(i + 4, len(words.keys))):
        if words.keys[k] in lexicon.collective_states:
            people, end = False, k + 1
            if words.is_a(end, W.GENITIVE):
                for m in range(end + 1, end + 3):
                    if words.key(m) in lexicon.collective_persons:
                        people, end = True, m + 1
                        break
            break
        if words.keys[k] in lexicon.collective_persons:
            people, end = True, k + 1
            if words.is_a(k, W.PORTFOLIO) and words.key(k + 1) in lexicon.collective_persons:
                end = k + 2
            break
        if words.is_a(k, W.CASE | W.CONJUNCTION) or not words.is_devanagari(k):
            break
    if people is None and not words.is_a(i + 1, W.CASE) and not words.is_a(i + 1, W.COMMON):
        return None
    keys = _several(before, wanted, people)
    if len(keys) < wanted:
        return None
    return Phrase(Span(*words.span(i, end)), keys, "collective")


def _several(before: list[list[Candidate]], wanted: int, people: bool | None) -> tuple[str, ...]:
    """The last ``wanted`` people (or states; whichever are complete nearer when ``people`` is None)."""
    chosen: list[str] = []
    for sentence in before:
        here: list[str] = []
        alternatives: list[str] = []
        for candidate in sentence:
            here += candidate.states if people is False else candidate.people
            alternatives += candidate.states
        if people is None and len(dict.fromkeys(here)) < wanted <= len(dict.fromkeys(alternatives)) and not chosen:
            here = alternatives
        new = [key for key in dict.fromkeys(here) if key not in chosen]
        missing = wanted - len(chosen)
        chosen = [*new[:missing], *chosen] if len(new) >= missing else [*new, *chosen]
        if len(chosen) == wanted:
            break
    return tuple(chosen)


def _pronoun(words: Words, i: int, before: list[list[Candidate]]) -> Phrase | None:
    key = words.keys[i]
    of_state = key in _STATE_PRONOUNS
    current_subject = next((c for c in reversed(before[0]) if c.is_subject), None)
    for sentence in before:
        fitting = [c for c in sentence if (c.states or c.people if of_state else c.people)]
        if not fitting:
            continue
        if key in _SUBJECTS or of_state:
            antecedent = next((c for c in reversed(fitting) if c.is_subject), fitting[0])
        else:
            # An object pronoun does not stand for the subject of its own clause.
            others = [c for c in fitting if c is not current_subject]
            if not others:
                continue
            antecedent = others[-1]
        keys = antecedent.people or (antecedent.states if of_state else ())
        if keys:
            return Phrase(Span(*words.span(i, i + 1)), keys[:1], "pronoun")
    return None
