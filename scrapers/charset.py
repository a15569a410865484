"""Bytes to text, by what the bytes say rather than what is said about them.

Order: byte order mark; UTF-8 when the bytes are valid UTF-8 with something beyond ASCII (chance does not make that),
whatever is declared; the HTTP header's charset; the page's <meta>; detection (charset-normalizer, which requests
brings).
"""

import codecs
import re

from charset_normalizer import from_bytes

_META = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.I)
_XML = re.compile(rb"""^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9_:.-]{2,40})["']""")
_HEADER = re.compile(r"""charset\s*=\s*["']?([A-Za-z0-9_:.-]{2,40})""", re.I)
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# As browsers do (WHATWG Encoding): what calls itself Latin-1 or ASCII is windows-1252.
_ALIASES = {"iso-8859-1": "windows-1252", "latin-1": "windows-1252", "latin1": "windows-1252", "ascii": "windows-1252",
            "us-ascii": "windows-1252", "unicode": "utf-8", "utf8": "utf-8"}  # fmt: skip
# A few broken bytes in a long UTF-8 page are a cut or a slip, not another charset.
_SLIPS = 0.001
_PRESCAN = 4096
# UTF-8 Devanagari read as windows-1252 and encoded again: à¤ and à¥ before each letter.
_MOJIBAKE = re.compile("à[¤¥]")


class BadCharset(ValueError):
    """The bytes are no text in any charset that was declared or detected."""


def decode(body: bytes, content_type: str = "") -> str:
    """The text of a page. ``content_type``: the HTTP header. Raises BadCharset, with what was tried."""
    for bom, name in _BOMS:
        if body.startswith(bom):
            return _repaired(body[len(bom) :].decode(name, "replace"))
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        text = ""
    declared = [n for n in map(_known, (_in_header(content_type), _in_page(body))) if n]
    if text and not (text.isascii() and any(name.startswith("utf-16") for name in declared)):
        return _repaired(text)
    lenient = body.decode("utf-8", "replace")
    if lenient.count("\ufffd") <= len(body) * _SLIPS and not lenient.isascii():
        return _repaired(lenient)
    for name in declared:
        if name != "utf-8":
            text = body.decode(name, "replace")
            if text.count("\ufffd") <= len(body) * _SLIPS:
                return _repaired(text)
    if not body:
        return ""
    guess = from_bytes(body[: 256 * 1024]).best()
    if guess is None:
        tried = ", ".join(["utf-8", *declared])
        raise BadCharset(f"not readable as {tried}, and no other charset was detected")
    return _repaired(body.decode(guess.encoding, "replace"))


def _in_header(content_type: str) -> str | None:
    match = _HEADER.search(content_type)
    return match.group(1) if match else None


def _in_page(body: bytes) -> str | None:
    head = body[:_PRESCAN]
    match = _XML.search(head) or _META.search(head)
    return match.group(1).decode("ascii") if match else None


def _known(name: str | None) -> str | None:
    """Python's name of a text encoding, or None."""
    if not name:
        return None
    name = _ALIASES.get(name.lower(), name.lower())
    try:
        info = codecs.lookup(name)
    except LookupError:
        return None
    return info.name if info._is_text_encoding else None


def _repaired(text: str) -> str:
    """Undo UTF-8 that was read as windows-1252 and encoded again, where the whole text shows it."""
    if len(_MOJIBAKE.findall(text)) < 20 or len(re.findall("[\u0900-\u097f]", text)) > len(_MOJIBAKE.findall(text)):
        return text
    raw = bytearray()
    for char in text:
        try:
            raw += char.encode("windows-1252")
        except UnicodeEncodeError:
            if ord(char) > 0xFF:
                raise BadCharset("doubly encoded UTF-8 that cannot be undone") from None
            raw.append(ord(char))
    repaired = raw.decode("utf-8", "replace")
    if repaired.count("\ufffd") > len(repaired) * 0.01:
        raise BadCharset("doubly encoded UTF-8 that cannot be undone")
    return repaired
