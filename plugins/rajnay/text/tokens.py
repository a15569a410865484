"""Devanagari-safe tokens and sentences with offsets. The only place that decides what a word is.

Never ``\\w`` or ``\\b`` here: Python's split at vowel signs and viramas (categories Mc and Mn).
"""

import re
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import NamedTuple

from rajnay.text.keys import match_key

# A word: Devanagari letters, signs and joiners without dandas and digits; or Latin letters with inner dots
# or apostrophes; or a number in either script with its separators; or one other visible character.
TOKEN = re.compile(
    r"[\u0900-\u0963\u0970-\u097f\u200c\u200d]+"
    r"|[A-Za-zÀ-ɏ]+(?:['’][A-Za-z]+)*"
    r"|[0-9\u0966-\u096f]+(?:[.,:][0-9\u0966-\u096f]+)*"
    r"|\S"
)
# A sentence ends at a danda, ? or !, at a newline, or at a full stop that is no abbreviation's or number's.
# No sentence of a newspaper is longer (characters): what is, is cut at a space, so that reading stays linear.
_LONGEST = 2_000
_END = re.compile(r"[।॥?!]+[\"”’')]*|\n+|\.(?=[\s\"”’']|$|[\u0904-\u0939])")
# Before such a stop there is an initial or a title (एस. जयशंकर, डॉ. सिंह, मो. यूनुस), not the end of a sentence.
_LETTER = "ए|बी|सी|डी|ई|एफ|जी|एच|जे|के|एल|एम|एन|ओ|पी|क्यू|आर|एस|टी|यू|वी|डब्ल्यू|डब्लू|एक्स|वाई|जेड"
_ABBREVIATION = re.compile(rf"(?:^|[\s(.])(?:[A-Z]|डॉ|डा|श्री|प्रो|मो|कु|सु|पं|स्व|रु|नं|ले|जन|कै|मि|न्या|(?:{_LETTER}){{1,2}})$")
# आई is a letter too, but mostly the verb: only before another initial it is one.
_I_AS_INITIAL = re.compile(rf"\.\s*(?:{_LETTER})\.")


class Token(NamedTuple):
    """A word, number or mark: its span in the text (code points, end-exclusive), surface and match key."""

    start: int
    end: int
    text: str
    key: str


# Token._make without its check of the length, which is right here: tokens are what reading makes most of.
_token = partial(tuple.__new__, Token)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its number in the text, span, tokens, and whether it is the headline."""

    number: int
    start: int
    end: int
    tokens: tuple[Token, ...]
    is_headline: bool


@lru_cache(maxsize=65_536)
def _key(surface: str) -> str:
    return match_key(surface)


def tokens(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """The tokens of ``text[start:end]``, with offsets in ``text``."""
    matches = TOKEN.finditer(text, start, len(text) if end is None else end)
    return tuple([_token((*match.span(), surface := match.group(), _key(surface))) for match in matches])


def _is_abbreviated(text: str, start: int, stop: int) -> bool:
    """Whether the full stop at ``stop`` belongs to the word before it."""
    if _ABBREVIATION.search(text, max(start, stop - 12), stop):
        return True
    return text[max(start, stop - 3) : stop].strip() == "आई" and _I_AS_INITIAL.match(text, stop) is not None


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Spans of the sentences of ``text``, stripped, in order; none is empty."""
    spans, start = [], 0
    for match in _END.finditer(text):
        if match.group() == "." and _is_abbreviated(text, start, match.start()):
            continue
        spans.append((start, match.end()))
        start = match.end()
    spans.append((start, len(text)))
    stripped = []
    for a, b in spans:
        chunk = text[a:b]
        a += len(chunk) - len(chunk.lstrip())
        b -= len(chunk) - len(chunk.rstrip())
        while b - a > _LONGEST:
            cut = text.rfind(" ", a + 1, a + _LONGEST) + 1 or a + _LONGEST
            stripped.append((a, cut - 1 if text[cut - 1] == " " else cut))
            a = cut
        if a < b:
            stripped.append((a, b))
    return stripped


def sentences(text: str, headline_end: int = 0) -> tuple[Sentence, ...]:
    """The sentences of ``text``; those that end at or before ``headline_end`` are the headline."""
    return tuple(
        Sentence(number, a, b, tokens(text, a, b), b <= headline_end)
        for number, (a, b) in enumerate(sentence_spans(text))
    )
