"""When two Hindi spellings are one name: compared by the consonants that a listener would hear."""

import re
import unicodedata
from functools import lru_cache

from rajnay.text.tokens import tokens

# What spellings of one name mix up always: breath, retroflex and dental, the sibilants, व and ब, ज and झ.
_SOUNDS = {
    letter: group[0]
    for group in ("कख", "गघ", "चछ", "जझ", "तटथठ", "दडधढ", "नणङञं", "पफ", "बभव", "म", "र", "ल", "सशष")
    for letter in group
}
_VOWELS = {letter: group[0] for group in ("अआ", "इईएऐय", "उऊओऔ") for letter in group}
# What they mix up sometimes (जोसेप and जोज़ेप, रेसेप and रेचेप, तैयब and तैयप): half a difference.
_NEAR = {frozenset(pair) for pair in ("सज", "सच", "जच", "पब", "रद", "तद", "कग", "इअ", "इउ", "अउ")}

# Written by some as one letter, by others as two: छेरिंग and त्शेरिंग, चांग and त्सांग.
_AS_ONE = re.compile("[तट]\u094d(?=[शसष])[शसष]")
_HYPHEN = re.compile("[-‐‑–]")
# Of initial sounds these are mixed up most: names are looked up by one for all.
_INITIAL = {"स": "च", "ज": "च", "इ": "अ", "उ": "अ"}

_ALIKE = 0.8
_WORD_ALIKE = 0.5
# So many words of a name say who it is: what follows (a tribe, a father, a title) only says more.
_TELLING = 3


@lru_cache(maxsize=65_536)
def sound_key(name: str) -> tuple[str, ...]:
    """The heard consonants of each word of ``name``; of vowels, य and ह only an initial one.

    >>> sound_key("दिनेश गुनवर्दन") == sound_key("दिनेश गुणवर्धने")
    True
    """
    words = []
    for token in tokens(_AS_ONE.sub("च", _HYPHEN.sub("", name))):
        heard: list[str] = []
        for letter in unicodedata.normalize("NFD", token.key):
            sound = _SOUNDS.get(letter)
            if not heard and sound is None:
                sound = _VOWELS.get(letter) or (letter if letter.isalnum() else None)
            if sound and (not heard or heard[-1] != sound):
                heard.append(sound)
        if heard:
            words.append("".join(heard))
    return tuple(words)


@lru_cache(maxsize=262_144)
def likeness(one: str, other: str) -> float:
    """Of two strings of sounds: 1 minus the edit distance by the longer one, near sounds counting half."""
    before = [float(n) for n in range(len(other) + 1)]
    for row, a in enumerate(one, 1):
        now = [float(row)]
        for column, b in enumerate(other, 1):
            change = 0.0 if a == b else (0.5 if frozenset((a, b)) in _NEAR else 1.0)
            now.append(min(before[column] + 1, now[-1] + 1, before[column - 1] + change))
        before = now
    return 1 - before[-1] / max(len(one), len(other), 1)


def same_sound(one: str, other: str) -> bool:
    """Whether two full names may be one by their sound: word by word, or with words left out or written together.

    Words begin alike (नवाज शरीफ is not शहबाज शरीफ). Single words are not compared: too many people share one.
    """
    short, long = sorted((sound_key(one), sound_key(other)), key=len)
    if len(short) < 2:
        return False
    if len(short) == len(long):
        return all(map(_may_be, short, long)) and likeness("".join(short), "".join(long)) >= _ALIKE
    if likeness("".join(short), "".join(long)) >= 0.9:
        return True
    if len(short) >= _TELLING and all(map(_may_be, short, long)):
        return likeness("".join(short), "".join(long[: len(short)])) >= _ALIKE
    rest = iter(long)
    return short[-1] == long[-1] and all(any(word == other for other in rest) for word in short)


def ends_alike(one: str, other: str) -> float:
    """Between 0 and 1: how alike two names sound in their first and last words, which are what a desk keeps."""
    a, b = ("".join((words[0], words[-1])) for words in (sound_key(one), sound_key(other)))
    return likeness(a, b)


@lru_cache(maxsize=65_536)
def sound_buckets(name: str) -> frozenset[tuple[str, str]]:
    """Keys of which two names with the same sound mostly share one, each with the sounds of the word it begins with.

    The first sound with that of the last word, with that of the third, and with the last two sounds of all; without
    the first word (it may be a title) those of the last two.
    """
    words = sound_key(name)
    if not words:
        return frozenset()
    first, *others = (_INITIAL.get(word[0], word[0]) for word in words)
    pairs = {(f"{first}{end}", words[0]) for end in (*others[-1:], *others[1:2])}
    if len(others) > 1:
        pairs.add((f"{others[-2]}{others[-1]}", words[-2]))
    return frozenset(pairs | {(f"{first}~{''.join(words)[-2:]}", words[0])})


@lru_cache(maxsize=262_144)
def may_begin(one: str, other: str) -> bool:
    """Whether names whose first words have these sounds may be one: like each other, or one more than the other."""
    return one.startswith(other) or other.startswith(one) or _may_be(one, other)


def _may_be(one: str, other: str) -> bool:
    return likeness(one[0], other[0]) > 0 and likeness(one, other) >= _WORD_ALIKE
