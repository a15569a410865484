"""The words of lexicon/meetings.toml as match keys: single words, and phrases looked up at a token."""

from collections.abc import Sequence
from functools import lru_cache

from rajnay.facts.lexicons import read_lexicon
from rajnay.text.keys import match_key
from rajnay.text.tokens import Token, tokens


@lru_cache(maxsize=1)
def _lexicon() -> dict[str, dict[str, str]]:
    """lexicon/meetings.toml."""
    data: dict[str, dict[str, str]] = read_lexicon("meetings")
    return data


def word_list(section: str, name: str) -> frozenset[str]:
    """Match keys of the single words of a list."""
    return frozenset(match_key(word) for word in _lexicon()[section][name].split())


def phrase_list(section: str, name: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The entries of a list as token keys, by their first key, longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for word in _lexicon()[section][name].split():
        keys = tuple(token.key for token in tokens(word))
        found.setdefault(keys[0], []).append(keys)
    return {first: tuple(sorted(entries, key=len, reverse=True)) for first, entries in found.items()}


def longest_at(entries: dict[str, tuple[tuple[str, ...], ...]], words: Sequence[Token], i: int) -> int:
    """How many tokens the longest entry that starts at token ``i`` has; 0 if none does."""
    for keys in entries.get(words[i].key, ()):
        if len(keys) == 1 or tuple(t.key for t in words[i : i + len(keys)]) == keys:
            return len(keys)
    return 0
