"""Hindi verb forms and verb groups: where a clause's predicate is, and what its auxiliaries say.

Forms are made from stems by rule (lexicon/verbs.toml), so that a token is looked up once. A verb group is a
run of forms with the particles among them (``नहीं कर पाए थे``); it is finite where a clause can end with it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from rajnay.facts.lexicons import read_lexicon
from rajnay.text.keys import match_key
from rajnay.text.tokens import Token

Form = Literal["past", "future", "present", "was", "habitual", "infinitive", "absolutive", "subjunctive", "stem"]

_DATA = read_lexicon("verbs")
_VOWELS = "ािीुूेैोौआइईउऊएऐओऔ"
_ENDINGS: tuple[tuple[Form, tuple[str, ...], tuple[str, ...]], ...] = (
    # form, endings after a consonant, endings after a vowel
    ("past", ("ा", "े", "ी", "ीं"), ("या", "ए", "ये", "ई", "ईं", "यी", "यीं")),
    ("habitual", ("ता", "ते", "ती", "तीं"), ("ता", "ते", "ती", "तीं")),
    ("infinitive", ("ना", "ने", "नी", "नीं"), ("ना", "ने", "नी", "नीं")),
    (
        "future",
        ("ेगा", "ेगी", "ेंगे", "ेंगी", "ूंगा", "ूंगी"),
        ("एगा", "एगी", "एंगे", "एंगी", "येगा", "येगी", "येंगे", "येंगी", "ऊंगा", "ऊंगी"),
    ),
    ("absolutive", ("कर", "करके", "के"), ("कर", "करके")),
    ("subjunctive", ("ें",), ("ए", "एं", "ये", "यें")),
)
# Stems whose plain past clashes with a noun or a postposition in every text: left to the irregular list.
_NO_REGULAR_PAST = frozenset(match_key(stem) for stem in ("कर", "हो", "जा", "दे", "ले", "बात", "भेंट", "मान"))


def _forms() -> dict[str, Form]:
    table: dict[str, Form] = {}
    for stem in _DATA["stems"]:
        for form, after_consonant, after_vowel in _ENDINGS:
            if form == "past" and match_key(stem) in _NO_REGULAR_PAST:
                continue
            for ending in after_vowel if stem[-1] in _VOWELS else after_consonant:
                table.setdefault(match_key(stem + ending), form)
    for stem in ("कर", "जा", "आ", "मिल", "बैठ", "ले", "दे", "पा", "चल", "रह", "पहुंच", "लौट", "टाल", "टल"):
        table.setdefault(match_key(stem), "stem")
    for form in ("past", "future", "subjunctive", "present", "was"):
        table.update({match_key(word): form for word in _DATA["irregular"][form]})
    for word in _DATA["not_verbs"]["words"]:
        table.pop(match_key(word), None)
    return table


FORMS: dict[str, Form] = _forms()
_INSIDE = frozenset(map(match_key, _DATA["particles"]["inside"]))
_AFTER_KI = frozenset(map(match_key, _DATA["ki"]["before"]))
JOINTS = frozenset(map(match_key, _DATA["clause"]["joints"]))
_GENITIVE_BEFORE_LIE = frozenset(
    map(match_key, ("के", "इस", "उस", "जिस", "किस", "इसी", "उसी", "अपने", "मेरे", "हमारे", "उनके", "इसके"))
)
_ABOUT_TO = frozenset(map(match_key, ("वाला", "वाले", "वाली", "वालों")))
_TWO = match_key("दो")
_KI, _LIE = match_key("की"), frozenset(map(match_key, ("लिए", "लिये")))


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A run of verb forms: token indices (end-exclusive), the keys and forms in it, whether a clause ends here."""

    start: int
    end: int
    keys: tuple[str, ...]
    forms: frozenset[Form]
    is_finite: bool


def is_mark(token: Token) -> bool:
    """Is the token a punctuation mark?"""
    return len(token.text) == 1 and not token.text.isalnum() and not "\u0900" <= token.text <= "\u0963"


def form_at(tokens: Sequence[Token], i: int) -> Form | None:
    """The form of the verb at token ``i``, or None if it is no verb there (genitive की, के लिए …)."""
    key = tokens[i].key
    if key == _KI:
        following = tokens[i + 1] if i + 1 < len(tokens) else None
        return "past" if following is None or is_mark(following) or following.key in _AFTER_KI else None
    if key == _TWO:  # दो घंटे: a number; give! ends its sentence
        return "subjunctive" if i + 1 == len(tokens) or is_mark(tokens[i + 1]) else None
    if key in _LIE and i and tokens[i - 1].key in _GENITIVE_BEFORE_LIE:
        return None
    form = FORMS.get(key)
    if form is None and key.endswith(("ेंगे", "ेंगी", "एगा", "एगी", "एंगे", "एंगी")):
        return "future"
    if form is None and key.endswith(("ेगा", "ेगी")):  # not मोतेगी, ओर्तेगा
        return "future" if i + 1 == len(tokens) or is_mark(tokens[i + 1]) and tokens[i + 1].text != "-" else None
    return form


def verb_groups(tokens: Sequence[Token]) -> list[VerbGroup]:
    """The verb groups among the tokens of a sentence, in order."""
    groups, i, n = [], 0, len(tokens)
    while i < n:
        form = form_at(tokens, i)
        if form is None:
            i += 1
            continue
        start, last, forms = i, i, {form}
        j = i + 1
        while j < n and j - last <= 2:
            following = form_at(tokens, j)
            if following is not None:
                forms.add(following)
                last = j
            elif tokens[j].key in _ABOUT_TO and j == last + 1 and "infinitive" in forms:
                last = j
            elif tokens[j].key not in _INSIDE:
                break
            j += 1
        end = last + 1
        finite_form = forms & {"past", "future", "present", "was"} or (forms & {"habitual", "subjunctive"})
        closes = (
            end == n or is_mark(tokens[end]) or tokens[end].key in JOINTS or bool(forms & {"future", "present", "was"})
        )
        groups.append(
            VerbGroup(
                start, end, tuple(t.key for t in tokens[start:end]), frozenset(forms), bool(finite_form) and closes
            )
        )
        i = end
    return groups
