"""The nightly DAG through Airflow, in this process, with some outlets of the sample press down: ``airflow_night.py NIGHT [OUTLET…]``.

Prints ``STATES {task: state}`` and ends with 0 when the run succeeded.
"""

import dataclasses
import json
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

if __name__ == "__main__":
    night, down = sys.argv[1], set(sys.argv[2:])
    from airflow.dag_processing.dagbag import DagBag
    from airflow.utils.db import initdb

    initdb()
    from rajnay import press
    from scrapers.sample_press import edition

    whole_week = edition.week

    def week(*args: object) -> edition.Edition:
        printed = whole_week(*args)
        up = {
            host: site
            for host, site in printed.sites.items()
            if not any(name.replace("_", "") in host for name in down)
        }
        assert len(printed.sites) - len(up) == len(down)
        return dataclasses.replace(printed, sites=up)

    press.edition.week = week
    dag = DagBag(ROOT / "dags").dags["rajnay_nightly"]
    run = dag.test(run_conf={"press": "sample", "news_date": night})
    states = {}
    for task in run.get_task_instances():
        states.setdefault(task.task_id, []).append(str(task.state))
    print("STATES", json.dumps(states))
    sys.exit(str(run.state) != "success")
