"""Persons as a sentence names them: after an office, after an honorific, known ones, unknown ones by their form."""

from dataclasses import dataclass, field

from rajnay.facts.knowledge import Entry, Knowledge, name_keys
from rajnay.facts.names import BEGIN_NAMES, BEGIN_NO_NAME, name_end, skip_honorifics, strength
from rajnay.facts.offices import STATE_KINDS, Office
from rajnay.facts.tagging import Words
from rajnay.facts.word_classes import W

_SURE = 0.6  # strength of a run that is a name without an office or honorific
_SURE_ALONE = 0.85  # of one that nothing shows to take part in the sentence
_OF_STATE = 0.45  # of one after its state (टोगो के …)
# Endings of finite verbs, which the learned words may lack.
_VERB_ENDINGS = ("ेंगे", "ेंगी", "ेगा", "ेगी", "ाए", "ाया", "ाई", "ाएं", "ते", "ती", "ता", "ना", "कर")
_QUOTES = frozenset("\"'“”‘’")
# What is named after an office without being its holder's.
_SCHEMES = frozenset({"योजना", "योजनाओं", "अभियान", "पोर्टल", "कोष", "पुरस्कार", "पुरस्कारों"})
# Light verbs: the word before them is a verb's stem (राष्ट्रपति चुन लिए गए), unless it is known as a name.
_LIGHT_VERBS = frozenset(
    {"चुके", "चुका", "चुकी", "लिए", "लिया", "लिये", "लेते", "गए", "गये", "गया", "गई", "दिए", "दिया", "दी", "डाला", "बैठे", "सकते"}
)
_LIKELY = 0.2  # of one after an office
_NAME = W.NAME | W.SURNAME


@dataclass(slots=True, eq=False)
class PersonMention:
    """One naming of a person in a sentence; token positions are end-exclusive.

    ``start:end``: the name. ``first:last``: the whole phrase with state, office, honorific and bracket.
    ``latin``: token range of the name in Latin letters in the bracket after it. ``nickname``: its token, in quotes.
    ``office`` as found beside the name; ``owners``: the state, IGO or body that the phrase gives the person.
    """

    words: Words
    start: int
    end: int
    first: int
    last: int
    keys: tuple[str, ...]
    rule: str
    office: Office | None = None
    owners: tuple[Entry, ...] = ()
    latin: tuple[int, int] | None = None
    has_honorific: bool = False
    nickname: int | None = None

    @property
    def offset(self) -> int:
        """Where the name begins in the text."""
        return self.words.tokens[self.start].start


@dataclass(slots=True, eq=False)
class TitleMention:
    """An office without a name: ``मिस्र के रक्षा मंत्री``, ``प्रधानमंत्री``."""

    words: Words
    office: Office


@dataclass(slots=True, eq=False)
class SentencePeople:
    """What ``find_people`` finds in one sentence."""

    persons: list[PersonMention] = field(default_factory=list)
    titles: list[TitleMention] = field(default_factory=list)


def find_people(words: Words, offices: list[Office], knowledge: Knowledge) -> SentencePeople:
    """The persons and the unnamed office-holders of a sentence, in order."""
    found = SentencePeople()
    taken = {k for entity in words.entities if entity.entry.kind == "body" for k in range(entity.start, entity.end)}
    skip = -1
    for number, office in enumerate(offices):
        if number <= skip:
            continue
        following, skip = _office_chain(words, offices, number)
        mention = _after_office(words, office, following, knowledge)
        if mention is not None:
            found.persons.append(mention)
            taken.update(range(mention.first, mention.last))
        else:
            skip = number
            if _stands_for_somebody(words, office):
                found.titles.append(TitleMention(words, office))
                taken.update(range(office.start, office.end))
    i, n = 0, len(words.keys)
    byline = _is_byline(words)
    known_first = knowledge.people.first_words
    while i < n and not byline:
        classes = words.classes[i]
        # Most words of a text: everyday ones, with which no name begins. Not needed, but they are read at once.
        everyday = classes & BEGIN_NO_NAME and not classes & BEGIN_NAMES and words.keys[i] not in known_first
        if everyday or i in taken:
            i += 1
            continue
        mention = None
        if classes & W.HONORIFIC:
            mention = _after_honorific(words, i, knowledge)
        elif words.is_devanagari(i):
            of_state = words.is_a(i - 1, W.GENITIVE) and (i - 1) in words.ending
            end = _known_end(words, i, knowledge, name_end(words, i, trusted=of_state))
            if end > i:
                mention = _by_form(words, i, end, knowledge)
                if mention is None:
                    i = end
                    continue
        elif words.is_latin(i) and words.key(i) in known_first:
            mention = _known_latin(words, i, knowledge)
        if mention is not None and not any(k in taken for k in range(mention.start, mention.end)):
            found.persons.append(mention)
            taken.update(range(mention.first, mention.last))
            i = max(mention.last, i + 1)
        else:
            i += 1
    found.persons += _coordinated(words, found.persons, taken)
    found.persons.sort(key=lambda mention: mention.start)
    _share_offices(words, found.persons)
    return found


def _coordinated(words: Words, persons: list[PersonMention], taken: set[int]) -> list[PersonMention]:
    """Strange single words that are joined to a person and take part like one: जयशंकर ने X और Y से."""
    found = []
    for mention in persons:
        i = mention.last + 1
        if words.is_a(mention.last, W.CONJUNCTION) and i not in taken and words.is_a(i + 1, W.CASE):
            proper = words.is_unknown(i) or (words.is_a(i, W.NAME) and not words.is_a(i, W.DUAL | W.COMMON | W.PLACE))
            if proper and i not in words.starting and words.key(i + 1) != "में":
                found.append(_mention(words, i, i + 1, i, "actor.person.coordinated", None, ()))
                taken.add(i)
    return found


def _stands_for_somebody(words: Words, office: Office) -> bool:
    """Whether an office without a name means its holder: not a rank, a level of talks, or what somebody becomes."""
    if office.is_rank or words.is_a(office.end, W.MADE) or words.is_a(office.start - 1, W.NUMBER):
        return False
    return bool(office.owners) or (office.is_sole and not words.is_a(office.end, W.LEVEL))


def _share_offices(words: Words, persons: list[PersonMention]) -> None:
    """In सेनेगल के राष्ट्रपति A और टोगो के B the office is B's as well."""
    for before, mention in zip(persons, persons[1:], strict=False):
        joined = words.is_a(mention.first - 1, W.CONJUNCTION) or words.key(mention.first - 1) == ","
        if joined and before.last == mention.first - 1 and mention.owners and mention.office is None:
            mention.office = before.office


def _is_byline(words: Words) -> bool:
    """An agency and its editors at the end of a report (भाषा …), no sentence."""
    first = words.starting.get(0)
    return (
        first is not None
        and first.entry.kind == "media"
        and len(words.keys) <= 6
        and not any(classes & W.CASE for classes in words.classes)
    )


def _office_chain(words: Words, offices: list[Office], number: int) -> tuple[list[Office], int]:
    """The offices that one person may hold from ``number`` on (ranks after it, एवं-joined), and the last's index."""
    chain = [offices[number]]
    last = number
    for follower in offices[number + 1 :]:
        start = _skip_bracket(words, skip_honorifics(words, chain[-1].end))
        if words.key(start) == "," and follower.is_rank and follower.start == start + 1:
            start += 1
        deputy = words.is_a(start, W.CONJUNCTION) and chain[-1].name.startswith("उप") and not follower.owners
        joint = (words.is_a(start, W.JOINT) or deputy) and follower.start == start + 1
        if not joint and not (follower.start == start and follower.is_rank):
            break
        chain.append(follower)
        last += 1
    return chain, last


def _skip_bracket(words: Words, i: int) -> int:
    """Past a short bracket between an office and a name: (सेवानिवृत्त), (RSF Chief); ``i`` if there is none."""
    if words.key(i) != "(":
        return i
    longest = 6 if words.is_latin(i + 1) else 3
    close = next((k for k in range(i + 1, min(i + 1 + longest, len(words.keys))) if words.keys[k] == ")"), None)
    return i if close is None or words.key(i + 1).isdigit() else skip_honorifics(words, close + 1)


def _after_office(words: Words, office: Office, chain: list[Office], knowledge: Knowledge) -> PersonMention | None:
    if office.is_plural:
        return None
    i = _skip_bracket(words, skip_honorifics(words, chain[-1].end))
    end = _known_end(words, i, knowledge, name_end(words, i, trusted=True))
    if end == i:
        end = _word_name_end(words, i) if i > chain[-1].end else i
    if end == i:
        return None
    if end - i == 1 and not _is_lone_name(words, i, is_strong=bool(office.owners) or office.is_sole):
        return None
    if words.key(end) in _SCHEMES and not any(words.is_a(k, W.SURNAME) for k in range(i, end)):
        return None  # प्रधानमंत्री वय वंदना योजना
    if strength(words, i, end) < _LIKELY:
        return None
    merged = office
    joined = [follower for follower in chain[1:] if not follower.is_rank]
    if joined:
        merged = Office(
            office.start, joined[-1].end, ((office.role[0][0], joined[-1].end),), office.owners or joined[-1].owners,
            joined[-1].name, False, False, False, False,
        )  # fmt: skip
    return _mention(words, i, end, office.start, "actor.person.after_office", merged, merged.owners)


def _known_end(words: Words, start: int, knowledge: Knowledge, end: int) -> int:
    """``end``, or that of a known person's full name, which may go further (किम जोंग उन) or less far."""
    if words.key(start) in knowledge.people.first_words:
        known = knowledge.people.longest(words.keys, start)
        if known is not None and known[0] > end and known[0] - start > 1:
            return known[0]
        if known is not None and known[0] < end and not (words.is_a(known[0], _NAME) or words.is_unknown(known[0])):
            return known[0]
    return end


def _is_lone_name(words: Words, i: int, *, is_strong: bool) -> bool:
    """Whether one word after an office is a name: known, or strange; ``is_strong``: it is an office for sure."""
    classes = words.classes[i]
    if classes & _NAME and not classes & (W.COMMON | W.DUAL):
        return True
    if classes & (W.DUAL | W.COMMON | W.HOMOGRAPH | W.RARE):
        return words.key(i + 1) == "ने" and not classes & W.HOMOGRAPH
    if words.key(i + 1) in _LIGHT_VERBS or words.keys[i].endswith(("ों", "ेगा", "ेगी", "ेंगे", "ेंगी")):
        return False
    if words.is_a(i + 1, W.CASE | W.CONJUNCTION) or words.key(i + 1) == "(":
        return words.key(i + 1) != "में"
    plain = words.is_a(i + 1, W.COMMON) or words.key(i + 1)[:1].isdigit()
    return is_strong and plain and not words.keys[i].endswith(_VERB_ENDINGS)


def _word_name_end(words: Words, i: int) -> int:
    """The end of a name after an honorific that begins with, or is, an everyday word: श्री प्रधान ने, श्री क्लास मोलिन."""
    if _is_word_name(words, i):
        return i + 1
    if words.is_a(i, W.COMMON | W.RARE) and not words.is_a(i, W.CASE | W.CONJUNCTION | W.PLURAL | W.HEAD):
        return name_end(words, i + 1, trusted=True) if words.is_a(i + 1, _NAME) or words.is_unknown(i + 1) else i
    return i


def _is_word_name(words: Words, i: int) -> bool:
    # डॉक्टर is also a profession: डॉक्टर मरीजों को.
    if words.key(i - 1) in ("डॉक्टर", "डाक्टर") and words.is_a(i, W.COMMON | W.RARE):
        return False
    return (
        words.is_devanagari(i)
        and not words.keys[i].endswith("ों")
        and not words.classes[i] & (W.CASE | W.CONJUNCTION | W.PRONOUN | W.NUMBER | W.PLURAL | W.HONORIFIC)
        and i not in words.starting
        and (words.is_a(i + 1, W.CASE | W.CONJUNCTION | W.SUFFIX) or words.key(i + 1) in (",", "।", "."))
    )


def _after_honorific(words: Words, i: int, knowledge: Knowledge) -> PersonMention | None:
    start = skip_honorifics(words, i)
    end = _known_end(words, start, knowledge, name_end(words, start, trusted=True))
    if end == start:
        end = _word_name_end(words, start)
    if end == start:
        return None
    mention = _mention(words, start, end, i, "actor.person.honorific", None, ())
    mention.has_honorific = True
    return mention


def _by_form(words: Words, start: int, end: int, knowledge: Knowledge) -> PersonMention | None:
    keys = name_keys(words.keys[start:end])
    owner = None
    first = start
    if words.is_a(start - 1, W.GENITIVE):
        owner = words.ending.get(start - 1)
        if owner is not None and owner.entry.kind not in STATE_KINDS:
            owner = None
    owners = owner.entries[:1] if owner is not None else ()
    if owner is not None:
        first = owner.start
    latin = _latin_bracket(words, end)
    if knowledge.people.get(keys):
        if len(keys) == 1 and not words.classes[start] & _NAME:
            return None
        return _mention(words, start, end, first, "actor.person.known", None, owners)
    capital = latin is not None and words.tokens[latin[0]].text[0].isupper()
    if latin is not None and capital and latin[1] - latin[0] >= 2 and strength(words, start, end) >= 0.4:
        return _mention(words, start, end, first, "actor.person.bracket", None, owners)
    if len(keys) == 1 and _acts_alone(words, start, end):
        return _mention(words, start, end, start, "actor.person.lone", None, ())
    if len(keys) < 2 or words.key(end) == "में":
        return None
    if words.is_a(end, W.FOLLOWER) or words.is_a(end - 1, W.FOLLOWER):
        return None
    sure = strength(words, start, end)
    ends_well = words.is_a(end, W.CASE | W.CONJUNCTION | W.PRONOUN | W.REFLEXIVE) or words.key(end) in (",", "(")
    ends_well = ends_well or any(words.is_a(k, W.SAYS) for k in range(end, end + 4))
    ends_well = ends_well or (end in words.starting and words.starting[end].entry.kind in ("place", "capital", "state"))
    enough = _SURE if ends_well else _SURE_ALONE
    if sure >= (enough if owner is None else _OF_STATE):
        rule = "actor.person.of_state" if owner is not None else "actor.person.form"
        return _mention(words, start, end, first, rule, None, owners)
    return None


def _acts_alone(words: Words, start: int, end: int) -> bool:
    """Whether one word that is mostly a name does here what people do: X ने, X का कहना."""
    classes = words.classes[start]
    if not classes & W.NAME or classes & (W.COMMON | W.DUAL | W.PLACE | W.TITLE | W.PARTICLE | W.LETTER | W.HEAD):
        return False
    return words.key(end) == "ने" or (words.is_a(end, W.GENITIVE) and words.is_a(end + 1, W.SAYS))


def _known_latin(words: Words, start: int, knowledge: Knowledge) -> PersonMention | None:
    """A known person by the English name in mixed text: Putin ने, Emmanuel Macron से."""
    found = knowledge.people.longest(words.keys, start)
    if found is None or not words.is_a(found[0], W.CASE | W.CONJUNCTION):
        return None
    return _mention(words, start, found[0], start, "actor.person.known", None, ())


def _latin_bracket(words: Words, i: int) -> tuple[int, int] | None:
    """The Latin words in a bracket that opens at ``i``."""
    if words.key(i) != "(":
        return None
    k = i + 1
    while words.is_latin(k) or (k > i + 1 and words.key(k) in (".", "-")):
        k += 1
    return (i + 1, k) if k > i + 1 and words.key(k) == ")" else None


def _mention(
    words: Words, start: int, end: int, first: int, rule: str, office: Office | None, owners: tuple[Entry, ...]
) -> PersonMention:
    latin = _latin_bracket(words, end)
    last = latin[1] + 1 if latin else end
    if words.is_a(last, W.SUFFIX) and not latin:
        last += 1
    nickname = None
    if words.key(last) in _QUOTES and words.key(last + 2) in _QUOTES and words.is_devanagari(last + 1):
        nickname, last = last + 1, last + 3  # पुष्प कमल दहल "प्रचंड"
    keys = name_keys(words.keys[start:end])
    return PersonMention(words, start, end, first, last, keys, rule, office, owners, latin, nickname=nickname)
