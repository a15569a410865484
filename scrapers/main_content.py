"""The body of a page of which no one has described the layout."""

import trafilatura

SENTENCE_END = tuple("।॥.?!\"'”’)]…")
"""What the last line of a paragraph ends with."""

_LONG = 120  # characters: a line of them is a paragraph, however it ends


def main_content(html: str) -> str:
    """The lines of the main text, some of its frame among them (``without_frame``); empty where none is found.

    trafilatura: on pages without their selectors .944 four-gram F1, resiliparse .803 (docs/decisions.md). Its tables
    are left out: where layouts are tables, they bring the whole frame along (.643 instead of .991 on such a make). It
    leaves out zero-width joiners.
    """
    return trafilatura.extract(html, include_comments=False, include_tables=False) or ""


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
