"""Who says so: the source of a statement and the words that name it.

The paper itself unless the sentence has X के अनुसार, X ने कहा कि, सूत्रों … Words: lexicon/attribution.toml.
"""

from rajnay.facts.lexicons import read_lexicon
from rajnay.facts.model import Attribution, AttributionKind, Span
from rajnay.facts.verbs import is_mark
from rajnay.text.keys import match_key
from rajnay.text.tokens import Sentence, Token

_DATA = read_lexicon("attribution")["cues"]
_ACCORDING, _SAYING = (frozenset(map(match_key, _DATA[n].split())) for n in ("according", "saying"))
_UNNAMED_PHRASES = tuple(tuple(match_key(part) for part in phrase.split("_")) for phrase in _DATA["unnamed"].split())
_OFFICIAL, _AGENCY = (frozenset(map(match_key, _DATA[n].split())) for n in ("official", "agency"))
_GENITIVE = frozenset(map(match_key, ("का", "के", "की")))
_NE, _THAT = match_key("ने"), match_key("कि")
_ENDS_SOURCE = frozenset(map(match_key, ("को", "में", "से", "पर", "और", "कि")))


def read_attribution(sentence: Sentence, event: Span) -> Attribution:
    """The source that ``sentence`` gives for the event at ``event``."""
    words = sentence.tokens
    for i, word in enumerate(words):
        if word.key in _ACCORDING and i > 1 and words[i - 1].key in _GENITIVE:
            return _from(words, _source_start(words, i - 1), i - 1, i + 1)
    for phrase in _UNNAMED_PHRASES:
        for i in range(len(words) - len(phrase) + 1):
            if words[i].key == phrase[0] and tuple(t.key for t in words[i : i + len(phrase)]) == phrase:
                span = Span(words[i].start, words[i + len(phrase) - 1].end)
                return Attribution("unnamed", _text(words, i, i + len(phrase)), span)
    that = next((i for i, w in enumerate(words) if w.key == _THAT and w.end <= event.start), None)
    if that is None:
        return Attribution()
    saying = next((i for i in range(that - 1, max(that - 6, -1), -1) if words[i].key in _SAYING), None)
    agent = next((i for i in range(that - 1, -1, -1) if words[i].key == _NE), None)
    if saying is None or agent is None or agent > saying:
        return Attribution()
    return _from(words, _source_start(words, agent), agent, that + 1)


def _text(words: tuple[Token, ...], start: int, end: int) -> str:
    parts: list[str] = []
    for i in range(start, end):
        if i > start and words[i].start > words[i - 1].end:
            parts.append(" ")
        parts.append(words[i].text)
    return "".join(parts)


def _source_start(words: tuple[Token, ...], end: int) -> int:
    start = end
    while start > 0 and end - start < 10 and not is_mark(words[start - 1]) and words[start - 1].key not in _ENDS_SOURCE:
        start -= 1
    return start


def _from(words: tuple[Token, ...], start: int, end: int, cue_end: int) -> Attribution:
    keys = {w.key for w in words[start:end]}
    kind: AttributionKind = "reported"
    if any(phrase[0] in keys for phrase in _UNNAMED_PHRASES if len(phrase) == 1):
        kind = "unnamed"
    elif keys & _OFFICIAL:
        kind = "official"
    elif keys & _AGENCY:
        kind = "agency"
    return Attribution(kind, _text(words, start, end) or None, Span(words[start].start, words[cue_end - 1].end))
