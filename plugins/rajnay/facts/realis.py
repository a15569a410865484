"""Did it happen? Tense, aspect, modality and negation of an event in its sentence, with the cue that says so.

The predicate of an event noun follows it (``मुलाकात … हुई``), but for headlines (``हुई मुलाकात``); what stands between
decides first: a postposition (``मुलाकात के बाद``) or a noun that the event complements (``मुलाकात की संभावना``).
Cues are data: lexicon/realis.toml (``realis_cues``). Order of the decisions: ``read_realis``.
"""

from collections.abc import Sequence

from rajnay.facts.document import Document
from rajnay.facts.model import Realis, Span
from rajnay.facts.realis_adjunct import by_adjunct, by_host_clause, participle_before
from rajnay.facts.realis_cues import (
    CALLED_OFF,
    COMPLEMENTS,
    DAYS,
    DENIAL,
    HAPPENS,
    KO,
    NOMINAL,
    ONGOING,
    PARTICLES,
    PROMPT,
    QUESTION,
    RUMOUR,
    SCHEDULED,
    THAT,
    WHETHER,
    WHO,
)
from rajnay.facts.realis_event import EventWord, Realisation, Tense
from rajnay.facts.realis_predicate import by_predicate
from rajnay.facts.verbs import VerbGroup, is_mark
from rajnay.text.tokens import Sentence

_FAR_VERB = 14  # tokens between a headline's verb and its subject


def read_realis(
    document: Document, sentence: Sentence, trigger: Span, groups: Sequence[VerbGroup] | None = None
) -> Realisation:
    """How ``sentence`` asserts the event named by the words at ``trigger`` (a noun, or a verb such as मिले).

    ``groups``: its verb groups, if they are known already.
    """
    return _read(EventWord(sentence, trigger, groups))


def _read(event: EventWord) -> Realisation:
    own = event.own_group()
    at = event.after
    while own is None and at < len(event.tokens) and event.tokens[at].key in PARTICLES:
        at += 1
    if (question := _question(event)) is not None:
        return question
    if own is not None:
        at = own.end
        if (cue := event.find(PROMPT, at, at + 1)) is not None:
            return event.decide("denied", "past", "without", cue)
    if (denied := _report_denied(event, at)) is not None:
        return denied
    if (called_off := _called_off_later(event, at)) is not None:
        return called_off
    left = participle_before(event)
    if own is None:
        if (adjunct := by_adjunct(event, at, left)) is not None:
            return adjunct
        light = next((g for g in event.groups if g.start >= at), None)
        if (
            light is not None
            and light.forms <= {"absolutive", "stem"}
            and light.start <= at + 1
            and not light.is_finite
        ):
            return by_host_clause(event, light.end, "absolutive")
        # बातचीत शुरू करने की अपील: what the infinitive hangs on decides.
        hangs = light is not None and _is_infinitive(event, light, at)
        if light is not None and hangs and (adjunct := by_adjunct(event, light.end, left)) is not None:
            return adjunct
        # मोदी-मैक्रों की मुलाकात, साथ चलेंगी नौसेनाएं: what follows is another piece of news.
        is_closed = event.sentence.is_headline and _ends_headline_part(event, at)
        predicate = None if is_closed else event.finite_group(at)
        if predicate is None and (near := _scrambled(event)) is not None:
            return by_predicate(event, near, event.first, near)
        if predicate is None:
            return _verbless(event, left)
        return by_predicate(event, predicate, at, light or predicate, left)
    if own.forms == {"infinitive"} and own.keys[-1] in NOMINAL and own.end < len(event.tokens) and not own.is_finite:
        return event.decide(None, None, "nominal", own.start, own.end)  # Y से मिलना अहम माना जा रहा है
    if own.is_finite or not {"infinitive", "absolutive", "stem"} & own.forms:
        return by_predicate(event, own, own.start, own, left)
    if (adjunct := by_adjunct(event, at, left)) is not None:
        return adjunct
    if "absolutive" in own.forms:
        return by_host_clause(event, own.end, "absolutive")
    predicate = event.finite_group(at)
    if predicate is None:
        return _verbless(event, left)
    return by_predicate(event, predicate, own.start, own, left)


def _is_infinitive(event: EventWord, group: VerbGroup, at: int) -> bool:
    return (
        "infinitive" in group.forms and not group.is_finite and group.start <= at + 3 and group.keys[-1].endswith("ने")
    )


def _question(event: EventWord) -> Realisation | None:
    last = event.tokens[-1]
    if last.text == "?" or (event.sentence.is_headline and "?" in {t.text for t in event.tokens[event.after :]}):
        at = event.find(QUESTION, 0, len(event.tokens))
        return event.decide(None, None, "question", at if at is not None else len(event.tokens) - 1)
    # लोग पूछ रहे हैं कि क्या दोनों मिलेंगे। क्या मोदी शी से मिलेंगे: at the beginning of a clause क्या asks yes or no
    asks = max((i for i in range(event.first) if event.tokens[i].key == WHETHER), default=None)
    if asks is not None and (asks == 0 or event.tokens[asks - 1].key == THAT):
        return event.decide(None, None, "question", asks)
    return None


def _report_denied(event: EventWord, at: int) -> Realisation | None:
    report = event.find(COMPLEMENTS["report"] | RUMOUR, at, at + 4)
    if report is not None and (cue := event.find(DENIAL, report, report + 12)) is not None:
        return event.decide("denied", "past", "report_denied", cue)
    that = max((i for i in range(event.first) if event.tokens[i].key == THAT), default=None)
    if that is not None and (cue := event.find(DENIAL, that - 5, that)) is not None:
        return event.decide("denied", "past", "report_denied", cue)
    return None


def _called_off_later(event: EventWord, at: int) -> Realisation | None:
    """उस वार्ता …, जो टाल दी गई है."""
    who = next(
        (i for i in range(at + 1, len(event.tokens)) if event.tokens[i].key in WHO and event.tokens[i - 1].text == ","),
        None,
    )
    if who is None:
        return None
    end = event.clause_end(event.finite_group(who))
    for words, realis, rule in CALLED_OFF:
        if (cue := event.find(words, who, end)) is not None:
            return event.decide(realis, "past", rule, cue)
    return None


def _ends_headline_part(event: EventWord, at: int) -> bool:
    """Is there a comma or semicolon in the next words, before any verb: बैठक शुरू, …?"""
    for i in range(at, min(at + 4, len(event.tokens))):
        if event.tokens[i].text in ",;":
            return True
        if any(g.start <= i < g.end for g in event.groups):
            return False
    return False


def _scrambled(event: EventWord) -> VerbGroup | None:
    """A headline's verb before its noun: हुई मुलाकात, की फोन पर बात; होगी मोदी और शी की मुलाकात."""
    before = [g for g in reversed(event.groups) if g.end <= event.first]
    near = next((g for g in before if event.first - g.end <= 3), None)
    if near is None and event.sentence.is_headline and before and set(before[0].keys) & HAPPENS:
        marks = any(is_mark(t) and t.text != "-" for t in event.tokens[before[0].end : event.first])
        return None if marks or event.first - before[0].end > _FAR_VERB else before[0]
    return near


def _verbless(event: EventWord, left: tuple[Realis, Tense, str, int] | None) -> Realisation:
    for words, realis, rule in CALLED_OFF:
        if (cue := event.find(words, event.after, len(event.tokens))) is not None:
            return event.decide(realis, "past", rule, cue)
    if left is not None:
        return event.decide(left[0], left[1], left[2], left[3])
    if (cue := event.find(SCHEDULED, event.after, event.after + 6)) is not None:
        return event.decide("planned", "future", "scheduled", cue)
    if (cue := event.find(DAYS, event.after, event.after + 3)) is not None:
        return event.decide("planned", "future", "headline_day", cue)
    if (cue := event.find(ONGOING, event.after, event.after + 4)) is not None:
        return event.decide("ongoing", "past", "ongoing", cue)
    if event.sentence.is_headline and event.tokens[-1].key == KO:  # वार्ता 24 नवंबर को
        return event.decide("planned", "future", "headline_day", len(event.tokens) - 1)
    return event.decide("happened", "past", "verbless", None)
