"""What a legacy font writes with one code for two signs comes back as the word says."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrapers import legacy_font
from scrapers.sample_press.kruti_dev import encode


@pytest.mark.parametrize(
    "text",
    [
        "हिंद महासागर सम्मेलन: मंत्री की मुलाकात टली", "रास्ते में देश: क्या बदलेगा", "कोलंबो (एएनआई): बैठक हुई।", "अतः दोनों पक्ष पुनः मिलेंगे।",
        "प्रायः यह काम क्रमशः होता है: पहले जांच, फिर मरम्मत।", "दुःख की घड़ी में सब साथ हैं।", "सड़क, पढ़ाई और ज़िला",
    ],
)  # fmt: skip
def test_colon_visarga_and_nukta(text):
    decoded = legacy_font.decode(encode(text), "devlys_010")
    assert unicodedata.normalize("NFC", decoded) == unicodedata.normalize("NFC", text)


@given(st.text(max_size=100))
def test_any_text_is_decoded(text):
    legacy_font.decode(text, "devlys_010")
