"""The seeds as Python reads them: look-ups, and errors that name the row."""

import shutil
from pathlib import Path

import pytest

from rajnay.facts.knowledge import SEEDS, Aliases, SeedError, Term, alias_keys, load, name_keys


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    shutil.copytree(SEEDS, folder)
    return folder


def append(path: Path, row: str) -> int:
    """Adds a row; gives its number as a spreadsheet shows it."""
    text = path.read_text(encoding="utf-8")
    path.write_text(text.rstrip("\n") + "\n" + row + "\n", encoding="utf-8")
    return len(text.rstrip("\n").splitlines()) + 1


def test_spellings_find_one_entry() -> None:
    entities = load().entities
    for surface in ("फ़्रांस", "फ्रांस", "फ़्राँस", "फ्रान्स"):
        (entry,) = entities.get(alias_keys(surface))
        assert (entry.kind, entry.code) == ("state", "FRA")


def test_longest_alias_wins() -> None:
    keys = alias_keys("संयुक्त राष्ट्र सुरक्षा परिषद ने")
    found = load().entities.longest(keys, 0)
    assert found is not None
    assert found[0] == 4
    assert found[1][0].code == "UNSC"


def test_longest_may_be_bounded() -> None:
    aliases: Aliases[int] = Aliases()
    aliases.add(("a", "b", "c"), 3)
    aliases.add(("a",), 1)
    aliases.compile()
    assert aliases.longest(["a", "b", "c"], 0) == (3, (3,))
    assert aliases.longest(["a", "b", "c"], 0, before=3) == (1, (1,))
    assert aliases.longest(["a", "b"], 1) is None
    assert len(aliases) == 2


def test_person_names_drop_marks_of_spelling() -> None:
    assert name_keys(alias_keys("एस. जयशंकर")) == name_keys(alias_keys("एस जयशंकर")) == name_keys(alias_keys("एस0 जयशंकर"))
    assert name_keys(alias_keys("चोई सून-सिल")) == ("चोई", "सून", "सिल")


@pytest.mark.parametrize(
    ("start", "end", "day", "inside"),
    [
        ("2020-01-31", "2021-06", "2021-06-30", True),
        ("2020-01-31", "2021-06", "2021-07-01", False),
        ("2020", None, "2019-12-31", False),
        (None, "2019", "2019-11-05", True),
        (None, None, "1990-01-01", True),
    ],
)
def test_terms_cover_days_as_far_as_known(start: str | None, end: str | None, day: str, inside: bool) -> None:
    assert Term("x", "X", "IND", "o", start, end).covers(day) is inside


def test_organs_are_known_by_state_and_bare_name() -> None:
    assert load().organs[("CHN", "विदेश मंत्रालय")].code == "CHN"


def test_missing_seed_is_named(seeds: Path) -> None:
    (seeds / "igos.csv").unlink()
    with pytest.raises(SeedError, match=r"igos\.csv: the seed is missing"):
        load(seeds)


def test_missing_column_is_named(seeds: Path) -> None:
    path = seeds / "states.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("demonyms_hi", "demonyms"), encoding="utf-8")
    with pytest.raises(SeedError, match=r"states\.csv, row 1: no column demonyms_hi"):
        load(seeds)


def test_alias_of_two_entries_of_a_kind_is_refused(seeds: Path) -> None:
    path = seeds / "states.csv"
    columns = path.read_text(encoding="utf-8").splitlines()[0].split(",")
    cells = {"code": "XYZ", "name_hi": "फ्राँस", "name_en": "Elsewhere", "kind": "territory", "source": "test"}
    number = append(path, ",".join(cells.get(column, "") for column in columns))
    with pytest.raises(SeedError, match=rf"states\.csv, row {number}: alias 'फ्राँस' of XYZ is claimed by FRA"):
        load(seeds)


def test_code_used_twice_is_refused(seeds: Path) -> None:
    path = seeds / "states.csv"
    columns = path.read_text(encoding="utf-8").splitlines()[0].split(",")
    cells = {"code": "FRA", "name_hi": "कल्पलोक", "name_en": "Elsewhere", "kind": "territory", "source": "test"}
    append(path, ",".join(cells.get(column, "") for column in columns))
    with pytest.raises(SeedError, match="code 'FRA' is no new ISO alpha-3 code"):
        load(seeds)


def holder(seeds: Path, **cells: str) -> int:
    path = seeds / "office_holders.csv"
    columns = path.read_text(encoding="utf-8").splitlines()[0].split(",")
    row = {
        "person_id": "asha-testkar",
        "name_hi": "आशा टेस्टकर",
        "name_en": "Asha Testkar",
        "code": "IND",
        "office_id": "president",
    }
    row |= {"source": "test"} | cells
    return append(path, ",".join(row.get(column, "") for column in columns))


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ({"code": "QQQ"}, "code 'QQQ' is neither in states.csv nor in igos.csv"),
        ({"office_id": "wizard"}, "office 'wizard' is not in offices.csv"),
        ({"start_date": "2020-13"}, "start_date '2020-13' is no ISO date"),
        ({"start_date": "2021-05-01", "end_date": "2020"}, r"the term ends \(2020\) before it starts"),
        ({"person_id": ""}, "no person_id"),
        ({"name_hi": "।"}, None),
    ],
)
def test_bad_holders_name_the_row(seeds: Path, cells: dict[str, str], message: str | None) -> None:
    number = holder(seeds, **cells)
    if message is None:
        load(seeds)  # a mark is a token too: odd, but harmless
        return
    with pytest.raises(SeedError, match=rf"office_holders\.csv, row {number}: .*{message}"):
        load(seeds)


def test_holder_of_a_day(seeds: Path) -> None:
    holder(seeds, start_date="2031-02-01", end_date="2031-12")
    knowledge = load(seeds)
    assert "Asha Testkar" in {person.name_en for person in knowledge.holders("IND", "president", "2031-12-30")}
    assert "Asha Testkar" not in {person.name_en for person in knowledge.holders("IND", "president", "2032-01-01")}


def test_row_with_too_many_cells_is_named(seeds: Path) -> None:
    number = append(seeds / "media.csv", ",".join("x" * 40))
    with pytest.raises(SeedError, match=rf"media\.csv, row {number}: more or fewer cells"):
        load(seeds)
