"""Events that a later article shows to be one: over nights, late nights, reruns, rebuilds and other readings."""

from datetime import date
from itertools import permutations

import pytest

from rajnay import events
from rajnay.contracts import EVENT_ASSIGNMENTS, EVENT_MERGES, EVENT_TABLES
from rajnay.events.merges import current
from rajnay.events.step import link_meetings
from rajnay.events.told import Member, Told
from rajnay.paths import Lake
from scrapers import parquet
from tests.warehouse.nights import PACT, write_night

DAYS = tuple(PACT)
(OLDEST,), (OLDER, YOUNGER), (BRIDGE,), (LATER_BRIDGE,) = ([report.article_id for report in PACT[day]] for day in DAYS)


@pytest.fixture
def lake(tmp_path):
    return Lake(tmp_path)


def written(lake, days=DAYS):
    for day in days:
        write_night(lake, day, PACT[day])
    return lake


def rows(lake, table, days=DAYS):
    return [row for day in days for row in parquet.read(lake.table(table, day), table)]


def given(lake, days=DAYS):
    """Article to the id that its fact was given."""
    return {row["article_id"]: row["event_id"] for row in rows(lake, EVENT_ASSIGNMENTS, days)}


def merged(lake, days=DAYS):
    return {row["event_id"]: row["merged_into"] for row in rows(lake, EVENT_MERGES, days)}


def test_a_late_article_makes_two_events_the_older_one(lake):
    written(lake, DAYS[:3])
    ids = given(lake, DAYS[:3])
    assert len({ids[OLDEST], ids[OLDER], ids[YOUNGER]}) == 3
    first, second = sorted((OLDER, YOUNGER))
    assert ids[BRIDGE] == ids[first]
    [row] = rows(lake, EVENT_MERGES, DAYS[:3])
    assert (row["event_id"], row["merged_into"], row["news_date"]) == (ids[second], ids[first], DAYS[2])
    assert (row["article_id"], row["fact_no"], row["event_type"]) == (BRIDGE, 0, "agreement")


def test_merges_make_a_chain(lake):
    written(lake)
    ids, chain = given(lake), merged(lake)
    first, second = sorted((OLDER, YOUNGER))
    assert chain == {ids[second]: ids[first], ids[first]: ids[OLDEST]}
    assert {current(event_id, chain) for event_id in ids.values()} == {ids[OLDEST]} == {ids[LATER_BRIDGE]}


def test_a_rerun_of_any_night_changes_nothing(lake):
    written(lake)
    before = given(lake), rows(lake, EVENT_MERGES)
    for day in (DAYS[2], DAYS[0], DAYS[3], DAYS[1]):
        events.run(lake, day)
        assert (given(lake), rows(lake, EVENT_MERGES)) == before


def test_a_rebuild_from_the_facts_gives_the_same_ids(lake):
    written(lake)
    before = given(lake), rows(lake, EVENT_MERGES)
    for day in DAYS:
        for table in EVENT_TABLES:
            lake.table(table, day).unlink()
    for day in DAYS:
        assert events.run(lake, day).n_merged == (day in DAYS[2:])
    assert (given(lake), rows(lake, EVENT_MERGES)) == before


@pytest.mark.parametrize("order", [*permutations(range(4))][::5], ids=str)
def test_in_whatever_order_nights_and_articles_come_it_is_one_event(lake, order):
    for number in order:
        write_night(lake, DAYS[number], PACT[DAYS[number]][::-1])
    ids, chain = given(lake), merged(lake)
    assert len({current(event_id, chain) for event_id in ids.values()}) == 1
    assert len(rows(lake, EVENT_MERGES)) == len(chain)


def test_when_the_article_turns_out_not_to_tell_it_the_events_come_apart(lake):
    written(lake, DAYS[:3])
    write_night(lake, DAYS[2], [])
    assert merged(lake, DAYS[:3]) == {}
    assert len(set(given(lake, DAYS[:2]).values())) == 3


def test_a_night_from_before_there_were_merges(lake):
    written(lake, DAYS[:2])
    for day in DAYS[:2]:
        lake.table(EVENT_MERGES, day).unlink()
    written(lake, DAYS[2:3])
    assert len(rows(lake, EVENT_MERGES, DAYS[2:3])) == 1


def test_a_circle_of_merges_has_an_end():
    assert current("a", {"a": "b", "b": "a"}) in ("a", "b")
    assert current("a", {}) == "a"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"date": "2026-11-20"}, {"date": "2026-11-22"}),
        ({"place": "मस्कट"}, {"place": "सलालाह"}),
        ({"members": ("person:a", "person:c")}, {"members": ("person:b", "person:c")}),
        ({"channel": "phone"}, {"channel": "in_person"}),
    ],
    ids=["days", "places", "namesakes", "channels"],
)
def test_meetings_that_differ_are_not_made_one_by_a_vague_report(one, other):
    def told(article_id, members=("state:IND", "state:OMN"), channel="unknown", **said):
        at_table = tuple(Member(who, who.partition(":")[0], code) for who, code in zip(members, ("IND", "OMN")))  # noqa: B905
        return Told(article_id, 0, "meeting", at_table, "held", reported_on=date(2026, 11, 22), channel=channel,
                    date=said.get("date"), place=said.get("place"))  # fmt: skip

    known = [(told("a", **one), "meeting:a"), (told("b", **other), "meeting:b")]
    [found] = link_meetings([told("c")], known)
    assert found.linked_by == "matched"
    assert found.merged == ()
