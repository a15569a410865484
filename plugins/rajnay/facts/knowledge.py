"""What is known beforehand: states, bodies, offices and who held them, read from the CSV seeds of dbt_project/seeds.

The seeds are the one source for dbt and Python. They are read once, checked row by row and compiled into look-ups
by match key over token sequences, so that every spelling of a name (nukta, nasals, joiners) finds its entry.
"""

import csv
import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Generic, Literal, TypeVar

from rajnay.text.keys import loose_key
from rajnay.text.tokens import tokens

SEEDS = Path(__file__).parents[3] / "dbt_project" / "seeds"

EntryKind = Literal["state", "demonym", "capital", "metonym", "igo", "body", "place", "media"]
T = TypeVar("T")
_NAME_MARKS = frozenset({"", ".", "-", "–", "0", "'", "’", "‘"})
_GENITIVE = frozenset({"का", "की", "के"})
# Sorts of bodies that every state has under the same names.
ORGAN_SORTS = frozenset({"ministry", "parliament", "military", "court"})
_ISO = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?")


class SeedError(ValueError):
    """A seed that cannot be used. The message names the file, the row and what to do."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What one surface form may stand for.

    ``id``: the seed's key. ``code``: ISO alpha-3 of the state, or an IGO's acronym. ``ambiguous``: also an
    everyday word, so that context has to confirm it. ``sort``: the seed's own kind (ministry, un_organ, city …).
    """

    kind: EntryKind
    id: str
    code: str | None
    name_en: str
    sort: str
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class Term:
    """One person's time in one office. Dates are ISO, cut to what is known; None is open or unknown."""

    person_id: str
    name_en: str
    code: str
    office_id: str
    start: str | None
    end: str | None

    def covers(self, day: str) -> bool:
        """Whether ``day`` (ISO) falls into the term, as far as the dates are known."""
        return (self.start is None or self.start <= day) and (self.end is None or day[: len(self.end)] <= self.end)


class Aliases(Generic[T]):
    """Token sequences and what they stand for; finds the longest that starts at a place."""

    def __init__(self) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], tuple[T, ...]]]] = {}
        self._all: dict[tuple[str, ...], list[T]] = {}

    def add(self, keys: tuple[str, ...], value: T) -> None:
        """Lets ``keys`` stand for ``value`` too."""
        values = self._all.setdefault(keys, [])
        if value not in values:
            values.append(value)

    def compile(self) -> None:
        """Orders the sequences longest first. To be called once, after the last ``add``."""
        for keys, values in self._all.items():
            self._by_first.setdefault(keys[0], []).append((keys, tuple(values)))
        for found in self._by_first.values():
            found.sort(key=lambda item: -len(item[0]))

    def get(self, keys: tuple[str, ...]) -> tuple[T, ...]:
        """What exactly ``keys`` stands for; empty if nothing."""
        return tuple(self._all.get(keys, ()))

    @property
    def first_words(self) -> Container[str]:
        """The keys with which a sequence begins."""
        return self._by_first

    def sequences(self) -> Iterator[tuple[str, ...]]:
        """All token sequences."""
        return iter(self._all)

    def longest(self, keys: Sequence[str], start: int, before: int | None = None) -> tuple[int, tuple[T, ...]] | None:
        """End (exclusive) and values of the longest sequence that begins at ``keys[start]`` and ends ``before``."""
        candidates = self._by_first.get(keys[start])
        if candidates is not None:
            for sequence, values in candidates:
                end = start + len(sequence)
                if before is not None and end >= before:
                    continue
                if len(sequence) == 1 or tuple(keys[start:end]) == sequence:
                    return end, values
        return None

    def __len__(self) -> int:
        return len(self._all)


@dataclass(frozen=True, slots=True)
class Person:
    """A known office-holder: the English name, the Hindi ones (match keys), all terms in the order of the seed."""

    id: str
    name_en: str
    names: tuple[tuple[str, ...], ...]
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Office:
    """An office: its seed key, level (1 head of state or government … 6 other) and field (foreign, defence, …)."""

    id: str
    name_en: str
    level: int
    organisation: str
    is_single_seat: bool


def alias_keys(surface: str) -> tuple[str, ...]:
    """The match keys of a surface form's tokens."""
    return tuple(token.key for token in tokens(surface) if token.key)


def name_keys(keys: Iterable[str]) -> tuple[str, ...]:
    """The keys of a person's name without what spelling varies in: dots and zeros after initials, hyphens."""
    return tuple(key for key in keys if key not in _NAME_MARKS)


def _cell_list(cell: str) -> list[str]:
    return [part for part in (piece.strip() for piece in cell.split("|")) if part]


def _unsure(row: dict[str, str]) -> set[tuple[str, ...]]:
    """The aliases of a row that are everyday words too."""
    return {alias_keys(surface) for surface in _cell_list(row.get("ambiguous_hi") or "")}


class Knowledge:
    """The compiled seeds. Build it with ``load``; it is immutable in use and shared by all articles."""

    def __init__(self, seeds: Path) -> None:
        self.seeds = seeds
        self.entities: Aliases[Entry] = Aliases()
        self.loose: Aliases[Entry] = Aliases()  # states, capitals and IGOs by loose keys
        self.offices: Aliases[str] = Aliases()
        self.people: Aliases[str] = Aliases()
        self.office: dict[str, Office] = {}
        self.person: dict[str, Person] = {}
        self._by_surname: dict[str, list[Person]] = {}
        self._unsure_offices: set[tuple[str, ...]] = set()
        self.state: dict[str, str] = {}  # English name by ISO alpha-3 code
        self.igo: dict[str, str] = {}  # English name by acronym
        self.parent: dict[str, str] = {}  # of a UN organ or an IGO's organ, by code
        self.organs: dict[tuple[str, str], Entry] = {}  # by state and the name without it
        self.within: dict[str, str] = {}  # place_id of a venue → its city's Hindi name
        self.capital: dict[str, str] = {}  # match keys of a capital, joined by spaces → its state's code
        self._claimed: dict[tuple[str, tuple[str, ...]], tuple[str, str]] = {}
        self._read_states()
        self._read_igos()
        self._read_bodies()
        self._read_places()
        self._read_media()
        self._read_offices()
        self._read_holders()
        self._add_loose()
        for aliases in (self.entities, self.loose, self.offices, self.people):
            aliases.compile()

    # -- reading -------------------------------------------------------------------------------------------

    def _rows(self, name: str, *columns: str) -> Iterator[tuple[int, dict[str, str]]]:
        path = self.seeds / name
        if not path.exists():
            raise SeedError(f"{path}: the seed is missing. Restore it, or pass the folder that has the seeds.")
        with path.open(encoding="utf-8", newline="") as handle:
            reader = csv.DictReader(handle)
            missing = [column for column in columns if column not in (reader.fieldnames or ())]
            if missing:
                raise SeedError(f"{path}, row 1: no column {', '.join(missing)}. Add it to the header.")
            for number, row in enumerate(reader, 2):
                if None in row or None in row.values():
                    raise SeedError(
                        f"{path}, row {number}: more or fewer cells than the header. Quote the cells with commas."
                    )
                yield number, row

    def _claim(
        self, name: str, number: int, sort: str, owner: str, surface: str, *, shared: bool = False
    ) -> tuple[str, ...]:
        """The keys of an alias, after checking that no other entry of the sort claims them."""
        keys = alias_keys(surface)
        path = self.seeds / name
        if not keys:
            raise SeedError(f"{path}, row {number}: alias {surface!r} has no letters. Remove it.")
        first = self._claimed.setdefault((sort, keys), (owner, f"row {number}"))
        if first[0] != owner and not shared:
            raise SeedError(
                f"{path}, row {number}: alias {surface!r} of {owner} is claimed by {first[0]} ({first[1]}) too. "
                "Keep it in one of them."
            )
        return keys

    def _entity(self, name: str, number: int, surface: str, entry: Entry, unsure: Container[tuple[str, ...]]) -> None:
        # Two towns may share a name; either is a place.
        keys = self._claim(name, number, entry.kind, entry.id, surface, shared=entry.kind == "place")
        entry = replace(entry, ambiguous=True) if keys in unsure else entry
        self.entities.add(keys, entry)
        if len(keys) == 1 and entry.kind in ("igo", "body", "media") and "आई" in keys[0]:
            self.entities.add((keys[0].replace("आई", "आइ"),), entry)  # सीबीआइ, आइएमएफ: the other way to write I

    def _read_states(self) -> None:
        name = "states.csv"
        columns = ("code", "name_hi", "name_en", "variants_hi", "demonyms_hi", "abbreviations", "capital_hi")
        for number, row in self._rows(name, *columns, "capital_variants_hi", "metonyms_hi", "ambiguous_hi", "kind"):
            code = row["code"]
            if not re.fullmatch(r"[A-Z]{3}", code) or code in self.state:
                raise SeedError(
                    f"{self.seeds / name}, row {number}: code {code!r} is no new ISO alpha-3 code. Correct it."
                )
            self.state[code] = row["name_en"]
            unsure = _unsure(row)
            names = [row["name_hi"], row["name_en"], *_cell_list(row["variants_hi"]), *_cell_list(row["abbreviations"])]
            groups: tuple[tuple[EntryKind, list[str]], ...] = (
                ("state", names),
                ("demonym", _cell_list(row["demonyms_hi"])),
                ("capital", [*_cell_list(row["capital_hi"]), *_cell_list(row["capital_variants_hi"])]),
                ("metonym", _cell_list(row["metonyms_hi"])),
            )
            for kind, surfaces in groups:
                for surface in surfaces:
                    self._entity(name, number, surface, Entry(kind, code, code, row["name_en"], row["kind"]), unsure)
            for surface in groups[2][1]:
                self.capital[" ".join(alias_keys(surface))] = code

    def _read_igos(self) -> None:
        name = "igos.csv"
        for number, row in self._rows(name, "code", "kind", "parent_code", "name_hi", "name_en", "variants_hi"):
            code = row["code"]
            if not code or code in self.igo:
                raise SeedError(f"{self.seeds / name}, row {number}: code {code!r} is empty or not new. Correct it.")
            self.igo[code] = row["name_en"]
            if row["parent_code"]:
                self.parent[code] = row["parent_code"]
            unsure = _unsure(row)
            entry = Entry("igo", code, code, row["name_en"], row["kind"])
            for surface in (row["name_hi"], *_cell_list(row["variants_hi"]), *_cell_list(row["acronyms"])):
                self._entity(name, number, surface, entry, unsure)

    def _read_bodies(self) -> None:
        name = "bodies.csv"
        for number, row in self._rows(name, "body_id", "kind", "name_hi", "variants_hi", "name_en", "code"):
            self._known_code(name, number, row["code"])
            unsure = _unsure(row)
            entry = Entry("body", row["body_id"], row["code"] or None, row["name_en"], row["kind"])
            for surface in (row["name_hi"], *_cell_list(row["variants_hi"])):
                self._entity(name, number, surface, entry, unsure)
                if entry.sort in ORGAN_SORTS and entry.code:
                    self.organs.setdefault((entry.code, self._without_state(alias_keys(surface))), entry)

    def _add_loose(self) -> None:
        """Loosely spelt names of states and IGOs, where they cannot be taken for another's."""
        spelt: dict[tuple[str, ...], set[Entry]] = {}
        for keys in self.entities.sequences():
            entries = [e for e in self.entities.get(keys) if e.kind in ("state", "demonym", "capital", "igo")]
            folded = tuple(loose_key(key) for key in keys)
            if entries and sum(map(len, folded)) > 4 and all(folded):
                spelt.setdefault(folded, set()).update(entries)
        for folded, meant in spelt.items():
            if len({(entry.id, entry.kind) for entry in meant}) == 1:
                self.loose.add(folded, next(iter(meant)))

    def _without_state(self, keys: tuple[str, ...]) -> str:
        """The name of an organ without its state: चीन के विदेश मंत्रालय → विदेश मंत्रालय."""
        for end in range(len(keys) - 1, 0, -1):
            if any(entry.kind in ("state", "demonym") for entry in self.entities.get(keys[:end])):
                return " ".join(keys[end + (keys[end] in _GENITIVE) :])
        return " ".join(keys)

    def _read_places(self) -> None:
        name = "places.csv"
        for number, row in self._rows(name, "place_id", "name_hi", "variants_hi", "name_en", "code", "kind", "within"):
            self._known_code(name, number, row["code"])
            unsure = _unsure(row)
            entry = Entry("place", row["place_id"], row["code"] or None, row["name_en"], row["kind"])
            if row["within"]:
                self.within[row["place_id"]] = row["within"]
            for surface in (row["name_hi"], *_cell_list(row["variants_hi"])):
                self._entity(name, number, surface, entry, unsure)

    def _read_media(self) -> None:
        name = "media.csv"
        for number, row in self._rows(name, "name_hi", "variants_hi", "name_en", "kind"):
            unsure = _unsure(row)
            entry = Entry("media", row["name_en"], None, row["name_en"], row["kind"])
            for surface in (row["name_hi"], *_cell_list(row["variants_hi"])):
                self._entity(name, number, surface, entry, unsure)

    def _read_offices(self) -> None:
        name = "offices.csv"
        columns = ("office_id", "title_hi", "variants_hi", "name_en", "level", "organisation", "is_single_seat")
        for number, row in self._rows(name, *columns, "ambiguous_hi"):
            office_id = row["office_id"]
            if not office_id or office_id in self.office or not row["level"].isdigit():
                raise SeedError(
                    f"{self.seeds / name}, row {number}: office_id must be new and level a number. Correct the row."
                )
            self._unsure_offices |= _unsure(row)
            single = row["is_single_seat"].lower() == "true"
            self.office[office_id] = Office(office_id, row["name_en"], int(row["level"]), row["organisation"], single)
            for surface in (row["title_hi"], *_cell_list(row["variants_hi"])):
                self.offices.add(self._claim(name, number, "office", office_id, surface), office_id)

    def _read_holders(self) -> None:
        name = "office_holders.csv"
        columns = ("person_id", "name_hi", "variants_hi", "name_en", "code", "office_id", "start_date", "end_date")
        terms: dict[str, list[Term]] = {}
        names: dict[str, dict[tuple[str, ...], None]] = {}
        for number, row in self._rows(name, *columns):
            where = f"{self.seeds / name}, row {number}"
            self._known_code(name, number, row["code"])
            if row["office_id"] not in self.office:
                raise SeedError(f"{where}: office {row['office_id']!r} is not in offices.csv. Add it or correct it.")
            for column in ("start_date", "end_date"):
                if row[column] and not _ISO.fullmatch(row[column]):
                    raise SeedError(f"{where}: {column} {row[column]!r} is no ISO date, month or year. Correct it.")
            start, end = row["start_date"] or None, row["end_date"] or None
            if start and end and end[: len(start)] < start[: len(end)]:
                raise SeedError(f"{where}: the term ends ({end}) before it starts ({start}). Correct the dates.")
            person = row["person_id"]
            if not person:
                raise SeedError(f"{where}: no person_id. Give one.")
            term = Term(person, row["name_en"], row["code"], row["office_id"], start, end)
            if any(replace(other, end=end) == term for other in terms.get(person, ())):
                raise SeedError(f"{where}: {person} has this office from {start} in another row too. Keep one of them.")
            terms.setdefault(person, []).append(term)
            # In mixed text the English name stands, or its last word.
            latin = (row["name_en"], row["name_en"].split()[-1]) if row["name_en"] else ()
            for surface in (row["name_hi"], *_cell_list(row["variants_hi"]), *latin):
                # Several people may be called by one surname: the look-up then gives them all.
                keys = name_keys(self._claim(name, number, "person", person, surface, shared=True))
                self.people.add(keys, person)
                names.setdefault(person, {})[keys] = None
        for person, held in terms.items():
            self.person[person] = Person(person, held[0].name_en, tuple(names[person]), tuple(held))
            for last in {loose_key(keys[-1]) for keys in names[person] if len(keys) > 1}:
                self._by_surname.setdefault(last, []).append(self.person[person])

    def _known_code(self, name: str, number: int, code: str) -> None:
        if code and code not in self.state and code not in self.igo:
            raise SeedError(
                f"{self.seeds / name}, row {number}: code {code!r} is neither in states.csv nor in igos.csv. "
                "Correct it."
            )

    def plain_offices(self) -> Iterator[tuple[str, ...]]:
        """The titles of offices that name no organisation and are no everyday words."""
        for keys in self.offices.sequences():
            if keys not in self._unsure_offices and not any(
                key in _GENITIVE or self.entities.longest(keys, i) for i, key in enumerate(keys)
            ):
                yield keys

    # -- asking --------------------------------------------------------------------------------------------

    def candidates(self, keys: tuple[str, ...]) -> tuple[Person, ...]:
        """The known people who are called by ``keys``."""
        return tuple(self.person[person] for person in self.people.get(keys))

    def namesakes(self, keys: tuple[str, ...]) -> Sequence[Person]:
        """The known people whose last name sounds like that of ``keys``."""
        return self._by_surname.get(loose_key(keys[-1]), ())

    def holders(self, code: str, office_id: str, day: str) -> tuple[Person, ...]:
        """Who held ``office_id`` for ``code`` (ISO alpha-3 or IGO acronym) on ``day`` (ISO)."""
        return tuple(
            person
            for person in self.person.values()
            if any(term.code == code and term.office_id == office_id and term.covers(day) for term in person.terms)
        )


@lru_cache(maxsize=4)
def load(seeds: Path = SEEDS) -> Knowledge:
    """The knowledge in the folder ``seeds``, read once.

    Raises:
        SeedError: a file is missing or a row cannot be used.
    """
    return Knowledge(seeds)
