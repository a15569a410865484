"""A page as it came, and an article as it was read from it: what the parts of the crawl hand each other."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class RawPage:
    """A response's body and what came with it. ``headers`` have lower-case names; ``fetched_at`` is aware, UTC."""

    url: str
    final_url: str
    status: int
    headers: Mapping[str, str]
    body: bytes
    fetched_at: datetime


@dataclass(frozen=True, slots=True)
class RawArticle:
    """What a page says, uncleaned. ``body``: paragraphs, one newline between. Instants are aware.

    ``method``: json_ld, selectors or main_content, by where the body came from. ``published_zone_known`` is
    False where the page gave no zone and IST was taken.
    """

    url: str
    url_canonical: str
    title: str
    body: str
    method: str
    given_id: str | None = None
    author: str | None = None
    section: str | None = None
    published_at: datetime | None = None
    published_zone_known: bool = True
    modified_at: datetime | None = None
    was_legacy_font: bool = False


@dataclass(frozen=True, slots=True)
class NotAnArticle:
    """Why a page is no article: ``reason`` is one of ``rajnay.contracts.REJECTS``' reasons, ``detail`` in words."""

    reason: str
    detail: str
