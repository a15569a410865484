"""Cleaning Hindi text, with a map from every clean offset back to the raw one.

One function, :func:`clean`, does it all, and doing it twice changes nothing. What it does, in order:

1. drops zero-width characters (joiners, marks of direction, soft hyphens, BOM) and control characters;
2. writes quotes and apostrophes as ``"`` and ``'``, Devanagari digits as ASCII;
3. composes to NFC (U+0958–095F become letter and nukta, UAX #15), word by word;
4. makes one space of any run of spaces, one newline of any run with a newline, trims lines, and writes a pipe after
   Devanagari as danda;
5. drops lines that are no part of the report (``boilerplate.toml``).
"""

import re
import tomllib
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from operator import itemgetter
from pathlib import Path

_DROP = re.compile(
    "[\u0000-\u0008\u000e-\u001b\u007f-\u0084\u0086-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff\ufff9-\uffff\ud800-\udfff]+"
)
_CHARACTERS = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″〝〞", '"'),
        **dict.fromkeys("‘’‚‛`´′ʼ", "'"),
        **{chr(0x0966 + digit): str(digit) for digit in range(10)},
    }
)
_PIPE_DANDA = re.compile(r"(?<=[\u0900-\u097f])[ \t]*\|{1,2}(?=\s|$|[\"'])")
_SPACE = re.compile(r"[\s\u001c-\u001f\u0085\u2028\u2029]+")
_SPACE_BEFORE_STOP = re.compile(r"(?<=[\u0900-\u097f0-9\"')]) +(?=[।॥])")
_WORD = re.compile(r"\S+")


Run = tuple[int, int, int]
"""(clean start, raw start, raw end): inside a run both offsets move one by one, up to the start of the next."""


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """A map from clean to raw offsets: rising runs, the last one empty, at the text's end; none for an empty text."""

    runs: tuple[Run, ...]

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """The raw span of the clean span ``[start, end)``, which must not be empty."""
        return self._char(start)[0], self._char(end - 1)[1]

    def _char(self, offset: int) -> tuple[int, int]:
        at = bisect_right(self.runs, offset, key=itemgetter(0)) - 1
        clean, raw_start, raw_end = self.runs[at]
        start = min(raw_start + offset - clean, raw_end - 1)
        return start, raw_end if self.runs[at + 1][0] == offset + 1 else start + 1


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Clean text and its map to the raw text it was made from."""

    text: str
    offsets: OffsetMap


@dataclass(slots=True)
class _Working:
    """A text on its way, with the raw start and end of each of its characters."""

    text: str
    starts: list[int]
    ends: list[int]

    def edit(self, edits: Iterable["_Edit"]) -> None:
        """Make ``edits`` (start, end, replacement; in order, apart)."""
        pieces: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        at = 0
        for start, end, replacement in edits:
            pieces += (self.text[at:start], replacement)
            starts += self.starts[at:start] + [self.starts[start]] * len(replacement)
            ends += self.ends[at:start] + [self.ends[end - 1]] * len(replacement)
            at = end
        if at:
            self.text = "".join(pieces) + self.text[at:]
            self.starts = starts + self.starts[at:]
            self.ends = ends + self.ends[at:]

    def runs(self) -> tuple[Run, ...]:
        """The characters' places, as runs."""
        if not self.text:
            return ()
        heads = [
            i
            for i, (start, end) in enumerate(zip(self.starts, self.ends, strict=True))
            if i == 0 or start != self.starts[i - 1] + 1 or end != start + 1 or self.ends[i - 1] != start
        ]
        tails = [*heads[1:], len(self.text)]
        runs = [(head, self.starts[head], self.ends[tail - 1]) for head, tail in zip(heads, tails, strict=True)]
        return (*runs, (len(self.text), self.ends[-1], self.ends[-1]))


_Edit = tuple[int, int, str]


def _drops(text: str) -> Iterable[_Edit]:
    return ((m.start(), m.end(), "") for m in _DROP.finditer(text))


def _pipes(text: str) -> Iterable[_Edit]:
    return ((m.start(), m.end(), "।") for m in _PIPE_DANDA.finditer(text))


def _compositions(text: str) -> Iterable[_Edit]:
    if unicodedata.is_normalized("NFC", text):
        return
    for word in _WORD.finditer(text):
        surface = word.group()
        if unicodedata.is_normalized("NFC", surface):
            continue
        # Clusters (a starter and the marks that follow it) keep the map fine; where composition crosses them
        # (Hangul, two-part vowel signs of other scripts) the whole word is one edit.
        starts = [i for i, c in enumerate(surface) if not unicodedata.combining(c)] or [0]
        if starts[0]:
            starts.insert(0, 0)
        clusters = [(a, b, surface[a:b]) for a, b in zip(starts, (*starts[1:], len(surface)), strict=True)]
        composed = unicodedata.normalize("NFC", surface)
        if "".join(unicodedata.normalize("NFC", c) for _, _, c in clusters) == composed:
            for a, b, cluster in clusters:
                if not unicodedata.is_normalized("NFC", cluster):
                    yield word.start() + a, word.start() + b, unicodedata.normalize("NFC", cluster)
        else:
            yield word.start(), word.end(), composed


def _spaces(text: str) -> Iterable[_Edit]:
    for match in _SPACE.finditer(text):
        run = match.group()
        if match.start() == 0 or match.end() == len(text):
            yield match.start(), match.end(), ""
        elif run != " " and run != "\n":
            lines = any(c in run for c in "\n\r\v\f\u0085\u2028\u2029")
            yield match.start(), match.end(), "\n" if lines else " "


def _spaces_before_stops(text: str) -> Iterable[_Edit]:
    return ((m.start(), m.end(), "") for m in _SPACE_BEFORE_STOP.finditer(text))


@cache
def _boilerplate() -> re.Pattern[str]:
    patterns = tomllib.loads(Path(__file__).with_name("boilerplate.toml").read_text(encoding="utf-8"))
    return re.compile("|".join(f"(?:{pattern})" for group in patterns.values() for pattern in group["lines"]))


def _boilerplate_lines(text: str) -> Iterable[_Edit]:
    pattern = _boilerplate()
    at = 0
    dropped_all_before = True
    for line in text.split("\n"):
        end = at + len(line)
        if pattern.fullmatch(line):
            # The newline goes with the line: the one after it at the top, the one before it elsewhere.
            if dropped_all_before:
                yield at, min(end + 1, len(text)), ""
            else:
                yield at - 1, end, ""
        else:
            dropped_all_before = False
        at = end + 1


_STAGES: tuple[Callable[[str], Iterable[_Edit]], ...] = (
    _drops,
    _compositions,
    _spaces,
    _pipes,
    _spaces_before_stops,
    _boilerplate_lines,
)


def clean(raw: str) -> Cleaned:
    """``raw`` cleaned, with the map back to it. Idempotent: ``clean(clean(x).text).text == clean(x).text``."""
    working = _Working(raw.translate(_CHARACTERS), list(range(len(raw))), list(range(1, len(raw) + 1)))
    for stage in _STAGES:
        working.edit(stage(working.text))
    return Cleaned(working.text, OffsetMap(working.runs()))
