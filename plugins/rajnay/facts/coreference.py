"""One person, one record: full names, their short forms and spellings inside an article, and what titles stand for."""

from bisect import bisect_left, insort
from collections.abc import Iterable
from dataclasses import dataclass, field

from rajnay.facts.knowledge import name_keys
from rajnay.facts.names import name_end
from rajnay.facts.people import PersonMention
from rajnay.facts.tagging import Words
from rajnay.facts.word_classes import W
from rajnay.text.keys import loose_key

_NEVER_SHORT = W.PARTICLE | W.LETTER | W.TITLE | W.HONORIFIC | W.CASE | W.CONJUNCTION | W.SUFFIX


@dataclass(slots=True, eq=False)
class PersonRecord:
    """All mentions of one person. ``variants``: the key sequences of the name as met; ``offsets``: of the mentions."""

    mentions: list[PersonMention] = field(default_factory=list)
    variants: list[tuple[str, ...]] = field(default_factory=list)
    offsets: list[int] = field(default_factory=list)

    def add(self, mention: PersonMention) -> None:
        """Takes a mention in."""
        self.mentions.append(mention)
        insort(self.offsets, mention.offset)
        keys = _core(mention)
        for variant in (mention.keys, keys):
            if variant not in self.variants:
                self.variants.append(variant)
        if mention.nickname is not None:
            self.variants.append((mention.words.keys[mention.nickname],))
        if mention.latin is not None:
            self.variants.append(name_keys(mention.words.keys[slice(*mention.latin)]))

    def last_before(self, offset: int) -> int:
        """The offset of the last mention before ``offset``; -1 if there is none."""
        i = bisect_left(self.offsets, offset)
        return self.offsets[i - 1] if i else -1


class _Index:
    """Records by the words of their names, loosely spelt."""

    def __init__(self) -> None:
        self._records: dict[str, dict[int, PersonRecord]] = {}

    def put(self, record: PersonRecord) -> None:
        for variant in record.variants:
            for key in variant:
                self._records.setdefault(loose_key(key), {})[id(record)] = record

    def sharing(self, keys: Iterable[str]) -> list[PersonRecord]:
        """The records whose names share a word with ``keys``, in the order of filing."""
        found: dict[int, PersonRecord] = {}
        for key in keys:
            found |= self._records.get(loose_key(key), {})
        return list(found.values())


def _contains(long: tuple[str, ...], short: tuple[str, ...]) -> bool:
    span = len(short)
    return any(long[i : i + span] == short for i in range(len(long) - span + 1))


def _distance_at_most(a: str, b: str, most: int) -> bool:
    """Whether the edit distance of two words of four letters or more is at most ``most``."""
    if abs(len(a) - len(b)) > most or min(len(a), len(b)) < 4:
        return False
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        previous, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (x != y))
    return row[-1] <= most


def _nearly(a: str, b: str) -> bool:
    """Whether two long words are spellings of one surname: बरादर, बिरादर."""
    framed = a[0] == b[0] and a[-1] == b[-1] and min(len(a), len(b)) > 4
    return framed and _distance_at_most(loose_key(a), loose_key(b), 1)


def same_spelling(a: tuple[str, ...], b: tuple[str, ...], *, of_many: bool = False) -> bool:
    """Whether two names of the same length are spellings of one: every word alike, most of them the same.

    ``of_many``: they are not from one article, so that they have to be closer.
    """
    if len(a) != len(b) or len(a) < 2:
        return False
    loose_a, loose_b = [loose_key(k) for k in a], [loose_key(k) for k in b]
    unlike = [(x, y) for x, y in zip(loose_a, loose_b, strict=True) if x != y]
    if not unlike:
        return True
    # Of all known people सतीश कुमार is not नीतीश कुमार; in one article अनिवाश जोशी is अविनाश जोशी.
    most = 1 if of_many and min(map(len, unlike[0])) < 6 else 2
    return len(unlike) == 1 and _distance_at_most(*unlike[0], most)


def _core(mention: PersonMention) -> tuple[str, ...]:
    """The name without a title that some papers count in (शेख अब्दुल्ला बिन जायद)."""
    if len(mention.keys) > 1 and mention.words.classes[mention.start] & W.TITLE:
        return mention.keys[1:]
    return mention.keys


def cluster(mentions: Iterable[PersonMention]) -> list[PersonRecord]:
    """The records of an article's persons: those named in full in order, then those named shortly only."""
    records: list[PersonRecord] = []
    index = _Index()
    ordered = sorted(mentions, key=lambda mention: mention.offset)
    for mention in ordered:
        if len(mention.keys) > 1:
            _file(mention, records, index)
    for mention in ordered:
        if len(mention.keys) == 1:
            _file_short(mention, records, index)
    return records


def _file(mention: PersonMention, records: list[PersonRecord], index: _Index) -> None:
    keys = _core(mention)
    for record in index.sharing(keys):
        for variant in record.variants:
            if variant == keys or _contains(variant, keys) or _contains(keys, variant) or same_spelling(variant, keys):
                record.add(mention)
                index.put(record)
                return
    _file_new(mention, records, index)


def _file_new(mention: PersonMention, records: list[PersonRecord], index: _Index) -> None:
    record = PersonRecord()
    record.add(mention)
    records.append(record)
    index.put(record)


def _file_short(mention: PersonMention, records: list[PersonRecord], index: _Index) -> None:
    key = mention.keys[0]
    alike = index.sharing([key]) if len(key) > 3 else []
    exact = [record for record in index.sharing([key]) if any(key in variant for variant in record.variants)]
    if not exact and not alike:
        alike = [r for r in records if any(_nearly(key, v[-1]) for v in r.variants if len(v) > 1)]
    if exact or alike:
        _best(mention, exact or alike).add(mention)
    else:
        _file_new(mention, records, index)


def _best(mention: PersonMention, records: list[PersonRecord]) -> PersonRecord:
    """Of several people with one surname: the one with the same office, else the one named last before."""
    if len(records) == 1:
        return records[0]
    if mention.office is not None:
        for record in records:
            if any(m.office is not None and m.office.name == mention.office.name for m in record.mentions):
                return record
    best = max(records, key=lambda record: record.last_before(mention.offset))
    return best if best.last_before(mention.offset) >= 0 else records[0]


def short_mentions(sentences: Iterable[tuple[Words, set[int]]], records: list[PersonRecord]) -> None:
    """Finds the short forms of the records' names in the sentences and adds them as mentions.

    ``sentences``: each with the tokens that other phrases hold already.
    """
    index: dict[str, list[PersonRecord]] = {}
    for record in records:
        for key in dict.fromkeys(key for variant in record.variants for key in variant):
            index.setdefault(key, []).append(record)
    for words, taken in sentences:
        i = 0
        while i < len(words.keys):
            if words.keys[i] not in index or i in taken:
                i += 1
                continue
            end = _short_end(words, i, index)
            if end > i and not any(k in taken for k in range(i, end)):
                keys = tuple(key for key in words.keys[i:end] if key not in ("-", ".", "–"))
                fitting = [r for r in index[words.keys[i]] if any(_contains(v, keys) for v in r.variants)]
                mention = PersonMention(words, i, end, i, end, keys, "actor.person.short")
                if fitting:
                    _best(mention, fitting).add(mention)
                    taken.update(range(i, end))
            i = max(end, i + 1)


def _short_end(words: Words, i: int, index: dict[str, list[PersonRecord]]) -> int:
    """Where the short form that begins at ``i`` ends; ``i`` if the word is something else here."""
    end = i + 1
    keys = [words.keys[i]]
    while end < len(words.keys):
        dash = words.keys[end] in ("-", "–") and words.touches(end) and words.touches(end + 1)
        following = end + 1 if dash else end
        if words.key(following) not in index:
            break
        extended = tuple([*keys, words.keys[following]])
        if not any(_contains(v, extended) for r in index[words.keys[i]] for v in r.variants):
            break
        keys.append(words.keys[following])
        end = following + 1
    if len(keys) > 1:
        return end
    classes = words.classes[i]
    if classes & _NEVER_SHORT or i in words.starting:
        return i
    if classes & (W.COMMON | W.DUAL) and not classes & W.SURNAME and not words.is_a(end, W.CASE):
        return i
    if classes & W.COMMON and words.key(end) != "ने":
        return i
    # Part of a longer name that is nobody's here: another person.
    goes_on = words.key(end) not in ("-", "–") and name_end(words, end, trusted=False) > end
    if goes_on and words.key(end) not in index and words.is_a(end, W.NAME | W.SURNAME):
        return i
    if i > 0 and words.is_a(i - 1, W.NAME | W.SURNAME) and words.key(i - 1) not in index:
        return i
    return end
