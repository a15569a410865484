"""How sure a fact is: from how often facts of its rule, its realis and its kind of source were right.

The counts are data (``lexicon/confidence.toml``), made by ``python -m tests.quality.calibrate`` from labelled articles.
Each share is drawn towards that of all facts of its kind as a few more cases would, since most rules fire seldom; what
the features say is added up as log odds (naive Bayes: Zadrozny and Elkan 2001, section 2, with smoothing).
"""

import math
from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

from rajnay.facts.lexicons import read_lexicon

FactKind = Literal["actors", "meetings", "agreements"]
Counts = Mapping[str, Mapping[str, tuple[int, int]]]  # feature → value → right, found

_DRAWN = 6.0  # imagined cases at the kind's own share
_SUREST = 0.99  # nothing that was read is certain


@lru_cache(maxsize=4_096)
def confidence(kind: FactKind, **features: str) -> float:
    """The probability that a fact of ``kind`` with these ``features`` is told by its article, 0 to 1.

    Features of actors: ``rule``; of meetings and agreements: ``rule``, ``realis``, ``attribution`` (its kind). A value
    that was never met counts for nothing.
    """
    return estimate(_counts()[kind], features)


def estimate(counts: Counts, features: Mapping[str, str]) -> float:
    """The probability from ``counts``; the table ``all`` holds the counts of all facts of the kind."""
    right, found = counts["all"]["all"]
    base = (right + 1) / (found + 2)
    odds = _log_odds(base)
    for feature, value in features.items():
        hits, cases = counts.get(feature, {}).get(value, (0, 0))
        odds += _log_odds((hits + _DRAWN * base) / (cases + _DRAWN)) - _log_odds(base)
    return round(min(1 / (1 + math.exp(-odds)), _SUREST), 3)


def _log_odds(share: float) -> float:
    return math.log(share / (1 - share))


@lru_cache(maxsize=1)
def _counts() -> Mapping[str, Counts]:
    return read_lexicon("confidence")
