"""How and beside what a meeting is held: its channel and its occasion, from the words of its clause."""

from rajnay.facts.event_view import MARKERS, View
from rajnay.facts.meeting_words import word_list
from rajnay.facts.model import Channel, Span
from rajnay.facts.places import Place
from rajnay.facts.verbs import is_mark
from rajnay.text.keys import match_key

_FORMAL = word_list("channel", "formal")
_CUES: tuple[tuple[frozenset[str], Channel], ...] = (
    (word_list("channel", "video"), "video"),
    (word_list("channel", "phone"), "phone"),
    (word_list("channel", "in_person"), "in_person"),
)
_SIDES_FROM, _SIDES_GENITIVE, _SIDES_NOUNS = (word_list("sides", n) for n in ("after_from", "after_genitive", "nouns"))
_GENITIVE = frozenset(map(match_key, ("का", "के", "की")))
_SE = match_key("से")
_TALK = frozenset(("talk", "weak", "call", "pronoun", "sharing"))  # kinds of events that do not say their channel


def channel_of(view: View, place: Place | None) -> tuple[Channel, Span | None]:
    """The channel and the words that show it; talks in a named town are in person."""
    words = view.own_words
    for keys, channel in _CUES:
        for word in words:
            if word.key in keys:
                return channel, Span(word.start, word.end)
    if view.kind not in _TALK:
        return "in_person", Span(view.words[view.first].start, view.words[view.after - 1].end)
    if place is not None and not (place.is_state and view.kind == "weak"):
        return "in_person", place.span
    formal = next((w for w in words if w.key in _FORMAL), None) if view.kind == "talk" else None
    return ("in_person", Span(formal.start, formal.end)) if formal else ("unknown", None)


def occasion_of(view: View) -> Span | None:
    """X शिखर सम्मेलन से इतर, X के मौके पर."""
    words = view.words
    for i in range(view.low + 2, view.first):
        beside = view.key(i) in _SIDES_FROM and view.key(i - 1) == _SE
        beside = beside or view.key(i) in _SIDES_GENITIVE and view.key(i - 1) in _GENITIVE
        if not beside or view.key(i - 2) not in _SIDES_NOUNS:
            continue
        start = i - 2
        while start > view.low and not is_mark(words[start - 1]) and view.key(start - 1) not in MARKERS:
            start -= 1
        return Span(words[start].start, words[i - 2].end)
    return None
