"""From one article to its facts: actors, then meetings, then agreements."""

from rajnay.facts.actors import read_actors
from rajnay.facts.agreements import read_agreements
from rajnay.facts.document import Document
from rajnay.facts.meetings import read_meetings
from rajnay.facts.model import Article, Facts

# An actor that only such mentions speak of is named nowhere: it counts where it takes part in something.
_UNNAMED = frozenset({"title", "collective", "pronoun"})


def extract(article: Article) -> Facts:
    """All facts that ``article`` tells. Never raises for a text, whatever it is.

    Raises:
        SeedError: the seeds cannot be used.
    """
    document = Document(article)
    reading = read_actors(document)
    meetings = read_meetings(document, reading)
    agreements = read_agreements(document, reading, meetings.meetings)
    taking_part = {p.key for m in meetings.meetings for p in m.participants}
    taking_part |= {p.key for a in agreements.agreements for p in a.parties}
    return Facts(
        article_id=article.id,
        actors=tuple(
            actor
            for actor in reading.actors
            if actor.key in taking_part or any(mention.kind not in _UNNAMED for mention in actor.mentions)
        ),
        meetings=meetings.meetings,
        agreements=agreements.agreements,
        discarded=(*reading.discarded, *meetings.discarded, *agreements.discarded),
    )
