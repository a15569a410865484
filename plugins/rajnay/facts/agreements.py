"""Who agreed what: agreements of an article, each once, with parties, name, kind, status and its history.

Every sentence that names an agreement or its signing is read by itself (``agreement_terms``: the noun phrase,
``agreement_acts``: what is done to it, ``agreement_parties``: between whom); the readings are then joined into
instruments by name, parties and reference (``इस समझौते``), and each instrument's acts are put in order of time.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Protocol

from rajnay.facts.agreement_acts import SIGN_KEYS, SPOKEN_OF, Act, clause_end, read_act
from rajnay.facts.agreement_parties import Chain, PartyReader, chains
from rajnay.facts.agreement_terms import HEAD_KEYS, LEXICON, Head, find_heads, key_set
from rajnay.facts.dates import find_dates
from rajnay.facts.document import Document
from rajnay.facts.model import (
    Actor,
    Agreement,
    AgreementKind,
    AgreementStatus,
    Attribution,
    Discarded,
    Evidence,
    Meeting,
    Party,
    Phrase,
    ResolvedDate,
    Span,
    StatusEvent,
)
from rajnay.facts.money import Money, find_money
from rajnay.facts.realis import Tense, read_realis
from rajnay.text.tokens import Sentence, Token


class Reading(Protocol):
    """What is needed of ``rajnay.facts.actors.ActorReading``."""

    @property
    def actors(self) -> tuple[Actor, ...]: ...
    @property
    def phrases(self) -> tuple[Phrase, ...]: ...


@dataclass(frozen=True, slots=True)
class AgreementReading:
    """The agreements of an article, in the order in which it tells them, and the candidates that were none."""

    agreements: tuple[Agreement, ...]
    discarded: tuple[Discarded, ...]


_UNDERTAKINGS = key_set(LEXICON["undertakings"]["words"])
_AGREE = key_set(LEXICON["undertakings"]["agree"])
_VAGUE = key_set(LEXICON["undertakings"]["vague"])
_SPORTS = key_set(LEXICON["traps"]["sports"])
_COMPROMISE = key_set(LEXICON["traps"]["compromise"])
_AND = key_set(("और", "तथा", "एवं", "व"))
_CASES = key_set(("ने", "को", "से", "में", "पर", "के", "का", "की"))
_TRIGGERS = HEAD_KEYS | SIGN_KEYS | _AGREE
_CONFIDENCE: dict[str, float] = LEXICON["confidence"]
_NEIGHBOURS = 3
# An agreement's life, in the order in which undated acts follow each other.
_LIFE: dict[AgreementStatus, int] = {
    status: rank for rank, status in enumerate(("proposed", "agreed", "approved", "signed", "in_force", "ended"))
}  # type: ignore[assignment]
_BARE_FAMILY: dict[AgreementKind, frozenset[AgreementKind]] = {
    "agreement": frozenset(("agreement", "treaty", "mou", "contract", "partnership", "other", "ceasefire")),
    "treaty": frozenset(("treaty", "agreement")),
    "mou": frozenset(("mou", "agreement")),
    "partnership": frozenset(("partnership", "agreement")),
    "declaration": frozenset(("declaration",)),
    "contract": frozenset(("contract", "agreement")),
    "ceasefire": frozenset(("ceasefire", "agreement")),
    "other": frozenset(("other", "agreement", "mou", "treaty", "declaration", "contract", "partnership")),
}


@dataclass(slots=True)
class _Mention:
    """One sentence's word on one agreement."""

    sentence: Sentence
    head: Head | None
    act: Act
    parties: tuple[Party, ...]
    rule: str
    when: ResolvedDate | None
    year: ResolvedDate | None
    money: Money | None
    count: int | None
    is_bundle: bool = False

    @property
    def span(self) -> Span:
        return Span(self.sentence.start, self.sentence.end)

    @property
    def is_named(self) -> bool:
        return self.head is not None and self.head.name is not None and not self.is_bundle


@dataclass(slots=True)
class _Instrument:
    """The mentions of one agreement."""

    mentions: list[_Mention] = field(default_factory=list)
    parties: tuple[Party, ...] = ()
    rule: str = ""
    content: frozenset[str] = frozenset()
    kind: AgreementKind | None = None
    is_named: bool = False


class _Reader:
    def __init__(self, document: Document, reading: Reading, meetings: Sequence[Meeting]) -> None:
        self.document = document
        self.meetings = meetings
        self.who = PartyReader(reading.actors)
        self.by_sentence = _phrases_by_sentence(document.sentences, reading.phrases)
        self.discarded: list[Discarded] = []
        self.instruments: list[_Instrument] = []

    def read(self) -> AgreementReading:
        for sentence in self.document.sentences:
            if not any(token.key in _TRIGGERS for token in sentence.tokens):
                continue
            for mention in self.mentions(sentence):
                self.place(mention)
        agreements = [a for a in map(self.agreement, self.instruments) if a is not None]
        return AgreementReading(tuple(agreements), tuple(self.discarded))

    def discard(self, span: Span, rule: str, reason: str) -> None:
        self.discarded.append(Discarded("agreement", span, rule, reason))

    # -- one sentence --------------------------------------------------------------------------------------------

    def mentions(self, sentence: Sentence) -> list[_Mention]:
        words = sentence.tokens
        found = chains(sentence, self.by_sentence.get(sentence.number, ()))
        heads = find_heads(words, self.blocked(found))
        if not heads:
            signing = self.signing(sentence, found)
            undertaking = None if signing else self.undertaking(sentence, found)
            return [m for m in (signing, undertaking) if m]
        acts = self.acts(sentence, heads)
        mentions: list[_Mention] = []
        for n, (head, act) in enumerate(zip(heads, acts, strict=True)):
            span = Span(words[head.phrase].start, words[head.end - 1].end)
            if head.is_weak and (act.status is None or act.rule in ("agreement.reference",)) and not head.is_anaphoric:
                if not head.content:
                    self.discard(span, "agreement.weak_word", "nothing is done to it that is done to an agreement")
                    continue
                act = SPOKEN_OF
            if self.is_trap(sentence, head, found):
                self.discard(span, "agreement.trap", "a compromise, a player's or a film's contract")
                continue
            left = heads[n - 1].end if n else 0
            right = heads[n + 1].phrase if n + 1 < len(heads) else len(words)
            first = min(head.phrase, head.name if head.name is not None else head.phrase)
            parties, rule = self.who.read(found, (first, head.end), left, right, act.status == "approved")
            mentions.append(
                _Mention(
                    sentence, head, act, parties, rule, self.when(sentence, head, act), self.year(sentence, head),
                    self.money(words, head), head.count,
                )
            )  # fmt: skip
        return self.bundled(words, mentions)

    def acts(self, sentence: Sentence, heads: Sequence[Head]) -> list[Act]:
        """The act on each head; one that has none shares that of the next head it is coordinated with."""
        words = sentence.tokens
        limits = [following.phrase for following in heads[1:]] + [len(words)]
        acts = [read_act(self.document, sentence, head, limit) for head, limit in zip(heads, limits, strict=True)]
        for n in range(len(heads) - 2, -1, -1):
            gap = words[heads[n].after : heads[n + 1].start]
            joined = any(token.key in _AND or token.text == "," for token in gap[:2])
            if joined and acts[n].status is None and acts[n + 1].status is not None:
                acts[n] = acts[n + 1]
        return acts

    def blocked(self, found: Sequence[Chain]) -> frozenset[int]:
        """Tokens that no agreement's name may hold: parties, but not a body inside the name (संयुक्त राष्ट्र मुख्यालय समझौता)."""
        inside = {
            chain.start
            for chain in found
            if chain.marker == "bare" and len(chain.phrases) == 1
            and all(self.who.actors[k].kind in ("igo", "body") for k in chain.keys if k in self.who.actors)
        }  # fmt: skip
        return frozenset(i for chain in found if chain.start not in inside for i in range(chain.start, chain.end))

    def is_trap(self, sentence: Sentence, head: Head, found: Sequence[Chain]) -> bool:
        words = sentence.tokens
        if head.kind in ("agreement", "contract") and any(token.key in _SPORTS for token in words):
            return not any(chain.marker in ("between", "with") for chain in found)
        before = words[head.phrase - 1].key if head.phrase else ""
        bare = not head.content and head.kind == "agreement" and not head.is_anaphoric
        if bare and before in _COMPROMISE:
            # किसी चीज से समझौता: a compromise, unless a party stands before से or साथ.
            return not any(chain.marker in ("from", "with") and head.phrase - chain.end <= 3 for chain in found)
        return False

    def signing(self, sentence: Sentence, found: Sequence[Chain]) -> _Mention | None:
        """A signing whose agreement another sentence names."""
        words = sentence.tokens
        at = next((i for i, token in enumerate(words) if token.key in SIGN_KEYS), None)
        if at is None or not self.instruments:
            return None
        trigger = Span(words[at].start, words[at].end)
        read = read_realis(self.document, sentence, trigger)
        if read.realis in (None, "denied", "cancelled", "postponed"):
            return None
        expected = read.realis in ("planned", "conditional")
        act = Act(
            "proposed" if expected else "signed", read.realis or "happened", read.tense, (at, at + 1), "agreement.signing"
        )
        parties, rule = self.who.read(found, (at, at + 1), 0, len(words), False)
        if rule == "agreement.one_side":
            parties = ()
        return _Mention(sentence, None, act, parties, rule, self.when(sentence, None, act), None, None, None)

    def undertaking(self, sentence: Sentence, found: Sequence[Chain]) -> _Mention | None:
        """A concrete joint undertaking without an instrument: … स्थापित करने पर सहमत हुए."""
        words = sentence.tokens
        at = next((i for i, token in enumerate(words) if token.key in _AGREE), None)
        if at is None:
            return None
        span = Span(words[at].start, words[at].end)
        concrete = any(token.key in _UNDERTAKINGS for token in words)
        if not concrete or any(token.key in _VAGUE for token in words):
            self.discard(span, "agreement.opinion", "agreed in opinion or intention, nothing concrete undertaken")
            return None
        parties = self.who.parties([c for c in found if c.marker in ("agent", "bare") and c.end <= at][-1:])
        if len(parties) < 2:
            parties, _ = self.who.read(found, (at, at + 1), 0, len(words), False)
        if len(parties) < 2:
            self.discard(span, "agreement.one_party", "an undertaking with one known party")
            return None
        read = read_realis(self.document, sentence, span)
        if read.realis not in ("happened", "ongoing", "historical"):
            self.discard(span, "agreement.not_asserted", "the undertaking is not told as a fact")
            return None
        act = Act("agreed", read.realis, read.tense, (at, at + 1), "agreement.undertaking")
        return _Mention(
            sentence, None, act, parties, "agreement.undertaking", self.when(sentence, None, act), None, None, None
        )

    def when(self, sentence: Sentence, head: Head | None, act: Act) -> ResolvedDate | None:
        """The date of the act: the nearest before its cue in its clause, else in the sentence."""
        words = sentence.tokens
        tense: Tense = act.tense or "past"
        found = [
            d
            for d in find_dates(self.document.text, sentence.start, sentence.end, self.document.published_on, tense)
            if d.rule not in ("date.until", "date.since") and d.start and not self.names_year(words, head, d)
        ]
        if not found:
            return None
        at = act.cue[0] if act.cue else (head.start if head else 0)
        cue = words[at].start if at < len(words) else sentence.end
        first = words[head.phrase].start if head else cue
        stop = clause_end(words, at)
        end = words[stop - 1].end
        before = [d for d in found if d.span.end <= max(first, cue)]
        after = [d for d in found if d.span.start >= cue and d.span.end <= end]
        inside = [d for d in before if d.span.start >= self.clause_start(words, at)]
        for choice in (inside[-1:], after[:1], before[-1:]):
            if choice:
                return choice[0]
        return found[0] if sentence.is_headline else None

    def clause_start(self, words: Sequence[Token], at: int) -> int:
        marks = [i for i in range(at) if words[i].text in ",;" or words[i].text == "।"]
        return words[marks[-1]].start if marks else words[0].start

    def names_year(self, words: Sequence[Token], head: Head | None, found: ResolvedDate) -> bool:
        return bool(head and head.year is not None and found.span.start <= words[head.year].start < found.span.end)

    def year(self, sentence: Sentence, head: Head) -> ResolvedDate | None:
        """The year that is part of the agreement's name: 1991 के … घोषणापत्र."""
        if head.year is None:
            return None
        token = sentence.tokens[head.year]
        return ResolvedDate(Span(token.start, token.end), token.key, token.key, "year", "explicit", "date.year")

    def money(self, words: Sequence[Token], head: Head) -> Money | None:
        found = find_money(words[max(head.start - 14, 0) : head.start])
        return found[-1] if found else None

    def bundled(self, words: Sequence[Token], mentions: list[_Mention]) -> list[_Mention]:
        """पाँच समझौते और दो आशय पत्र: counted heads under one act are one bundle."""
        for first, second in pairwise(list(mentions)):
            if first.head is None or second.head is None or not (first.count and second.count):
                continue
            gap = words[first.head.after : second.head.phrase]
            if first.act == second.act and len(gap) <= 3 and any(t.key in _AND or t.text == "," for t in gap):
                second.count += first.count
                second.is_bundle = True
                second.parties = second.parties if len(second.parties) > 1 else first.parties
                second.rule = second.rule if len(second.parties) > 1 else first.rule
                mentions.remove(first)
        return mentions

    # -- many sentences ------------------------------------------------------------------------------------------

    def place(self, mention: _Mention) -> None:
        """Join a mention to the instrument that it speaks of, or begin a new one."""
        best: _Instrument | None = None
        for instrument in reversed(self.instruments):
            if self.fits(instrument, mention):
                best = instrument
                break
        if best is None:
            if mention.head is None and mention.rule != "agreement.undertaking":
                return
            best = _Instrument()
            self.instruments.append(best)
        best.mentions.append(mention)
        merged = self.who.merge(best.parties, mention.parties) if best.parties else mention.parties
        if len(mention.parties) > 1 and len(best.parties) < 2 or not best.rule:
            best.rule = mention.rule
        best.parties = merged if len(best.parties) < 2 or not best.mentions else best.parties
        if mention.head is not None:
            if mention.is_named:
                best.content = best.content or mention.head.content
                best.is_named = True
            if best.kind is None or (mention.is_named and best.kind == "agreement"):
                best.kind = mention.head.kind

    def fits(self, instrument: _Instrument, mention: _Mention) -> bool:
        mine = {self.who.code(party.key) for party in instrument.parties}
        other = {self.who.code(party.key) for party in mention.parties}
        if len(mine) > 1 and len(other) > 1 and not (mine <= other or other <= mine):
            return False
        if len(mine) > 1 and len(other) == 1 and not other <= mine:
            return False
        if mention.head is None:
            return mention.rule != "agreement.undertaking" and (not other or bool(mine & other))
        kind = instrument.kind or "agreement"
        head = mention.head
        if head.is_anaphoric or not (mention.is_named and head.content):
            family = kind in _BARE_FAMILY[head.kind]
            if head.self_named and kind == head.kind:
                return True
            if not family:
                return False
            if head.count and head.count > 1 and not head.is_anaphoric:
                return any(m.count == head.count for m in instrument.mentions)
            return not head.content or bool(head.content & instrument.content) or head.is_anaphoric
        if not instrument.content:
            same_parties = len(mine) > 1 and mine == other
            last = instrument is self.instruments[-1]
            return last and kind in _BARE_FAMILY[head.kind] and (same_parties or instrument.mentions[0].sentence.is_headline)
        shared = len(head.content & instrument.content)
        return shared >= 0.5 * min(len(head.content), len(instrument.content)) and (
            kind == head.kind or kind in _BARE_FAMILY[head.kind] or head.kind in _BARE_FAMILY[kind]
        )

    # -- one instrument ------------------------------------------------------------------------------------------

    def agreement(self, instrument: _Instrument) -> Agreement | None:
        first = instrument.mentions[0]
        parties, rule = instrument.parties, instrument.rule
        told = [m for m in instrument.mentions if m.act.status is not None]
        if len(parties) < 2:
            parties, rule = self.filled(instrument, parties, rule, told)
        if len(parties) < 2:
            self.discard(first.span, "agreement.one_party", "fewer than two known parties")
            return None
        if not told and not instrument.is_named:
            self.discard(first.span, "agreement.no_act", "an unnamed agreement of which nothing is told")
            return None
        if any(m.act.is_denied for m in instrument.mentions) and not told:
            self.discard(first.span, "agreement.denied", "said not to have been made")
            return None
        history = self.history(instrument, told)
        decisive = history[-1] if history else None
        status: AgreementStatus = decisive[0].status if decisive else "agreed"
        main = decisive[1] if decisive else first
        when = decisive[2] if decisive else None
        named = next((m for m in instrument.mentions if m.is_named and m.head and not m.head.is_anaphoric), None)
        name = self.name_span(named)
        text = self.document.text
        money = next((m.money for m in instrument.mentions if m.money), None)
        count = next((m.count for m in instrument.mentions if m.count), None) or 1
        kind = instrument.kind or "other"
        slots = [Evidence("party", party.key, party.span) for party in parties]
        if named and name:
            slots.append(Evidence("name", text[name.start : name.end], name))
        cue = main.act.span(main.sentence.tokens)
        if cue:
            slots.append(Evidence("status", status, cue))
        head = next((m for m in instrument.mentions if m.head and m.head.kind == kind), None)
        if head and head.head:
            words = head.sentence.tokens
            slots.append(Evidence("kind", kind, Span(words[head.head.start].start, words[head.head.end - 1].end)))
        if when and when.start:
            slots.append(Evidence("date", when.start, when.span))
        if money:
            slots.append(Evidence("amount", str(money.amount), money.span))
        return Agreement(
            parties=parties,
            name=text[name.start : name.end] if name else None,
            kind=kind,
            status=status,
            realis=main.act.realis,
            date=when.start if when else None,
            date_precision=when.precision if when else "unknown",
            date_source=when.source if when else "none",
            history=tuple(event for event, _, _ in history),
            subject=self.subject(named),
            amount=money.amount if money else None,
            currency=money.currency if money else None,
            count=count,
            place=None,
            attribution=Attribution(),
            evidence=main.span,
            slots=tuple(slots),
            mentions=tuple(dict.fromkeys(m.span for m in instrument.mentions)),
            rule=rule,
            confidence=_CONFIDENCE.get(rule, 0.5),
        )

    def name_span(self, mention: _Mention | None) -> Span | None:
        if mention is None or mention.head is None or mention.head.name is None:
            return None
        words = mention.sentence.tokens
        return Span(words[mention.head.name].start, words[mention.head.end - 1].end)

    def subject(self, mention: _Mention | None) -> str | None:
        """The name without its head and without the words that tie the two."""
        if mention is None or mention.head is None or mention.head.name is None or not mention.head.content:
            return None
        words = mention.sentence.tokens
        end = mention.head.start
        while end > mention.head.name and words[end - 1].key in _CASES:
            end -= 1
        return self.document.text[words[mention.head.name].start : words[end - 1].end]

    def filled(
        self, instrument: _Instrument, parties: tuple[Party, ...], rule: str, told: Sequence[_Mention]
    ) -> tuple[tuple[Party, ...], str]:
        """Parties that the sentence leaves out: those of the meeting it was made at, else the article's two sides."""
        if not told:
            return parties, rule
        mention = told[0]
        for meeting in self.nearby(mention):
            keys = [participant.key for participant in meeting.participants]
            present = self.who.merge(parties, self.who.of_keys(keys, meeting.evidence))
            if len(present) > 1 and (not parties or len(present) == len(self.who.of_keys(keys, meeting.evidence))):
                return present, "agreement.meeting"
        return parties, rule

    def nearby(self, mention: _Mention) -> Iterable[Meeting]:
        """Meetings told in the mention's sentence or shortly before it, nearest first."""
        sentences = self.document.sentences
        floor = sentences[max(mention.sentence.number - _NEIGHBOURS, 0)].start
        near = [
            (max(span.start for span in meeting.mentions if span.start <= mention.sentence.end), meeting)
            for meeting in self.meetings
            if any(floor <= span.start <= mention.sentence.end for span in meeting.mentions)
        ]
        return [meeting for _, meeting in sorted(near, key=lambda pair: -pair[0])]

    def history(
        self, instrument: _Instrument, told: Sequence[_Mention]
    ) -> list[tuple[StatusEvent, _Mention, ResolvedDate | None]]:
        """The acts, oldest first: by date, undated ones by their place in an agreement's life."""
        steps: dict[tuple[AgreementStatus, str | None], tuple[StatusEvent, _Mention, ResolvedDate | None]] = {}
        done = any(m.act.status not in (None, "proposed") for m in told)
        for mention in told:
            status = mention.act.status
            if status is None or (status == "proposed" and done):
                continue
            when = mention.when or (mention.year if mention.act.rule == "agreement.reference" else None)
            when = when or self.context_date(mention)
            cue = mention.act.span(mention.sentence.tokens) or mention.span
            event = StatusEvent(status, when.start if when else None, when.precision if when else "unknown", cue)
            known = [key for key in steps if key[0] == status]
            if event.date is None and known:
                continue
            if event.date and (status, None) in steps:
                del steps[(status, None)]
            steps.setdefault((status, event.date), (event, mention, when))
        # One status keeps its most exact date.
        return sorted(steps.values(), key=lambda step: self.order(step[0]))

    def order(self, event: StatusEvent) -> tuple[int, str]:
        return _LIFE[event.status], event.date or ""

    def context_date(self, mention: _Mention) -> ResolvedDate | None:
        """A date told just before, where the sentence stands in the same scene."""
        if mention.act.status in ("proposed", "in_force", "ended") or mention.sentence.is_headline:
            return None
        if mention.rule not in ("agreement.collective", "agreement.undertaking", "agreement.meeting", "agreement.one_side"):
            return None
        sentences = self.document.sentences
        for number in range(mention.sentence.number - 1, max(mention.sentence.number - 1 - _NEIGHBOURS, -1), -1):
            sentence = sentences[number]
            if sentence.is_headline:
                break
            found = [
                d
                for d in find_dates(self.document.text, sentence.start, sentence.end, self.document.published_on, "past")
                if d.start and d.precision == "day" and d.rule not in ("date.until", "date.since")
            ]
            if found:
                d = found[0]
                return ResolvedDate(d.span, d.start, d.end, d.precision, "context", d.rule)
        return None


def _phrases_by_sentence(sentences: Sequence[Sentence], phrases: Sequence[Phrase]) -> dict[int, list[Phrase]]:
    table: dict[int, list[Phrase]] = {}
    at = 0
    for sentence in sentences:
        while at < len(phrases) and phrases[at].span.start < sentence.end:
            if phrases[at].span.start >= sentence.start:
                table.setdefault(sentence.number, []).append(phrases[at])
            at += 1
    return table


def read_agreements(document: Document, reading: Reading, meetings: Sequence[Meeting]) -> AgreementReading:
    """The agreements that ``document`` tells of, by the actors of ``reading`` and the meetings found before."""
    return _Reader(document, reading, meetings).read()



