"""Kruti Dev: the glyph codes of known words, and that every word can be read back from them."""

import re
import tomllib
import unicodedata
from datetime import date, timedelta
from pathlib import Path

import pytest

from scrapers.sample_press import kruti_dev
from scrapers.sample_press.edition import week
from scrapers.sample_press.kruti_dev import encode, runs

START = date(2026, 11, 18)


@pytest.mark.parametrize(
    ("word", "codes"),
    [
        ("भूमिका", "Hkwfedk"),
        ("विदेश", "fons'k"),
        ("प्रधानमंत्री", "ç/kkuea=h"),
        ("मंत्रियों", "eaf=;ksa"),
        ("कार्यक्रम", "dk;ZØe"),
        ("वर्षों", 'o"kksZa'),
        ("आर्थिक", "vkfFkZd"),
        ("हस्ताक्षर", "gLrk{kj"),
        ("नई", "ubZ"),
        ("द्विपक्षीय", "f}i{kh;"),
        ("उच्चायुक्त", "mPpk;qDr"),
        ("शक्ति", "'kfDr"),
        ("शक्त्य", "'kDR;"),
        ("ट्रंप", "Vªai"),
        ("ब्रिटेन", "fczVsu"),
        ("सहस्र", "lglz"),
        ("बढ़ेगा", "c<+sxk"),
        ("ज़्यादा", "T+;knk"),
        ("दृष्टि", '–f"V'),
        ("२०२६।", "„å„ˆA"),
        ("“हाँ”, ठीक", "Þgk¡ß] Bhd"),
    ],
)
def test_known_words(word: str, codes: str) -> None:
    assert encode(word) == codes


def test_letters_with_their_own_nukta_and_with_a_separate_one_are_drawn_alike() -> None:
    assert encode("ब\u095dेगा") == encode("ब\u0922\u093cेगा")


def test_latin_words_keep_their_own_font() -> None:
    assert [piece for piece, legacy in runs("बैठक में BRICS देश") if not legacy] == ["BRICS "]
    assert "".join(piece for piece, _ in runs("कुल 7.5% बढ़त")) == "dqy 7-5% c<+r"


def _decode(codes: str) -> str:
    """The inverse of the font's table, told apart by longest glyph: what a reader of the page would do."""
    sections = tomllib.loads(Path(kruti_dev.__file__).with_name("kruti_dev.toml").read_text(encoding="utf-8"))
    shapes: dict[str, str] = {}
    for section in sections.values():
        for shape, code in section.items():
            shapes.setdefault(code, unicodedata.normalize("NFD", shape))
    glyph = re.compile("|".join(map(re.escape, sorted(shapes, key=len, reverse=True))) + r"|[\s\S]")
    text = "".join("\ue000" if g == "f" else "\ue001" if g == "Z" else shapes.get(g, g) for g in glyph.findall(codes))
    consonant = "[क-ह]\u093c?"
    text = re.sub(f"\ue000((?:{consonant}\u094d)*{consonant})", "\\1\u093f", text)
    text = re.sub(f"((?:{consonant}\u094d)*{consonant}[\u093e-\u094c]?)\ue001", "र\u094d\\1", text)
    return unicodedata.normalize("NFC", text)


# Marks that share a glyph, and straight quotes, do not come back: see kruti_dev.toml.
_SHARED = str.maketrans({":": "ः", "–": "-", "—": "-", '"': "”", "“": "”", "'": "’", "‘": "’"})


def _comparable(text: str) -> str:
    return unicodedata.normalize("NFC", re.sub("[\u200b-\u200d]", "", text)).translate(_SHARED)


def test_every_story_can_be_read_back_but_for_marks_that_share_a_glyph() -> None:
    edition = week(START + timedelta(days=6), START)
    stories = [story for story in edition.stories if story.sickness not in {"english"}]
    assert len(stories) > 50
    for story in stories:
        for paragraph in [story.title, *story.paragraphs]:
            pieces = runs(paragraph)
            "".join(piece for piece, legacy in pieces if legacy).encode("cp1252")
            back = "".join(_decode(piece) if legacy else piece for piece, legacy in pieces)
            assert _comparable(back) == _comparable(paragraph)
