"""The analysts' questions of ``dbt_project/analyses``, asked of the published warehouse.

An analysis is SQL with dbt's Jinja. It begins with comment lines: the question in English, the same in Hindi, how to
read the answer, and a line for each parameter: ``-- person: whose calendar``.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from jinja2 import Environment, StrictUndefined

from rajnay.paths import Lake
from rajnay.warehouse.build import PROJECT
from rajnay.warehouse.errors import WarehouseError
from rajnay.warehouse.sql import Answer, query

_PARAMETER = re.compile(r"([a-z_]+): (.+)")


@dataclass(frozen=True)
class Question:
    """One analysis: its name, the question in both languages, how the answer is read, what can be set."""

    name: str
    english: str
    hindi: str
    reading: str
    parameters: Mapping[str, str]
    template: str

    @classmethod
    def read(cls, path: Path) -> "Question":
        """The analysis in the file ``path``."""
        template = path.read_text(encoding="utf-8")
        comments = []
        for line in template.splitlines():
            if not line.startswith("-- "):
                break
            comments.append(line.removeprefix("-- ").strip())
        english, hindi, *more = comments
        parameters = {match[1]: match[2] for line in more if (match := _PARAMETER.fullmatch(line))}
        reading = " ".join(line for line in more if not _PARAMETER.fullmatch(line))
        return cls(path.stem, english, hindi, reading, parameters, template)

    def sql(self, given: Mapping[str, str]) -> str:
        """The SQL with what is ``given`` for parameters, the analysis' own defaults for the rest.

        Raises WarehouseError for a parameter that the question has not, or a word where it wants a number.
        """
        for name in given:
            if name not in self.parameters:
                can = ", ".join(self.parameters) or "nothing"
                raise WarehouseError(f"{self.name}: there is no {name} to set, but {can}")

        def var(name: str, default: Any) -> str:
            value = given.get(name, str(default))
            if isinstance(default, int) and not value.isdecimal():
                raise WarehouseError(f"{self.name}: {name} is a whole number, not {value!r}")
            return value.replace("'", "''")

        template = Environment(undefined=StrictUndefined).from_string(self.template)  # noqa: S701  it makes SQL
        return template.render(ref=lambda table: table, var=var)


def questions() -> list[Question]:
    """All questions, by name."""
    return [Question.read(path) for path in sorted((PROJECT / "analyses").glob("*.sql"))]


def question(name: str) -> Question:
    """The question called ``name``; WarehouseError, with the likest names, where there is none."""
    known = {one.name: one for one in questions()}
    if name not in known:
        near = get_close_matches(name, known, n=3, cutoff=0.5)
        hint = f"did you mean {', '.join(near)}?" if near else "`rajnay ask` lists them"
        raise WarehouseError(f"no question is called {name}; {hint}")
    return known[name]


def ask(lake: Lake, name: str, given: Mapping[str, str]) -> Answer:
    """The published warehouse's answer to the question ``name`` with the parameters ``given``."""
    return query(lake, question(name).sql(given))
