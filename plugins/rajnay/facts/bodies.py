"""Organisations by their head nouns: ministries, organs of a state, parties, courts, companies; known or not.

A body is a noun phrase that ends in a head (``मंत्रालय``, ``आयोग``, ``पार्टी``), one that follows a class noun
(``कंपनी नेवल ग्रुप``), or a name from the seeds. It becomes an entity of the sentence, so that offices
(``X के प्रवक्ता``) can build on it.
"""

from dataclasses import dataclass

from rajnay.facts.knowledge import ORGAN_SORTS, Entry, Knowledge
from rajnay.facts.offices import STATE_KINDS
from rajnay.facts.tagging import Entity, Words
from rajnay.facts.word_classes import Lexicon, W

_LONGEST = 9  # words before the head
_PROPER = W.NAME | W.SURNAME | W.PLACE | W.BODY
_PART = W.INNER | W.PORTFOLIO
_NAMED_AFTER_PEOPLE = frozenset({"ngo", "university", "company"})
_NAMESAKE = "UNSC"  # states have one, too
_STOP = W.CASE | W.PRONOUN | W.REFLEXIVE | W.NUMBER | W.HONORIFIC | W.PLURAL


@dataclass(slots=True, eq=False)
class Body:
    """An organisation in a sentence; token positions are end-exclusive.

    ``start:end``: its own name. ``whole``: where the phrase with its state begins (``जापान के | विदेश मंत्रालय``).
    ``id``: of a known body. ``code``: of the state or IGO it belongs to, as far as the phrase or the seed says.
    ``is_mission``: a name only where it acts. ``is_bare``: a head alone (``मंत्रालय``, ``आयोग``): stands for a body
    named before. ``is_organ``: an organ of whichever state the context gives.
    ``key``: of the actor that it is read as, once known.
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
    key: str = ""


def find_bodies(words: Words, knowledge: Knowledge, lexicon: Lexicon) -> list[Body]:
    """The bodies of a sentence, in order. Those that the seeds do not know are added to ``words`` as entities."""
    found: list[Body] = []
    organs = lexicon.organs
    heads = W.PORTFOLIO_HEAD | W.BODY_HEAD | W.CLASS_NOUN | W.GOVERNMENT
    i, n = 0, len(words.keys)
    while i < n:
        body = None
        known = words.starting.get(i)
        organ = organs.longest(words.keys, i) if words.keys[i] in organs.first_words else None
        if organ is not None and (known is None or known.end <= organ[0]):
            body = _organ(words, i, organ[0], organ[1][0])
            if body is None and known is not None:
                words.remove(known)
            if body is None and words.classes[organ[0] - 1] & W.BODY_HEAD:
                body = _headed(words, organ[0] - 1)
        elif known is not None and known.entry.sort == "venue" and _acts(words, known.end):
            body = Body(i, known.end, i, known.entry.id, known.entry.code, known.entry.name_en, "actor.body.seat")
        elif known is not None and known.entry.kind == "body":
            body = _known(words, known, knowledge)
            if body is None:
                i = known.end
                continue
        elif known is not None and known.entry.code == _NAMESAKE and (owner := _owner(words, i)) is not None:
            words.remove(known)  # रूस की सुरक्षा परिषद is no organ of the UN; those of an IGO's members are many
            if owner.entry.kind == "igo":
                i = known.end
                continue
            body = Body(i, known.end, owner.start, None, owner.entry.code, None, "actor.body.headed", is_organ=True)
        elif known is not None:
            i = known.end
            continue
        elif words.classes[i] & heads:
            body = _by_head(words, i)
        elif words.classes[i] == 0 and words.keys[i] not in knowledge.people.first_words:
            body = _acronym(words, i, lexicon)
        if body is None:
            i += 1
            continue
        found.append(body)
        if not body.is_bare and body.rule != "actor.body.known":
            entry = Entry("body", body.id or "", body.code, body.name_en or "", "")
            words.add(Entity(body.start, body.end, (entry,)))
        i = max(body.end, i + 1)
    found += _listed(words)
    return [body for body in found if body.is_bare or words.starting.get(body.start) is not None]


def _listed(words: Words) -> list[Body]:
    """The unknown names in A, B और C जैसी कंपनियों."""
    found = []
    for i, classes in enumerate(words.classes):
        if not classes & W.CLASS_PLURAL:
            continue
        end = next((k for k in range(i - 1, max(-1, i - 5), -1) if words.key(k) in ("जैसी", "जैसे")), 0)
        while end > 0:
            entity = words.ending.get(end)
            start = entity.start if entity is not None else _proper_start(words, end)
            if start == end:
                break
            if entity is None or entity.entry.kind == "media":  # फेसबुक is no source here
                found.append(Body(start, end, start, None, None, None, "actor.body.listed"))
                words.add(Entity(start, end, (Entry("body", "", None, "", ""),)))
            joined = words.is_a(start - 1, W.CONJUNCTION) or words.key(start - 1) == ","
            end = start - 1 if joined else 0
    return found


def _proper_start(words: Words, end: int) -> int:
    """The start of the run of unknown and proper words that ends at ``end``; a dash may join them."""
    start = end
    while (
        words.is_unknown(start - 1)
        or words.is_a(start - 1, W.BODY | W.NAME)
        or (start < end and words.key(start - 1) in ("-", "–") and words.touches(start))
    ):
        start -= 1
    return start


def _known(words: Words, entity: Entity, knowledge: Knowledge) -> Body | None:
    """A body of the seeds. What every state has is read by its parts: state and organ."""
    entry = entity.entry
    if words.is_a(entity.end, W.LEVEL) and entry.sort in ORGAN_SORTS:
        return None
    if any(other.kind == "place" for other in entity.entries) and not _acts(words, entity.end):
        return None  # in the White House, not by it
    start = entity.start
    if entity.end - start == 1 and words.is_a(start, W.BODY_HEAD):
        return None
    if entry.sort in ORGAN_SORTS or words.is_a(entity.end - 1, W.GOVERNMENT):
        inner = knowledge.entities.longest(words.keys, start, before=entity.end)
        if inner is not None and any(e.kind in STATE_KINDS for e in inner[1]):
            state = tuple(e for e in inner[1] if e.kind in STATE_KINDS)
            words.remove(entity)
            words.add(Entity(start, inner[0], state))
            if words.is_a(entity.end - 1, W.GOVERNMENT):
                return None  # a state's government is the state
            own = inner[0] + words.is_a(inner[0], W.GENITIVE)
            return Body(own, entity.end, start, None, entry.code, None, "actor.body.organ", is_organ=True)
        if words.is_a(entity.end - 1, W.PORTFOLIO_HEAD):
            words.remove(entity)
            return _ministry(words, entity.end - 1)
    if entry.sort in _NAMED_AFTER_PEOPLE and words.is_a(entity.end - 1, W.BODY_HEAD):
        while words.is_a(start - 1, W.NAME | W.SURNAME) or words.is_unknown(start - 1):
            start -= 1
        if start < entity.start:  # मिलिंडा गेट्स फाउंडेशन
            return Body(start, entity.end, start, None, entry.code, None, "actor.body.headed")
    whole, _ = _state_before(words, start)
    return Body(start, entity.end, whole, entry.id, entry.code, entry.name_en, "actor.body.known")


def _by_head(words: Words, i: int) -> Body | None:
    classes = words.classes[i]
    body = None
    if classes & W.PORTFOLIO_HEAD:
        body = _ministry(words, i)
    elif classes & W.GOVERNMENT:
        body = _government(words, i)
    elif classes & W.BODY_HEAD:
        body = _headed(words, i)
    if body is None and classes & W.CLASS_NOUN:
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


def _owner(words: Words, start: int) -> Entity | None:
    """The state or IGO before a genitive that ends at ``start``, or the demonym there; never the UN."""
    genitive = words.is_a(start - 1, W.GENITIVE)
    before = words.ending.get(start - 1 if genitive else start)
    if before is None or before.entry.code == "UN":
        return None
    return before if before.entry.kind in STATE_KINDS or genitive and before.entry.kind == "igo" else None


def _organ(words: Words, start: int, end: int, is_mission: bool) -> Body | None:
    whole, code = _state_before(words, start)
    if is_mission and (code is None or not _acts(words, end)):
        return None
    if words.is_a(end, W.LEVEL) or (code is None and not _stands_alone(words, start)):
        return None
    return Body(start, end, whole, None, code, None, "actor.body.organ", is_mission=is_mission, is_organ=True)


def _stands_alone(words: Words, start: int) -> bool:
    """Whether nothing before the organ describes it (शांति सेना, वहां की सेना are other things)."""
    p = start - 1
    if p < 0 or not (words.is_devanagari(p) or words.is_latin(p)):
        return True
    return words.is_a(p, W.CASE | W.CONJUNCTION) and not words.is_a(p, W.GENITIVE)


def _acts(words: Words, end: int) -> bool:
    return any(words.key(i) in ("ने", "अनुसार", "मुताबिक", "कहना") for i in range(end, end + 4))


def _ministry(words: Words, head: int) -> Body | None:
    start = head
    while start > 0 and not words.inside_entity(start - 1):
        p = start - 1
        if words.classes[p] & _PART:
            start = p
        elif (
            (words.classes[p] & W.CONJUNCTION or words.keys[p] == ",")
            and start < head
            and words.is_a(p - 1, W.PORTFOLIO)
            and not words.inside_entity(p - 1)
        ):
            start = p - 1
        else:
            break
    if start == head:
        return Body(head, head + 1, head, None, None, None, "actor.body.short", is_bare=True)
    # सरकारी विभाग: which one is not said.
    if words.is_a(head + 1, W.LEVEL) or (start == head - 1 and words.is_a(start, W.GENERIC)):
        return None
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
    while not genitive and start > head - 3 and words.is_a(start - 1, W.NAME | W.SURNAME):
        if words.is_a(start - 1, W.GOVERNMENT):
            break
        start -= 1
    if start == head:
        return None
    return Body(start, head + 1, start, None, None, None, "actor.body.government", is_organ=True)


def _headed(words: Words, head: int) -> Body | None:
    """A name that ends in the head: describing parts, proper words, states, IGOs and places before it."""
    if words.is_a(head + 1, W.LEVEL) or words.is_a(head + 1, W.BODY_HEAD):
        return None
    start = head
    proper = rare = False
    parts = 0
    specific = 0
    code: str | None = None
    while start > 0 and head - start < _LONGEST:
        p = start - 1
        entity = words.ending.get(start)
        if entity is not None:
            # In भारत-स्वीडन संयुक्त आयोग the state is a party, not part of a name.
            if entity.entry.kind in ("media", "metonym", "body") or words.key(entity.start - 1) in ("-", "–"):
                break
            # चीनी कंपनी: which one is not said, but अमेरिकी अंतरिक्ष एजेंसी is one.
            vague = not specific and words.is_a(head, W.CLASS_NOUN) and words.is_a(head, W.NEEDS_PROPER)
            proper = proper or not vague or entity.entry.kind not in STATE_KINDS
            code = entity.entry.code
            start = entity.start
            if entity.entry.kind == "igo" or not words.is_a(start - 1, W.INNER):
                break
            continue  # लिबर्टी कोरिया पार्टी, अखिल भारतीय संस्थान
        classes = words.classes[p]
        if classes & (W.NAME | W.SURNAME) and not classes & _PART and words.is_a(start, W.GENERIC):
            break  # … सिंह संयुक्त आयोग की बैठक में
        if p in words.trapped or classes & (_STOP | W.GOVERNMENT) and not classes & W.INNER:
            break
        if classes & _PART:
            parts += 1
            specific += not classes & W.GENERIC
        elif classes & (_PROPER | W.BODY_HEAD) or (not classes & W.COMMON and words.is_devanagari(p)):
            proper = proper or not classes & (W.BODY_HEAD | W.RARE)
            rare = rare or bool(classes & W.RARE)
        elif words.keys[p] == "वें" and words.key(p - 1).isdigit():
            start = p - 1
            continue
        elif not (start < head and classes & W.CONJUNCTION and words.is_a(start, _PART) and words.is_a(p - 1, _PART)):
            break
        start = p
    while start < head and words.is_a(start, W.CONJUNCTION):
        start += 1
    if start == head:
        short = words.is_a(head, W.SHORT_HEAD)
        return Body(head, head + 1, head, None, None, None, "actor.body.short", is_bare=True) if short else None
    owner = words.ending.get(start - 1) if words.is_a(start - 1, W.GENITIVE) else None
    if owner is not None and owner.entry.kind == "body":  # भारतीय सेना की उत्तरी कमान
        return Body(start, head + 1, owner.start, None, owner.entry.code, None, "actor.body.part")
    # केन्या के मानक ब्यूरो
    of_state = words.is_a(start - 1, W.GENITIVE) and _state_before(words, start)[1] is not None
    # गन्ना समिति के सचिव: what has a secretary is an institution.
    holds = words.is_a(head + 1, W.GENITIVE) and words.is_a(head + 2, W.HEAD)
    enough = proper or (rare and holds) or (specific and (parts > 1 or of_state or words.is_a(head, W.SELF_SUFFICIENT)))
    if not enough or (words.is_a(head, W.NEEDS_PROPER) and not proper):
        return None
    whole, owner_code = _state_before(words, start)
    end = _english_end(words, head + 1)
    is_organ = of_state and not proper
    return Body(start, end, whole, None, owner_code or code, None, "actor.body.headed", is_organ=is_organ)


def _acronym(words: Words, i: int, lexicon: Lexicon) -> Body | None:
    """An acronym that no list knows (एनसीएलटी), where it acts or has office-holders."""
    holds = words.is_a(i + 1, W.GENITIVE) and words.is_a(i + 2, W.HEAD | W.PREFIX)
    if not (holds or words.key(i + 1) in ("ने", "द्वारा")) or words.is_a(i - 1, W.HEAD | W.HONORIFIC):
        return None
    if not lexicon.is_acronym(words.keys[i]):
        return None
    whole, code = _state_before(words, i)
    return Body(i, i + 1, whole, None, code, None, "actor.body.acronym")


def _english_end(words: Words, end: int) -> int:
    """The end of a name in English order: काउंसिल | ऑफ मेडिकल रिसर्च."""
    if words.key(end) not in ("ऑफ", "फॉर"):
        return end
    last = end + 1
    while last < end + 5 and words.is_devanagari(last) and not words.is_a(last, _STOP | W.CONJUNCTION):
        last += 1
    return last if last > end + 1 else end


def _after_class_noun(words: Words, head: int) -> Body | None:
    """A proper name after its class: कंपनी नेवल ग्रुप, संगठन …"""
    i = head + 1
    proper = 0
    while i < len(words.keys) and i - head <= 4 and i not in words.starting:
        classes = words.classes[i]
        if words.is_latin(i):
            proper += 1
        elif not words.is_devanagari(i) or classes & (_STOP | W.CONJUNCTION):
            break
        elif classes & (W.BODY_HEAD | W.INNER):
            pass
        elif classes & (W.COMMON | W.PLURAL):
            break
        elif (not classes & W.RARE or words.is_a(i + 1, W.BODY_HEAD)) and len(words.keys[i]) > 1:
            proper += 1
        i += 1
    if words.key(head - 1) in ("समाचार", "न्यूज"):
        return None
    ends = i == len(words.keys) or words.is_a(i, W.CASE | W.CONJUNCTION | W.COMMON) or words.keys[i] in ",।(."
    if proper == 0 or not ends:
        return None
    whole, code = _state_before(words, head)
    return Body(head + 1, i, whole, None, code, None, "actor.body.class_noun")
