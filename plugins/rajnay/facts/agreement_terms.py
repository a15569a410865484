"""Words that name an agreement in a sentence: its head, the noun phrase around it, kind and number.

Words are data: ``lexicon/agreements.toml``. A name is the head with its own modifiers and the subject phrase that
is tied to it (``राजनयिकों के प्रशिक्षण पर समझौता ज्ञापन``), never the parties, never the clause around it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from rajnay.facts.lexicons import read_lexicon
from rajnay.facts.model import AgreementKind
from rajnay.facts.numbers import ORDINALS, digits, read_number
from rajnay.facts.verbs import FORMS, is_mark
from rajnay.text.keys import match_key, match_keys
from rajnay.text.tokens import Token, tokens

LEXICON: dict[str, Any] = read_lexicon("agreements")
_NAME_REACH = 26
_YEAR = re.compile("1[89][0-9][0-9]|20[0-9][0-9]")
_MOST_INSTRUMENTS = 500
_STEM = 6
_JOINED_REACH = 4

T = TypeVar("T")


def keys_of(words: str) -> tuple[str, ...]:
    """The match keys of the tokens of ``words``."""
    return tuple(token.key for token in tokens(words))


class PhraseTable(Generic[T]):
    """Phrases, each with a value, found in a token list by their first key; the longest wins."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        table: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for words, value in entries:
            keys = keys_of(words)
            table.setdefault(keys[0], []).append((keys, value))
        self.by_first = {first: sorted(found, key=lambda e: -len(e[0])) for first, found in table.items()}

    def at(self, words: Sequence[Token], start: int) -> tuple[int, T] | None:
        """(end, value) of the longest phrase that begins at ``words[start]``, or None."""
        if start >= len(words):
            return None
        for keys, value in self.by_first.get(words[start].key, ()):
            if len(keys) == 1 or tuple(token.key for token in words[start : start + len(keys)]) == keys:
                return start + len(keys), value
        return None


def table_of(section: dict[str, list[str]]) -> PhraseTable[str]:
    """A lexicon section, value → phrases, as a table."""
    return PhraseTable((words, value) for value, phrases in section.items() for words in phrases)


@dataclass(frozen=True, slots=True)
class _HeadWord:
    kind: AgreementKind
    is_weak: bool


_ALIAS = _HeadWord("agreement", True)
_PARTNERSHIP = _HeadWord("partnership", True)
_HEADS: PhraseTable[_HeadWord] = PhraseTable(
    (words, _HeadWord(kind, section == "weak_heads"))
    for section in ("heads", "weak_heads")
    for kind, phrases in LEXICON[section].items()
    for words in phrases
)
HEAD_KEYS = frozenset(_HEADS.by_first)
_SELF_NAMED = frozenset(keys_of(words) for words in LEXICON["self_named"]["words"])
_KIND_BY_NAME = [(keys_of(words), kind) for kind, phrases in LEXICON["kind_by_name"].items() for words in phrases]
_EMPTY = match_keys(*LEXICON["empty_modifiers"]["words"])
ANAPHORIC = match_keys(*LEXICON["anaphoric"]["words"])
_STOPS = match_keys(*LEXICON["name_stops"]["words"])
_LINKS = [keys_of(words) for words in sorted(LEXICON["name_links"]["words"], key=lambda w: -len(w.split()))]
_DECLARED = match_keys(*LEXICON["traps"]["declared"])
_DECLARED_AS = match_keys(*LEXICON["traps"]["declared_as"])
_FOLLOWING = match_keys(*LEXICON["traps"]["following"])
_CASES = match_keys("ने", "को", "से", "में", "पर", "के", "का", "की", "तक")
_GENITIVE = match_keys("के", "का", "की")
_AND = match_keys("और", "तथा", "एवं", "व")
_INNER_IN = match_keys("क्षेत्र", "क्षेत्रों")
_OUT_OF = match_keys("बचाव", "निपटने", "जुड़े", "जुड़ी", "संबंधित", "मुक्ति", "सुरक्षा")
_AIM = match_keys("उद्देश्य", "मकसद")
_ABOUT = match_keys("कुल", "करीब", "लगभग", "तकरीबन")
_MEASURES = match_keys(*LEXICON["measures"]["words"])
_TIES = match_keys(*LEXICON["name_ties"]["words"])
_COOPERATION = match_keys(*LEXICON["cooperation"]["words"])
_ADVERBIAL = match_keys(*LEXICON["adverbial"]["words"])
_NEVER_SIGNED = match_keys(*LEXICON["traps"]["signed"])
_ADVERBS = match_keys("पहले")
_KARAR = match_keys("करार")
_TO, _IN, _ON, _FROM, _THAT_IS, _ONE = map(match_key, ("को", "में", "पर", "से", "यानी", "एक"))
_VERBS = frozenset(("past", "future", "present", "was", "habitual", "absolutive", "subjunctive"))


@dataclass(frozen=True, slots=True)
class Head:
    """An agreement word in a sentence. Numbers are token indices.

    ``start``/``end``: the head word; ``after``: past an alias (``समझौते यानी सीईपीए``, ``समझौता ज्ञापन (एमओयू)``).
    ``name``: first token of its name, None if it has none; ``phrase``: first token of the whole noun phrase.
    ``year``: token of its year (``1991 के … घोषणापत्र``). ``content``: stems of the name's content words.
    ``alias``: keys of the short form told with it. ``word``: key of the head's last word, its oblique ending off.
    ``is_unknown``: no word of the lexicon, an agreement only because it is signed.
    """

    start: int
    end: int
    after: int
    kind: AgreementKind
    is_weak: bool
    phrase: int
    name: int | None
    content: frozenset[str]
    count: int | None
    year: int | None
    is_anaphoric: bool
    self_named: bool
    alias: frozenset[str]
    word: str
    is_plural: bool = False
    is_unknown: bool = False


def _alias_end(words: Sequence[Token], end: int) -> int:
    """Past a short form in brackets or after यानी, or a proper name: सुरक्षा गठजोड़ ऑकस (AUKUS)."""
    if end < len(words) and words[end].text == "(":
        close = next((i for i in range(end + 1, min(end + 8, len(words))) if words[i].text == ")"), None)
        return end if close is None else close + 1
    if end + 1 < len(words) and words[end].key == _THAT_IS:
        return end + 2
    apposed = words[end + 1 : end + 4]
    if len(apposed) == 3 and apposed[0].text == "(" and apposed[1].text.isascii() and apposed[2].text == ")":
        return end + 4
    return end


def _is_word(words: Sequence[Token], i: int, blocked: frozenset[int]) -> bool:
    """Can token ``i`` be a noun or adjective of a name?"""
    token = words[i]
    if i in blocked or token.key in _CASES or token.key in _STOPS or token.key in _AND:
        return False
    if is_mark(token):
        return False
    if token.key in _ADVERBS and i and words[i - 1].key == _FROM:
        return False
    # अदला-बदली: what a hyphen makes a noun.
    return FORMS.get(token.key) not in _VERBS or token.key in _EMPTY or (i > 0 and words[i - 1].text == "-")


def _modifiers(words: Sequence[Token], start: int, blocked: frozenset[int]) -> int:
    """Where the adjectives and nouns directly before ``start`` begin."""
    i = start
    while i > 0 and start - i < _NAME_REACH:
        if _is_word(words, i - 1, blocked):
            if words[i - 1].key in _TIES and i < start:
                # सुरक्षा क्षेत्र में सहयोग संबंधी समझौता: the tie is read with its subject.
                break
            i -= 1
            if words[i].key == _ONE:
                break
        elif (
            (words[i - 1].text == "-" or words[i - 1].key in _AND)
            and i > 1
            and _is_word(words, i - 2, blocked)
            and not _YEAR.fullmatch(words[i - 2].key)
        ):
            i -= 2
        else:
            break
    return i


def _link(words: Sequence[Token], end: int) -> int | None:
    """Where the words that tie a subject to what begins at ``end`` begin."""
    for keys in _LINKS:
        if end >= len(keys) and tuple(token.key for token in words[end - len(keys) : end]) == keys:
            return end - len(keys)
    return None


def _subject(words: Sequence[Token], end: int, blocked: frozenset[int]) -> int:
    """Where the noun phrase that ends before ``end`` begins: nouns, genitives, infinitives, coordination."""
    i, has_infinitive, has_and = end, False, False
    while i > 0 and end - i < _NAME_REACH:
        token = words[i - 1]
        before = words[i - 2] if i > 1 else None
        if i - 1 in blocked:
            break
        if _is_word(words, i - 1, blocked):
            has_infinitive = has_infinitive or FORMS.get(token.key) == "infinitive"
        elif token.key in _AND or token.text == "-":
            if before is None or not _is_word(words, i - 2, blocked):
                break
            has_and = True
        elif token.text == "," and before is not None:
            if not has_and or not _is_word(words, i - 2, blocked):
                break
        elif token.key in _GENITIVE:
            if before is None or not _is_word(words, i - 2, blocked) or _YEAR.fullmatch(before.key):
                break
        elif token.key == _TO or token.key == _ON:
            if not has_infinitive:
                break
        elif token.key == _IN:
            if before is None or (before.key not in _INNER_IN and (i == end or words[i].key not in _COOPERATION)):
                break
        elif token.key == _FROM:
            if (before is None or before.key not in _AIM) and (i == end or words[i].key not in _OUT_OF):
                break
        else:
            break
        i -= 1
    while i < end and (words[i].key in _CASES or words[i].key in _AND or is_mark(words[i])):
        i += 1
    return i


def _read_head(words: Sequence[Token], start: int, end: int, word: _HeadWord, blocked: frozenset[int]) -> Head:
    first = _modifiers(words, start, blocked)
    counted = first
    while counted < start and words[counted].key in _ABOUT:
        counted += 1
    number = read_number(words, counted)
    count = None
    if number and number.end <= start and 1 <= number.value <= _MOST_INSTRUMENTS and number.value % 1 == 0:
        rest = words[number.end : start]
        measures = bool(rest) and rest[0].key in _MEASURES
        is_year = _YEAR.fullmatch(words[counted].key)
        if not measures and not is_year and all(digits(token.key) is None for token in rest):
            count = int(number.value)
    is_anaphoric = first > 0 and words[first - 1].key in ANAPHORIC
    at = first
    self_named = word.kind == "ceasefire" or tuple(token.key for token in words[start:end]) in _SELF_NAMED
    link = None if word.kind == "ceasefire" else _link(words, first)
    # A determiner shuts the phrase: nothing before it is the name's.
    if link is not None and not is_anaphoric and not any(w.key in ANAPHORIC for w in words[first:start]):
        subject = _subject(words, link, blocked)
        is_adverb = words[link - 1].key in _ADVERBIAL
        if subject < link and not is_adverb and not _YEAR.fullmatch(words[link - 1].key):
            at = subject
    while at < start and not _is_ordinal(words, at, start) and (
        words[at].key in _EMPTY or words[at].key in ORDINALS or words[at].key in _CASES or is_mark(words[at])
    ):  # fmt: skip
        at += 1
    years = (i for i in range(max(at - 3, 0), start) if _YEAR.fullmatch(words[i].key) and words[i + 1].key in _GENITIVE)
    year = next(years, None)
    if year is not None and year >= at:
        at = year + 2
    content = frozenset(
        stem(token.key)
        for i, token in enumerate(words[at:start], at)
        if token.key not in _CASES and token.key not in _AND and token.key not in _EMPTY and not is_mark(token)
        and read_number(words, i) is None
    )  # fmt: skip
    name: int | None = at if content else (start if self_named else None)
    after = _alias_end(words, end)
    if word is _ALIAS:
        return Head(start, end, end, word.kind, True, start, None, frozenset(), None, None, False, False,
                    frozenset((words[start].key,)), words[start].key)  # fmt: skip
    own = _HEADS.by_first.keys() | {_THAT_IS}
    alias = frozenset(token.key for token in words[end:after] if not is_mark(token) and token.key not in own)
    return Head(
        start, end, after, _kind(words, at, end, word.kind), word.is_weak, first, name, content,
        count, year, is_anaphoric, self_named, alias, words[end - 1].key.removesuffix("ों"),
        words[end - 1].key.endswith("ों"),
    )  # fmt: skip


def _is_ordinal(words: Sequence[Token], i: int, end: int) -> bool:
    """पहले चरण का: an ordinal that tells one part from another belongs to the name."""
    return words[i].key in ORDINALS and i + 2 < end and words[i + 2].key in _GENITIVE


def _kind(words: Sequence[Token], start: int, end: int, kind: AgreementKind) -> AgreementKind:
    if kind not in ("agreement", "partnership"):
        return kind
    name = tuple(token.key for token in words[start:end])
    for keys, named in _KIND_BY_NAME:
        last = len(name) - 1 - len(keys)
        places = (last,) if named == "partnership" else range(len(name))
        if any(i >= 0 and name[i : i + len(keys)] == keys for i in places):
            return named  # type: ignore[no-any-return]
    return kind


def stem(key: str) -> str:
    """What two words of a name are compared by: व्यापार and व्यापारिक are one."""
    return key[:_STEM]


def find_heads(words: Sequence[Token], blocked: frozenset[int], aliases: frozenset[str] = frozenset()) -> list[Head]:
    """The agreement words of a sentence, left to right; ``blocked``: tokens of parties' phrases and dates.

    ``aliases``: short forms that the article has given its agreements (``सीईपीए``), heads as well.
    ``करार दिया`` (declared), ``समझौता एक्सप्रेस`` and ``संधि-विच्छेद`` are none.
    """
    spans: list[tuple[int, int, _HeadWord]] = []
    i = 0
    while i < len(words):
        found = _HEADS.at(words, i) if words[i].key in HEAD_KEYS else None
        if found is None:
            if words[i].key in aliases:
                spans.append((i, i + 1, _ALIAS))
            i += 1
            continue
        end, word = found
        following = words[end].key if end < len(words) else ""
        if following == "-" and end + 1 < len(words):
            following = words[end + 1].key
        declared = following in _DECLARED or (i > 0 and words[i - 1].key in _DECLARED_AS)
        if following not in _FOLLOWING and not (words[i].key in _KARAR and declared):
            spans.append((i, end, word))
        i = max(end, _alias_end(words, end))
    if any(not word.is_weak for _, _, word in spans):
        # संधि में अपनी भागीदारी निलंबित की: beside an agreement a bare weak word is none.
        spans = [s for s in spans if s[2] != _PARTNERSHIP or not _is_bare(words, s[0], blocked)]
    spans = _joined(words, spans)
    taken = blocked | {k for start, end, _ in spans for k in range(start, end)}
    heads = []
    for n, (start, end, word) in enumerate(spans):
        # साझेदारी समझौता, पार्टनरशिप के साझा घोषणापत्र: the weak word belongs to the name of the head after it.
        if word.is_weak and n + 1 < len(spans) and _is_within_name(words, end, spans[n + 1][0]):
            continue
        own = frozenset(k for k in taken if not start <= k < end)
        if n and spans[n - 1][2].is_weak and _is_within_name(words, spans[n - 1][1], start):
            own = own - frozenset(range(spans[n - 1][0], spans[n - 1][1]))
        heads.append(_read_head(words, start, end, word, own))
    return heads


def _joined(words: Sequence[Token], spans: list[tuple[int, int, _HeadWord]]) -> list[tuple[int, int, _HeadWord]]:
    """युद्धविराम और बंधक रिहाई समझौता: one agreement, a ceasefire's."""
    joined: list[tuple[int, int, _HeadWord]] = []
    for start, end, word in spans:
        if joined and joined[-1][2].kind == "ceasefire" and word.kind == "agreement" and not word.is_weak:
            first, before, truce = joined[-1]
            gap = words[before:start]
            if 2 <= len(gap) <= _JOINED_REACH and gap[0].key in _AND and all(_is_plain(token) for token in gap[1:]):
                joined[-1] = (first, end, truce)
                continue
        joined.append((start, end, word))
    return joined


def _is_within_name(words: Sequence[Token], end: int, following: int) -> bool:
    """Is the word that ends at ``end`` part of the name of the head at ``following``?"""
    gap = words[end:following]
    if len(gap) <= 2 and all(_is_plain(token) for token in gap):
        return True
    tied = gap[0].key in _GENITIVE or gap[0].key == _ON or gap[0].text == "-"
    return tied and len(gap) <= 3 and all(_is_plain(token) for token in gap[1:])


def _is_bare(words: Sequence[Token], start: int, blocked: frozenset[int]) -> bool:
    """Has the word before ``start`` no content of a name?"""
    before = start - 1
    return before < 0 or not _is_word(words, before, blocked) or words[before].key in _EMPTY


def _is_plain(token: Token) -> bool:
    return not (token.key in _CASES or token.key in _AND or token.key in _STOPS or is_mark(token))


def signed_thing(words: Sequence[Token], at: int, blocked: frozenset[int]) -> Head | None:
    """What is signed by a word that the lexicon does not know: the noun before पर … हस्ताक्षर at token ``at``."""
    on = _signed_at(words, at)
    if on is None or not _is_word(words, on - 1, blocked):
        return None
    return replace(_read_head(words, on - 1, on, _HeadWord("other", False), blocked), is_unknown=True)


def is_signed_alone(words: Sequence[Token], at: int) -> bool:
    """Is what is signed at token ``at`` signed by one side only: a bill, an order?"""
    on = _signed_at(words, at)
    return on is not None and words[on - 1].key in _NEVER_SIGNED


def _signed_at(words: Sequence[Token], at: int) -> int | None:
    return next((i for i in range(at - 1, max(at - 6, 0), -1) if words[i].key == _ON), None)
