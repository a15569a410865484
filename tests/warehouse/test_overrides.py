"""What people decide in seeds/overrides.csv holds through a build, and what cannot hold says why."""

import csv
import os
import shutil

import pytest

from rajnay.paths import Lake
from rajnay.warehouse import build
from rajnay.warehouse.load import load
from rajnay.warehouse.publish import publish
from rajnay.warehouse.sql import query
from tests.warehouse.nights import DAYS, NIGHTS, OUTLETS, write_night


@pytest.fixture(scope="module")
def decided(warehouse, tmp_path_factory):
    """The three nights with decisions; the ids that they name come from the warehouse without them."""
    lake, _, _ = warehouse
    [[muscat]] = query(lake, "select meeting_id from fct_meetings where place = 'मस्कट'").rows
    [[salalah]] = query(lake, "select meeting_id from fct_meetings where place = 'सलालाह'").rows
    [[phone]] = query(lake, "select meeting_id from fct_meetings where channel = 'phone'").rows
    [[ports]] = query(lake, "select agreement_id from fct_agreements").rows
    [[other_busaidi]] = query(lake, "select actor_id from dim_actors where code = 'OMN' and kind = 'person'").rows
    copied = NIGHTS[DAYS[0]][1].article_id
    phoned = NIGHTS[DAYS[2]][1].article_id
    decisions = [
        ("meeting", muscat, "set", "place", "मतरह", "the outlet corrected itself"),
        ("meeting", muscat, "accept", "", "", "read and found right"),
        ("meeting", phone, "reject", "", "", "a speech, no meeting"),
        ("meeting", f"{copied}/0", "move", "", salalah, "tells the other day"),
        ("meeting", "meeting:nowhere", "reject", "", "", "a slip of the pen"),
        ("meeting", muscat, "reject", "", "", "thought to be none"),
        ("meeting", muscat, "undo", "", "reject", "it was one"),
        ("agreement", ports, "set", "status", "in_force", "the gazette has it"),
        ("agreement", ports, "set", "date", "2026-12-01", "the gazette has it"),
        ("actor", other_busaidi, "set", "name_en", "Badr al-Busaidi", "as he writes it"),
        ("actor", f"{phoned}/ramgoolam", "move", "", "person:namesake", "another one of this name"),
    ]
    other = Lake(tmp_path_factory.mktemp("decided"))
    other.build.parent.mkdir(parents=True)
    shutil.copyfile(lake.warehouse, other.build)
    shutil.copytree(build.PROJECT, other.root / "dbt_project")
    with (other.root / "dbt_project" / "seeds" / "overrides.csv").open("a", encoding="utf-8", newline="") as seed:
        writer = csv.writer(seed, lineterminator="\n")
        for target_type, target_id, action, slot, value, reason in decisions:
            writer.writerow(["2026-11-23", target_type, target_id, action, slot, value, reason, "editor"])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(build, "PROJECT", other.root / "dbt_project")
        build.build(other, lambda _: None)
    publish(other)
    return other


def test_decisions_hold(decided):
    assert query(decided, "select place, is_reviewed, n_articles from fct_meetings order by date, place").rows == [
        ("मतरह", False, 3),
        ("सलालाह", False, 2),
    ]


def test_the_value_that_a_person_set_is_shown_against_the_press(decided):
    rows = query(decided, "select chosen_value, other_value, rule from fct_contradictions where slot = 'place'").rows
    assert rows == [("मतरह", "मस्कट", "set_by_person")]


def test_a_decision_about_nothing_says_so(decided):
    rows = query(decided, "select action, problem from fct_overrides where not is_applied order by all").rows
    assert rows == [
        ("accept", "a later decision replaces it"),
        ("reject", "a later decision replaces it"),
        ("reject", "names no fact or actor of the warehouse"),
    ]


def test_an_agreements_status_is_set_against_the_press(decided):
    assert query(decided, "select status, date, date_precision from fct_agreements").rows == [
        ("in_force", "2026-12-01", "day")
    ]
    rows = query(
        decided, "select slot, chosen_value, other_value, rule from fct_contradictions where event_type = 'agreement'"
    ).rows
    assert sorted(rows) == [
        ("date", "2026-12-01", "2026-11-22", "set_by_person"),
        ("status", "in_force", "approved", "set_by_person"),
    ]


def test_an_actor_is_corrected_and_split(decided):
    rows = query(decided, "select name_en, is_reviewed from dim_actors where code = 'OMN' and kind = 'person'").rows
    assert rows == [("Badr al-Busaidi", False)]
    assert query(decided, "select name_hi, code from dim_actors where actor_id = 'person:namesake'").rows == [
        ("नवीन रामगुलाम", "MUS")
    ]


def _facts(lake):
    tables = ("fct_meetings", "fct_agreements", "bridge_meetings_x_actors", "dim_actors", "fct_overrides")
    return {table: query(lake, f"select * from {table} order by all").rows for table in tables}


def test_decisions_survive_that_a_night_is_read_again_and_all_is_rebuilt(decided):
    before = _facts(decided)
    for day in DAYS:
        write_night(decided, day, NIGHTS[day])
    load(decided, None, OUTLETS)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(build, "PROJECT", decided.root / "dbt_project")
        done = build.run_dbt(decided, "build", "--exclude-resource-type", "test", "unit_test")
    assert done.returncode == 0, done.stdout[-2000:]
    os.replace(decided.build, decided.warehouse)
    assert _facts(decided) == before
