"""Score the date resolver on the public Hindi date cases of Recognizers-Text (DateParser.json).

    python tests/quality/score_dates.py [FILE] [--errors]

How a case counts: every expected phrase must be found with exactly its text, and resolve to the expected day.
The cases carry no tense. Where they expect two days (PastResolution and FutureResolution differ), the phrase is
read once as past and once as future, and both must be right; where they expect one, it is read without a tense.
A phrase that names no real day (0001-01-01) is right when nothing, or no day, is read.
"""

import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

from rajnay.facts.date_tense import Tense
from rajnay.facts.dates import find_dates

CASES = Path(__file__).parents[2] / ".." / "shared" / "corpora" / "hindi-dates" / "DateParser.json"
_NO_DAY = "0001-01-01"


def is_right(case: dict[str, Any]) -> bool:
    """Whether every expected phrase of one case is found and resolved as expected."""
    text = case["Input"]
    today = date.fromisoformat(case["Context"]["ReferenceDateTime"][:10])
    for expected in case["Results"]:
        past = expected["Value"]["PastResolution"]["date"]
        future = expected["Value"]["FutureResolution"]["date"]
        readings: list[tuple[Tense, str]] = [(None, past)] if past == future else [("past", past), ("future", future)]
        for tense, day in readings:
            found = {text[d.span.start : d.span.end]: d.start for d in find_dates(text, 0, len(text), today, tense)}
            if day == _NO_DAY:
                if found.get(expected["Text"]) is not None:
                    return False
            elif found.get(expected["Text"]) != day:
                return False
    return True


def main(argv: list[str]) -> int:
    path = Path(next((arg for arg in argv if not arg.startswith("--")), CASES))
    if not path.exists():
        print(f"skipped: {path} is not there")
        return 0
    cases = json.loads(path.read_text("utf-8-sig"))
    wrong = [case for case in cases if not is_right(case)]
    print(f"dates right: {len(cases) - len(wrong)} of {len(cases)}")
    if "--errors" in argv:
        for case in wrong:
            today = date.fromisoformat(case["Context"]["ReferenceDateTime"][:10])
            print(case["Input"], [(r["Text"], r["Value"]["PastResolution"]["date"]) for r in case["Results"]])
            print("   ", [(case["Input"][d.span.start : d.span.end], d.start, d.rule)
                          for d in find_dates(case["Input"], 0, len(case["Input"]), today)])  # fmt: skip
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
