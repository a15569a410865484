"""Which language a text is in, for keeping Hindi and telling why another was not kept.

The compact fastText model calls Nepali and Sanskrit news Hindi; the closed classes of function words do not
(figures in docs/decisions.md). They are data: ``language.toml``.
"""

import re
import tomllib
from collections import Counter
from functools import cache
from pathlib import Path

from rajnay.text.tokens import TOKEN

_DEVANAGARI = re.compile("[\u0904-\u0939\u0958-\u0961\u0972-\u097f]")
_LATIN = re.compile("[A-Za-z]")
# Code-mixed Hindi writes many names and terms in Latin letters; a page in English quotes a few Hindi words.
_LEAST_DEVANAGARI = 0.2
# Sentences enough to decide; a longer text costs nothing more.
_LOOKED_AT = 4_000


@cache
def _lexicon() -> tuple[dict[str, set[str]], dict[str, tuple[str, ...]]]:
    table = tomllib.loads(Path(__file__).with_name("language.toml").read_text(encoding="utf-8"))
    return (
        {language: set(entry["words"].split()) for language, entry in table.items()},
        {language: tuple(entry["endings"].split()) for language, entry in table.items() if entry["endings"]},
    )


def language(text: str) -> str:
    """ISO 639 code of the language of clean ``text``: hi, mr, ne, sa, bh, mai, en, or ``other``.

    A Devanagari text without any known function word (a headline) counts as Hindi.
    """
    text = text[:_LOOKED_AT]
    devanagari, latin = len(_DEVANAGARI.findall(text)), len(_LATIN.findall(text))
    if devanagari <= _LEAST_DEVANAGARI * (devanagari + latin):
        return "en" if latin else "other"
    words, endings = _lexicon()
    score: Counter[str] = Counter(hi=0)
    for match in TOKEN.finditer(text):
        token = match.group()
        for name, known in words.items():
            if token in known:
                score[name] += 4
            elif token not in words["hi"] and len(token) > 4 and token.endswith(endings.get(name, ("\0",))):
                score[name] += 1
    best, points = max(score.items(), key=lambda item: (item[1], item[0] == "hi"))
    return best if points else "hi"
