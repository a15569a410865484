"""An event that is no predicate but hangs on one, by a postposition or a noun: मुलाकात के बाद, मुलाकात की संभावना.

With what stands before it: होने वाली बैठक, हुई बातचीत.
"""

from rajnay.facts.model import Realis
from rajnay.facts.realis_cues import (
    ABOUT_TO,
    BEFORE,
    CALLED_OFF,
    COMPLEMENTS,
    GENITIVES,
    GOING,
    INVITED,
    NEGATION,
    POSSIBILITY,
    POSTPOSITIONS,
    PROGRESSIVE,
    PURPOSE,
    REFUSAL,
    SCHEDULED,
    SETTLED,
    TOPIC,
    WISH,
    WITH_CLAUSE,
    WITHOUT,
)
from rajnay.facts.realis_event import EventWord, Realisation, Tense
from rajnay.facts.verbs import is_mark
from rajnay.text.keys import match_key


def participle_before(event: EventWord) -> tuple[Realis, Tense, str, int] | None:
    """A participle or adjective before the event noun: होने वाली बैठक, प्रस्तावित भेंट, हुई बातचीत."""
    for i in range(event.first - 1, max(event.first - 5, -1), -1):
        key = event.tokens[i].key
        if is_mark(event.tokens[i]) and event.tokens[i].text not in "-'\"‘’“”":
            return None
        if key in ABOUT_TO and i and event.tokens[i - 1].key.endswith("ने"):
            return "planned", "future", "about_to", i
        if key in SCHEDULED:
            return "planned", "future", "scheduled", i
        if key in PROGRESSIVE and i > 1 and event.tokens[i - 1].key in GOING:
            return "planned", "future", "about_to", i
        group = next((g for g in event.groups if g.start <= i < g.end), None)
        if group is not None and not group.is_finite and "past" in group.forms and event.first - group.end <= 3:
            return "happened", "past", "participle", i
        if group is not None and group.is_finite:
            return None
    return None


def by_adjunct(event: EventWord, at: int, left: tuple[Realis, Tense, str, int] | None) -> Realisation | None:
    """The event is no predicate but hangs on one by a postposition or a noun."""
    if at >= len(event.tokens) or event.tokens[at].key not in POSTPOSITIONS:
        return None
    for phrases, kind in ((WITHOUT, "without"), (PURPOSE, "purpose")):
        for phrase in phrases:
            if event.starts(phrase, at):
                if kind == "without":
                    return event.decide("denied", "past", kind, at, at + len(phrase))
                return _purpose(event, at)
    if (cue := event.find(REFUSAL, at, at + 3)) is not None and event.tokens[at].key == match_key("से"):
        return event.decide("cancelled", "past", "refusal", cue)
    if event.tokens[at].key == match_key("से") and (cue := event.find(BEFORE, at + 1, at + 5)) is not None:
        return event.decide("planned", "future", "before", cue) if left is None else event.decide(*left)
    if event.tokens[at].key == match_key("से") and (cue := event.find(SETTLED, at + 1, at + 5)) is not None:
        return event.decide("conditional", "future", "wish", cue)
    if event.tokens[at].key in GENITIVES and not any(event.starts(phrase, at) for phrase in WITH_CLAUSE):
        for name, words in COMPLEMENTS.items():
            if name in ("report", "rumour") or (cue := event.find(words, at + 1, at + 5)) is None:
                continue
            if any(is_mark(t) for t in event.tokens[at:cue]) or event.verb_between(at, cue):
                continue
            if name == "arranging" and any(g.start == cue + 1 for g in event.groups):
                continue  # बैठक का आयोजन किया: it was held
            if name in ("scheduled", "possibility"):
                predicate = event.finite_group(cue)
                denial = event.find(NEGATION, cue, predicate.end) if predicate is not None else None
                if denial is not None:
                    return event.decide("denied", "future", "negation", denial)
                for called_off, realis, rule in CALLED_OFF:  # मुलाकात का कार्यक्रम रद्द हो गया
                    if predicate and (off := event.find(called_off, cue, predicate.end)) is not None:
                        return event.decide(realis, "past", rule, off)
            if name == "scheduled":
                return event.decide("planned", "future", name, cue)
            if name == "possibility":
                return event.decide("conditional", "future", name, cue)
            return event.decide("conditional", "future", name, cue)
    for phrase in TOPIC:
        if event.starts(phrase, at):
            return event.decide("conditional", "future", "topic", at, at + len(phrase))
    for phrase in WITH_CLAUSE:
        if event.starts(phrase, at):
            if (aim := _aim(event, at + len(phrase))) is not None:
                return aim
            if left is not None:
                return event.decide(left[0], left[1], left[2], left[3])
            return by_host_clause(event, at + len(phrase), "with_clause")
    return None


def by_host_clause(event: EventWord, start: int, rule: str) -> Realisation:
    """Realis of the clause that an adjunct belongs to; its negation does not reach the adjunct."""
    predicate = event.finite_group(start)
    if predicate is None:
        return event.decide("happened", "past", rule, None)
    if (cue := event.find(INVITED, start, predicate.end)) is not None:
        return event.decide("planned", "future", "invited", cue)
    if "future" in predicate.forms:
        return event.decide("planned", "future", rule, predicate.start, predicate.end)
    if event.find(POSSIBILITY, predicate.start, predicate.end) is not None and "past" not in predicate.forms:
        return event.decide("conditional", "future", "possibility", predicate.start, predicate.end)
    if "infinitive" in predicate.forms and {"present", "was"} & predicate.forms:
        return event.decide("planned", "future", "obligation", predicate.start, predicate.end)
    if predicate.forms <= {"present"} and (cue := event.find(SCHEDULED, start, predicate.start)) is not None:
        return event.decide("planned", "future", "scheduled", cue)  # के अलावा … का कार्यक्रम है
    return event.decide("happened", "past", rule, predicate.start, predicate.end)


def _aim(event: EventWord, start: int) -> Realisation | None:
    """बैठक में भाग लेने के लिए: to be attended."""
    group = next((g for g in event.groups if g.end > start), None)
    if group is not None and group.forms <= {"infinitive", "stem"} and group.start <= start + 3:
        for phrase in PURPOSE:
            if event.starts(phrase, group.end):
                return event.decide("planned", "future", "purpose", group.start, group.end + len(phrase))
    return None


def _purpose(event: EventWord, at: int) -> Realisation:
    wish = event.find(WISH, at, at + 5)
    if wish is not None:
        return event.decide("conditional", "future", "wish", wish)
    if (cue := event.find(INVITED, at, len(event.tokens))) is not None:
        return event.decide("planned", "future", "invited", cue)
    return event.decide("planned", "future", "purpose", at)
