"""Who does what in a clause: noun phrases of actors with their case markers, coordination, and clause bounds.

Hindi marks roles by postpositions (ने, से, के साथ, के बीच, को, का), not by order. A coordination of phrases carries
the marker of its last member; a state with a noun of people (फ्रांस के अधिकारियों) is one phrase.
Words: lexicon/meetings.toml. Source of the method: karaka frames (Bharati, Chaitanya and Sangal 1995), cut down to
the markers of human arguments.
"""

from bisect import bisect_left
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rajnay.facts.lexicons import read_lexicon
from rajnay.facts.model import MentionKind, Phrase, Span
from rajnay.facts.verbs import JOINTS, VerbGroup, form_at, is_mark, verb_groups
from rajnay.text.keys import match_key
from rajnay.text.tokens import Sentence, Token, tokens

Case = Literal[
    "none", "ne", "se", "with", "between", "to", "genitive", "by", "in", "including",
    "host", "chair", "mediator", "leader", "source", "other", "compound",
]  # fmt: skip


@lru_cache(maxsize=1)
def lexicon() -> dict[str, dict[str, str]]:
    """lexicon/meetings.toml."""
    data: dict[str, dict[str, str]] = read_lexicon("meetings")
    return data


def word_list(section: str, name: str) -> frozenset[str]:
    """Match keys of the single words of a list."""
    return frozenset(match_key(word) for word in lexicon()[section][name].split())


def phrase_list(section: str, name: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The entries of a list as token keys, by their first key, longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for word in lexicon()[section][name].split():
        keys = tuple(token.key for token in tokens(word))
        found.setdefault(keys[0], []).append(keys)
    return {first: tuple(sorted(entries, key=len, reverse=True)) for first, entries in found.items()}


def longest_at(entries: dict[str, tuple[tuple[str, ...], ...]], words: Sequence[Token], i: int) -> int:
    """How many tokens the longest entry that starts at token ``i`` has; 0 if none does."""
    for keys in entries.get(words[i].key, ()):
        if len(keys) == 1 or tuple(t.key for t in words[i : i + len(keys)]) == keys:
            return len(keys)
    return 0


def _k(*words: str) -> frozenset[str]:
    return frozenset(map(match_key, words))


_GENITIVE = _k("का", "के", "की")
_PARTICLES = _k("भी", "ही", "जी", "तक", "खुद", "स्वयं")
_AND = _k("और", "तथा", "एवं", "व", "&")
_LINKS = _AND | _k(
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
_DASHES = frozenset("-–—")
_OTHERS = word_list("heads", "others")
_PEOPLE, _MODIFIERS = word_list("heads", "people"), word_list("heads", "modifiers")
_ROLES: tuple[Case, ...] = ("host", "chair", "mediator", "leader", "source")
_ROLE_NOUNS: dict[str, Case] = {key: case for case in _ROLES for key in word_list("roles", case)}
_NE, _SE, _KO, _IN, _ON, _BY = map(match_key, ("ने", "से", "को", "में", "पर", "द्वारा"))
_WITH, _BETWEEN = _k("साथ", "संग"), _k("बीच", "मध्य", "दरमियान")
_POSSESSIVES = _k(
    "उनका",
    "उनकी",
    "उनके",
    "उसका",
    "उसकी",
    "उसके",
    "इनका",
    "इनकी",
    "इनके",
    "इसका",
    "इसकी",
    "इसके",
    "जिनकी",
    "जिनके",
    "जिसकी",
    "जिसके",
)
# Pronouns with their marker inside.
_INNER: dict[str, tuple[Case, str]] = {
    **dict.fromkeys(_k("उनसे", "इनसे", "उससे", "इससे"), ("se", _SE)),
    **dict.fromkeys(_k("उन्हें", "इन्हें", "उसे", "इसे"), ("to", _KO)),
}  # fmt: skip
_AFTER_OBLIQUE = _k(
    "बाद", "पहले", "अलावा", "दौरान", "लिए", "तहत", "मुताबिक", "अनुसार", "पास", "अंत", "बारे", "खिलाफ", "प्रति"
)
_SIDE = _k("ओर", "तरफ")
_INCLUDING = _k("समेत", "सहित")
_NO_ADJECTIVE = _GENITIVE | _AND | _WITH | _BETWEEN | _SIDE | _AFTER_OBLIQUE | _k("ने", "से", "को", "में", "पर")
_LEVEL = _k("स्तर", "स्तरीय")
_COUNTRIES = _k("देशों", "राष्ट्रों")
_NOT = match_key("नहीं")
_AMONG = _k("समेत", "सहित", "सरीखे", "जैसे")
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
                and gap[0].text in _DASHES
                or not gap
                and len(group) == 1
                and _juxtaposed(words, simple[i], simple[i + 1], states)
            ):
                dashes += 1
            elif gap and all(t.key in _LINKS for t in gap) and any(t.key in _AND or t.text == "," for t in gap):
                ands += any(t.key in _AND for t in gap)
                commas += 1
            elif _described(words, gap, simple[i + 1]):
                ands += 1
                commas += 1
            else:
                break
            i += 1
            group.append(simple[i])
        case, marker, after = _case(words, group[-1].end)
        if case == "none" and (possessive := words[group[-1].end - 1].key) in _POSSESSIVES:
            case, marker = "genitive", possessive[-2:]
        if case == "none" and (inner := _INNER.get(words[group[-1].end - 1].key)) is not None:
            case, marker = inner  # उनसे, उन्हें
        if case == "none":
            limit = simple[i + 1].first if i + 1 < len(simple) else len(words)
            case, marker, after = _joined_case(words, group[-1].end, limit) or (case, marker, after)
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
    if not 2 <= len(gap) <= _MOST_DESCRIBING + 1 or gap[0].key not in _AND or named.is_title:
        return False
    if not {gap[-1].key, words[named.first].key} & (_PEOPLE | _GROUPS):
        return False
    start = named.first - len(gap) + 1
    return not any(t.key in _NO_ADJECTIVE or is_mark(t) or form_at(words, start + n) for n, t in enumerate(gap[1:]))


def _juxtaposed(words: Sequence[Token], left: _Phrase, right: _Phrase, states: Container[str]) -> bool:
    """भारत बांग्लादेश व्यापार फोरम: two states side by side; not भारत जापान के साथ."""
    case, _, _ = _case(words, right.end)
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
    if state.widened or not gap or words[state.end].key not in _GENITIVE:
        return False
    # मंगोलिया के उद्योग एवं खनिज संसाधन मंत्री X; not के राष्ट्रपति और विदेश मंत्री X
    is_office = any(t.key in _PEOPLE for t in words[first : first + 4]) and not any(t.key in _PEOPLE for t in gap)
    return (
        len(gap) <= (_LONGEST_OFFICE if is_office else 3)
        and all(member.key in states for member in state.members)
        and not any(
            t.key in _NO_ADJECTIVE
            and not (is_office and i and t.key in _AND)
            or is_mark(t)
            and t.text not in _DASHES
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
    j = i + 1 if i < len(words) and words[i].key in _GENITIVE else i
    found, k = i, j
    while k < min(j + 9, len(words)):
        key = words[k].key
        if key in _PEOPLE and k + 1 < len(words) and words[k + 1].key in _LEVEL:
            k += 2  # की मंत्री स्तरीय बैठक
            continue
        if key in _PEOPLE and not (key in _ROLE_NOUNS and k + 1 < len(words) and words[k + 1].key == _IN):
            found = k + 1
        elif key in _COUNTRIES:  # आसियान के सदस्य देशों के रक्षा मंत्रियों
            found = k + 1
            k += found < len(words) and words[found].key in _GENITIVE
        elif found > i and words[found - 1].key not in _COUNTRIES or key not in _MODIFIERS:
            break
        k += 1
    return found


def _joined_case(words: Sequence[Token], i: int, limit: int) -> tuple[Case, str, int] | None:
    """The case that a conjunct without a name carries: रूस के मंत्री और उद्योग जगत के प्रतिनिधियों के साथ."""
    if i >= len(words) or words[i].key not in _AND:
        return None
    people = False
    for j in range(i + 1, min(i + 10, limit)):
        if is_mark(words[j]) or form_at(words, j) in ("past", "future", "present", "was"):
            return None
        people = people or words[j].key in _PEOPLE or words[j].key in _OTHERS
        if people:
            case, marker, after = _case(words, j + 1)
            if case in ("ne", "se", "with", "between"):
                return case, marker, after
            if case in ("to", "in", "by"):
                return None
    return None


def _case(words: Sequence[Token], i: int) -> tuple[Case, str, int]:
    """Case, its marker's key and the token after it, for phrases that end at ``i``."""
    n = len(words)
    if i < n and words[i].text == ")":  # शंघाई सहयोग संगठन (एससीओ) के
        i += 1
    while i < n and words[i].key in _PARTICLES:
        i += 1
    if i >= n:
        return "none", "", i
    key = words[i].key
    if key == _NE:
        return "ne", key, i + 1
    if key == _SE:
        after = i + 1
        while after < n and words[after].key in _PARTICLES:
            after += 1
        return "se", key, after
    if key == _KO:
        return "to", key, i + 1
    if key == _BY:
        return "by", key, i + 1
    if key in _WITH:
        return "with", key, i + 1
    if key in _INCLUDING:
        # The whole that they are part of carries the marker: X और Y सहित टीम के साथ.
        for j in range(i + 1, min(i + 8, n)):
            if is_mark(words[j]) or words[j].key == _KO:
                break
            if words[j].key in (_NE, _SE):
                return ("ne" if words[j].key == _NE else "se"), words[j].key, j + 1
            if words[j].key in _WITH:
                return "with", words[j].key, j + 1
        return "including", key, i + 1
    if key in (_IN, _ON):
        return "in", key, i + 1
    if i and words[i - 1].key in _POSSESSIVES:
        if key in _BETWEEN:
            return "between", key, i + 1
        if key in _AFTER_OBLIQUE:
            return "other", key, i + 1
    if key in _GENITIVE and i + 1 < n:
        following = words[i + 1].key
        if following in _WITH:
            after = i + 2 + (i + 2 < n and words[i + 2].key in _PARTICLES)
            return "with", following, after
        if following in _BETWEEN:
            return "between", following, i + 2
        if following == _BY:
            return "by", following, i + 2
        if following in _SIDE and i + 2 < n and words[i + 2].key == _SE:
            return "by", following, i + 3
        width = 3 if i + 3 < n and words[i + 2].text in _DASHES else 1
        role = _ROLE_NOUNS.get(words[i + width].key) if i + width < n else None
        if role is not None and i + width + 1 < n:
            closing = words[i + width + 1].key
            if role == "source" or closing in (_IN, _ON, _SE, match_key("वाले"), match_key("वाली"), match_key("के")):
                return role, words[i + width].key, i + width + 2
        return "genitive", key, i + 1
    return "none", "", i


@dataclass(frozen=True, slots=True)
class Parsed:
    """A sentence taken apart: tokens, verb groups, arguments."""

    sentence: Sentence
    words: tuple[Token, ...]
    groups: tuple[VerbGroup, ...]
    arguments: tuple[Argument, ...]

    def clause(self, first: int, after: int) -> tuple[int, int]:
        """Bounds (tokens) of the clause around ``first`` to ``after``: from the last finite verb, कि or colon on."""
        low = max(0, first - _FAR)
        for group in self.groups:
            if group.end > first:
                break
            if group.is_finite and closes_clause(self.words, group):
                low = max(low, group.end)
        for i in range(first - 1, low - 1, -1):
            if self.words[i].key == _THAT or self.words[i].text in ":;।":
                low = i + 1
                break
        for i in range(first - 1, low, -1):
            if self.words[i].key in RELATIVE and self.words[i - 1].text == ",":
                low = i
                break
        while low < first and (is_mark(self.words[low]) or self.words[low].key in _CONJUNCTIONS):
            low += 1
        high = min(len(self.words), after + _FAR)
        for group in self.groups:
            if group.end > after and group.is_finite and closes_clause(self.words, group):
                high = min(high, group.end)
                break
        return low, max(high, after)

    def verb_between(self, start: int, end: int) -> bool:
        """Does a verb (but for a participle before a noun: हुई, होने वाली) stand between tokens ``start`` and ``end``?"""
        return any(start <= g.start < end and not attributive(self.words, g) for g in self.groups)


_FAR = 60  # tokens that a clause can reach from its event; bounds texts without stops
_THAT = match_key("कि")
RELATIVE = _k("जो", "जिन्होंने", "जिसने", "जिनसे", "जिससे", "जिनके", "जिसके", "जिनकी", "जिसकी")
_CONJUNCTIONS = _k(
    "और",
    "तथा",
    "एवं",
    "व",
    "लेकिन",
    "मगर",
    "पर",
    "किंतु",
    "परंतु",
    "जबकि",
    "हालांकि",
    "बल्कि",
    "क्योंकि",
    "तो",
    "वहीं",
    "इसलिए",
    "कि",
    "यानी",
)
_ABOUT = _k("वाला", "वाले", "वाली", "हुई", "हुए", "हुआ", "आयोजित", "प्रस्तावित")


def closes_clause(words: Sequence[Token], group: VerbGroup) -> bool:
    """Whether a clause ends with the finite group: at a mark, a joint or the end; not मिले मोदी."""
    return group.end >= len(words) or is_mark(words[group.end]) or words[group.end].key in JOINTS


def attributive(words: Sequence[Token], group: VerbGroup) -> bool:
    """A participle before its noun: होने वाली बैठक, हुई मुलाकात, से लौटे अबिय."""
    if group.is_finite or "absolutive" in group.forms:
        return False
    return words[group.end - 1].key in _ABOUT or group.forms <= {"past"}


def parse(
    sentence: Sentence, phrases: Iterable[Phrase], states: Container[str] = (), persons: Container[str] = ()
) -> Parsed:
    """``sentence`` with its verb groups and the arguments that ``phrases`` make in it."""
    words = sentence.tokens
    found = arguments(words, phrases, states, persons)
    # What looks like a verb inside a name is none.
    groups = [g for g in verb_groups(words) if not any(a.first <= g.start and g.end <= a.end for a in found)]
    return Parsed(sentence, words, tuple(groups), tuple(found))
