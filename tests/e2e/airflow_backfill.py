"""The back-fill DAG through Airflow, in this process: ``airflow_backfill.py SOURCE HOST``. Prints ``STATES {task: states}``."""

import json
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

if __name__ == "__main__":
    from airflow.dag_processing.dagbag import DagBag
    from airflow.models.pool import Pool
    from airflow.utils.db import initdb

    initdb()
    Pool.create_or_update_pool("backfill", 2, "", False)
    Pool.create_or_update_pool("warehouse", 1, "", False)
    run = DagBag(ROOT / "dags").dags["rajnay_backfill"].test(run_conf={"source": sys.argv[1], "hosts": sys.argv[2:]})
    states: dict[str, list[str]] = {}
    for task in run.get_task_instances():
        states.setdefault(task.task_id, []).append(str(task.state))
    print("STATES", json.dumps(states))
    sys.exit(str(run.state) != "success")
