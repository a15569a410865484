"""The words of date phrases, as match keys: months, weekdays, relative words, units, marks (lexicon/dates.toml)."""

from rajnay.facts.lexicons import read_lexicon
from rajnay.facts.numbers import CARDINALS, ORDINALS, keyed
from rajnay.text.keys import match_key

_LEXICON = read_lexicon("dates")


def _words(section: str, name: str = "words") -> frozenset[str]:
    return frozenset(match_key(word) for word in _LEXICON[section][name])


MONTHS = {key: int(value) for key, value in keyed(_LEXICON["months"]).items()}
MONTHS_NEED_DAY = _words("months_need_day")
WEEKDAYS = {key: int(value) for key, value in keyed(_LEXICON["weekdays"]).items()}
WEEKDAYS_NEED_DATE = _words("weekdays_need_date")
DAY_WORDS = keyed(_LEXICON["day_words"])
UNITS = keyed(_LEXICON["units"])
DIRECTIONS = keyed(_LEXICON["directions"])
NEAREST = _words("nearest")
SIDES = keyed(_LEXICON["sides"])
FEW = _words("few")
YEAR_WORDS = _words("marks", "year_words")
DATE_WORDS = _words("marks", "date_words")
GENITIVE = _words("marks", "genitive")
AND = _words("marks", "and")
FROM = _words("marks", "from")
TO = _words("marks", "to")
AFTER_YEAR = _words("marks", "after_year")
LATE = _words("day_parts", "late")
WESTERN = _words("western_clocks")
CLOCK = _words("western_clocks", "clock")
PAST = _words("tense", "past")
FUTURE_ENDINGS = tuple(match_key(word) for word in _LEXICON["tense"]["future_endings"])
AGENCIES = _words("agencies")
PARTS = _words("marks", "parts")
DECADE = _words("marks", "decade")
NIGHT = _words("marks", "night")
ONLY = match_key("ही")
MOTION = _words("marks", "motion")
IN = match_key("में")
CASES = GENITIVE | frozenset(map(match_key, ("ने", "को", "से", "में", "पर", "तक")))
ON = match_key("को")
FROM_NOW = frozenset(DAY_WORDS)
DASHES = frozenset("-–—")
DAY_LINKS = DASHES | AND | FROM | {","}

DAY_KEYS = frozenset().union(WEEKDAYS, MONTHS, DAY_WORDS, DATE_WORDS)
"""Match keys of the words that a day ends with before को: weekdays, months, आज, तारीख."""

# What a date phrase may begin with; all other words are passed over at once.
OPENERS = frozenset().union(
    MONTHS, WEEKDAYS, DAY_WORDS, DIRECTIONS, YEAR_WORDS, FEW, CARDINALS, ORDINALS, (match_key("आने"),)
)
