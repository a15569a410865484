"""Where a meeting takes place: the city or country that its clause, or the way there, names.

A place stands before में (``दोहा में``), after राजधानी, before a venue (``बाब्दा के राष्ट्रपति भवन में``) or a motion
to it (``कोनाक्री जाकर``); यहां is the dateline's, वहां the last one named. A word that no word list knows counts as a
place there, so that unknown towns are read. Words: lexicon/places.toml.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from rajnay.facts import knowledge
from rajnay.facts.dateline import Dateline, dateline
from rajnay.facts.document import Document
from rajnay.facts.lexicons import read_lexicon
from rajnay.facts.model import Span
from rajnay.facts.verbs import FORMS, is_mark
from rajnay.facts.word_classes import W, lexicon
from rajnay.text.keys import match_key
from rajnay.text.tokens import Token

_DATA = read_lexicon("places")["words"]


def _words(name: str) -> frozenset[str]:
    return frozenset(match_key(word) for word in _DATA[name].split())


_IN, _VENUES, _BEFORE, _GOING, _ARRIVING = (_words(n) for n in ("in", "venues", "before", "going", "arriving"))
_NO_PLACE_ENDINGS = tuple(_words("no_place_endings"))
_HYPHENS = frozenset("-–")
_ALSO = frozenset(map(match_key, ("ही", "भी")))
_ONE = _words("one") | frozenset(map(match_key, ("की", "का")))
_ENVOYS = _words("envoys")
_AFTER, _NOT, _EVEN = _words("after"), match_key("नहीं"), match_key("भी")
_HERE, _THERE, _LOCATED, _VISIT, _NEVER = (_words(n) for n in ("here", "there", "located", "visit", "never"))
_GENITIVE = frozenset(map(match_key, ("का", "के", "की")))
_NO_NAME = int(W.CASE | W.GENITIVE | W.CONJUNCTION | W.COMMON | W.PRONOUN | W.NUMBER | W.HONORIFIC | W.CLASS_NOUN)
_STOPS = frozenset(map(match_key, ("का", "के", "की", "ने", "से", "को", "में", "पर", "और")))
_ENDS_DATELINE = frozenset((":", ",", "।", "/"))
_LONGEST = 5  # tokens of a known name, hyphens counted: दार-एस-सलाम
_LOOK_AHEAD = 2  # sentences after a meeting in which its place may be told
_ARE = frozenset(map(match_key, ("है", "हैं", "थे", "थीं")))
_ANTECEDENT = 6  # tokens before जहां
_WHERE = match_key("जहां")
_LOOK_BACK = 8  # sentences for which a place goes on


@dataclass(frozen=True, slots=True)
class Place:
    """A place as worded, its span, and a key by which two mentions are compared."""

    name: str
    span: Span
    key: str
    is_state: bool
    is_known: bool = True


@dataclass(frozen=True, slots=True)
class _Scene:
    """A place that the story was at, in which sentence, and of whom (keys) it told there."""

    place: Place
    number: int
    people: frozenset[str]
    stays: bool = False  # they are, come or meet there: कंपाला में हैं, मास्को पहुंचे


def is_headed(text: str, line: Dateline) -> bool:
    """Is it a dateline for sure: an agency in brackets, or a mark between place and date?"""
    return line.agency is not None or text[line.place.end : line.place.end + 1] in (",", ":", "(", "/")


def _is_negated(words: Sequence[Token], i: int) -> bool:
    """ला पाज में भी नहीं, …"""
    i += i < len(words) and words[i].key == _EVEN
    return i + 1 < len(words) and words[i].key == _NOT and is_mark(words[i + 1])


class Places:
    """The places of one document, remembered in reading order."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.known = knowledge.load()
        self.classes = lexicon(self.known).classes
        self.last: Place | None = None  # for वहां
        self._scenes: list[_Scene] = []
        self._dateline: Place | None = None
        self._dateline_read = False

    def of_meeting(self, words: Sequence[Token], low: int, first: int, high: int) -> Place | None:
        """The place that the clause ``low`` to ``high`` gives for the event at token ``first``."""
        found = self._in_clause(words, low, high)
        before = [place for at, place in found if at < first]
        cities = [place for place in reversed(before) if not place.is_state] or [p for _, p in found if not p.is_state]
        if cities:
            return cities[0]
        for word in words[low:high]:
            if word.key in _HERE:
                return self.dateline or self.last
            if word.key == _WHERE and (antecedent := self._last_named(words, low)) is not None:
                return antecedent
            if word.key in _THERE:
                earlier = [place for _, place in self._in_clause(words, 0, low, arrivals=True)]
                if earlier or self.last is not None:
                    return earlier[-1] if earlier else self.last
        goals = [place for _, place in self._in_clause(words, low, high, arrivals=True)]
        states = [place for place in reversed(before) if place.is_state] or goals[-1:]
        return states[0] if states else None

    def _last_named(self, words: Sequence[Token], end: int) -> Place | None:
        """The place that stands last before जहां at token ``end``: दौरे में दक्षिण कोरिया भी शामिल है, जहां …"""
        named = (self._named(words, 0, i, must_know=True) for i in range(end, max(0, end - _ANTECEDENT), -1))
        return next((place for place in named if place is not None), None)

    def pass_by(self, words: Sequence[Token], sentence_number: int, people: frozenset[str]) -> None:
        """Remembers the last place of a sentence that tells of ``people`` (keys): for वहां, and what goes on there."""
        placed = self._in_clause(words, 0, len(words), arrivals=True)
        found = [place for _, place in placed]
        if any(word.key in _HERE for word in words) and self.dateline is not None:
            found.append(self.dateline)
        if found:
            self.last = found[-1]
        known = [place for place in reversed(found) if place.is_known]
        if known:
            place = next((place for place in known if not place.is_state), known[0])
            stays = any(
                known == place and (words[i].key not in _IN or i + 1 < len(words) and words[i + 1].key in _ARE)
                for i, known in placed
            )
            self._scenes.append(_Scene(place, sentence_number, people, stays))

    def goes_on(self, place: Place, sentence_number: int, people: frozenset[str]) -> None:
        """Remembers that ``people`` (keys) met at ``place``."""
        self.last = place
        self._scenes.append(_Scene(place, sentence_number, people, stays=True))

    def before(self, sentence_number: int, words: Sequence[Token], low: int, people: frozenset[str]) -> Place | None:
        """Where ``people`` (keys) still are: the place named in the sentence before token ``low``, or in one before."""
        earlier = [place for _, place in self._in_clause(words, 0, low, arrivals=True) if place.is_known]
        if earlier:
            return earlier[-1]
        near = [s for s in reversed(self._scenes) if sentence_number - s.number <= _LOOK_BACK]
        near = [s for s in near if not s.people or not people or s.people & people]
        # What is only said to be in a place (गंगा के मैदान में मिली प्रतिमा) moves nobody.
        scene = next((s for s in near if s.stays), None) or next(iter(near), None)
        return scene.place if scene is not None else None

    def after(self, sentence_number: int, people: frozenset[str]) -> Place | None:
        """Where ``people`` (keys) are told to be soon after: … से मुलाकात की। वह … के लिए कंपाला में हैं।"""
        for scene in self._scenes:
            if 0 < scene.number - sentence_number <= _LOOK_AHEAD and scene.stays and scene.people & people:
                return scene.place
        return None

    def are_at(self, place: Place, people: frozenset[str]) -> bool:
        """Is it told of some of ``people`` (keys) that they are in the town ``place``?"""
        return not place.is_state and any(scene.place == place and scene.people & people for scene in self._scenes)

    @property
    def dateline(self) -> Place | None:
        """The dateline's place, for यहां."""
        if not self._dateline_read:
            self._dateline_read = True
            text = self.document.text
            body = self.document.headline_end
            start = body + 1 if 0 < body < len(text) else 0
            line = dateline(text, start, min(len(text), start + 200), self.document.published_on)
            if line is not None and is_headed(text, line):
                name = text[line.place.start : line.place.end].split("/")[0].split("(")[0].strip(" ,")
                span = Span(line.place.start, line.place.start + len(name))
                self._dateline = Place(name, span, match_key(name), False)
            else:
                self._dateline = self._before_colon(start)
        return self._dateline

    def _before_colon(self, start: int) -> Place | None:
        """वेलिंगटन: …, इस्लामाबाद। …, ढाका, …"""
        words = next((s.tokens for s in self.document.sentences if s.start >= start), ())
        mark = next((i for i, word in enumerate(words[:7]) if word.text in _ENDS_DATELINE), None)
        if mark is None and len(words) <= 3:
            mark = len(words)
        is_dated = mark is not None and mark + 1 < len(words) and words[mark + 1].text.isdigit()
        place = self._named(words, 0, mark, must_know=not is_dated) if mark else None
        return place if place is not None and not place.is_state and place.span.start == words[0].start else None

    def _in_clause(
        self, words: Sequence[Token], low: int, high: int, *, arrivals: bool = False
    ) -> list[tuple[int, Place]]:
        found = []
        for i in range(low + 1, min(high, len(words))):
            key = words[i].key
            if key in _IN and any(word.key in _ENVOYS for word in words[i + 1 : i + 6]):
                continue  # भारत में चीन के राजदूत
            if key in _IN or key in _LOCATED or key in _GOING or (arrivals and key in _ARRIVING):
                place = self._ending_at(words, low, i, must_know=key not in _IN)
                if place is not None and not _is_negated(words, i + 1):
                    found.append((i, place))
            elif key in _VISIT and arrivals:
                place = self._ending_at(words, low, i - (words[i - 1].key in _GENITIVE), must_know=True)
                if place is not None:
                    found.append((i, place))
        return found

    def _ending_at(self, words: Sequence[Token], low: int, end: int, *, must_know: bool) -> Place | None:
        """The place whose name's last token is ``end - 1``, or that a venue there belongs to."""
        last = end - 1
        if words[last].text == ")":  # जर्मनी (Germany) पहुंचे
            last = next((i - 1 for i in range(last, max(low, last - 6), -1) if words[i].text == "("), last)
        while last > low and words[last].key in _ALSO:
            last -= 1
        # हैदराबाद हाउस is one house; a राष्ट्रपति भवन stands in every capital.
        known_venue = (
            last > low
            and not self.classes.get(words[last - 1].key, 0) & int(W.COMMON | W.PORTFOLIO)
            and any(
                entry.sort == "venue"
                for width in range(2, min(_LONGEST, last + 1 - low) + 1)
                for entry in self.known.entities.get(tuple(t.key for t in words[last + 1 - width : last + 1]))
            )
        )
        if words[last].key in _VENUES and not known_venue:
            for i in range(last, max(low, last - 7), -1):
                if words[i].key in _GENITIVE:
                    return self._named(words, low, i, must_know=False)
                if is_mark(words[i]) or self.classes.get(words[i].key, 0) & int(W.CASE):
                    return None
            return None
        return self._named(words, low, last + 1, must_know=must_know)

    def _named(self, words: Sequence[Token], low: int, end: int, *, must_know: bool) -> Place | None:
        for width in range(min(_LONGEST, end - low), 0, -1):
            keys = tuple(t.key for t in words[end - width : end])
            for entry in self.known.entities.get(keys):
                if entry.kind == "place" and entry.sort == "venue":
                    return self._venue(words, end - width, end, self.known.within.get(entry.id))
                if entry.kind in ("place", "capital", "state"):
                    return self._place(words, end - width, end, entry.kind == "state")
        if words[end - 1].key in _AFTER and end - 1 > low:
            return self._named(words, low, end - 1, must_know=must_know)
        if must_know and not self.classes.get(words[end - 1].key, 0) & int(W.PLACE):
            return None
        start = end
        while start > low and end - start < 5 and words[start - 1].key not in _BEFORE:
            joined = start < end and words[start - 1].text in _HYPHENS and words[start - 2].key not in _STOPS
            announced = start - 1 > low and words[start - 2].key in _BEFORE  # कस्बे बो वाटरसाइड
            if not (joined or announced and start < end or self._may_be_name(words[start - 1])):
                break
            start -= 1 + joined
        # मजबूत करने की कवायद में, एक तंबू में: a name of one word stands after के
        if start == end or end - start == 1 and start > low and words[start - 1].key in _ONE:
            return None
        known = any(self.classes.get(word.key, 0) & int(W.PLACE) for word in words[start:end])
        return self._place(words, start, end, False, known)

    def _venue(self, words: Sequence[Token], start: int, end: int, city: str | None) -> Place | None:
        """The city in which a known venue stands; itself where none is known (कैंप डेविड)."""
        span = Span(words[start].start, words[end - 1].end)
        name = city or self.document.text[span.start : span.end]
        return Place(name, span, match_key(name), False)

    def _may_be_name(self, word: Token) -> bool:
        if is_mark(word) or not "\u0900" <= word.text[0] <= "\u097f" or word.key in _NEVER or word.key in FORMS:
            return False
        classes = self.classes.get(word.key, 0)
        if classes & int(W.PLACE):
            return True
        if word.key.endswith(_NO_PLACE_ENDINGS):
            return False
        return not classes & _NO_NAME and not word.key.endswith(("ों", "ाओं", "ियों")) and len(word.key) > 2

    def _place(self, words: Sequence[Token], start: int, end: int, is_state: bool, is_known: bool = True) -> Place:
        span = Span(words[start].start, words[end - 1].end)
        name = self.document.text[span.start : span.end]
        return Place(name, span, match_key(name), is_state, is_known)
