"""The word classes that the actor grammar reads by: lexicon/actors.toml and lexicon/words.tsv, compiled."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from rajnay.facts.knowledge import Aliases, Knowledge, alias_keys
from rajnay.facts.lexicons import FOLDER, read_lexicon


class W:
    """What a word may be: bits of an int (an enum costs ten times the time).

    A word without any class is unknown: in news text most such words are names.
    """

    CASE = 1 << 0  # postposition or particle: ends a name
    GENITIVE = 1 << 1
    CONJUNCTION = 1 << 2
    JOINT = 1 << 3  # conjunction that gives one person two offices
    HONORIFIC = 1 << 4
    TITLE = 1 << 5  # शेख, सर: part of the name to some papers
    SUFFIX = 1 << 6  # जी
    PARTICLE = 1 << 7  # बिन, अल
    LETTER = 1 << 8
    SURNAME = 1 << 9
    NAME = 1 << 10  # mostly a person's name in labelled text, or part of a known one's
    DUAL = 1 << 11  # a name and a common word
    PLACE = 1 << 12  # mostly a place in labelled text
    BODY = 1 << 13
    COMMON = 1 << 14  # a word of the language, never a name in labelled text
    PREFIX = 1 << 15
    CAPACITY = 1 << 16  # पूर्व, कार्यवाहक
    PORTFOLIO = 1 << 17
    NEEDS_NAME = 1 << 18
    INNER = 1 << 19
    PLURAL = 1 << 20
    COUNTERPART = 1 << 21
    REFLEXIVE = 1 << 22
    PRONOUN = 1 << 23
    CLASS_NOUN = 1 << 24
    GOVERNMENT = 1 << 25
    PORTFOLIO_HEAD = 1 << 26
    BODY_HEAD = 1 << 27
    NUMBER = 1 << 28  # दोनों
    OF_OFFICE = 1 << 29  # विपक्ष, सदन
    RARE = 1 << 30  # met once or twice in labelled text, not as a name
    SOLE = 1 << 31  # an office that a state has once: प्रधानमंत्री
    HOMOGRAPH = 1 << 32  # a function word that is also a foreign name: जो (बाइडन), यान
    INDIAN = 1 << 34  # in names of Indians
    FOLLOWER = 1 << 35  # makes the names before it a place's or thing's
    NEEDS_PROPER = 1 << 37  # a head of bodies too common to name one without a proper word
    SHORT_HEAD = 1 << 38  # a head that alone stands for the body named before
    SELF_SUFFICIENT = 1 << 39  # a head that one describing word makes a name
    LEVEL = 1 << 40  # after a body: a level of talks, an election, a building
    SAYS = 1 << 41  # says, believes: what people do
    MADE = 1 << 42  # appointed, elected: what is before is what somebody becomes
    THERE = 1 << 43  # points back to a place
    CLASS_PLURAL = 1 << 44  # कंपनियों, संगठनों
    RELATION = 1 << 45  # what governments have between them
    HEAD = 1 << 36  # the first word of an office's head
    GENERIC = 1 << 33  # describes a body, but does not name it: संयुक्त


# What a word may be and yet be marked as part of a known person's name.
_FREE = W.RARE | W.SURNAME | W.INDIAN | W.SUFFIX | W.HONORIFIC


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Classes by match key, and the heads of several words.

    ``heads``: office heads and ranks; the value is True for a rank. ``organs``: organs of a state; the value is True
    for a mission. ``traps``: phrases in which a name names no actor. ``same_office``: match key of a
    role without spaces → the name of the office. ``fixed_owners``: an office → the one state that has it.
    ``acronym``: names of letters written together. ``offices_shared``: offices that two people may have in common.
    """

    classes: dict[str, int]
    heads: Aliases[bool]
    organs: Aliases[bool]
    traps: Aliases[bool]
    same_office: dict[str, str]
    fixed_owners: dict[str, str]
    collective_numbers: dict[str, int]
    collective_persons: frozenset[str]
    collective_states: frozenset[str]
    acronym: re.Pattern[str]
    offices_shared: frozenset[str]

    def singular(self, office: str) -> str | None:
        """The office that a plural names (मंत्रियों → मंत्री); None for one that all people have (नेताओं)."""
        word = _SINGULAR.sub(lambda m: "ी" if m.group() == "ियों" else "", office)
        return word if word in self.offices_shared else None

    def is_acronym(self, word: str) -> bool:
        """Whether a word (match key) is three to six names of letters: एनसीएलटी."""
        return self.acronym.fullmatch(word) is not None


_SINGULAR = re.compile("(?:ियों|ों)$")


def _phrases(words: str) -> list[tuple[str, ...]]:
    return [alias_keys(word.replace("_", " ")) for word in words.split()]


def _single(words: str) -> Iterable[str]:
    return (keys[0] for keys in _phrases(words) if len(keys) == 1)


def _people(knowledge: Knowledge, *, indian: bool) -> Iterator[tuple[str, ...]]:
    """The names of the known people who speak for India, or of the others."""
    for person in knowledge.person.values():
        if (person.terms[0].code == "IND") is indian:
            yield from person.names


def _mark_people(classes: dict[str, int], knowledge: Knowledge, shared: set[str]) -> None:
    """Marks the words of known people's names, as far as they are nothing else.

    Words of the language (की, मिले) and of names of states and capitals (कोरिया) are not marked: a full name is found
    whole all the same, and by themselves they mean what they mean. ``shared``: words of Indian names and of their
    neighbours'.
    """
    of_states = {
        key
        for keys in knowledge.entities.sequences()
        if any(entry.kind in ("state", "demonym", "capital") for entry in knowledge.entities.get(keys))
        for key in keys
    }
    for keys in knowledge.people.sequences():
        for key in keys:
            if not classes.get(key, 0) & ~_FREE and key not in of_states:
                classes[key] = classes.get(key, 0) | W.NAME
    abroad = shared | {key for keys in _people(knowledge, indian=False) for key in keys}
    for keys in _people(knowledge, indian=True):
        for key in keys:
            if key not in abroad:
                classes[key] = classes.get(key, 0) | W.INDIAN


@lru_cache(maxsize=2)
def lexicon(knowledge: Knowledge) -> Lexicon:
    """The lexicon with the people of ``knowledge`` among the names."""
    data = read_lexicon("actors")
    classes: dict[str, int] = {}

    def mark(words: Iterable[str], flag: int) -> None:
        for word in words:
            classes[word] = classes.get(word, 0) | flag

    learned = {"name": W.NAME, "dual": W.DUAL, "place": W.PLACE, "body": W.BODY, "common": W.COMMON, "rare": W.RARE}
    for line in (FOLDER / "words.tsv").read_text(encoding="utf-8").splitlines():
        word, sort = line.split("\t")
        classes[word] = learned[sort]

    grammar, names, offices, bodies = data["grammar"], data["names"], data["offices"], data["bodies"]
    for key in _single(grammar["adverbs"] + " " + grammar["news"]):
        classes[key] = W.COMMON
    mark(_single(names["surnames"]), W.SURNAME | W.INDIAN)
    mark(_single(names["shared_surnames"]), W.SURNAME)
    mark(_single(names["particles"]), W.PARTICLE)
    mark(_single(names["letters"]), W.LETTER)
    mark(_single(data["honorifics"]["plain"]), W.HONORIFIC)
    mark(_single(data["honorifics"]["titles"]), W.TITLE)
    mark(_single(data["honorifics"]["suffixes"]), W.SUFFIX)
    mark(_single(offices["prefixes"]), W.PREFIX)
    mark(_single(offices["states_of_office"]), W.CAPACITY)
    mark(_single(offices["portfolios"]), W.PORTFOLIO)
    mark(_single(offices["needs_name"]), W.NEEDS_NAME)
    mark(_single(offices["plural"]), W.PLURAL)
    mark(_single(offices["of_office"]), W.OF_OFFICE)
    mark(_single(bodies["class_plurals"]), W.CLASS_PLURAL)
    mark(_single(bodies["needs_proper"]), W.NEEDS_PROPER)
    mark(_single(bodies["short"]), W.SHORT_HEAD)
    mark(_single(bodies["self_sufficient"]), W.SELF_SUFFICIENT)
    mark(_single(bodies["level"]), W.LEVEL)
    mark(_single(grammar["says"]), W.SAYS)
    mark(_single(grammar["made"]), W.MADE)
    mark(_single(grammar["relations"]), W.RELATION)
    mark(_single(data["reference"]["there"]), W.THERE)
    mark(_single(bodies["inner"]), W.INNER)
    mark(_single(bodies["class_nouns"]), W.CLASS_NOUN)
    mark(_single(bodies["governments"]), W.GOVERNMENT)
    mark(_single(bodies["portfolio_heads"]), W.PORTFOLIO_HEAD)
    mark(_single(bodies["heads"]), W.BODY_HEAD)
    reference = data["reference"]
    mark(_single(reference["counterpart"]), W.COUNTERPART)
    mark(_single(reference["reflexive"]), W.REFLEXIVE)
    mark(_single(reference["pronouns"]), W.PRONOUN)
    mark(_single(" ".join(reference["numbers"])), W.NUMBER)
    mark(_single(offices["sole"]), W.SOLE)
    mark(_single(names["homographs"]), W.HOMOGRAPH)
    letters = tuple(_single(names["letters"]))
    mark((a + b for a in letters for b in letters), W.HOMOGRAPH)  # जेजे, एपी
    mark(_single(names["followers"]), W.FOLLOWER)
    mark(_single(bodies["generic"]), W.GENERIC)
    mark(_single(grammar["case"]), W.CASE)
    mark(_single(grammar["genitive"]), W.GENITIVE)
    mark(_single(grammar["conjunctions"]), W.CONJUNCTION)
    mark(_single(grammar["joint"]), W.JOINT)
    for key in _single(names["given"]):
        known = classes.get(key, 0)
        everyday = known & W.COMMON and not known & W.NAME
        classes[key] = W.INDIAN | (known & ~W.COMMON | W.DUAL if everyday else known | W.NAME)
    _mark_people(classes, knowledge, set(_single(names["shared_surnames"] + " " + names["shared_given"])))

    heads: Aliases[bool] = Aliases()
    for keys in _phrases(" ".join((offices["heads"], offices["plural"], data["reference"]["counterpart"]))):
        heads.add(keys, False)
    for keys in _phrases(offices["ranks"]):
        heads.add(keys, True)
    for keys in knowledge.plain_offices():
        if not heads.get(keys):
            heads.add(keys, False)
    heads.compile()
    mark((keys[0] for keys in heads.sequences()), W.HEAD)
    organs: Aliases[bool] = Aliases()
    for keys in _phrases(bodies["organs"]):
        organs.add(keys, False)
    for keys in _phrases(bodies["missions"]):
        organs.add(keys, True)
    organs.compile()
    traps: Aliases[bool] = Aliases()
    for keys in _phrases(data["traps"]["phrases"]):
        traps.add(keys, True)
    traps.compile()

    same = {}
    for line in offices["same"]:
        first, *_ = names_of = _phrases(line)
        same.update({"".join(keys): "".join(first) for keys in names_of})
    return Lexicon(
        classes=classes,
        heads=heads,
        organs=organs,
        traps=traps,
        same_office=same,
        fixed_owners={alias_keys(word)[0]: code for word, code in offices["fixed"].items()},
        collective_numbers={alias_keys(word)[0]: n for word, n in reference["numbers"].items()},
        collective_persons=frozenset(" ".join(keys) for keys in _phrases(reference["persons"])),
        collective_states=frozenset(_single(reference["states"])),
        offices_shared=frozenset(_single(reference["shared_offices"])),
        acronym=re.compile("(?:" + "|".join(sorted(letters, key=len, reverse=True)) + "){3,6}"),
    )
