"""One ``dbt build`` of the build file, in a process of its own: dbt in ours would keep the file locked."""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from rajnay.paths import Lake
from rajnay.warehouse.errors import BuildFailed, WarehouseError, opened

PROJECT = Path(__file__).resolve().parents[3] / "dbt_project"
_BAD = {"error", "fail", "runtime error"}


@dataclass(frozen=True)
class NodeResult:
    """What dbt says of one seed, model or test. ``status``: success, pass, warn, error, fail or skipped."""

    node: str
    status: str
    seconds: float
    message: str

    def __str__(self) -> str:
        said = f" {self.message}" if self.message and self.status not in ("success", "pass") else ""
        return f"{self.status:8}{self.seconds:6.2f} s  {self.node}{said}"


@dataclass(frozen=True)
class BuildReport:
    """Every node's result and the wall-clock seconds of the whole process."""

    results: tuple[NodeResult, ...]
    seconds: float


def build(lake: Lake, say: Callable[[str], None] = print, *, with_unit_tests: bool = False) -> BuildReport:
    """Seeds, models and tests of the build file; ``say`` gets one line a node.

    What was built before by the same project is kept but for what the last load and people's decisions touch;
    after any change of the project, or a build that failed, all is built anew.
    dbt's own unit tests check the SQL, not the data: they run where the code is tested, not every night.
    Raises WarehouseLocked where another process has the file, BuildFailed with the failed nodes and what they
    said. Only a build that passed whole may be published.
    """
    if not lake.build.exists():
        raise WarehouseError(f"{lake.build}: missing; run `rajnay load` first")
    lake.build_passed.unlink(missing_ok=True)
    project = _fingerprint()
    with opened(lake.build) as connection:  # a lock is told here, by its holder's name, and not after dbt's start
        connection.execute("create table if not exists raw.built_by (project varchar)")
        is_night = connection.execute("select project from raw.built_by").fetchall() == [(project,)]
        connection.execute("truncate raw.built_by")
    started = monotonic()
    output = run_dbt(
        lake,
        "build",
        *([] if is_night else ["--full-refresh"]),
        *([] if with_unit_tests else ["--exclude-resource-type", "unit_test"]),
    )
    results = _results(lake, output)
    for result in results:
        say(str(result))
    failed = [result for result in results if result.status in _BAD]
    if failed or output.returncode:
        told = "\n".join(f"  {result.node}: {result.message.strip()}" for result in failed)
        raise BuildFailed(
            f"dbt build of {lake.build}: {len(failed)} of {len(results)} nodes failed; nothing is published\n"
            f"{told or output.stdout[-2000:]}",
            tuple(result.node for result in failed),
        )
    with opened(lake.build) as connection:
        connection.execute("insert into raw.built_by values (?)", [project])
    state = lake.build.stat()
    lake.build_passed.write_text(json.dumps({"size": state.st_size, "mtime_ns": state.st_mtime_ns}))
    return BuildReport(results, monotonic() - started)


def run_dbt(
    lake: Lake, command: str, *arguments: str, warehouse: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Run one dbt command on the build file (or ``warehouse``); its target and logs lie in the lake."""
    lake.dbt_target.mkdir(parents=True, exist_ok=True)
    return subprocess.run(
        [sys.executable, "-m", "dbt.cli.main", "--no-use-colors", command, *arguments],
        cwd=PROJECT,
        env=os.environ
        | {
            "RAJNAY_WAREHOUSE": str(warehouse or lake.build),
            "DBT_PROJECT_DIR": str(PROJECT),
            "DBT_PROFILES_DIR": str(PROJECT),
            "DBT_TARGET_PATH": str(lake.dbt_target),
            "DBT_LOG_PATH": str(lake.dbt_target),
            "DBT_SEND_ANONYMOUS_USAGE_STATS": "false",
        },
        capture_output=True,
        text=True,
        check=False,
    )


def _fingerprint() -> str:
    """Of all that decides what a row of the warehouse is, but for the data and people's decisions on them."""
    digest = hashlib.sha256()
    folders = ("macros", "models", "seeds")
    files = [PROJECT / "dbt_project.yml", *(path for folder in folders for path in (PROJECT / folder).rglob("*.*"))]
    for path in sorted(path for path in files if path.suffix in {".sql", ".yml", ".csv"}):
        if path.name != "overrides.csv":
            digest.update(f"{path.relative_to(PROJECT)}\0{path.stat().st_size}\0".encode() + path.read_bytes())
    return digest.hexdigest()


def _results(lake: Lake, output: subprocess.CompletedProcess[str]) -> tuple[NodeResult, ...]:
    path = lake.dbt_target / "run_results.json"
    try:
        written = json.loads(path.read_text())
        path.unlink()  # so that a dbt that dies before it starts is not taken for this one
    except FileNotFoundError:
        said = output.stdout[-4000:] + output.stderr[-2000:]
        raise BuildFailed(f"dbt stopped before it built anything:\n{said}") from None
    return tuple(
        NodeResult(
            node=result["unique_id"].split(".", 2)[2],
            status=result["status"],
            seconds=result["execution_time"],
            message=result["message"] or "",
        )
        for result in written["results"]
        if result["status"] != "no-op"  # exposures: nothing to build
    )
