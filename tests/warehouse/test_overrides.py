"""What people decide in seeds/overrides.csv holds through a build, and what cannot hold says why."""

import csv
import shutil

import pytest

from rajnay.paths import Lake
from rajnay.warehouse import build
from rajnay.warehouse.publish import publish
from rajnay.warehouse.sql import query
from tests.warehouse.nights import DAYS, NIGHTS


@pytest.fixture(scope="module")
def decided(warehouse, tmp_path_factory):
    """The three nights with decisions; the ids that they name come from the warehouse without them."""
    lake, _, _ = warehouse
    [[muscat]] = query(lake, "select meeting_id from fct_meetings where place = 'मस्कट'").rows
    [[salalah]] = query(lake, "select meeting_id from fct_meetings where place = 'सलालाह'").rows
    [[phone]] = query(lake, "select meeting_id from fct_meetings where channel = 'phone'").rows
    copied = NIGHTS[DAYS[0]][1].article_id
    decisions = [
        ("meeting", muscat, "set", "place", "मतरह", "the outlet corrected itself"),
        ("meeting", muscat, "accept", "", "", "read and found right"),
        ("meeting", phone, "reject", "", "", "a speech, no meeting"),
        ("meeting", f"{copied}/0", "move", "", salalah, "tells the other day"),
        ("meeting", "meeting:nowhere", "reject", "", "", "a slip of the pen"),
    ]
    other = Lake(tmp_path_factory.mktemp("decided"))
    other.build.parent.mkdir(parents=True)
    shutil.copyfile(lake.warehouse, other.build)
    project = other.root / "dbt_project"
    shutil.copytree(build.PROJECT, project)
    with (project / "seeds" / "overrides.csv").open("a", encoding="utf-8", newline="") as seed:
        writer = csv.writer(seed, lineterminator="\n")
        for target_type, target_id, action, slot, value, reason in decisions:
            writer.writerow(["2026-11-23", target_type, target_id, action, slot, value, reason, "editor"])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(build, "PROJECT", project)
        build.build(other, lambda _: None)
    publish(other)
    return other


def test_decisions_hold(decided):
    assert query(decided, "select place, is_reviewed, n_articles from fct_meetings order by date, place").rows == [
        ("मतरह", True, 3),
        ("सलालाह", False, 2),
    ]


def test_the_value_that_a_person_set_is_shown_against_the_press(decided):
    rows = query(decided, "select chosen_value, other_value, rule from fct_contradictions where slot = 'place'").rows
    assert rows == [("मतरह", "मस्कट", "set_by_person")]


def test_a_decision_about_nothing_says_so(decided):
    rows = query(decided, "select target_id, problem from fct_overrides where not is_applied").rows
    assert rows == [("meeting:nowhere", "names no fact or actor of the warehouse")]
