"""Candidates of meetings: each event word with the parties that its clause gives it, and its slots.

An event word (lexicon/meetings.toml) is seen in its clause (``event_view``), the first frame that fits names the
parties (``meeting_frames``), then date, place, channel and occasion are read. What is no meeting (interviews, wishes,
denials, sessions of one body) is set aside with its reason.
"""

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from rajnay.facts.actors import ActorReading
from rajnay.facts.arguments import Argument
from rajnay.facts.clauses import Parsed, parse
from rajnay.facts.document import Document
from rajnay.facts.event_view import View, view_at
from rajnay.facts.meeting_dates import LOOK_FAR, MeetingDates
from rajnay.facts.meeting_frames import ATTENDANCE, Frame, asides, attending, frame_of, light
from rajnay.facts.meeting_slots import channel_of, occasion_of
from rajnay.facts.meeting_words import longest_at, phrase_list, word_list
from rajnay.facts.model import (
    Actor,
    Channel,
    Discarded,
    Evidence,
    MeetingStatus,
    ParticipantRole,
    Phrase,
    ResolvedDate,
    Span,
)
from rajnay.facts.places import Place, Places
from rajnay.facts.protagonist import Protagonist
from rajnay.facts.realis import read_realis
from rajnay.facts.realis_event import Realisation
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
    (दोनों नेताओं ने … पर चर्चा की). ``is_again``: there was one before (फिर मिले). ``is_next``: अगली बैठक. ``is_apart``:
    beside another one (अलग से मिले). ``is_tentative``: none yet (X ने Y का स्वागत किया). ``asides``: mediators, hosts
    beside the parties.
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
    is_again: bool
    is_next: bool
    is_apart: bool
    is_tentative: bool
    asides: tuple[Evidence, ...]


_KINDS = ("welcome", "encounter", "talk", "weak", "call", "meet", "facing", "hosting", "sharing", "press")
_TRIGGERS = {kind: phrase_list("events", kind) for kind in _KINDS}
_FIRST = {key: kind for kind in _KINDS for key in _TRIGGERS[kind]}
_EVENT_PRONOUNS = word_list("reference", "event_pronoun")
_STARTS = frozenset(_FIRST) | _EVENT_PRONOUNS
_SUMMIT, _SUMMIT_BEFORE = word_list("events", "summit"), word_list("events", "summit_before")
_FACING_VERBS, _MEET_BEFORE = word_list("events", "facing_verbs"), word_list("events", "meet_before")
_PRESS, _INTERNAL_BEFORE = word_list("partners", "press"), word_list("internal", "before")
_PLURALS_OF_PEOPLE = frozenset(key for key in word_list("heads", "people") if key.endswith("ों"))
_ONE_HOUSE = ({"body", "person"}, {"body", "igo"})
_COMPLETED = word_list("internal", "completed")
_AGAIN = word_list("reference", "again")
_APART, _BOTH = match_key("अलग"), match_key("दोनों")
_NEXT = word_list("reference", "next")
_FIRST_PERSON = frozenset(map(match_key, ("मेरी", "हमारी")))
_SPORT, _GAME = word_list("sport", "words"), 3  # so many words of sport make it a report of sport
_TOGETHER, _WITH = match_key("मिलकर"), match_key("साथ")

_STATUS: dict[str, MeetingStatus] = {
    "happened": "held", "ongoing": "held", "historical": "held", "planned": "planned", "conditional": "planned",
    "cancelled": "cancelled", "postponed": "cancelled",
}  # fmt: skip
_LONGEST = 250  # tokens of a sentence
_SESSIONS = frozenset(("meeting.at", "meeting.attended", "meeting.of"))  # which one body may hold alone
# Rules of realis under which a meeting is talked about, not asserted.
_NOT_ASSERTED = frozenset(
    f"realis.{name}" for name in ("wish", "attempt", "arranging", "condition", "subjunctive", "topic")
)


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
        self.dates = MeetingDates(document)
        self.protagonist = Protagonist(self.persons)
        self._sport: bool | None = None  # is it a report of sport?
        self._event_in = -9  # number of the last sentence with an event word

    def candidates(self) -> Iterator[Candidate]:
        """The candidates of all sentences, in text order."""
        passed: deque[Sentence] = deque(maxlen=LOOK_FAR)
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
        return parse(sentence, self.phrases[low:high], self.general, self.persons)

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
                view = view_at(parsed, i, i + 1, "pronoun", self.general, self.persons)
                told = parsed.sentence.number - self._event_in <= 2
                if told and view.says(ATTENDANCE) and not view.only_lists and (attended := attending(view)):
                    frame = Frame("meeting.attendance", ((attended, "participant"),), adds=True, is_bare=True)
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
        view = view_at(parsed, first, after, kind, self.general, self.persons)
        if kind == "weak" and not light(view) or kind == "meet" and not self._is_meeting(view):
            return
        frame = frame_of(view)
        if frame is not None:
            yield from self._candidates(view, frame)
        elif kind in ("encounter", "talk"):
            self._discard(span, f"meeting.{kind}", "no two identified parties")

    def _is_press(self, word: Token) -> bool:
        return word.key in _PRESS or any(e.kind == "media" for e in self.places.known.entities.get((word.key,)))

    def _is_meeting(self, view: View) -> bool:
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
        return bool(view.partners) or any(len(a.members) >= 2 for a in view.subjects) or self._is_of_the_pair(view)

    def _is_of_the_pair(self, view: View) -> bool:
        """वे फिर मिलेंगे, दोनों कल मिलेंगे, और कल फिर मिले: nothing stands between that could be received."""
        if not self.protagonist.pair:
            return False
        if not view.subjects:
            return any(w.key == _BOTH or w.key in _AGAIN for w in view.words[view.low : view.first])
        return len(view.subjects) == 1 and view.subjects[0].members[0].kind == "pronoun"

    # -- slots -----------------------------------------------------------------------------------------

    def _candidates(self, view: View, frame: Frame) -> Iterator[Candidate]:
        words = view.words
        trigger = Span(words[view.first].start, words[view.after - 1].end)
        realisation = read_realis(self.document, view.parsed.sentence, trigger, view.parsed.groups)
        if realisation.rule == "realis.was_scheduled" and not frame.apart:
            # X को Y से मिलना था: who was to meet at what was called off
            frame, realisation = replace(frame, is_weak=True), replace(realisation, realis="cancelled")
        elif realisation.realis in (None, "denied") or realisation.rule in _NOT_ASSERTED:
            return self._discard(trigger, frame.rule, realisation.rule)
        if not frame.apart:
            parties = self._parties(view, frame.roles, frame.needs_subject)
            if frame.same_parties:
                parties = [Party(key, "participant", span) for key, span in self.protagonist.pair]
            if realisation.rule == "realis.purpose" and self._is_delegation(parties):
                return self._discard(trigger, frame.rule, "a delegation on its way")
            if self._is_game(view, parties):
                return self._discard(trigger, frame.rule, "a game")
            if self._are_negotiations(view, parties):
                return self._discard(trigger, frame.rule, "negotiations of a treaty")
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
                parties = self._parties(view, (agents, ([one], "participant")), frame.needs_subject)
                near = argument if len(partners) > 1 else None
                yield self._candidate(view, frame, trigger, realisation, parties, near)

    def _is_game(self, view: View, parties: list[Party]) -> bool:
        """Is it told among words of sport (दोनों टीमों की पिछली भेंट), and none of the parties holds an office?"""
        if any(self.actors[party.key].role for party in parties):
            return False
        if self._sport is None:
            said = {token.key for sentence in self.document.sentences for token in sentence.tokens}
            self._sport = len(said & _SPORT) >= _GAME
        return self._sport and any(word.key in _SPORT for word in self._around(view.parsed.sentence))

    def _around(self, sentence: Sentence) -> list[Token]:
        near = self.document.sentences[max(0, sentence.number - 1) : sentence.number + 2]
        return [token for one in near for token in one.tokens]

    def _is_delegation(self, parties: list[Party]) -> bool:
        """X, Y और Z के साथ वार्ता के लिए … पहुंचे: all of one state, they go together."""
        codes = {self.actors[party.key].code for party in parties}
        return len(parties) >= 3 and len(codes) == 1 and None not in codes

    def _are_negotiations(self, view: View, parties: list[Party]) -> bool:
        """भारत और चिली ने समझौते पर बातचीत पूरी की: its text is ready, no encounter is told."""
        ready = any(view.key(i) in _COMPLETED for i in range(view.after, min(view.after + 3, view.high)))
        return view.kind == "talk" and ready and all(party.key in self.general for party in parties)

    def _is_internal(self, parties: list[Party]) -> bool:
        """An organisation and a person of the same state, or its parent: a session (मंत्रिमंडल की बैठक)."""
        actors = [self.actors[p.key] for p in parties]
        kinds = {a.kind for a in actors}
        return kinds in _ONE_HOUSE and len(actors) == 2 and actors[0].code == actors[1].code

    def _parties(
        self, view: View, roles: Iterable[tuple[Sequence[Argument], ParticipantRole]], needs_subject: bool
    ) -> list[Party]:
        """The parties that the roles name. ``needs_subject``: the first role acts, and may be dropped."""
        number = view.parsed.sentence.number
        named = [
            (n, member, role)
            for n, (some, role) in enumerate(roles)
            for argument in some
            for member in argument.members
        ]
        others = {member.key for n, member, _ in named if n}
        if needs_subject and any(n == 0 and self._is_behind(member.key, others) for n, member, _ in named):
            # सामिया के साथ वार्ता के बाद भारत और तंजानिया ने …: both sides; who met her was told before
            known = self.protagonist.at(number) is not None
            named = [row for row in named if row[0] or not (known or self._is_behind(row[1].key, others))]
        agents = {member.key for n, member, _ in named if not n}
        followed = self.protagonist.followed(number) if needs_subject else None
        found: dict[str, Party] = {}
        for n, member, role in named:
            key = member.key
            if n == 0 and member.kind == "pronoun" and followed is not None and followed[0] not in others:
                key = followed[0]  # उन्होंने Z से …: who met Y before, not Y
            elif n and member.kind == "pronoun" and followed is not None and followed[0] not in agents:
                key = followed[0]  # Z ने उनसे …
            elif n == 0 and member.kind == "pronoun" and key in self.general:
                key = self._speaker_for(key, number)
            if key in self.actors:
                found.setdefault(key, Party(key, role, member.span))
        parties = list(found.values())
        has_agent = any(n == 0 for n, _, _ in named)
        needs_subject = needs_subject and not any(w.key in _FIRST_PERSON for w in view.words[view.low : view.high])
        subject = self.protagonist.at(number, found) if needs_subject and (len(parties) == 1 or not has_agent) else None
        if subject is not None and parties:
            parties.insert(0, Party(subject[0], "participant", subject[1]))
        if len(parties) >= 2 and not view.parsed.sentence.is_headline:
            self.protagonist.pair = tuple((party.key, party.span) for party in parties)
        if needs_subject and len(parties) >= 2 and not view.parsed.sentence.is_headline:
            self.protagonist.met(parties[0].key, parties[0].span, frozenset(p.key for p in parties[1:]), number)
        return parties

    def _speaker_for(self, key: str, number: int) -> str:
        """The person followed, if he speaks for the state or body ``key`` (यूरोपीय संघ के अधिकारी … वह); else ``key``."""
        subject = self.protagonist.at(number)
        return subject[0] if subject is not None and self.actors[subject[0]].code == self.actors[key].code else key

    def _is_behind(self, key: str, others: set[str]) -> bool:
        """Is it the state of one of the others?"""
        if key not in self.general or key in others:
            return False
        return any(other in self.persons and self.actors[other].code == self.actors[key].code for other in others)

    def _candidate(
        self, view: View, frame: Frame, trigger: Span, realisation: Realisation, parties: list[Party],
        near: Argument | None,
    ) -> Candidate:  # fmt: skip
        words, sentence = view.words, view.parsed.sentence
        clause = Span(words[view.low].start, words[min(view.high, len(words)) - 1].end)
        status = _STATUS[realisation.realis or "happened"]
        when, of_context = self.dates.of_event(view, realisation, status, near)
        if not frame.is_bare:
            self.dates.goes_on(when, sentence.number)
        place = self.places.of_meeting(words, view.own, view.first, view.reach)
        channel, channel_span = channel_of(view, place)
        place_of_context = False
        people = frozenset(party.key for party in parties)
        if place is None and channel in ("in_person", "unknown") and not view.is_reported:
            place, place_of_context = self.places.before(sentence.number, words, view.own, people), True
            if channel == "unknown" and view.kind == "talk" and place is not None and self.places.are_at(place, people):
                channel, channel_span = "in_person", place.span
        if place is not None and channel == "in_person":
            self.places.goes_on(place, sentence.number, people)
        is_weak = frame.is_weak and not (
            status == "planned" and (when and not of_context or place and not place_of_context)
        )  # दोनों नेता जनवरी में बाली में चर्चा करेंगे: a meeting of its own
        is_again = any(word.key in _AGAIN for word in words[view.low : view.high])
        return Candidate(
            sentence, trigger, clause, frame.rule, parties, realisation, status, channel, channel_span, when,
            of_context, place, place_of_context, occasion_of(view), frame.is_bare, frame.adds, is_weak, is_again,
            any(view.key(i) in _NEXT for i in range(view.first - 3, view.first)),
            is_apart=any(word.key == _APART for word in words[view.low : view.high]), is_tentative=frame.is_tentative,
            asides=tuple(
                Evidence(role, member.key, member.span)
                for role, argument in asides(view) for member in argument.members if member.key not in people
            ),
        )  # fmt: skip

    # -- memory ----------------------------------------------------------------------------------------

    def _remember(self, parsed: Parsed) -> None:
        """The place of a sentence, and the person about whom the story goes: its agent."""
        people = frozenset(m.key for argument in parsed.arguments for m in argument.members if m.key in self.persons)
        words = parsed.words
        if parsed.sentence.is_headline:  # what stands behind the comma after a meeting is other news
            event = next((i for i, word in enumerate(words) if word.key in _STARTS), len(words))
            words = words[: next((i for i in range(event, len(words)) if words[i].text in ",;"), len(words))]
        self.places.pass_by(words, parsed.sentence.number, people)
        self.protagonist.pass_by(parsed)


def _pieces(sentence: Sentence) -> Iterator[Sentence]:
    """The sentence, or what a text without stops is cut into, so that reading stays linear."""
    words = sentence.tokens
    if len(words) <= _LONGEST:
        yield sentence
        return
    for i in range(0, len(words), _LONGEST):
        part = words[i : i + _LONGEST]
        yield Sentence(sentence.number, part[0].start, part[-1].end, part, sentence.is_headline)
