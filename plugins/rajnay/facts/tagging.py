"""A sentence as the actor grammar reads it: its words with their classes, and the known entities in it."""

import re
from dataclasses import dataclass, field

from rajnay.facts.knowledge import Entry, Knowledge
from rajnay.facts.word_classes import Lexicon, W
from rajnay.text.keys import loose_key
from rajnay.text.tokens import Sentence, Token

_LATIN = re.compile("[A-Za-zÀ-ɏ]")
# Where one form may be several things, the reading that is preferred.
_PREFERENCE = ("igo", "body", "state", "demonym", "capital", "metonym", "media", "place")

# A word of the language or of persons' names is not taken for a misspelt state.
_KNOWN_WORD = W.CASE | W.COMMON | W.NAME | W.SURNAME | W.DUAL | W.CONJUNCTION
ENDS_NAME = W.CASE | W.CONJUNCTION | W.PRONOUN | W.REFLEXIVE | W.NUMBER


@dataclass(slots=True, eq=False)
class Entity:
    """A known name in the sentence: token span (end-exclusive) and the entries it may stand for, best first."""

    start: int
    end: int
    entries: tuple[Entry, ...]

    @property
    def entry(self) -> Entry:
        """The preferred reading."""
        return self.entries[0]


@dataclass(slots=True, eq=False)
class Words:
    """One sentence: tokens, their keys and classes (see ``word_classes.W``), and the known names in it.

    ``starting``, ``ending``: entities by their first token and by their end. ``trapped``: tokens of phrases in which
    names name nobody.
    """

    text: str
    sentence: Sentence
    tokens: tuple[Token, ...]
    keys: list[str]
    classes: list[int]
    trapped: set[int] = field(default_factory=set)
    starting: dict[int, Entity] = field(default_factory=dict)
    ending: dict[int, Entity] = field(default_factory=dict)
    _covering: dict[int, Entity] = field(default_factory=dict)

    @property
    def entities(self) -> list[Entity]:
        """The entities, in the order in which they were found."""
        return list(self.starting.values())

    def key(self, i: int) -> str:
        """The match key of token ``i``, empty outside the sentence."""
        return self.keys[i] if 0 <= i < len(self.keys) else ""

    def is_a(self, i: int, classes: int) -> bool:
        """Whether token ``i`` exists and is in one of ``classes``."""
        return 0 <= i < len(self.keys) and bool(self.classes[i] & classes)

    def touches(self, i: int) -> bool:
        """Whether token ``i`` follows its predecessor without a space."""
        return 0 < i < len(self.tokens) and self.tokens[i - 1].end == self.tokens[i].start

    def is_devanagari(self, i: int) -> bool:
        """Whether token ``i`` is a word in Devanagari."""
        return 0 <= i < len(self.keys) and "\u0904" <= self.tokens[i].text[0] <= "\u0965"

    def is_latin(self, i: int) -> bool:
        """Whether token ``i`` is a word in Latin letters."""
        return 0 <= i < len(self.keys) and _LATIN.match(self.tokens[i].text) is not None

    def is_unknown(self, i: int) -> bool:
        """Whether token ``i`` is a word in Devanagari that no list knows."""
        return self.is_devanagari(i) and self.classes[i] == 0 and i not in self.starting

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets of tokens ``start:end`` in the text."""
        return self.tokens[start].start, self.tokens[end - 1].end

    def surface(self, start: int, end: int) -> str:
        """The text of tokens ``start:end``."""
        return self.text[self.tokens[start].start : self.tokens[end - 1].end]

    def inside_entity(self, i: int) -> bool:
        """Whether token ``i`` belongs to an entity."""
        return i in self._covering

    def remove(self, entity: Entity) -> None:
        """Takes an entity out."""
        del self.starting[entity.start], self.ending[entity.end]
        for i in range(entity.start, entity.end):
            del self._covering[i]

    def add(self, entity: Entity) -> None:
        """Puts an entity in; those that it overlaps are taken out."""
        for i in range(entity.start, entity.end):
            if (old := self._covering.get(i)) is not None:
                self.remove(old)
        self.starting[entity.start] = entity
        self.ending[entity.end] = entity
        for i in range(entity.start, entity.end):
            self._covering[i] = entity


def read_words(text: str, sentence: Sentence, knowledge: Knowledge, lexicon: Lexicon) -> Words:
    """Classifies the words of a sentence and finds the known names in it, longest first."""
    tokens = sentence.tokens
    keys = [token.key for token in tokens]
    get = lexicon.classes.get
    classes = [get(key, 0) for key in keys]
    words = Words(text, sentence, tokens, keys, classes)
    first_words = knowledge.entities.first_words
    traps = lexicon.traps
    i, n = 0, len(keys)
    while i < n:
        if keys[i] in traps.first_words and (trap := traps.longest(keys, i)) is not None:
            words.trapped.update(range(i, trap[0]))
            i = trap[0]
        elif keys[i] in first_words and (found := knowledge.entities.longest(keys, i)) is not None:
            end, entries = found
            if len(entries) > 1:
                entries = tuple(sorted(entries, key=lambda entry: _PREFERENCE.index(entry.kind)))
            words.add(Entity(i, end, entries))
            i = end
        elif not classes[i] & _KNOWN_WORD and (found := _loosely(keys, i, knowledge)) is not None:
            words.add(Entity(i, *found))
            i = found[0]
        else:
            i += 1
    return words


def _loosely(keys: list[str], i: int, knowledge: Knowledge) -> tuple[int, tuple[Entry, ...]] | None:
    """A state or IGO that begins at ``i`` in a spelling of its own: वनुआटू, संयुक्त अरब अमारात."""
    if len(keys[i]) < 3 or loose_key(keys[i]) not in knowledge.loose.first_words:
        return None
    found = knowledge.loose.longest([loose_key(key) for key in keys[i : i + 6]], 0)
    return None if found is None else (i + found[0], found[1])


# What may follow a demonym that is also a thing (चीनी): offices, ministries, institutions.
_AFTER_DEMONYM = W.PORTFOLIO | W.PREFIX | W.BODY_HEAD | W.PORTFOLIO_HEAD | W.GOVERNMENT | W.HEAD | W.INNER


def settle_ambiguous(sentences: list[Words]) -> list[tuple[int, int]]:
    """Takes out the entities that are everyday words here (चीनी, माली), going by their neighbours and the article.

    Returns the offsets of those taken out.
    """
    removed = []
    sure = {entity.entry.code for words in sentences for entity in words.entities if not entity.entry.ambiguous}
    for words in sentences:
        for entity in [e for e in words.entities if e.entry.ambiguous]:
            if not _is_meant(words, entity, sure):
                words.remove(entity)
                removed.append(words.span(entity.start, entity.end))
    return removed


def _is_meant(words: Words, entity: Entity, sure: set[str | None]) -> bool:
    after, entry = entity.end, entity.entry
    joined = words.key(after) in ("-", "–") or words.key(entity.start - 1) in ("-", "–")
    if entry.kind == "demonym":
        noun = words.is_devanagari(after) and not words.is_a(after, W.CASE | W.CONJUNCTION)
        return noun and (words.is_a(after, _AFTER_DEMONYM) or entry.code in sure)
    if entry.kind == "state":
        if words.is_a(after, W.HEAD) and not words.is_a(after, W.NEEDS_NAME):
            return True
        if words.is_a(entity.start - 1, W.GENITIVE) or words.is_a(after, W.NAME | W.SURNAME):
            return False
        elsewhere = len(sure - {None, entry.code}) > 0 or entry.code in sure
        return joined or (elsewhere and words.is_a(after, W.CASE | W.CONJUNCTION)) or words.key(after) in (",", "")
    everyday = any(words.classes[i] & (W.COMMON | W.RARE | W.DUAL) for i in range(entity.start, after))
    if entry.kind in ("igo", "body") and everyday:
        return words.key(after) in ("ने", "(", ")", "प्रमुख") or words.is_a(entity.start - 1, W.CLASS_NOUN)
    return True
