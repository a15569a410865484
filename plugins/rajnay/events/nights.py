"""What the other nights know, as far as tonight asks for it: their Parquet files, queried where they lie.

A night must cost a night: of the history only distinct names and the facts that share parties with tonight's are read
into Python.
"""

from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations

import duckdb
import pyarrow as pa

from rajnay.contracts import (
    ACTOR_IDENTITIES,
    AGREEMENT_PARTIES,
    AGREEMENTS,
    ARTICLES,
    EVENT_ASSIGNMENTS,
    EVENT_MERGES,
    MEETING_PARTICIPANTS,
    MEETINGS,
)
from rajnay.events.identity import Seen
from rajnay.events.members import party_codes
from rajnay.events.told import Member, Told
from rajnay.paths import Lake
from scrapers import parquet
from scrapers.parquet import Table

TOLD_IN = {
    "meeting": (MEETINGS, MEETING_PARTICIPANTS, "meeting_no"),
    "agreement": (AGREEMENTS, AGREEMENT_PARTIES, "agreement_no"),
}
# How many days before and after a night its events may have been told: a meeting is news for weeks, an
# agreement's next step may take months.
_REACH = {"meeting": timedelta(days=60), "agreement": timedelta(days=180)}
_ONLY = {"meeting": "channel, null as kind, null as name", "agreement": "null as channel, kind, name"}


class Nights:
    """The nights of the lake other than ``news_date`` that have been through the events step."""

    def __init__(self, lake: Lake, news_date: date) -> None:
        self._lake, self._news_date = lake, news_date
        folder = lake.table(ACTOR_IDENTITIES, news_date).parent
        days = sorted(date.fromisoformat(path.stem) for path in folder.glob("[0-9]*.parquet"))
        self._days = [day for day in days if day != news_date and lake.table(EVENT_ASSIGNMENTS, day).exists()]

    def actors(self) -> Iterator[tuple[Seen, str]]:
        """Every name of every person and body known, with its id. Raises TableError for a file of another version."""
        if not self._days:
            return
        files = self._files(ACTOR_IDENTITIES, self._days)
        rows = duckdb.execute(
            """
            select kind, code, actor_id, list(distinct key order by key)
            from (
                select kind, code, actor_id, unnest(name_keys) as key from read_parquet(?, hive_partitioning = false)
                where kind in ('person', 'body')
            )
            group by all order by all
            """,
            [files],
        ).fetchall()
        for kind, code, actor_id, keys in rows:
            yield Seen(kind, code, tuple(keys)), actor_id

    def in_use(self, event_ids: Collection[str]) -> set[str]:
        """Those of ``event_ids`` that a fact of another night has."""
        if not self._days or not event_ids:
            return set()
        rows = duckdb.execute(
            "select distinct event_id from read_parquet(?, hive_partitioning = false) where list_contains(?, event_id)",
            [self._files(EVENT_ASSIGNMENTS, self._days), sorted(event_ids)],
        ).fetchall()
        return {event_id for (event_id,) in rows}

    def merges(self) -> dict[str, str]:
        """Events merged on other nights, with the older ones; on two nights, as the first has it."""
        merged: dict[str, str] = {}
        paths = [self._lake.table(EVENT_MERGES, day) for day in self._days]
        for row in parquet.read([path for path in paths if path.exists()], EVENT_MERGES, ["event_id", "merged_into"]):
            merged.setdefault(row["event_id"], row["merged_into"])
        return merged

    def events(self, event_type: str, tonight: Sequence[Told]) -> list[tuple[Told, str]]:
        """Facts of near nights that share two parties with one of ``tonight``, and their events.

        Of an article that was read again tonight, its earlier reading comes under another id: a fact that changed may
        keep the event that it was of, which two facts of one article cannot share.
        """
        days = [day for day in self._days if abs(day - self._news_date) <= _REACH[event_type]]
        parties = {
            pair
            for told in tonight
            for codes in [sorted(party_codes(told.members))]
            for pair in (combinations(codes, 2) if len(codes) > 1 else [(code, code) for code in codes])
        }
        if not days or not parties:
            return []
        facts, members, number = TOLD_IN[event_type]
        with duckdb.connect() as connection:
            ones, others = zip(*sorted(parties), strict=True)
            connection.register("parties", pa.table({"one": list(ones), "other": list(others)}))
            rows = connection.execute(
                f"""
                with readings as (
                    select article_id, max(news_date) as news_date
                    from read_parquet($articles, hive_partitioning = false)
                    group by all
                ),
                members as (
                    select
                        member.article_id, member.{number} as number, identity.actor_id, identity.kind, identity.code,
                        coalesce(identity.code, identity.actor_id) as party
                    from read_parquet($members, hive_partitioning = false) as member
                    join read_parquet($identities, hive_partitioning = false) as identity
                        using (article_id, news_date, actor_key)
                    semi join readings using (article_id, news_date)
                ),
                wanted as (
                    select distinct a.article_id, a.number
                    from members as a
                    join members as b on a.article_id = b.article_id and a.number = b.number
                    join parties on a.party = parties.one and b.party = parties.other
                ),
                at_table as (
                    select article_id, number, list(who order by who) as who
                    from (
                        select distinct article_id, number, [actor_id, kind, code] as who
                        from members semi join wanted using (article_id, number)
                    )
                    group by all
                )
                select
                    fact.article_id || if(list_contains($tonight, fact.article_id), '@' || fact.news_date, ''),
                    fact.{number}, at_table.who,
                    fact.status, fact.date, fact.place, {_ONLY[event_type]},
                    cast(timezone('Asia/Kolkata', coalesce(article.published_at, article.fetched_at)) as date),
                    assigned.event_id
                from read_parquet($facts, hive_partitioning = false) as fact
                join at_table on fact.article_id = at_table.article_id and fact.{number} = at_table.number
                join read_parquet($assignments, hive_partitioning = false) as assigned
                    on fact.article_id = assigned.article_id and fact.news_date = assigned.news_date
                    and fact.{number} = assigned.fact_no
                    and assigned.event_type = $event_type
                semi join readings on fact.article_id = readings.article_id and fact.news_date = readings.news_date
                join read_parquet($articles, hive_partitioning = false) as article
                    on fact.article_id = article.article_id and fact.news_date = article.news_date
                order by fact.news_date, fact.article_id, fact.{number}
                """,
                {
                    "members": self._files(members, days),
                    "identities": self._files(ACTOR_IDENTITIES, days),
                    "facts": self._files(facts, days),
                    "assignments": self._files(EVENT_ASSIGNMENTS, days),
                    "articles": self._files(ARTICLES, days),
                    "event_type": event_type,
                    "tonight": sorted({told.article_id for told in tonight}),
                },
            ).fetchall()
        return [
            (
                Told(
                    article_id,
                    told_no,
                    event_type,
                    tuple(Member(*member) for member in who),
                    status,
                    day,
                    reported_on,
                    place=place,
                    channel=channel,
                    kind=kind,
                    name=name,
                ),
                event_id,
            )
            for article_id, told_no, who, status, day, place, channel, kind, name, reported_on, event_id in rows
        ]

    def _files(self, table: Table, days: Sequence[date]) -> list[str]:
        paths = [self._lake.table(table, day) for day in days]
        for path in paths:
            parquet.check(path, table)
        return [str(path) for path in paths]
