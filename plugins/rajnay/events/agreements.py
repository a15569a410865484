"""Whether two articles tell of the same agreement, and how surely. Its words and kinds are in agreements.toml."""

import tomllib
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

from rajnay.events.members import likeness, party_codes
from rajnay.events.told import Told
from rajnay.facts.topics import read_topics
from rajnay.text.keys import match_key
from rajnay.text.tokens import tokens

_WORDS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
_EMPTY = {match_key(word) for word in (*_WORDS["heads"], *_WORDS["fillers"])}
_SYNONYM = {match_key(word): match_key(group[0]) for group in _WORDS["synonyms"] for word in group}
_ALIKE = {frozenset(pair) for pair in _WORDS["alike"]}

_ENOUGH_PARTIES = 0.6
# Parties from here on are many: that they made two agreements at a time is unlikely.
_MANY = 3
_SAME_TOPIC = 0.4
# Code points from which a word may be the stem of another.
_STEM = 4
# Acts of one instrument lie close together; a subject is needed to link what lies further apart.
_SAME_ACT = timedelta(days=3)
_SAME_NEWS = timedelta(days=7)
_LIFE = timedelta(days=400)


@lru_cache(maxsize=65_536)
def _topics(name: str) -> frozenset[str]:
    return frozenset(read_topics(token for token in tokens(name) if token.key not in _EMPTY))


@lru_cache(maxsize=65_536)
def subject(name: str | None) -> frozenset[str]:
    """The words of an agreement's name that tell it from others of its kind, as keys, synonyms made one."""
    keys = (token.key for token in tokens(name or ""))
    return frozenset(_SYNONYM.get(key, key) for key in keys if key not in _EMPTY and any(map(str.isalpha, key)))


def agreement_score(one: Told, other: Told) -> float | None:
    """How surely (0 to 1) ``one`` and ``other`` are the same agreement; None if they cannot be. Symmetric.

    The parties must be the same (of many, most); then subject, kind and day decide: a shared subject carries
    through an instrument's life, without one only acts close together link two reports. Two subjects without a
    common word are two agreements: parties often sign several on one day.
    """
    a, b = party_codes(one.members), party_codes(other.members)
    who = likeness(one.members, other.members)
    n_common = len(a & b)
    if a != b and (n_common < _MANY or who < _ENOUGH_PARTIES):
        return None
    if one.kind != other.kind and frozenset((one.kind, other.kind)) not in _ALIKE:
        return None
    when = _when(one, other)
    if when is None:
        return None
    about = _about(one, other)
    if n_common >= _MANY:
        about = max(about or 0.0, 0.6)
    if about == 0.0 or (about is None and when < 0.5) or (about == _SAME_TOPIC and when < 0.8):
        return None
    if about is None and when < 0.8:
        return 0.0
    kind = 1.0 if one.kind == other.kind else 0.8
    return who * (0.45 * (0.55 if about is None else about) + 0.35 * when + 0.2 * kind)


def _about(one: Told, other: Told) -> float | None:
    """Overlap of two subjects by the smaller one, or their topic; None where one of the two has none.

    A ceasefire is about itself: parties have one at a time.
    """
    a, b = subject(one.name), subject(other.name)
    if not a or not b:
        return 0.8 if one.kind == other.kind == "ceasefire" else None
    if n_common := min(
        sum(any(_one_word(word, other) for other in those) for word in some) for some, those in ((a, b), (b, a))
    ):
        return n_common / min(len(a), len(b))
    # Wheat in one paper is grain in another: the same topic, in other words.
    return _SAME_TOPIC if _topics(one.name or "") & _topics(other.name or "") else 0.0


def _n_said(words: frozenset[str], by: frozenset[str]) -> int:
    return sum(any(_one_word(word, other) for other in by) for word in words)


def _one_word(one: str, other: str) -> bool:
    """Whether two words are forms of one: the shorter begins the longer (समुद्र and समुद्री, सीमा and सीमांकन)."""
    short, long = sorted((one, other), key=len)
    return short == long or (len(short) >= _STEM and long.startswith(short))


def _when(one: Told, other: Told) -> float | None:
    """1 for acts on the same day, less for other acts of the same life or unsure days, None for acts too far apart.

    The same act on two days is one of two: desks err by a day or so (0.4), or it is another agreement.
    """
    a, b = one.days, other.days
    if a and b:
        if a[0] <= b[1] and b[0] <= a[1]:
            return 1.0 if a == b else 0.8
        gap = max(a[0] - b[1], b[0] - a[1])
        if one.status == other.status and one.status != "proposed":
            return 0.4 if gap <= _SAME_ACT else None
        return 0.8 if gap <= _SAME_ACT else (0.5 if gap <= _LIFE else None)
    if a or b:
        gap = abs(_day(one) - _day(other))
        return 0.8 if gap <= _SAME_NEWS else (0.5 if gap <= _LIFE else None)
    return 0.6 if abs(one.reported_on - other.reported_on) <= _LIFE else None


def _day(told: Told) -> date:
    return told.days[1] if told.days else told.reported_on
