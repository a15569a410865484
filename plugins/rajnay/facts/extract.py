"""From one article to its facts: actors, then meetings, then agreements."""

from rajnay.facts.actors import read_actors
from rajnay.facts.document import Document
from rajnay.facts.model import Article, Facts


def extract(article: Article) -> Facts:
    """All facts that ``article`` tells. Never raises for a text, whatever it is.

    Raises:
        SeedError: the seeds cannot be used.
    """
    document = Document(article)
    reading = read_actors(document)
    return Facts(article.id, reading.actors, (), (), reading.discarded)
