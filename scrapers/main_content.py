"""The body of a page of which no one has described the layout."""

import trafilatura


def main_content(html: str) -> str:
    """The paragraphs of the main text, one newline between; empty where none is found."""
    return trafilatura.extract(html, include_comments=False, include_tables=False, target_language=None) or ""
