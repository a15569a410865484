"""Unicode Hindi to Kruti Dev 010, the legacy font in which a Latin code draws each Devanagari glyph.

Written for the sample press: the way back is what the crawl is tried on, and stands elsewhere. The table is
the font's layout; the order (short i before its syllable, reph after it) is that of the typewriter keyboard.
"""

import re
import tomllib
import unicodedata
from functools import cache
from pathlib import Path

_CONSONANT = "[\u0915-\u0939]\u093c?"
# Consonants joined by viramas, a vowel sign or a last virama, and nasal marks.
_SYLLABLE = re.compile(
    rf"(?P<reph>र\u094d(?={_CONSONANT}))?"
    rf"(?P<stem>{_CONSONANT}(?:\u094d{_CONSONANT})*)"
    r"(?P<vowel>[\u093e-\u094d]?)(?P<marks>[\u0901-\u0903]*)"
)
_JOINERS = str.maketrans("", "", "\u200b\u200c\u200d\ufeff")


_VIRAMA, _RA = "\u094d", "र"


def _pattern(shape: str) -> str:
    if shape[-1] == _VIRAMA:  # a letter before ra is drawn whole, with the stroke of the ra under it
        return re.escape(shape) + f"(?!{_RA})"
    if len(shape) > 2 and "क" <= shape[-1] <= "ह":  # such a conjunct has no half form
        return re.escape(shape) + f"(?!{_VIRAMA})"
    return re.escape(shape)


@cache
def _table() -> tuple[dict[str, str], re.Pattern[str]]:
    sections = tomllib.loads(Path(__file__).with_name("kruti_dev.toml").read_text(encoding="utf-8"))
    codes = {
        unicodedata.normalize("NFD", shape): code for section in sections.values() for shape, code in section.items()
    }
    shapes = sorted((shape for shape in codes if shape != _VIRAMA), key=len, reverse=True)
    return codes, re.compile("|".join([*map(_pattern, shapes), _VIRAMA]))


def _draw(text: str) -> str:
    codes, shapes = _table()
    return shapes.sub(lambda m: codes[m.group()], text)


def _syllable(match: re.Match[str]) -> str:
    reph, stem, vowel, marks = match.group("reph", "stem", "vowel", "marks")
    before = "f" if vowel == "\u093f" else ""
    after = "Z" if reph else ""
    return before + _draw(stem + ("" if before else vowel)) + after + _draw(marks)


def _curly(text: str) -> str:
    text = re.sub(r'"([^"\n]*)"', "“\\1”", text)
    return re.sub(r"'([^'\n]*)'", "‘\\1’", text).replace("'", "’")


def encode(text: str) -> str:
    """``text`` in Kruti Dev 010 codes, all of them in windows-1252. ASCII digits and spaces stay.

    Joiners are lost, straight quotes come back curly, and marks that share a glyph are not told apart.
    Latin letters stay as they are: they want another font, see `runs`.
    """
    text = _curly(unicodedata.normalize("NFD", text).translate(_JOINERS))
    drawn: list[str] = []
    at = 0
    for match in _SYLLABLE.finditer(text):
        drawn += _draw(text[at : match.start()]), _syllable(match)
        at = match.end()
    return "".join(drawn) + _draw(text[at:])


def runs(text: str) -> list[tuple[str, bool]]:
    """``text`` cut into (codes, is_legacy): Latin words, and signs that the font has no glyph for, are not legacy."""
    pieces = re.split(r"([A-Za-zÀ-ɏ%+=₹$&][A-Za-zÀ-ɏ0-9%+=₹$&@_ -]*)", text)
    return [(piece if n % 2 else encode(piece), n % 2 == 0) for n, piece in enumerate(pieces) if piece]
