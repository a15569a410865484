"""Candidates of meetings: each event word with the parties that its clause gives it, and its slots.

An event word (lexicon/meetings.toml) is seen in its clause (``_View``: subjects, partners, owners … by case), then the
frames of ``_FRAMES`` are tried in order; the first that fits names the parties. What is no meeting (interviews, wishes,
denials, sessions of one body) is set aside with its reason.
"""

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from rajnay.facts.actors import ActorReading
from rajnay.facts.dates import dateline, find_dates
from rajnay.facts.document import Document
from rajnay.facts.frames import RELATIVE, Argument, Parsed, longest_at, parse, phrase_list, word_list
from rajnay.facts.model import (
    Actor,
    Channel,
    Discarded,
    MeetingStatus,
    ParticipantRole,
    Phrase,
    ResolvedDate,
    Span,
)
from rajnay.facts.places import Place, Places, is_headed
from rajnay.facts.realis import Realisation, read_realis
from rajnay.facts.verbs import is_mark
from rajnay.text.keys import match_key
from rajnay.text.tokens import Sentence, Token


@dataclass(slots=True)
class Party:
    """An actor in a candidate, by key, its part and the phrase that says so."""

    key: str
    role: ParticipantRole
    span: Span


@dataclass(slots=True)
class Candidate:
    """One telling of a meeting: what one clause says of it.

    ``date_is_context``, ``place_is_context``: taken from the sentences before. ``is_bare``: no parties of its own
    (इस बैठक में …). ``adds``: its parties join those told before (बैठक में … शामिल हुए). ``is_weak``: it only retells
    (दोनों नेताओं ने … पर चर्चा की).
    """

    sentence: Sentence
    trigger: Span
    clause: Span
    rule: str
    parties: list[Party]
    realisation: Realisation
    status: MeetingStatus
    channel: Channel
    channel_span: Span | None
    date: ResolvedDate | None
    date_is_context: bool
    place: Place | None
    place_is_context: bool
    occasion: Span | None
    is_bare: bool
    adds: bool
    is_weak: bool


# -- words -------------------------------------------------------------------------------------------------


def _k(*words: str) -> frozenset[str]:
    return frozenset(map(match_key, words))


_KINDS = ("encounter", "talk", "weak", "call", "meet", "facing", "hosting", "sharing", "press")
_TRIGGERS = {kind: phrase_list("events", kind) for kind in _KINDS}
_SAYING = word_list("predicate", "saying")
_FIRST = {key: kind for kind in _KINDS for key in _TRIGGERS[kind]}
_EVENT_PRONOUNS = word_list("reference", "event_pronoun")
_STARTS = frozenset(_FIRST) | _EVENT_PRONOUNS
_SUMMIT, _SUMMIT_BEFORE = word_list("events", "summit"), word_list("events", "summit_before")
_FACING_VERBS = word_list("events", "facing_verbs")
_FORMAL = word_list("channel", "formal")
_LIGHT, _ACTIVE, _ATTENDANCE, _CAUSATIVE, _CALL_OFF, _INVITE = (
    word_list("predicate", n) for n in ("light", "active", "attendance", "causative", "call_off", "invite")
)
_CHAIRING, _HOSTING = phrase_list("predicate", "chairing"), phrase_list("predicate", "hosting")
_CALLING, _CALL_CAME = word_list("predicate", "calling"), word_list("predicate", "call_came")
_PHONE, _VIDEO, _IN_PERSON = (word_list("channel", n) for n in ("phone", "video", "in_person"))
_PRESS = word_list("partners", "press")
_PLURALS_OF_PEOPLE = frozenset(key for key in word_list("heads", "people") if key.endswith("ों"))
_APART = phrase_list("separate", "apart")
_PLURALS, _NUMBERS = word_list("separate", "plurals"), word_list("separate", "numbers")
_DEMONSTRATIVE, _ADJECTIVES = word_list("reference", "demonstrative"), word_list("reference", "adjectives")
_UNITS = word_list("reference", "units")
_DAYS = word_list("reference", "days")
_GOES_ON = word_list("reference", "goes_on")
_INTERNAL_BEFORE = word_list("internal", "before")
_MASCULINE = word_list("events", "masculine")
_SIDES_FROM, _SIDES_GENITIVE, _SIDES_NOUNS = (word_list("sides", n) for n in ("after_from", "after_genitive", "nouns"))
_MEET_BEFORE = word_list("events", "meet_before")

_GENITIVE = _k("का", "के", "की")
_POSTPOSITIONS = _k("के", "से", "में", "पर", "की", "का", "को", "ने")
_MARKERS = _k("ने", "को", "में", "से", "भी", "पर")
_PARTICLES = _k("भी", "ही", "तो", "नहीं")
_AND = _k("और", "तथा", "एवं", "व")
_RELATIVE_PARTNER = _k("जिनसे", "जिससे")
_NE, _SE, _KO, _IN, _ON, _KI, _KA = map(match_key, ("ने", "से", "को", "में", "पर", "की", "का"))
_TOGETHER, _WITH, _CAPITAL, _THAT, _NOT = map(match_key, ("मिलकर", "साथ", "राजधानी", "कि", "नहीं"))
_BUT, _WHO, _WHERE = _k("बल्कि"), match_key("जो"), match_key("जहां")
_QUOTES = frozenset("\"'“‘«")
_LOOK_BACK, _LOOK_FAR = 3, 8  # sentences in which a day is looked for that goes on; with इसके बाद, उसी समय

_STATUS: dict[str, MeetingStatus] = {
    "happened": "held", "ongoing": "held", "historical": "held", "planned": "planned", "conditional": "planned",
    "cancelled": "cancelled", "postponed": "cancelled",
}  # fmt: skip
_MOST_APART = 12  # meetings that one clause tells; bounds texts without stops
_LONGEST = 250  # tokens of a sentence
_SESSIONS = frozenset(("meeting.at", "meeting.attended", "meeting.of"))  # which one body may hold alone
_BOUNDS = frozenset(("date.until", "date.since"))  # no days of an event
# Rules of realis under which a meeting is talked about, not asserted.
_NOT_ASSERTED = frozenset(
    f"realis.{name}" for name in ("wish", "attempt", "condition", "subjunctive", "was_scheduled", "topic")
)


# -- an event in its clause --------------------------------------------------------------------------------


@dataclass(slots=True)
class _View:
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
    general: frozenset[str] = frozenset()  # keys of states and intergovernmental bodies
    persons: frozenset[str] = frozenset()

    @property
    def is_adjunct(self) -> bool:
        return self.post is not None

    @property
    def channel_word(self) -> Token | None:
        """फोन, वीडियो in the clause."""
        return next((w for w in self.words[self.low : self.high] if w.key in _PHONE or w.key in _VIDEO), None)

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
    def only_lists(self) -> bool:
        """इनमें X और Y शामिल हैं: what a group is made of, no attendance."""
        predicate = next((g for g in self.parsed.groups if g.end > self.after and g.is_finite), None)
        return predicate is not None and predicate.forms == {"present"}

    @property
    def says_obligation(self) -> bool:
        """… मिलना है, बैठक करनी है."""
        return any(
            g.end > self.first and g.start < self.high and g.forms == {"infinitive", "present"}
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
        return self.key(i) in _MARKERS


@dataclass(frozen=True, slots=True)
class _Frame:
    """What a frame found: its rule, the arguments with their part, and how the candidate may join others."""

    rule: str
    roles: tuple[tuple[Sequence[Argument], ParticipantRole], ...]
    adds: bool = False
    is_bare: bool = False
    is_weak: bool = False
    apart: bool = False  # each partner in a meeting of its own
    needs_subject: bool = False  # one party is dropped: the last subject


def _view(parsed: Parsed, first: int, after: int, kind: str, general: frozenset[str], persons: frozenset[str]) -> _View:
    low, high = parsed.clause(first, after)
    view = _View(parsed, kind, first, after, low, high, general=general, persons=persons)
    here = [a for a in parsed.arguments if low <= a.first < high and not a.negated]
    before = view.before = [a for a in here if a.end <= first]
    view.later = [a for a in here if a.first >= after]
    view.partners = [a for a in here if a.case in ("se", "with") and _reaches(parsed, a, first, after)]
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


def _postposition(view: _View) -> int | None:
    """The postposition after the event, or after what is joined to it (बैठक और कार्यक्रमों में)."""
    at = view.after
    if view.key(at) in _AND:
        at = next((i for i in range(at + 1, min(at + 5, view.high)) if view.key(i) in _POSTPOSITIONS), view.high)
    if view.key(at) not in _POSTPOSITIONS or _is_verb(view.parsed, at):
        return None
    return at


def _is_verb(parsed: Parsed, i: int) -> bool:
    return any(g.start <= i < g.end for g in parsed.groups)


def _reaches(parsed: Parsed, argument: Argument, first: int, after: int) -> bool:
    """Does a से or के साथ belong to the event: before it with no other verb between, or after it in its own predicate
    (मुलाकात … से हुई थी)?"""
    if argument.end <= first:
        return not parsed.verb_between(argument.after, first)
    if argument.first < after or parsed.verb_between(after, argument.first):
        return False
    return any(g.start == argument.after for g in parsed.groups)


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


# -- frames, in the order in which they are tried ----------------------------------------------------------


def _call(view: _View) -> _Frame | None:
    """X ने Y को फोन किया; Y को X का फोन आया; X ने फोन पर Y को … बताया."""
    if view.kind != "call":
        return None
    if view.key(view.after) in _CALL_CAME:
        callers = [a for a in view.before if a.case == "genitive" and a.after >= view.first - 2] or view.partners
        return _Frame("meeting.call_received", ((view.targets, "participant"), (callers, "participant")))
    if view.key(view.after) in _CALLING and view.targets:
        roles = ((_agents(view, view.targets), "participant"), (view.targets, "participant"))
        return _Frame("meeting.called", roles, needs_subject=True)  # type: ignore[arg-type]
    if view.key(view.after) == _ON and view.targets and view.subjects and view.subjects[0].case == "ne":
        return _Frame("meeting.told_by_phone", ((view.subjects, "participant"), (view.targets, "participant")))
    return None


def _sharing(view: _View) -> _Frame | None:
    """Two persons have shared a view or a worry: they talked. Of states it is only a common position."""
    if view.kind != "sharing" or not _light(view):
        return None
    joint = [a for a in view.subjects if len(a.members) >= 2 and all(m.key in view.persons for m in a.members)]
    return _Frame("meeting.sharing", ((joint, "participant"),)) if joint else None


def _press_together(view: _View) -> _Frame | None:
    """X ने Y के साथ संवाददाताओं से कहा: who face the press together have met."""
    if view.kind != "press" or view.key(view.after) != _SE or view.key(view.after + 1) not in _SAYING:
        return None
    beside = [a for a in view.partners if a.case == "with" and all(m.key in view.persons for m in a.members)]
    speaking = [a for a in view.subjects if a.case == "ne" and all(m.key in view.persons for m in a.members)]
    if not beside or not speaking:
        return None
    return _Frame("meeting.press_together", ((speaking, "participant"), (beside, "participant")))


def _where(view: _View) -> _Frame | None:
    """… Z, जहां X वार्ता करेंगे: with those of the state just named."""
    if view.kind not in ("encounter", "talk") or view.partners or view.key(view.low) != _WHERE:
        return None
    earlier = [a for a in view.parsed.arguments if a.end <= view.low and all(m.key in view.general for m in a.members)]
    visitors = view.subjects or view.owners  # a pronoun without case stands like an owner: वह एक वार्ता करेंगे
    if not earlier or not visitors or _light(view) not in _ACTIVE:
        return None
    host = earlier[-1]
    if {m.key for m in host.members} & {m.key for a in visitors for m in a.members}:
        return None
    return _Frame("meeting.where", ((visitors, "visitor"), ([host], "host")))


def _hosted(view: _View) -> _Frame | None:
    """X ने Y की मेजबानी की."""
    if view.kind != "hosting":
        return None
    guests = [a for a in view.before if a.case == "genitive" and a.after == view.first]
    if guests and view.subjects and view.subjects[0].case == "ne":
        return _Frame("meeting.hosted", ((view.subjects, "host"), (guests, "visitor")))
    return None


def _attendance(view: _View) -> _Frame | None:
    """… की बैठक में X, Y और Z शामिल हुए; also those who come to an event told before."""
    if view.post is None or view.key(view.post) != _IN or not view.says(_ATTENDANCE):
        return None
    attended = _attending(view)
    if not attended or view.partners or view.between:
        return None
    if view.owners:
        return _Frame("meeting.attended", ((attended, "participant"), (view.owners, "participant")), adds=True)
    if view.is_bare:
        return _Frame("meeting.attendance", ((attended, "participant"),), adds=True, is_bare=True)
    return None


def _attending(view: _View) -> list[Argument]:
    """Those named in the clause up to the verb of attendance."""
    verb = next((i for i in range(view.after, view.high) if view.key(i) in _ATTENDANCE), view.high)
    return [
        a
        for a in (*view.before, *(a for a in view.later if a.first < verb))
        if a.case in ("ne", "none", "including", "with", "leader") and a not in view.owners
    ]


def _between(view: _View) -> _Frame | None:
    """X और Y के बीच बैठक हुई."""
    if not view.between:
        return None
    if view.kind in ("weak", "talk") and _light(view) in _ACTIVE:
        return None  # Y और Z के बीच संबंधों पर चर्चा करेंगे: others do
    return _Frame("meeting.between", ((view.between, "participant"),))


def _with_partner(view: _View) -> _Frame | None:
    """X ने Y से मुलाकात की; X Y से मिले; X की Y के साथ बैठक; Y से मिले X."""
    if not view.partners:
        return None
    agents = _agents(view, view.partners)
    partners: Sequence[Argument] = view.partners
    rule = "meeting.ne_se" if partners[-1].case == "se" else "meeting.with"
    if not agents and len(partners) == 1 and partners[0].by_comma and len(partners[0].members) == 2:
        # भारत, श्रीलंका के साथ बातचीत कर रहा है: the comma parts subject and partner.
        return _Frame(rule, ((partners, "participant"),))
    roles: tuple[tuple[Sequence[Argument], ParticipantRole], ...] = ((agents, "participant"), (partners, "participant"))
    if _are_apart(view):
        return _Frame("meeting.apart", roles, apart=True, needs_subject=True)
    return _Frame(rule, roles, needs_subject=True)


def _invited(view: _View) -> _Frame | None:
    """X ने Y को वार्ता के लिए आमंत्रित किया."""
    guests = [a for a in view.before if a.case == "to"]
    if guests and view.subjects and view.says(_INVITE):
        return _Frame("meeting.invitation", ((view.subjects, "host"), (guests, "visitor")))
    return None


def _of(view: _View) -> _Frame | None:
    """X और Y की बैठक, भारत-चीन वार्ता; those who chair or host it."""
    if view.kind == "weak" or sum(len(a.members) for a in view.owners) < 2:
        return None
    roles: list[tuple[Sequence[Argument], ParticipantRole]] = [(view.owners, "participant")]
    if not view.says(_CAUSATIVE):
        roles = [*_leading(view), *roles]
    return _Frame("meeting.of", tuple(roles), adds=len(roles) > 1)


def _at(view: _View) -> _Frame | None:
    """A meeting of one body or state and those who chair it, call it off, or speak there: नाटो की बैठक में X ने …"""
    if not view.owners or view.kind == "weak":
        return None
    leading = _leading(view) or _under(view)
    if leading:
        return _Frame("meeting.at", (*leading, (view.owners, "participant")))
    others: Sequence[Argument] = []
    if view.post is not None and view.key(view.post) == _IN or view.says(_CALL_OFF):
        others = view.subjects or [a for a in view.later if a.case == "ne"][:1]
    return _Frame("meeting.at", ((others, "participant"), (view.owners, "participant"))) if others else None


def _chaired(view: _View) -> _Frame | None:
    """बैठक की अध्यक्षता X ने की."""
    leading = _leading(view)
    if not leading:
        return None
    return _Frame("meeting.chaired", tuple(leading), adds=True, is_bare=view.is_bare)


def _under(view: _View) -> list[tuple[Sequence[Argument], ParticipantRole]]:
    """X की अध्यक्षता में जी-20 की बैठक."""
    chairs = [a for a in view.before if a.case == "chair"]
    return [(chairs, "chair")] if chairs else []


def _leading(view: _View) -> list[tuple[Sequence[Argument], ParticipantRole]]:
    agents = [a for a in (*view.subjects, *view.later) if a.case in ("ne", "none", "by", "compound")]
    for i in range(view.after, min(view.after + 4, view.high)):
        if longest_at(_CHAIRING, view.words, i):
            return [(agents, "chair")] if agents else []
        if longest_at(_HOSTING, view.words, i):
            return [(agents, "host")] if agents else []
    return []


def _joint(view: _View) -> _Frame | None:
    """X और Y मिले, X और Y ने बैठक की; दोनों नेताओं ने चर्चा की only retells."""
    if view.says(_CAUSATIVE) or view.is_adjunct and not (view.kind in ("encounter", "talk") and view.is_bare):
        return None
    subjects: Sequence[Argument] = view.subjects
    if not subjects and view.later and _in_headline_order(view, view.later[0]):
        subjects = view.later[:1]
    joint = [a for a in subjects if len(a.members) >= 2]
    if not joint:
        return None
    vague = view.kind == "weak" and view.channel_word is None
    retells = vague and any(m.kind == "collective" or m.key in view.general for a in joint for m in a.members)
    return _Frame("meeting.both" if retells else "meeting.joint", ((joint, "participant"),), is_weak=retells)


def _alone(view: _View) -> _Frame | None:
    """X ने पाँच देशों के नेताओं के साथ बैठक की: the others may be named next."""
    if view.kind != "encounter" or view.is_adjunct or not view.subjects or view.says(_CAUSATIVE):
        return None
    others = {view.key(i) for i in range(view.subjects[0].after, view.first)}
    if _SE not in others and _WITH not in others:
        return None
    return _Frame("meeting.alone", ((view.subjects, "participant"),))


def _bare(view: _View) -> _Frame | None:
    """इस बैठक में …: told before."""
    if view.kind in ("encounter", "talk") and view.is_bare:
        return _Frame("meeting.bare", (), is_bare=True)
    return None


_FRAMES: tuple[Callable[[_View], _Frame | None], ...] = (
    _call, _hosted, _sharing, _between, _with_partner, _where, _invited,
    _attendance, _of, _at, _chaired, _joint, _alone, _bare,
)  # fmt: skip


def _agents(view: _View, partners: Sequence[Argument]) -> Sequence[Argument]:
    """Who meets the partners: subject, owner of the event, whoever follows it, a relative's antecedent, the last agent
    of the sentence."""
    if view.subjects or view.owners:
        return view.subjects or view.owners
    if len(partners) == 1 and partners[0].by_comma and len(partners[0].members) == 2:
        return []
    follows = [a for a in view.later if a.case in ("ne", "none")]
    if follows and (view.is_adjunct or _in_headline_order(view, follows[0])):
        return follows[:1]
    earlier = [a for a in view.parsed.arguments if a.end <= view.low]
    if earlier and view.key(view.low) in RELATIVE:
        return earlier[-1:]
    taken = {m.key for a in partners for m in a.members}
    if any(w.key == _THAT for w in view.words[: view.low]):
        earlier = [a for a in earlier if all(m.key in view.persons or m.key in view.general for m in a.members)]
    for case in ("ne", "none"):
        for argument in reversed(earlier) if case == "ne" else earlier:
            if argument.case == case and not {m.key for m in argument.members} & taken:
                return [argument]
    return []


def _in_headline_order(view: _View, argument: Argument) -> bool:
    """पुतिन से मिले मोदी; से की फोन पर बात X ने."""
    return argument.case in ("none", "ne", "compound") and argument.first - view.after <= 2


def _are_apart(view: _View) -> bool:
    """Several meetings: अलग-अलग; तीन बैठकें; A से सोमवार को और B से मंगलवार को."""
    partners = view.partners
    if not 2 <= sum(len(a.members) for a in partners) <= _MOST_APART:
        return False
    if any(longest_at(_APART, view.words, i) for i in range(view.low, min(view.high, len(view.words)))):
        return True
    if view.key(view.first) in _PLURALS and any(w.key in _NUMBERS for w in view.words[partners[-1].after : view.first]):
        return True
    return any(right.first - left.after > 1 for left, right in zip(partners, partners[1:], strict=False))


def _light(view: _View) -> str:
    """The verb right after the event, or before it in a headline (हुई बात)."""
    after = view.after
    while view.key(after) in _PARTICLES:
        after += 1
    if view.key(after) in _LIGHT and (view.key(after) != _KI or _is_verb(view.parsed, after)):
        return view.key(after)
    near = [g for g in view.parsed.groups if g.end in (view.first, view.first - 2) and set(g.keys) & _LIGHT]
    if near:
        return near[-1].keys[0]
    # लूला ने मोदी से की फोन पर बात: behind a partner की can only be the verb.
    verb = (i for i in range(view.first - 1, max(view.first - 4, view.low), -1) if view.key(i) == _KI)
    return _KI if any(a.case in ("se", "with", "ne") and a.after == i for i in verb for a in view.before) else ""


# -- from text to candidates -------------------------------------------------------------------------------


class Finder:
    """Reads the candidates of one document; ``discarded`` grows meanwhile."""

    def __init__(self, document: Document, reading: ActorReading) -> None:
        self.document = document
        self.actors: dict[str, Actor] = {actor.key: actor for actor in reading.actors}
        self.general = frozenset(actor.key for actor in reading.actors if actor.kind in ("state", "igo"))
        self.persons = frozenset(actor.key for actor in reading.actors if actor.kind == "person")
        self.phrases = [phrase for phrase in reading.phrases if not self._is_nobody(phrase)]
        self.starts = [phrase.span.start for phrase in self.phrases]
        self.discarded: list[Discarded] = []
        self.places = Places(document)
        self._subject: Party | None = None
        self._event_in = -9  # number of the last sentence with an event word
        self._days: dict[int, ResolvedDate | None] = {}

    def candidates(self) -> Iterator[Candidate]:
        """The candidates of all sentences, in text order."""
        passed: deque[Sentence] = deque(maxlen=_LOOK_FAR)
        for whole in self.document.sentences:
            if not any(token.key in _STARTS for token in whole.tokens):
                passed.append(whole)
                continue
            while passed:
                self._remember(self._parse(passed.popleft()))
            for sentence in _pieces(whole):
                parsed = self._parse(sentence)
                yield from self._in_sentence(parsed)
                self._remember(parsed)

    def _parse(self, sentence: Sentence) -> Parsed:
        low, high = bisect_left(self.starts, sentence.start), bisect_right(self.starts, sentence.end)
        return parse(sentence, self.phrases[low:high], self.general)

    def _is_nobody(self, phrase: Phrase) -> bool:
        """A bare plural (नेताओं, अधिकारियों) identifies no one, whoever it is taken for."""
        surface = self.document.text[phrase.span.start : phrase.span.end]
        return phrase.kind == "title" and match_key(surface) in _PLURALS_OF_PEOPLE

    def _discard(self, span: Span, rule: str, reason: str) -> None:
        self.discarded.append(Discarded("meeting", span, rule, reason))

    def _in_sentence(self, parsed: Parsed) -> Iterator[Candidate]:
        words, i = parsed.words, 0
        while i < len(words):
            key = words[i].key
            if key in _EVENT_PRONOUNS:
                view = _view(parsed, i, i + 1, "pronoun", self.general, self.persons)
                told = parsed.sentence.number - self._event_in <= 2
                if told and view.says(_ATTENDANCE) and not view.only_lists and (attended := _attending(view)):
                    frame = _Frame("meeting.attendance", ((attended, "participant"),), adds=True, is_bare=True)
                    yield from self._candidates(view, frame)
            kind = _FIRST.get(key)
            width = longest_at(_TRIGGERS[kind], words, i) if kind else 0
            if kind and width and not self._is_in_name(words[i]):
                if kind in ("encounter", "talk", "facing"):
                    self._event_in = parsed.sentence.number
                yield from self._at_event(parsed, i, i + width, kind)
            i += max(width, 1)

    def _is_in_name(self, word: Token) -> bool:
        """Part of an actor's name (संयुक्त राष्ट्र वार्ता मंच): no event."""
        at = bisect_right(self.starts, word.start) - 1
        return at >= 0 and word.end <= self.phrases[at].span.end and self.phrases[at].kind != "collective"

    def _at_event(self, parsed: Parsed, first: int, after: int, kind: str) -> Iterator[Candidate]:
        words = parsed.words
        before = words[first - 1].key if first else ""
        if kind == "encounter" and words[after - 1].key in _SUMMIT and before not in _SUMMIT_BEFORE:
            return
        if kind == "facing":
            verb = next((i for i in range(after, min(after + 3, len(words))) if words[i].key in _FACING_VERBS), None)
            if verb is None:
                return
            after = verb + 1
        span = Span(words[first].start, words[after - 1].end)
        if before in _INTERNAL_BEFORE or any(self._is_press(w) for w in words[max(0, first - 5) : first]):
            return self._discard(span, f"meeting.{kind}", "interview, press conference or sitting room")
        view = _view(parsed, first, after, kind, self.general, self.persons)
        if kind == "weak" and not _light(view) or kind == "meet" and not self._is_meeting(view):
            return
        frames = {"call": (_call,), "sharing": (_sharing,), "press": (_press_together,)}.get(kind, _FRAMES)
        frame = next((found for frame in frames if (found := frame(view)) is not None), None)
        if frame is not None:
            yield from self._candidates(view, frame)
        elif kind in ("encounter", "talk"):
            self._discard(span, f"meeting.{kind}", "no two identified parties")

    def _is_press(self, word: Token) -> bool:
        return word.key in _PRESS or any(e.kind == "media" for e in self.places.known.entities.get((word.key,)))

    def _is_meeting(self, view: _View) -> bool:
        """मिलना as meeting, not as receiving (मदद मिली) nor together (साथ मिलकर)."""
        if view.first == 0:
            return False
        last = view.key(view.first - 1)
        from_whom = any(a.case == "se" for a in view.partners)
        if view.key(view.first) == _TOGETHER and (last == _WITH or not from_whom):
            return False
        direct = any(view.first in (a.after, a.end) for a in view.parsed.arguments)
        if not direct and last not in _MEET_BEFORE:
            return False
        return bool(view.partners) or any(len(a.members) >= 2 for a in view.subjects)

    # -- slots -----------------------------------------------------------------------------------------

    def _candidates(self, view: _View, frame: _Frame) -> Iterator[Candidate]:
        words = view.words
        trigger = Span(words[view.first].start, words[view.after - 1].end)
        realisation = read_realis(self.document, view.parsed.sentence, trigger)
        if realisation.realis in (None, "denied") or realisation.rule in _NOT_ASSERTED:
            return self._discard(trigger, frame.rule, realisation.rule)
        if not frame.apart:
            parties = self._parties(frame.roles, frame.needs_subject)
            if frame.rule in _SESSIONS and self._is_internal(parties):
                return self._discard(trigger, frame.rule, "session of one body")
            yield self._candidate(view, frame, trigger, realisation, parties, None)
            return
        agents, partners = frame.roles[0], frame.roles[1][0]
        for argument in partners:
            for member in argument.members:
                one = Argument(
                    argument.first, argument.end, argument.after, (member,), argument.case, argument.marker,
                    by_comma=False, negated=False, widened=argument.widened,
                )  # fmt: skip
                parties = self._parties((agents, ([one], "participant")), frame.needs_subject)
                near = argument if len(partners) > 1 else None
                yield self._candidate(view, frame, trigger, realisation, parties, near)

    def _is_internal(self, parties: list[Party]) -> bool:
        """A person and one organisation of the same state: a session (मंत्रिमंडल की बैठक), no encounter."""
        actors = [self.actors[p.key] for p in parties]
        return {a.kind for a in actors} == {"body", "person"} and len(actors) == 2 and actors[0].code == actors[1].code

    def _parties(self, roles: Iterable[tuple[Sequence[Argument], ParticipantRole]], needs_subject: bool) -> list[Party]:
        found: dict[str, Party] = {}
        for some, role in roles:
            for member in (m for argument in some for m in argument.members):
                if member.key in self.actors:
                    found.setdefault(member.key, Party(member.key, role, member.span))
        parties = list(found.values())
        if needs_subject and len(parties) == 1 and self._subject and self._subject.key not in found:
            parties.insert(0, Party(self._subject.key, "participant", self._subject.span))
        return parties

    def _candidate(
        self, view: _View, frame: _Frame, trigger: Span, realisation: Realisation, parties: list[Party],
        near: Argument | None,
    ) -> Candidate:  # fmt: skip
        words, sentence = view.words, view.parsed.sentence
        clause = Span(words[view.low].start, words[min(view.high, len(words)) - 1].end)
        status = _STATUS[realisation.realis or "happened"]
        when, of_context = self._date(view, realisation, status, near)
        if (
            when is not None
            and when.precision == "day"
            and not frame.is_bare
            and self._last_day(sentence.number) is None
        ):
            self._days[sentence.number] = when
        place = self.places.of_meeting(words, view.low, view.first, view.reach)
        channel, channel_span = self._channel(view, place)
        place_of_context = False
        if place is None and channel == "in_person" and not view.is_reported:
            place, place_of_context = self.places.before(sentence.number, words, view.low), True
        if place is not None:
            self.places.goes_on(place, sentence.number)
        return Candidate(
            sentence, trigger, clause, frame.rule, parties, realisation, status, channel, channel_span, when,
            of_context, place, place_of_context, _occasion(view), frame.is_bare, frame.adds, frame.is_weak,
        )  # fmt: skip

    def _channel(self, view: _View, place: Place | None) -> tuple[Channel, Span | None]:
        words = view.words[view.low : view.high]
        cues: tuple[tuple[frozenset[str], Channel], ...] = (
            (_VIDEO, "video"), (_PHONE, "phone"), (_IN_PERSON, "in_person"),
        )  # fmt: skip
        for keys, channel in cues:
            for word in words:
                if word.key in keys:
                    return channel, Span(word.start, word.end)
        if view.kind not in ("talk", "weak", "call", "pronoun", "sharing"):
            return "in_person", Span(view.words[view.first].start, view.words[view.after - 1].end)
        if place is not None and not (place.is_state and view.kind == "weak"):
            return "in_person", place.span
        formal = next((w for w in words if w.key in _FORMAL), None) if view.kind == "talk" else None
        return ("in_person", Span(formal.start, formal.end)) if formal else ("unknown", None)

    # -- dates -----------------------------------------------------------------------------------------

    def _date(
        self, view: _View, realisation: Realisation, status: MeetingStatus, near: Argument | None
    ) -> tuple[ResolvedDate | None, bool]:
        """The date of the event, and whether it is the context's: that of the sentences before."""
        words, sentence = view.words, view.parsed.sentence
        clause = words[view.low : view.reach]
        goes_on = any(w.key in _GOES_ON for w in clause)
        stated = self._dates(clause[0].start, clause[-1].end, realisation, sentence, goes_on)
        found = [d for d in stated if d.rule not in _BOUNDS and not _is_negated(words, d)]
        if not found and status == "planned":
            found = [d for d in stated if d.rule == "date.since"]  # 10 मार्च से शुरू होगी
        at = near.first if near is not None else view.first
        if status == "held" and (published := self.document.published_on) is not None:
            found = [d for d in found if d.start is None or d.start <= published.isoformat()]
        ahead = [d for d in found if d.span.start < words[at].start][::-1]
        chosen = (ahead[0] if ahead and status == "cancelled" else _best_date(ahead)) or _best_date(found)
        if chosen is not None:
            return chosen, False
        if stated or view.is_reported:
            return None, False
        if view.low:
            earlier = self._dates(words[0].start, words[view.low].start, realisation, sentence, goes_on)
            earlier = [d for d in earlier if d.rule not in _BOUNDS]
            if earlier:
                return earlier[-1], False
        if status == "held" and realisation.realis == "happened":
            return self._day_before(sentence, _LOOK_FAR if goes_on else _LOOK_BACK), True
        if status == "planned" and goes_on and sentence.number:
            previous = self.document.sentences[sentence.number - 1]
            ahead = self._dates(previous.start, previous.end, realisation, previous, goes_on=False)
            return _best_date([d for d in ahead if d.start and d.rule not in _BOUNDS]), True
        return None, False

    def _dates(
        self, start: int, end: int, realisation: Realisation, sentence: Sentence, goes_on: bool
    ) -> list[ResolvedDate]:
        text, published = self.document.text, self.document.published_on
        start = max(start, self._body_start(sentence))
        if start >= end:
            return []
        before = self._day_before(sentence, _LOOK_FAR if goes_on else _LOOK_BACK)
        anchor = date.fromisoformat(before.start) if before and before.start and before.precision == "day" else None
        dates = find_dates(text, start, end, published, realisation.tense, anchor)
        if realisation.realis in ("cancelled", "postponed") and published is not None:
            ahead = find_dates(text, start, end, published, "future", anchor)
            dates = tuple(_nearer(past, future, published) for past, future in zip(dates, ahead, strict=False))
        return list(dates)

    def _day_before(self, sentence: Sentence, reach: int) -> ResolvedDate | None:
        """The last day that the ``reach`` sentences before ``sentence`` name."""
        for number in range(sentence.number - 1, max(sentence.number - 1 - reach, -1), -1):
            if self.document.sentences[number].is_headline and not sentence.is_headline:
                return None
            if (day := self._last_day(number)) is not None:
                return day
        return None

    def _last_day(self, number: int) -> ResolvedDate | None:
        if number not in self._days:
            sentence, published = self.document.sentences[number], self.document.published_on
            start = self._body_start(sentence)
            dates = (
                find_dates(self.document.text, start, sentence.end, published, "past") if start < sentence.end else ()
            )
            days = [
                d
                for d in dates
                if d.precision == "day" and d.start and d.rule != "date.distance" and d.rule not in _BOUNDS
            ]
            self._days[number] = days[-1] if days else None
        return self._days[number]

    def _body_start(self, sentence: Sentence) -> int:
        """Where the sentence begins behind a dateline, whose date is none of an event."""
        first = self.document.headline_end
        if sentence.is_headline or sentence.start > first + 1:
            return sentence.start
        line = dateline(self.document.text, sentence.start, sentence.end, self.document.published_on)
        return line.end if line is not None and is_headed(self.document.text, line) else sentence.start

    # -- memory ----------------------------------------------------------------------------------------

    def _remember(self, parsed: Parsed) -> None:
        """The place of a sentence, and the person about whom the story goes: its agent."""
        self.places.pass_by(parsed.sentence)
        for case in ("ne", "none"):
            for argument in parsed.arguments:
                if argument.case != case or len(argument.members) != 1:
                    continue
                member = argument.members[0]
                actor = self.actors.get(member.key)
                if actor is not None and actor.kind == "person":
                    self._subject = Party(member.key, "participant", member.span)
                    return


def _pieces(sentence: Sentence) -> Iterator[Sentence]:
    """The sentence, or what a text without stops is cut into, so that reading stays linear."""
    words = sentence.tokens
    if len(words) <= _LONGEST:
        yield sentence
        return
    for i in range(0, len(words), _LONGEST):
        part = words[i : i + _LONGEST]
        yield Sentence(sentence.number, part[0].start, part[-1].end, part, sentence.is_headline)


def _best_date(dates: Sequence[ResolvedDate]) -> ResolvedDate | None:
    """The first that names its day; a distance (एक दिन पहले) only where no other does."""
    days = [d for d in dates if d.precision == "day" and d.start is not None]
    return next((d for d in days if d.rule != "date.distance"), None) or next(iter(days or dates), None)


def _nearer(past: ResolvedDate, future: ResolvedDate, published: date) -> ResolvedDate:
    """Of a weekday's two readings the one nearer to the day of publication."""
    if past.start is None or future.start is None or past.precision != "day" or future.precision != "day":
        return past
    back, ahead = (abs((date.fromisoformat(d.start or "") - published).days) for d in (past, future))
    return future if ahead < back else past


def _is_negated(words: Sequence[Token], found: ResolvedDate) -> bool:
    """मंगलवार को नहीं, बल्कि सोमवार को."""
    at = next((i for i, w in enumerate(words) if w.start >= found.span.end), len(words))
    denied = next((i for i in range(at, min(at + 2, len(words))) if words[i].key == _NOT), None)
    return denied is not None and any(w.text == "," or w.key in _BUT for w in words[denied + 1 : denied + 2])


def _occasion(view: _View) -> Span | None:
    """X शिखर सम्मेलन से इतर, X के मौके पर."""
    words = view.words
    for i in range(view.low + 2, view.first):
        beside = view.key(i) in _SIDES_FROM and view.key(i - 1) == _SE
        beside = beside or view.key(i) in _SIDES_GENITIVE and view.key(i - 1) in _GENITIVE
        if not beside or view.key(i - 2) not in _SIDES_NOUNS:
            continue
        start = i - 2
        while start > view.low and not is_mark(words[start - 1]) and view.key(start - 1) not in _MARKERS:
            start -= 1
        return Span(words[start].start, words[i - 2].end)
    return None
