"""The text of pages that are drawn by a script: it lies as JSON beside it (Next.js' __NEXT_DATA__ and its like)."""

import json
from collections.abc import Iterator
from typing import Any

from scrapers.main_content import SENTENCE_END, is_prose
from scrapers.page_tree import PageTree, lines_of_markup

_MAX_VALUES = 20_000
_ENOUGH = 300  # characters: less is a teaser
_SENTENCES = 3
_TEXT_KEYS = ("text", "content", "html", "value", "body", "data", "para", "paragraph")


def hydrated_text(tree: PageTree) -> str:
    """The longest prose in the page's JSON scripts, a string (HTML or lines) or a list of blocks; empty without any."""
    found = ""
    for script in tree.all('script[type="application/json"]'):
        try:
            value = json.loads(script.text(), strict=False)
        except (ValueError, RecursionError):
            continue
        found = max(found, *_texts(value), key=len)
    return found


def _texts(value: Any) -> Iterator[str]:
    yield ""
    todo = [value]
    for _ in range(_MAX_VALUES):
        if not todo:
            return
        item = todo.pop()
        if isinstance(item, str):
            yield _prose([item])
        elif isinstance(item, dict):
            todo += item.values()
        elif isinstance(item, list):
            blocks = [text for part in item if (text := _block(part))]
            if len(blocks) > 1:
                yield _prose(blocks)
            todo += item


def _block(part: Any) -> str:
    if isinstance(part, str):
        return part
    texts = (part.get(key) for key in _TEXT_KEYS) if isinstance(part, dict) else ()
    return next((text for text in texts if isinstance(text, str) and text), "")


def _prose(blocks: list[str]) -> str:
    """The blocks' lines when they are an article's text, else nothing."""
    if sum(map(len, blocks)) < _ENOUGH:
        return ""
    lines = [line for block in blocks for line in lines_of_markup(block)]
    text = "\n".join(lines)
    sentences = sum(line.endswith(SENTENCE_END) for line in lines)
    return text if len(text) >= _ENOUGH and sentences >= min(_SENTENCES, len(lines)) and is_prose(text) else ""
