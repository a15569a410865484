"""One sentence's word on an agreement, and the agreement that several such words make together."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from rajnay.facts.agreement_acts import DESCRIBED, Act
from rajnay.facts.agreement_parties import EXPLICIT
from rajnay.facts.agreement_terms import LEXICON, Head, stem
from rajnay.facts.clauses import Parsed
from rajnay.facts.model import AgreementKind, AgreementStatus, Party, ResolvedDate, Span, StatusEvent
from rajnay.facts.money import Money
from rajnay.text.keys import match_keys
from rajnay.text.tokens import Sentence

_NEWS = 7
_COLOURLESS = frozenset(map(stem, match_keys(*LEXICON["colourless"]["words"])))
_CASES = match_keys("ने", "को", "से", "में", "पर", "के", "का", "की")
# An agreement's life, in the order in which undated acts follow each other.
_LIFE: dict[AgreementStatus, int] = {
    "proposed": 0, "agreed": 1, "approved": 2, "signed": 3, "in_force": 4, "ended": 5,
}  # fmt: skip
BARE_FAMILY: dict[AgreementKind, frozenset[AgreementKind]] = {
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
class Mention:
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
    def start(self) -> int:
        """Where its noun phrase begins in the text; the sentence's beginning for a signing alone."""
        return self.parsed.words[self.head.phrase].start if self.head else self.sentence.start

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
class Instrument:
    """The mentions of one agreement."""

    mentions: list[Mention] = field(default_factory=list)
    content: frozenset[str] = frozenset()
    aliases: set[str] = field(default_factory=set)

    @property
    def kind(self) -> AgreementKind:
        """Of the first head that names it: the body's before the headline's, strong words before weak ones.

        A memorandum is often called an agreement, an agreement never a memorandum.
        """
        mentions = sorted((m for m in self.mentions if m.head), key=lambda m: m.sentence.is_headline)
        heads = [m.head for m in mentions if m.head]
        named = [m.head for m in mentions if m.is_named and m.head and not m.head.is_anaphoric]
        for choice in ([h for h in named if not h.is_weak], named, [h for h in heads if not h.is_weak], heads):
            if choice:
                exact = choice[0].kind == "agreement" and any(h.kind == "mou" and not h.is_weak for h in heads)
                return "mou" if exact else choice[0].kind
        return "other"

    @property
    def is_headline(self) -> bool:
        """Is it told by the headline alone?"""
        return all(m.sentence.is_headline for m in self.mentions)

    @property
    def words(self) -> frozenset[str]:
        """The head words that it is called by."""
        return frozenset(m.head.word for m in self.mentions if m.head)

    @property
    def is_dormant(self) -> bool:
        """Named by weak words alone, and nothing done to it yet: perhaps no agreement at all."""
        return all(m.head is not None and m.head.is_weak and not is_told(m) for m in self.mentions)

    @property
    def is_undertaking(self) -> bool:
        return self.mentions[0].rule == "agreement.undertaking"

    @property
    def main(self) -> Mention | None:
        """The mention that tells the parties best: explicit ones, in the body, with a name, the fullest."""
        explicit = [m for m in self.mentions if m.is_explicit]
        if not explicit:
            return None
        body = [m for m in explicit if not m.sentence.is_headline] or explicit
        own = [m for m in body if m.head is None or not m.head.is_anaphoric] or body
        return max(own, key=lambda m: (m.is_named, len(m.parties)))


def is_told(mention: Mention) -> bool:
    """Is something done to it that is done to agreements? A verb alone says so of a strong word only."""
    rule = mention.act.rule
    if mention.act.status is None or mention.act.is_reference:
        return False
    light = rule == "agreement.agreed_participle" or (rule == "agreement.verbless" and not mention.is_explicit)
    return not light


def telling(content: frozenset[str]) -> frozenset[str]:
    """The words of a name that tell it from others."""
    return content - _COLOURLESS or content


def named_by(instrument: Instrument) -> Mention | None:
    """The mention whose name is the instrument's: in the body before the headline's, not one that points back."""
    named = [m for m in instrument.mentions if m.is_named and m.head and m.act is not DESCRIBED]
    named = [m for m in named if m.head and not m.head.is_anaphoric] or named
    return next((m for m in named if not m.sentence.is_headline), None) or (named[0] if named else None)


def name_span(mention: Mention | None) -> Span | None:
    if mention is None or mention.head is None or mention.head.name is None:
        return None
    words = mention.parsed.words
    return Span(words[mention.head.name].start, words[mention.head.end - 1].end)


def subject_of(text: str, mention: Mention | None) -> str | None:
    """The name without its head and without the words that tie the two."""
    if mention is None or mention.head is None or mention.head.name is None or not mention.head.content:
        return None
    words, head = mention.parsed.words, mention.head
    end = head.start
    while end > mention.head.name and words[end - 1].key in _CASES:
        end -= 1
    return text[words[mention.head.name].start : words[end - 1].end]


def _exactness(when: ResolvedDate | None) -> int:
    if when is None or when.start is None:
        return 0
    return len(when.start) + (when.source != "context")


def _of_body(told: Sequence[Mention]) -> list[Mention]:
    done = [m for m in told if m.act.status != "proposed" and not m.act.is_reference]
    return [m for m in done if not m.sentence.is_headline]


def history(told: Sequence[Mention], today: date | None) -> list[tuple[StatusEvent, Mention]]:
    """The acts, oldest first: by date, undated ones by their place in an agreement's life.

    A headline without a verb (``भारत-फ्रांस सौदा``) says nothing where the text does, and one without a date says no more
    than the news of the week that the text tells (``संधि का नवीनीकरण`` … मंगलवार को हस्ताक्षर किए).
    """
    news = today and date.fromordinal(max(today.toordinal() - _NEWS, 1)).isoformat()
    if news and any(m.when and m.when.precision == "day" and (m.when.start or "") >= news for m in _of_body(told)):
        told = [m for m in told if m.when or not m.sentence.is_headline]
    said = [m for m in told if m.act.rule != "agreement.verbless"]
    told = said if any(not m.act.is_reference for m in said) else told
    done = [m for m in told if m.act.status != "proposed" and not m.act.is_reference]
    if not done:
        proposed = [m for m in told if m.act.status == "proposed"]
        done = proposed or [m for m in told if m.act.is_reference]
    best: dict[AgreementStatus, Mention] = {}
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
    ordered: list[tuple[StatusEvent, Mention]] = list(dated)
    for step in (s for s in steps if not s[0].date):
        at = next((i for i, s in enumerate(ordered) if _LIFE[s[0].status] > _LIFE[step[0].status]), len(ordered))
        ordered.insert(at, step)
    return ordered
