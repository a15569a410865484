"""Cleaning: what it changes, that twice is once, and that every clean character knows its raw place."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rajnay.text.clean import clean

HINDI = st.text(
    st.sampled_from(list("कखनरळढडयम़्ािीुेैोंँः।॥ 0२९5\n\t|\"'“”‘’.,-")
                    + ["\u200d", "\u200c", "\ufeff", "\u00a0", "\u0958", "\u095c", "\u0931", "e", "\u0301", "\u1100", "\u1161", "\r", "\x00", "\u09c7", "\u09be"]),
    max_size=60,
)  # fmt: skip


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("मुलाक़ात", "मुलाक\u093cात"),
        ("राष्‍ट्रपति", "राष्ट्रपति"),
        ("२४ नवंबर २०२६", "24 नवंबर 2026"),
        ("उन्होंने कहा, “हम साथ हैं।”", 'उन्होंने कहा, "हम साथ हैं।"'),
        ("बैठक हुई |", "बैठक हुई।"),
        ("बैठक हुई ।", "बैठक हुई।"),
        ("  पहली   पंक्ति \r\n\r\n दूसरी\u00a0पंक्ति\t", "पहली पंक्ति\nदूसरी पंक्ति"),
        ("समझौता हुआ।\nइसे शेयर करें:\nयह भी पढ़ें: मौसम का हाल\nदोनों पक्ष सहमत हैं।", "समझौता हुआ।\nदोनों पक्ष सहमत हैं।"),
        ("विज्ञापन\nसमझौता हुआ।", "समझौता हुआ।"),
        ("उन्होंने कहा कि इसे शेयर करें और आगे बढ़ें।", "उन्होंने कहा कि इसे शेयर करें और आगे बढ़ें।"),
        ("", ""),
        (" \n\u200b ", ""),
    ],
)
def test_clean(raw: str, expected: str) -> None:
    assert clean(raw).text == expected


@given(HINDI)
@settings(max_examples=500)
def test_twice_is_once(raw: str) -> None:
    once = clean(raw).text
    assert clean(once).text == once
    assert unicodedata.is_normalized("NFC", once)


@given(st.text(max_size=80))
def test_twice_is_once_on_any_text(raw: str) -> None:
    once = clean(raw).text
    assert clean(once).text == once


@given(HINDI)
@settings(max_examples=500)
def test_offsets_lead_back(raw: str) -> None:
    cleaned = clean(raw)
    previous = 0
    for i, character in enumerate(cleaned.text):
        start, end = cleaned.offsets.raw_span(i, i + 1)
        assert previous <= start < end <= len(raw)
        previous = start
        source = raw[start:end]
        if character == "\n":
            assert set(source) & set("\n\r")
        elif not character.isspace():
            # The raw characters at that place clean to something that holds this one.
            composed = unicodedata.normalize("NFC", source.replace("\u200d", "").replace("\u200c", ""))
            assert character in clean(composed).text + composed or character in "।\"'0123456789"


def test_a_raw_span_keeps_what_was_dropped_inside_but_not_beside() -> None:
    raw = "राष्\u200dट्रपति\u200b  मिले"
    cleaned = clean(raw)
    start, end = cleaned.offsets.raw_span(0, len("राष्ट्रपति"))
    assert raw[start:end] == "राष्\u200dट्रपति"
