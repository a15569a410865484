"""When a meeting is: the date of its clause, else the day that the sentences before are about.

Dates themselves are read by ``rajnay.facts.dates``; here the one is chosen that belongs to the event.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from rajnay.facts.arguments import Argument
from rajnay.facts.dateline import dateline
from rajnay.facts.dates import find_dates
from rajnay.facts.document import Document
from rajnay.facts.event_view import View
from rajnay.facts.meeting_words import word_list
from rajnay.facts.model import MeetingStatus, ResolvedDate
from rajnay.facts.places import is_headed
from rajnay.facts.realis_event import Realisation
from rajnay.facts.verbs import verb_groups
from rajnay.text.keys import match_key
from rajnay.text.tokens import Sentence, Token

_GOES_ON = word_list("reference", "goes_on")
_LOOK_BACK, LOOK_FAR = 3, 8  # sentences in which a day is looked for that goes on; with इसके बाद, उसी समय
_BOUNDS = frozenset(("date.until", "date.since"))  # no days of an event
_ABOUT_TO = frozenset(map(match_key, ("वाला", "वाले", "वाली")))
_FROM_THAT = frozenset(map(match_key, ("इससे", "उससे", "इसके", "उसके")))
_BUT, _NOT, _THAT = match_key("बल्कि"), match_key("नहीं"), match_key("कि")
_HE = frozenset(map(match_key, ("वह", "वे")))
_WAS = frozenset(map(match_key, ("था", "थे", "थी", "थीं")))
_PROGRESSIVE = frozenset(map(match_key, ("रहा", "रहे", "रही", "रहीं")))
_MOVING = word_list("reference", "moving")


class MeetingDates:
    """The dates of one document's meetings, remembered in reading order."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._days: dict[int, ResolvedDate | None] = {}

    def goes_on(self, when: ResolvedDate | None, number: int) -> None:
        """Remembers the day of a meeting that sentence ``number`` tells."""
        if when is None or when.precision != "day":
            return
        known = self._last_day(number)
        if known is None or known.span == when.span:  # the meeting's tense knows better than the sentence
            self._days[number] = when

    def of_event(
        self, view: View, realisation: Realisation, status: MeetingStatus, near: Argument | None
    ) -> tuple[ResolvedDate | None, bool]:
        """The date of the event, and whether it is the context's: that of the sentences before."""
        words, sentence = view.words, view.parsed.sentence
        clause = words[view.low : view.reach]
        goes_on = any(w.key in _GOES_ON for w in clause)
        stated = self._dates(clause[0].start, clause[-1].end, realisation, sentence, goes_on)
        found = [d for d in stated if d.rule not in _BOUNDS and not _is_negated(words, d)]
        if not found and status == "planned":
            found = [d for d in stated if d.rule == "date.since"]  # 10 मार्च से शुरू होगी
        at = near.first if near is not None else view.first
        if status == "held" and (published := self.document.published_on) is not None:
            found = [d for d in found if d.start is None or d.start <= published.isoformat()]
        ahead = [d for d in found if d.span.start < words[at].start][::-1]
        chosen = (ahead[0] if ahead and status == "cancelled" else _best_date(ahead)) or _best_date(found)
        if chosen is not None:  # who writes or says आज means his own day, often not the paper's
            return chosen, view.is_reported and chosen.source == "relative"
        if stated:
            return None, False
        # कोठारी ने बताया कि वह बुधवार को … जाएंगे, जहां वह Y से मिलेंगे: what stands before कि is another day's
        begin = max((i + 1 for i in range(view.low) if words[i].key == _THAT), default=0)
        if view.is_reported and (not begin or view.low <= begin or view.is_quoted):
            return None, False
        if view.low:
            earlier = self._dates(words[begin].start, words[view.low].start, realisation, sentence, goes_on)
            earlier = [d for d in earlier if d.rule not in _BOUNDS]
            if earlier:
                return earlier[-1], False
        if view.is_reported:
            return None, False
        if status == "held" and realisation.realis == "happened":
            day, published = self._day_before(sentence, LOOK_FAR if goes_on else _LOOK_BACK), self.document.published_on
            return (day if day and (not published or (day.start or "") <= published.isoformat()) else None), True
        if status == "planned" and sentence.number and (goes_on or self._sets_out(view, sentence)):
            previous = self.document.sentences[sentence.number - 1]
            ahead = self._dates(previous.start, previous.end, realisation, previous, goes_on=False)
            return _best_date([d for d in ahead if d.start and d.rule not in _BOUNDS]), True
        return None, False

    def _sets_out(self, view: View, sentence: Sentence) -> bool:
        """X कल दिल्ली आ रहे हैं। वह Y से मिलेंगे: he who meets has just been told to come that day."""
        previous = self.document.sentences[sentence.number - 1]
        if previous.is_headline or view.words[0].key not in _HE or view.low:
            return False
        verb = next((g for g in reversed(verb_groups(previous.tokens)) if g.is_finite), None)
        if verb is None or not set(verb.keys) & _MOVING:
            return False
        return "future" in verb.forms or "present" in verb.forms and bool(set(verb.keys) & _PROGRESSIVE)

    def _dates(
        self, start: int, end: int, realisation: Realisation, sentence: Sentence, goes_on: bool
    ) -> list[ResolvedDate]:
        text, published = self.document.text, self.document.published_on
        start = max(start, self._body_start(sentence))
        if start >= end:
            return []
        before = self._day_before(sentence, LOOK_FAR if goes_on else _LOOK_BACK)
        anchor = date.fromisoformat(before.start) if before and before.start and before.precision == "day" else None
        dates = find_dates(text, start, end, published, realisation.tense, anchor)
        if anchor is not None and published is not None:
            is_behind = any(w.key in _WAS for w in sentence.tokens) and self._day_before(sentence, 1) is not None
            dates = tuple(_from_day(text, day, anchor, published, is_behind) for day in dates)
        if realisation.realis in ("cancelled", "postponed") and published is not None:
            ahead = find_dates(text, start, end, published, "future", anchor)
            dates = tuple(
                future if _is_before_planned(text, future, end) else _nearer(past, future, published)
                for past, future in zip(dates, ahead, strict=False)
            )
        return list(dates)

    def _day_before(self, sentence: Sentence, reach: int) -> ResolvedDate | None:
        """The last day that the ``reach`` sentences before ``sentence`` name."""
        for number in range(sentence.number - 1, max(sentence.number - 1 - reach, -1), -1):
            if self.document.sentences[number].is_headline and not sentence.is_headline:
                return None
            if (day := self._last_day(number)) is not None:
                return day
        return None

    def _last_day(self, number: int) -> ResolvedDate | None:
        if number not in self._days:
            sentence, published = self.document.sentences[number], self.document.published_on
            start = self._body_start(sentence)
            dates = (
                find_dates(self.document.text, start, sentence.end, published, "past") if start < sentence.end else ()
            )
            days = [
                d
                for d in dates
                if d.precision == "day" and d.start and d.rule != "date.distance" and d.rule not in _BOUNDS
            ]
            days = [d for d in days if not _is_ahead(sentence, d)] if days else days
            self._days[number] = days[-1] if days else None
        return self._days[number]

    def _body_start(self, sentence: Sentence) -> int:
        """Where the sentence begins behind a dateline, whose date is none of an event."""
        first = self.document.headline_end
        if sentence.is_headline or sentence.start > first + 1:
            return sentence.start
        line = dateline(self.document.text, sentence.start, sentence.end, self.document.published_on)
        return line.end if line is not None and is_headed(self.document.text, line) else sentence.start

    # -- memory ----------------------------------------------------------------------------------------


def _is_ahead(sentence: Sentence, found: ResolvedDate) -> bool:
    """यह बुधवार से प्रभावी होगा, कल हस्ताक्षर किए जाएंगे: no day on which something was."""
    verb = next(
        (g for g in verb_groups(sentence.tokens) if g.is_finite and sentence.tokens[g.start].start >= found.span.end),
        None,
    )
    return verb is not None and "future" in verb.forms


def _best_date(dates: Sequence[ResolvedDate]) -> ResolvedDate | None:
    """The first that names its day; a distance (एक दिन पहले) only where no other does."""
    days = [d for d in dates if d.precision == "day" and d.start is not None]
    return next((d for d in days if d.rule != "date.distance"), None) or next(iter(days or dates), None)


def _is_before_planned(text: str, found: ResolvedDate, end: int) -> bool:
    """कल नैरोबी में होने वाली वार्ता रद्द: कल of what was to come is tomorrow."""
    if found.source != "relative":
        return False
    following = [match_key(word) for word in text[found.span.end : end].split()[:8]]
    return any(a.endswith("ने") and b in _ABOUT_TO for a, b in zip(following, following[1:], strict=False))


def _from_day(text: str, found: ResolvedDate, anchor: date, published: date, is_behind: bool) -> ResolvedDate:
    """इससे एक दिन पहले counts from the day told before, not from publication; एक दिन पहले too, where ``is_behind``: it
    goes back behind what the sentence before tells (एक दिन पहले वह Y से मिले थे)."""
    if found.rule != "date.distance" or found.precision != "day" or found.start is None:
        return found
    before = text[: found.span.start].rsplit(maxsplit=1)
    if not is_behind and (not before or match_key(before[-1]) not in _FROM_THAT):
        return found
    day = (anchor - (published - date.fromisoformat(found.start))).isoformat()
    return replace(found, start=day, end=day, source="context", rule="date.anchored")


def _nearer(past: ResolvedDate, future: ResolvedDate, published: date) -> ResolvedDate:
    """Of a weekday's two readings the one nearer to the day of publication."""
    if past.start is None or future.start is None or past.precision != "day" or future.precision != "day":
        return past
    back, ahead = (abs((date.fromisoformat(d.start or "") - published).days) for d in (past, future))
    return future if ahead < back else past


def _is_negated(words: Sequence[Token], found: ResolvedDate) -> bool:
    """मंगलवार को नहीं, बल्कि सोमवार को."""
    at = next((i for i, w in enumerate(words) if w.start >= found.span.end), len(words))
    denied = next((i for i in range(at, min(at + 2, len(words))) if words[i].key == _NOT), None)
    return denied is not None and any(w.text == "," or w.key == _BUT for w in words[denied + 1 : denied + 2])
