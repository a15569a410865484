"""Articles as a user gives them, a JSON object a line: for ``rajnay extract`` and the scorers."""

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from rajnay.facts.model import Article
from rajnay.settings import IST
from rajnay.text.clean import clean


def read_articles(path: Path) -> Iterator[Article]:
    """The articles of a JSONL file, cleaned. Fields: id; title, body, published_at, outlet may be null or absent.

    A ``published_at`` without a zone is IST. Raises ValueError naming file and line for anything else.
    """
    with path.open(encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            if line.strip():
                try:
                    yield article_of(json.loads(line))
                except (ValueError, TypeError, AttributeError) as error:
                    raise ValueError(
                        f"{path}, line {number}: {error}; an article is an object with id, title, body"
                    ) from error


def article_of(row: Mapping[str, Any]) -> Article:
    """The article of one such object. Raises ValueError where it has no id or no date where one should be."""
    if not row.get("id"):
        raise ValueError("no id")
    published = row.get("published_at")
    at = datetime.fromisoformat(published) if published else None
    return Article(
        str(row["id"]),
        clean(row.get("title") or "").text,
        clean(row.get("body") or "").text,
        (at.astimezone(IST) if at.tzinfo else at.replace(tzinfo=IST)) if at else None,
        row.get("outlet"),
    )
