"""Who agreed what: agreements of an article, each once, with parties, name, kind, status and its history.

Every sentence that names an agreement or its signing is read by itself (``agreement_sentences``: the noun phrase by
``agreement_terms``, what is done to it by ``agreement_acts``, between whom by ``agreement_parties``, when by
``agreement_dates``); here the readings are joined into instruments by name, parties and reference (``इस समझौते``), and
each instrument's acts are put in order of time.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from rajnay.facts.actors import ActorReading
from rajnay.facts.agreement_acts import DESCRIBED
from rajnay.facts.agreement_dates import DateReader, as_context
from rajnay.facts.agreement_instruments import (
    BARE_FAMILY,
    Instrument,
    Mention,
    history,
    name_span,
    named_by,
    subject_of,
    telling,
)
from rajnay.facts.agreement_parties import EXPLICIT, MEETINGS, PartyReader
from rajnay.facts.agreement_places import PlaceReader
from rajnay.facts.agreement_scene import NEIGHBOURS, Scene
from rajnay.facts.agreement_sentences import SentenceReader
from rajnay.facts.agreement_terms import LEXICON
from rajnay.facts.attribution import read_attribution
from rajnay.facts.confidence import confidence
from rajnay.facts.document import Document
from rajnay.facts.model import (
    Agreement,
    AgreementKind,
    AgreementStatus,
    Discarded,
    Evidence,
    Meeting,
    Party,
    Span,
    StatusEvent,
)


@dataclass(frozen=True, slots=True)
class AgreementReading:
    """The agreements of an article, in the order in which it tells them, and the candidates that were none."""

    agreements: tuple[Agreement, ...]
    discarded: tuple[Discarded, ...]


_LENDERS = frozenset(LEXICON["lenders"]["codes"])
# Bounds that no article reaches and that keep a text of any size linear.
_MOST_MENTIONS = 40
_OPEN_INSTRUMENTS = 20
_CITED = frozenset(("agreement.agreed_participle", "agreement.verbless"))
_LEAD = 3
_TALKED = frozenset(("agreement.proposed", "agreement.discussed"))
# The acts that the year in a name can date: 1988 के समझौते were made, not left, in 1988.
_FOUNDING = frozenset(("agreed", "signed", "in_force"))


class _Reader:
    def __init__(self, document: Document, reading: ActorReading, meetings: Sequence[Meeting]) -> None:
        self.document = document
        self.who = PartyReader(reading.actors)
        self.scene = Scene(document, self.who, reading.phrases, meetings)
        self.dates = DateReader(self.scene)
        self.places = PlaceReader(self.scene)
        self.sentences = SentenceReader(self.scene, self.dates)
        self.instruments: list[Instrument] = []

    def read(self) -> AgreementReading:
        for sentence in self.document.sentences:
            for mention in self.sentences.mentions(sentence):
                self.place(mention)
        self.join_headlines()
        agreements = [a for a in map(self.agreement, self.instruments) if a is not None]
        return AgreementReading(tuple(agreements), tuple(self.sentences.discarded))

    def discard(self, span: Span, rule: str, reason: str) -> None:
        self.sentences.discard(span, rule, reason)

    def place(self, mention: Mention) -> None:
        """Join a mention to the instrument that it speaks of, or begin a new one."""
        open_ones = reversed(self.instruments[-_OPEN_INSTRUMENTS:])
        instrument = next((i for i in open_ones if self.fits(i, mention)), None)
        if instrument is None:
            reason = self.no_beginning(mention)
            if reason:
                self.discard(mention.span, "agreement.no_beginning", reason)
                return
            instrument = Instrument()
            self.instruments.append(instrument)
        if len(instrument.mentions) == _MOST_MENTIONS:
            return
        instrument.mentions.append(mention)
        head = mention.head
        if head is not None:
            if mention.is_named and head.content and not (instrument.content and head.is_anaphoric):
                first = instrument.mentions[0]
                if not instrument.content or (first.sentence.is_headline and not mention.sentence.is_headline):
                    instrument.content |= head.content
            instrument.aliases |= head.alias
            self.sentences.aliases |= head.alias

    def join_headlines(self) -> None:
        """A headline's agreement is the lead's in other words, where the lead tells one that it can be."""
        for told in [i for i in self.instruments if i.is_headline and not i.is_dormant]:
            mine = self.who.codes(told.main.parties) if told.main else frozenset()
            same = [
                i for i in self.instruments
                if not i.is_headline and i.main and i.mentions[0].sentence.number <= _LEAD
                and (not mine or mine in (self.who.codes(i.main.parties), self.who.states_behind(i.main.parties)))
                and (i.kind in BARE_FAMILY[told.kind] or told.kind in BARE_FAMILY[i.kind])
            ]  # fmt: skip
            if len(same) == 1:
                same[0].mentions[:0] = told.mentions
                self.instruments.remove(told)

    def no_beginning(self, mention: Mention) -> str | None:
        """Why a mention can't be the first of an agreement."""
        head = mention.head
        if head is None:
            return None if mention.rule == "agreement.undertaking" else "a signing without an agreement"
        if mention.act is DESCRIBED:
            return "says what an agreement is like, not that there is one"
        if head.is_weak and not head.content and (mention.act.status is None or not mention.is_explicit):
            return "nothing is done to it that is done to an agreement"
        if head.is_weak and mention.act.status == "proposed" and (mention.act.by_verb or mention.act.rule in _TALKED):
            return "a plan, not an agreement"
        return None

    def fits(self, instrument: Instrument, mention: Mention) -> bool:
        main = instrument.main
        mine = self.who.codes(main.parties) if main else frozenset()
        other = self.who.codes(mention.parties) if mention.is_explicit else frozenset()
        if mine and other and not (mine <= other or other <= mine):
            behind = self.who.states_behind(main.parties) if main else frozenset()
            if len(behind) < 2 or behind != self.who.states_behind(mention.parties):
                return False
        head = mention.head
        if head is None:
            if mention.rule == "agreement.undertaking":
                return False
            near = mention.sentence.number - instrument.mentions[-1].sentence.number <= NEIGHBOURS
            return bool(mine & other) if mine and other else near
        if head.alias & instrument.aliases:
            return True
        kind = instrument.kind
        if instrument.is_undertaking:
            return head.is_anaphoric and kind in BARE_FAMILY[head.kind]
        if kind == head.kind == "declaration" and head.word not in instrument.words:
            return False
        in_family = kind in BARE_FAMILY[head.kind] and not (instrument.is_dormant and kind != head.kind)
        if not (mention.is_named and head.content) or head.is_anaphoric or mention.act is DESCRIBED:
            if head.self_named:
                return kind == head.kind and (mine == other or not other or not mine)
            if not in_family:
                return False
            if head.count and head.count > 1 and not head.is_anaphoric:
                return self.is_bundle_of(instrument, mention, mine, other)
            partner = self.who.codes(mention.parties) if mention.rule == "agreement.with_default" else frozenset()
            return not mine or partner <= mine
        if mine and mention.rule == "agreement.with_default" and not self.who.codes(mention.parties) <= mine:
            return False
        if head.count and head.count > 1 and all(m.count != head.count for m in instrument.mentions):
            return False
        own, told = telling(head.content), telling(instrument.content)
        if told and len(own & told) >= 0.5 * min(len(own), len(told)):
            return kind == head.kind or in_family or head.kind in BARE_FAMILY[kind]
        first = instrument.mentions[0]
        same = bool(mine) and mine == other
        by_headline = not any(m.is_named and not m.sentence.is_headline for m in instrument.mentions)
        short = first.sentence.is_headline and not mention.sentence.is_headline and by_headline
        if short and mention.year is None:
            # The headline shortens the name that the lead gives in full.
            loose = not instrument.content and in_family
            return same and (kind == head.kind or loose)
        bare = not instrument.content and mention.year is None
        return bare and in_family and same and instrument is self.instruments[-1]

    def is_bundle_of(
        self, instrument: Instrument, mention: Mention, mine: frozenset[str], other: frozenset[str]
    ) -> bool:
        """Is a counted mention the instrument again: the same count, a part of it, the count of what had none?"""
        count = mention.head.count if mention.head else None
        counts = {m.count for m in instrument.mentions if m.count}
        if count is None or count in counts:
            return count is not None
        if counts:
            return count < max(counts) and not mention.act.cue
        plural = any(m.head and m.head.is_plural for m in instrument.mentions)
        return plural and not instrument.content and bool(mine) and mine == other

    def agreement(self, instrument: Instrument) -> Agreement | None:
        first = instrument.mentions[0]
        told = [m for m in instrument.mentions if m.act.status is not None]
        if self.is_summary(instrument):
            self.discard(first.span, "agreement.headline", "a headline's summary of agreements told apart in the text")
            return None
        if instrument.is_dormant:
            self.discard(first.span, "agreement.weak_word", "nothing is done to it that is done to an agreement")
            return None
        parties, rule = self.parties(instrument, told)
        if len(parties) < 2:
            self.discard(first.span, "agreement.one_party", "fewer than two known parties")
            return None
        if not told and not any(m.is_named for m in instrument.mentions):
            self.discard(first.span, "agreement.no_act", "an unnamed agreement of which nothing is told")
            return None
        denied = any(m.act.is_denied for m in instrument.mentions)
        if denied:
            told = [m for m in told if m.act.status != "signed"]
            if not told:
                self.discard(first.span, "agreement.denied", "said not to have been made")
                return None
        if instrument.kind == "declaration" and rule not in EXPLICIT and all(map(_is_cited, told)):
            self.discard(first.span, "agreement.cited", "a statement that is cited, of whom is not told")
            return None
        if self.is_commercial(instrument, parties):
            self.discard(first.span, "agreement.commercial", "a deal between companies, no government a party")
            return None
        for mention in told:
            if not mention.is_explicit:
                mention.parties = parties
            if mention.when is None and mention.act.status in _FOUNDING:
                mention.when = next((m.year for m in instrument.mentions if m.year), None)
            mention.when = mention.when or self.dates.scene_date(mention, self.approvals)
        self.date_signing(told)
        return self.build(instrument, parties, rule, history(told, self.document.published_on))

    def date_signing(self, told: Sequence[Mention]) -> None:
        """शुक्रवार को समझौता हो गया। इस पर … ने हस्ताक्षर किए: the signing of what was just told is of that day."""
        made: Mention | None = None
        for mention in told:
            if mention.act.status == "agreed" and mention.act.by_verb and mention.when:
                made = mention
            near = made is not None and mention.sentence.number - made.sentence.number <= NEIGHBOURS
            if made is not None and near and mention.act.status == "signed" and mention.when is None:
                mention.when = as_context(made.when)

    @property
    def approvals(self) -> list[Mention]:
        """The approvals told so far."""
        recent = self.instruments[-_OPEN_INSTRUMENTS:]
        return [m for i in recent for m in i.mentions if m.act.status == "approved"]

    def is_summary(self, instrument: Instrument) -> bool:
        """An unnamed agreement of the headline alone, when the text tells others between some of the same parties."""
        if not instrument.is_headline or any(m.is_named for m in instrument.mentions):
            return False
        main = instrument.main
        mine = self.who.codes(main.parties) if main else frozenset()
        others = [i.main for i in self.instruments if i is not instrument and i.main]
        return any(len(mine & self.who.codes(other.parties)) > 1 for other in others)

    def build(
        self,
        instrument: Instrument,
        parties: tuple[Party, ...],
        rule: str,
        history: list[tuple[StatusEvent, Mention]],
    ) -> Agreement:
        text = self.document.text
        event, main = history[-1] if history else (None, instrument.mentions[0])
        status: AgreementStatus = event.status if event else "agreed"
        when = main.when if event else None
        named = named_by(instrument)
        name = name_span(named)
        money = next((m.money for m in instrument.mentions if m.money), None)
        slots = [Evidence("party", party.key, party.span) for party in parties]
        if name:
            slots.append(Evidence("name", text[name.start : name.end], name))
        cue = main.act.span(main.parsed.words)
        if cue:
            slots.append(Evidence("status", status, cue))
        kind = self.kind(instrument, parties)
        head = next((m for m in instrument.mentions if m.head and m.head.kind == instrument.kind), None)
        if head and head.head:
            words = head.parsed.words
            slots.append(Evidence("kind", kind, Span(words[head.head.start].start, words[head.head.end - 1].end)))
        if when and when.start:
            slots.append(Evidence("date", when.start, when.span))
        if money:
            slots.append(Evidence("amount", f"{money.amount:.0f}", money.span))
        where = self.places.where(main) if event else None
        if where:
            slots.append(where)
        attribution = read_attribution(main.sentence, cue or main.span)
        return Agreement(
            parties=parties,
            name=text[name.start : name.end] if name else None,
            kind=kind,
            status=status,
            realis=main.act.realis,
            date=when.start if when else None,
            date_precision=when.precision if when else "unknown",
            date_source=when.source if when else "none",
            history=tuple(event for event, _ in history),
            subject=subject_of(text, named),
            amount=money.amount if money else None,
            currency=money.currency if money else None,
            count=next((m.count for m in instrument.mentions if m.count), None) or 1,
            place=where.value if where else None,
            attribution=attribution,
            evidence=main.span,
            slots=tuple(slots),
            mentions=tuple(dict.fromkeys(m.span for m in instrument.mentions)),
            rule=rule,
            confidence=confidence("agreements", rule=rule, realis=main.act.realis, attribution=attribution.kind),
        )

    def parties(self, instrument: Instrument, told: Sequence[Mention]) -> tuple[tuple[Party, ...], str]:
        """The parties that the mentions tell; where none tells both, those of the meeting at which it was made."""
        main = instrument.main
        if main is not None and main.parties:
            mine = self.who.codes(main.parties)
            fuller = [
                m.parties for m in instrument.mentions
                if m.is_explicit and m.head and not m.sentence.is_headline and self.who.codes(m.parties) > mine
            ]  # fmt: skip
            return self.who.settled(self.who.merge(main.parties, *fuller)), main.rule
        for mention in told:
            start = mention.head.phrase if mention.head else (mention.act.cue or (0, 0))[0]
            if self.who.has_unknown(mention.parsed, start) or mention.act.rule == "agreement.proposed":
                continue
            known = self.who.codes(mention.parties) if mention.rule == "agreement.with_default" else frozenset()
            for meeting in self.scene.nearby(mention):
                present = self.who.of_keys((p.key, p.span) for p in meeting.participants)
                if len(present) > 1 and known <= self.who.codes(present):
                    return present, "agreement.meeting"
            one = self.who.codes(mention.parties) if mention.rule == "agreement.one_side" else known
            strong = mention.head is None or not mention.head.is_weak or mention.act.status == "signed"
            pair = self.scene.only_states(2) if mention.act.is_reference else self.scene.sides(mention, 2, known)
            if strong and pair and one <= self.who.codes(pair):
                return pair, "agreement.sides"
        partial = [m.parties for m in instrument.mentions if m.rule == "agreement.with_default"]
        sides = [m.parties for m in told if m.rule == "agreement.one_side"]
        if partial and len(merged := self.who.merge(*partial[:1], *sides)) > 1:
            return merged, "agreement.with_default"
        return (partial or sides or [()])[0], "agreement.one_side"

    def kind(self, instrument: Instrument, parties: Sequence[Party]) -> AgreementKind:
        lent = instrument.kind == "agreement" and not _LENDERS.isdisjoint(self.who.codes(parties))
        return "contract" if lent else instrument.kind

    def is_commercial(self, instrument: Instrument, parties: Sequence[Party]) -> bool:
        kinds = {self.who.actors[party.key].kind for party in parties}
        named = any(m.is_named and m.head and m.head.kind != "contract" for m in instrument.mentions)
        kinds_of_sale = ("agreement", "contract")
        return kinds == {"body"} and (instrument.is_undertaking or (instrument.kind in kinds_of_sale and not named))


def _is_cited(mention: Mention) -> bool:
    """तब जारी बयान में: a statement cited without those who made it, nor the meeting that they made it at."""
    return mention.act.rule in _CITED and all(token.key not in MEETINGS for token in mention.parsed.words)


def read_agreements(document: Document, reading: ActorReading, meetings: Sequence[Meeting]) -> AgreementReading:
    """The agreements that ``document`` tells of, by the actors of ``reading`` and the meetings found before.

    Never raises on any text; without two known parties there is no agreement.
    """
    return _Reader(document, reading, meetings).read()
