"""How the warehouse grows: a full build and one more night, at 10,000 to 1,000,000 articles. ``make bench-warehouse``.

    python -m tests.bench.bench_warehouse [ARTICLES …]

The load is generated: nights of 5,000 articles of 1,600 characters with three actors' mentions each; three articles in
ten tell a meeting, one in eight an agreement, each event on average 1.8 times, people by a Zipf-like law, as on the
sample press and the dev sets. Texts are random words of a small Hindi vocabulary: here only their size counts.
"""

import contextlib
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from threading import Event, Thread
from time import monotonic

import duckdb
import psutil

from rajnay import events
from rajnay.contracts import (
    ACTOR_IDENTITIES,
    ACTORS,
    AGREEMENT_PARTIES,
    AGREEMENT_STATUSES,
    AGREEMENTS,
    ARTICLES,
    CLUSTERS,
    EVENT_ASSIGNMENTS,
    EVENT_MERGES,
    EVIDENCE,
    MEETING_PARTICIPANTS,
    MEETINGS,
    MENTIONS,
)
from rajnay.paths import Lake
from rajnay.warehouse.build import BuildReport, build
from rajnay.warehouse.load import load
from rajnay.warehouse.publish import publish
from scrapers.parquet import Table, write
from scrapers.tables import FETCHES

A_NIGHT = 5_000
DEAREST = 12
LAST = date(2026, 11, 20)
WORDS = [
    "मंत्री",
    "बैठक",
    "समझौता",
    "विदेश",
    "भारत",
    "सरकार",
    "वार्ता",
    "राष्ट्रपति",
    "प्रधानमंत्री",
    "सहयोग",
    "व्यापार",
    "सीमा",
    "सुरक्षा",
    "ऊर्जा",
    "जल",
    "रेल",
    "शिक्षा",
    "नीति",
    "संसद",
    "प्रस्ताव",
    "यात्रा",
    "चर्चा",
    "पक्ष",
    "देश",
    "दोनों",
    "कहा",
    "गया",
    "हुई",
    "करेंगे",
    "मुलाकात",
    "ज्ञापन",
    "हस्ताक्षर",
    "परियोजना",
    "निवेश",
    "किसान",
    "मौसम",
    "खेल",
    "बाजार",
    "पुलिस",
    "अदालत",
]

# An article is ten of these: to make each word by word would take longer than what is measured.
_PASSAGES = """
    create or replace temp table passages as
    select i as number, string_agg(list_extract(?, 1 + cast(hash(i, j) % 40 as int)), ' ') as passage
    from range(500) p(i), range(29) w(j) group by i
"""


def write_night(connection: duckdb.DuckDBPyConnection, lake: Lake, night: date, number: int) -> None:
    """The Parquet files of one generated night; the events of night ``number`` go on for a few nights."""
    sql = connection.execute
    sql("select setseed(?)", [1 / (number + 2)])
    sql(
        """
        create or replace temp table a as
        select md5(concat($n, '/', i)) as article_id, i, ($n * 7 + i) as seed, string_agg(passage, ' ') as text
        from range($per_night) r(i), range(10) s(j)
        join passages on number = cast(hash(i * 31 + $n, j) % 500 as int)
        group by all
        """,
        {"n": number, "per_night": A_NIGHT},
    )
    day = f"date '{night}'"
    at = f"timestamptz '{night} 06:00:00+00' + to_seconds(i * 10)"
    fact = f"{day} as news_date, 'bench' as rule_id, '0' as extractor_version, 0.5 + (hash(i) % 50) / 100 as confidence"
    # People by a Zipf-like law: u^4 falls mostly among the first.
    who = "3 * cast(floor(pow((hash(seed, k) % 100000) / 100000, 4) * 20000) as int) + k"
    sql(
        f"""
        create or replace temp table p as
        select a.*, k, {who} as n, 'C' || ({who} % 190) as code, concat('k', k) as actor_key,
            concat('व्यक्ति ', {who}, ' सिंह') as name from a, range(3) r(k)
        """
    )
    # An event is told by neighbours in time: one id for 1.8 facts on average.
    sql("create or replace temp table m as select *, cast(floor(i / 1.8) as int) as e from a where i % 10 < 3")
    sql("create or replace temp table g as select *, cast(floor(i / 1.8) as int) as e from a where i % 8 = 0")
    for table, query in (
        (
            ARTICLES,
            f"""select article_id, null as given_id, 'outlet' || (i % 20) as outlet, {day} as news_date,
            'http://o.example/' || article_id as url, 'http://o.example/' || article_id as url_canonical, text[:60] as title,
            text[62:] as body, text, 'hi' as language, {at} as published_at, true as published_zone_known, {at} as fetched_at,
            'json_ld' as extraction_method, false as was_legacy_font, md5(text) as text_sha256, length(text) as n_chars,
            concat('warc/', $n) as warc_file, i as warc_offset, case when i % 5 = 0 then 'pti_bhasha' end as agency from a""",
        ),
        (
            CLUSTERS,
            f"""select article_id, {day} as news_date, md5(concat($n, '/', if(i % 7 = 6, i - 1, i))) as cluster_id,
            if(i % 7 = 6, 'near', 'canonical') as role, 1.0 as similarity, 100 as n_shingles from a""",
        ),
        (
            ACTORS,
            f"select article_id, actor_key, 'person' as kind, [name] as names, null as name_en, code, null as role, {fact} from p",
        ),
        (
            MENTIONS,
            f"""select article_id, 'actor' as target_type, actor_key as target_key, 'name' as kind, k as sentence_no,
            false as is_headline, k * 20 as char_start, k * 20 + 12 as char_end, text[k * 20 + 1:k * 20 + 12] as surface, {fact} from p""",
        ),
        (
            EVIDENCE,
            f"""select article_id, {day} as news_date, 'actor' as target_type, actor_key as target_key, 'name' as slot,
            name as value, k * 20 as char_start, k * 20 + 12 as char_end, text[k * 20 + 1:k * 20 + 12] as surface from p
            union all select article_id, {day}, 'meeting', '0', 'event', 'held', 0, 60, text[1:60] from m
            union all select article_id, {day}, 'agreement', '0', 'event', 'signed', 0, 60, text[1:60] from g""",
        ),
        (
            MEETINGS,
            f"""select article_id, 0 as meeting_no, 'held' as status, 'happened' as realis, 'in_person' as channel,
            strftime({day} - cast(hash(i, 7) % 5 as int) // 4, '%Y-%m-%d') as date, null as date_end, 'day' as date_precision,
            'explicit' as date_source, ['पेरिस', 'मस्कट', 'दिल्ली', 'काबुल'][1 + cast(hash(e) % 4 as int)] as place,
            null as occasion, ['व्यापार'] as topics, 'none' as attribution_kind, null as attribution_source,
            text[1:60] as evidence, 0 as char_start, 60 as char_end, {fact} from m""",
        ),
        (
            MEETING_PARTICIPANTS,
            f"""select article_id, {day} as news_date, 0 as meeting_no, concat('k', k) as actor_key,
            'participant' as role, k * 20 as char_start, k * 20 + 12 as char_end from m, range(2) r(k)""",
        ),
        (
            AGREEMENTS,
            f"""select article_id, 0 as agreement_no, concat(text[1:20], ' समझौता') as name, 'agreement' as kind,
            'signed' as status, 'happened' as realis, '{night}' as date, 'day' as date_precision, 'explicit' as date_source,
            null as subject, null as amount, null as currency, 1 as n_instruments, null as place, 'none' as attribution_kind,
            null as attribution_source, text[1:60] as evidence, 0 as char_start, 60 as char_end, {fact} from g""",
        ),
        (
            AGREEMENT_PARTIES,
            f"""select article_id, {day} as news_date, 0 as agreement_no, concat('k', k) as actor_key,
            k * 20 as char_start, k * 20 + 12 as char_end from g, range(2) r(k)""",
        ),
        (
            AGREEMENT_STATUSES,
            f"""select article_id, {day} as news_date, 0 as agreement_no, 0 as step_no, 'signed' as status,
            '{night}' as date, 'day' as date_precision, 0 as char_start, 60 as char_end from g""",
        ),
        (
            ACTOR_IDENTITIES,
            f"""select article_id, {day} as news_date, actor_key, concat('person:', n) as actor_id, 'person' as kind,
            code, [name] as name_keys, 'same_name' as resolved_by from p""",
        ),
        (
            EVENT_ASSIGNMENTS,
            f"""select article_id, {day} as news_date, 'meeting' as event_type, 0 as fact_no, article_id as fact_key,
            concat('meeting:', greatest(0, $n - cast(hash(e) % 3 as int)), '/', e) as event_id, 'matched' as linked_by, 0.9 as link_score, 'paris' as place_id from m
            union all select article_id, {day}, 'agreement', 0, article_id, concat('agreement:', greatest(0, $n - cast(hash(e) % 3 as int)), '/', e), 'matched', 0.9, null from g""",
        ),
        (
            EVENT_MERGES,
            f"""select concat('meeting:', $n, '/', e) as event_id, {day} as news_date, 'meeting' as event_type,
            concat('meeting:', greatest(0, $n - 1), '/', e + 1) as merged_into, any_value(article_id) as article_id,
            0 as fact_no, any_value(article_id) as fact_key from m where $n > 0 and e % 50 = 7 group by e""",
        ),
    ):
        write_query(connection, lake.table(table, night), table, query.replace("$n", str(number)))
    attempts = f"""
        select concat('run', $n) as run_id, outlet, {day} as news_date, 'page' as kind, url, {at} as requested_at, outcome, 200 as status,
            case when outcome = 'taken' then concat('warc/', $n) end as warc_file, case when outcome = 'taken' then i end as warc_offset
        from (
            select i, 'outlet' || (i % 20) as outlet, 'http://o.example/' || article_id as url, 'taken' as outcome from a
            union all
            select i, 'outlet' || (i % 20), 'http://o.example/' || article_id || '/old', 'already_taken' from a where i % 10 < 3
        )"""
    write_query(connection, lake.fetches("bench", night, f"run{number}"), FETCHES, attempts.replace("$n", str(number)))


def write_query(connection: duckdb.DuckDBPyConnection, path: Path, table: Table, query: str) -> None:
    """The answer of ``query`` as a file of ``table``; columns that it lacks are null."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    found = connection.execute(query).to_arrow_table()
    columns = [
        found[name].cast(kind) if name in found.column_names else pa.nulls(found.num_rows, kind)
        for name, kind in table.columns.items()
    ]
    write(path, table, [])  # the folder, and that the schema is one that `write` takes
    pq.write_table(pa.Table.from_arrays(columns, schema=table.schema), path, compression="zstd")


class Peak:
    """The largest memory (resident, GiB) of this process and its children together, asked five times a second."""

    def __init__(self) -> None:
        self.gib = 0.0
        self._done = Event()
        self._thread = Thread(target=self._watch, daemon=True)

    def __enter__(self) -> "Peak":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()

    def _watch(self) -> None:
        me = psutil.Process()
        while not self._done.wait(0.2):
            total = 0
            for process in (me, *me.children(recursive=True)):
                with contextlib.suppress(psutil.Error):
                    total += process.memory_info().rss
            self.gib = max(self.gib, total / 2**30)


def processor_seconds() -> float:
    """Of this process and its ended children: what is left of a measure where others use the machine too."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def measure(n_articles: int) -> None:
    """Print what a full build of ``n_articles`` and one more night cost, and the dearest nodes of each."""
    folder = Path(tempfile.mkdtemp(prefix="rajnay-bench-"))
    lake = Lake(folder)
    n_nights = n_articles // A_NIGHT

    def timed(name: str, step: Callable[[], object]) -> None:
        started, worked = monotonic(), processor_seconds()
        with Peak() as peak:
            done = step()
        took, worked = monotonic() - started, processor_seconds() - worked
        print(f"{n_articles:9,} {name:22}{took:7.1f} s  processor {worked:7.1f} s  peak {peak.gib:.2f} GiB", flush=True)
        if isinstance(done, BuildReport):
            for result in sorted(done.results, key=lambda result: -result.seconds)[:DEAREST]:
                print(f"{'':10}{result}", flush=True)

    try:
        started = monotonic()
        with duckdb.connect() as connection:
            connection.execute(_PASSAGES, [WORDS])
            for number in range(n_nights + 1):
                write_night(connection, lake, LAST - timedelta(days=n_nights - number), number)
        print(f"{n_articles:9,} articles, generated in {monotonic() - started:.0f} s", flush=True)

        tonight = [*folder.glob(f"*/{LAST}.parquet"), *folder.glob(f"*/{LAST}")]
        for path in tonight:
            path.rename(path.with_name(f"later.{path.name}"))
        timed("full build: load", lambda: load(lake, None, []))
        timed("full build: dbt", lambda: build(lake, lambda _: None))
        timed("full build: publish", lambda: publish(lake))
        for path in tonight:
            path.with_name(f"later.{path.name}").rename(path)
        timed("one night: events", lambda: events.run(lake, LAST))
        timed("one night: load", lambda: load(lake, LAST, []))
        timed("one night: dbt", lambda: build(lake, lambda _: None))
        timed("one night: publish", lambda: publish(lake))
        print(f"{n_articles:9,} file {lake.warehouse.stat().st_size / 2**30:.2f} GiB", flush=True)
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    for argument in sys.argv[1:] or ["10000", "100000", "1000000"]:
        measure(int(argument))
