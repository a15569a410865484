"""The events step: tonight's actors and events, known by those of the other nights.

Other nights are read from the step's own tables, so that a rerun or a late night finds what was decided. An
article's fact that says what it said keeps its event, and events that it showed to be one stay one; to decide all
anew, delete the tables and run every night.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from rajnay.contracts import (
    ACTOR_IDENTITIES,
    ACTORS,
    ARTICLES,
    EVENT_ASSIGNMENTS,
    EVENT_MERGES,
)
from rajnay.events.agreements import agreement_score
from rajnay.events.identity import Registry, Seen, identify_all
from rajnay.events.link import Link, link
from rajnay.events.meetings import meeting_score
from rajnay.events.merges import current
from rajnay.events.nights import TOLD_IN, Nights
from rajnay.events.places import Places
from rajnay.events.told import Member, Told
from rajnay.facts.document import IST
from rajnay.facts.knowledge import load
from rajnay.paths import Lake
from rajnay.text.keys import match_key
from scrapers import parquet
from scrapers.parquet import Table

Row = dict[str, Any]
Linker = Callable[[Sequence[Told], Sequence[tuple[Told, str]]], list[Link]]

# Set on the dev clusters and on the sample press's: tests/quality/score_events.py.
MEETING_THRESHOLD = 0.45
AGREEMENT_THRESHOLD = 0.5


@dataclass(frozen=True)
class EventsReport:
    """Actors and facts (of articles) that came in; actors and events that are new with them, or merged by them."""

    n_actors: int
    n_new_actors: int
    n_facts: int
    n_new: int
    n_merged: int


def run(lake: Lake, news_date: date) -> EventsReport:
    """Write ``actor_identities``, ``event_assignments`` and ``event_merges`` of one news date.

    Raises TableError naming the file where the facts of the date are missing or of another version.
    """
    nights = Nights(lake, news_date)
    registry = Registry(load())
    for seen, actor_id in nights.actors():
        registry.add(seen, actor_id)

    told_on = _reported_on(lake, [news_date])
    identities = _identities(lake, news_date, registry, told_on)
    parquet.write(lake.table(ACTOR_IDENTITIES, news_date), ACTOR_IDENTITIES, identities)

    before = _rows(lake, EVENT_ASSIGNMENTS, [news_date])
    merged_before = _rows(lake, EVENT_MERGES, [news_date])
    assignments: list[Row] = []
    merges: list[Row] = []
    places = Places(load())
    for event_type, linker in (("meeting", link_meetings), ("agreement", link_agreements)):
        tonight = _told(lake, event_type, news_date)
        known = nights.events(event_type, tonight)
        told_before = [row for row in before if row["event_type"] == event_type]
        kept = {row["fact_key"]: row["event_id"] for row in told_before}
        still_merged = _still_merged(tonight, [row for row in merged_before if row["event_type"] == event_type])
        merged = nights.merges() | {row["event_id"]: row["merged_into"] for row in still_merged}
        known = [(told, current(event_id, merged)) for told, event_id in known]
        known += [(told, current(kept[told.key], merged)) for told in tonight if told.key in kept]
        links = _links(tonight, known, kept, linker)
        merges += still_merged + _merges(tonight, links, news_date)
        links = _with_old_ids(tonight, links, told_before, nights, merged)
        assignments += _assigned(tonight, links, places, news_date)
    parquet.write(lake.table(EVENT_MERGES, news_date), EVENT_MERGES, merges)
    parquet.write(lake.table(EVENT_ASSIGNMENTS, news_date), EVENT_ASSIGNMENTS, assignments)
    return EventsReport(
        n_actors=len(identities),
        n_new_actors=sum(row["resolved_by"] == "new" for row in identities),
        n_facts=len(assignments),
        n_new=sum(row["linked_by"] == "new" for row in assignments),
        n_merged=len(merges),
    )


def link_meetings(new: Sequence[Told], known: Sequence[tuple[Told, str]]) -> list[Link]:
    """The events of tonight's meetings."""
    places = Places(load())
    return link(new, known, lambda a, b: meeting_score(a, b, places), MEETING_THRESHOLD)


def link_agreements(new: Sequence[Told], known: Sequence[tuple[Told, str]]) -> list[Link]:
    """The events of tonight's agreements."""
    return link(new, known, agreement_score, AGREEMENT_THRESHOLD)


def _identities(lake: Lake, news_date: date, registry: Registry, told_on: Mapping[str, date]) -> list[Row]:
    """Tonight's actors, in the order of their reports."""
    rows = _rows(lake, ACTORS, [news_date], required=True)
    rows.sort(key=lambda row: (told_on[row["article_id"]], row["article_id"]))
    seen = [Seen(row["kind"], row["code"], tuple(map(match_key, row["names"]))) for row in rows]
    return [
        {
            "article_id": row["article_id"],
            "news_date": news_date,
            "actor_key": row["actor_key"],
            "actor_id": identity.actor_id,
            "kind": row["kind"],
            "code": identity.code,
            "name_keys": list(one.keys),
            "resolved_by": identity.resolved_by,
        }
        for row, one, identity in zip(rows, seen, identify_all(registry, seen), strict=True)
    ]


def _links(new: Sequence[Told], known: list[tuple[Told, str]], kept: Mapping[str, str], linker: Linker) -> list[Link]:
    """The events of tonight's facts: what was decided before stays, the others are linked."""
    fresh = [told for told in new if told.key not in kept]
    links = dict(zip(((told.article_id, told.number) for told in fresh), linker(fresh, known), strict=True))
    return [links.get((told.article_id, told.number)) or Link(kept[told.key], "kept", 1.0) for told in new]


def _still_merged(new: Sequence[Told], before: Sequence[Row]) -> list[Row]:
    """The merges of an earlier run whose fact says what it said, under the number that it has now."""
    number = {(told.article_id, told.key): told.number for told in new}
    return [
        row | {"fact_no": number[row["article_id"], row["fact_key"]]}
        for row in before
        if (row["article_id"], row["fact_key"]) in number
    ]


def _merges(new: Sequence[Told], links: Sequence[Link], news_date: date) -> list[Row]:
    return [
        {
            "event_id": event_id,
            "news_date": news_date,
            "event_type": told.event_type,
            "merged_into": found.event_id,
            "article_id": told.article_id,
            "fact_no": told.number,
            "fact_key": told.key,
        }
        for told, found in zip(new, links, strict=True)
        for event_id in found.merged
    ]


def _with_old_ids(
    new: Sequence[Told], links: Sequence[Link], before: Sequence[Row], nights: Nights, merged: Mapping[str, str]
) -> list[Link]:
    """``links``, where an event founded by a fact that its article told otherwise before keeps the id it had.

    So a better reading of a participant or a date mints no second id. The article must tell as many facts as before,
    and nobody else the old event: otherwise it is another event, or lives on without this article. Nor may the event
    have been ``merged``.
    """
    n_before, n_now = Counter(row["article_id"] for row in before), Counter(told.article_id for told in new)
    keys = {told.key for told in new}
    replaced = {(row["article_id"], row["fact_no"]): row["event_id"] for row in before if row["fact_key"] not in keys}
    renamed = {
        found.event_id: replaced[told.article_id, told.number]
        for told, found in zip(new, links, strict=True)
        if found.linked_by == "new" and (told.article_id, told.number) in replaced
        if n_before[told.article_id] == n_now[told.article_id]
    }
    in_use = {found.event_id for found in links} | nights.in_use(set(renamed.values()))
    in_use |= {*merged, *merged.values()}
    taken = Counter(renamed.values())
    renamed = {minted: old for minted, old in renamed.items() if old not in in_use and taken[old] == 1}
    return [replace(found, event_id=renamed.get(found.event_id, found.event_id)) for found in links]


def _assigned(new: Sequence[Told], links: Sequence[Link], places: Places, news_date: date) -> list[Row]:
    return [
        {
            "article_id": told.article_id,
            "news_date": news_date,
            "event_type": told.event_type,
            "fact_no": told.number,
            "fact_key": told.key,
            "event_id": found.event_id,
            "linked_by": found.linked_by,
            "link_score": found.score,
            "place_id": places.known(told.place),
        }
        for told, found in zip(new, links, strict=True)
    ]


def _told(lake: Lake, event_type: str, news_date: date) -> list[Told]:
    """The meetings or agreements of a night, by day of report and article."""
    facts, members, number = TOLD_IN[event_type]
    dates = [news_date]
    actors = {
        (row["article_id"], row["actor_key"]): Member(row["actor_id"], row["kind"], row["code"])
        for row in _rows(lake, ACTOR_IDENTITIES, dates)
    }
    at_table: dict[tuple[str, int], dict[Member, None]] = defaultdict(dict)
    for row in _rows(lake, members, dates, required=True):
        at_table[row["article_id"], row[number]][actors[row["article_id"], row["actor_key"]]] = None
    told_on = _reported_on(lake, dates)
    told = [
        Told(
            article_id=row["article_id"],
            number=row[number],
            event_type=event_type,
            members=tuple(at_table[row["article_id"], row[number]]),
            status=row["status"],
            date=row["date"],
            reported_on=told_on[row["article_id"]],
            place=row["place"],
            channel=row.get("channel"),
            kind=row.get("kind"),
            name=row.get("name"),
        )
        for row in _rows(lake, facts, dates, required=True)
    ]
    return sorted(told, key=lambda one: (one.reported_on, one.article_id, one.number))


def _reported_on(lake: Lake, dates: Sequence[date]) -> dict[str, date]:
    """The day in India on which each article was published, or at least fetched."""
    return {
        row["article_id"]: (row["published_at"] or row["fetched_at"]).astimezone(IST).date()
        for row in _rows(lake, ARTICLES, dates, "article_id", "published_at", "fetched_at", required=True)
    }


def _rows(lake: Lake, table: Table, dates: Sequence[date], *columns: str, required: bool = False) -> list[Row]:
    paths = [lake.table(table, day) for day in dates]
    for path in paths:
        if required and not path.exists():
            raise parquet.TableError(f"{path}: missing; run `rajnay facts --date {path.stem}` first")
    return parquet.read([path for path in paths if path.exists()], table, columns or None)
