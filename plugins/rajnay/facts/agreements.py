"""Who agreed what: agreements of an article, each once, with parties, name, kind, status and its history.

Every sentence that names an agreement or its signing is read by itself (``agreement_terms``: the noun phrase,
``agreement_acts``: what is done to it, ``agreement_parties``: between whom); the readings are then joined into
instruments by name, parties and reference (``इस समझौते``), and each instrument's acts are put in order of time.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import pairwise

from rajnay.facts.actors import ActorReading
from rajnay.facts.agreement_acts import DESCRIBED, PARTICIPLES, SIGN_KEYS, Act, asserted, read_acts
from rajnay.facts.agreement_parties import EXPLICIT, PartyReader
from rajnay.facts.agreement_terms import (
    HEAD_KEYS,
    LEXICON,
    Head,
    PhraseTable,
    find_heads,
    is_signed_alone,
    key_set,
    signed_thing,
    stem,
)
from rajnay.facts.attribution import read_attribution
from rajnay.facts.confidence import confidence
from rajnay.facts.dates import Tense, dateline, find_dates
from rajnay.facts.document import Document
from rajnay.facts.frames import Parsed, parse
from rajnay.facts.model import (
    Agreement,
    AgreementKind,
    AgreementStatus,
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
from rajnay.text.keys import match_key
from rajnay.text.tokens import Sentence, Token


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
_SCENE: PhraseTable[str] = PhraseTable(
    (words, unit) for unit, phrases in LEXICON["same_scene"].items() for words in phrases
)
_ANCHORS = key_set(("उसी", "इसी", "उस", "अगले"))
_DAY, _ON, _THAT, _SUMMIT = map(match_key, ("दिन", "पर", "कि", "शिखर"))
_COLOURLESS = frozenset(map(stem, key_set(LEXICON["colourless"]["words"])))
_LENDERS = frozenset(LEXICON["lenders"]["codes"])
_NOT = key_set(("न", "नहीं", "ना"))
_NO_ONE = key_set(("कोई", "किसी"))
_GENERIC = key_set(LEXICON["generic"]["words"])
_BOUNDS = frozenset(("date.until", "date.since"))
_NEIGHBOURS = 3
_ANCHOR_REACH = 12
# Bounds that no article reaches and that keep a text of any size linear.
_PAIR_REACH = 60
_MOST_HEADS = 12
_MOST_MENTIONS = 40
_OPEN_INSTRUMENTS = 20
_MONEY_REACH = 14
_SCENE_REACH = 10
_UNDERTAKING_REACH = 3
# An agreement's life, in the order in which undated acts follow each other.
_LIFE: dict[AgreementStatus, int] = {
    "proposed": 0, "agreed": 1, "approved": 2, "signed": 3, "in_force": 4, "ended": 5,
}  # fmt: skip
# The acts that the year in a name can date: 1988 के समझौते were made, not left, in 1988.
_TALKED = frozenset(("agreement.proposed", "agreement.discussed"))
_FOUNDING = frozenset(("agreed", "signed", "in_force"))
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

    parsed: Parsed
    head: Head | None
    act: Act
    parties: tuple[Party, ...]
    rule: str
    when: ResolvedDate | None = None
    year: ResolvedDate | None = None
    money: Money | None = None
    count: int | None = None
    is_bundle: bool = False

    @property
    def sentence(self) -> Sentence:
        return self.parsed.sentence

    @property
    def span(self) -> Span:
        return Span(self.sentence.start, self.sentence.end)

    @property
    def is_named(self) -> bool:
        return self.head is not None and self.head.name is not None and not self.is_bundle

    @property
    def is_explicit(self) -> bool:
        """Does the sentence itself tell both sides? Who speaks of an agreement is no party to it."""
        if self.rule not in EXPLICIT or len(self.parties) < 2:
            return False
        if self.act.status is not None:
            return True
        if self.head is not None and self.head.is_anaphoric:
            return self.rule in ("agreement.between", "agreement.with")
        return self.rule in ("agreement.between", "agreement.with", "agreement.compound")


@dataclass(slots=True)
class _Instrument:
    """The mentions of one agreement."""

    mentions: list[_Mention] = field(default_factory=list)
    content: frozenset[str] = frozenset()
    aliases: set[str] = field(default_factory=set)

    @property
    def kind(self) -> AgreementKind:
        """Of the first head that names it, strong words before weak ones."""
        heads = [m.head for m in self.mentions if m.head]
        named = [m.head for m in self.mentions if m.is_named and m.head and not m.head.is_anaphoric]
        for choice in ([h for h in named if not h.is_weak], named, [h for h in heads if not h.is_weak], heads):
            if choice:
                return choice[0].kind
        return "other"

    @property
    def words(self) -> frozenset[str]:
        """The head words that it is called by."""
        return frozenset(m.head.word for m in self.mentions if m.head)

    @property
    def is_dormant(self) -> bool:
        """Named by weak words alone, and nothing done to it yet: perhaps no agreement at all."""
        return all(m.head is not None and m.head.is_weak and not _is_told(m) for m in self.mentions)

    @property
    def is_undertaking(self) -> bool:
        return self.mentions[0].rule == "agreement.undertaking"

    @property
    def main(self) -> _Mention | None:
        """The mention that tells the parties best: explicit ones, in the body, with a name, the fullest."""
        explicit = [m for m in self.mentions if m.is_explicit]
        if not explicit:
            return None
        body = [m for m in explicit if not m.sentence.is_headline] or explicit
        own = [m for m in body if m.head is None or not m.head.is_anaphoric] or body
        return max(own, key=lambda m: (m.is_named, len(m.parties)))


class _Reader:
    def __init__(self, document: Document, reading: ActorReading, meetings: Sequence[Meeting]) -> None:
        self.document = document
        self.meetings = meetings
        self.who = PartyReader(reading.actors)
        self.by_sentence = _phrases_by_sentence(document.sentences, reading.phrases)
        self.discarded: list[Discarded] = []
        self.instruments: list[_Instrument] = []
        self.aliases: set[str] = set()
        self._parsed: dict[int, Parsed] = {}
        self._dates: dict[tuple[int, str, date | None], tuple[ResolvedDate, ...]] = {}
        self._told_at = sorted((span.start, n) for n, meeting in enumerate(meetings) for span in meeting.mentions)

    def read(self) -> AgreementReading:
        triggers = HEAD_KEYS | SIGN_KEYS | _AGREE
        for sentence in self.document.sentences:
            keys = {token.key for token in sentence.tokens}
            if triggers.isdisjoint(keys) and self.aliases.isdisjoint(keys):
                continue
            for mention in self.mentions(sentence):
                self.place(mention)
        agreements = [a for a in map(self.agreement, self.instruments) if a is not None]
        return AgreementReading(tuple(agreements), tuple(self.discarded))

    def discard(self, span: Span, rule: str, reason: str) -> None:
        self.discarded.append(Discarded("agreement", span, rule, reason))

    # -- one sentence --------------------------------------------------------------------------------------------

    def mentions(self, sentence: Sentence) -> list[_Mention]:
        parsed = self.parsed(sentence.number)
        words = parsed.words
        dates = self.all_dates(sentence, "past", None)
        blocked = self.blocked(parsed, dates)
        heads = find_heads(words, blocked, frozenset(self.aliases))[:_MOST_HEADS]
        if not heads:
            signed = next((i for i, token in enumerate(words) if token.key in SIGN_KEYS), None)
            if signed is None:
                return self.undertaking(parsed)
            if is_signed_alone(words, signed):
                return []
            head = signed_thing(words, signed, blocked)
            if head is None:
                return self.signing(parsed, signed)
            heads = [head]
        mentions: list[_Mention] = []
        acts = self.acts(sentence, heads)
        for n, head in enumerate(heads):
            span = Span(words[head.phrase].start, words[head.end - 1].end)
            if head.phrase and words[head.phrase - 1].key in _GENERIC:
                self.discard(span, "agreement.generic", "agreements in general")
                continue
            is_none = any(token.key in _NO_ONE for token in words[head.phrase : head.start])
            if acts[n][0].is_denied and (head.is_unknown or is_none):
                self.discard(span, "agreement.denied", "said that there is none")
                continue
            if self.is_trap(parsed, head):
                self.discard(span, "agreement.trap", "a compromise, a player's or a film's contract")
                continue
            left = heads[n - 1].end if n else 0
            right = heads[n + 1].phrase if n + 1 < len(heads) else len(words)
            first = min(head.phrase, head.name if head.name is not None else head.phrase)
            for act in acts[n]:
                parties, rule = self.who.read(parsed, (first, head.end), left, right, act.status == "approved")
                if act.is_reference and rule not in EXPLICIT and head.content:
                    under = self.who.under(parsed, (first, head.end))
                    parties, rule = (under, "agreement.under") if len(under) > 1 else (parties, rule)
                for group in self.who.separately(parsed, parties):
                    mention = _Mention(parsed, head, act, group, rule, count=head.count)
                    self.correct_collective(mention)
                    mention.when = self.when(mention)
                    mention.year = _year(words, head)
                    mention.money = _money(words, head)
                    mentions.append(mention)
        return _bundled(words, mentions)

    def acts(self, sentence: Sentence, heads: Sequence[Head]) -> list[list[Act]]:
        """The acts on each head; one that has none shares those of the next head it is coordinated with."""
        words = sentence.tokens
        limits = [following.phrase for following in heads[1:]] + [len(words)]
        acts = [read_acts(self.document, sentence, head, limit) for head, limit in zip(heads, limits, strict=True)]
        for n in range(len(heads) - 2, -1, -1):
            gap = words[heads[n].after : heads[n + 1].start]
            joined = any(token.key in _AND or token.text == "," for token in gap[:2])
            if joined and acts[n][0].status is None and acts[n + 1][0].status is not None:
                acts[n] = acts[n + 1]
        return acts

    def blocked(self, parsed: Parsed, dates: Iterable[ResolvedDate]) -> frozenset[int]:
        """Tokens that no agreement's name may hold: dates, parties; not a body within it (संयुक्त राष्ट्र मुख्यालय समझौता)."""
        taken: set[int] = set()
        for argument in parsed.arguments:
            if any(token.key in HEAD_KEYS for token in parsed.words[argument.first : argument.end]):
                continue
            kinds = {self.who.actors[m.key].kind for m in argument.members if m.key in self.who.actors}
            if argument.case == "none" and len(argument.members) == 1 and "state" not in kinds:
                continue
            taken.update(range(argument.first, argument.end))
        for found in dates:
            if found.precision != "year":
                taken.update(
                    i for i, t in enumerate(parsed.words) if found.span.start <= t.start and t.end <= found.span.end
                )
        return frozenset(taken)

    def correct_collective(self, mention: _Mention) -> None:
        """दोनों देश are the two of the meeting or agreement just told rather than the two states named last."""
        stands_for = {
            m.span for a in mention.parsed.arguments for m in a.members if m.kind == "collective"
        } & {party.span for party in mention.parties}  # fmt: skip
        if not stands_for or len({party.span for party in mention.parties}) > 1:
            return
        pair = self.sides(mention, len(mention.parties), self.who.codes(mention.parties))
        if pair:
            mention.parties = tuple(Party(party.key, mention.parties[0].span) for party in pair)

    def sides(self, mention: _Mention, size: int, known: frozenset[str]) -> tuple[Party, ...]:
        """The ``size`` parties that the article speaks of together where ``mention`` stands; () if none is clear.

        Those of a meeting told in this sentence or the one before; else those most often named together so far,
        ``known`` winning a draw.
        """
        number = mention.sentence.number
        floor = self.document.sentences[max(number - 1, 0)].start
        for meeting in self.nearby(mention):
            if any(floor <= span.start <= mention.sentence.end for span in meeting.mentions):
                parties = self.who.of_keys((p.key, p.span) for p in meeting.participants)
                if len(parties) == size:
                    return parties
        together: dict[frozenset[str], list[tuple[Party, ...]]] = {}
        for parties in self.groups(number):
            if len(parties) == size:
                together.setdefault(self.who.codes(parties), []).append(parties)
        if not together:
            return self.only_states(size)
        best = max(together, key=lambda codes: (len(together[codes]), codes == known))
        return together[best][-1]

    def only_states(self, size: int) -> tuple[Party, ...]:
        """The states and intergovernmental bodies of the article, if they are exactly ``size``."""
        return self.states_named if len(self.states_named) == size else ()

    @cached_property
    def states_named(self) -> tuple[Party, ...]:
        """The states and intergovernmental bodies that the article names."""
        named = ((key, phrase.span) for found in self.by_sentence.values() for phrase in found for key in phrase.keys)
        return tuple(p for p in self.who.of_keys(named) if p.key in self.who.state_keys)

    def groups(self, number: int) -> Iterable[tuple[Party, ...]]:
        """Parties named together before sentence ``number``: coordinations, and participants of meetings."""
        for earlier in range(max(number - _PAIR_REACH, 0), number):
            phrases = self.by_sentence.get(earlier)
            if phrases and len(phrases) > 1:
                for argument in self.parsed(earlier).arguments:
                    if len(argument.members) > 1 and all(m.kind != "collective" for m in argument.members):
                        yield self.who.parties([argument])
        sentences = self.document.sentences
        for meeting in self.between(sentences[max(number - _PAIR_REACH, 0)].start, sentences[number].start):
            yield self.who.of_keys((p.key, p.span) for p in meeting.participants)

    def between(self, start: int, end: int) -> list[Meeting]:
        """Meetings with a mention that begins in ``start:end``, the one told last first."""
        low, high = bisect_left(self._told_at, (start, -1)), bisect_left(self._told_at, (end, -1))
        return [self.meetings[n] for n in dict.fromkeys(n for _, n in reversed(self._told_at[low:high]))]

    def parsed(self, number: int) -> Parsed:
        """Sentence ``number`` taken apart, once."""
        known = self._parsed.get(number)
        if known is None:
            sentence = self.document.sentences[number]
            known = parse(sentence, self.by_sentence.get(number, ()), self.who.state_keys)
            self._parsed[number] = known
        return known

    def is_trap(self, parsed: Parsed, head: Head) -> bool:
        words = parsed.words
        if head.kind in ("agreement", "contract") and any(token.key in _SPORTS for token in words):
            return not any(a.case in ("between", "with") for a in parsed.arguments)
        before = words[head.phrase - 1].key if head.phrase else ""
        is_any = any(t.key in _NO_ONE for t in words[head.phrase : head.start])
        if is_any and head.kind == "agreement" and not head.is_weak:
            # किसी बात को लेकर कोई समझौता न करने: nothing will be compromised.
            return any(t.key in _NOT for t in words[head.end : head.end + 3])
        if not head.content and head.kind == "agreement" and not head.is_anaphoric and before in _COMPROMISE:
            # किसी चीज से समझौता: a compromise, unless a party stands before से or साथ.
            return not any(a.case in ("se", "with") and 0 <= head.phrase - a.end <= 3 for a in parsed.arguments)
        return False

    def signing(self, parsed: Parsed, at: int) -> list[_Mention]:
        """A signing (token ``at``) whose agreement another sentence names."""
        words = parsed.words
        trigger = Span(words[at].start, words[at].end)
        act = asserted(self.document, parsed.sentence, "signed", (at, at + 1), trigger)
        if act.status is None:
            return []
        parties, rule = self.who.read(parsed, (at, at + 1), 0, len(words))
        mentions = []
        for group in self.who.separately(parsed, parties if rule in EXPLICIT else ()):
            mention = _Mention(parsed, None, act, group, rule)
            self.correct_collective(mention)
            mention.when = self.when(mention)
            mentions.append(mention)
        return mentions

    def undertaking(self, parsed: Parsed) -> list[_Mention]:
        """A concrete joint undertaking without an instrument: … स्थापित करने पर सहमत हुए."""
        words = parsed.words
        at = next((i for i, token in enumerate(words) if token.key in _AGREE), None)
        if at is None:
            return []
        span = Span(words[at].start, words[at].end)
        what = _agreed_on(words, at)
        if not any(token.key in _UNDERTAKINGS for token in what) or any(token.key in _VAGUE for token in what):
            self.discard(span, "agreement.opinion", "agreed in opinion or intention, nothing concrete undertaken")
            return []
        subjects = [a for a in parsed.arguments if a.case in ("ne", "none", "between") and a.end <= at]
        said = next((a for a in reversed(subjects) if len(self.who.parties([a])) > 1), None)
        parties = self.who.parties([said]) if said else ()
        if len(parties) < 2:
            self.discard(span, "agreement.one_party", "an undertaking with one known party")
            return []
        act = asserted(self.document, parsed.sentence, "agreed", (at, at + 1), span)
        if act.status != "agreed":
            self.discard(span, "agreement.not_asserted", "the undertaking is not told as a fact")
            return []
        mention = _Mention(parsed, None, act, parties, "agreement.undertaking")
        if said and any(member.kind == "collective" for member in said.members):
            self.correct_collective(mention)
        mention.when = self.when(mention)
        return [mention]

    # -- dates ---------------------------------------------------------------------------------------------------

    def all_dates(self, sentence: Sentence, tense: Tense, anchor: date | None) -> tuple[ResolvedDate, ...]:
        """The date phrases of a sentence, read once for each tense and anchor."""
        key = (sentence.number, tense or "", anchor)
        if key not in self._dates:
            text, today = self.document.text, self.document.published_on
            self._dates[key] = find_dates(text, sentence.start, sentence.end, today, tense, anchor)
        return self._dates[key]

    def dates(
        self, sentence: Sentence, tense: str, anchor: date | None = None, bounds: frozenset[str] = _BOUNDS
    ) -> list[ResolvedDate]:
        found = self.all_dates(sentence, "future" if tense == "future" else "past", anchor)
        return [d for d in found if d.rule not in bounds and d.start and not self.is_dateline(sentence, d.span)]

    def is_dateline(self, sentence: Sentence, span: Span) -> bool:
        """Is the date the dateline's, which tells no event's day?"""
        if sentence.number > 1:
            return False
        line = dateline(self.document.text, sentence.start, sentence.end, self.document.published_on)
        return line is not None and span.start < line.end

    def when(self, mention: _Mention) -> ResolvedDate | None:
        """The date of the act: the nearest before its cue in its clause, else after it, else before the clause."""
        words, act, head = mention.parsed.words, mention.act, mention.head
        if act.status is None or (act.status == "proposed" and act.tense != "future"):
            return None
        # सोमवार से लागू: a beginning is the day only of coming into force.
        bounds = _BOUNDS - {"date.since"} if act.status == "in_force" else _BOUNDS
        found = [
            d
            for d in self.dates(mention.sentence, act.tense or "past", self.anchor(mention), bounds)
            if not (head and head.year is not None and d.span.start <= words[head.year].start < d.span.end)
            and not (d.precision == "year" if act.status == "proposed" else self.is_future(d))
        ]
        if not found:
            return None
        at = act.cue[0] if act.cue else (head.start if head else 0)
        low, high = mention.parsed.clause(at, at + 1)
        start, cue, end = words[low].start, words[at].start, words[high - 1].end
        before = [d for d in found if d.span.end <= cue]
        if head is not None:
            of_making = act.rule.endswith("_participle")
            before = [d for d in before if self.is_inner(mention, head, d) == of_making]
        inside = [d for d in before if d.span.start >= start]
        after = [d for d in found if d.span.start > cue and d.span.end <= end]
        for choice in (inside[-1:], after[:1], before[-1:]):
            if choice:
                return choice[0]
        return found[0] if mention.sentence.is_headline else None

    def is_inner(self, mention: _Mention, head: Head, found: ResolvedDate) -> bool:
        """X और Y के बीच नवंबर में हुए करार को मंजूरी: the day is the agreement's, not that of what is done to it now."""
        words = mention.parsed.words
        first = words[head.phrase].start
        adjuncts = [a for a in mention.parsed.arguments if a.case in ("between", "with") and a.end <= head.phrase]
        if any(found.span.end <= words[a.first].start for a in adjuncts):
            return False
        made = any(t.key in PARTICIPLES and found.span.end <= t.start < first for t in words)
        is_late = bool(adjuncts) and found.span.end <= first
        return made or (is_late and mention.act.status in ("approved", "ended"))

    def is_future(self, found: ResolvedDate) -> bool:
        today = self.document.published_on
        return today is not None and found.start is not None and found.start > today.isoformat()[: len(found.start)]

    def anchor(self, mention: _Mention) -> date | None:
        """The day that उसी दिन counts from: the last one told before the sentence."""
        words = mention.parsed.words
        if not any(t.key in _ANCHORS and words[i + 1].key == _DAY for i, t in enumerate(words[:-1])):
            return None
        found = self.earlier_date(mention.sentence.number, _ANCHOR_REACH)
        return date.fromisoformat(found.start) if found and found.start else None

    def earlier_date(self, number: int, reach: int) -> ResolvedDate | None:
        """The day told last in the sentences before ``number``."""
        sentences = self.document.sentences
        for at in range(number - 1, max(number - 1 - reach, -1), -1):
            if sentences[at].is_headline and number > 1:
                break
            found = [d for d in self.dates(sentences[at], "past") if d.precision == "day"]
            if found:
                return found[0] if at <= 1 else found[-1]
        return None

    def scene_date(self, mention: _Mention) -> ResolvedDate | None:
        """The day of the scene that a sentence without a date belongs to.

        That of a meeting just told between the same parties, or of the sentence before, where the sentence says that it
        goes on (``इस अवसर पर``), speaks of both sides (``दोनों देशों ने``), or still belongs to the lead.
        """
        act = mention.act
        if act.status == "approved":
            return self.sitting_date(mention)
        if act.status == "proposed" and act.tense == "future":
            mine = self.who.codes(mention.parties)
            planned = [m for m in self.nearby(mention) if m.status == "planned" and m.date]
            return next((d for d in (_meeting_date(m) for m in planned if mine == self.states(m)) if d), None)
        if act.status not in ("agreed", "signed", "ended") or act.rule.endswith("_participle"):
            return None
        if mention.sentence.is_headline:
            number = mention.sentence.number
            later = [d for s in self.document.sentences[number + 1 : number + 3] for d in self.dates(s, "past")]
            return _as_context(next((d for d in later if d.precision == "day"), None))
        mine = self.who.codes(mention.parties)
        for meeting in self.nearby(mention):
            states = self.states(meeting)
            if mine and meeting.status == "held" and (mine <= states or states <= mine) and _meeting_date(meeting):
                return _meeting_date(meeting)
        words = mention.parsed.words
        units = [scene[1] for i in range(min(_SCENE_REACH, len(words))) if (scene := _SCENE.at(words, i)) is not None]
        number = mention.sentence.number
        lead = 1 if self.document.sentences[0].is_headline else 0
        goes_on = units or mention.rule in ("agreement.collective", "agreement.undertaking", "agreement.meeting")
        if number == lead and number + 1 < len(self.document.sentences):
            later = [d for d in self.dates(self.document.sentences[number + 1], "past") if d.precision == "day"]
            return _as_context(next((d for d in later if not self.is_future(d)), None))
        if not goes_on and number > lead + 1:
            return None
        found = _as_context(self.earlier_date(number, _NEIGHBOURS if goes_on else 1))
        if found and found.start and "month" in units:
            return ResolvedDate(found.span, found.start[:7], found.start[:7], "month", "context", found.rule)
        return found

    def states(self, meeting: Meeting) -> frozenset[str]:
        return self.who.codes(self.who.of_keys((p.key, p.span) for p in meeting.participants))

    def sitting_date(self, mention: _Mention) -> ResolvedDate | None:
        """The day of the sitting at which another agreement was approved just before."""
        earlier = [
            m.when for i in self.instruments[-_OPEN_INSTRUMENTS:] for m in i.mentions
            if m.act.status == "approved" and m.when and m.sentence.number < mention.sentence.number
        ]  # fmt: skip
        return _as_context(earlier[-1] if earlier else None)

    # -- many sentences ------------------------------------------------------------------------------------------

    def place(self, mention: _Mention) -> None:
        """Join a mention to the instrument that it speaks of, or begin a new one."""
        open_ones = reversed(self.instruments[-_OPEN_INSTRUMENTS:])
        instrument = next((i for i in open_ones if self.fits(i, mention)), None)
        if instrument is None:
            reason = self.no_beginning(mention)
            if reason:
                self.discard(mention.span, "agreement.no_beginning", reason)
                return
            instrument = _Instrument()
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
            self.aliases |= head.alias

    def no_beginning(self, mention: _Mention) -> str | None:
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

    def fits(self, instrument: _Instrument, mention: _Mention) -> bool:
        main = instrument.main
        mine = self.who.codes(main.parties) if main else frozenset()
        other = self.who.codes(mention.parties) if mention.is_explicit else frozenset()
        if mine and other and not (mine <= other or other <= mine):
            return False
        head = mention.head
        if head is None:
            if mention.rule == "agreement.undertaking":
                return False
            near = mention.sentence.number - instrument.mentions[-1].sentence.number <= _NEIGHBOURS
            return bool(mine & other) if mine and other else near
        if head.alias & instrument.aliases:
            return True
        kind = instrument.kind
        if instrument.is_undertaking:
            return head.is_anaphoric and kind in _BARE_FAMILY[head.kind]
        if kind == head.kind == "declaration" and head.word not in instrument.words:
            return False
        in_family = kind in _BARE_FAMILY[head.kind] and not (instrument.is_dormant and kind != head.kind)
        if not (mention.is_named and head.content) or head.is_anaphoric or mention.act is DESCRIBED:
            if head.self_named:
                return kind == head.kind and (mine == other or not other or not mine)
            if not in_family:
                return False
            if head.count and head.count > 1 and not head.is_anaphoric:
                return any(m.count == head.count for m in instrument.mentions)
            partner = self.who.codes(mention.parties) if mention.rule == "agreement.with_default" else frozenset()
            return not mine or partner <= mine
        if mine and mention.rule == "agreement.with_default" and not self.who.codes(mention.parties) <= mine:
            return False
        if head.count and head.count > 1 and all(m.count != head.count for m in instrument.mentions):
            return False
        own, told = _telling(head.content), _telling(instrument.content)
        if told and len(own & told) >= 0.5 * min(len(own), len(told)):
            return kind == head.kind or in_family or head.kind in _BARE_FAMILY[kind]
        first = instrument.mentions[0]
        same = bool(mine) and mine == other
        short = first.sentence.is_headline and not mention.sentence.is_headline and len(instrument.mentions) == 1
        if short and mention.year is None:
            # The headline shortens the name that the lead gives in full.
            loose = not instrument.content and in_family
            return same and (kind == head.kind or loose)
        bare = not instrument.content and mention.year is None
        return bare and in_family and same and instrument is self.instruments[-1]

    # -- one instrument ------------------------------------------------------------------------------------------

    def agreement(self, instrument: _Instrument) -> Agreement | None:
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
        if self.is_commercial(instrument, parties):
            self.discard(first.span, "agreement.commercial", "a deal between companies, no government a party")
            return None
        for mention in told:
            if not mention.is_explicit:
                mention.parties = parties
            if mention.when is None and mention.act.status in _FOUNDING:
                mention.when = next((m.year for m in instrument.mentions if m.year), None)
            mention.when = mention.when or self.scene_date(mention)
        return self.build(instrument, parties, rule, self.history(told))

    def is_summary(self, instrument: _Instrument) -> bool:
        """An unnamed agreement of the headline alone, when the text tells others between some of the same parties."""
        if not all(m.sentence.is_headline for m in instrument.mentions) or any(m.is_named for m in instrument.mentions):
            return False
        main = instrument.main
        mine = self.who.codes(main.parties) if main else frozenset()
        others = [i.main for i in self.instruments if i is not instrument and i.main]
        return any(len(mine & self.who.codes(other.parties)) > 1 for other in others)

    def build(
        self,
        instrument: _Instrument,
        parties: tuple[Party, ...],
        rule: str,
        history: list[tuple[StatusEvent, _Mention]],
    ) -> Agreement:
        text = self.document.text
        event, main = history[-1] if history else (None, instrument.mentions[0])
        status: AgreementStatus = event.status if event else "agreed"
        when = main.when if event else None
        named = _named(instrument)
        name = _name_span(named)
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
            subject=_subject(text, named),
            amount=money.amount if money else None,
            currency=money.currency if money else None,
            count=next((m.count for m in instrument.mentions if m.count), None) or 1,
            place=None,
            attribution=attribution,
            evidence=main.span,
            slots=tuple(slots),
            mentions=tuple(dict.fromkeys(m.span for m in instrument.mentions)),
            rule=rule,
            confidence=confidence("agreements", rule=rule, realis=main.act.realis, attribution=attribution.kind),
        )

    def parties(self, instrument: _Instrument, told: Sequence[_Mention]) -> tuple[tuple[Party, ...], str]:
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
            for meeting in self.nearby(mention):
                present = self.who.of_keys((p.key, p.span) for p in meeting.participants)
                if len(present) > 1 and known <= self.who.codes(present):
                    return present, "agreement.meeting"
            one = self.who.codes(mention.parties) if mention.rule == "agreement.one_side" else known
            strong = mention.head is None or not mention.head.is_weak or mention.act.status == "signed"
            pair = self.only_states(2) if mention.act.is_reference else self.sides(mention, 2, known)
            if strong and pair and one <= self.who.codes(pair):
                return pair, "agreement.sides"
        partial = [m.parties for m in instrument.mentions if m.rule == "agreement.with_default"]
        sides = [m.parties for m in told if m.rule == "agreement.one_side"]
        if partial and len(merged := self.who.merge(*partial[:1], *sides)) > 1:
            return merged, "agreement.with_default"
        return (partial or sides or [()])[0], "agreement.one_side"

    def kind(self, instrument: _Instrument, parties: Sequence[Party]) -> AgreementKind:
        lent = instrument.kind == "agreement" and not _LENDERS.isdisjoint(self.who.codes(parties))
        return "contract" if lent else instrument.kind

    def is_commercial(self, instrument: _Instrument, parties: Sequence[Party]) -> bool:
        kinds = {self.who.actors[party.key].kind for party in parties}
        named = any(m.is_named and m.head and m.head.kind != "contract" for m in instrument.mentions)
        kinds_of_sale = ("agreement", "contract")
        return kinds == {"body"} and (instrument.is_undertaking or (instrument.kind in kinds_of_sale and not named))

    def nearby(self, mention: _Mention) -> list[Meeting]:
        """Meetings told in the mention's sentence or shortly before it, nearest first."""
        number, end = mention.sentence.number, mention.sentence.end + 1
        near = self.between(self.document.sentences[max(number - _NEIGHBOURS, 0)].start, end)
        if any(token.key == _SUMMIT for token in mention.parsed.words):
            # शिखर बैठक के बाद: the summit, though it was told long ago.
            far = self.between(self.document.sentences[max(number - _PAIR_REACH, 0)].start, end)
            text = self.document.text
            summits = [m for m in far if any(_SUMMIT in text[s.start : s.end] for s in m.mentions)]
            near = [*summits, *(m for m in near if m not in summits)]
        return near

    def history(self, told: Sequence[_Mention]) -> list[tuple[StatusEvent, _Mention]]:
        """The acts, oldest first: by date, undated ones by their place in an agreement's life."""
        done = [m for m in told if m.act.status != "proposed" and not m.act.is_reference]
        if not done:
            proposed = [m for m in told if m.act.status == "proposed"]
            done = proposed or [m for m in told if m.act.is_reference]
        best: dict[AgreementStatus, _Mention] = {}
        for mention in done:
            status = mention.act.status
            if status is None:
                continue
            known = best.get(status)
            if known is None or _exactness(mention.when) > _exactness(known.when):
                best[status] = mention
        steps = []
        for status, mention in best.items():
            when = mention.when
            cue = mention.act.span(mention.parsed.words) or mention.span
            steps.append(
                (StatusEvent(status, when.start if when else None, when.precision if when else "unknown", cue), mention)
            )
        steps.sort(key=lambda step: _LIFE[step[0].status])
        dated = sorted((s for s in steps if s[0].date), key=lambda s: (s[0].date or "", _LIFE[s[0].status]))
        # Undated steps go before the first dated one that follows them in an agreement's life.
        ordered: list[tuple[StatusEvent, _Mention]] = list(dated)
        for step in (s for s in steps if not s[0].date):
            at = next((i for i, s in enumerate(ordered) if _LIFE[s[0].status] > _LIFE[step[0].status]), len(ordered))
            ordered.insert(at, step)
        return ordered


def _agreed_on(words: Sequence[Token], at: int) -> Sequence[Token]:
    """The verb of what is agreed: before पर सहमत (token ``at``), or in the clause after सहमत … कि."""
    that = next((i for i in range(at + 1, min(at + 6, len(words))) if words[i].key == _THAT), None)
    if that is not None:
        return words[that + 1 :]
    on = next((i for i in range(at - 1, max(at - 6, 0), -1) if words[i].key == _ON), None)
    return words[max(on - _UNDERTAKING_REACH, 0) : on] if on is not None else ()


def _is_told(mention: _Mention) -> bool:
    """Is something done to it that is done to agreements? A verb alone says so of a strong word only."""
    rule = mention.act.rule
    if mention.act.status is None or mention.act.is_reference:
        return False
    light = rule == "agreement.agreed_participle" or (rule == "agreement.verbless" and not mention.is_explicit)
    return not light


def _telling(content: frozenset[str]) -> frozenset[str]:
    """The words of a name that tell it from others."""
    return content - _COLOURLESS or content


def _exactness(when: ResolvedDate | None) -> int:
    if when is None or when.start is None:
        return 0
    return len(when.start) + (when.source != "context")


def _meeting_date(meeting: Meeting) -> ResolvedDate | None:
    if meeting.date is None:
        return None
    span = next((e.span for e in meeting.slots if e.slot == "date"), meeting.evidence)
    return ResolvedDate(span, meeting.date, meeting.date_end, meeting.date_precision, "context", "date.meeting")


def _as_context(found: ResolvedDate | None) -> ResolvedDate | None:
    return ResolvedDate(found.span, found.start, found.end, found.precision, "context", found.rule) if found else None


def _named(instrument: _Instrument) -> _Mention | None:
    """The mention whose name is the instrument's: in the body before the headline's, not one that points back."""
    named = [m for m in instrument.mentions if m.is_named and m.head and m.act is not DESCRIBED]
    named = [m for m in named if m.head and not m.head.is_anaphoric] or named
    return next((m for m in named if not m.sentence.is_headline), None) or (named[0] if named else None)


def _name_span(mention: _Mention | None) -> Span | None:
    if mention is None or mention.head is None or mention.head.name is None:
        return None
    words = mention.parsed.words
    return Span(words[mention.head.name].start, words[mention.head.end - 1].end)


def _subject(text: str, mention: _Mention | None) -> str | None:
    """The name without its head and without the words that tie the two."""
    if mention is None or mention.head is None or mention.head.name is None or not mention.head.content:
        return None
    words, head = mention.parsed.words, mention.head
    end = head.start
    while end > mention.head.name and words[end - 1].key in _CASES:
        end -= 1
    return text[words[mention.head.name].start : words[end - 1].end]


def _year(words: Sequence[Token], head: Head) -> ResolvedDate | None:
    """The year that is part of the agreement's name: 1991 के … घोषणापत्र."""
    if head.year is None:
        return None
    token = words[head.year]
    return ResolvedDate(Span(token.start, token.end), token.key, token.key, "year", "explicit", "date.year")


def _money(words: Sequence[Token], head: Head) -> Money | None:
    found = find_money(words[max(head.start - _MONEY_REACH, 0) : head.start])
    return found[-1] if found else None


def _bundled(words: Sequence[Token], mentions: list[_Mention]) -> list[_Mention]:
    """पाँच समझौते और दो आशय पत्र: counted heads under one act are one bundle."""
    for first, second in pairwise(list(mentions)):
        if first.head is None or second.head is None or not (first.count and second.count):
            continue
        gap = words[first.head.after : second.head.phrase]
        if first.act == second.act and len(gap) <= 3 and any(t.key in _AND or t.text == "," for t in gap):
            second.count += first.count
            second.is_bundle = True
            if not second.is_explicit:
                second.parties, second.rule = first.parties, first.rule
            mentions.remove(first)
    return mentions


def _phrases_by_sentence(sentences: Sequence[Sentence], phrases: Sequence[Phrase]) -> dict[int, list[Phrase]]:
    table: dict[int, list[Phrase]] = {}
    at = 0
    for sentence in sentences:
        while at < len(phrases) and phrases[at].span.start < sentence.end:
            if phrases[at].span.start >= sentence.start:
                table.setdefault(sentence.number, []).append(phrases[at])
            at += 1
    return table


def read_agreements(document: Document, reading: ActorReading, meetings: Sequence[Meeting]) -> AgreementReading:
    """The agreements that ``document`` tells of, by the actors of ``reading`` and the meetings found before.

    Never raises on any text; without two known parties there is no agreement.
    """
    return _Reader(document, reading, meetings).read()
