"""What a page says, cleaned, as a row of ``articles``: its text, where it was filed, the way back to the page."""

import hashlib
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from rajnay.facts.dateline import dateline
from rajnay.facts.model import Article
from rajnay.settings import IST
from rajnay.text.clean import clean
from rajnay.text.credits import agency_of
from rajnay.text.language import language
from scrapers.page import NotAnArticle, RawArticle

_TOLD_APART = {"mr", "ne", "sa", "en"}


def article_id(url_canonical: str) -> str:
    """The id of the article at a canonical URL: the same in every run."""
    return "a" + hashlib.sha256(url_canonical.encode()).hexdigest()[:16]


def clean_article(row: Mapping[str, Any], raw: RawArticle) -> dict[str, Any] | NotAnArticle:
    """An article row, or NotAnArticle for a text that is empty or in another language."""
    title, body = clean(raw.title), clean(raw.body)
    text = Article("", title.text, body.text).text
    if not text:
        return NotAnArticle("no_text", "nothing is left of it after cleaning")
    spoken = language(text)
    if spoken != "hi":
        return NotAnArticle(f"language_{spoken}" if spoken in _TOLD_APART else "language_other", text[:80])
    place, written_on = _dateline(body.text, raw.published_at or row["listed_at"])
    return {
        "article_id": article_id(raw.url_canonical),
        "given_id": raw.given_id,
        "outlet": row["outlet"],
        "news_date": row["news_date"],
        "url": row["url"],
        "url_canonical": raw.url_canonical,
        "title": title.text,
        "body": body.text,
        "text": text,
        "author": raw.author,
        "agency": agency_of(body.text, raw.author),
        "dateline_place": place,
        "dateline_date": written_on,
        "section": raw.section,
        # A page without a date was published when its outlet's feed says.
        "published_at": raw.published_at or row["listed_at"],
        "published_zone_known": raw.published_zone_known,
        "modified_at": raw.modified_at,
        "fetched_at": row["requested_at"],
        "language": spoken,
        "extraction_method": raw.method,
        "was_legacy_font": raw.was_legacy_font,
        "text_sha256": hashlib.sha256(text.encode()).hexdigest(),
        "n_chars": len(text),
        "raw_title": raw.title,
        "raw_body": raw.body,
        "title_map": _runs(title.offsets.runs),
        "body_map": _runs(body.offsets.runs),
        "warc_file": row["warc_file"],
        "warc_offset": row["warc_offset"],
    }


def _dateline(body: str, published_at: datetime | None) -> tuple[str | None, date | None]:
    found = dateline(body, 0, len(body), published_at.astimezone(IST).date() if published_at else None)
    if not found:
        return None, None
    written_on = found.date.start if found.date and found.date.precision == "day" else None
    return body[found.place.start : found.place.end], date.fromisoformat(written_on) if written_on else None


def _runs(runs: tuple[tuple[int, int, int], ...]) -> list[dict[str, int]]:
    return [dict(zip(("clean_start", "raw_start", "raw_end"), run, strict=True)) for run in runs]
