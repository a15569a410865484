"""What a meeting was about, as codes of a closed list: words of lexicon/topics.toml in the sentences that tell it."""

from collections.abc import Iterable

from rajnay.facts.lexicons import read_lexicon
from rajnay.text.keys import match_key
from rajnay.text.tokens import Token

_TOPICS: dict[str, str] = {
    match_key(word): code for code, words in read_lexicon("topics")["topics"].items() for word in words.split()
}


def read_topics(words: Iterable[Token]) -> tuple[str, ...]:
    """The codes of the topics that ``words`` show, in order of first appearance."""
    return tuple(dict.fromkeys(_TOPICS[word.key] for word in words if word.key in _TOPICS))
