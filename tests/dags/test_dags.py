"""The DAGs load, have the shape that they should, and parse quickly because they import little."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def dags(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    os.environ.setdefault("AIRFLOW_HOME", str(tmp_path_factory.mktemp("airflow")))
    from airflow.dag_processing.dagbag import DagBag

    bag = DagBag(ROOT / "dags")
    assert bag.import_errors == {}
    return bag.dags


def test_exactly_these_dags(dags: dict[str, Any]) -> None:
    assert set(dags) == {"rajnay_nightly", "rajnay_reprocess", "rajnay_backfill"}


def test_each_has_owner_tags_and_what_to_do_when_red(dags: dict[str, Any]) -> None:
    for dag in dags.values():
        assert dag.owner == "rajnay"
        assert "rajnay" in dag.tags
        assert "red" in dag.doc_md
        assert dag.max_active_runs == 1
        assert not dag.catchup


def test_the_night_goes_one_way(dags: dict[str, Any]) -> None:
    tasks = dags["rajnay_nightly"].task_dict
    assert {name: set(task.downstream_task_ids) for name, task in tasks.items()} == {
        "plan": {
            "outlets", "crawl", "check", "extract_text", "dedup", "facts", "events", "load", "build", "publish",
        },
        "outlets": {"crawl"},
        "crawl": {"check"},
        "check": {"extract_text"},
        "extract_text": {"dedup"},
        "dedup": {"facts"},
        "facts": {"events"},
        "events": {"load"},
        "load": {"build"},
        "build": {"publish"},
        "publish": set(),
    }  # fmt: skip


def test_a_red_outlet_does_not_stop_the_night_but_a_red_check_does(dags: dict[str, Any]) -> None:
    tasks = dags["rajnay_nightly"].task_dict
    assert tasks["crawl"].is_mapped
    rules = {name: task.trigger_rule.value for name, task in tasks.items()}
    assert rules.pop("check") == "all_done"
    assert set(rules.values()) == {"all_success"}


def test_one_writer_at_a_time(dags: dict[str, Any]) -> None:
    pools = {name: task.pool for name, task in dags["rajnay_nightly"].task_dict.items()}
    assert {name for name, pool in pools.items() if pool == "warehouse"} == {"load", "build", "publish"}
    assert pools["crawl"] == "web"
    assert dags["rajnay_reprocess"].task_dict["reprocess"].pool == "warehouse"


def test_it_runs_half_past_midnight_in_india(dags: dict[str, Any]) -> None:
    dag = dags["rajnay_nightly"]
    assert dag.schedule == "30 0 * * *"
    assert str(dag.timezone) == "Asia/Kolkata"
    assert [asset.name for asset in dag.task_dict["publish"].outlets] == ["rajnay_warehouse"]


@pytest.mark.parametrize("name", ["rajnay_nightly", "rajnay_reprocess", "rajnay_backfill"])
def test_parsing_imports_no_work(name: str) -> None:
    """A DAG file is parsed every few seconds: nothing heavy may come in with it."""
    code = (
        f"import sys; sys.path[:0] = ['plugins', '.', 'dags']; import {name}; "
        "print([m for m in ('pyarrow', 'duckdb', 'dbt', 'numpy', 'bs4', 'trafilatura', 'rajnay.steps', 'scrapers') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env={**os.environ, "AIRFLOW__CORE__LOAD_EXAMPLES": "False"},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.splitlines()[-1] == "[]"
