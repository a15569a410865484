"""An event word in its clause: who stands there by case, and what the clause says of the event.

``View`` is what the frames of meetings (``rajnay.facts.meeting_frames``) and the readers of their slots look at:
subjects, partners (से, के साथ), owners (मोदी की … मुलाकात), those between whom it is, those to whom (को).
"""

from dataclasses import dataclass, field

from rajnay.facts.arguments import Argument
from rajnay.facts.clauses import Parsed
from rajnay.facts.meeting_words import word_list
from rajnay.facts.verbs import is_mark
from rajnay.text.keys import match_key, match_keys
from rajnay.text.tokens import Token

_PHONE, _VIDEO = word_list("channel", "phone"), word_list("channel", "video")
_DEMONSTRATIVE, _ADJECTIVES = word_list("reference", "demonstrative"), word_list("reference", "adjectives")
_UNITS, _DAYS = word_list("reference", "units"), word_list("reference", "days")
_MASCULINE = word_list("events", "masculine")
_SIDES_GENITIVE = word_list("sides", "after_genitive")
_RELATIONS = word_list("partners", "relations")
_EVENTS = word_list("events", "encounter") | word_list("events", "talk")
_EVENTS -= word_list("events", "gatherings")  # सम्मेलन से एक दिन पहले only says when
_MEANWHILE = match_keys("बीच", "दौरान", "बाद", "चलते", "कारण", "मद्देनजर", "बावजूद")
_TIMES = match_keys("पहले", "पूर्व", "बाद", "उपरांत", "पश्चात", "अलावा", "अतिरिक्त")
_GENITIVE = match_keys("का", "के", "की")
_POSTPOSITIONS = match_keys("के", "से", "में", "पर", "की", "का", "को", "ने")
MARKERS = match_keys("ने", "को", "में", "से", "भी", "पर")
_AND = match_keys("और", "तथा", "एवं", "व")
_RELATIVE_PARTNER = match_keys("जिनसे", "जिससे")
_NE, _SE, _KO, _IN, _ON, _KI, _KA = map(match_key, ("ने", "से", "को", "में", "पर", "की", "का"))
_CAPITAL, _THAT, _WHO, _OF, _ALSO = map(match_key, ("राजधानी", "कि", "जो", "के", "भी"))
_QUOTES = frozenset("\"'“‘«")


@dataclass(slots=True)
class View:
    """An event word at tokens ``first`` to ``after`` in its clause ``low`` to ``high``, and who is there by case."""

    parsed: Parsed
    kind: str
    first: int
    after: int
    low: int
    high: int
    before: list[Argument] = field(default_factory=list)
    later: list[Argument] = field(default_factory=list)
    partners: list[Argument] = field(default_factory=list)
    between: list[Argument] = field(default_factory=list)
    owners: list[Argument] = field(default_factory=list)
    subjects: list[Argument] = field(default_factory=list)
    targets: list[Argument] = field(default_factory=list)
    post: int | None = None  # the postposition that makes the event an adjunct (बैठक के बाद)
    own: int = 0  # where the event's own words begin: behind an event that is only an adjunct (Y से बैठक के बाद …)
    general: frozenset[str] = frozenset()  # keys of states and intergovernmental bodies
    persons: frozenset[str] = frozenset()

    @property
    def is_adjunct(self) -> bool:
        return self.post is not None

    @property
    def own_words(self) -> tuple[Token, ...]:
        """The words of the clause that speak of this event, not of one before or after which it is."""
        return self.words[self.own : _past_adjunct(self.words, self.after) or min(self.high, len(self.words))]

    @property
    def channel_word(self) -> Token | None:
        """फोन, वीडियो in the clause."""
        return next((w for w in self.own_words if w.key in _PHONE or w.key in _VIDEO), None)

    @property
    def words(self) -> tuple[Token, ...]:
        return self.parsed.words

    def key(self, i: int) -> str:
        return self.words[i].key if 0 <= i < len(self.words) else ""

    def says(self, keys: frozenset[str]) -> bool:
        """Is one of ``keys`` in the clause after the event?"""
        return any(w.key in keys for w in self.words[self.after : self.high])

    @property
    def reach(self) -> int:
        """End of the clause, with a relative clause that goes on with it: वार्ता है, जो 10 मार्च को होगी."""
        if self.key(self.high + 1) == _WHO and self.words[self.high].text == ",":
            return self.parsed.clause(self.high + 1, self.high + 2)[1]
        return min(self.high, len(self.words))

    @property
    def is_reported(self) -> bool:
        """Inside what somebody says: behind कि or a quotation mark."""
        return any(w.key == _THAT or w.text in _QUOTES for w in self.words[: self.low])

    @property
    def is_quoted(self) -> bool:
        """Behind a quotation mark."""
        return any(w.text in _QUOTES for w in self.words[: self.low])

    @property
    def only_lists(self) -> bool:
        """इनमें X और Y शामिल हैं: what a group is made of, no attendance."""
        predicate = next((g for g in self.parsed.groups if g.end > self.after and g.is_finite), None)
        return predicate is not None and predicate.forms == {"present"}

    @property
    def says_obligation(self) -> bool:
        """… मिलना है, मिलना था, बैठक करनी है."""
        return any(
            g.end > self.first and g.start < self.high and g.forms - {"was", "present"} == {"infinitive"} != g.forms
            for g in self.parsed.groups
        )

    @property
    def is_bare(self) -> bool:
        """Has the noun no owner that is no actor (पार्टी की बैठक): इस बैठक, बैठक, शिखर बैठक?"""
        i = self.first - 1
        while i >= self.low and self.key(i) in _ADJECTIVES:
            i -= 1
        if self.key(i) == _KI and self.key(i - 1) in _UNITS:
            return True
        if i < self.low or is_mark(self.words[i]) or self.key(i) in _DEMONSTRATIVE:
            return True
        return self.key(i) in MARKERS


def view_at(
    parsed: Parsed, first: int, after: int, kind: str, general: frozenset[str], persons: frozenset[str]
) -> View:
    """The event word at tokens ``first`` to ``after``. ``general``, ``persons``: actor keys."""
    low, high = parsed.clause(first, after)
    if parsed.sentence.is_headline:  # मोदी-मैक्रों की मुलाकात, साथ चलेंगी नौसेनाएं: two pieces of news
        stop = next((i for i in range(after, min(after + 4, high)) if parsed.words[i].text in ",;"), high)
        high = stop if not any(after <= g.start < stop for g in parsed.groups) else high
    view = View(parsed, kind, first, after, low, high, general=general, persons=persons)
    here = [a for a in parsed.arguments if low <= a.first < high and not a.negated]
    before = view.before = [a for a in here if a.end <= first]
    view.later = [a for a in here if a.first >= after]
    view.own = _own_start(parsed, low, first)
    view.partners = [
        a for a in here if a.case in ("se", "with") and a.end > view.own and _reaches(parsed, a, first, after)
    ]
    view.between = [a for a in before if a.case == "between" and not parsed.verb_between(a.after, first)]
    if kind in ("encounter", "talk", "call", "weak"):
        view.owners = [a for a in before if a.case in ("genitive", "compound", "none") and _owns(parsed, a, first)]
    free = [a for a in before if a not in view.owners]
    view.subjects = [a for a in free if a.case in ("ne", "leader", "by")]
    view.subjects = view.subjects or [a for a in free if a.case in ("none", "compound")][:1]
    earlier = [a for a in parsed.arguments if a.end <= low]
    if earlier and view.key(low) in _RELATIVE_PARTNER:
        view.partners = earlier[-1:]  # जिनसे X ने बात की
    if not view.subjects and view.says_obligation:
        view.subjects = [a for a in free if a.case == "to"][:1]  # X को Y से मिलना है
    view.targets = [a for a in before if a.case == "to" and not parsed.verb_between(a.after, first)]
    view.post = _postposition(view)
    return view


def _past_adjunct(words: tuple[Token, ...], i: int) -> int | None:
    """The token after से पहले, के बाद, के दो दिन बाद at ``i``; None if there is no such words."""
    if i >= len(words) or words[i].key not in (_SE, _OF):
        return None
    return next((k + 1 for k in range(i + 1, min(i + 5, len(words))) if words[k].key in _TIMES), None)


def _own_start(parsed: Parsed, low: int, first: int) -> int:
    """Where the words of the event at ``first`` begin: behind X से बैठक के बाद; what stands there is of that event."""
    for i in range(first - 2, low, -1):
        if parsed.words[i].key in _EVENTS and (end := _past_adjunct(parsed.words, i + 1)) is not None and end <= first:
            return end
    return low


def _postposition(view: View) -> int | None:
    """The postposition after the event, or after what is joined to it (बैठक और कार्यक्रमों में)."""
    at = view.after
    if view.kind != "meet" and view.key(at) in _AND:
        at = next((i for i in range(at + 1, min(at + 5, view.high)) if view.key(i) in _POSTPOSITIONS), view.high)
    if view.key(at) not in _POSTPOSITIONS or is_verb(view.parsed, at):
        return None
    return at


def is_verb(parsed: Parsed, i: int) -> bool:
    """Is token ``i`` part of a verb group?"""
    return any(g.start <= i < g.end for g in parsed.groups)


def _reaches(parsed: Parsed, argument: Argument, first: int, after: int) -> bool:
    """Does a से or के साथ belong to the event: before it with no other verb between, or after it in its own predicate
    (मुलाकात … से हुई थी)?"""
    if _of_a_relation(parsed, argument, first):
        return False
    if argument.end <= first:
        return not parsed.verb_between(argument.after, first)
    if argument.first < after or parsed.verb_between(after, argument.first):
        return False
    return any(g.start == argument.after for g in parsed.groups)


def _of_a_relation(parsed: Parsed, argument: Argument, first: int) -> bool:
    """X के साथ जंग के बीच …, X से जारी तनाव के बाद …; not X से तनाव पर बात की."""
    words = parsed.words
    for i in range(argument.after, min(argument.after + 3, first - 2)):
        if words[i].key in _RELATIONS:
            return words[i + 1].key == _OF and words[i + 2].key in _MEANWHILE
    return False


def _owns(parsed: Parsed, argument: Argument, first: int) -> bool:
    """Is the event at ``first`` that of the argument (मोदी की … मुलाकात, भारत-चीन वार्ता)?"""
    words = parsed.words
    if argument.after > first or parsed.verb_between(argument.after, first):
        return False
    path = list(range(argument.after, first))
    for other in parsed.arguments:
        if other.first >= argument.after and other.after <= first:
            if other.case not in ("se", "with", "in", "host", "chair", "mediator", "genitive"):
                return False
            path = [i for i in path if not other.first <= i < other.after]
    keys = _without_asides([words[i].key for i in path])
    if _NE in keys or _CAPITAL in keys or any(words[i].text in ",:;।" for i in path if not words[i - 1].text.isdigit()):
        return False
    several = len(argument.members) >= 2
    if argument.case == "none" and _ALSO in (parsed.words[argument.after - 1].key, parsed.words[argument.end].key):
        return False  # X और Y भी बैठक में मौजूद थे
    if argument.case == "none" and keys and keys[0] in _AND:
        # यूरोपीय संघ और पश्चिमी बाल्कन की शिखर बैठक: the other owner is no actor.
        genitive = next((i for i, k in enumerate(keys) if k in _GENITIVE), None)
        return genitive is not None and genitive <= 4 and len(keys) - genitive <= 4
    if argument.case == "genitive":
        if argument.marker == _KA and words[first].key not in _MASCULINE:
            return False
        inner = sum(k in _GENITIVE for k in keys)
        if not inner and argument.marker != _KI and words[first].key not in _MASCULINE:
            return False
        if _SE in keys or _KO in keys and not several:
            return False
        return len(keys) <= (9 if several else 6) and (not inner or several and inner == 1)
    if len(keys) > (8 if several else 3) or any(k in (_SE, _KO, _ON, _IN) for k in keys):
        return False
    return several or argument.case == "none" and not any(k in _GENITIVE for k in keys)


def _without_asides(keys: list[str]) -> list[str]:
    """Without what has a genitive of its own between owner and event: गुरुवार की, सम्मेलन के अवसर पर."""
    kept: list[str] = []
    i = 0
    while i < len(keys):
        following = keys[i + 1] if i + 1 < len(keys) else ""
        if (following in _GENITIVE or following == _KO) and keys[i] in _DAYS:
            i += 2
        elif following in _GENITIVE and i + 2 < len(keys) and keys[i + 2] in _SIDES_GENITIVE:
            i += 4 if i + 3 < len(keys) and keys[i + 3] == _ON else 3
        else:
            kept.append(keys[i])
            i += 1
    return kept
