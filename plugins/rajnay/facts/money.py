"""Sums of money in Hindi text. Currency words: ``lexicon/money.toml``."""

from collections.abc import Sequence
from typing import NamedTuple

from rajnay.facts.lexicons import read_lexicon
from rajnay.facts.model import Span
from rajnay.facts.numbers import keyed, read_number
from rajnay.text.tokens import Token

_CURRENCIES = keyed(read_lexicon("money")["currencies"])
_LONGEST = max(key.count(" ") for key in _CURRENCIES) + 1
_SIGNS = frozenset("$₹€£")


class Money(NamedTuple):
    """A sum: ``amount`` in units of ``currency`` (ISO 4217), and where the text says it."""

    amount: float
    currency: str
    span: Span


def _currency(tokens: Sequence[Token], start: int) -> tuple[str, int] | None:
    for length in range(_LONGEST, 0, -1):
        if start + length <= len(tokens):
            code = _CURRENCIES.get(" ".join(token.key for token in tokens[start : start + length]))
            if code:
                return code, start + length
    return None


def find_money(tokens: Sequence[Token]) -> tuple[Money, ...]:
    """Every sum in ``tokens``, left to right: ``पांच अरब डॉलर``, ``$5 बिलियन``, ``1.5 लाख करोड़ रुपये``.

    A number in a range (``10-12 अरब डॉलर``) is read as its upper end. Sums without a currency are no money.
    """
    found: list[Money] = []
    i = 0
    while i < len(tokens):
        sign = tokens[i].text if tokens[i].text in _SIGNS else None
        number = read_number(tokens, i + 1 if sign else i)
        if number is None or number.value <= 0:
            i += 1
            continue
        if sign:
            found.append(Money(number.value, _CURRENCIES[sign], Span(tokens[i].start, tokens[number.end - 1].end)))
            i = number.end
            continue
        currency = _currency(tokens, number.end)
        if currency:
            code, end = currency
            found.append(Money(number.value, code, Span(tokens[i].start, tokens[end - 1].end)))
            i = end
        else:
            i = number.end
    return tuple(found)
