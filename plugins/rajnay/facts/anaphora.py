"""What collectives and pronouns stand for: ``दोनों नेताओं``, ``दोनों देशों``, ``उन्होंने``, ``उनसे``.

Antecedents are looked for among the phrases before, nearest sentence first; a subject before other phrases.
"""

from bisect import bisect_right, insort
from collections.abc import Sequence
from dataclasses import dataclass

from rajnay.facts.gathering import Gathering
from rajnay.facts.model import Mention, Phrase, Span
from rajnay.facts.tagging import Words
from rajnay.facts.word_classes import Lexicon, W

_BACK = 4  # sentences
_STATE_PRONOUNS = frozenset({"उसने", "उससे", "उसके", "उसकी", "उसका", "उसे"})
# After a party of what is told, alone or after a genitive: उनसे, के साथ, के बीच.
_WITH = frozenset({"से", "को", "साथ", "बीच", "संग", "समक्ष"})
_PARTICLES = frozenset({"भी", "ही", "तो"})
_OBJECTS = frozenset({"उनसे", "उन्हें", "इनसे"})
_SUBJECTS = frozenset({"उन्होंने", "उन्होने", "इन्होंने", "वे", "वह", "उसने"})


@dataclass(slots=True, eq=False)
class Candidate:
    """A phrase as an antecedent: its persons or unnamed holders, the states behind it, and its part in the sentence.

    ``is_subject``: it acts. ``is_place``: things happen in it. ``is_party``: it takes part in what is told: it acts, or
    something is done with it. ``roles``: the offices of the people, as worded.
    """

    start: int
    end: int
    people: tuple[str, ...]
    states: tuple[str, ...]
    is_subject: bool
    is_place: bool = False
    is_party: bool = True
    roles: tuple[str, ...] = ()


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
    roles: list[str] = []
    for key in phrase.keys:
        draft = gathering.drafts[key]
        if draft.kind == "person" or phrase.kind == "title":
            people.append(key)
            roles.append(draft.role or "")
        if draft.kind in ("state", "igo"):
            states.append(key)
        elif draft.code is not None and draft.code in gathering.drafts:
            states.append(draft.code)
    if words.key(after) in _PARTICLES:
        after += 1
    is_subject = words.key(after) == "ने" or not (words.is_a(after, W.CASE) or phrase.kind == "demonym")
    is_place = words.key(after) == "में"
    joined = words.is_a(after, W.CONJUNCTION) or words.key(after) == ","
    with_it = words.key(after) in _WITH or (words.is_a(after, W.GENITIVE) and words.key(after + 1) in _WITH)
    return Candidate(
        phrase.span.start, phrase.span.end, tuple(people), tuple(states), is_subject, is_place,
        is_subject or joined or with_it, tuple(roles),
    )  # fmt: skip


def resolve(sentences: Sequence[tuple[Words, list[Candidate]]], lexicon: Lexicon) -> list[Phrase]:
    """The phrases of collectives and pronouns; ``sentences``: words, and candidates by start, of each sentence.

    What a subject pronoun stands for becomes a candidate itself, for the sentences after.
    """
    found = []
    wanted = W.NUMBER | W.PRONOUN
    for number, (words, candidates) in enumerate(sentences):
        for i, classes in enumerate(words.classes):
            if not classes & wanted:
                continue
            before = _before(sentences, number, words.tokens[i].start)
            if classes & W.NUMBER:
                phrase = _collective(words, i, before, lexicon)
            else:
                phrase = _pronoun(words, i, before)
                if phrase is not None and words.keys[i] in _SUBJECTS:
                    insort(candidates, _echo(phrase, before), key=lambda candidate: candidate.start)
            if phrase is not None:
                found.append(phrase)
    return found


def _echo(phrase: Phrase, before: list[list[Candidate]]) -> Candidate:
    """A resolved subject pronoun as a candidate."""
    key = phrase.keys[0]
    origin = next((c for sentence in before for c in reversed(sentence) if key in c.people or key in c.states), None)
    people = (key,) if origin is not None and key in origin.people else ()
    states = origin.states if origin is not None else ()
    held = zip(origin.people, origin.roles, strict=True) if origin is not None else ()
    roles = tuple(role for who, role in held if who == key)
    return Candidate(phrase.span.start, phrase.span.end, people, states, is_subject=True, roles=roles)


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
    office = words.key(end - 1) if people else ""
    keys = _several(before, wanted, people, lexicon.singular(office))
    if len(keys) < wanted:
        return None
    return Phrase(Span(*words.span(i, end)), keys, "collective")


def _several(before: list[list[Candidate]], wanted: int, people: bool | None, office: str | None) -> tuple[str, ...]:
    """The ``wanted`` people (or states; whichever are complete nearer when ``people`` is None) spoken of last.

    Together in one sentence if there is a near one that has them all, else gathered backwards. Where there are more,
    those of ``office`` (दोनों मंत्री), then those who take part (not in whose presence, or whose spokesman).
    """
    groups: list[list[str]] = []
    for sentence in before:
        persons = [key for candidate in sentence for key in candidate.people]
        states = [key for candidate in sentence if not candidate.is_place for key in candidate.states]
        here = states if people is False else persons
        if people is None and len(set(persons)) < wanted <= len(set(states)):
            here = states
        groups.append(list(dict.fromkeys(here)))
    for k, group in enumerate(groups):
        # A name in the sentence itself has to be one of those meant before.
        if len(group) >= wanted and (k == 0 or set(groups[0]) <= set(group)):
            return tuple(_meant(before[k], group, wanted, office)[:wanted])
        if k and group and groups[0]:
            break
    chosen: list[str] = []
    for group in groups:
        new = [key for key in group if key not in chosen]
        missing = wanted - len(chosen)
        chosen = [*new[:missing], *chosen]
        if len(chosen) == wanted:
            break
    return tuple(chosen)


def _meant(sentence: list[Candidate], group: list[str], wanted: int, office: str | None) -> list[str]:
    """The members of ``group`` who are meant if it has more than ``wanted``; all of them if nothing tells."""
    if len(group) > wanted and office:
        roles = [(key, role) for c in sentence for key, role in zip(c.people, c.roles, strict=True)]
        held = {key for key, role in roles if role.split()[-1:] == [office]}
        if len(held) == wanted:
            return [key for key in group if key in held]
    if len(group) > wanted:
        parties = {key for c in sentence if c.is_party for key in (*c.people, *c.states)}
        if len(parties & set(group)) == wanted:
            return [key for key in group if key in parties]
    return group


def _pronoun(words: Words, i: int, before: list[list[Candidate]]) -> Phrase | None:
    key = words.keys[i]
    of_state = key in _STATE_PRONOUNS
    fitting = [[c for c in sentence if (c.states or c.people if of_state else c.people)] for sentence in before]
    if key in _SUBJECTS or of_state:
        chosen = _last_subject(fitting) or next((sentence[0] for sentence in fitting if sentence), None)
    else:
        here = fitting[0]
        subject = next((c for c in reversed(here) if c.is_subject), None)
        others = [c for c in here if c is not subject]
        if key in _OBJECTS and subject is not None and others:
            chosen = others[-1]  # A ने B को फोन कर उनसे …
        else:
            # X के साथ उनकी बैठक: neither X nor the subject of the clause, but who acted before.
            own = subject.people if subject is not None else ()
            earlier = [[c for c in sentence if c.people != own] for sentence in fitting[1:]]
            chosen = _last_subject(earlier) or next((sentence[-1] for sentence in earlier if sentence), None)
            chosen = chosen or (others[-1] if others else subject)
    if chosen is None:
        return None
    keys = chosen.people or (chosen.states if of_state else ())
    return Phrase(Span(*words.span(i, i + 1)), keys[:1], "pronoun") if keys else None


def _last_subject(sentences: list[list[Candidate]]) -> Candidate | None:
    """The subject nearest to the end of the nearest sentence that has one."""
    return next((c for sentence in sentences for c in reversed(sentence) if c.is_subject), None)
