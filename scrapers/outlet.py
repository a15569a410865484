"""What an outlet is: data, checked at construction. One file an outlet in ``scrapers/outlets/``."""

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

FeedKind = Literal["rss", "news_sitemap", "list_page"]
Status = Literal["active", "retired"]

# Class names that a build makes anew (css-1x2y3z, sc-AxjAm, _3fKq9): a selector on them breaks by itself.
_BUILD_HASH = re.compile(r"\.(?:css|sc|jsx)-|\._[A-Za-z0-9]{5,}")


@dataclass(frozen=True)
class Feed:
    """Where an outlet lists its new articles. ``links``: for a ``list_page``, the CSS selector of its links."""

    kind: FeedKind
    url: str
    links: str | None = None

    def __post_init__(self) -> None:
        if not self.url.startswith(("http://", "https://")):
            raise ValueError(f"feed {self.url!r}: only http and https")
        if (self.kind == "list_page") != (self.links is not None):
            raise ValueError(f"feed {self.url!r}: `links` goes with kind list_page, and only with it")


@dataclass(frozen=True)
class Layout:
    """CSS selectors of an article page. ``until``: the last day on which the outlet used it (None: today's).

    ``body`` selects the paragraphs, ``drop`` what to remove before. Selectors win over JSON-LD only for a
    field where the outlet's JSON-LD is wrong: name it in ``distrust``.
    """

    body: str
    title: str | None = None
    author: str | None = None
    published: str | None = None
    section: str | None = None
    drop: str | None = None
    until: date | None = None
    distrust: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for selector in (self.body, self.title, self.author, self.published, self.section, self.drop):
            if selector and _BUILD_HASH.search(selector):
                raise ValueError(f"selector {selector!r} names a class made by a build; it will not last")


@dataclass(frozen=True)
class Politeness:
    """How we behave there: seconds between requests to one host (robots.txt may ask for more), pages a day.

    ``obeys_reservations``: pages that reserve data mining (tdm-reservation, noai) and the parts that a page marks as
    not free stay unread. False only where the outlet has given leave. ``revisit_days``: for so many nights an article
    is asked for again, conditionally, to see corrections and take-downs; 0: never.
    """

    delay_s: float = 2.0
    daily_pages: int = 300
    revisit_days: int = 3
    obeys_reservations: bool = True


@dataclass(frozen=True)
class Outlet:
    """One outlet. ``name`` is its id and file name; ``min_articles`` a day is what its quietest day still has.

    ``terms``: what its robots.txt and terms say, or that they could not be checked. ``checked_on``: the day on
    which a person last saw feeds and selectors work; None: never checked live. ``max_age_days``: pages and sitemaps
    listed with an older date are its archive, not news, and stay unfetched; None: whatever it lists is wanted.
    """

    name: str
    title_hi: str
    title_en: str
    domain: str
    feeds: tuple[Feed, ...]
    layouts: tuple[Layout, ...] = ()
    media_type: Literal["government", "agency", "paper", "tv", "portal"] = "portal"
    skip_urls: tuple[str, ...] = ()
    min_articles: int = 5
    max_age_days: int | None = None
    politeness: Politeness = field(default_factory=Politeness)
    checked_on: date | None = None
    terms: str = ""
    is_sample: bool = False
    status: Status = "active"

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[a-z][a-z0-9_]*", self.name):
            raise ValueError(f"outlet {self.name!r}: name must be lower-case letters, digits and _")
        if not self.feeds:
            raise ValueError(f"outlet {self.name}: needs at least one feed")
        if self.min_articles < 1:
            raise ValueError(f"outlet {self.name}: min_articles must be at least 1")
        if self.max_age_days is not None and self.max_age_days < 1:
            raise ValueError(f"outlet {self.name}: max_age_days must be at least 1, or None")
        untils = [layout.until for layout in self.layouts]
        if None in untils[:-1]:
            raise ValueError(f"outlet {self.name}: only the last layout may have no end date")
        for pattern in self.skip_urls:
            re.compile(pattern)
