"""# Rajnay, again from the archive

Reads the archived pages of a range of days anew, without network: after a better extractor or a mended layout. Wiring
only: the work is in `rajnay.night.reprocess`. The warehouse is rebuilt from all days of the lake, tested and published.

## When the task is red
The message names the file, day or model. What was published before stays; mend and clear the task.
"""

import pendulum
from airflow.sdk import Asset, Param, dag, get_current_context, task

from rajnay.settings import from_environment


@dag(
    schedule=None,
    start_date=pendulum.datetime(2026, 11, 1, tz="Asia/Kolkata"),
    catchup=False,
    max_active_runs=1,
    default_args={"owner": "rajnay", "retries": from_environment().task_retries},
    params={
        "first": Param(type="string", format="date", description="first news date", default="2026-11-01"),
        "last": Param(type="string", format="date", description="last news date", default="2026-11-01"),
    },
    tags=["rajnay"],
    doc_md=__doc__,
)
def rajnay_reprocess() -> None:
    """Text, duplicates, facts and events of a range of days, from the archive."""

    @task(pool="warehouse", outlets=[Asset("rajnay_warehouse")])
    def reprocess() -> None:
        """All of it in one task: the days build on each other, in order."""
        from rajnay.night import reprocess
        from rajnay.settings import day
        from rajnay.steps import new_run_id

        params = get_current_context()["params"]
        reprocess(from_environment().lake, day(params["first"], "first"), day(params["last"], "last"), new_run_id())

    reprocess()


rajnay_reprocess()
