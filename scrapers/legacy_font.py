"""Hindi typed for legacy fonts (Kruti Dev, DevLys, Chanakya): Latin codes that only the right font draws as Hindi.

hinlegacy decodes. Its detector counts codes that English has too, so here the proof is the result: a text is legacy
Hindi when decoding makes it well-formed Hindi with as many function words as any Hindi text has. Its DevLys table
also reads Kruti Dev 010, and better than its Kruti Dev table: all are tried, the best result is taken. Words that come
back right, of 21,085 typed in Kruti Dev: .9999; hinlegacy alone .9973 (.9353 by its Kruti Dev table), krutiextract
.9958.
Latin words among the Hindi (EU, MoU) cannot be told from its codes.
"""

import re
import tomllib
from importlib.resources import files

import hinlegacy

_FONTS = ("devlys_010", "krutidev_010", "walkman_chanakya_905")
_HINDI = tomllib.loads(files("scrapers").joinpath("hindi_words.toml").read_text("utf-8"))
_WORDS = frozenset(_HINDI["function_words"])
_VISARGA_WORDS = frozenset(_HINDI["visarga_words"])
# Begun at a word's beginning alone: at each letter of a hostile word it would take the square of its length.
_ENDS_IN_VISARGA = re.compile("(?<![\u0900-\u0902\u0904-\u0963])[\u0900-\u0902\u0904-\u0963]*\u0903(?![\u0900-\u0963])")
_SURE, _POSSIBLE = 0.12, 0.04  # Hindi prose has .25 to .40 of these words; English so decoded .00 to .02
_ENOUGH_WORDS = 12  # fewer prove nothing: df reads as कि
_DEVANAGARI = re.compile("[\u0904-\u0939\u0958-\u0961]")
_LATIN = re.compile("[A-Za-z]")
_RUN = re.compile("[\u0900-\u0963]+")
# Not Hindi: two viramas, a virama or a sign before a vowel sign, a sign at a word's beginning.
_MALFORMED = re.compile(
    "\u094d[\u093e-\u094d]|[\u093e-\u094c][\u093e-\u094d]|(?<![\u0900-\u0963])[\u093c\u093e-\u094d]"
)
# In a <font face=…> or a style: an article about the fonts names them as well.
_FACE = re.compile(
    r"(?:(?<![a-z])face\s*=|font(?:-family)?\s*:)[^;>{}]{0,100}?(?:kruti[\s-]?dev|devlys|chanakya|walkman|shusha|4c\s?gandhi)",
    re.I,
)


class LegacyFontUnsure(ValueError):
    """The text may be in a legacy font, but no decoding of it is plainly Hindi."""


def names_legacy_font(html: str) -> bool:
    """Whether the page asks for a legacy font by name."""
    return _FACE.search(html) is not None


def is_latin(text: str) -> bool:
    """Whether a text has Latin letters and hardly any Devanagari."""
    return len(_LATIN.findall(text)) > 4 * len(_DEVANAGARI.findall(text))


def font_of(text: str, named: bool) -> str | None:
    """The hinlegacy codec that makes Hindi of ``text``; None for a text in no legacy font.

    ``named``: the page names such a font. Raises LegacyFontUnsure when it may be legacy, but is not plainly.
    """
    if not is_latin(text):
        return None
    sample = text[:20_000]
    if len(sample.split()) < _ENOUGH_WORDS:
        if named:
            raise LegacyFontUnsure("too short to tell whether it is in the legacy font that the page names")
        return None
    shares = {font: _share(hinlegacy.decode(sample, font)) for font in _FONTS}
    best = max(_FONTS, key=lambda font: shares[font])
    if shares[best] >= _SURE:
        return best
    if shares[best] >= _POSSIBLE or named:
        raise LegacyFontUnsure(f"best as {best}, of whose words only {shares[best]:.0%} are common in Hindi")
    return None


def decode(text: str, font: str) -> str:
    """Unicode of ``text``, line by line. The fonts have one code for visarga and colon: which it is, the word says."""
    decoded = "\n".join(hinlegacy.decode(line, font) if line else "" for line in text.split("\n"))
    return _ENDS_IN_VISARGA.sub(lambda match: match[0] if match[0] in _VISARGA_WORDS else f"{match[0][:-1]}:", decoded)


def _share(text: str) -> float:
    """Function words among all words, less three for each word that is malformed."""
    words = text.split()
    runs = [_RUN.findall(word) for word in words]
    good = sum(run[0] in _WORDS for run in runs if len(run) == 1)
    return (good - 3 * len(_MALFORMED.findall(text))) / max(len(words), 1)
