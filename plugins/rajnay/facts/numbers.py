"""Numbers in Hindi text: digits of both scripts, number words, Indian and English scales, fractions.

Spellings: ``lexicon/numbers.toml``.
"""

from collections.abc import Sequence
from typing import NamedTuple

from rajnay.facts.lexicons import read_lexicon
from rajnay.text.keys import match_key
from rajnay.text.tokens import Token


class Number(NamedTuple):
    """A number read from ``tokens[start:end]``."""

    value: float
    end: int


def keyed(table: dict[str, list[str]]) -> dict[str, str]:
    """A table of spellings, turned round: match key → its entry. Joined words keep their spaces."""
    return {match_key(word): entry for entry, words in table.items() for word in words}


_LEXICON = read_lexicon("numbers")
CARDINALS: dict[str, int] = {key: int(value) for key, value in keyed(_LEXICON["cardinals"]).items()}
ORDINALS: dict[str, int] = {key: int(value) for key, value in keyed(_LEXICON["ordinals"]).items()}
_SCALES = {key: int(value) for key, value in keyed(_LEXICON["scales"]).items()}
_GROUPS = {key: int(value) for key, value in keyed(_LEXICON["groups"]).items()}
_FRACTIONS = {key: float(value) for key, value in keyed(_LEXICON["fractions"]).items()}
_ADDED = {key: float(value) for key, value in keyed(_LEXICON["added"]).items()}
# No number is told in more words: दो लाख तीन हजार चार सौ पांच has seven.
_LONGEST = 16


def digits(key: str) -> float | None:
    """The value of a token written in digits (1,50,000 or 1.5), by its match key; None if it is no plain number."""
    if not key[:1].isdigit():
        return None
    plain = key.replace(",", "")
    if not plain.isascii() or plain.count(".") > 1 or not plain.replace(".", "").isdigit() or len(plain) > 15:
        return None
    return float(plain)


def read_number(tokens: Sequence[Token], start: int) -> Number | None:
    """The longest number that begins at ``tokens[start]``, or None.

    ``1.5 लाख करोड़`` multiplies, ``दो हजार अठारह`` and ``एक अरब बीस करोड़`` add up, ``साढ़े तीन हजार`` is 3,500.
    """
    total, group, i, size = 0.0, None, start, min(len(tokens), start + _LONGEST)
    after_scale = False
    while i < size:
        key = tokens[i].key
        added = 0.0
        taken = 1
        if key in _ADDED and i + 1 < size:
            added = _ADDED[key]
            key = tokens[i + 1].key
            taken = 2
        value: float | None = digits(key)
        in_digits = value is not None
        if value is None:
            value = CARDINALS.get(key, _FRACTIONS.get(key))
        if value is not None:
            if group is not None:
                followed = i + taken < size and tokens[i + taken].key in _SCALES
                # After a scale a smaller group adds up; digits do so only before a scale of their own.
                if not after_scale or (in_digits and not followed) or value >= group:
                    break
                total += group
            group, after_scale = value + added, False
            i += taken
            continue
        if taken == 2:
            break
        if key in _SCALES and (group is not None or i == start):
            group, after_scale = (1.0 if group is None else group) * _SCALES[key], True
        elif key in _GROUPS and group is not None:
            group, after_scale = group * _GROUPS[key], True
        else:
            break
        i += 1
    if group is None:
        return None
    return Number(total + group, i)
