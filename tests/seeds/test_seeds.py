"""The knowledge seeds: what each row must hold to, and what their rows together must."""

import csv
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from rajnay.facts.knowledge import SEEDS, Knowledge, alias_keys, load
from rajnay.facts.lexicons import read_lexicon

Row = dict[str, str]

COLUMNS = {
    "states": (
        "code iso_a2 kind name_hi name_en variants_hi demonyms_hi abbreviations capital_hi capital_variants_hi "
        "metonyms_hi ambiguous_hi source"
    ),
    "igos": "code kind parent_code name_hi name_en variants_hi acronyms ambiguous_hi source",
    "offices": "office_id title_hi variants_hi name_en level organisation is_single_seat ambiguous_hi source",
    "office_holders": ("person_id name_hi variants_hi name_en code office_id start_date end_date end_known source"),
    "bodies": "body_id kind name_hi variants_hi name_en code is_generic ambiguous_hi source",
    "places": "place_id name_hi variants_hi name_en code kind within ambiguous_hi source",
    "media": "name_hi variants_hi name_en kind ambiguous_hi source",
}
IDS = {
    "states": "code",
    "igos": "code",
    "offices": "office_id",
    "bodies": "body_id",
    "places": "place_id",
    "media": "name_en",
}
FEWEST = {
    "states": 193,
    "igos": 150,
    "offices": 550,
    "office_holders": 1850,
    "bodies": 800,
    "places": 900,
    "media": 150,
}
# The sorts of names inside which one alias may have one owner only. Towns share names, so do people: not here.
ALIASES = {
    "states": (
        ("name_hi", "variants_hi", "abbreviations"),
        ("demonyms_hi",),
        ("capital_hi", "capital_variants_hi"),
        ("metonyms_hi",),
    ),
    "igos": (("name_hi", "variants_hi", "acronyms"),),
    "offices": (("title_hi", "variants_hi"),),
    "bodies": (("name_hi", "variants_hi"),),
    "media": (("name_hi", "variants_hi"),),
}
# Offices of which a state has one by region, party, chamber or court, though each of these is a single seat.
ONE_PER_UNIT = {"chief-minister", "governor", "lieutenant-governor", "leader-of-opposition"}


def rows(name: str) -> list[Row]:
    """The rows of a seed."""
    with (SEEDS / f"{name}.csv").open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def cells(row: Row, *columns: str) -> Iterator[str]:
    """The parts of list cells."""
    for column in columns:
        yield from (part for part in row[column].split("|") if part)


def slug(name_en: str) -> str:
    """A person's id: the English name in lower case, ASCII, with hyphens, without apostrophes."""
    plain = unicodedata.normalize("NFD", name_en.replace("'", "")).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def overlaps(holders: list[Row], single_seats: set[str]) -> list[str]:
    """Pairs of people who hold one seat of one state at once for more than a day, dates known to the day."""
    terms: dict[tuple[str, str], list[tuple[date, date, str]]] = defaultdict(list)
    for row in holders:
        if row["office_id"] not in single_seats or len(row["start_date"]) != 10:
            continue
        if row["end_date"] and len(row["end_date"]) != 10:
            continue
        # An unknown end says nothing of the time after; the next start must still come after this one.
        end = date.fromisoformat(row["end_date"] or row["start_date"])
        term = (date.fromisoformat(row["start_date"]), end, row["person_id"])
        terms[row["code"], row["office_id"]].append(term)
    return [
        f"{code} {office}: {one[2]} until {one[1]}, {two[2]} from {two[0]}"
        for (code, office), found in terms.items()
        for one, two in pairwise(sorted(found))
        if one[1] - two[0] > timedelta(days=1) or (one[2] != two[2] and one[0] == two[0])
    ]


@pytest.mark.parametrize("name", COLUMNS)
def test_the_columns_are_those_described(name: str) -> None:
    with (SEEDS / f"{name}.csv").open(encoding="utf-8", newline="") as handle:
        assert next(csv.reader(handle)) == COLUMNS[name].split()


@pytest.mark.parametrize("name", COLUMNS)
def test_there_are_as_many_rows_as_promised(name: str) -> None:
    found = rows(name)
    if name == "states":
        found = [row for row in found if row["kind"] == "member"]
    assert len(found) >= FEWEST[name]


@pytest.mark.parametrize("name", COLUMNS)
def test_cells_are_nfc_and_without_stray_space(name: str) -> None:
    bad = [
        (number, column, cell)
        for number, row in enumerate(rows(name), 2)
        for column, cell in row.items()
        for part in [cell, *cell.split("|")]
        if part != unicodedata.normalize("NFC", part) or part != " ".join(part.split()) or (cell and not part)
    ]
    assert bad == []


@pytest.mark.parametrize("name", COLUMNS)
def test_every_row_has_its_names_and_its_source(name: str) -> None:
    hindi = "title_hi" if name == "offices" else "name_hi"
    assert [row for row in rows(name) if not (row[hindi] and row["name_en"] and row["source"])] == []


@pytest.mark.parametrize("name", IDS)
def test_ids_are_unique(name: str) -> None:
    assert [key for key, n in Counter(row[IDS[name]] for row in rows(name)).items() if n > 1 or not key] == []


@pytest.mark.parametrize("name", ALIASES)
def test_no_alias_has_two_owners(name: str) -> None:
    for columns in ALIASES[name]:
        owners: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for row in rows(name):
            unsure = {alias_keys(part) for part in cells(row, "ambiguous_hi")}
            for part in cells(row, *columns):
                if alias_keys(part) not in unsure:
                    owners[alias_keys(part)].add(row[IDS[name]])
        assert {keys: found for keys, found in owners.items() if len(found) > 1 or not keys} == {}


@pytest.mark.parametrize("name", [name for name, columns in COLUMNS.items() if "ambiguous_hi" in columns])
def test_what_is_called_ambiguous_is_an_alias_of_the_row(name: str) -> None:
    names = [
        column for column in COLUMNS[name].split() if column.endswith("_hi") or column in ("acronyms", "abbreviations")
    ]
    names = [column for column in names if column != "ambiguous_hi"]
    for row in rows(name):
        known = {alias_keys(part) for part in cells(row, *names)}
        assert [part for part in cells(row, "ambiguous_hi") if alias_keys(part) not in known] == [], row[names[0]]


def test_codes_and_offices_exist() -> None:
    states, igos = ({row["code"] for row in rows(name)} for name in ("states", "igos"))
    offices = {row["office_id"] for row in rows("offices")}
    assert {row["parent_code"] for row in rows("igos")} - states - igos <= {""}
    for name in ("bodies", "places", "office_holders"):
        assert {row["code"] for row in rows(name)} - states - igos <= {""}, name
    assert {row["office_id"] for row in rows("office_holders")} <= offices
    assert all(row["code"] for row in rows("office_holders"))


def test_every_topic_that_is_read_has_its_labels() -> None:
    with (SEEDS / "codes.csv").open(encoding="utf-8", newline="") as file:
        codes = [row["code"] for row in csv.DictReader(file) if row["list"] == "topic"]
    assert codes == list(read_lexicon("topics")["topics"])


def test_states_have_iso_codes_and_offices_a_level() -> None:
    assert [row["code"] for row in rows("states") if not re.fullmatch("[A-Z]{3}", row["code"])] == []
    assert {row["level"] for row in rows("offices")} <= set("123456")
    assert {row["is_single_seat"] for row in rows("offices")} == {"true", "false"}


def test_a_person_has_one_name_and_its_id() -> None:
    named: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for row in rows("office_holders"):
        named[row["person_id"]].add((row["name_hi"], row["variants_hi"], row["name_en"]))
        assert row["person_id"] == slug(row["name_en"])
    assert {person: names for person, names in named.items() if len(names) > 1} == {}


def test_no_two_people_share_a_full_name() -> None:
    owners: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for row in rows("office_holders"):
        for part in cells(row, "name_hi", "variants_hi"):
            owners[alias_keys(part)].add(row["person_id"])
    assert {keys: people for keys, people in owners.items() if len(people) > 1} == {}


def test_terms_run_forwards() -> None:
    iso = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
    for row in rows("office_holders"):
        for day in filter(None, (row["start_date"], row["end_date"])):
            assert iso.fullmatch(day), row
            date.fromisoformat(day + "-01-01"[len(day) - 4 :])
        shortest = min(len(row["start_date"]), len(row["end_date"]))
        assert row["start_date"][:shortest] <= row["end_date"][:shortest], row
        assert row["end_known"] == ("true" if row["end_date"] else "false"), row


def test_nobody_holds_an_office_twice_at_once() -> None:
    terms = Counter(
        (row["person_id"], row["code"], row["office_id"], row["start_date"]) for row in rows("office_holders")
    )
    assert [term for term, n in terms.items() if n > 1] == []


def test_a_seat_has_one_holder_at_a_time() -> None:
    single = {row["office_id"] for row in rows("offices") if row["is_single_seat"] == "true"} - ONE_PER_UNIT
    assert overlaps(rows("office_holders"), single) == []


def test_overlapping_terms_are_noticed() -> None:
    def term(person: str, start: str, end: str) -> Row:
        return {"person_id": person, "code": "ABC", "office_id": "president", "start_date": start, "end_date": end}

    first = term("a", "2012-03-04", "2016-03-04")
    assert overlaps([first, term("b", "2015-01-01", "2018-01-01")], {"president"})
    assert overlaps([first, term("b", "2016-03-03", "")], {"president"}) == []  # hand-over within a day
    assert overlaps([first, term("b", "2015", "2018")], {"president"}) == []  # not known to the day
    assert overlaps([first, term("b", "2015-01-01", "2018-01-01")], {"king"}) == []


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    """All seeds, read as the extractor reads them."""
    return load()


def test_the_extractor_reads_every_seed(knowledge: Knowledge) -> None:
    assert len(knowledge.person) == len({row["person_id"] for row in rows("office_holders")})
    assert len(knowledge.office) == len(rows("offices"))
    assert len(knowledge.state) == len(rows("states"))


@pytest.mark.parametrize(
    ("code", "office", "day", "who"),
    [
        ("IND", "foreign-minister", "2016-06-01", ["sushma-swaraj"]),
        ("IND", "foreign-minister", "2023-06-01", ["s-jaishankar"]),
        ("USA", "president", "2018-01-01", ["donald-trump"]),
        ("USA", "president", "2023-01-01", ["joe-biden"]),
        ("CHN", "foreign-minister", "2023-03-01", ["qin-gang"]),
        ("GBR", "prime-minister", "2022-10-01", ["liz-truss"]),
    ],
)
def test_who_held_an_office_when(knowledge: Knowledge, code: str, office: str, day: str, who: list[str]) -> None:
    assert [person.id for person in knowledge.holders(code, office, day)] == who


@pytest.mark.parametrize("surface", ["एस. जयशंकर", "एस जयशंकर", "जयशंकर", "ट्रम्प", "शी चिनफिंग", "नरेन्द्र मोदी"])
def test_spellings_and_short_forms_find_people(knowledge: Knowledge, surface: str) -> None:
    keys = tuple(key for key in alias_keys(surface) if key != ".")
    assert len(knowledge.candidates(keys)) == 1


Edit = Callable[[list[Row]], None]


def _no_code(found: list[Row]) -> None:
    found[0]["code"] = "QQQ"


def _no_office(found: list[Row]) -> None:
    found[0]["office_id"] = "none-such"


def _no_day(found: list[Row]) -> None:
    found[0]["start_date"] = "2020-13"


def _backwards(found: list[Row]) -> None:
    found[0].update(start_date="2020-05-01", end_date="2019")


def _no_person(found: list[Row]) -> None:
    found[0]["person_id"] = ""


def test_a_term_told_twice_is_named(tmp_path: Path) -> None:
    for seed in SEEDS.glob("*.csv"):
        (tmp_path / seed.name).write_bytes(seed.read_bytes())
    found = rows("office_holders")[:2]
    found.append(found[0] | {"end_date": "", "end_known": "false"})
    path = tmp_path / "office_holders.csv"
    with path.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, COLUMNS["office_holders"].split())
        writer.writeheader()
        writer.writerows(found)
    with pytest.raises(ValueError, match=re.escape(f"{path}, row 4: {found[0]['person_id']} has this office")):
        Knowledge(tmp_path)


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (_no_code, "code 'QQQ' is neither in states.csv nor in igos.csv"),
        (_no_office, "office 'none-such' is not in offices.csv"),
        (_no_day, "start_date '2020-13' is no ISO date"),
        (_backwards, "the term ends (2019) before it starts (2020-05-01)"),
        (_no_person, "no person_id"),
    ],
)
def test_a_bad_row_is_named(tmp_path: Path, spoil: Edit, told: str) -> None:
    for seed in SEEDS.glob("*.csv"):
        (tmp_path / seed.name).write_bytes(seed.read_bytes())
    found = rows("office_holders")[:1]
    spoil(found)
    path = tmp_path / "office_holders.csv"
    with path.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, COLUMNS["office_holders"].split())
        writer.writeheader()
        writer.writerows(found)
    with pytest.raises(ValueError, match=re.escape(f"{path}, row 2: {told}")):
        Knowledge(tmp_path)


def test_places_lie_in_places_of_the_seed_and_in_no_circle() -> None:
    known = {row["place_id"] for row in rows("places")}
    around = {row["place_id"]: row["within_place_id"] for row in rows("place_containments")}
    assert set(around) | set(around.values()) <= known
    for place in around:
        seen = [place]
        while seen[-1] in around:
            seen.append(around[seen[-1]])
            assert seen.count(seen[-1]) == 1, seen


def test_every_indian_city_but_the_capital_lies_in_an_indian_state() -> None:
    around = {row["place_id"] for row in rows("place_containments")}
    cities = {row["place_id"] for row in rows("places") if (row["code"], row["kind"]) == ("IND", "city")}
    assert cities - around == {"new-delhi"}


def test_each_slot_has_its_rules_in_one_order() -> None:
    asked = defaultdict(list)
    for row in rows("contradiction_rules"):
        asked[row["slot"]].append((int(row["position"]), row["criterion"]))
    assert "any" in asked
    for slot, criteria in asked.items():
        assert [position for position, _ in criteria] == [1, 2, 3, 4, 5], slot
        assert {criterion for _, criterion in criteria} == {"set_by_person", "rank", "sources", "latest", "value"}, slot
        assert criteria[-1] == (5, "value"), slot
