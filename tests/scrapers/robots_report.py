"""Conformance to RFC 9309, a line a case, beside Python's own parser: ``python -m tests.scrapers.robots_report``."""

import sys
import tomllib
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from urllib.robotparser import RobotFileParser

from scrapers.robots import TOKEN, Rules

_CASES = Path(__file__).parent.parent / "fixtures" / "robots_cases.toml"


@dataclass(frozen=True)
class Case:
    """May ``path`` be fetched under ``robots``? ``part``: what of the RFC is tried."""

    part: str
    robots: str
    path: str
    allowed: bool

    def __str__(self) -> str:
        return f"{' / '.join(self.robots.split(chr(10)))[:70]} ? {self.path}"

    def got(self) -> bool:
        """Our decision."""
        return Rules(self.robots).decide(f"http://a.example{self.path}").allowed

    def by_python(self) -> bool:
        """The standard library's."""
        parser = RobotFileParser()
        parser.parse(self.robots.splitlines())
        return parser.can_fetch(TOKEN, f"http://a.example{self.path}")


def cases() -> list[Case]:
    """All cases, in the file's order."""
    return [Case(**case) for case in tomllib.loads(_CASES.read_text(encoding="utf-8"))["case"]]


def main() -> None:
    found = cases()
    part = ""
    print("ours  urllib  case")
    for case in found:
        if case.part != part:
            part = case.part
            print(f"\n{part}")
        marks = ("ok  " if got is case.allowed else "FAIL" for got in (case.got(), case.by_python()))
        line = "".join(c if not unicodedata.category(c).startswith("C") else " " for c in str(case))
        print("  ".join(marks), "  ", line, "→", "allow" if case.allowed else "disallow")
    ours, theirs = (sum(got(case) is case.allowed for case in found) for got in (Case.got, Case.by_python))
    print(f"\n{ours} of {len(found)} as RFC 9309 says; urllib.robotparser {theirs}")
    sys.exit(ours < len(found))


if __name__ == "__main__":
    main()
