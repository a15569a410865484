"""The back-fill through Airflow and through the command line: the same warehouse; a broken file stops no other."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import duckdb
import pytest

from tests.e2e.conftest import ROOT
from tests.e2e.rows import marts
from tests.e2e.test_airflow import environment
from tests.plugins.rajnay.test_backfill import HOSTS, made, record

pytestmark = pytest.mark.stack


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("warc") / "news"
    made(folder / "a.warc.gz", record(1, "2025-03-04T12:00:00Z"))
    made(folder / "b.warc.gz", record(3, "2025-03-05T12:00:00Z", text=1))
    (folder / "c.warc.gz").write_bytes((folder / "a.warc.gz").read_bytes()[:-20])
    (folder / "d.warc.gz").write_bytes(b"no WARC file")
    return folder


def through_airflow(folder: Path, data: Path, home: Path) -> tuple[int, dict[str, list[str]], str]:
    done = subprocess.run(
        [sys.executable, ROOT / "tests/e2e/airflow_backfill.py", folder, *HOSTS],
        cwd=ROOT, env=environment(data, home), capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    lines = [line for line in done.stdout.splitlines() if line.startswith("STATES ")]
    assert lines, done.stdout[-3000:] + done.stderr[-3000:]
    return done.returncode, json.loads(lines[0].removeprefix("STATES ")), done.stdout


def test_through_airflow_as_through_the_command_line(folder: Path, tmp_path: Path) -> None:
    _, states, said = through_airflow(folder, tmp_path / "airflow", tmp_path / "home")
    assert sorted(states.pop("read")) == ["failed", "success", "success", "success"]
    assert states == {"plan": ["success"], "files": ["success"], "publish": ["success"]}
    assert "d.warc.gz: no WARC file" in said

    done = subprocess.run(
        [sys.executable, "-c", "from rajnay.cli import main; main()", "backfill", folder, "--hosts", ",".join(HOSTS)],
        cwd=ROOT, env=environment(tmp_path / "cli", tmp_path / "home"), capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith("rajnay: 1 of 4 files could not be read: ")
    ours, theirs = marts(tmp_path / "airflow"), marts(tmp_path / "cli")
    assert {name: len(rows) for name, rows in ours.items()} == {name: len(rows) for name, rows in theirs.items()}
    for name in ("dim_articles", "fct_meetings", "dim_outlets", "bridge_meetings_x_actors"):
        assert ours[name] == theirs[name]
    with duckdb.connect(str(tmp_path / "cli/warehouse/rajnay.duckdb"), read_only=True) as connection:
        [(n_sources,)] = connection.execute("select count(*) from marts.dim_articles").fetchall()
        days = connection.execute("select distinct news_date from audit.fct_fetches order by 1").fetchall()
        rejects = connection.execute("select url, detail from audit.fct_rejects where step = 'backfill'").fetchall()
    assert n_sources == 2
    assert days == [(date(2025, 3, 4),), (date(2025, 3, 5),)]
    assert [url for url, _ in rejects] == [str(folder / "c.warc.gz")]


def test_an_empty_folder_is_one_red_task(tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    code, states, said = through_airflow(tmp_path / "none", tmp_path / "data", tmp_path / "home")
    assert code != 0
    assert states["plan"] == ["failed"]
    assert states["publish"] == ["upstream_failed"]
    assert "no WARC files there" in said
