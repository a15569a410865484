"""Where an agreement was made: the place that its signing's clause names, else that of the meeting told with it."""

from rajnay.facts.agreement_instruments import Mention
from rajnay.facts.agreement_scene import Scene
from rajnay.facts.model import Evidence, Span
from rajnay.facts.places import Places
from rajnay.text.keys import match_keys

_FOR = match_keys("लिए", "लिये", "हेतु")
# Only these acts take place somewhere; a cabinet's approval or an end does not tell where an agreement was made.
_MADE = frozenset(("signed", "agreed", "proposed"))


class PlaceReader:
    """Finds the places of acts in one article."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.places = Places(scene.document)

    def where(self, mention: Mention) -> Evidence | None:
        """The place of the mention's act as worded, with its stretch; None where the text does not say."""
        act, head, words = mention.act, mention.head, mention.parsed.words
        if act.status not in _MADE or act.is_reference or (act.status == "proposed" and act.tense != "future"):
            return None
        at = act.cue[0] if act.cue else (head.start if head else 0)
        low, high = mention.parsed.clause(at, at + 1)
        found = self.places.of_meeting(words, low, at, high)
        if found and not self.is_other(mention, found.span):
            return Evidence("place", found.name, found.span)
        if act.status == "proposed":
            return None
        mine = self.scene.who.codes(mention.parties)
        for meeting in self.scene.between(mention.sentence.start, mention.sentence.end + 1):
            span = next((slot.span for slot in meeting.slots if slot.slot == "place"), None)
            if meeting.place and span and mine and mine <= self.scene.states(meeting):
                return Evidence("place", meeting.place, span)
        return None

    def is_other(self, mention: Mention, found: Span) -> bool:
        """Is what stands before में no place of the act: a party, a year, what the agreement is about or for?"""
        words, head = mention.parsed.words, mention.head
        parties = {party.key for party in mention.parties}
        phrases = self.scene.by_sentence.get(mention.sentence.number, ())
        if any(not parties.isdisjoint(p.keys) and p.span.start <= found.start < p.span.end for p in phrases):
            return True
        if self.scene.document.text[found.start].isdigit():
            return True
        if head is None:
            return False
        first = min(head.phrase, head.name if head.name is not None else head.phrase)
        aim = any(token.key in _FOR and found.end <= token.start < words[head.start].start for token in words)
        return aim or words[first].start <= found.start < words[head.end - 1].end
