"""An event and the finite verb group that closes its clause: tense, aspect, modality, negation, conditions."""

from rajnay.facts.model import Realis
from rajnay.facts.realis_cues import (
    ABOUT_TO,
    ALMOST,
    CALLED,
    CALLED_OFF,
    CONDITION,
    CONTRAST,
    GOING,
    HABITUAL,
    MAY,
    NEGATION,
    NOT,
    ONGOING,
    POSSIBILITY,
    PROGRESSIVE,
    PROMPT,
    REFUSAL,
    SCHEDULED,
    SO,
    WHO,
    WISH,
)
from rajnay.facts.realis_event import EventWord, Realisation, Tense
from rajnay.facts.verbs import FORMS, VerbGroup, is_mark
from rajnay.text.keys import match_key


def by_predicate(
    event: EventWord, group: VerbGroup, start: int, light: VerbGroup, left: tuple[Realis, Tense, str, int] | None = None
) -> Realisation:
    """Decide by the finite group that closes the event's clause; ``start``: where its predicate begins."""
    lo, hi = start, group.end
    forms = group.forms
    # वह … टल गई, जो … टाल दी गई: the called-off event is taken up again in the next clause.
    reach = _next_clause(event, group)
    for words, realis, rule in CALLED_OFF:
        if (cue := event.find(words, lo, reach)) is not None and not _negated(event, cue, hi):
            if cue < hi and _only_possible(event, group):
                return event.decide("conditional", "future", "possibility", cue)
            return event.decide(realis, "past", rule, cue)
    if (cue := event.find(REFUSAL, lo, hi)) is not None and cue and event.tokens[cue - 1].key == match_key("से"):
        return event.decide("cancelled", "past", "refusal", cue)
    if (cue := _almost(event, lo)) is not None:
        return event.decide("denied", "past", "almost", cue)
    if forms <= {"present"} and group.end < len(event.tokens) and event.tokens[group.end].text == ",":
        # वार्ता है, जो … शुरू होनी है
        later = next((g for g in event.groups if g.start > group.end and g.is_finite), None)
        if later is not None and event.tokens[group.end + 1].key in WHO:
            return by_predicate(event, later, group.end, later)
    if (counter := _counterfactual(event, group)) is not None:
        return counter
    if (cue := _negation(event, lo, group)) is not None:
        if left is not None and left[0] == "planned" and "future" in forms:
            return event.decide("cancelled", "past", "cancelled", cue)
        return event.decide("denied", "future" if "future" in forms else "past", "negation", cue)
    if (cue := _condition(event, group)) is not None:
        return event.decide("conditional", "future", "condition", cue)
    if (cue := event.find(WISH, lo, hi + 1)) is not None and "infinitive" in (
        light.forms | forms | _forms(event, lo, hi)
    ):
        return event.decide("conditional", "future", "wish", cue)
    if (cue := event.find(POSSIBILITY, lo, hi)) is not None and not _managed(event, group):
        return event.decide("conditional", "future", "possibility", cue)
    if "future" in forms:
        return event.decide("planned", "future", "future", group.start, group.end)
    if (cue := event.find(ABOUT_TO, lo, hi)) is not None and event.tokens[cue - 1].key.endswith("ने"):
        return event.decide("planned", "future", "about_to", cue - 1, cue + 1)
    if "infinitive" in forms and {"present", "was"} & forms:
        past = "was" in forms
        return event.decide("conditional" if past else "planned", "past" if past else "future",
                            "was_scheduled" if past else "obligation", group.start, group.end)  # fmt: skip
    if "subjunctive" in forms and not {"past", "present", "was"} & forms:
        return event.decide("conditional", "future", "subjunctive", group.start, group.end)
    if (cue := event.find(SCHEDULED, lo, hi)) is not None and "was" not in forms:
        return event.decide("planned", "future", "scheduled", cue)
    if (cue := event.find(CALLED, lo, hi)) is not None:
        return event.decide("planned", "future", "called", cue)
    if (cue := event.find(PROGRESSIVE, group.start, group.end)) is not None:
        if event.tokens[cue - 1].key in GOING and "present" in forms:
            return event.decide("planned", "future", "about_to", cue - 1, group.end)
        return event.decide("happened" if "was" in forms else "ongoing", "past", "progressive", cue)
    if (cue := event.find(ONGOING, lo, hi)) is not None:
        return event.decide("happened" if "was" in forms else "ongoing", "past", "ongoing", cue)
    if "habitual" in forms and "past" not in forms:
        if event.sentence.is_headline and event.find(HABITUAL, 0, len(event.tokens)) is None:
            return event.decide("happened", "past", "headline_present", group.start, group.end)
        return event.decide(None, None, "habitual", group.start, group.end)
    if left is not None and left[0] == "planned" and "past" not in forms:
        return event.decide(left[0], left[1], left[2], left[3])
    return event.decide("happened", "past", "past", group.start, group.end)


def _only_possible(event: EventWord, group: VerbGroup) -> bool:
    """वार्ता रद्द कर दी जाए, रद्द हो सकती है: it still stands."""
    if event.find(POSSIBILITY, group.start, group.end) is not None and "future" not in group.forms:
        return True
    return group.keys[-1] in MAY and not {"present", "was"} & group.forms


def _condition(event: EventWord, group: VerbGroup) -> int | None:
    """अगर … तो around the event, or a clause of its own that तो closes."""
    cue = event.find(CONDITION, 0, event.first)
    if cue is not None and event.find(frozenset({SO, ","}), cue, len(event.tokens)) is not None:
        return cue
    then = event.find(frozenset({SO}), group.end, group.end + 1)
    if (
        then is not None and "past" in group.forms and group is event.own_group()
    ):  # दोनों दिल्ली में मिले तो बड़ा सवाल पानी का था: when they met
        main = next((g for g in event.groups if g.start > then and g.is_finite), None)
        if main is not None and {"past", "was"} & main.forms and not {"habitual", "present"} & main.forms:
            return None
    return then


def _almost(event: EventWord, start: int) -> int | None:
    """होते-होते रह गए: a doubled participle before रह or टल."""
    words = [(i, t.key) for i, t in enumerate(event.tokens[start:], start) if not is_mark(t)]
    for (i, first), (_, second), (_, third) in zip(words, words[1:], words[2:], strict=False):
        if first == second and FORMS.get(first) == "habitual" and third in ALMOST:
            return i
    return None


def _forms(event: EventWord, start: int, end: int) -> frozenset[str]:
    return frozenset(form for g in event.groups if start <= g.start < end for form in g.forms)


def _managed(event: EventWord, group: VerbGroup) -> bool:
    """मुलाकात हो सकी: could and did."""
    return any(key in ("सकी", "सका", "सके") for key in group.keys) and "present" not in group.forms


def _next_clause(event: EventWord, group: VerbGroup) -> int:
    """End of the next clause if it takes the event up again (मगर … रद्द करनी पड़ी, जो … टल गई), else of this one."""
    later = [g for g in event.groups if g.start >= group.end and g.is_finite]
    if group.end >= len(event.tokens) or not later:
        return group.end
    if {"infinitive"} & group.forms or "was" in group.forms or event.tokens[group.end].text == ",":
        return later[-1].end if "infinitive" in group.forms else later[0].end
    return group.end


def _negated(event: EventWord, cue: int, end: int) -> bool:
    return event.find(frozenset({NOT}), cue + 1, min(cue + 3, end)) is not None


def _counterfactual(event: EventWord, group: VerbGroup) -> Realisation | None:
    bare = group.forms <= {"habitual", "stem", "past"} and "habitual" in group.forms
    closing = group.end < len(event.tokens) and event.tokens[group.end].key == SO
    inside = SO in group.keys
    if bare and (closing or inside or event.find(CONDITION, 0, group.start) is not None):
        return event.decide("denied", "past", "counterfactual", group.start, group.end)
    return None


def _negation(event: EventWord, start: int, group: VerbGroup) -> int | None:
    """A negation of the predicate itself: beside the verb, or कोई … नहीं; not X से नहीं, बल्कि Y से."""
    for i in range(max(min(start, group.start - 2), 0), min(group.end + 1, len(event.tokens))):
        if event.tokens[i].key not in NEGATION:
            continue
        following = event.tokens[i + 1] if i + 1 < len(event.tokens) else None
        if following is not None and (following.text == "," or following.key in CONTRAST):
            continue
        if i >= group.start - 2 or event.tokens[i].key == NOT:
            return i
    prompt = event.find(PROMPT, event.first - 3, event.first)
    return prompt if prompt is not None and "absolutive" not in group.forms else None
