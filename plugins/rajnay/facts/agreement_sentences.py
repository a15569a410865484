"""What one sentence tells of agreements: those that it names, a signing alone, an undertaking without an instrument."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from rajnay.facts.agreement_acts import SIGN_KEYS, Act, asserted, read_acts
from rajnay.facts.agreement_dates import DateReader
from rajnay.facts.agreement_instruments import Mention
from rajnay.facts.agreement_parties import EXPLICIT
from rajnay.facts.agreement_scene import Scene
from rajnay.facts.agreement_terms import (
    HEAD_KEYS,
    LEXICON,
    Head,
    find_heads,
    is_signed_alone,
    signed_thing,
)
from rajnay.facts.clauses import Parsed
from rajnay.facts.model import Discarded, Party, ResolvedDate, Span
from rajnay.facts.money import Money, find_money
from rajnay.text.keys import match_key, match_keys
from rajnay.text.tokens import Sentence, Token

_UNDERTAKINGS = match_keys(*LEXICON["undertakings"]["words"])
_AGREE = match_keys(*LEXICON["undertakings"]["agree"])
_VAGUE = match_keys(*LEXICON["undertakings"]["vague"])
_SPORTS = match_keys(*LEXICON["traps"]["sports"])
_COMPROMISE = match_keys(*LEXICON["traps"]["compromise"])
_AND = match_keys("और", "तथा", "एवं", "व")
_ON, _THAT = map(match_key, ("पर", "कि"))
_NOT = match_keys("न", "नहीं", "ना")
_NO_ONE = match_keys("कोई", "किसी")
_GENERIC = match_keys(*LEXICON["generic"]["words"])
_MOST_HEADS = 12
_MONEY_REACH = 14
_UNDERTAKING_REACH = 3
_TRIGGERS = HEAD_KEYS | SIGN_KEYS | _AGREE


class SentenceReader:
    """Reads the mentions of agreements, sentence by sentence. ``aliases``: short forms that the article has told."""

    def __init__(self, scene: Scene, dates: DateReader) -> None:
        self.scene = scene
        self.document = scene.document
        self.who = scene.who
        self.dates = dates
        self.aliases: set[str] = set()
        self.discarded: list[Discarded] = []

    def discard(self, span: Span, rule: str, reason: str) -> None:
        self.discarded.append(Discarded("agreement", span, rule, reason))

    def mentions(self, sentence: Sentence) -> list[Mention]:
        """What the sentence tells of agreements, by head and act, left to right."""
        keys = {token.key for token in sentence.tokens}
        if _TRIGGERS.isdisjoint(keys) and self.aliases.isdisjoint(keys):
            return []
        parsed = self.scene.parsed(sentence.number)
        words = parsed.words
        dates = self.dates.all_dates(sentence, "past", None)
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
        mentions: list[Mention] = []
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
                    mention = Mention(parsed, head, act, group, rule, count=head.count)
                    self.correct_collective(mention)
                    mention.when = self.dates.when(mention)
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
            if found.rule != "date.year":
                taken.update(
                    i for i, t in enumerate(parsed.words) if found.span.start <= t.start and t.end <= found.span.end
                )
        return frozenset(taken)

    def correct_collective(self, mention: Mention) -> None:
        """दोनों देश are the two of the meeting or agreement just told rather than the two states named last."""
        stands_for = {
            m.span for a in mention.parsed.arguments for m in a.members if m.kind == "collective"
        } & {party.span for party in mention.parties}  # fmt: skip
        if not stands_for or len({party.span for party in mention.parties}) > 1:
            return
        pair = self.scene.sides(mention, len(mention.parties), self.who.codes(mention.parties))
        if pair:
            mention.parties = tuple(Party(party.key, mention.parties[0].span) for party in pair)

    def is_trap(self, parsed: Parsed, head: Head) -> bool:
        words = parsed.words
        if head.kind in ("agreement", "contract") and any(token.key in _SPORTS for token in words):
            partners = [m.key for a in parsed.arguments if a.case in ("between", "with") for m in a.members]
            return not partners or not all(key in self.who.state_keys for key in partners)
        before = words[head.phrase - 1].key if head.phrase else ""
        is_any = any(t.key in _NO_ONE for t in words[head.phrase : head.start])
        if is_any and head.kind == "agreement" and not head.is_weak:
            # किसी बात को लेकर कोई समझौता न करने: nothing will be compromised.
            return any(t.key in _NOT for t in words[head.end : head.end + 3])
        if not head.content and head.kind == "agreement" and not head.is_anaphoric and before in _COMPROMISE:
            # किसी चीज से समझौता: a compromise, unless a party stands before से or साथ.
            return not any(a.case in ("se", "with") and 0 <= head.phrase - a.end <= 3 for a in parsed.arguments)
        return False

    def signing(self, parsed: Parsed, at: int) -> list[Mention]:
        """A signing (token ``at``) whose agreement another sentence names."""
        words = parsed.words
        trigger = Span(words[at].start, words[at].end)
        act = asserted(self.document, parsed.sentence, "signed", (at, at + 1), trigger)
        if act.status is None:
            return []
        parties, rule = self.who.read(parsed, (at, at + 1), 0, len(words))
        mentions = []
        for group in self.who.separately(parsed, parties if rule in EXPLICIT else ()):
            mention = Mention(parsed, None, act, group, rule)
            self.correct_collective(mention)
            mention.when = self.dates.when(mention)
            mentions.append(mention)
        return mentions

    def undertaking(self, parsed: Parsed) -> list[Mention]:
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
        mention = Mention(parsed, None, act, parties, "agreement.undertaking")
        if said and any(member.kind == "collective" for member in said.members):
            self.correct_collective(mention)
        mention.when = self.dates.when(mention)
        return [mention]


def _agreed_on(words: Sequence[Token], at: int) -> Sequence[Token]:
    """The verb of what is agreed: before पर सहमत (token ``at``), or in the clause after सहमत … कि."""
    that = next((i for i in range(at + 1, min(at + 6, len(words))) if words[i].key == _THAT), None)
    if that is not None:
        return words[that + 1 :]
    on = next((i for i in range(at - 1, max(at - 6, 0), -1) if words[i].key == _ON), None)
    return words[max(on - _UNDERTAKING_REACH, 0) : on] if on is not None else ()


def _year(words: Sequence[Token], head: Head) -> ResolvedDate | None:
    """The year that is part of the agreement's name: 1991 के … घोषणापत्र."""
    if head.year is None:
        return None
    token = words[head.year]
    return ResolvedDate(Span(token.start, token.end), token.key, token.key, "year", "explicit", "date.year")


def _money(words: Sequence[Token], head: Head) -> Money | None:
    found = find_money(words[max(head.start - _MONEY_REACH, 0) : head.start])
    return found[-1] if found else None


def _bundled(words: Sequence[Token], mentions: list[Mention]) -> list[Mention]:
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
