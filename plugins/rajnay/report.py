"""What the last night found, for the person who ran it: one table, and what to try next."""

from collections import Counter
from datetime import date
from typing import Any

from rich.console import Console
from rich.table import Table as RichTable

from rajnay.contracts import ARTICLES, CLUSTERS, REJECTS, STEPS
from rajnay.paths import Lake
from rajnay.steps import NightFailed
from rajnay.warehouse.sql import query
from scrapers import parquet

_TRY_NEXT = (
    (
        "SQL",
        "make sql",
        "then: select date, participants_hi, place, status from vw_meetings order by date desc limit 20;",
    ),
    ("the manual", "make docs", "every table and column, with the lineage, in one HTML file"),
    ("Airflow", "make up PRESS=sample", "scheduler and UI on this machine; make down stops them"),
)


def print_report(lake: Lake, console: Console) -> None:
    """Print the last run's counts, step by step, from its reports and the published warehouse.

    Raises NightFailed where no run has been, WarehouseError where nothing is published.
    """
    news_date, steps = _last_run(lake)
    rejects = [row for path in lake.rejects("*", news_date).parent.glob(f"{news_date}.*.parquet")
               for row in parquet.read(path, REJECTS, ["reason"])]  # fmt: skip
    roles = Counter(row["role"] for row in parquet.read(lake.table(CLUSTERS, news_date), CLUSTERS, ["role"]))
    kept = parquet.read(lake.table(ARTICLES, news_date), ARTICLES, ["outlet"])
    crawls = [row for row in steps if row["step"] == "crawl"]
    good = [row for row in crawls if row["outcome"] == "done"]

    table = RichTable(title=f"Rajnay · the night of {news_date}", show_header=False, title_justify="left")
    table.add_column(style="bold")
    table.add_column(justify="right")
    table.add_column()
    table.add_row("outlets read", f"{len(good)} of {len(crawls)}", ", ".join(row["outlet"] for row in good))
    for row in crawls:
        if row["outcome"] != "done":
            table.add_row("  not read", row["outlet"], row["detail"])
    table.add_row(
        "pages fetched", str(sum(row["n_out"] for row in crawls)), f"{sum(row['n_in'] for row in crawls)} listed"
    )
    table.add_row(
        "articles kept", str(len(kept)), f"of {len({row['outlet'] for row in kept})} outlets, all of this date"
    )
    table.add_row("rejected", str(len(rejects)), _counts(Counter(row["reason"] for row in rejects)))
    table.add_row("duplicates", str(roles["exact"] + roles["near"]), f"{roles['exact']} exact, {roles['near']} near")
    table.add_section()
    for name, total, tonight, detail in _found(lake, news_date):
        table.add_row(name, str(total), f"{tonight} told this night{detail}")
    table.add_section()
    seconds = Counter[str]()
    for row in steps:
        seconds[row["step"]] += row["seconds"]
    table.add_row(
        "seconds", f"{sum(seconds.values()):.1f}", ", ".join(f"{name} {took:.1f}" for name, took in seconds.items())
    )
    console.print(table)
    console.print("Try next:")
    for what, command, detail in _TRY_NEXT:
        console.print(f"  [bold]{command:22}[/] {what}: {detail}", highlight=False, soft_wrap=True)


def _last_run(lake: Lake) -> tuple[date, list[dict[str, Any]]]:
    """The news date and step rows of the run that crawled last, in the order in which they ran."""
    runs = [path.name.split(".")[2] for path in lake.steps("crawl")]
    if not runs:
        raise NightFailed(f"{lake.root}: no run has been here; say `make nightly`")
    rows = sorted(parquet.read(lake.steps(run_id=max(runs)), STEPS), key=lambda row: row["started_at"])
    return rows[0]["news_date"], rows


def _found(lake: Lake, news_date: date) -> list[tuple[str, int, int, str]]:
    """Actors, meetings and agreements: name, how many in the warehouse, how many told on ``news_date``, detail."""
    result = []
    for name, dimension, key, states in (
        ("actors", "dim_actors", "actor_id", "kind"),
        ("meetings", "fct_meetings", "meeting_id", "status"),
        ("agreements", "fct_agreements", "agreement_id", "status"),
    ):
        kind = name.removesuffix("s")
        tonight = query(
            lake,
            f"select count(distinct target_id) from fct_mentions join dim_articles using (article_id) "
            f"where target_type = '{kind}' and news_date = $day",
            {"day": news_date},
        ).rows[0][0]
        by_state = query(
            lake, f"select {states}, count(distinct {key}) from {dimension} group by 1 order by 2 desc"
        ).rows
        result.append((name, sum(n for _, n in by_state), tonight, "; in all " + _counts(Counter(dict(by_state)))))
    return result


def _counts(counter: Counter[str]) -> str:
    return ", ".join(f"{n} {name}" for name, n in counter.most_common())
