"""A meeting or agreement as one article tells it, with its actors known across articles: what is compared."""

import hashlib
from dataclasses import dataclass
from datetime import date as day_of
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class Member:
    """A participant or party. ``code``: the state or intergovernmental body that it acts for."""

    actor_id: str
    kind: str
    code: str | None


@dataclass(frozen=True, slots=True)
class Told:
    """One event in one article. ``date``: ISO, cut to its precision; ``reported_on``: the article's day in India.

    ``channel`` and ``place`` are of meetings, ``kind`` and ``name`` of agreements; the others have None.
    """

    article_id: str
    number: int
    event_type: str
    members: tuple[Member, ...]
    status: str
    date: str | None
    reported_on: day_of
    place: str | None = None
    channel: str | None = None
    kind: str | None = None
    name: str | None = None

    @property
    def key(self) -> str:
        """Changes when the article tells the event otherwise; the number in the article is no part of it."""
        members = sorted(member.actor_id for member in self.members)
        said = (self.event_type, self.article_id, *members, self.status, self.date, self.place, self.channel, self.name)
        return hashlib.sha256("|".join(map(str, said)).encode()).hexdigest()[:16]

    @property
    def days(self) -> tuple[day_of, day_of] | None:
        """First and last day of the date as far as it is known; None without one."""
        if not self.date:
            return None
        year, month, day = (*map(int, self.date.split("-")), 0, 0)[:3]
        first = day_of(year, month or 1, day or 1)
        if day:
            return first, first
        after = day_of(year + (month in (0, 12)), month % 12 + 1 if month else 1, 1)
        return first, after - timedelta(days=1)
