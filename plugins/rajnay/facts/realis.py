"""Did it happen? Tense, aspect, modality and negation of an event in its sentence, with the cue that says so.

The predicate of an event noun follows it (``मुलाकात … हुई``), but for headlines (``हुई मुलाकात``); what stands between
decides first: a postposition (``मुलाकात के बाद``) or a noun that the event complements (``मुलाकात की संभावना``).
Cues are data: lexicon/realis.toml. Order of the decisions: ``read_realis``.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from rajnay.facts.document import Document
from rajnay.facts.lexicons import read_lexicon
from rajnay.facts.model import Realis, Span
from rajnay.facts.verbs import FORMS, VerbGroup, is_mark, verb_groups
from rajnay.text.keys import match_key
from rajnay.text.tokens import Sentence, Token

Tense = Literal["past", "future"]


@dataclass(frozen=True, slots=True)
class Realisation:
    """How an event is asserted. ``realis`` None: not at all (a question, a habit); ``rule`` says why.

    ``tense`` is what relative dates (कल, शुक्रवार को) resolve by. ``span``: the deciding words, None if there are none.
    A wish, offer or attempt is "conditional" with a rule of that name.
    """

    realis: Realis | None
    tense: Tense | None
    span: Span | None
    rule: str


_DATA = read_lexicon("realis")


def _keys(section: str, name: str = "words") -> frozenset[str]:
    return frozenset(map(match_key, _DATA[section][name]))


def _phrases(section: str, name: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(match_key(phrase).split()) for phrase in _DATA[section][name])


_WITH_CLAUSE, _PURPOSE, _WITHOUT, _TOPIC = (
    _phrases("adjunct", n) for n in ("with_clause", "purpose", "without", "topic")
)
_BEFORE = _keys("adjunct", "before")
_COMPLEMENTS = {name: frozenset(map(match_key, words)) for name, words in _DATA["complement"].items()}
_DENIAL, _REFUSAL, _CANCELLED, _POSTPONED = map(_keys, ("denial", "refusal", "cancelled", "postponed"))
_NEGATION, _CONTRAST, _ALMOST = _keys("negation"), _keys("negation", "contrast"), _keys("almost")
_CONDITION, _QUESTION, _WISH, _POSSIBILITY = map(_keys, ("condition", "question", "wish", "possibility"))
_SCHEDULED, _CALLED, _INVITED, _ONGOING, _DAYS, _HABITUAL = map(
    _keys, ("scheduled", "called", "invited", "ongoing", "days", "habitual")
)
_CALLED_OFF: tuple[tuple[frozenset[str], Realis, str], ...] = (
    (_CANCELLED, "cancelled", "cancelled"),
    (_POSTPONED, "postponed", "postponed"),
)
_RUMOUR = _keys("complement", "rumour")
_SETTLED = _keys("settled")
_HAPPENS = frozenset(map(match_key, ("होगी", "होगा", "होंगी", "होंगे", "हुई", "हुआ", "हुईं")))
_MAY = frozenset(map(match_key, ("जाए", "जाएं", "जाये", "दे", "दें", "करे", "करें", "हो")))
_FAR_VERB = 14  # tokens between a headline's verb and its subject
_KO = match_key("को")
_NOMINAL = frozenset(map(match_key, ("मिलना", "बैठना")))
_NEAR = 150  # tokens on either side of the event that can matter
_WHEN = frozenset({match_key("जब")})
_SO, _THAT, _NOT, _WHETHER = match_key("तो"), match_key("कि"), match_key("नहीं"), match_key("क्या")
_GENITIVES = frozenset(map(match_key, ("का", "के", "की")))
_POSTPOSITIONS = frozenset(map(match_key, ("के", "से", "में", "पर", "की", "का", "को", "हेतु", "तक", "ने")))
_PARTICLES = frozenset(map(match_key, ("भी", "ही", "तो", "तक", "स्थल")))
_GOING = frozenset(map(match_key, ("जा", "आ")))
_PROGRESSIVE = frozenset(map(match_key, ("रहा", "रहे", "रही", "रहीं")))
_ABOUT_TO = frozenset(map(match_key, ("वाला", "वाले", "वाली")))
_WHO = frozenset(map(match_key, ("जो", "जिसे", "जिसका")))
_PROMPT = frozenset(map(match_key, ("बिना",)))


def read_realis(
    document: Document, sentence: Sentence, trigger: Span, groups: Sequence[VerbGroup] | None = None
) -> Realisation:
    """How ``sentence`` asserts the event named by the words at ``trigger`` (a noun, or a verb such as मिले).

    ``groups``: its verb groups, if they are known already.
    """
    return _Reader(sentence, trigger, groups).read()


def _around(tokens: tuple[Token, ...], trigger: Span) -> tuple[Token, ...]:
    """The tokens near the trigger: all of any real sentence, a bounded part of a text without stops."""
    if len(tokens) <= 2 * _NEAR:
        return tokens
    at = bisect_left(tokens, trigger.start, key=lambda token: token.start)
    return tokens[max(0, at - _NEAR) : at + _NEAR]


class _Reader:
    def __init__(self, sentence: Sentence, trigger: Span, groups: Sequence[VerbGroup] | None) -> None:
        self.sentence = sentence
        self.tokens: tuple[Token, ...] = _around(sentence.tokens, trigger)
        n = len(self.tokens)
        self.first = next((i for i, t in enumerate(self.tokens) if t.end > trigger.start), n)
        self.after = next((i for i, t in enumerate(self.tokens) if t.start >= trigger.end), n)
        is_whole = self.tokens is sentence.tokens
        self.groups = list(groups) if groups is not None and is_whole else verb_groups(self.tokens)

    # -- small steps -------------------------------------------------------------------------------------

    def _span(self, i: int, j: int | None = None) -> Span:
        j = i + 1 if j is None else j
        return Span(self.tokens[i].start, self.tokens[j - 1].end)

    def _find(self, words: frozenset[str], start: int, end: int) -> int | None:
        return next((i for i in range(max(start, 0), min(end, len(self.tokens))) if self.tokens[i].key in words), None)

    def _starts(self, phrase: tuple[str, ...], i: int) -> bool:
        return tuple(t.key for t in self.tokens[i : i + len(phrase)]) == phrase

    def _decide(
        self, realis: Realis | None, tense: Tense | None, rule: str, i: int | None, j: int | None = None
    ) -> Realisation:
        return Realisation(realis, tense, None if i is None else self._span(i, j), f"realis.{rule}")

    def _own_group(self) -> VerbGroup | None:
        """The verb group that the trigger itself is in (मिले, मिलने वाले हैं)."""
        return next((g for g in self.groups if g.start < self.after and g.end > self.first), None)

    def _predicate(self, start: int) -> VerbGroup | None:
        """The first finite verb group from ``start`` on, a participle before a noun passed over."""
        return next((g for g in self.groups if g.end > start and g.is_finite), None)

    def _clause_end(self, group: VerbGroup | None) -> int:
        return len(self.tokens) if group is None else group.end

    # -- the decisions, in order -------------------------------------------------------------------------

    def read(self) -> Realisation:
        own = self._own_group()
        at = self.after
        while own is None and at < len(self.tokens) and self.tokens[at].key in _PARTICLES:
            at += 1
        if (question := self._question()) is not None:
            return question
        if own is not None:
            at = own.end
            if (cue := self._find(_PROMPT, at, at + 1)) is not None:
                return self._decide("denied", "past", "without", cue)
        if (denied := self._report_denied(at)) is not None:
            return denied
        if (called_off := self._called_off_later(at)) is not None:
            return called_off
        left = self._left()
        if own is None:
            if (adjunct := self._adjunct(at, left)) is not None:
                return adjunct
            light = next((g for g in self.groups if g.start >= at), None)
            if (
                light is not None
                and light.forms <= {"absolutive", "stem"}
                and light.start <= at + 1
                and not light.is_finite
            ):
                return self._with_clause(light.end, "absolutive")
            # बातचीत शुरू करने की अपील: what the infinitive hangs on decides.
            hangs = light is not None and self._is_infinitive(light, at)
            if light is not None and hangs and (adjunct := self._adjunct(light.end, left)) is not None:
                return adjunct
            # मोदी-मैक्रों की मुलाकात, साथ चलेंगी नौसेनाएं: what follows is another piece of news.
            is_closed = self.sentence.is_headline and self._ends_headline_part(at)
            predicate = None if is_closed else self._predicate(at)
            if predicate is None and (near := self._scrambled()) is not None:
                return self._by_group(near, self.first, near)
            if predicate is None:
                return self._verbless(left)
            return self._by_group(predicate, at, light or predicate, left)
        if (
            own.forms == {"infinitive"}
            and own.keys[-1] in _NOMINAL
            and own.end < len(self.tokens)
            and not own.is_finite
        ):
            return self._decide(None, None, "nominal", own.start, own.end)  # Y से मिलना अहम माना जा रहा है
        if own.is_finite or not {"infinitive", "absolutive", "stem"} & own.forms:
            return self._by_group(own, own.start, own, left)
        if (adjunct := self._adjunct(at, left)) is not None:
            return adjunct
        if "absolutive" in own.forms:
            return self._with_clause(own.end, "absolutive")
        predicate = self._predicate(at)
        if predicate is None:
            return self._verbless(left)
        return self._by_group(predicate, own.start, own, left)

    def _is_infinitive(self, group: VerbGroup, at: int) -> bool:
        return (
            "infinitive" in group.forms
            and not group.is_finite
            and group.start <= at + 3
            and group.keys[-1].endswith("ने")
        )

    def _question(self) -> Realisation | None:
        last = self.tokens[-1]
        if last.text == "?" or (self.sentence.is_headline and "?" in {t.text for t in self.tokens[self.after :]}):
            at = self._find(_QUESTION, 0, len(self.tokens))
            return self._decide(None, None, "question", at if at is not None else len(self.tokens) - 1)
        # लोग पूछ रहे हैं कि क्या दोनों मिलेंगे। क्या मोदी शी से मिलेंगे: at the beginning of a clause क्या asks yes or no
        asks = max((i for i in range(self.first) if self.tokens[i].key == _WHETHER), default=None)
        if asks is not None and (asks == 0 or self.tokens[asks - 1].key == _THAT):
            return self._decide(None, None, "question", asks)
        return None

    def _report_denied(self, at: int) -> Realisation | None:
        report = self._find(_COMPLEMENTS["report"] | _RUMOUR, at, at + 4)
        if report is not None and (cue := self._find(_DENIAL, report, report + 12)) is not None:
            return self._decide("denied", "past", "report_denied", cue)
        that = max((i for i in range(self.first) if self.tokens[i].key == _THAT), default=None)
        if that is not None and (cue := self._find(_DENIAL, that - 5, that)) is not None:
            return self._decide("denied", "past", "report_denied", cue)
        return None

    def _called_off_later(self, at: int) -> Realisation | None:
        """उस वार्ता …, जो टाल दी गई है."""
        who = next(
            (
                i
                for i in range(at + 1, len(self.tokens))
                if self.tokens[i].key in _WHO and self.tokens[i - 1].text == ","
            ),
            None,
        )
        if who is None:
            return None
        end = self._clause_end(self._predicate(who))
        for words, realis, rule in _CALLED_OFF:
            if (cue := self._find(words, who, end)) is not None:
                return self._decide(realis, "past", rule, cue)
        return None

    def _left(self) -> tuple[Realis, Tense, str, int] | None:
        """A participle or adjective before the event noun: होने वाली बैठक, प्रस्तावित भेंट, हुई बातचीत."""
        for i in range(self.first - 1, max(self.first - 5, -1), -1):
            key = self.tokens[i].key
            if is_mark(self.tokens[i]) and self.tokens[i].text not in "-'\"‘’“”":
                return None
            if key in _ABOUT_TO and i and self.tokens[i - 1].key.endswith("ने"):
                return "planned", "future", "about_to", i
            if key in _SCHEDULED:
                return "planned", "future", "scheduled", i
            if key in _PROGRESSIVE and i > 1 and self.tokens[i - 1].key in _GOING:
                return "planned", "future", "about_to", i
            group = next((g for g in self.groups if g.start <= i < g.end), None)
            if group is not None and not group.is_finite and "past" in group.forms and self.first - group.end <= 3:
                return "happened", "past", "participle", i
            if group is not None and group.is_finite:
                return None
        return None

    def _adjunct(self, at: int, left: tuple[Realis, Tense, str, int] | None) -> Realisation | None:
        """The event is no predicate but hangs on one by a postposition or a noun."""
        if at >= len(self.tokens) or self.tokens[at].key not in _POSTPOSITIONS:
            return None
        for phrases, kind in ((_WITHOUT, "without"), (_PURPOSE, "purpose")):
            for phrase in phrases:
                if self._starts(phrase, at):
                    if kind == "without":
                        return self._decide("denied", "past", kind, at, at + len(phrase))
                    return self._purpose(at)
        if (cue := self._find(_REFUSAL, at, at + 3)) is not None and self.tokens[at].key == match_key("से"):
            return self._decide("cancelled", "past", "refusal", cue)
        if self.tokens[at].key == match_key("से") and (cue := self._find(_BEFORE, at + 1, at + 5)) is not None:
            return self._decide("planned", "future", "before", cue) if left is None else self._decide(*left)
        if self.tokens[at].key == match_key("से") and (cue := self._find(_SETTLED, at + 1, at + 5)) is not None:
            return self._decide("conditional", "future", "wish", cue)
        if self.tokens[at].key in _GENITIVES and not any(self._starts(phrase, at) for phrase in _WITH_CLAUSE):
            for name, words in _COMPLEMENTS.items():
                if name in ("report", "rumour") or (cue := self._find(words, at + 1, at + 5)) is None:
                    continue
                if any(is_mark(t) for t in self.tokens[at:cue]) or self._verb_between(at, cue):
                    continue
                if name == "arranging" and any(g.start == cue + 1 for g in self.groups):
                    continue  # बैठक का आयोजन किया: it was held
                if name in ("scheduled", "possibility"):
                    predicate = self._predicate(cue)
                    denial = self._find(_NEGATION, cue, predicate.end) if predicate is not None else None
                    if denial is not None:
                        return self._decide("denied", "future", "negation", denial)
                    for called_off, realis, rule in _CALLED_OFF:  # मुलाकात का कार्यक्रम रद्द हो गया
                        if predicate and (off := self._find(called_off, cue, predicate.end)) is not None:
                            return self._decide(realis, "past", rule, off)
                if name == "scheduled":
                    return self._decide("planned", "future", name, cue)
                if name == "possibility":
                    return self._decide("conditional", "future", name, cue)
                return self._decide("conditional", "future", name, cue)
        for phrase in _TOPIC:
            if self._starts(phrase, at):
                return self._decide("conditional", "future", "topic", at, at + len(phrase))
        for phrase in _WITH_CLAUSE:
            if self._starts(phrase, at):
                if (aim := self._aim(at + len(phrase))) is not None:
                    return aim
                if left is not None:
                    return self._decide(left[0], left[1], left[2], left[3])
                return self._with_clause(at + len(phrase), "with_clause")
        return None

    def _aim(self, start: int) -> Realisation | None:
        """बैठक में भाग लेने के लिए: to be attended."""
        group = next((g for g in self.groups if g.end > start), None)
        if group is not None and group.forms <= {"infinitive", "stem"} and group.start <= start + 3:
            for phrase in _PURPOSE:
                if self._starts(phrase, group.end):
                    return self._decide("planned", "future", "purpose", group.start, group.end + len(phrase))
        return None

    def _verb_between(self, start: int, end: int) -> bool:
        return any(start <= g.start < end and g.is_finite for g in self.groups)

    def _purpose(self, at: int) -> Realisation:
        wish = self._find(_WISH, at, at + 5)
        if wish is not None:
            return self._decide("conditional", "future", "wish", wish)
        if (cue := self._find(_INVITED, at, len(self.tokens))) is not None:
            return self._decide("planned", "future", "invited", cue)
        return self._decide("planned", "future", "purpose", at)

    def _with_clause(self, start: int, rule: str) -> Realisation:
        """Realis of the clause that an adjunct belongs to; its negation does not reach the adjunct."""
        predicate = self._predicate(start)
        if predicate is None:
            return self._decide("happened", "past", rule, None)
        if (cue := self._find(_INVITED, start, predicate.end)) is not None:
            return self._decide("planned", "future", "invited", cue)
        if "future" in predicate.forms:
            return self._decide("planned", "future", rule, predicate.start, predicate.end)
        if self._find(_POSSIBILITY, predicate.start, predicate.end) is not None and "past" not in predicate.forms:
            return self._decide("conditional", "future", "possibility", predicate.start, predicate.end)
        if "infinitive" in predicate.forms and {"present", "was"} & predicate.forms:
            return self._decide("planned", "future", "obligation", predicate.start, predicate.end)
        if predicate.forms <= {"present"} and (cue := self._find(_SCHEDULED, start, predicate.start)) is not None:
            return self._decide("planned", "future", "scheduled", cue)  # के अलावा … का कार्यक्रम है
        return self._decide("happened", "past", rule, predicate.start, predicate.end)

    def _ends_headline_part(self, at: int) -> bool:
        """Is there a comma or semicolon in the next words, before any verb: बैठक शुरू, …?"""
        for i in range(at, min(at + 4, len(self.tokens))):
            if self.tokens[i].text in ",;":
                return True
            if any(g.start <= i < g.end for g in self.groups):
                return False
        return False

    def _scrambled(self) -> VerbGroup | None:
        """A headline's verb before its noun: हुई मुलाकात, की फोन पर बात; होगी मोदी और शी की मुलाकात."""
        before = [g for g in reversed(self.groups) if g.end <= self.first]
        near = next((g for g in before if self.first - g.end <= 3), None)
        if near is None and self.sentence.is_headline and before and set(before[0].keys) & _HAPPENS:
            marks = any(is_mark(t) and t.text != "-" for t in self.tokens[before[0].end : self.first])
            return None if marks or self.first - before[0].end > _FAR_VERB else before[0]
        return near

    def _verbless(self, left: tuple[Realis, Tense, str, int] | None) -> Realisation:
        for words, realis, rule in _CALLED_OFF:
            if (cue := self._find(words, self.after, len(self.tokens))) is not None:
                return self._decide(realis, "past", rule, cue)
        if left is not None:
            return self._decide(left[0], left[1], left[2], left[3])
        if (cue := self._find(_SCHEDULED, self.after, self.after + 6)) is not None:
            return self._decide("planned", "future", "scheduled", cue)
        if (cue := self._find(_DAYS, self.after, self.after + 3)) is not None:
            return self._decide("planned", "future", "headline_day", cue)
        if (cue := self._find(_ONGOING, self.after, self.after + 4)) is not None:
            return self._decide("ongoing", "past", "ongoing", cue)
        if self.sentence.is_headline and self.tokens[-1].key == _KO:  # वार्ता 24 नवंबर को
            return self._decide("planned", "future", "headline_day", len(self.tokens) - 1)
        return self._decide("happened", "past", "verbless", None)

    def _by_group(
        self, group: VerbGroup, start: int, light: VerbGroup, left: tuple[Realis, Tense, str, int] | None = None
    ) -> Realisation:
        """Decide by the finite group that closes the event's clause; ``start``: where its predicate begins."""
        lo, hi = start, group.end
        forms = group.forms
        # वह … टल गई, जो … टाल दी गई: the called-off event is taken up again in the next clause.
        reach = self._next_clause(group)
        for words, realis, rule in _CALLED_OFF:
            if (cue := self._find(words, lo, reach)) is not None and not self._negated(cue, hi):
                if cue < hi and self._only_possible(group):
                    return self._decide("conditional", "future", "possibility", cue)
                return self._decide(realis, "past", rule, cue)
        if (cue := self._find(_REFUSAL, lo, hi)) is not None and cue and self.tokens[cue - 1].key == match_key("से"):
            return self._decide("cancelled", "past", "refusal", cue)
        if (cue := self._almost(lo)) is not None:
            return self._decide("denied", "past", "almost", cue)
        if forms <= {"present"} and group.end < len(self.tokens) and self.tokens[group.end].text == ",":
            # वार्ता है, जो … शुरू होनी है
            later = next((g for g in self.groups if g.start > group.end and g.is_finite), None)
            if later is not None and self.tokens[group.end + 1].key in _WHO:
                return self._by_group(later, group.end, later)
        if (counter := self._counterfactual(group)) is not None:
            return counter
        if (cue := self._negation(lo, group)) is not None:
            if left is not None and left[0] == "planned" and "future" in forms:
                return self._decide("cancelled", "past", "cancelled", cue)
            return self._decide("denied", "future" if "future" in forms else "past", "negation", cue)
        if (cue := self._condition(group)) is not None:
            return self._decide("conditional", "future", "condition", cue)
        if (cue := self._find(_WISH, lo, hi + 1)) is not None and "infinitive" in (
            light.forms | forms | self._forms(lo, hi)
        ):
            return self._decide("conditional", "future", "wish", cue)
        if (cue := self._find(_POSSIBILITY, lo, hi)) is not None and not self._managed(group):
            return self._decide("conditional", "future", "possibility", cue)
        if "future" in forms:
            return self._decide("planned", "future", "future", group.start, group.end)
        if (cue := self._find(_ABOUT_TO, lo, hi)) is not None and self.tokens[cue - 1].key.endswith("ने"):
            return self._decide("planned", "future", "about_to", cue - 1, cue + 1)
        if "infinitive" in forms and {"present", "was"} & forms:
            past = "was" in forms
            return self._decide("conditional" if past else "planned", "past" if past else "future",
                                "was_scheduled" if past else "obligation", group.start, group.end)  # fmt: skip
        if "subjunctive" in forms and not {"past", "present", "was"} & forms:
            return self._decide("conditional", "future", "subjunctive", group.start, group.end)
        if (cue := self._find(_SCHEDULED, lo, hi)) is not None and "was" not in forms:
            return self._decide("planned", "future", "scheduled", cue)
        if (cue := self._find(_CALLED, lo, hi)) is not None:
            return self._decide("planned", "future", "called", cue)
        if (cue := self._find(_PROGRESSIVE, group.start, group.end)) is not None:
            if self.tokens[cue - 1].key in _GOING and "present" in forms:
                return self._decide("planned", "future", "about_to", cue - 1, group.end)
            return self._decide("happened" if "was" in forms else "ongoing", "past", "progressive", cue)
        if (cue := self._find(_ONGOING, lo, hi)) is not None:
            return self._decide("happened" if "was" in forms else "ongoing", "past", "ongoing", cue)
        if "habitual" in forms and "past" not in forms:
            if self.sentence.is_headline and self._find(_HABITUAL, 0, len(self.tokens)) is None:
                return self._decide("happened", "past", "headline_present", group.start, group.end)
            return self._decide(None, None, "habitual", group.start, group.end)
        if left is not None and left[0] == "planned" and "past" not in forms:
            return self._decide(left[0], left[1], left[2], left[3])
        return self._decide("happened", "past", "past", group.start, group.end)

    def _only_possible(self, group: VerbGroup) -> bool:
        """वार्ता रद्द कर दी जाए, रद्द हो सकती है: it still stands."""
        if self._find(_POSSIBILITY, group.start, group.end) is not None and "future" not in group.forms:
            return True
        return group.keys[-1] in _MAY and not {"present", "was"} & group.forms

    def _condition(self, group: VerbGroup) -> int | None:
        """अगर … तो around the event, or a clause of its own that तो closes."""
        cue = self._find(_CONDITION, 0, self.first)
        if cue is not None and self._find(frozenset({_SO, ","}), cue, len(self.tokens)) is not None:
            return cue
        then = self._find(frozenset({_SO}), group.end, group.end + 1)
        if (
            then is not None and "past" in group.forms and group is self._own_group()
        ):  # दोनों दिल्ली में मिले तो बड़ा सवाल पानी का था: when they met
            main = next((g for g in self.groups if g.start > then and g.is_finite), None)
            if main is not None and {"past", "was"} & main.forms and not {"habitual", "present"} & main.forms:
                return None
        return then

    def _almost(self, start: int) -> int | None:
        """होते-होते रह गए: a doubled participle before रह or टल."""
        words = [(i, t.key) for i, t in enumerate(self.tokens[start:], start) if not is_mark(t)]
        for (i, first), (_, second), (_, third) in zip(words, words[1:], words[2:], strict=False):
            if first == second and FORMS.get(first) == "habitual" and third in _ALMOST:
                return i
        return None

    def _forms(self, start: int, end: int) -> frozenset[str]:
        return frozenset(form for g in self.groups if start <= g.start < end for form in g.forms)

    def _managed(self, group: VerbGroup) -> bool:
        """मुलाकात हो सकी: could and did."""
        return any(key in ("सकी", "सका", "सके") for key in group.keys) and "present" not in group.forms

    def _next_clause(self, group: VerbGroup) -> int:
        """End of the next clause if it takes the event up again (मगर … रद्द करनी पड़ी, जो … टल गई), else of this one."""
        later = [g for g in self.groups if g.start >= group.end and g.is_finite]
        if group.end >= len(self.tokens) or not later:
            return group.end
        if {"infinitive"} & group.forms or "was" in group.forms or self.tokens[group.end].text == ",":
            return later[-1].end if "infinitive" in group.forms else later[0].end
        return group.end

    def _negated(self, cue: int, end: int) -> bool:
        return self._find(frozenset({_NOT}), cue + 1, min(cue + 3, end)) is not None

    def _counterfactual(self, group: VerbGroup) -> Realisation | None:
        bare = group.forms <= {"habitual", "stem", "past"} and "habitual" in group.forms
        closing = group.end < len(self.tokens) and self.tokens[group.end].key == _SO
        inside = _SO in group.keys
        if bare and (closing or inside or self._find(_CONDITION, 0, group.start) is not None):
            return self._decide("denied", "past", "counterfactual", group.start, group.end)
        return None

    def _negation(self, start: int, group: VerbGroup) -> int | None:
        """A negation of the predicate itself: beside the verb, or कोई … नहीं; not X से नहीं, बल्कि Y से."""
        for i in range(max(min(start, group.start - 2), 0), min(group.end + 1, len(self.tokens))):
            if self.tokens[i].key not in _NEGATION:
                continue
            following = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
            if following is not None and (following.text == "," or following.key in _CONTRAST):
                continue
            if i >= group.start - 2 or self.tokens[i].key == _NOT:
                return i
        prompt = self._find(_PROMPT, self.first - 3, self.first)
        return prompt if prompt is not None and "absolutive" not in group.forms else None
