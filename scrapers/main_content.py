"""The body of a page of which no one has described the layout."""

import re
import tomllib
import unicodedata
from importlib.resources import files

import trafilatura

from scrapers.page_tree import PageTree, lines_of, outermost

SENTENCE_END = tuple("।॥.?!\"'”’)]…")
"""What the last line of a paragraph ends with."""

_LONG = 120  # characters: a line of them is a paragraph, however it ends


# NFC, as the lines that they are sought in: a nukta is a letter of its own there.
_SIGNS = tomllib.loads(unicodedata.normalize("NFC", files("scrapers").joinpath("page_signs.toml").read_text("utf-8")))
_SEE_ALSO = tuple(_SIGNS["see_also"])
_CALLS, _CALL_ENDS = _SIGNS["calls"], tuple(_SIGNS["call_ends"])
_FRAME = ", ".join(f"[{attribute}*={name} i]" for name in _SIGNS["frame_names"] for attribute in ("class", "id"))
_MOST_OF_FRAME = 0.3  # of a page's text: what has more is the page, whatever it is called
_BLOCKS = "p, div, li, td, h1, h2, h3, h4, h5, h6"
_MANY_BLOCKS = 2_000
_JOINERS = dict.fromkeys((0x200C, 0x200D))


def main_content(tree: PageTree) -> str:
    """The lines of the main text, some of its frame among them (``without_frame``); empty where none is found.

    Leaves ``tree`` without what its class or id calls a box (of the author, of related reports, of comments).

    trafilatura: on pages without their selectors .944 four-gram F1, resiliparse .803 (docs/decisions.md). Its tables
    are left out: where layouts are tables, they bring the whole frame along (.643 instead of .991 on such a make). It
    drops zero-width joiners, which come back from the page's own lines.
    """
    _drop_boxes(tree)
    html = tree.html
    # fast: without the second opinions that it asks for, of which one takes time by the square of the blocks.
    is_huge = len(tree.all(_BLOCKS)) > _MANY_BLOCKS
    text = trafilatura.extract(html, include_comments=False, include_tables=False, fast=is_huge) or ""
    if "\u200d" in html or "\u200c" in html:
        text = _with_joiners(text, tree)
    return without_asides(text)


def without_asides(text: str) -> str:
    """A text without the lines that lead to other reports, or to where else the outlet can be followed."""
    return "\n".join(line for line in text.split("\n") if not _is_aside(line))


def _drop_boxes(tree: PageTree) -> None:
    boxes = outermost(tree.all(_FRAME))
    if boxes:
        least = _MOST_OF_FRAME * len(tree.text())
        for box in boxes:
            if sum(map(len, lines_of(box))) < least:
                box.decompose()


def _is_aside(line: str) -> bool:
    if len(line) >= 2 * _LONG:
        return False
    plain = unicodedata.normalize("NFC", line).lower()
    if re.sub("^[^A-Za-z0-9\u0900-\u097f]+", "", plain).startswith(_SEE_ALSO):
        return True
    return plain.rstrip(" ।.!").endswith(_CALL_ENDS) and any(call in plain for call in _CALLS)


def _with_joiners(text: str, tree: PageTree) -> str:
    own = {line.translate(_JOINERS): line for line in tree.lines()}
    return "\n".join(own.get(line.translate(_JOINERS).strip(), line) for line in text.split("\n"))


def is_prose(text: str) -> bool:
    """Whether most of a text stands in lines that end as sentences do: lists of headlines do not."""
    in_sentences = sum(len(line) for line in text.split("\n") if line.rstrip().endswith(SENTENCE_END))
    return in_sentences > 0.6 * len(text)


def without_frame(text: str) -> str:
    """Prose without the lines before its first sentence and after its last: headline, byline, date; tags, links.

    A text that is no prose is left as it is (a legacy font writes its dandas as letters).
    """
    if not is_prose(text):
        return text
    lines = text.split("\n")
    told = [n for n, line in enumerate(lines) if line.rstrip().endswith(SENTENCE_END) or len(line) >= _LONG]
    return "\n".join(lines[told[0] : told[-1] + 1])
