"""Learns lexicon/words.tsv: what single words mostly are in Hindi text with labelled names.

    python -m rajnay.facts.learn_words FOLDER

``FOLDER`` holds IL-NER (``il-ner-*.txt``) and HiNER (``*.conll``) files: a word and its label a line. Only words and
their classes are kept, no sentence. Sources and licences: lexicon/words.md.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from rajnay.text.keys import match_key
from rajnay.text.tokens import TOKEN

WORDS = Path(__file__).parent / "lexicon" / "words.tsv"
_SORTS = {
    "NEP": "person", "PERSON": "person", "NEL": "place", "LOCATION": "place", "NEO": "body", "ORGANIZATION": "body",
}  # fmt: skip


def count(lines: Iterable[str]) -> dict[str, Counter[str]]:
    """How often each word (by match key) is labelled a person, a place, a body or nothing (``other``)."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for line in lines:
        parts = line.split()
        if len(parts) < 2:
            continue
        sort = _SORTS.get(parts[1].rpartition("-")[2], "other")
        for match in TOKEN.finditer(parts[0]):
            key = match_key(match.group())
            if key and "\u0904" <= key[0] <= "\u0963":
                counts[key][sort] += 1
    return counts


def word_class(counts: Counter[str]) -> str:
    """The class of a word with these counts.

    ``name``: at least half a person's name; ``dual``: a person's name now and then; ``place``, ``body``: mostly that;
    ``rare``: up to three times, never a name; ``common``: the rest.
    """
    person, place, body, other = (counts[sort] for sort in ("person", "place", "body", "other"))
    total = person + place + body + other
    if person and person >= 0.5 * (person + other) and person >= 0.34 * total:
        return "name"
    if (person >= 2 and person >= 0.04 * total) or (person == 1 and total <= 8):
        return "dual"
    if place and place >= max(body, other):
        return "place"
    if body > other:
        return "body"
    return "rare" if total <= 3 else "common"


def main(arguments: list[str]) -> int:
    """Writes the word classes; 2 when the folder has no labelled text."""
    paths = [path for folder in arguments for path in sorted(Path(folder).glob("*"))]
    files = [path for path in paths if path.suffix in (".txt", ".conll")]
    if not files:
        print("usage: python -m rajnay.facts.learn_words FOLDER (with *.txt or *.conll)", file=sys.stderr)
        return 2
    counts = count(line for path in files for line in path.read_text(encoding="utf-8").splitlines())
    kept = {key: word_class(found) for key, found in counts.items() if len(key) > 1 or found["person"]}
    WORDS.write_text("".join(f"{key}\t{kept[key]}\n" for key in sorted(kept)), encoding="utf-8")
    print(f"{len(kept)} words from {len(files)} files")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
