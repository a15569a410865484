"""Whom a report is about while it goes on: who is meant where a later meeting names only the other side.

A report follows one person from meeting to meeting (``मोदी ने X से मुलाकात की … Y से भी मिले … Z के साथ उनकी बैठक``). Who
acted in the last meeting goes on acting, unless somebody new does something; what people say changes nothing.
"""

from collections.abc import Container

from rajnay.facts.arguments import Argument
from rajnay.facts.clauses import Parsed
from rajnay.facts.meeting_words import word_list
from rajnay.facts.model import Span

_SPEECH = word_list("reference", "speech")
_REACH = 4  # sentences


class Protagonist:
    """The person followed, as (actor key, span of the phrase that named it), in reading order."""

    def __init__(self, persons: Container[str]) -> None:
        self.persons = persons
        self._subjects: list[tuple[str, Span]] = []  # who acted, the last one last
        self._agent: tuple[str, Span] | None = None
        self._agent_in = -1  # number of the sentence with the meeting
        self._met: frozenset[str] = frozenset()
        self.pair: tuple[tuple[str, Span], ...] = ()  # the parties of the last meeting; for वे मिलेंगे

    def met(self, agent: str, span: Span, others: frozenset[str], number: int) -> None:
        """Sentence ``number`` tells a meeting of ``agent`` with ``others``."""
        if self._agent is not None and self._agent[0] in others and self.followed(number):
            self._agent_in, self._met = number, others | {agent}  # Z उनसे मिले: still about the same one
        elif agent in self.persons:
            self._agent, self._agent_in, self._met = (agent, span), number, others

    def pass_by(self, parsed: Parsed) -> None:
        """Takes in who acts in a sentence: its first single person with ने, else without a marker."""
        subject = self._acting(parsed)
        if subject is None:
            return
        member = subject.members[0]
        self._subjects = [*self._subjects[-1:], (member.key, member.span)]
        speaks = any(word.key in _SPEECH for word in parsed.words[subject.after :])
        if not speaks and self._agent is not None and member.key not in (self._agent[0], *self._met):
            self._agent = None

    def _acting(self, parsed: Parsed) -> Argument | None:
        for case in ("ne", "none"):
            for argument in parsed.arguments:
                if argument.case == case and len(argument.members) == 1 and argument.members[0].key in self.persons:
                    return argument
        return None

    def followed(self, number: int) -> tuple[str, Span] | None:
        """Who acted in a meeting just before sentence ``number`` and still does; for उन्होंने and उनकी."""
        return self._agent if self._agent is not None and 0 <= number - self._agent_in <= _REACH else None

    def at(self, number: int, others: Container[str] = ()) -> tuple[str, Span] | None:
        """Who acts in sentence ``number`` if it does not say so, and is none of ``others``."""
        followed = self.followed(number)
        if followed is not None and followed[0] not in others:
            return followed
        return next((subject for subject in reversed(self._subjects) if subject[0] not in others), None)
