"""Where a person's name ends: runs of words that can be a name, after an office or honorific and without either."""

from rajnay.facts.tagging import ENDS_NAME, Words
from rajnay.facts.word_classes import W

# Endings that unknown words of the language have, but hardly a name: oblique plurals, futures. The
# second list is for words without an office or honorific before them (अमेगा is a name after one).
_NO_NAME = ("ियों", "ओं", "ारों", "ठों", "तों", "कों", "टों", "वालों")
_NO_NAME_ALONE = (*_NO_NAME, "ेगा", "ेगी", "ेंगे", "ेंगी")
_LONGEST = 7  # words; longer runs are lists or headlines without commas
_NAME = W.NAME | W.SURNAME
_BLOCKS = (
    W.CASE | W.CONJUNCTION | W.PRONOUN | W.REFLEXIVE | W.NUMBER | W.HONORIFIC | W.PLURAL | W.COUNTERPART | W.CAPACITY
)
# What a word with one of the first classes and none of the second cannot be is the beginning of a name.
BEGIN_NO_NAME = _BLOCKS | W.COMMON
BEGIN_NAMES = _NAME | W.PARTICLE | W.LETTER | W.TITLE | W.HOMOGRAPH | W.HONORIFIC
_DASHES = frozenset("-–")


def skip_honorifics(words: Words, i: int) -> int:
    """The first token at or after ``i`` that is no honorific, nor the dot of one."""
    while words.is_a(i, W.HONORIFIC):
        i += 1
        if words.key(i) == "." and words.touches(i):
            i += 1
    return i


def _dash_between(words: Words, i: int) -> bool:
    """Whether token ``i`` is a dash that joins two words without spaces."""
    return words.key(i) in _DASHES and words.touches(i) and words.touches(i + 1)


def _capable(words: Words, i: int, *, trusted: bool, inside: bool) -> bool:
    """Whether token ``i`` may be part of a name; ``trusted``: an office or honorific stands before."""
    if not words.is_devanagari(i) or i in words.trapped:
        return False
    classes = words.classes[i]
    if classes & W.HOMOGRAPH and trusted:
        following = i + 1
        while words.is_a(following, W.PARTICLE) and not words.is_a(following, W.CASE):  # यान फान डेर मेर
            following += 1
        last = inside and words.is_a(i + 1, W.CASE) and _surely(words, i - 1)  # चोए सोन हुई ने
        if last or _surely(words, following):
            return True
    if inside and words.key(i - 1) in _DASHES and words.touches(i):  # अल-थानी, जोंग-उन
        return trusted or not classes & W.CASE
    if classes & W.CASE and inside and _dash_between(words, i + 1):  # से-युन
        return _surely(words, i + 2)
    if classes & W.LETTER and words.key(i + 1) == "." and words.touches(i + 1):
        return True
    if classes & (W.PARTICLE | W.LETTER) and classes & (W.COMMON | W.CASE | W.CONJUNCTION):
        # Also an everyday word (ले, थी): a particle only after an office or a word of the name, and before another.
        following = i + 2 if words.key(i + 1) in _DASHES else i + 1
        return (inside or trusted) and not classes & (W.CASE | W.CONJUNCTION) and _surely(words, following)
    if classes & _BLOCKS:
        return False
    if classes & W.SURNAME and classes & (W.COMMON | W.DUAL):
        # Also an everyday word (सरकार, मान): a surname only after another word of the name.
        if classes & W.GOVERNMENT and not words.is_a(i - 1, _NAME):  # कामचलाऊ सरकार
            return False
        return (inside or trusted) and (trusted or not classes & W.COMMON or words.is_a(i + 1, W.CASE))
    if classes & (_NAME | (W.PARTICLE | W.LETTER | W.TITLE)):
        return True
    if classes & W.COMMON:
        return False
    if classes & W.RARE:
        last = not words.is_devanagari(i + 1) or words.is_a(i + 1, W.CASE | W.CONJUNCTION)
        if inside:
            return last or _surely(words, i + 1)
        return trusted or words.is_a(i + 1, W.SURNAME)
    if classes & W.DUAL:
        return True
    if classes & (W.PLACE | W.BODY):
        return trusted or words.is_a(i - 1, _NAME) or words.is_a(i + 1, _NAME)
    return len(words.keys[i]) > 1 and not words.keys[i].endswith(_NO_NAME if trusted else _NO_NAME_ALONE)


def _surely(words: Words, i: int) -> bool:
    """Whether token ``i`` is a word that can hardly be anything but part of a name."""
    if words.is_a(i, W.GOVERNMENT):  # भारत सरकार
        return False
    return words.is_unknown(i) or (words.is_a(i, _NAME) and words.is_devanagari(i) and i not in words.starting)


def name_end(words: Words, start: int, *, trusted: bool) -> int:
    """The end (exclusive) of the run of name words that begins at ``start``; ``start`` itself if there is none."""
    if trusted and words.is_latin(start):
        return _latin_end(words, start)
    i = start
    end = start
    count = 0
    while count < _LONGEST:
        if i in words.starting and not _inside_name(words, i, start, trusted=trusted):
            break
        if not _capable(words, i, trusted=trusted, inside=i > start):
            break
        letter = bool(words.classes[i] & W.LETTER) and len(words.keys[i]) <= 3
        i += 1
        count += 1
        end = i
        # The dot or zero of an initial (एस. जयशंकर, एस0 जयशंकर), a hyphen inside a name (सून-सिल).
        if words.touches(i) and (
            (letter and words.key(i) in (".", "0"))
            or (
                (trusted or count > 1)
                and _dash_between(words, i)
                and not words.key(i + 1).startswith(words.key(i - 1))  # फूट-फूटकर
                and _capable(words, i + 1, trusted=True, inside=True)
            )
        ):
            i += 1
    # Whoever is somewhere (में) is not called after it: शरीफ लाचिन में.
    if trusted and count > 2 and words.key(end) == "में" and not words.classes[end - 1] & _NAME:
        end -= 1
    # A particle or a lone initial is never a name's last word.
    while end > start + 1 and words.classes[end - 1] & W.PARTICLE and not words.classes[end - 1] & _NAME:
        end -= 1
    if end == start + 1 and words.is_a(start, W.PARTICLE | W.LETTER | W.TITLE) and not words.is_a(start, _NAME):
        return start
    return end


def _latin_end(words: Words, i: int) -> int:
    """The end of a run of capitalised Latin words and initials: PM Narendra Modi, Dr. S. Jaishankar."""
    while words.is_latin(i) and words.tokens[i].text[0].isupper() and i not in words.starting:
        i += 1
        if words.key(i) in (".", "-") and words.touches(i) and words.is_latin(i + 1):
            i += 1
    return i


def _inside_name(words: Words, i: int, start: int, *, trusted: bool) -> bool:
    """A known place or state inside a run is part of the name only between or after its other words."""
    entity = words.starting[i]
    kind = entity.entry.kind
    if kind == "media":  # एपी जोशी, डॉन प्रमुदविनई
        initials = bool(words.classes[i] & W.HOMOGRAPH) and words.is_a(i + 1, _NAME)
        return i == start and (initials or (trusted and entity.end - entity.start == 1 and _surely(words, i + 1)))
    if trusted and i > start and entity.end - entity.start == 1:
        if words.key(i - 1) in _DASHES and words.touches(i):  # चान-ओचा
            return True
        if kind in ("place", "capital") and words.is_a(i + 1, W.CASE):
            # कोटारो नागासाकी से: a place beside a name does not act, and a strange first name wants a second.
            strange = i == start + 1 and words.is_unknown(start) and words.key(i + 1) != "में"
            if words.key(i + 1) == "ने" or strange:
                return True
    if entity.end - entity.start > 1 or kind in ("igo", "media", "body"):
        return False
    if words.classes[i] & _NAME and kind in ("place", "capital"):
        return True
    if i == start or kind in ("place", "capital"):
        follows = _surely(words, i + 1) or (trusted and words.is_a(i + 1, W.RARE))
        return (kind in ("place", "capital") or trusted) and follows
    if kind == "state" and not entity.entry.ambiguous:
        return bool(words.classes[i] & _NAME)
    return not words.is_devanagari(i + 1) or words.is_a(i + 1, W.CASE | W.CONJUNCTION | W.COMMON)


def strength(words: Words, start: int, end: int) -> float:
    """How much the words of a run look like a name by themselves, per word: 0 not at all, 1 surely."""
    total = 0.0
    counted = 0
    for i in range(start, end):
        if not words.is_devanagari(i):
            if words.is_latin(i):
                total += 0.7
                counted += 1
            continue
        classes = words.classes[i]
        counted += 1
        if classes & _NAME:
            total += 1.0
        elif classes & (W.DUAL | W.HOMOGRAPH):
            total += 0.4
        elif classes & (W.PARTICLE | W.LETTER):
            total += 0.5
        elif classes & (W.PLACE | W.BODY):
            total += 0.1
        elif classes & W.RARE:
            total += 0.35
        elif not classes & ENDS_NAME:
            total += 0.6
    return total / counted if counted else 0.0
