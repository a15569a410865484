"""What an article tells around a mention of an agreement: who is spoken of together, which meetings are near."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cached_property

from rajnay.facts.agreement_instruments import Mention
from rajnay.facts.agreement_parties import PartyReader
from rajnay.facts.agreement_terms import LEXICON
from rajnay.facts.clauses import Parsed, parse
from rajnay.facts.document import Document
from rajnay.facts.model import Meeting, Party, Phrase
from rajnay.text.keys import match_key
from rajnay.text.tokens import Sentence

_GO_BETWEENS = frozenset(LEXICON["go_betweens"]["codes"])
_SUMMIT = match_key("शिखर")
NEIGHBOURS = 3
# A bound that no article reaches and that keeps a text of any size linear.
_PAIR_REACH = 60


class Scene:
    """The sentences, meetings and parties of an article, as seen from a mention."""

    def __init__(
        self, document: Document, who: PartyReader, phrases: Sequence[Phrase], meetings: Sequence[Meeting]
    ) -> None:
        self.document = document
        self.meetings = meetings
        self.who = who
        self.by_sentence = _phrases_by_sentence(document.sentences, phrases)
        self._parsed: dict[int, Parsed] = {}
        self._told_at = sorted((span.start, n) for n, meeting in enumerate(meetings) for span in meeting.mentions)

    def parsed(self, number: int) -> Parsed:
        """Sentence ``number`` taken apart, once."""
        known = self._parsed.get(number)
        if known is None:
            sentence = self.document.sentences[number]
            known = parse(sentence, self.by_sentence.get(number, ()), self.who.state_keys)
            self._parsed[number] = known
        return known

    def sides(self, mention: Mention, size: int, known: frozenset[str]) -> tuple[Party, ...]:
        """The ``size`` parties that the article speaks of together where ``mention`` stands; () if none is clear.

        Those of a meeting told in this sentence or the one before; else those most often named together so far,
        ``known`` winning a draw.
        """
        number = mention.sentence.number
        floor = self.document.sentences[max(number - 1, 0)].start
        for meeting in self.nearby(mention):
            if any(floor <= span.start <= mention.sentence.end for span in meeting.mentions):
                parties = self.who.of_keys((p.key, p.span) for p in meeting.participants)
                if len(parties) == size:
                    return parties
        together: dict[frozenset[str], list[tuple[Party, ...]]] = {}
        for parties in self.groups(number, mention.start):
            if len(parties) == size:
                together.setdefault(self.who.codes(parties), []).append(parties)
        if not together:
            return self.only_states(size)
        best = max(together, key=lambda codes: (len(together[codes]), codes == known))
        return together[best][-1]

    def only_states(self, size: int) -> tuple[Party, ...]:
        """The states and intergovernmental bodies of the article, if they are exactly ``size``."""
        return self.states_named if len(self.states_named) == size else ()

    @cached_property
    def states_named(self) -> tuple[Party, ...]:
        """The states and intergovernmental bodies that the article names, but for those that bring others together."""
        named = ((key, phrase.span) for found in self.by_sentence.values() for phrase in found for key in phrase.keys)
        return tuple(
            p
            for p in self.who.of_keys(named)
            if p.key in self.who.state_keys and self.who.code(p.key) not in _GO_BETWEENS
        )

    def groups(self, number: int, end: int) -> Iterable[tuple[Party, ...]]:
        """Parties named together up to offset ``end`` of sentence ``number``: coordinated, or in meetings."""
        for earlier in range(max(number - _PAIR_REACH, 0), number + 1):
            phrases = self.by_sentence.get(earlier)
            if phrases and len(phrases) > 1:
                for argument in self.parsed(earlier).arguments:
                    if argument.members[-1].span.end > end:
                        break
                    if len(argument.members) > 1 and all(m.kind != "collective" for m in argument.members):
                        yield self.who.parties([argument])
        sentences = self.document.sentences
        for meeting in self.between(sentences[max(number - _PAIR_REACH, 0)].start, sentences[number].start):
            yield self.who.of_keys((p.key, p.span) for p in meeting.participants)

    def between(self, start: int, end: int) -> list[Meeting]:
        """Meetings with a mention that begins in ``start:end``, the one told last first."""
        low, high = bisect_left(self._told_at, (start, -1)), bisect_left(self._told_at, (end, -1))
        return [self.meetings[n] for n in dict.fromkeys(n for _, n in reversed(self._told_at[low:high]))]

    def nearby(self, mention: Mention) -> list[Meeting]:
        """Meetings told in the mention's sentence or shortly before it, nearest first."""
        number, end = mention.sentence.number, mention.sentence.end + 1
        near = self.between(self.document.sentences[max(number - NEIGHBOURS, 0)].start, end)
        if any(token.key == _SUMMIT for token in mention.parsed.words):
            # शिखर बैठक के बाद: the summit, though it was told long ago.
            far = self.between(self.document.sentences[max(number - _PAIR_REACH, 0)].start, end)
            text = self.document.text
            summits = [m for m in far if any(_SUMMIT in text[s.start : s.end] for s in m.mentions)]
            near = [*summits, *(m for m in near if m not in summits)]
        return near

    def states(self, meeting: Meeting) -> frozenset[str]:
        return self.who.codes(self.who.of_keys((p.key, p.span) for p in meeting.participants))


def _phrases_by_sentence(sentences: Sequence[Sentence], phrases: Sequence[Phrase]) -> dict[int, list[Phrase]]:
    table: dict[int, list[Phrase]] = {}
    at = 0
    for sentence in sentences:
        while at < len(phrases) and phrases[at].span.start < sentence.end:
            if phrases[at].span.start >= sentence.start:
                table.setdefault(sentence.number, []).append(phrases[at])
            at += 1
    return table
