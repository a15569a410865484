"""The tense that relative dates resolve by, from the ending of the last verb at hand."""

from collections.abc import Sequence
from typing import Literal

from rajnay.facts.date_words import FUTURE_ENDINGS, PAST
from rajnay.text.tokens import Token

Tense = Literal["past", "future"] | None


def tense_of(words: Sequence[Token]) -> Tense:
    """The tense of the last verb in ``words``, from its ending; None without one."""
    for token in reversed(words):
        if token.key.endswith(FUTURE_ENDINGS):
            return "future"
        if token.key in PAST:
            return "past"
    return None
