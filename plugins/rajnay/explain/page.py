"""Explained articles as one HTML page that needs nothing beside itself."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from rajnay.explain.marks import findings, segments
from rajnay.facts.model import Article, Facts


def explain(article: Article, facts: Facts) -> str:
    """The page of one article. ``facts`` must have been read from that article: its spans count in its text."""
    return explain_all([(article, facts)])


def explain_all(read: Iterable[tuple[Article, Facts]]) -> str:
    """One page of several articles, in their order."""
    shown = []
    for number, (article, facts) in enumerate(read):
        found = findings(article, facts)
        shown.append(
            {
                "number": number,
                "article": article,
                "segments": segments(article.text, found),
                "findings": found,
                "version": facts.extractor_version,
            }
        )
    return _template().render(shown=shown)


@cache
def _template() -> Template:
    folder = FileSystemLoader(Path(__file__).parent)
    return Environment(loader=folder, autoescape=True, undefined=StrictUndefined).get_template("page.html.j2")
