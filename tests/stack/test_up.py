"""``make up`` and ``make down`` for real: Airflow's scheduler runs a night, and nothing is left running."""

import json
import os
import socket
import subprocess
import time
import urllib.request
from collections import Counter
from pathlib import Path

import duckdb
import pytest

ROOT = Path(__file__).parents[2]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.mark.stack
def test_the_scheduler_runs_a_night(tmp_path: Path) -> None:
    port = free_port()
    environment = {
        **os.environ,
        "PORT": str(port),
        "PRESS": "sample",
        "RAJNAY_AIRFLOW_HOME": str(tmp_path / "airflow"),
        "RAJNAY_DATA": str(tmp_path / "data"),
    }

    def ask(path: str, body: object = None, token: str = "") -> dict:
        request = urllib.request.Request(
            f"http://127.0.0.1:{port}{path}",
            data=json.dumps(body).encode() if body is not None else None,
            headers={"Authorization": f"Bearer {token}", "Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.load(answer)

    up = subprocess.run([ROOT / "scripts/up"], env=environment, capture_output=True, text=True, check=False)
    try:
        assert up.returncode == 0, up.stdout + up.stderr
        token = ask("/auth/token")["access_token"]
        conf = {"news_date": "2026-11-24"}
        run = ask("/api/v2/dags/rajnay_nightly/dagRuns", {"logical_date": None, "conf": conf}, token)["dag_run_id"]
        where = "/api/v2/dags/rajnay_nightly/dagRuns/" + urllib.request.quote(run)
        for _ in range(120):
            if (state := ask(where, token=token)["state"]) in ("success", "failed"):
                break
            time.sleep(2)
        tasks = ask(f"{where}/taskInstances", token=token)["task_instances"]
        assert state == "success", [(task["task_id"], task["state"]) for task in tasks]
        assert Counter(task["task_id"] for task in tasks)["crawl"] == 9
        assert {task["pool"] for task in tasks if task["task_id"] in ("load", "build", "publish")} == {"warehouse"}
    finally:
        subprocess.run([ROOT / "scripts/down"], env=environment, check=True)
    with duckdb.connect(str(tmp_path / "data/warehouse/rajnay.duckdb"), read_only=True) as connection:
        assert connection.execute("select count(*) from marts.fct_meetings").fetchone() > (0,)
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", port)) != 0, "the API server is still there"
