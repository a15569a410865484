"""The events step over nights: reruns, late nights, changed extraction, and what is missing."""

import dataclasses

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rajnay import events
from rajnay.contracts import ACTOR_IDENTITIES, ACTORS, EVENT_ASSIGNMENTS
from rajnay.paths import Lake
from scrapers import parquet
from scrapers.parquet import TableError
from tests.warehouse.nights import DAYS, NIGHTS, Meeting, write_night


@pytest.fixture
def lake(tmp_path):
    return Lake(tmp_path)


def assignments(lake, *days):
    """(article, type, number) → event, of the days."""
    return {
        (row["article_id"], row["event_type"], row["fact_no"]): row["event_id"]
        for day in days
        for row in parquet.read(lake.table(EVENT_ASSIGNMENTS, day), EVENT_ASSIGNMENTS)
    }


def test_a_story_over_three_nights_is_one_meeting_and_one_agreement(lake):
    for day in DAYS:
        write_night(lake, day, NIGHTS[day])
    muscat = NIGHTS[DAYS[0]][0].article_id
    found = assignments(lake, *DAYS)
    event = found[muscat, "meeting", 0]
    assert sum(other == event for other in found.values()) == 4
    assert len({event for (_, kind, _), event in found.items() if kind == "agreement"}) == 1


def test_a_rerun_changes_no_id_also_with_later_nights_there(lake):
    for day in DAYS:
        write_night(lake, day, NIGHTS[day])
    before = assignments(lake, *DAYS)
    identities = parquet.read([lake.table(ACTOR_IDENTITIES, day) for day in DAYS], ACTOR_IDENTITIES, ["actor_id"])
    for day in (DAYS[1], DAYS[0], DAYS[2]):
        events.run(lake, day)
    assert assignments(lake, *DAYS) == before
    assert identities == parquet.read(
        [lake.table(ACTOR_IDENTITIES, day) for day in DAYS], ACTOR_IDENTITIES, ["actor_id"]
    )


def test_a_rebuild_from_the_facts_gives_the_same_ids(lake):
    for day in DAYS:
        write_night(lake, day, NIGHTS[day])
    before = assignments(lake, *DAYS)
    for day in DAYS:
        lake.table(EVENT_ASSIGNMENTS, day).unlink()
        lake.table(ACTOR_IDENTITIES, day).unlink()
    for day in DAYS:
        events.run(lake, day)
    assert assignments(lake, *DAYS) == before


def test_a_late_night_lands_in_its_event(lake):
    write_night(lake, DAYS[0], NIGHTS[DAYS[0]])
    write_night(lake, DAYS[2], NIGHTS[DAYS[2]])
    write_night(lake, DAYS[1], NIGHTS[DAYS[1]])
    found = assignments(lake, *DAYS)
    planned, held = NIGHTS[DAYS[0]][0].article_id, NIGHTS[DAYS[1]][0].article_id
    assert found[planned, "meeting", 0] == found[held, "meeting", 0]


def test_a_fact_that_is_numbered_anew_keeps_its_event(lake):
    day = DAYS[2]
    write_night(lake, day, NIGHTS[day])
    report = NIGHTS[day][0]
    before = assignments(lake, day)[report.article_id, "meeting", 0]
    more = Meeting(("IND", "OMN"), "मंत्रिमंडल ने भारत और ओमान के बंदरगाह सहयोग समझौते को मंजूरी दे दी।", date="2025-01-05")
    changed = type(report)(
        report.id, report.outlet, report.title, report.body, report.actors, [more, *report.meetings], report.agreements
    )
    write_night(lake, day, [changed, *NIGHTS[day][1:]])
    assert assignments(lake, day)[report.article_id, "meeting", 1] == before
    assert assignments(lake, day)[report.article_id, "meeting", 0] != before


def read_otherwise(report, **meeting):
    """The report with its only meeting read otherwise."""
    [told] = report.meetings
    fields = {f.name: getattr(report, f.name) for f in dataclasses.fields(report) if f.init}
    return type(report)(**fields | {"meetings": [dataclasses.replace(told, **meeting)]})


def test_a_reading_that_changes_a_participant_keeps_the_id_where_nobody_else_tells_the_event(lake):
    day = DAYS[0]
    report = NIGHTS[day][0]
    write_night(lake, day, [report])
    before = assignments(lake, day)[report.article_id, "meeting", 0]
    write_night(lake, day, [read_otherwise(report, who=("jaishankar", "OMN"))])
    assert assignments(lake, day)[report.article_id, "meeting", 0] == before


def test_a_reading_that_takes_an_article_out_of_an_event_leaves_the_id_to_those_who_stay(lake):
    for day in DAYS:
        write_night(lake, day, NIGHTS[day])
    day = DAYS[0]
    report = NIGHTS[day][0]
    shared = assignments(lake, day)[report.article_id, "meeting", 0]
    stays = {key for key, event in assignments(lake, *DAYS).items() if event == shared} - {
        (report.article_id, "meeting", 0)
    }
    write_night(lake, day, [read_otherwise(report, date="2024-01-05", status="held"), *NIGHTS[day][1:]])
    found = assignments(lake, *DAYS)
    assert found[report.article_id, "meeting", 0] != shared
    assert {found[key] for key in stays} == {shared}


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.randoms(use_true_random=False))
def test_the_order_of_a_nights_articles_changes_nothing(tmp_path_factory, random):
    expected = None
    for shuffled in (False, True):
        lake = Lake(tmp_path_factory.mktemp("lake"))
        for day in DAYS:
            reports = list(NIGHTS[day])
            if shuffled:
                random.shuffle(reports)
            write_night(lake, day, reports)
        found = assignments(lake, *DAYS)
        assert expected in (None, found)
        expected = found


def test_a_night_without_articles(lake):
    write_night(lake, DAYS[0], [])
    report = events.run(lake, DAYS[0])
    assert (report.n_actors, report.n_facts, report.n_new) == (0, 0, 0)


def test_missing_facts_name_the_file_and_the_step(lake):
    write_night(lake, DAYS[0], NIGHTS[DAYS[0]])
    lake.table(ACTORS, DAYS[0]).unlink()
    with pytest.raises(TableError, match=rf"actors/{DAYS[0]}\.parquet: missing; run `rajnay facts"):
        events.run(lake, DAYS[0])


@pytest.mark.parametrize("changed", [{}, {"who": ("jaishankar", "OMN")}], ids=["same fact", "another participant"])
def test_a_new_version_of_an_article_keeps_its_event(lake, changed):
    report = NIGHTS[DAYS[0]][0]
    write_night(lake, DAYS[0], [report])
    before = assignments(lake, DAYS[0])[report.article_id, "meeting", 0]
    write_night(lake, DAYS[1], [read_otherwise(report, **changed)])
    assert assignments(lake, DAYS[1])[report.article_id, "meeting", 0] == before
