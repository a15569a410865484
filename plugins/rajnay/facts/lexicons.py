"""Where the lexicons lie and how they are read: words and rules as data, one file a phenomenon group."""

import tomllib
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "lexicon"


def read_lexicon(name: str) -> dict[str, Any]:
    """The tables of ``lexicon/<name>.toml``."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
