"""What a sentence says is done to an agreement: signed, approved, in force, left … and whether it really was.

The act is the first cue after the head in its clause (``समझौते पर … हस्ताक्षर``) and the one in a relative clause on it
(``समझौता किया था, जो 2003 में खत्म हो गया``), else the participle before it (``हुए समझौते``); ``rajnay.facts.realis`` says
whether it happened. Cues: ``lexicon/agreements.toml``.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import cast

from rajnay.facts.agreement_terms import LEXICON, Head, table_of
from rajnay.facts.date_words import DAY_KEYS
from rajnay.facts.document import Document
from rajnay.facts.model import AgreementStatus, Realis, Span
from rajnay.facts.realis import read_realis
from rajnay.facts.realis_event import Tense
from rajnay.facts.verbs import FORMS, VerbGroup, is_mark, verb_groups
from rajnay.text.keys import match_key, match_keys
from rajnay.text.tokens import Sentence, Token

_ACTS = table_of(LEXICON["acts"])
_BEFORE = table_of(LEXICON["acts_before"])
_REFERENCES = table_of(LEXICON["references"])
_ONLY_SAID = match_keys(*LEXICON["only_said"]["words"])
APPROVERS = match_keys(*LEXICON["approvers"]["words"])
_SEAL = match_key("मुहर")
_ANNOUNCED = match_keys("घोषणा", "ऐलान", "एलान", "फैसला", "फैसले", "निर्णय")
_ON_THE_WAY = match_keys(*LEXICON["on_the_way"]["words"])
_PARTICIPLE_REACH = 4
_DECLARED_REACH = 7
_LEAVING = match_keys(*LEXICON["leaving"]["words"])
_ON, _FROM, _ONE = map(match_key, ("पर", "से", "एक"))
_DRAFTS = match_keys("मसौदा", "मसौदे")
_LIGHT = match_keys(*LEXICON["light_verbs"]["words"])
_EXTENDING = match_keys(*LEXICON["extending"]["words"])
_EXTENDED = match_keys(*LEXICON["extending"]["after"])
_CONSENT = match_keys("सहमति", "सहमत", "राजी", "राज़ी")
_ABOUT = match_key("लेकर")
TALKS = match_keys(*LEXICON["talks"]["words"])
_AFTERWARDS = match_keys("बाद", "पश्चात", "दौरान", "उपरांत")
_COMPLETED = match_keys(*LEXICON["talks"]["completed"])
_ALLOWED = match_keys("अधिकृत")
_THEN = match_key("तो")
_IF = match_keys("अगर", "यदि", "गर")
_REMAIN = match_keys(*LEXICON["remaining"]["words"])
_REFUSAL = match_keys(*LEXICON["refusal"]["words"])
_COPULAS = match_keys(*LEXICON["copulas"]["words"])
SIGN_KEYS = match_keys(*LEXICON["signing"]["words"])
_CASES = match_keys("ने", "को", "से", "में", "पर", "के", "का", "की", "तक")
_RELEASED = match_keys("जारी")
PARTICIPLES = match_keys(*LEXICON["acts_before"]["agreed"]) - _RELEASED
_RELATIVES = match_keys("जिस", "जिसे", "जिसमें", "जिससे", "जिसको", "जो", "जिन", "जिनमें", "जिसका", "जिसकी", "जिसके")


@dataclass(frozen=True, slots=True)
class Act:
    """What is done to an agreement. ``status`` None: it is only spoken of. ``cue``: token range of what says so.

    ``is_denied``: the sentence says that it did not take place. ``is_reference``: it is told in passing (के तहत).
    ``by_verb``: by a verb alone (समझौता हुआ), not by a word such as हस्ताक्षर.
    """

    status: AgreementStatus | None
    realis: Realis
    tense: Tense | None
    cue: tuple[int, int] | None
    rule: str
    is_denied: bool = False
    is_reference: bool = False
    by_verb: bool = False

    def span(self, words: Sequence[Token]) -> Span | None:
        """The cue in the text."""
        return Span(words[self.cue[0]].start, words[self.cue[1] - 1].end) if self.cue else None


SPOKEN_OF = Act(None, "happened", None, None, "agreement.spoken_of")
DESCRIBED = Act(None, "happened", None, None, "agreement.described")


def asserted(
    document: Document, sentence: Sentence, status: str, cue: tuple[int, int], trigger: Span, by_verb: bool = False
) -> Act:
    """The act that ``status`` and the realis of its trigger amount to. ``by_verb``: a light verb alone says so."""
    read = read_realis(document, sentence, trigger)
    rule = f"agreement.{status}"
    if read.realis is None:
        return Act(None, "conditional", read.tense, cue, "agreement.not_asserted")
    if read.realis == "denied":
        # संधि लागू नहीं हुई: signed all the same.
        return Act(None, "denied", read.tense, cue, "agreement.denied", is_denied=status in ("signed", "agreed"))
    if status == "ended" and read.realis in ("cancelled", "postponed"):
        return Act("ended", "cancelled", read.tense, cue, rule)
    if status == "agreed" and by_verb and read.realis == "ongoing":
        # समझौता ऐसे समय में हो रहा है: on the way.
        return Act("proposed", "ongoing", read.tense, cue, "agreement.agreed_expected")
    if status in ("ended", "in_force") and read.realis == "ongoing":
        return Act(None, read.realis, read.tense, cue, f"agreement.not_yet_{status}")
    if read.realis in ("planned", "conditional", "cancelled", "postponed"):
        if status in ("ended", "in_force"):
            return Act(None, read.realis, read.tense, cue, f"agreement.not_yet_{status}")
        return Act("proposed", read.realis, read.tense or "future", cue, f"agreement.{status}_expected")
    realis = "planned" if status == "proposed" else read.realis
    return Act(cast(AgreementStatus, status), realis, read.tense or "past", cue, rule)


def _clause(words: Sequence[Token], groups: Sequence[VerbGroup], start: int) -> tuple[int, int]:
    """Where the clause that holds token ``start`` ends, and where a relative clause on it ends."""
    first = next((g for g in groups if g.is_finite and g.start >= start), None)
    if first is None:
        return len(words), len(words)
    end = first.end
    if end + 1 < len(words) and words[end].text == "," and words[end + 1].key in _RELATIVES:
        following = next((g for g in groups if g.is_finite and g.start > end), None)
        return end, following.end if following else len(words)
    if end < len(words) and words[end].key in _RELATIVES:
        following = next((g for g in groups if g.is_finite and g.start > end), None)
        return end, following.end if following else len(words)
    return end, end


def read_acts(document: Document, sentence: Sentence, head: Head, limit: int) -> list[Act]:
    """What ``sentence`` says is done to the agreement at ``head``, by cues before token ``limit``; never empty."""
    words = sentence.tokens
    after = head.after
    reference = _REFERENCES.at(words, after)
    if reference is not None:
        end, status = reference
        if status == "in_force":
            consent = next((i for i in range(end, len(words)) if words[i].key in _CONSENT), None)
            if consent is not None and any(token.key == _ONE for token in words[head.phrase : head.start]):
                # एक समझौते के तहत … करने पर सहमत हुए: what is agreed now.
                said = Span(words[consent].start, words[consent].end)
                return [asserted(document, sentence, "agreed", (consent, consent + 1), said)]
            return [Act("in_force", "historical", "past", (after, end), "agreement.reference", is_reference=True)]
        return [_before(words, head) or SPOKEN_OF]
    if after + 1 < len(words) and words[after].text == "," and words[after + 1].key in _RELATIVES:
        # न्यू स्टार्ट संधि, जिसे … बढ़ाया था, …: the relative clause stands between the noun and its own verb.
        after += 2
    groups = verb_groups(words)
    main, relative = _clause(words, groups, after)
    if sentence.is_headline and after < len(words) and is_mark(words[after]) and words[after].text not in "-'\"‘’“”(":
        return [_before(words, head) or _verbless(head)]
    first = _cued(document, sentence, head, after, min(main, limit))
    later = _cued(document, sentence, head, main, min(relative, limit), is_relative=True) if relative > main else None
    if first is None and later is None:
        before = _before(words, head)
        if before is not None:
            return [before]
        if after < len(words) and words[after].key in _COPULAS:
            return [DESCRIBED]
        if sentence.is_headline and after >= len(words):
            return [_inverted(document, sentence, groups, head) or _verbless(head)]
        return [SPOKEN_OF]
    told = [act for act in (first, later) if act is not None]
    before = _before(words, head)
    if before is not None and all(act.status is None and not act.is_denied for act in told):
        return [before]
    if before is not None and before.status == "agreed" and any(act.status in ("approved", "ended") for act in told):
        # 2019 में हुआ समझौता रद्द किया: the older step of its life.
        told.insert(0, before)
    return told


def _verbless(head: Head) -> Act:
    """A headline that is only the agreement: भारत-ओमान में मुक्त व्यापार समझौता."""
    return Act("agreed", "happened", "past", None, "agreement.verbless")


def _inverted(document: Document, sentence: Sentence, groups: Sequence[VerbGroup], head: Head) -> Act | None:
    """A headline that puts the verb first: आज करेंगे समझौता."""
    verb = next((g for g in groups if g.is_finite and g.end == head.phrase), None)
    if verb is None:
        return None
    said = Span(sentence.tokens[verb.start].start, sentence.tokens[verb.end - 1].end)
    return asserted(document, sentence, "agreed", (verb.start, verb.end), said)


def _cued(
    document: Document, sentence: Sentence, head: Head, start: int, end: int, is_relative: bool = False
) -> Act | None:
    """The act that the first cue in tokens ``start:end`` tells."""
    words = sentence.tokens
    is_object = is_relative or not (head.after < len(words) and words[head.after].key in _CASES)
    draft: Act | None = None
    signing: Act | None = None
    is_left = head.after < len(words) and words[head.after].key == _FROM
    for i in range(start, end):
        found = (i + 1, "ended") if is_left and words[i].key in _LEAVING else _ACTS.at(words, i)
        if found is None:
            continue
        stop, status = found
        cue = (i, stop)
        if words[i].key in TALKS and any(t.key in _AFTERWARDS for t in words[stop : stop + 2]):
            # समझौते पर बातचीत के बाद हस्ताक्षर: what comes after the talks counts.
            continue
        if words[i].key in TALKS and (done := _completion(words, stop)) is not None:
            # बातचीत पूरी होने की घोषणा: the text is agreed, not yet signed.
            said = Span(words[done].start, words[done].end)
            act = asserted(document, sentence, "agreed", (i, done + 1), said)
            declared = act.status == "proposed" and _is_declared(document, sentence, done)
            if declared:
                return Act("agreed", "happened", "past", (i, done + 1), "agreement.concluded")
            if act.status == "agreed":
                return replace(act, rule="agreement.concluded")
        if words[i].key in _EXTENDING and words[i - 1].key not in _EXTENDED:
            continue
        if words[i].key in _CONSENT and words[i - 1].key == _ON and any(t.key == _ABOUT for t in words[head.after : i]):
            # समझौते को लेकर 20 अध्यायों पर सहमति: agreed on something else.
            continue
        if words[i].key in _LIGHT:
            if not is_object or is_relative or not _reaches(words[head.after : i]):
                continue
            trigger = Span(words[head.start].start, words[head.end - 1].end)
        else:
            trigger = Span(words[i].start, words[stop - 1].end)
            if status == "in_force" and stop < len(words) and FORMS.get(words[stop].key) == "infinitive":
                # लागू होने के लिए, लागू होते ही: not yet.
                return SPOKEN_OF
        if words[i].key in _DRAFTS:
            draft = replace(asserted(document, sentence, status, cue, trigger), rule="agreement.draft")
            continue
        if signing is not None:
            # हस्ताक्षर की मंजूरी: what is approved is not yet signed.
            if status == "approved":
                return asserted(document, sentence, status, cue, trigger)
            continue
        if _is_counterfactual(words, i, stop):
            return Act(None, "conditional", "past", cue, "agreement.counterfactual", is_denied=True)
        if status == "ended" and _is_declared(document, sentence, stop):
            # से अलग होने, निलंबित करने की घोषणा: whoever says so has left.
            return Act("ended", "happened", "past", cue, "agreement.ended")
        if status == "ended" and _remains(words, stop):
            return Act("ended", "happened", "past", cue, "agreement.ended")
        if status == "signed" and any(t.key in _ALLOWED for t in words[stop:end]):
            return Act("proposed", "planned", "future", cue, "agreement.signed_expected")  # के लिए अधिकृत
        if status in ("signed", "approved") and _is_refused(words, stop):
            return Act(None, "denied", "past", cue, "agreement.refused", is_denied=True)
        by_verb = words[i].key in _LIGHT
        act = replace(asserted(document, sentence, status, cue, trigger, by_verb), by_verb=by_verb)
        if draft is not None and act.status != "agreed":
            return draft
        if any(t.key in _ONLY_SAID for t in words[stop : stop + 4]):
            return Act(None, "conditional", "past", cue, "agreement.only_said")
        if words[i].key == _SEAL and any(t.key in APPROVERS for t in words[:i]):
            act = asserted(document, sentence, "approved", cue, trigger)
        if any(t.key in _ON_THE_WAY for t in words[stop : stop + 4]):
            return Act("proposed", "planned", "past", cue, "agreement.on_the_way")
        if _is_only_discussed(words, stop):
            return Act("proposed", "planned", "past", cue, "agreement.discussed")
        if status != "signed" or act.status == "approved":
            return act
        signing = act
    return signing or draft


def _is_counterfactual(words: Sequence[Token], start: int, stop: int) -> bool:
    """अगर समझौता हो गया होता, यदि हस्ताक्षर कर देते तो: told as what did not come about."""
    hence = next((i for i in range(start) if words[i].key == _THEN), None)
    unreal = hence is not None and any(FORMS.get(token.key) == "habitual" for token in words[:hence])
    if not unreal and not any(token.key in _IF for token in words[:start]):
        return False
    last = min(stop + 4, len(words))
    return any(
        FORMS.get(words[i].key) == "habitual" and not (i + 1 < len(words) and words[i + 1].key in _COPULAS)
        for i in range(stop, last)
    )


def _is_declared(document: Document, sentence: Sentence, stop: int) -> bool:
    """Is an end told as declared or decided (निलंबित करने का निर्णय लिया), and the declaring as done?"""
    words = sentence.tokens
    at = next((i for i in range(stop, min(stop + _DECLARED_REACH, len(words))) if words[i].key in _ANNOUNCED), None)
    if at is None or not any(FORMS.get(t.key) == "infinitive" for t in words[stop:at]):
        return False
    said = read_realis(document, sentence, Span(words[at].start, words[at].end))
    return said.realis in ("happened", "historical", "ongoing")


def _remains(words: Sequence[Token], stop: int) -> bool:
    """स्थगित ही रहेगी: it is already."""
    return any(token.key in _REMAIN for token in words[stop : stop + 2])


def _is_refused(words: Sequence[Token], stop: int) -> bool:
    """दस्तखत से इनकार, हस्ताक्षर करने से इनकार, मंजूरी देने से मना."""
    return any(
        words[i].key == _FROM and any(token.key in _REFUSAL for token in words[i + 1 : i + 3])
        and (i == stop or FORMS.get(words[i - 1].key) == "infinitive")
        for i in range(stop, min(stop + 4, len(words) - 1))
    )  # fmt: skip


def _completion(words: Sequence[Token], stop: int) -> int | None:
    """The word that tells talks as concluded: बातचीत पूरी, वार्ता संपन्न."""
    return next((i for i in range(stop, min(stop + 3, len(words))) if words[i].key in _COMPLETED), None)


def _is_only_discussed(words: Sequence[Token], i: int) -> bool:
    """नवीनीकरण पर बातचीत: a step that is talked about."""
    if i + 1 >= len(words) or words[i].key != _ON:
        return False
    found = _ACTS.at(words, i + 1)
    return found is not None and found[1] == "proposed"


def _reaches(between: Sequence[Token]) -> bool:
    """Is what stands between an agreement and its verb only adverbs and a day (करार सोमवार को हुआ)?"""
    return not any(
        is_mark(token) or (token.key in _CASES and not (i and between[i - 1].key in DAY_KEYS))
        for i, token in enumerate(between)
    )


def _before(words: Sequence[Token], head: Head) -> Act | None:
    """A participle or adjective before the head: हुए समझौते, प्रस्तावित संधि."""
    first = min(head.phrase, head.name if head.name is not None else head.phrase)
    for i in range(head.start - 1, max(first - _PARTICIPLE_REACH - 2, -1), -1):
        found = _BEFORE.at(words, i)
        if found is None or (i < first and any(is_mark(words[k]) for k in range(i, first))):
            continue
        if i >= first or found[0] >= first - _PARTICIPLE_REACH:
            status = cast(AgreementStatus, found[1])
            if words[i].key in _RELEASED and head.kind != "declaration":
                continue
            realis: Realis = "planned" if status == "proposed" else "happened"
            return Act(status, realis, "past", (i, found[0]), f"agreement.{status}_participle")
    return None
