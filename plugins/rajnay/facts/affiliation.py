"""For whom somebody speaks where the phrase does not say: India by default in Indian news, else the state spoken of.

An unowned office (``विदेश मंत्री``) in an Indian paper is India's, unless the name is no Indian one or the text has
been speaking of another state: then it is that state's (``लेबनान … कार्यवाहक प्रधानमंत्री नजीब मिकाती``).
"""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from rajnay.facts.word_classes import W

INDIA = "IND"


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place in the text where a state is spoken of; ``owns``: somebody or some body is said to be its own."""

    offset: int
    code: str
    owns: bool


class Context:
    """Which state an article speaks of at each place."""

    def __init__(self, anchors: list[Anchor]) -> None:
        self._anchors = sorted(anchors, key=lambda anchor: anchor.offset)
        self._offsets = [anchor.offset for anchor in self._anchors]
        self.codes = {anchor.code for anchor in self._anchors}

    @property
    def is_foreign(self) -> bool:
        """Whether the article is about other states' affairs: it speaks of several and never of India."""
        return len(self.codes) > 1 and INDIA not in self.codes

    def state_at(
        self, offset: int, sentence_start: int, *, there: bool = False, besides: frozenset[str] = frozenset()
    ) -> str:
        """The state spoken of at ``offset``.

        That of its sentence named last before, else the last that owned somebody, else the last named, else India.
        ``there``: the sentence points back (वहां): then the last named before it. ``besides``: states that others in
        the sentence speak for; who meets them is of another one.
        """
        end = bisect_left(self._offsets, offset)
        start = bisect_left(self._offsets, sentence_start)
        here = self._anchors[start:end]
        before = self._anchors[:start]
        owning = (anchor for anchor in reversed(before) if anchor.owns)
        ways: tuple[Iterable[Anchor], ...] = (reversed(here), owning, reversed(before))
        if there:
            ways = (reversed(here), reversed(before))
        for anchors in ways:
            for anchor in anchors:
                if anchor.code not in besides:
                    return anchor.code
        return here[-1].code if here else INDIA


def looks_indian(classes: list[int]) -> bool:
    """Whether a name with words of these classes is an Indian one by its words."""
    return bool(classes) and bool((classes[0] | classes[-1]) & W.INDIAN)
