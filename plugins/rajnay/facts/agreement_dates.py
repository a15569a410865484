"""When what is told of an agreement took place: the day in its clause, else that of the scene."""

from collections.abc import Sequence
from datetime import date

from rajnay.facts.agreement_acts import APPROVERS, PARTICIPLES, TALKS
from rajnay.facts.agreement_instruments import Mention
from rajnay.facts.agreement_parties import AGENT
from rajnay.facts.agreement_scene import NEIGHBOURS, Scene
from rajnay.facts.agreement_terms import LEXICON, Head, PhraseTable
from rajnay.facts.date_tense import Tense, tense_of
from rajnay.facts.dateline import dateline
from rajnay.facts.dates import find_dates
from rajnay.facts.model import Meeting, ResolvedDate, Span
from rajnay.text.keys import match_key, match_keys
from rajnay.text.tokens import Sentence

_SCENE: PhraseTable[str] = PhraseTable(
    (words, unit) for unit, phrases in LEXICON["same_scene"].items() for words in phrases
)
_ANCHORS = match_keys("उसी", "इसी", "उस", "अगले")
_DAY = match_key("दिन")
_PLUPERFECT = match_keys("था", "थी", "थे", "थीं")
_MAY = match_keys("सकता", "सकती", "सकते")
_THAT = match_key("कि")
_SAID = match_keys("कहा", "बताया", "है", "किया", "दी", "था", "थी")
_SITTINGS = match_keys("बैठक", "मीटिंग", "सत्र")
_BOUNDS = frozenset(("date.until", "date.since"))
_ANCHOR_REACH = 12
_SCENE_REACH = 10


class DateReader:
    """Finds the dates of acts in one article."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.document = scene.document
        self.who = scene.who
        self._dates: dict[tuple[int, str, date | None], tuple[ResolvedDate, ...]] = {}

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

    def when(self, mention: Mention) -> ResolvedDate | None:
        """The date of the act: the nearest before its cue in its clause, else after it, else before the clause."""
        words, act, head = mention.parsed.words, mention.act, mention.head
        if act.status is None or (act.status == "proposed" and act.tense != "future"):
            return None
        if act.cue and act.status == "proposed" and words[act.cue[0]].key in TALKS:
            return None  # सोमवार को समझौते पर बातचीत होगी: the day of the talks
        # सोमवार से लागू: a beginning is the day only of coming into force.
        bounds = _BOUNDS - {"date.since"} if act.status == "in_force" else _BOUNDS
        found = [
            d
            for d in self.dates(mention.sentence, act.tense or "past", self.anchor(mention), bounds)
            if not (head and head.year is not None and d.span.start <= words[head.year].start < d.span.end)
            and not (d.precision == "year" if act.status == "proposed" else self.is_future(d))
        ]
        at = act.cue[0] if act.cue else (head.start if head else 0)
        said = next((i for i in range(at, 0, -1) if words[i].key == _THAT and words[i - 1].key in _SAID), None)
        if said is not None:
            # बुधवार को कहा कि … हस्ताक्षर करेंगे: the day of the words
            found = [d for d in found if d.span.start >= words[said].start]
        if not found:
            return None
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

    def is_inner(self, mention: Mention, head: Head, found: ResolvedDate) -> bool:
        """X और Y के बीच नवंबर में हुए करार को मंजूरी: the day is the agreement's, not that of what is done to it now."""
        words = mention.parsed.words
        first = words[head.phrase].start
        adjuncts = [a for a in mention.parsed.arguments if a.case in ("between", "with") and a.end <= head.phrase]
        if any(found.span.end <= words[a.first].start for a in adjuncts):
            return False
        # सोमवार को हुई वार्ता के बाद भारत और ओमान ने: a participle before the agents is of something else.
        agents = [words[a.first].start for a in mention.parsed.arguments if a.case in AGENT and a.end <= head.phrase]
        own = max((start for start in agents if start > found.span.end), default=found.span.end)
        made = any(t.key in PARTICIPLES and own <= t.start < first for t in words)
        is_late = bool(adjuncts) and found.span.end <= first
        return made or (is_late and mention.act.status in ("approved", "ended"))

    def is_future(self, found: ResolvedDate) -> bool:
        today = self.document.published_on
        return today is not None and found.start is not None and found.start > today.isoformat()[: len(found.start)]

    def anchor(self, mention: Mention) -> date | None:
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

    def scene_date(self, mention: Mention, approved: Sequence[Mention]) -> ResolvedDate | None:
        """The day of the scene that a sentence without a date belongs to.

        That of a meeting just told between the same parties, or of the sentence before, where the sentence says that it
        goes on (``इस अवसर पर``), speaks of both sides (``दोनों देशों ने``), or still belongs to the lead.
        """
        act = mention.act
        if act.status == "approved":
            return self.sitting_date(mention, approved)
        if act.status == "proposed" and act.tense == "future":
            mine = self.who.codes(mention.parties)
            planned = [m for m in self.scene.nearby(mention) if m.status == "planned" and m.date]
            return next((d for d in (_meeting_date(m) for m in planned if mine == self.scene.states(m)) if d), None)
        if act.status not in ("agreed", "signed", "ended") or act.rule.endswith("_participle"):
            return None
        if mention.sentence.is_headline:
            number = mention.sentence.number
            next_ones = [s for s in self.document.sentences[number + 1 : number + 3] if not _is_earlier(s)]
            later = [d for s in next_ones for d in self.dates(s, "past")]
            return as_context(next((d for d in later if d.precision == "day"), None))
        mine = self.who.codes(mention.parties)
        for meeting in self.scene.nearby(mention):
            states = self.scene.states(meeting)
            if mine and meeting.status == "held" and (mine <= states or states <= mine) and _meeting_date(meeting):
                return _meeting_date(meeting)
        words = mention.parsed.words
        units = [scene[1] for i in range(min(_SCENE_REACH, len(words))) if (scene := _SCENE.at(words, i)) is not None]
        number = mention.sentence.number
        lead = 1 if self.document.sentences[0].is_headline else 0
        goes_on = units or mention.rule in ("agreement.collective", "agreement.undertaking", "agreement.meeting")
        if number == lead and number + 1 < len(self.document.sentences):
            following = self.document.sentences[number + 1]
            if tense_of(following.tokens) == "future" or _is_earlier(following):
                return None
            later = [d for d in self.dates(following, "past") if d.precision == "day"]
            return as_context(next((d for d in later if not self.is_future(d)), None))
        if not goes_on and number > lead + 1:
            return None
        found = as_context(self.earlier_date(number, NEIGHBOURS if goes_on else 1))
        if found and found.start and "month" in units:
            return ResolvedDate(found.span, found.start[:7], found.start[:7], "month", "context", found.rule)
        return found

    def sitting_date(self, mention: Mention, approved: Sequence[Mention]) -> ResolvedDate | None:
        """The day of the sitting at which another agreement was approved just before, or that the lead tells."""
        earlier = [m.when for m in approved if m.when and m.sentence.number < mention.sentence.number]
        if earlier:
            return as_context(earlier[-1])
        number, cue = mention.sentence.number, mention.act.cue
        if cue is None or any(token.key in _PLUPERFECT for token in mention.parsed.words[cue[1] : cue[1] + 6]):
            return None  # मंजूरी दी गई थी: at an earlier one
        for told in reversed(self.document.sentences[max(number - NEIGHBOURS, 0) : number]):
            keys = [token.key for token in told.tokens]
            held = tense_of(told.tokens) != "future" and _MAY.isdisjoint(keys)
            if held and not APPROVERS.isdisjoint(keys) and not _SITTINGS.isdisjoint(keys):
                day = next((d for d in self.dates(told, "past") if d.precision == "day"), None)
                if day is not None and not self.is_future(day):
                    return as_context(day)
        return None


def _is_earlier(sentence: Sentence) -> bool:
    """… रवाना हुए थे: does it tell what came before the news?"""
    return any(token.key in _PLUPERFECT for token in sentence.tokens[-3:])


def _meeting_date(meeting: Meeting) -> ResolvedDate | None:
    if meeting.date is None:
        return None
    span = next((e.span for e in meeting.slots if e.slot == "date"), meeting.evidence)
    return ResolvedDate(span, meeting.date, meeting.date_end, meeting.date_precision, "context", "date.meeting")


def as_context(found: ResolvedDate | None) -> ResolvedDate | None:
    """The date as one that another sentence tells."""
    return ResolvedDate(found.span, found.start, found.end, found.precision, "context", found.rule) if found else None
