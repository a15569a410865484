"""Organisations by their head nouns: ministries, organs of a state, parties, courts, companies; known or not.

A body is a noun phrase that ends in a head (``मंत्रालय``, ``आयोग``, ``पार्टी``), one that follows a class noun
(``कंपनी नेवल ग्रुप``), or a name from the seeds. It becomes an entity of the sentence, so that offices
(``X के प्रवक्ता``) can build on it.
"""

from dataclasses import dataclass

from rajnay.facts.knowledge import Entry
from rajnay.facts.offices import STATE_KINDS
from rajnay.facts.tagging import Entity, Words
from rajnay.facts.word_classes import Lexicon, W

_LONGEST = 9  # words before the head
_PROPER = int(W.NAME | W.SURNAME | W.PLACE | W.BODY)
_PART = int(W.INNER | W.PORTFOLIO)
_STOP = int(W.CASE | W.PRONOUN | W.REFLEXIVE | W.NUMBER | W.HONORIFIC | W.PLURAL)


@dataclass(slots=True, eq=False)
class Body:
    """An organisation in a sentence; token positions are end-exclusive.

    ``start:end``: its own name. ``whole``: where the phrase with its state begins (``जापान के | विदेश मंत्रालय``).
    ``id``: of a known body. ``code``: of the state or IGO it belongs to, as far as the phrase or the seed says.
    ``is_mission``: a name only where it acts. ``is_bare``: a head alone (``मंत्रालय``, ``आयोग``): stands for a body
    named before. ``is_organ``: an organ of whichever state the context gives.
    """

    start: int
    end: int
    whole: int
    id: str | None
    code: str | None
    name_en: str | None
    rule: str
    is_mission: bool = False
    is_bare: bool = False
    is_organ: bool = False


def find_bodies(words: Words, lexicon: Lexicon) -> list[Body]:
    """The bodies of a sentence, in order. Those that the seeds do not know are added to ``words`` as entities."""
    found: list[Body] = []
    organs = lexicon.organs
    heads = int(W.PORTFOLIO_HEAD | W.BODY_HEAD | W.CLASS_NOUN | W.GOVERNMENT)
    i, n = 0, len(words.keys)
    while i < n:
        body = None
        known = words.starting.get(i)
        organ = organs.longest(words.keys, i) if words.keys[i] in organs.first_words else None
        if organ is not None and (known is None or known.end <= organ[0]):
            body = _organ(words, i, organ[0], organ[1][0])
        elif known is not None:
            if known.entry.kind == "body":
                whole, _ = _state_before(words, i)
                entry = known.entry
                found.append(Body(i, known.end, whole, entry.id, entry.code, entry.name_en, "actor.body.known"))
            i = known.end
            continue
        elif words.classes[i] & heads:
            body = _by_head(words, i)
        if body is None:
            i += 1
            continue
        found.append(body)
        if not body.is_bare:
            entry = Entry("body", body.id or "", body.code, body.name_en or "", "")
            words.add(Entity(body.start, body.end, (entry,)))
        i = max(body.end, i + 1)
    return [body for body in found if body.is_bare or words.starting.get(body.start) is not None]


def _by_head(words: Words, i: int) -> Body | None:
    classes = words.classes[i]
    body = None
    if classes & int(W.PORTFOLIO_HEAD):
        body = _ministry(words, i)
    elif classes & int(W.GOVERNMENT):
        body = _government(words, i)
    elif classes & int(W.BODY_HEAD):
        body = _headed(words, i)
    if body is None and classes & int(W.CLASS_NOUN):
        body = _after_class_noun(words, i)
    return body


def _state_before(words: Words, start: int) -> tuple[int, str | None]:
    """Where the state before a body begins, and its code; ``start`` and None if there is none."""
    i = start
    if words.is_a(i - 1, W.GENITIVE):
        i -= 1
        if words.is_a(i - 1, W.GOVERNMENT):  # भारत सरकार के विदेश मंत्रालय
            i -= 1
    before = words.ending.get(i)
    if before is not None and before.entry.kind in STATE_KINDS:
        return before.start, before.entry.code
    return start, None


def _organ(words: Words, start: int, end: int, is_mission: bool) -> Body | None:
    whole, code = _state_before(words, start)
    if is_mission and (code is None or not _acts(words, end)):
        return None
    return Body(start, end, whole, None, code, None, "actor.body.organ", is_mission=is_mission, is_organ=True)


def _acts(words: Words, end: int) -> bool:
    return any(words.key(i) in ("ने", "अनुसार", "मुताबिक", "कहना") for i in range(end, end + 4))


def _ministry(words: Words, head: int) -> Body:
    start = head
    while start > 0 and not words.inside_entity(start - 1):
        p = start - 1
        if words.classes[p] & int(W.PORTFOLIO):
            start = p
        elif (
            (words.classes[p] & int(W.CONJUNCTION) or words.keys[p] == ",")
            and start < head
            and words.is_a(p - 1, W.PORTFOLIO)
            and not words.inside_entity(p - 1)
        ):
            start = p - 1
        else:
            break
    if start == head:
        return Body(head, head + 1, head, None, None, None, "actor.body.short", is_bare=True)
    whole, code = _state_before(words, start)
    return Body(start, head + 1, whole, None, code, None, "actor.body.ministry", is_organ=True)


def _government(words: Words, head: int) -> Body | None:
    """A government named after its leader, party or province; that of a state is the state."""
    before = words.ending.get(head)
    genitive = False
    if before is None and words.is_a(head - 1, W.GENITIVE):
        before, genitive = words.ending.get(head - 1), True
    if before is not None:
        entry = before.entry
        if entry.kind == "place" and entry.sort == "indian_state":
            return Body(before.start, head + 1, before.start, None, entry.code, None, "actor.body.government")
        return None
    start = head
    while not genitive and start > 0 and words.is_a(start - 1, W.NAME | W.SURNAME) and start > head - 3:
        start -= 1
    if start == head:
        return None
    return Body(start, head + 1, start, None, None, None, "actor.body.government", is_organ=True)


def _headed(words: Words, head: int) -> Body | None:
    """A name that ends in the head: parts, proper words, states and places before it."""
    start = head
    proper = False
    parts = 0
    state: str | None = None
    keeps_state = True
    while start > 0 and head - start < _LONGEST:
        p = start - 1
        entity = words.ending.get(start)
        if entity is not None:
            if entity.entry.kind in ("media", "metonym"):
                break
            proper = True
            state = entity.entry.code
            start = entity.start
            keeps_state = False
            if entity.entry.kind in ("state", "demonym"):
                break
            continue
        classes = words.classes[p]
        if classes & (_STOP | int(W.GOVERNMENT)) and not classes & int(W.INNER):
            break
        if classes & _PART:
            parts += 1
        elif classes & (_PROPER | int(W.BODY_HEAD)) or (not classes & int(W.COMMON) and words.is_devanagari(p)):
            proper = proper or not classes & int(W.BODY_HEAD)
        elif (
            classes & int(W.CONJUNCTION)
            and start < head
            and words.is_a(start, _PART)
            and words.is_a(p - 1, _PART)
            and words.key(start) not in ("केंद्रीय",)
        ):
            pass
        elif words.keys[p] in ("-", "वें", "वां") and start < head:
            pass
        else:
            break
        start = p
    while start < head and words.is_a(start, W.CONJUNCTION):
        start += 1
    if start == head:
        bare = words.classes[head] & int(W.CLASS_NOUN) == 0
        return Body(head, head + 1, head, None, None, None, "actor.body.short", is_bare=True) if bare else None
    if not proper and parts < 2 and not words.is_a(head, W.PORTFOLIO_HEAD) and words.keys[head] not in _SELF_SUFFICIENT:
        return None
    whole, code = _state_before(words, start)
    del keeps_state
    return Body(start, head + 1, whole, None, code or state, None, "actor.body.headed")


# With one describing word these are names already: वित्त आयोग, सीमा आयोग.
_SELF_SUFFICIENT = frozenset({"आयोग", "प्राधिकरण", "मंत्रालय"})


def _after_class_noun(words: Words, head: int) -> Body | None:
    """A proper name after its class: कंपनी नेवल ग्रुप, संगठन …"""
    i = head + 1
    proper = 0
    while i < len(words.keys) and i - head <= 4 and i not in words.starting:
        classes = words.classes[i]
        if words.is_latin(i):
            proper += 1
        elif not words.is_devanagari(i) or classes & (_STOP | int(W.CONJUNCTION)):
            break
        elif classes & (_PROPER | int(W.DUAL)) or not classes & int(W.COMMON):
            proper += 1
        elif not classes & int(W.BODY_HEAD | W.INNER):
            break
        i += 1
    if proper == 0 or not (i == len(words.keys) or words.is_a(i, W.CASE | W.CONJUNCTION) or words.keys[i] in ",।(."):
        return None
    whole, code = _state_before(words, head)
    return Body(head + 1, i, whole, None, code, None, "actor.body.class_noun")
