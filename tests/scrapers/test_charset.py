import codecs
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrapers.charset import BadCharset, decode

HINDI = "<meta charset='{}'><p>प्रधानमंत्री ने संसद में जवाब दिया। दोनों सदनों में चर्चा हुई।</p>"


@pytest.mark.parametrize("declared", ["utf-8", "windows-1252", "iso-8859-1", "big5", "nonsense", ""])
def test_what_is_utf_8_is_read_as_utf_8(declared):
    text = HINDI.format(declared)
    assert decode(text.encode(), f"text/html; charset={declared}") == text


def test_byte_order_marks():
    text = HINDI.format("utf-8")
    for bom, name in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        assert decode(bom + text.encode(name), "text/html; charset=windows-1252") == text


def test_header_then_meta():
    assert decode("caf\xe9".encode("latin-1"), "text/html; charset=ISO-8859-1") == "café"
    assert decode(b"<meta charset=windows-1252>caf\xe9 \x93x\x94") == "<meta charset=windows-1252>café “x”"
    page = "<meta http-equiv=content-type content='text/html; charset=windows-1251'>Привет"
    assert decode(page.encode("windows-1251")) == page
    assert decode("भारत".encode("utf-16-le"), "text/html; charset=utf-16le") == "भारत"


def test_a_few_broken_bytes_do_not_make_another_charset():
    data = (HINDI * 20).encode()
    assert decode(data[:-2]).startswith("<meta")
    assert "प्रधानमंत्री" in decode(data[:500] + b"\xff" + data[500:])


def test_names_that_are_no_charset_are_passed_over():
    for name in ("hex", "rot13", "base64", "zip", "utf-8;drop table", "../../etc"):
        assert decode(b"abc\xe9", f"text/html; charset={name}")


def test_double_encoding_is_undone():
    text = HINDI.format("utf-8") * 3
    twice = "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in text.encode())
    assert decode(twice.encode()) == text


def test_double_encoding_that_lost_bytes_is_refused():
    text = HINDI.format("utf-8") * 3
    with pytest.raises(BadCharset):
        decode(text.encode().decode("cp1252", "replace").replace("\ufffd", "?").encode())


@given(st.binary(max_size=200), st.text(max_size=30))
def test_any_bytes_are_text_or_refused(body, header):
    with suppress(BadCharset):
        decode(body, header).encode("utf-8")


@given(st.text())
def test_utf_8_comes_back(text):
    assert decode(text.encode()) == text.removeprefix("\ufeff")
