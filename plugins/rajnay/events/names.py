"""When two Hindi spellings are one name: compared by the consonants that a listener would hear."""

import unicodedata
from functools import lru_cache

from rajnay.text.tokens import tokens

# What transliteration mixes up: length of vowels, breath, retroflex and dental, the sibilants, व and ब.
_SOUNDS = {
    sound: group[0]
    for group in ("कखक", "गघ", "चछ", "जझय", "टठतथ", "डढदध", "नणङञ", "पफ", "बभव", "रड़ऋ", "लळ", "सशष")
    for sound in group
}
_VOWELS = {
    vowel: group[0]
    for group in ("अआ", "इईएऐये", "उऊओऔ")
    for vowel in group
}


@lru_cache(maxsize=65_536)
def sound_key(name: str) -> tuple[str, ...]:
    """The heard consonants of each word of ``name`` (an initial vowel counts as one).

    >>> sound_key("दिनेश गुनवर्दन") == sound_key("दिनेश गुणवर्धने")
    True
    """
    words = []
    for token in tokens(name):
        letters = unicodedata.normalize("NFD", token.key)
        heard = [_VOWELS[letter] for letter in letters[:1] if letter in _VOWELS]
        for letter in letters:
            sound = _SOUNDS.get(letter, letter if letter.isalnum() and letter not in _VOWELS else "")
            if sound and (not heard or heard[-1] != sound):
                heard.append(sound)
        if heard:
            words.append("".join(heard))
    return tuple(words)


def same_sound(one: str, other: str) -> bool:
    """Whether two names sound alike: each word of the shorter one in the longer one, and the last words alike.

    Single words are not compared: too many people share one.
    """
    short, long = sorted((sound_key(one), sound_key(other)), key=len)
    if len(short) < 2 or short[-1] != long[-1]:
        return False
    rest = iter(long)
    return all(word in rest for word in short)
