"""The night through Airflow: the same warehouse as without, one broken outlet tolerated, too many not."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.conftest import NIGHT, ROOT, START
from tests.e2e.rows import marts


@pytest.fixture(scope="module")
def airflow_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("airflow")


def environment(data: Path, airflow_home: Path) -> dict[str, str]:
    return {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "PYTHONPATH": f"{ROOT}:{ROOT / 'plugins'}",
        "AIRFLOW_HOME": str(airflow_home),
        "RAJNAY_AIRFLOW_HOME": str(airflow_home),
        "AIRFLOW__CORE__LOAD_EXAMPLES": "False",
        "AIRFLOW__CORE__DAGS_FOLDER": str(ROOT / "dags"),
        "AIRFLOW__CORE__PLUGINS_FOLDER": str(ROOT / "plugins"),
        "RAJNAY_DATA": str(data),
        "RAJNAY_PRESS": "sample",
        "RAJNAY_PRESS_START": START,
        "RAJNAY_TASK_RETRIES": "0",
    }


def night(data: Path, airflow_home: Path, *down: str) -> tuple[int, dict[str, list[str]], str]:
    done = subprocess.run(
        [sys.executable, ROOT / "tests/e2e/airflow_night.py", NIGHT, *down],
        cwd=ROOT, env=environment(data, airflow_home), capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    lines = [line for line in done.stdout.splitlines() if line.startswith("STATES ")]
    assert lines, done.stdout[-3000:] + done.stderr[-3000:]
    return done.returncode, json.loads(lines[0].removeprefix("STATES ")), done.stdout


def test_make_nightly_gives_the_same_warehouse_as_the_command_line(
    whole_night: Path, airflow_home: Path, tmp_path: Path
) -> None:
    done = subprocess.run(
        [ROOT / "scripts/nightly", "sample", NIGHT],
        cwd=ROOT, env=environment(tmp_path, airflow_home), capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    for line in (
        "outlets read",
        "pages fetched",
        "articles kept",
        "rejected",
        "duplicates",
        "actors",
        "meetings",
        "agreements",
        "seconds",
        "make sql",
    ):
        assert line in done.stdout
    assert marts(tmp_path) == marts(whole_night)


def test_one_broken_outlet_is_red_and_does_not_stop_the_night(airflow_home: Path, tmp_path: Path) -> None:
    _, states, said = night(tmp_path, airflow_home, "lokswar")
    assert sorted(states.pop("crawl")) == ["failed"] + ["success"] * 8
    assert set(map(tuple, states.values())) == {("success",)}
    assert "lokswar" in said
    outlets = {row[2] for row in marts(tmp_path)["dim_articles"]} | {
        str(row) for row in marts(tmp_path)["dim_articles"]
    }
    assert outlets


def test_too_few_good_outlets_fail_the_night_with_the_reasons(airflow_home: Path, tmp_path: Path) -> None:
    down = ["lokswar", "prabhat_vani", "setu_news", "naya_savera", "shasan_soochna"]
    code, states, said = night(tmp_path, airflow_home, *down)
    assert code != 0
    assert states["check"] == ["failed"]
    assert states["extract_text"] == states["publish"] == ["upstream_failed"]
    assert "only 4 of 9 outlets could be read" in said
    assert all(f"{name}: " in said for name in down)
    assert not (tmp_path / "warehouse").exists()
    # What the four healthy ones gave is kept, and the next night, with the outlets back, goes on from it.
    assert len(list((tmp_path / "warc").glob("*/*.warc.gz"))) >= 4
