"""Conformance to RFC 9309, a line a case, beside Python's own parser: ``python -m tests.scrapers.robots_report``."""

import sys
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.robotparser import RobotFileParser

from scrapers.http_client import Exchange
from scrapers.robots import TOKEN, Decision, read_robots

_CASES: dict[str, list[dict[str, Any]]] = tomllib.loads(
    (Path(__file__).parent.parent / "fixtures" / "robots_cases.toml").read_text(encoding="utf-8")
)
_URL = "http://a.example/robots.txt"


@dataclass(frozen=True)
class Case:
    """May ``path`` be fetched under ``robots``? ``part``: what of the RFC is tried."""

    part: str
    robots: bytes
    path: str
    allowed: bool
    note: str

    def __str__(self) -> str:
        lines = self.robots.decode("utf-8", "replace").replace("\n", " / ")
        return _short(f"{_short(lines, 70)} ? {_short(self.path, 40)}{f' ({self.note})' if self.note else ''}", 170)

    def got(self) -> bool:
        """Our decision."""
        return _decided(read_robots(_answer("taken", 200, self.robots)), self.path)

    def by_python(self) -> bool:
        """The standard library's."""
        parser = RobotFileParser()
        parser.parse(self.robots.decode("utf-8", "replace").splitlines())
        return parser.can_fetch(TOKEN, f"http://a.example{self.path}")


@dataclass(frozen=True)
class AnswerCase:
    """What an answer to the request for robots.txt means for all URLs of the host."""

    part: str
    outcome: str
    allowed: bool
    status: int | None = None
    note: str = ""

    def __str__(self) -> str:
        return f"{self.outcome} {self.status or ''}{f' ({self.note})' if self.note else ''}"

    def got(self) -> bool:
        """Our decision."""
        return _decided(read_robots(_answer(self.outcome, self.status)), "/x")


def _answer(outcome: str, status: int | None, body: bytes = b"") -> Exchange:
    return Exchange(_URL, _URL, outcome, "", datetime.now(UTC), 0.1, status, {}, body)


def _decided(meant: Any, path: str) -> bool:
    return bool(meant.allowed if isinstance(meant, Decision) else meant.decide(f"http://a.example{path}").allowed)


def _short(text: str, n_chars: int) -> str:
    return text if len(text) <= n_chars else f"{text[: n_chars - 20]} … {len(text)} characters"


def cases() -> list[Case]:
    """All cases of files, in the data's order."""
    return [case for entry in _CASES["case"] for case in _of(entry)]


def answer_cases() -> list[AnswerCase]:
    """All cases of answers, in the data's order."""
    return [AnswerCase(**entry) for entry in _CASES["answer"]]


def _of(entry: dict[str, Any]) -> Iterator[Case]:
    def long(text: str) -> str:
        return text.replace("…", "y" * entry["long"]) if "long" in entry else text

    robots = long(entry["robots"]).encode("latin-1" if entry.get("latin_1") else "utf-8")
    for allowed, key in ((True, "allowed"), (False, "disallowed")):
        for path in entry.get(key, ()):
            yield Case(entry["part"], robots, long(path), allowed, entry.get("note", ""))


def main() -> None:
    """The command."""
    counts: dict[str, Counter[str]] = {}
    print("ours  urllib  case")
    every: list[Case | AnswerCase] = [*cases(), *answer_cases()]
    for case in every:
        if case.part not in counts:
            print(f"\n{case.part}")
        count = counts.setdefault(case.part, Counter())
        ours = case.got() is case.allowed
        theirs = case.by_python() is case.allowed if isinstance(case, Case) else None
        count.update(cases=1, ours=ours, theirs=bool(theirs), asked=theirs is not None)
        line = "".join(c if not unicodedata.category(c).startswith("C") else " " for c in str(case))
        marks = ("-   " if mark is None else "ok  " if mark else "FAIL" for mark in (ours, theirs))
        print("  ".join(marks), "  ", line, "→", "allow" if case.allowed else "disallow")
    print(f"\n{'cases':>5} {'ours':>5} {'urllib':>7}  part")
    for part, count in counts.items():
        print(f"{count['cases']:5} {count['ours']:5} {count['theirs'] if count['asked'] else '-':>7}  {part}")
    total = sum(counts.values(), Counter())
    print(
        f"\n{total['ours']} of {total['cases']} as RFC 9309 says; urllib.robotparser {total['theirs']} of {total['asked']}"
    )
    sys.exit(total["ours"] < total["cases"])


if __name__ == "__main__":
    main()
