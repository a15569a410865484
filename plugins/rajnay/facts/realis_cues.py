"""The words that decide whether an event took place, as match keys (lexicon/realis.toml)."""

from rajnay.facts.lexicons import read_lexicon
from rajnay.facts.model import Realis
from rajnay.text.keys import match_key

_DATA = read_lexicon("realis")


def _keys(section: str, name: str = "words") -> frozenset[str]:
    return frozenset(map(match_key, _DATA[section][name]))


def _phrases(section: str, name: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(match_key(phrase).split()) for phrase in _DATA[section][name])


WITH_CLAUSE, PURPOSE, WITHOUT, TOPIC = (_phrases("adjunct", n) for n in ("with_clause", "purpose", "without", "topic"))
BEFORE = _keys("adjunct", "before")
COMPLEMENTS = {name: frozenset(map(match_key, words)) for name, words in _DATA["complement"].items()}
DENIAL, REFUSAL, CANCELLED, POSTPONED = map(_keys, ("denial", "refusal", "cancelled", "postponed"))
NEGATION, CONTRAST, ALMOST = _keys("negation"), _keys("negation", "contrast"), _keys("almost")
CONDITION, QUESTION, WISH, POSSIBILITY = map(_keys, ("condition", "question", "wish", "possibility"))
SCHEDULED, CALLED, INVITED, ONGOING, DAYS, HABITUAL = map(
    _keys, ("scheduled", "called", "invited", "ongoing", "days", "habitual")
)
CALLED_OFF: tuple[tuple[frozenset[str], Realis, str], ...] = (
    (CANCELLED, "cancelled", "cancelled"),
    (POSTPONED, "postponed", "postponed"),
)
RUMOUR = _keys("complement", "rumour")
SETTLED = _keys("settled")
HAPPENS = frozenset(map(match_key, ("होगी", "होगा", "होंगी", "होंगे", "हुई", "हुआ", "हुईं")))
MAY = frozenset(map(match_key, ("जाए", "जाएं", "जाये", "दे", "दें", "करे", "करें", "हो")))
KO = match_key("को")
NOMINAL = frozenset(map(match_key, ("मिलना", "बैठना")))
WHEN = frozenset({match_key("जब")})
SO, THAT, NOT, WHETHER = match_key("तो"), match_key("कि"), match_key("नहीं"), match_key("क्या")
GENITIVES = frozenset(map(match_key, ("का", "के", "की")))
POSTPOSITIONS = frozenset(map(match_key, ("के", "से", "में", "पर", "की", "का", "को", "हेतु", "तक", "ने")))
PARTICLES = frozenset(map(match_key, ("भी", "ही", "तो", "तक", "स्थल")))
GOING = frozenset(map(match_key, ("जा", "आ")))
PROGRESSIVE = frozenset(map(match_key, ("रहा", "रहे", "रही", "रहीं")))
ABOUT_TO = frozenset(map(match_key, ("वाला", "वाले", "वाली")))
WHO = frozenset(map(match_key, ("जो", "जिसे", "जिसका")))
PROMPT = frozenset(map(match_key, ("बिना",)))
