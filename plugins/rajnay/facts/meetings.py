"""Who met whom: one object a real meeting, however many sentences tell it.

``rajnay.facts.meetings_found`` reads candidates sentence by sentence; here those that tell the same meeting are joined:
equal parties (a state stands for its minister), and nothing that speaks against it in status, channel, day or place.
A bare mention (इस बैठक में) joins the last meeting told.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from rajnay.facts.actors import ActorReading
from rajnay.facts.attribution import read_attribution
from rajnay.facts.confidence import confidence
from rajnay.facts.document import Document
from rajnay.facts.meetings_found import Candidate, Finder, Party
from rajnay.facts.model import (
    Channel,
    Discarded,
    Evidence,
    Meeting,
    MeetingStatus,
    Participant,
    ResolvedDate,
    Span,
)
from rajnay.facts.places import Place
from rajnay.facts.topics import read_topics

# A bare mention belongs to a meeting told at most so many sentences before; one that names those who came, fewer.
_REACH, _REACH_ADDING = 6, 3
# Before or for which something else is done: it may well be told as held, too (Y से मिलने पहुंचे).
_AIMS = frozenset(("realis.before", "realis.purpose"))
# The event's own predicate says that it is to come.
_AHEAD = frozenset(f"realis.{name}" for name in ("future", "obligation", "scheduled", "about_to"))
_SUMS, _MOST_SUMMED = frozenset(("meeting.ne_se", "meeting.with")), 8
_ATTENDED = frozenset(("meeting.attended", "meeting.attendance"))
_RECENT = 50  # events that a candidate is compared with; more no article tells


@dataclass(frozen=True, slots=True)
class MeetingReading:
    """The meetings of an article, in the order in which it tells them, and the candidates that are none."""

    meetings: tuple[Meeting, ...]
    discarded: tuple[Discarded, ...]


def read_meetings(document: Document, reading: ActorReading) -> MeetingReading:
    """Read who met whom in ``document``, given its actors and their phrases."""
    finder = Finder(document, reading)
    story = _Story(document, finder)
    for candidate in finder.candidates():
        story.tell(candidate)
    meetings = tuple(story.meetings())
    return MeetingReading(meetings, tuple(sorted(finder.discarded, key=lambda found: found.span)))


@dataclass(slots=True)
class _Event:
    """A meeting while the article is being read: its tellings and what they say together."""

    status: MeetingStatus
    channel: Channel = "unknown"
    channel_span: Span | None = None
    parties: list[Party] = field(default_factory=list)
    date: ResolvedDate | None = None
    date_is_context: bool = False
    place: Place | None = None
    place_is_context: bool = False
    tellings: list[Candidate] = field(default_factory=list)


class _Story:
    """Joins candidates into meetings, in text order."""

    def __init__(self, document: Document, finder: Finder) -> None:
        self.document, self.finder, self.actors = document, finder, finder.actors
        self.events: list[_Event] = []
        self.last: _Event | None = None

    def tell(self, candidate: Candidate) -> None:
        """Takes in one candidate: as a new telling of a known meeting, or as a new meeting."""
        parties = self._most_specific(candidate.parties)
        if candidate.is_bare and (told := self._bare(candidate)) is not None and self._goes_on_later(told, candidate):
            parties = [Party(p.key, "participant", p.span) for p in told.parties]
            candidate = replace(candidate, rule="meeting.next", parties=parties, is_bare=False)
        event = self._bare(candidate) if candidate.is_bare else self._known(candidate, parties)
        if event is None:
            if not parties or candidate.is_weak or candidate.is_bare and not candidate.adds:
                return
            event = _Event(candidate.status, candidate.channel, candidate.channel_span)
            self.events.append(event)
        self._absorb(event, candidate, parties)
        self.last = event

    # -- whose parties are the same --------------------------------------------------------------------

    def _is_general(self, key: str) -> bool:
        return key in self.finder.general

    def _is_person(self, key: str) -> bool:
        actor = self.actors.get(key)
        return actor is not None and actor.kind == "person"

    def _same(self, a: str, b: str) -> bool:
        """The same party, or a state (or IGO) and one who speaks for it."""
        if a == b:
            return True
        if not (self._is_general(a) or self._is_general(b)):
            return False
        code = self.actors[a].code
        return code is not None and code == self.actors[b].code

    def _most_specific(self, parties: list[Party]) -> list[Party]:
        """Without a state or organisation beside a person who speaks for it."""
        return [
            p
            for p in parties
            if not (
                self._is_general(p.key) and any(self._is_person(q.key) and self._same(p.key, q.key) for q in parties)
            )
        ]

    def _covers(self, few: list[Party], many: list[Party]) -> bool:
        """Has each of ``few`` its own match among ``many``?"""
        left = [p.key for p in many]
        for party in sorted(few, key=lambda p: self._is_general(p.key)):
            hit = party.key if party.key in left else next((k for k in left if self._same(k, party.key)), None)
            if hit is None:
                return False
            left.remove(hit)
        return True

    # -- matching --------------------------------------------------------------------------------------

    def _bare(self, candidate: Candidate) -> _Event | None:
        """The meeting that a mention without parties of its own takes up."""
        if self.last is None:
            return None
        gap = candidate.sentence.number - self.last.tellings[-1].sentence.number
        return self.last if gap <= (_REACH_ADDING if candidate.adds else _REACH) else None

    def _goes_on_later(self, told: _Event, candidate: Candidate) -> bool:
        """अगली बैठक मई में होगी, वार्ता कल भी जारी रहेगी: another one of the same parties, on its own day."""
        if candidate.realisation.rule not in _AHEAD or told.status != "held" or candidate.sentence.is_headline:
            return False
        day = None if candidate.date_is_context or candidate.date is None else candidate.date.start
        place = None if candidate.place_is_context else candidate.place
        if candidate.is_next:
            return day is not None or place is not None
        known = told.date.start if told.date is not None else None
        return day is not None and known is not None and day > known

    def _known(self, candidate: Candidate, parties: list[Party]) -> _Event | None:
        for event in reversed(self.events[-_RECENT:]):
            if candidate.is_again and not self._may_be_again(event, candidate):
                continue
            if self._agree(event, candidate) and self._match(event, candidate, parties):
                return event
        return None

    def _may_be_again(self, event: _Event, candidate: Candidate) -> bool:
        """A second meeting (फिर मिले) can be one known already only if that was told as the second, or has its day."""
        if all(telling.sentence.is_headline or telling.is_again for telling in event.tellings):
            return True
        return bool(event.date and candidate.date and event.date.start == candidate.date.start)

    def _match(self, event: _Event, candidate: Candidate, parties: list[Party]) -> bool:
        known = event.parties
        if len(parties) == len(known):
            return self._covers(parties, known)
        few, many = sorted((parties, known), key=len)
        if len(few) >= 2:
            headline = candidate.sentence.is_headline or all(t.sentence.is_headline for t in event.tellings)
            return (headline or candidate.is_weak) and self._covers(few, many)
        gap = candidate.sentence.number - event.tellings[-1].sentence.number
        return candidate.adds and few is known and len(few) == 1 and gap <= 1 and self._covers(few, many)

    def _agree(self, event: _Event, candidate: Candidate) -> bool:
        """Does nothing that both say differ?"""
        if candidate.status != event.status and candidate.is_weak and candidate.status == "cancelled":
            return False
        aimed = candidate.realisation.rule in _AIMS or all(t.realisation.rule in _AIMS for t in event.tellings)
        if (
            candidate.status != event.status
            and not candidate.is_weak
            and not (aimed and {candidate.status, event.status} == {"planned", "held"})
        ):
            gap = candidate.sentence.number - event.tellings[-1].sentence.number
            called_off = candidate.status == "cancelled" and event.status == "planned"
            if not called_off and not (candidate.status == "planned" and event.status == "cancelled" and gap <= 1):
                return False
        a = None if event.date_is_context else event.date
        b = None if candidate.date_is_context else candidate.date
        if a and b and a.start and b.start and not (a.start.startswith(b.start) or b.start.startswith(a.start)):
            return False
        here = None if event.place_is_context else event.place
        there = None if candidate.place_is_context else candidate.place
        if here and there and here.is_state == there.is_state and not _may_be_one(here.key, there.key):
            return False
        return len({event.channel, candidate.channel} - {"unknown"}) < 2

    # -- taking in -------------------------------------------------------------------------------------

    def _absorb(self, event: _Event, candidate: Candidate, parties: list[Party]) -> None:
        event.tellings.append(candidate)
        self._join_parties(event, candidate, parties)
        if not candidate.is_bare and candidate.status == "cancelled":
            event.status = "cancelled"
        elif (
            event.status == "planned" and candidate.status == "held" and not candidate.is_bare and not candidate.is_weak
        ):
            event.status = "held"  # what one had come for took place
        self._join_date(event, candidate)
        place = candidate.place
        own_place = place is not None and not candidate.place_is_context
        closer = (
            own_place and place is not None and event.place is not None and event.place.is_state and not place.is_state
        )
        if event.place is None or own_place and event.place_is_context or closer:
            event.place, event.place_is_context = candidate.place, candidate.place_is_context
        # What a bare mention of talks is called says nothing of the channel.
        says_channel = candidate.channel != "unknown" and not (candidate.is_bare and candidate.channel == "in_person")
        if event.channel == "unknown" and says_channel:
            event.channel, event.channel_span = candidate.channel, candidate.channel_span

    def _join_date(self, event: _Event, candidate: Candidate) -> None:
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

    def _join_parties(self, event: _Event, candidate: Candidate, parties: list[Party]) -> None:
        if len(event.tellings) == 1:  # named together, they are not one (यमन सरकार और हूती)
            event.parties = [Party(p.key, p.role, p.span) for p in parties]
            return
        told_by_headline = all(t.sentence.is_headline for t in event.tellings[:-1])
        if told_by_headline and not candidate.sentence.is_headline and len(parties) >= 2:
            event.parties = parties  # the report is fuller than its headline, which may sum up several meetings
            return
        adding = candidate.adds or len(event.parties) < 2
        for party in parties:
            known = next((p for p in event.parties if p.key == party.key), None)
            if known is not None:
                known.role = party.role if known.role == "participant" else known.role
                continue
            vague = next((p for p in event.parties if self._is_general(p.key) and self._same(p.key, party.key)), None)
            if vague is not None:
                event.parties[event.parties.index(vague)] = party
            elif adding and not (
                self._is_general(party.key) and any(self._same(p.key, party.key) for p in event.parties)
            ):
                event.parties.append(Party(party.key, party.role, party.span))

    # -- giving out ------------------------------------------------------------------------------------

    def meetings(self) -> Iterator[Meeting]:
        """The meetings with at least two parties, in the order in which they were first told."""
        for event in self.events:
            parties = self._most_specific(event.parties)
            told_alone = self._told_alone(event, parties)
            if len(told_alone) >= len(parties) - 1 > 0:
                continue
            if all(telling.is_tentative for telling in event.tellings):
                first = event.tellings[0]
                self.finder.discarded.append(Discarded("meeting", first.trigger, first.rule, "no talks are told"))
                continue
            parties = [party for party in parties if party not in told_alone]
            parties = self._who_attended(event, parties)
            if len(parties) >= 2:
                yield self._meeting(event, parties)
            else:
                first = event.tellings[0]
                self.finder.discarded.append(
                    Discarded("meeting", first.trigger, first.rule, "no two identified parties")
                )

    def _who_attended(self, event: _Event, parties: list[Party]) -> list[Party]:
        """Without the organisation whose meeting it was, where several persons are told to have come to it."""
        if all(telling.rule not in _ATTENDED for telling in event.tellings):
            return parties
        people = [party for party in parties if self._is_person(party.key)]
        return [p for p in parties if self.actors[p.key].kind != "igo"] if len(people) >= 2 else parties

    def _told_alone(self, event: _Event, parties: list[Party]) -> list[Party]:
        """Those of a meeting that sums up others (A ने B और C से बैठकें कीं) whom A is told to have met by themselves.

        What the sum says of day and place goes to their meetings.
        """
        if not 3 <= len(parties) <= _MOST_SUMMED or all(t.rule not in _SUMS for t in event.tellings):
            return []
        found = []
        for party in parties[1:]:
            pair = [parties[0], party]
            alone = next(
                (e for e in self.events if len(e.parties) == 2 and e.status == event.status
                 and e.tellings[0].sentence.number > event.tellings[0].sentence.number
                 and not any(t.is_apart for t in e.tellings) and self._covers(pair, e.parties)), None,
            )  # fmt: skip
            if alone is not None:
                found.append(party)
                self._hand_down(event, alone)
        return found

    def _hand_down(self, event: _Event, part: _Event) -> None:
        if part.date is None or part.date.start is None or part.date_is_context and not event.date_is_context:
            part.date, part.date_is_context = event.date, True
        if part.place is None or part.place_is_context and not event.place_is_context:
            part.place, part.place_is_context = event.place, True

    def _meeting(self, event: _Event, parties: list[Party]) -> Meeting:
        text = self.document.text
        best = max(
            event.tellings,
            key=lambda t: (
                not t.is_bare,
                not t.is_tentative,
                not t.sentence.is_headline,
                len(t.parties),
                t.date is not None and not t.date_is_context,
            ),
        )
        when = event.date if event.date is not None and event.date.start is not None else None
        # Where the story is at that time is the place of who sat there, not of a call.
        place = event.place if event.channel == "in_person" or not event.place_is_context else None
        if place is None and event.channel == "in_person":
            people = frozenset(party.key for party in parties)
            place = self.finder.places.after(event.tellings[-1].sentence.number, people)
        occasion = next((t.occasion for t in event.tellings if t.occasion), None)
        slots = [Evidence("participant", p.key, p.span) for p in parties]
        slots.append(Evidence("status", event.status, best.realisation.span or best.trigger))
        if when is not None:
            slots.append(Evidence("date", when.start or "", when.span))
        if place is not None:
            slots.append(Evidence("place", place.name, place.span))
        if event.channel_span is not None:
            slots.append(Evidence("channel", event.channel, event.channel_span))
        if occasion is not None:
            slots.append(Evidence("occasion", text[occasion.start : occasion.end], occasion))
        slots += dict.fromkeys(aside for telling in event.tellings for aside in telling.asides)
        attribution = read_attribution(best.sentence, best.trigger)
        return Meeting(
            participants=tuple(Participant(p.key, p.role, p.span) for p in parties),
            status=event.status,
            realis=best.realisation.realis or "happened",
            channel=event.channel,
            date=when.start if when else None,
            date_end=when.end if when and when.end != when.start else None,
            date_precision=when.precision if when else "unknown",
            date_source=("context" if event.date_is_context else when.source) if when else "none",
            place=place.name if place else None,
            occasion=text[occasion.start : occasion.end] if occasion else None,
            topics=read_topics(word for telling in event.tellings for word in telling.sentence.tokens),
            attribution=attribution,
            evidence=best.clause,
            slots=tuple(slots),
            mentions=tuple(dict.fromkeys(Span(t.sentence.start, t.sentence.end) for t in event.tellings)),
            rule=best.rule,
            confidence=confidence(
                "meetings", rule=best.rule, realis=best.realisation.realis, attribution=attribution.kind
            ),
        )


def _may_be_one(a: str, b: str) -> bool:
    """दिल्ली, नई दिल्ली."""
    return a.endswith(b) or b.endswith(a)
