"""Who met whom: meetings read from sentences by verb frame and case, then joined into one object a meeting.

Two steps. ``_Finder`` reads candidates sentence by sentence: an event word (lexicon/meetings.toml), the arguments of its
clause (rajnay.facts.frames), its realis, channel, date and place. ``_Story`` joins the candidates that tell the same
real meeting: equal parties (a state stands for its minister), and nothing that speaks against it in status, channel,
day or place.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from rajnay.facts.attribution import read_attribution
from rajnay.facts.dates import find_dates
from rajnay.facts.document import Document
from rajnay.facts.frames import Argument, Parsed, longest_at, parse, phrase_list, word_list
from rajnay.facts.model import (
    Actor,
    Channel,
    Discarded,
    Evidence,
    Meeting,
    MeetingStatus,
    Participant,
    ParticipantRole,
    Phrase,
    ResolvedDate,
    Span,
)
from rajnay.facts.places import Place, Places
from rajnay.facts.realis import Realisation, read_realis
from rajnay.facts.topics import read_topics
from rajnay.facts.verbs import is_mark
from rajnay.text.keys import match_key
from rajnay.text.tokens import Sentence, Token

if TYPE_CHECKING:
    from rajnay.facts.actors import ActorReading


@dataclass(frozen=True, slots=True)
class MeetingReading:
    """The meetings of an article, in the order in which it tells them, and the candidates that are none."""

    meetings: tuple[Meeting, ...]
    discarded: tuple[Discarded, ...]


def read_meetings(document: Document, reading: ActorReading) -> MeetingReading:
    """Read who met whom in ``document``, given its actors and their phrases."""
    finder = _Finder(document, reading)
    story = _Story(document, reading, finder)
    for candidate in finder.candidates():
        story.tell(candidate)
    return MeetingReading(tuple(story.meetings()), tuple(sorted(finder.discarded, key=lambda d: d.span)))


# -- words -------------------------------------------------------------------------------------------------

_KINDS = ("encounter", "talk", "weak", "call", "meet", "facing", "hosting")
_TRIGGERS = {kind: phrase_list("events", kind) for kind in _KINDS}
_FIRST = {key: kind for kind in _KINDS for key in _TRIGGERS[kind]}
_EVENT_PRONOUNS = word_list("reference", "event_pronoun")
_STARTS = frozenset(_FIRST) | _EVENT_PRONOUNS
_SUMMIT, _SUMMIT_BEFORE = word_list("events", "summit"), word_list("events", "summit_before")
_FACING_VERBS = word_list("events", "facing_verbs")
_FORMAL = word_list("channel", "formal")
_LIGHT, _ATTENDANCE, _CAUSATIVE = (word_list("predicate", n) for n in ("light", "attendance", "causative"))
_CO_CHAIR = phrase_list("predicate", "co_chair")
_INVITE = word_list("predicate", "invite")
_PHONE, _VIDEO, _IN_PERSON = (word_list("channel", n) for n in ("phone", "video", "in_person"))
_PLURALS_OF_PEOPLE = frozenset(key for key in word_list("heads", "people") if key.endswith("ों"))
_PRESS = word_list("partners", "press")
_APART = phrase_list("separate", "apart")
_PLURALS, _NUMBERS = word_list("separate", "plurals"), word_list("separate", "numbers")
_DEMONSTRATIVE, _ADJECTIVES = word_list("reference", "demonstrative"), word_list("reference", "adjectives")
_INTERNAL_BEFORE = word_list("internal", "before")
_SIDES_FROM, _SIDES_GENITIVE, _SIDES_NOUNS = (word_list("sides", n) for n in ("after_from", "after_genitive", "nouns"))


def _k(*words: str) -> frozenset[str]:
    return frozenset(map(match_key, words))


_GENITIVE = _k("का", "के", "की")
_POSTPOSITIONS = _k("के", "से", "में", "पर", "की", "का", "को", "ने")
_PARTICLES = _k("भी", "ही", "तो")
_RELATIVE = _k("जो", "जिन्होंने", "जिसने", "जिनसे", "जिससे", "जिनके", "जिसके", "जिनकी", "जिसकी")
_RELATIVE_PARTNER = _k("जिनसे", "जिससे")
_CALL_OFF = _k("रद्द", "टाल", "टाली", "स्थगित", "निरस्त", "मुल्तवी")
_DONE, _CALLED = (
    _k("किया", "कर", "करके", "करेंगे", "करेगा", "करेगी", "किए", "करने", "मिलाया", "लगाया"),
    _k("आया", "आएगा", "मिला"),
)
_MEET_BEFORE = _k("से", "में", "को", "भी", "ही", "नहीं", "न", "खुद", "साथ", "पर", "बाद", "पहले", "आज", "कल", "फिर", "शाम", "रात", "अलग", "दिन", "कभी", "ने")  # fmt: skip
_THAT, _NOT, _BUT = match_key("कि"), match_key("नहीं"), _k("बल्कि")
_LOOK_BACK = 3  # sentences in which a day is looked for that goes on
_CAPITAL = match_key("राजधानी")
_TOGETHER = match_key("मिलकर")
_SE, _IN, _WITH = match_key("से"), match_key("में"), match_key("साथ")
_MARKERS = _k("ने", "को", "में", "से", "भी", "पर")
_THERE = _k("वहां", "वहीं", "जहां", "यहां", "यहीं")
_JOINT = _k("संयुक्त")

_STATUS: dict[str, MeetingStatus] = {
    "happened": "held", "ongoing": "held", "historical": "held", "planned": "planned", "conditional": "planned",
    "cancelled": "cancelled", "postponed": "cancelled",
}  # fmt: skip
# Rules of realis under which a meeting is talked about, not asserted.
_NOT_ASSERTED = {
    "realis.wish": "wish", "realis.attempt": "attempt", "realis.condition": "condition", "realis.subjunctive": "wish",
    "realis.was_scheduled": "was to take place, outcome untold",
}  # fmt: skip


# -- candidates --------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Party:
    key: str
    role: ParticipantRole
    span: Span


@dataclass(slots=True)
class _Candidate:
    """One telling of a meeting: what one clause says of it."""

    sentence: Sentence
    trigger: Span
    clause: Span
    rule: str
    parties: list[_Party]
    realisation: Realisation
    channel: Channel
    channel_span: Span | None
    date: ResolvedDate | None
    date_is_context: bool  # the day of the sentences before
    place: Place | None
    occasion: Span | None
    is_bare: bool  # no parties of its own: इस बैठक में
    adds: bool  # its parties join those told before: बैठक में … शामिल हुए
    is_weak: bool  # only retells: दोनों नेताओं ने … पर चर्चा की


class _Finder:
    def __init__(self, document: Document, reading: ActorReading) -> None:
        self.document = document
        self.actors: dict[str, Actor] = {actor.key: actor for actor in reading.actors}
        self.general = frozenset(actor.key for actor in reading.actors if actor.kind in ("state", "igo"))
        self.phrases = tuple(phrase for phrase in reading.phrases if not self._nobody(phrase))
        self.starts = [phrase.span.start for phrase in self.phrases]
        self.discarded: list[Discarded] = []
        self._days: dict[int, ResolvedDate | None] = {}
        self.subject: _Party | None = None
        self.places = Places(document)

    def _nobody(self, phrase: Phrase) -> bool:
        """A bare plural (नेताओं, अधिकारियों) identifies no one, whoever it is taken for."""
        return phrase.kind == "title" and match_key(self.document.text[phrase.span.start : phrase.span.end]) in _PLURALS_OF_PEOPLE

    def candidates(self) -> Iterable[_Candidate]:
        """The candidates of all sentences, in text order."""
        for sentence in self.document.sentences:
            low = bisect_left(self.starts, sentence.start)
            high = bisect_right(self.starts, sentence.end)
            triggers = any(token.key in _STARTS for token in sentence.tokens)
            if not triggers and low == high:
                self.places.pass_by(sentence)
                continue
            parsed = parse(sentence, self.phrases[low:high], self.general)
            if triggers:
                yield from self._in_sentence(parsed)
            self._remember_subject(parsed)
            self.places.pass_by(sentence)

    # -- triggers --------------------------------------------------------------------------------------

    def _in_sentence(self, parsed: Parsed) -> Iterable[_Candidate]:
        words = parsed.words
        i = 0
        while i < len(words):
            key = words[i].key
            if key in _EVENT_PRONOUNS and (attended := self._attended(parsed, i, i + 1)):
                yield from self._build(parsed, i, i + 1, "meeting.attendance", attended, adds=True, is_bare=True)
                i += 1
                continue
            kind = _FIRST.get(key)
            width = longest_at(_TRIGGERS[kind], words, i) if kind else 0
            if not width or self._inside_actor(words[i]):
                i += 1
                continue
            yield from self._at(parsed, i, i + width, kind or "")
            i += width

    def _inside_actor(self, word: Token) -> bool:
        """A name that contains the word (संयुक्त आयोग, शंघाई सहयोग परिषद) is an actor, no event."""
        at = bisect_right(self.starts, word.start) - 1
        if at < 0:
            return False
        phrase = self.phrases[at]
        return phrase.span.start <= word.start and word.end <= phrase.span.end and phrase.kind != "collective"

    def _at(self, parsed: Parsed, first: int, after: int, kind: str) -> Iterable[_Candidate]:
        words = parsed.words
        span = Span(words[first].start, words[after - 1].end)
        before = words[first - 1].key if first else ""
        following = words[after].key if after < len(words) else ""
        if kind == "encounter" and words[after - 1].key in _SUMMIT and before not in _SUMMIT_BEFORE:
            return
        if before in _PRESS or before in _INTERNAL_BEFORE:
            return self._discard(span, kind, "press or sitting room")
        if kind == "weak" and not self._light_near(parsed, first, after):
            return
        if kind == "call" and not (following in _DONE or following in _CALLED):
            return
        if kind == "facing":
            verb = next((i for i in range(after, min(after + 3, len(words))) if words[i].key in _FACING_VERBS), None)
            if verb is None:
                return
            after = verb + 1
        if self._with_press(words, first):
            return self._discard(span, kind, "interview or press conference")
        yield from self._by_frame(parsed, first, after, kind)

    def _discard(self, span: Span, kind: str, reason: str) -> None:
        self.discarded.append(Discarded("meeting", span, f"meeting.{kind}", reason))

    def _light_near(self, parsed: Parsed, first: int, after: int) -> bool:
        words = parsed.words
        following = [w.key for w in words[after : after + 3]]
        if following and following[0] in _LIGHT:
            return not (following[0] == match_key("की") and len(following) > 1 and not self._ki_is_verb(parsed, after))
        if len(following) > 1 and following[0] in (_PARTICLES | _k("नहीं")) and following[1] in _LIGHT:
            return True
        return bool(first) and any(g.end == first or g.end == first - 2 for g in parsed.groups if set(g.keys) & _LIGHT)

    def _ki_is_verb(self, parsed: Parsed, i: int) -> bool:
        return any(g.start <= i < g.end for g in parsed.groups)

    def _with_press(self, words: Sequence[Token], first: int) -> bool:
        """संवाददाताओं से बातचीत, मीडिया के साथ चर्चा."""
        return any(w.key in _PRESS for w in words[max(0, first - 5) : first])

    # -- frames ----------------------------------------------------------------------------------------

    def _by_frame(self, parsed: Parsed, first: int, after: int, kind: str) -> Iterable[_Candidate]:
        words = parsed.words
        low, high = parsed.clause(first, after)
        here = [a for a in parsed.arguments if low <= a.first < high and not a.negated]
        before = [a for a in here if a.end <= first]
        later = [a for a in here if a.first >= after]
        partners = [a for a in before if a.case in ("se", "with") and not parsed.verb_between(a.after, first)]
        between = [a for a in before if a.case == "between" and not parsed.verb_between(a.after, first)]
        owners = [a for a in before if a.case in ("genitive", "compound", "none") and self._owns(parsed, a, first)]
        if kind in ("weak", "meet", "facing"):
            owners = []
        subjects = [a for a in before if a.case in ("ne", "leader", "by") and a not in owners]
        if not subjects:
            subjects = [a for a in before if a.case in ("none", "compound") and a not in owners][:1]
        hosts = [a for a in before if a.case in ("host", "chair")]
        causative = any(w.key in _CAUSATIVE for w in words[after:high])
        is_adjunct = after < len(words) and words[after].key in _POSTPOSITIONS and not self._ki_is_verb(parsed, after)
        targets = [a for a in before if a.case == "to" and not parsed.verb_between(a.after, first)]
        invited = [a for a in before if a.case == "to"] if any(w.key in _INVITE for w in words[after:high]) else []

        if kind == "meet" and not self._meet_fits(parsed, first, partners, subjects):
            return
        if kind == "call":
            yield from self._call(parsed, first, after, subjects, targets, owners, partners)
            return
        if kind == "hosting":
            guests = [a for a in before if a.case == "genitive" and a.after == first]
            if guests and subjects:
                roles = [(subjects, "host"), (guests, "visitor")]
                yield from self._build(parsed, first, after, "meeting.hosted", roles)
            return
        if (attended := self._attended(parsed, first, after)) and is_adjunct and words[after].key == _IN:
            group_owner = [a for a in owners if a.case != "none" or a.end == first or True]
            rule = "meeting.attendance"
            bare = not owners and self._is_bare(parsed, low, first)
            if owners or bare:
                yield from self._build(
                    parsed, first, after, rule, [*attended, (group_owner, "participant")], adds=True, is_bare=bare
                )
                return
        if (
            not is_adjunct
            and not partners
            and not between
            and len(owners) == 0
            and later
            and self._headline_order(parsed, after, later[0])
        ):
            subjects = subjects or [later[0]]
        if between:
            extra: list[tuple[list[Argument], ParticipantRole]] = [(hosts, "host")] if False else []
            yield from self._build(parsed, first, after, "meeting.between", [(between, "participant"), *extra])
            return
        if partners:
            if self._apart(parsed, low, high, partners, first):
                yield from self._pairs(parsed, first, after, subjects, owners, partners, later, is_adjunct)
                return
            agents = self._agents(parsed, first, after, subjects, owners, later, is_adjunct, partners)
            yield from self._build(
                parsed, first, after, self._rule(partners), [(agents, "participant"), (partners, "participant")]
            )
            return
        if targets and any(w.key in _INVITE for w in words[after:high]):
            yield from self._build(
                parsed, first, after, "meeting.invitation", [(subjects, "host"), (targets, "visitor")]
            )
            return
        n_owners = sum(len(a.members) for a in owners)
        if n_owners >= 2:
            roles: list[tuple[list[Argument], ParticipantRole]] = [(owners, "participant")]
            if not causative:
                chairs = self._chairs(parsed, after, high, [*subjects, *later])
                roles += [(chairs, "chair")] if chairs else []
                if not chairs and self._hosted(parsed, after, high):
                    roles.insert(0, (subjects, "host"))
            yield from self._build(parsed, first, after, "meeting.of", roles)
            return
        if n_owners == 1:
            chairs = self._chairs(parsed, after, high, [*subjects, *later])
            called_off = any(w.key in _CALL_OFF for w in words[after:high])
            others = chairs or (subjects if is_adjunct or called_off else [])
            yield from self._build(
                parsed, first, after, "meeting.at", [(others, "participant"), (owners, "participant")]
            )
            return
        chairs = self._chairs(parsed, after, high, [*subjects, *later])
        if chairs:
            yield from self._build(
                parsed, first, after, "meeting.chaired", [(chairs, "chair")], adds=True, is_bare=True
            )
            return
        if causative:
            yield from self._build(parsed, first, after, "meeting.bare", [], is_bare=True)
            return
        joint = [a for a in subjects if len(a.members) >= 2]
        if joint and not is_adjunct:
            vague = any(m.kind == "collective" or kind == "weak" and m.key in self.general for a in joint for m in a.members)
            if vague:
                yield from self._build(parsed, first, after, "meeting.both", [(joint, "participant")], is_weak=True)
            else:
                yield from self._build(parsed, first, after, "meeting.joint", [(joint, "participant")])
            return
        if kind in ("encounter", "talk"):
            if self._is_bare(parsed, low, first):
                yield from self._build(parsed, first, after, "meeting.bare", [], is_bare=True)
            else:
                self._discard(Span(words[first].start, words[after - 1].end), kind, "no two identified parties")

    def _rule(self, partners: list[Argument]) -> str:
        return "meeting.ne_se" if partners[-1].case == "se" else "meeting.with"

    def _meet_fits(self, parsed: Parsed, first: int, partners: list[Argument], subjects: list[Argument]) -> bool:
        """मिलना as meeting, not as receiving (मदद मिली) nor together (साथ मिलकर)."""
        words = parsed.words
        if first == 0:
            return False
        last = words[first - 1].key
        if words[first].key == _TOGETHER and (last == _WITH or not any(a.case == "se" for a in partners)):
            return False
        direct = any(a.after == first or a.end == first for a in parsed.arguments)
        if not direct and last not in _MEET_BEFORE:
            return False
        if partners:
            return True
        if any(a.after == first and a.case == "se" for a in parsed.arguments):
            return True
        return any(len(a.members) >= 2 for a in subjects)

    def _call(self, parsed: Parsed, first: int, after: int, subjects: list[Argument], targets: list[Argument],
              owners: list[Argument], partners: list[Argument]) -> Iterable[_Candidate]:  # fmt: skip
        words = parsed.words
        if words[after].key in _CALLED:
            callers = [
                a for a in parsed.arguments if a.end <= first and a.case == "genitive" and a.after >= first - 2
            ] or partners
            yield from self._build(
                parsed, first, after, "meeting.call_received", [(targets, "participant"), (callers, "participant")]
            )
        elif targets:
            agents = subjects or self._carried(parsed, first, targets)
            yield from self._build(
                parsed, first, after, "meeting.called", [(agents, "participant"), (targets, "participant")]
            )

    def _owns(self, parsed: Parsed, argument: Argument, first: int) -> bool:
        """Is the event at ``first`` that of the argument (मोदी की … मुलाकात, भारत-चीन वार्ता)?"""
        words = parsed.words
        if argument.after > first or parsed.verb_between(argument.after, first):
            return False
        path = list(range(argument.after, first))
        for other in parsed.arguments:
            if other.first >= argument.after and other.after <= first:
                if other.case not in ("se", "with", "in", "host", "chair", "mediator"):
                    return False
                path = [i for i in path if not other.first <= i < other.after]
        keys = [words[i].key for i in path]
        if match_key("ने") in keys or any(words[i].text in ",:;।" for i in path if not words[i - 1].text.isdigit()):
            return False
        several = len(argument.members) >= 2
        if _CAPITAL in keys:
            return False
        if argument.case == "genitive":
            if argument.marker == match_key("का") and words[first].key not in (_SUMMIT | _PHONE | _k("संवाद")):
                return False
            inner = [k for k in keys if k in _GENITIVE]
            return len(keys) <= (9 if several else 6) and (not inner or several and len(inner) <= 1)
        limit = 8 if several else 2
        bad = _k("से", "को", "पर", "में") if argument.case != "none" or True else frozenset()
        if len(keys) > limit or any(k in bad for k in keys):
            return False
        return several or argument.case == "none" and not any(k in _GENITIVE for k in keys)

    def _is_bare(self, parsed: Parsed, low: int, first: int) -> bool:
        """Has the noun no owner that is no actor (पार्टी की बैठक): इस बैठक, बैठक, शिखर बैठक?"""
        words = parsed.words
        i = first - 1
        while i >= low and words[i].key in _ADJECTIVES:
            i -= 1
        return (
            i < low
            or is_mark(words[i])
            or words[i].key in _DEMONSTRATIVE
            or words[i].key in _k("की", "में", "को", "ने", "से")
            and i == low
        )

    def _attended(self, parsed: Parsed, first: int, after: int) -> list[tuple[list[Argument], ParticipantRole]]:
        """Those who take part, where the clause says so: … में X, Y और Z शामिल हुए."""
        words = parsed.words
        low, high = parsed.clause(first, after)
        if not any(w.key in _ATTENDANCE for w in words[after:high]):
            return []
        found = [
            a
            for a in parsed.arguments
            if low <= a.first < high and a.case in ("ne", "none", "including", "with", "leader") and not a.negated
            and not (a.end <= first and self._owns(parsed, a, first))
        ]  # fmt: skip
        return [(found, "participant")] if found else []

    def _chairs(self, parsed: Parsed, after: int, high: int, agents: list[Argument]) -> list[Argument]:
        """बैठक की अध्यक्षता X ने की."""
        words = parsed.words
        for i in range(after, min(after + 3, high)):
            if longest_at(_CO_CHAIR, words, i):
                return [a for a in agents if a.case in ("ne", "none", "by", "compound")]
        return []

    def _hosted(self, parsed: Parsed, after: int, high: int) -> bool:
        return any(w.key == match_key("मेजबानी") for w in parsed.words[after : min(after + 3, high)])

    def _headline_order(self, parsed: Parsed, after: int, argument: Argument) -> bool:
        return argument.case in ("none", "ne") and argument.first - after <= 2

    def _apart(self, parsed: Parsed, low: int, high: int, partners: list[Argument], first: int) -> bool:
        words = parsed.words
        members = sum(len(a.members) for a in partners)
        if members < 2:
            return False
        if any(longest_at(_APART, words, i) for i in range(low, min(high, len(words)))):
            return True
        if words[first].key in _PLURALS and any(w.key in _NUMBERS for w in words[partners[-1].after : first]):
            return True
        return len(partners) > 1 and any(
            right.first - left.after > 1 for left, right in zip(partners, partners[1:], strict=False)
        )

    def _agents(self, parsed: Parsed, first: int, after: int, subjects: list[Argument], owners: list[Argument],
                later: list[Argument], is_adjunct: bool, partners: list[Argument]) -> list[Argument]:  # fmt: skip
        """Who meets the partners: the subject, the owner of the event, the relative's antecedent, the last subject."""
        taken = {m.key for a in partners for m in a.members}
        if subjects:
            return subjects
        if owners:
            return owners
        split = [a for a in partners if a.by_comma and len(a.members) == 2]
        if split:
            return []
        after_it = [a for a in later if a.case in ("ne", "none")]
        if after_it and (is_adjunct or self._headline_order(parsed, after, after_it[0])):
            return after_it[:1]
        return self._carried(parsed, first, partners, taken)

    def _carried(
        self, parsed: Parsed, first: int, partners: list[Argument], taken: frozenset[str] | set[str] = frozenset()
    ) -> list[Argument]:
        low, _ = parsed.clause(first, first + 1)
        words = parsed.words
        taken = taken or {m.key for a in partners for m in a.members}
        if low < len(words) and words[low].key in _RELATIVE:
            near = [a for a in parsed.arguments if a.end <= low]
            if near:
                return near[-1:]
        earlier = [a for a in parsed.arguments if a.end <= low]
        for case in ("ne", "none"):
            for a in reversed(earlier) if case == "ne" else earlier:
                if a.case == case and not {m.key for m in a.members} & taken:
                    return [a]
        return []

    def _pairs(self, parsed: Parsed, first: int, after: int, subjects: list[Argument], owners: list[Argument],
               partners: list[Argument], later: list[Argument], is_adjunct: bool) -> Iterable[_Candidate]:  # fmt: skip
        agents = self._agents(parsed, first, after, subjects, owners, later, is_adjunct, partners)
        for argument in partners:
            for member in argument.members:
                yield from self._build(
                    parsed, first, after, "meeting.apart", [(agents, "participant")], member=(member.key, member.span),
                    near=argument if len(partners) > 1 else None,
                )  # fmt: skip

    # -- slots -----------------------------------------------------------------------------------------

    def _build(self, parsed: Parsed, first: int, after: int, rule: str,
               roles: Sequence[tuple[list[Argument], ParticipantRole]], *, adds: bool = False, is_bare: bool = False,
               is_weak: bool = False, member: tuple[str, Span] | None = None, near: Argument | None = None,
               ) -> Iterable[_Candidate]:  # fmt: skip
        words, sentence = parsed.words, parsed.sentence
        trigger = Span(words[first].start, words[after - 1].end)
        parties: list[_Party] = []
        for some, role in roles:
            for argument in some:
                for m in argument.members:
                    if m.key not in {p.key for p in parties} and m.key in self.actors:
                        parties.append(_Party(m.key, role, m.span))
        if member is not None and member[0] not in {p.key for p in parties}:
            parties.append(_Party(member[0], "participant", member[1]))
        expects_agent = rule in ("meeting.ne_se", "meeting.with", "meeting.apart", "meeting.called")
        if expects_agent and self.subject is not None and len(parties) == 1 and parties[0].key != self.subject.key:
            parties.insert(0, _Party(self.subject.key, "participant", self.subject.span))
        realisation = read_realis(self.document, sentence, trigger)
        if realisation.realis is None or realisation.realis == "denied":
            return self._discard(trigger, rule.split(".")[1], realisation.rule)
        if realisation.rule in _NOT_ASSERTED:
            return self._discard(trigger, rule.split(".")[1], _NOT_ASSERTED[realisation.rule])
        low, high = parsed.clause(first, after)
        clause = Span(words[low].start, words[min(high, len(words)) - 1].end)
        when, is_context = self._date(parsed, low, first, high, realisation, near)
        place = self.places.of_meeting(parsed, low, first, high)
        channel, channel_span = self._channel(words, low, first, after, high, place)
        yield _Candidate(
            sentence, trigger, clause, rule, parties, realisation, channel, channel_span, when, is_context, place,
            self._occasion(words, low, first), is_bare, adds, is_weak,
        )  # fmt: skip

    def _channel(
        self, words: Sequence[Token], low: int, first: int, after: int, high: int, place: Place | None
    ) -> tuple[Channel, Span | None]:
        cues: tuple[tuple[frozenset[str], Channel], ...] = (
            (_VIDEO, "video"),
            (_PHONE, "phone"),
            (_IN_PERSON, "in_person"),
        )
        for keys, channel in cues:
            for word in words[low:high]:
                if word.key in keys:
                    return channel, Span(word.start, word.end)
        key = words[first].key
        kind = _FIRST.get(key)
        if kind in ("talk", "weak", "call") or key in _EVENT_PRONOUNS:
            if place is not None:
                return "in_person", place.span
            formal = next((w for w in words[low:high] if w.key in _FORMAL), None)
            if kind == "talk" and formal is not None:
                return "in_person", Span(formal.start, formal.end)
            return "unknown", None
        return "in_person", Span(words[first].start, words[after - 1].end)

    def _date(
        self, parsed: Parsed, low: int, first: int, high: int, realisation: Realisation, near: Argument | None
    ) -> tuple[ResolvedDate | None, bool]:
        """The date of the event, and whether it is the context's: that of the sentences before."""
        words = parsed.words
        found = self._dates(words[low].start, words[high - 1].end, realisation, parsed.sentence)
        found = [d for d in found if not _negated_date(words, d)]
        at = words[near.first].start if near is not None else words[first].start
        chosen = _best_date([d for d in found if d.span.start < at][::-1]) or _best_date(found)
        if chosen is not None:
            return chosen, False
        if low and not any(w.key == _THAT for w in words[:low]):
            earlier = self._dates(words[0].start, words[low].start, realisation, parsed.sentence)
            if earlier:
                return earlier[-1], False
        if _STATUS.get(realisation.realis or "") == "held":
            return self._day_before(parsed.sentence), True
        return None, False

    def _dates(self, start: int, end: int, realisation: Realisation, sentence: Sentence) -> list[ResolvedDate]:
        text, published = self.document.text, self.document.published_on
        before = self._day_before(sentence)
        anchor = date.fromisoformat(before.start) if before and before.start else None
        dates = find_dates(text, start, end, published, realisation.tense, anchor)
        if realisation.realis in ("cancelled", "postponed") and published is not None:
            ahead = find_dates(text, start, end, published, "future", anchor)
            dates = tuple(_nearer(past, future, published) for past, future in zip(dates, ahead, strict=False))
        return [d for d in dates if d.rule not in ("date.until", "date.since")]

    def _day_before(self, sentence: Sentence) -> ResolvedDate | None:
        """The last day that the sentences just before ``sentence`` name."""
        sentences = self.document.sentences
        for number in range(sentence.number - 1, max(sentence.number - 1 - _LOOK_BACK, -1), -1):
            if sentences[number].is_headline and not sentence.is_headline:
                break
            if (day := self._last_day(number)) is not None:
                return day
        return None

    def _last_day(self, number: int) -> ResolvedDate | None:
        if number not in self._days:
            sentence = self.document.sentences[number]
            dates = find_dates(self.document.text, sentence.start, sentence.end, self.document.published_on)
            days = [d for d in dates if d.precision == "day" and d.start and d.rule not in ("date.until", "date.since")]
            self._days[number] = days[-1] if days else None
        return self._days[number]

    def _occasion(self, words: Sequence[Token], low: int, first: int) -> Span | None:
        """X शिखर सम्मेलन से इतर, X के मौके पर."""
        for i in range(low + 1, first):
            key = words[i].key
            if (key in _SIDES_FROM and words[i - 1].key == _SE) or (
                key in _SIDES_GENITIVE and words[i - 1].key in _GENITIVE
            ):
                noun = i - 2
                if noun < low or words[noun].key not in _SIDES_NOUNS:
                    continue
                start = noun
                while (
                    start > low
                    and not is_mark(words[start - 1])
                    and words[start - 1].key not in _k("ने", "को", "में", "से", "पर")
                ):
                    start -= 1
                return Span(words[start].start, words[noun].end)
        return None

    # -- memory ----------------------------------------------------------------------------------------

    def _remember_subject(self, parsed: Parsed) -> None:
        """The person about whom the story goes: the agent of the sentence."""
        for case in ("ne", "none"):
            for argument in parsed.arguments:
                if argument.case != case or len(argument.members) != 1:
                    continue
                member = argument.members[0]
                actor = self.actors.get(member.key)
                if actor is not None and actor.kind == "person":
                    self.subject = _Party(member.key, "participant", member.span)
                    return


def _best_date(dates: Sequence[ResolvedDate]) -> ResolvedDate | None:
    """The first that names its day; a distance (एक दिन पहले) only where no other does."""
    if not dates:
        return None
    days = [d for d in dates if d.precision == "day" and d.start is not None]
    return next((d for d in days if d.source != "relative" or d.rule == "date.day_word"), None) or (days or dates)[0]


def _nearer(past: ResolvedDate, future: ResolvedDate, published: date) -> ResolvedDate:
    """Of a weekday's two readings the one nearer to the day of publication."""
    if past.start is None or future.start is None or past.precision != "day" or future.precision != "day":
        return past
    back, ahead = (abs((date.fromisoformat(d.start or "") - published).days) for d in (past, future))
    return future if ahead < back else past


def _negated_date(words: Sequence[Token], found: ResolvedDate) -> bool:
    """मंगलवार को नहीं, बल्कि सोमवार को."""
    at = next((i for i, w in enumerate(words) if w.start >= found.span.end), len(words))
    denied = next((i for i in range(at, min(at + 2, len(words))) if words[i].key == _NOT), None)
    return denied is not None and any(w.text == "," or w.key in _BUT for w in words[denied + 1 : denied + 2])


# -- one object a meeting ----------------------------------------------------------------------------------


@dataclass(slots=True)
class _Event:
    """A meeting while the article is being read: all its tellings."""

    tellings: list[_Candidate]
    parties: list[_Party]
    status: MeetingStatus
    date: ResolvedDate | None
    date_is_context: bool
    place: Place | None
    channel: Channel
    channel_span: Span | None
    mentions: list[Span] = field(default_factory=list)


class _Story:
    """Joins candidates into meetings, in text order."""

    def __init__(self, document: Document, reading: ActorReading, finder: _Finder) -> None:
        self.document, self.finder = document, finder
        self.actors = finder.actors
        self.events: list[_Event] = []
        self.last: _Event | None = None
        del reading

    def tell(self, candidate: _Candidate) -> None:
        """Takes in one candidate: as a new telling of a known meeting, or as a new meeting."""
        parties = self._most_specific(candidate.parties)
        event = self._match(candidate, parties)
        if event is None:
            if candidate.is_weak or (candidate.is_bare and not (candidate.adds and len(parties) >= 2)):
                return
            if not parties:
                return
            event = _Event(
                [],
                [],
                _STATUS[candidate.realisation.realis or "happened"],
                None,
                False,
                None,
                candidate.channel,
                candidate.channel_span,
            )
            self.events.append(event)
        self._absorb(event, candidate, parties)
        self.last = event

    # -- matching --------------------------------------------------------------------------------------

    def _code(self, key: str) -> str | None:
        actor = self.actors.get(key)
        return actor.code if actor else None

    def _general(self, key: str) -> bool:
        actor = self.actors.get(key)
        return actor is not None and actor.kind in ("state", "igo")

    def _same(self, a: str, b: str) -> bool:
        """The same party, or a state and one who speaks for it."""
        if a == b:
            return True
        if not (self._general(a) or self._general(b)):
            return False
        code = self._code(a)
        return code is not None and code == self._code(b)

    def _is_person(self, key: str) -> bool:
        actor = self.actors.get(key)
        return actor is not None and actor.kind == "person"

    def _most_specific(self, parties: list[_Party]) -> list[_Party]:
        """Without a state or organisation beside a person who speaks for it."""
        return [
            p
            for p in parties
            if not (self._general(p.key) and any(self._is_person(q.key) and self._same(p.key, q.key) for q in parties))
        ]

    def _covers(self, few: list[_Party], many: list[_Party]) -> bool:
        left = [p.key for p in many]
        for party in sorted(few, key=lambda p: self._general(p.key)):
            hit = next((k for k in left if k == party.key), None) or next(
                (k for k in left if self._same(k, party.key)), None
            )
            if hit is None:
                return False
            left.remove(hit)
        return True

    def _match(self, candidate: _Candidate, parties: list[_Party]) -> _Event | None:
        if candidate.is_bare:
            return self._match_bare(candidate)
        for event in reversed(self.events):
            if self._agree(event, candidate) and self._same_parties(event, candidate, parties):
                return event
        return None

    def _match_bare(self, candidate: _Candidate) -> _Event | None:
        if self.last is None:
            return None
        gap = candidate.sentence.number - self.last.tellings[-1].sentence.number
        if gap > (3 if candidate.adds else 6):
            return None
        return self.last

    def _same_parties(self, event: _Event, candidate: _Candidate, parties: list[_Party]) -> bool:
        known = event.parties
        if len(parties) == len(known):
            return self._covers(parties, known)
        few, many = sorted((parties, known), key=len)
        headline = candidate.sentence.is_headline or all(t.sentence.is_headline for t in event.tellings)
        if len(few) >= 2 and (headline or candidate.is_weak):
            return self._covers(few, many)
        if len(few) == 1 and few is known and len(many) >= 2:
            near = candidate.sentence.number - event.tellings[-1].sentence.number <= 1
            return near and self._covers(few, many)
        return False

    def _agree(self, event: _Event, candidate: _Candidate) -> bool:
        status = _STATUS[candidate.realisation.realis or "happened"]
        if {status, event.status} == {"held", "planned"} and not candidate.is_weak:
            return False
        if {status, event.status} == {"held", "cancelled"}:
            return False
        a = None if event.date_is_context else event.date
        b = None if candidate.date_is_context else candidate.date
        if a and b and a.start and b.start and not (a.start.startswith(b.start) or b.start.startswith(a.start)):
            return False
        if event.place and candidate.place and event.place.key != candidate.place.key:
            return False
        channels = {event.channel, candidate.channel} - {"unknown"}
        return len(channels) < 2

    # -- taking in -------------------------------------------------------------------------------------

    def _absorb(self, event: _Event, candidate: _Candidate, parties: list[_Party]) -> None:
        event.tellings.append(candidate)
        event.mentions.append(Span(candidate.sentence.start, candidate.sentence.end))
        self._join_parties(event, candidate, parties)
        status = _STATUS[candidate.realisation.realis or "happened"]
        if not candidate.is_bare and status == "cancelled":
            event.status = "cancelled"
        self._join_date(event, candidate)
        if candidate.place is not None and event.place is None:
            event.place = candidate.place
        if (
            event.channel == "unknown"
            and candidate.channel != "unknown"
            and not (candidate.is_bare and candidate.channel == "in_person")
        ):
            event.channel, event.channel_span = candidate.channel, candidate.channel_span

    def _join_date(self, event: _Event, candidate: _Candidate) -> None:
        """Keep the fullest date; one of the event's own clauses before one of the context."""
        new, old = candidate.date, event.date
        if new is None or candidate.is_bare and old is not None:
            return
        if old is None or old.start is None:
            better = old is None or new.start is not None
        elif new.start is None or candidate.date_is_context:
            better = False
        else:
            better = event.date_is_context or len(new.start) > len(old.start)
        if better:
            event.date, event.date_is_context = new, candidate.date_is_context

    def _join_parties(self, event: _Event, candidate: _Candidate, parties: list[_Party]) -> None:
        adding = candidate.adds or not event.parties or len(event.parties) == 1
        for party in parties:
            known = next((p for p in event.parties if p.key == party.key), None)
            if known is not None:
                if known.role == "participant":
                    known.role = party.role
                continue
            vague = next((p for p in event.parties if self._general(p.key) and self._same(p.key, party.key)), None)
            if vague is not None:
                event.parties[event.parties.index(vague)] = party
            elif any(self._general(party.key) and self._same(p.key, party.key) for p in event.parties):
                continue
            elif adding:
                event.parties.append(_Party(party.key, party.role, party.span))

    # -- giving out ------------------------------------------------------------------------------------

    def meetings(self) -> Iterable[Meeting]:
        """The meetings with at least two parties."""
        for event in self.events:
            parties = self._most_specific(event.parties)
            if len(parties) < 2:
                first = event.tellings[0]
                self.finder.discarded.append(
                    Discarded("meeting", first.trigger, first.rule, "no two identified parties")
                )
                continue
            yield self._meeting(event, parties)

    def _meeting(self, event: _Event, parties: list[_Party]) -> Meeting:
        best = max(
            event.tellings,
            key=lambda t: (not t.is_bare, not t.sentence.is_headline, len(t.parties), t.date is not None),
        )
        when, place = event.date, event.place
        slots = [Evidence("participant", p.key, p.span) for p in parties]
        cue = best.realisation.span or best.trigger
        slots.append(Evidence("status", event.status, cue))
        if when is not None and when.start is not None:
            slots.append(Evidence("date", when.start, when.span))
        if place is not None:
            slots.append(Evidence("place", place.name, place.span))
        if event.channel_span is not None:
            slots.append(Evidence("channel", event.channel, event.channel_span))
        occasion = next((t.occasion for t in event.tellings if t.occasion), None)
        if occasion is not None:
            slots.append(Evidence("occasion", self.document.text[occasion.start : occasion.end], occasion))
        dated = when is not None and when.start is not None
        return Meeting(
            participants=tuple(Participant(p.key, p.role, p.span) for p in parties),
            status=event.status,
            realis=best.realisation.realis or "happened",
            channel=event.channel,
            date=when.start if when and dated else None,
            date_end=when.end if when and dated and when.end != when.start else None,
            date_precision=when.precision if when and dated else "unknown",
            date_source=("context" if event.date_is_context else when.source) if when and dated else "none",
            place=place.name if place else None,
            occasion=self.document.text[occasion.start : occasion.end] if occasion else None,
            topics=read_topics(word for t in event.tellings for word in t.sentence.tokens),
            attribution=read_attribution(best.sentence, best.trigger),
            evidence=best.clause,
            slots=tuple(slots),
            mentions=tuple(dict.fromkeys(event.mentions)),
            rule=best.rule,
            confidence=0.5,
        )
