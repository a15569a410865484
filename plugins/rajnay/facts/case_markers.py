"""The case that a noun phrase carries: the postposition after it (ने, से, के साथ, को) or a role (की अध्यक्षता में).

Hindi marks roles by postpositions, not by order. Source of the method: karaka frames (Bharati, Chaitanya and Sangal
1995), cut down to the markers of human arguments.
"""

from collections.abc import Sequence
from typing import Literal

from rajnay.facts.meeting_words import word_list
from rajnay.facts.verbs import form_at, is_mark
from rajnay.text.keys import match_key, match_keys
from rajnay.text.tokens import Token

Case = Literal[
    "none", "ne", "se", "with", "between", "to", "genitive", "by", "in", "including",
    "host", "chair", "mediator", "leader", "source", "other", "compound",
]  # fmt: skip
GENITIVE = match_keys("का", "के", "की")
_PARTICLES = match_keys("भी", "ही", "जी", "तक", "खुद", "स्वयं")
AND = match_keys("और", "तथा", "एवं", "व", "&")
DASHES = frozenset("-–—")
_OTHERS = word_list("heads", "others")
PEOPLE = word_list("heads", "people")
_ROLES: tuple[Case, ...] = ("host", "chair", "mediator", "leader", "source")
ROLE_NOUNS: dict[str, Case] = {key: case for case in _ROLES for key in word_list("roles", case)}
_NE, SE, KO, IN, _ON, _BY = map(match_key, ("ने", "से", "को", "में", "पर", "द्वारा"))
WITH, BETWEEN = match_keys("साथ", "संग"), match_keys("बीच", "मध्य", "दरमियान")
POSSESSIVES = match_keys(
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
AFTER_OBLIQUE = match_keys(
    "बाद", "पहले", "अलावा", "दौरान", "लिए", "तहत", "मुताबिक", "अनुसार", "पास", "अंत", "बारे", "खिलाफ", "प्रति"
)
SIDE = match_keys("ओर", "तरफ")
_INCLUDING = match_keys("समेत", "सहित")


def conjunct_case(words: Sequence[Token], i: int, limit: int) -> tuple[Case, str, int] | None:
    """The case that a conjunct without a name carries: रूस के मंत्री और उद्योग जगत के प्रतिनिधियों के साथ."""
    if i >= len(words) or words[i].key not in AND:
        return None
    people = False
    for j in range(i + 1, min(i + 10, limit)):
        if is_mark(words[j]) or form_at(words, j) in ("past", "future", "present", "was"):
            return None
        people = people or words[j].key in PEOPLE or words[j].key in _OTHERS
        if people:
            case, marker, after = case_at(words, j + 1)
            if case in ("ne", "se", "with", "between"):
                return case, marker, after
            if case in ("to", "in", "by"):
                return None
    return None


def case_at(words: Sequence[Token], i: int) -> tuple[Case, str, int]:
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
    if key == SE:
        after = i + 1
        while after < n and words[after].key in _PARTICLES:
            after += 1
        return "se", key, after
    if key == KO:
        return "to", key, i + 1
    if key == _BY:
        return "by", key, i + 1
    if key in WITH:
        return "with", key, i + 1
    if key in _INCLUDING:
        # The whole that they are part of carries the marker: X और Y सहित टीम के साथ.
        for j in range(i + 1, min(i + 8, n)):
            if is_mark(words[j]) or words[j].key == KO:
                break
            if words[j].key in (_NE, SE):
                return ("ne" if words[j].key == _NE else "se"), words[j].key, j + 1
            if words[j].key in WITH:
                return "with", words[j].key, j + 1
        return "including", key, i + 1
    if key in (IN, _ON):
        return "in", key, i + 1
    if i and words[i - 1].key in POSSESSIVES:
        if key in BETWEEN:
            return "between", key, i + 1
        if key in AFTER_OBLIQUE:
            return "other", key, i + 1
    if key in GENITIVE and i + 1 < n:
        following = words[i + 1].key
        if following in WITH:
            after = i + 2 + (i + 2 < n and words[i + 2].key in _PARTICLES)
            return "with", following, after
        if following in BETWEEN:
            return "between", following, i + 2
        if following == _BY:
            return "by", following, i + 2
        if following in SIDE and i + 2 < n and words[i + 2].key == SE:
            return "by", following, i + 3
        width = 3 if i + 3 < n and words[i + 2].text in DASHES else 1
        role = ROLE_NOUNS.get(words[i + width].key) if i + width < n else None
        if role is not None and i + width + 1 < n:
            closing = words[i + width + 1].key
            if role == "source" or closing in (IN, _ON, SE, match_key("वाले"), match_key("वाली"), match_key("के")):
                return role, words[i + width].key, i + width + 2
        return "genitive", key, i + 1
    return "none", "", i
