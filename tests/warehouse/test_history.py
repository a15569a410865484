"""Nights replayed one by one: what the warehouse said after each is had again by asking as of that night."""

import os
import shutil
from datetime import date, timedelta

import pytest

from rajnay.paths import Lake
from rajnay.warehouse import build
from rajnay.warehouse.ask import ask
from rajnay.warehouse.errors import WarehouseError
from rajnay.warehouse.load import load
from rajnay.warehouse.sql import query
from tests.warehouse.nights import DAYS, NIGHTS, OUTLETS, Meeting, Report, write_night

MARTS = {
    "meetings": "fct_meetings",
    "agreements": "fct_agreements",
    "meetings_x_actors": "bridge_meetings_x_actors",
    "agreements_x_actors": "bridge_agreements_x_actors",
    "actors": "dim_actors",
}
_FIRST = NIGHTS[DAYS[0]][0]
LATE = Report(
    "muscat-der-se",
    "khari_khabar",
    "मस्कट की बैठक रद्द होने की खबर गलत निकली",
    "विदेश मंत्री एस. जयशंकर ने शनिवार को मस्कट में बद्र अल बुसैदी से भेंट की थी।",
    [actor for actor in _FIRST.actors if actor.kind == "person"],
    [
        Meeting(
            ("jaishankar", "busaidi"),
            "विदेश मंत्री एस. जयशंकर ने शनिवार को मस्कट में बद्र अल बुसैदी से भेंट की थी।",
            date="2026-11-21",
            place="मस्कट",
        )
    ],
)
# A further night: one late report of the first story.
NEXT = DAYS[-1] + timedelta(days=1)


def _night(lake: Lake, day: date | None) -> None:
    """Load, build without its tests, put in place."""
    load(lake, day, OUTLETS)
    done = build.run_dbt(lake, "build", "--exclude-resource-type", "test", "unit_test")
    assert done.returncode == 0, done.stdout[-3000:]
    os.replace(lake.build, lake.warehouse)


def _said(lake: Lake) -> dict[str, list[tuple]]:
    return {name: query(lake, f"select {_columns(name)} from {mart} order by all").rows for name, mart in MARTS.items()}


def _said_as_of(lake: Lake, night: date) -> dict[str, list[tuple]]:
    return {
        name: query(lake, f"select {_columns(name)} from {name}_as_of('{night}') order by all").rows for name in MARTS
    }


def _columns(name: str) -> str:
    return "actor_id, kind, name_hi, name_en, code" if name == "actors" else "*"


def _versions(lake: Lake) -> dict[str, list[tuple]]:
    return {name: query(lake, f"select * from hist_{name} order by all").rows for name in MARTS}


@pytest.fixture(scope="module")
def replayed(tmp_path_factory):
    """The lake after four nights, one by one, and a copy of each night's marts."""
    lake = Lake(tmp_path_factory.mktemp("replayed"))
    said = {}
    for day in (*DAYS, NEXT):
        write_night(lake, day, NIGHTS.get(day, [LATE]))
        _night(lake, day)
        said[day] = _said(lake)
    return lake, said


def test_each_night_is_had_again_row_by_row(replayed):
    lake, said = replayed
    assert len({str(night["meetings"]) for night in said.values()}) == len(said), "every night should change something"
    for night, rows in said.items():
        assert _said_as_of(lake, night) == rows, night


def test_the_late_report_lands_in_its_event_and_the_other_meetings_stay_as_they_are(replayed):
    lake, _ = replayed
    counts = "select n_articles from meetings_as_of('{}') where place = 'मस्कट'"
    assert [query(lake, counts.format(day)).rows for day in (*DAYS, NEXT)] == [[(2,)], [(4,)], [(4,)], [(5,)]]
    rows = query(lake, "select valid_from, valid_to from hist_meetings where place = 'सलालाह'").rows
    assert rows == [(DAYS[2], None)]


def test_what_changed_since_a_night_is_asked(replayed):
    lake, _ = replayed
    answer = ask(lake, "what_changed_since_last_week", {"days": "3"})
    assert (NEXT - DAYS[0]).days == 3
    changes = {(row[0], row[1], row[3]) for row in answer.rows}
    assert ("meeting", "planned → held", "2026-11-21") in changes
    assert ("meeting", "new", "2026-11-22") in changes
    assert ("agreement", "proposed → approved", "2026-11-22") in changes
    assert not ask(lake, "what_changed_since_last_week", {"days": "0"}).rows
    versions = ask(lake, "as_the_warehouse_said_then", {})
    column = versions.columns.index
    assert [(row[column("valid_from")], row[column("status")], row[column("n_articles")]) for row in versions.rows] == [
        (DAYS[0], "planned", 2), (DAYS[1], "held", 4), (NEXT, "held", 5),
    ]  # fmt: skip


def test_days_without_a_night_say_what_the_last_night_said_and_days_before_the_first_nothing(replayed):
    lake, said = replayed
    assert _said_as_of(lake, NEXT + timedelta(days=30)) == said[NEXT]
    assert _said_as_of(lake, DAYS[0] - timedelta(days=1)) == dict.fromkeys(MARTS, [])


def _copy(lake: Lake, tmp_path) -> Lake:
    shutil.copytree(lake.root, tmp_path / "copy")
    return Lake(tmp_path / "copy")


def test_a_night_run_again_replaces_what_it_said_the_first_time(replayed, tmp_path):
    lake, said = replayed
    copy = _copy(lake, tmp_path)
    _night(copy, NEXT)
    assert _versions(copy) == _versions(lake)
    write_night(copy, NEXT, [])
    _night(copy, NEXT)
    assert _said_as_of(copy, NEXT) == said[DAYS[-1]] | {"actors": _said_as_of(copy, NEXT)["actors"]}
    for day in DAYS:
        assert _said_as_of(copy, day) == said[day], day


def test_history_outlives_a_rebuild_from_the_archive(replayed, tmp_path):
    lake, said = replayed
    copy = _copy(lake, tmp_path)
    _night(copy, None)
    for night, rows in said.items():
        assert _said_as_of(copy, night) == rows, night


def test_a_broken_file_is_not_rebuilt_over_at_the_cost_of_its_history(replayed, tmp_path):
    lake, _ = replayed
    copy = _copy(lake, tmp_path)
    copy.warehouse.write_bytes(b"not DuckDB")
    with pytest.raises(WarehouseError, match="would lose its history"):
        load(copy, None, OUTLETS)
    assert copy.warehouse.read_bytes() == b"not DuckDB"


def test_what_is_no_longer_said_ends_but_was_said_before(replayed, tmp_path):
    """An old night is read again without one report: its meeting is gone from the latest night on, and not before."""
    lake, said = replayed
    copy = _copy(lake, tmp_path)
    write_night(copy, DAYS[2], NIGHTS[DAYS[2]][:1])
    _night(copy, DAYS[2])
    by_phone = "select meeting_id from meetings_as_of('{}') where channel = 'phone'"
    assert query(copy, by_phone.format(NEXT)).rows == []
    [[gone]] = query(copy, by_phone.format(DAYS[2])).rows
    assert query(copy, f"select valid_from, valid_to from hist_meetings where meeting_id = '{gone}'").rows == [
        (DAYS[2], NEXT)
    ]
    for day in DAYS:
        assert _said_as_of(copy, day) == said[day], day
