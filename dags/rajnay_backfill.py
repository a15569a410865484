"""# Rajnay, from archives of others

Takes old Hindi pages from WARC files (a folder, `https://…`, `s3://…`, or a list of files such as CC-NEWS' `warc.paths.gz`)
and reads them like a night's. Wiring only: the work is in `rajnay.backfill`.

`plan → read (one task a WARC file) → publish`

Files that are done are left; the same run again goes on where it was. A run takes up to 1,024 files (Airflow's
`core.max_map_length`): give a month of CC-NEWS at a time.

## When a task is red
| task | what it means | what to do |
|---|---|---|
| `plan` | no WARC files at the address, or a host that is none | its message names it; start a new run |
| one `read` | that file could not be read to its end; the others go on | its message names the file; clear it and `publish` |
| `publish` | not one file could be read, or a step failed | its message names the file, day or model; mend and clear it |
"""

import pendulum
from airflow.sdk import Asset, Param, dag, get_current_context, task

from rajnay.settings import from_environment


@dag(
    schedule=None,
    start_date=pendulum.datetime(2026, 11, 1, tz="Asia/Kolkata"),
    catchup=False,
    max_active_runs=1,
    default_args={
        "owner": "rajnay",
        "retries": from_environment().task_retries,
        "retry_delay": pendulum.duration(minutes=2),
    },
    params={
        "source": Param(type="string", minLength=1, default="/data/warc", description="WARC file, folder, or list"),
        "hosts": Param([], type="array", items={"type": "string"}, description="empty: those of the real outlets"),
    },
    tags=["rajnay"],
    doc_md=__doc__,
)
def rajnay_backfill() -> None:
    """Old pages from WARC files of others."""

    @task
    def plan() -> dict:
        """The files, and for which hosts they are read."""
        from rajnay.backfill import plan_backfill

        params = get_current_context()["params"]
        return plan_backfill(params["source"], params["hosts"])

    @task
    def files(planned: dict) -> list[str]:
        """The addresses to map over."""
        return planned["addresses"]

    @task(pool="backfill", map_index_template="{{ task.op_kwargs['address'] }}")
    def read(address: str, planned: dict) -> None:
        """The wanted pages of one file, into the archive."""
        from rajnay.backfill import read_file

        read_file(from_environment().lake, address, planned["hosts"], planned["run_id"])

    @task(pool="warehouse", trigger_rule="all_done_min_one_success", outlets=[Asset("rajnay_warehouse")])
    def publish(planned: dict) -> None:
        """The nights of these pages, oldest first, since they build on each other; then the warehouse anew."""
        from rajnay.backfill import publish

        publish(from_environment().lake, planned)

    planned = plan()
    read.partial(planned=planned).expand(address=files(planned)) >> publish(planned)


rajnay_backfill()
