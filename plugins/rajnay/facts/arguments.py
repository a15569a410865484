"""Who stands in which case in a sentence: noun phrases of actors, their coordination, their case.

A coordination of phrases carries the marker of its last member; a state with a noun of people (फ्रांस के अधिकारियों) is
one phrase. Words: lexicon/meetings.toml.
"""

from bisect import bisect_left
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass

from rajnay.facts.case_markers import (
    AFTER_OBLIQUE,
    AND,
    BETWEEN,
    DASHES,
    GENITIVE,
    IN,
    KO,
    PEOPLE,
    POSSESSIVES,
    ROLE_NOUNS,
    SE,
    SIDE,
    WITH,
    Case,
    case_at,
    conjunct_case,
)
from rajnay.facts.meeting_words import word_list
from rajnay.facts.model import MentionKind, Phrase, Span
from rajnay.facts.verbs import form_at, is_mark
from rajnay.text.keys import match_key, match_keys
from rajnay.text.tokens import Token

_LINKS = AND | match_keys(
    ",",
    "फिर",
    "उनके",
    "उसके",
    "उनकी",
    "अपने",
    "अपनी",
    "श्री",
    "श्रीमती",
    "सुश्री",
    "डॉ",
    "डा",
    ".",
    "महामहिम",
    "खुद",
    "साथ",
    "ही",
)
# Pronouns with their marker inside.
_INNER: dict[str, tuple[Case, str]] = {
    **dict.fromkeys(match_keys("उनसे", "इनसे", "उससे", "इससे"), ("se", SE)),
    **dict.fromkeys(match_keys("उन्हें", "इन्हें", "उसे", "इसे"), ("to", KO)),
}  # fmt: skip
_NO_ADJECTIVE = GENITIVE | AND | WITH | BETWEEN | SIDE | AFTER_OBLIQUE | match_keys("ने", "से", "को", "में", "पर")
_MODIFIERS = word_list("heads", "modifiers")
_LEVEL = match_keys("स्तर", "स्तरीय")
_COUNTRIES = match_keys("देशों", "राष्ट्रों")
_NOT = match_key("नहीं")
_GROUPS = word_list("heads", "groups")
_MOST_DESCRIBING = 4  # words between और and the name that they describe
_LONGEST_OFFICE = 7


@dataclass(frozen=True, slots=True)
class Member:
    """One actor of an argument: its key, the phrase that names it and how that phrase refers."""

    key: str
    span: Span
    kind: MentionKind


@dataclass(frozen=True, slots=True)
class Argument:
    """A coordination of noun phrases with one case marker.

    ``first``/``end``: tokens of the phrases; ``after``: the token after the marker. ``by_comma``: members are joined
    by commas alone. ``negated``: नहीं follows the marker (X से नहीं, बल्कि Y से).
    """

    first: int
    end: int
    after: int
    members: tuple[Member, ...]
    case: Case
    marker: str
    by_comma: bool
    negated: bool
    widened: bool  # a noun of people belongs to it: फ्रांस के अधिकारियों


@dataclass(frozen=True, slots=True)
class _Phrase:
    first: int
    end: int
    members: tuple[Member, ...]
    widened: bool
    is_title: bool  # of an office whose holder is not named


def arguments(
    words: Sequence[Token], phrases: Iterable[Phrase], states: Container[str] = (), persons: Container[str] = ()
) -> list[Argument]:
    """The arguments among the tokens of one sentence.

    ``phrases`` are the actors' phrases in it, by start; ``states`` the keys of states and intergovernmental bodies,
    ``persons`` those of persons.
    """
    simple = _simple(words, phrases, states, persons)
    found: list[Argument] = []
    i = 0
    while i < len(simple):
        group = [simple[i]]
        commas = ands = dashes = 0
        while i + 1 < len(simple):
            gap = words[simple[i].end : simple[i + 1].first]
            if (
                len(gap) == 1
                and gap[0].text in DASHES
                or not gap
                and len(group) == 1
                and _juxtaposed(words, simple[i], simple[i + 1], states)
            ):
                dashes += 1
            elif gap and all(t.key in _LINKS for t in gap) and any(t.key in AND or t.text == "," for t in gap):
                ands += any(t.key in AND for t in gap)
                commas += 1
            elif _described(words, gap, simple[i + 1]):
                ands += 1
                commas += 1
            else:
                break
            i += 1
            group.append(simple[i])
        case, marker, after = case_at(words, group[-1].end)
        if case == "none" and (possessive := words[group[-1].end - 1].key) in POSSESSIVES:
            case, marker = "genitive", possessive[-2:]
        if case == "none" and (inner := _INNER.get(words[group[-1].end - 1].key)) is not None:
            case, marker = inner  # उनसे, उन्हें
        if case == "none":
            limit = simple[i + 1].first if i + 1 < len(simple) else len(words)
            case, marker, after = conjunct_case(words, group[-1].end, limit) or (case, marker, after)
        if dashes and case == "none":
            case = "compound"
        negated = after < len(words) and words[after].key == _NOT and (
            after + 1 == len(words) or words[after + 1].text == "," or words[after + 1].key == match_key("बल्कि")
        )  # fmt: skip
        members: list[Member] = []
        for phrase in group:
            members.extend(m for m in phrase.members if m.key not in {known.key for known in members})
        found.append(
            Argument(group[0].first, group[-1].end, after, tuple(members), case, marker,
                     commas > 0 and ands == 0, negated, any(p.widened for p in group))
        )  # fmt: skip
        i += 1
    return found


def _described(words: Sequence[Token], gap: Sequence[Token], named: _Phrase) -> bool:
    """और विद्रोही नेता X, और सशस्त्र समूह X: what stands between और and a name and says only who or what X is."""
    if not 2 <= len(gap) <= _MOST_DESCRIBING + 1 or gap[0].key not in AND or named.is_title:
        return False
    if not {gap[-1].key, words[named.first].key} & (PEOPLE | _GROUPS):
        return False
    start = named.first - len(gap) + 1
    return not any(t.key in _NO_ADJECTIVE or is_mark(t) or form_at(words, start + n) for n, t in enumerate(gap[1:]))


def _juxtaposed(words: Sequence[Token], left: _Phrase, right: _Phrase, states: Container[str]) -> bool:
    """भारत बांग्लादेश व्यापार फोरम: two states side by side; not भारत जापान के साथ."""
    case, _, _ = case_at(words, right.end)
    return (
        not left.widened
        and case in ("none", "genitive", "between")
        and all(m.kind in ("name", "abbreviation") and m.key in states for m in (*left.members, *right.members))
    )


def _simple(
    words: Sequence[Token], phrases: Iterable[Phrase], states: Container[str], persons: Container[str]
) -> list[_Phrase]:
    starts = [t.start for t in words]
    found: list[_Phrase] = []
    for phrase in sorted(phrases, key=lambda p: (p.span.start, -p.span.end)):
        first = bisect_left(starts, phrase.span.start)
        end = bisect_left(starts, phrase.span.end)
        if first >= end or not phrase.keys:
            continue
        if found and first < found[-1].end:
            continue
        end = _past_brackets(words, end)
        is_person = all(key in persons for key in phrase.keys)
        # मोदी के सलाहकार, ट्रंप प्रधानमंत्री मोदी से: a noun of people after a person speaks of somebody else.
        widened_end = end if is_person else _widen(words, end)
        if is_person and found and _describes(words, found[-1], first, states):
            first = found.pop().first
        members = tuple(Member(key, phrase.span, phrase.kind) for key in phrase.keys)
        is_title = phrase.kind == "title"
        found.append(_Phrase(first, widened_end, members, widened_end > end or is_title, is_title))
    # A phrase that a widened one has swallowed (भारत के विदेश मंत्री and मंत्री) is no other.
    return [p for i, p in enumerate(found) if i == 0 or p.first >= found[i - 1].end]


def _describes(words: Sequence[Token], state: _Phrase, first: int, states: Container[str]) -> bool:
    """Is the state only part of the phrase of a person at ``first``: पाकिस्तान के नव-नियुक्त विदेश मंत्री X?"""
    gap = words[state.end + 1 : first]
    if state.is_title and len(gap) == 2 and words[state.end].text == "(" and gap[-1].text == ")":
        return True  # भारत के राष्ट्रीय सुरक्षा सलाहकार (एनएसए) X
    if state.widened or not gap or words[state.end].key not in GENITIVE:
        return False
    # मंगोलिया के उद्योग एवं खनिज संसाधन मंत्री X; not के राष्ट्रपति और विदेश मंत्री X
    is_office = any(t.key in PEOPLE for t in words[first : first + 4]) and not any(t.key in PEOPLE for t in gap)
    return (
        len(gap) <= (_LONGEST_OFFICE if is_office else 3)
        and all(member.key in states for member in state.members)
        and not any(
            t.key in _NO_ADJECTIVE
            and not (is_office and i and t.key in AND)
            or is_mark(t)
            and t.text not in DASHES
            or form_at(words, state.end + 1 + i)
            for i, t in enumerate(gap)
        )
    )


def _past_brackets(words: Sequence[Token], i: int) -> int:
    if i < len(words) and words[i].text == "(":
        for j in range(i + 1, min(i + 8, len(words))):
            if words[j].text == ")":
                return j + 1
    return i


def _widen(words: Sequence[Token], i: int) -> int:
    """The end of ``फ्रांस के वरिष्ठ अधिकारियों`` where the name ends at ``i``; ``i`` itself if no noun of people follows."""
    j = i + 1 if i < len(words) and words[i].key in GENITIVE else i
    found, k = i, j
    while k < min(j + 9, len(words)):
        key = words[k].key
        if key in PEOPLE and k + 1 < len(words) and words[k + 1].key in _LEVEL:
            k += 2  # की मंत्री स्तरीय बैठक
            continue
        if key in PEOPLE and not (key in ROLE_NOUNS and k + 1 < len(words) and words[k + 1].key == IN):
            found = k + 1
        elif key in _COUNTRIES:  # आसियान के सदस्य देशों के रक्षा मंत्रियों
            found = k + 1
            k += found < len(words) and words[found].key in GENITIVE
        elif found > i and words[found - 1].key not in _COUNTRIES or key not in _MODIFIERS:
            break
        k += 1
    return found
