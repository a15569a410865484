"""Which agency wrote a report: by its dateline, its closing credit, or the author field. Data: ``credits.toml``."""

import re
import tomllib
from functools import cache
from pathlib import Path

from rajnay.text.keys import match_key

# A dateline's bracket stands early: "नई दिल्ली, 10 सितंबर (भाषा)".
_DATELINE_ENDS = 90
_BRACKET = re.compile(r"\(([^()\n]{2,30})\)|[,:—–-] ?([^\s,:—–()।-]{2,20}) ?[।:—–]")
# A credit line is the agency and at most the desk's initials or names: "भाषा रंजन मनीषा", "(इनपुट: एएनआई)".
_CREDIT_WORDS = 4
_WORDS = re.compile(r"[^\s()\[\]/,:।]+")


@cache
def _codes() -> dict[str, str]:
    table = tomllib.loads(Path(__file__).with_name("credits.toml").read_text(encoding="utf-8"))
    return {match_key(name): code for code, names in table.items() for name in names}


def _code(words: list[str]) -> str | None:
    """The agency that stands among ``words``, longest name first, leftmost first."""
    keys = [match_key(word) for word in words]
    for length in (2, 1):
        for at in range(len(keys) - length + 1):
            if code := _codes().get(" ".join(keys[at : at + length])):
                return code
    return None


def agency_of(body: str, author: str | None) -> str | None:
    """The code of the agency that a clean ``body`` or its ``author`` names as the writer; None: the outlet's own."""
    for match in _BRACKET.finditer(body[:_DATELINE_ENDS]):
        if code := _code(_WORDS.findall(match.group(1) or match.group(2))):
            return code
    for line in (body.rsplit("\n", 1)[-1], author or ""):
        words = _WORDS.findall(line)
        if 0 < len(words) <= _CREDIT_WORDS and (code := _code(words)):
            return code
    return None
