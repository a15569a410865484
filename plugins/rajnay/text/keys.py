"""One key for all spellings of a Hindi word: what two surfaces are compared by, never what is stored."""

import unicodedata
from functools import lru_cache

_NUKTA = "\u093c"
_DROP = dict.fromkeys([0x093C, 0x00AD, 0xFEFF, *range(0x200B, 0x2010)])
_DROP[0x0901] = "\u0902"  # chandrabindu → anusvara
_DROP.update({0x0966 + d: str(d) for d in range(10)})
# A half nasal before a consonant of its own class is written as anusvara as well (सितम्बर, सितंबर; हिन्दी, हिंदी).
_HALF_NASALS = [
    (nasal + "\u094d" + consonant, "\u0902" + consonant)
    for nasal, row in (("ङ", "कखगघ"), ("ञ", "चछजझ"), ("ण", "टठडढ"), ("न", "तथदध"), ("म", "पफबभ"))
    for consonant in row
]


def match_key(surface: str) -> str:
    """The comparison key of a surface form.

    NFC; no nukta, joiners, soft hyphens; chandrabindu and half nasals as anusvara; ASCII digits;
    Latin letters casefolded. Length differs from the surface's: keys carry no offsets.

    >>> match_key("ट्रम्प") == match_key("ट्रंप")
    True
    """
    text = unicodedata.normalize("NFC", unicodedata.normalize("NFD", surface).translate(_DROP))
    if "\u094d" in text:
        for half, dot in _HALF_NASALS:
            if half in text:
                text = text.replace(half, dot)
    return text.casefold()


def match_keys(*words: str) -> frozenset[str]:
    """The match keys of single words."""
    return frozenset(map(match_key, words))


# Signs in which spellings of one foreign name differ: vowel length and openness, retroflex or dental, sibilants,
# a nasal or a virama more or less.
_LOOSE = str.maketrans({
    "ा": None, "्": None, "ं": None, "आ": "अ", "ी": "ि", "ई": "इ", "ू": "ु", "ऊ": "उ", "ै": "े", "ऐ": "ए", "ौ": "ो", "औ": "ओ",
    "ॉ": "ो", "ऑ": "ओ", "ट": "त", "ठ": "थ", "ड": "द", "ढ": "ध", "ण": "न", "ष": "श",
})  # fmt: skip


@lru_cache(maxsize=65_536)
def loose_key(key: str) -> str:
    """A match key without the distinctions in which transcriptions of one foreign name differ most.

    Coarse: only to find candidates among names, never for everyday words.

    >>> loose_key(match_key("वानुआतु")) == loose_key(match_key("वनुआटू"))
    True
    """
    return key.translate(_LOOSE)
