"""An article as the readers of facts see it: its text once, cut into sentences and tokens, and its day in India."""

from datetime import date
from functools import cached_property
from zoneinfo import ZoneInfo

from rajnay.facts.model import Article
from rajnay.text.tokens import Sentence, sentences

IST = ZoneInfo("Asia/Kolkata")


class Document:
    """One article made ready for reading. All offsets count in ``text``, which is ``article.text``."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.text = article.text
        # Without a body the title is the whole text, and still a headline.
        self.headline_end = len(article.title)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the text, headline first, with their tokens."""
        return sentences(self.text, self.headline_end)

    @cached_property
    def published_on(self) -> date | None:
        """The day in India on which the article appeared, or None if unknown."""
        published = self.article.published_at
        return published.astimezone(IST).date() if published else None
