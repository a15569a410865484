"""A story as an outlet of the press publishes it: dates in words, with its address."""

from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True)
class Story:
    """What a page tells, and what its reader should get back: title, body (paragraphs, one newline between).

    ``url`` is its canonical address, ``listed_url`` the one that feeds give. ``stated`` is the publication
    time as text where the page must give it word for word. ``sickness``: None for an article to be kept.
    """

    id: str
    outlet: str
    url: str
    listed_url: str
    title: str
    body: str
    published_at: datetime | None
    section: str = ""
    author: str | None = None
    agency: str | None = None
    hurdle: str | None = None
    sickness: str | None = None
    given_url: str | None = None
    stated: str | None = None

    @property
    def paragraphs(self) -> list[str]:
        """The body's paragraphs."""
        return self.body.split("\n")

    @property
    def modified_at(self) -> datetime | None:
        """When the desk last touched the page: a while after it was published."""
        return self.published_at and self.published_at + timedelta(minutes=17)
