"""# Rajnay, every night

Reads the Hindi press and publishes who met whom and who agreed what. Wiring only: the work is in `rajnay.steps`.

`plan → crawl (one task an outlet) → check → extract_text → dedup → facts → events → load → build → publish`

## When a task is red
| task | what it means | what to do |
|---|---|---|
| one `crawl` | that outlet could not be read; the night goes on without it | read its message; docs/runbooks/outlet_broke.md |
| `check` | fewer than half of the outlets could be read | mend the network or the outlets, clear the red `crawl` tasks and `check` |
| `extract_text`, `dedup`, `facts`, `events` | a file of the lake is unreadable or of another version | the message names it; clear the task, or run `rajnay_reprocess` |
| `load` | another program holds the build file, or the disk is full | docs/runbooks/duckdb_locked.md; clear the task |
| `build` | a model or a data test failed; its name is in the message | readers keep yesterday's warehouse; mend, then clear `load` |
| `publish` | the tested file could not be put in place | clear the task |

Everything after `crawl` may be cleared and run again at will. `crawl` cleared fetches only what is missing.
"""

import pendulum
from airflow.sdk import Asset, Param, dag, get_current_context, task

from rajnay.settings import from_environment

WAREHOUSE = Asset("rajnay_warehouse")


@dag(
    schedule="30 0 * * *",
    start_date=pendulum.datetime(2026, 11, 1, tz="Asia/Kolkata"),
    catchup=False,
    is_paused_upon_creation=False,
    max_active_runs=1,
    default_args={
        "owner": "rajnay",
        "retries": from_environment().task_retries,
        "retry_delay": pendulum.duration(minutes=2),
    },
    params={
        "press": Param(None, type=["null", "string"], description="sample, live or FILE.jsonl[,FILE…]; empty: as set"),
        "news_date": Param(None, type=["null", "string"], format="date", description="empty: the day just ended, IST"),
    },
    tags=["rajnay", "nightly"],
    doc_md=__doc__,
)
def rajnay_nightly() -> None:
    """The nightly run."""

    @task
    def plan() -> dict:
        """What this run is about: its news date, run id, press and outlets."""
        from rajnay.night import plan_night

        context = get_current_context()
        params, run = context["params"], context["dag_run"]
        return plan_night(from_environment().with_press(params["press"]), params["news_date"], run.run_after)

    @task
    def outlets(planned: dict) -> list[str]:
        """The names to map over."""
        return planned["outlets"]

    @task(pool="web", map_index_template="{{ task.op_kwargs['outlet'] }}")
    def crawl(outlet: str, planned: dict) -> None:
        """Fetch what one outlet lists and the archive lacks."""
        from rajnay.night import crawl_one

        crawl_one(from_environment(), planned, outlet)

    def step(name: str, task_id: str | None = None, **options: object) -> object:
        """A task that runs one step of ``rajnay.steps``."""

        @task(task_id=task_id or name, **options)
        def run(planned: dict) -> None:
            from rajnay.night import run_step

            run_step(from_environment().lake, planned, name)

        return run(planned)

    planned = plan()
    crawled = crawl.partial(planned=planned).expand(outlet=outlets(planned))
    (
        crawled
        >> step("check_crawl", task_id="check", trigger_rule="all_done")
        >> step("extract_text")
        >> step("dedup")
        >> step("facts")
        >> step("events")
        >> step("load", pool="warehouse")
        >> step("build", pool="warehouse")
        >> step("publish", pool="warehouse", outlets=[WAREHOUSE])
    )


rajnay_nightly()
