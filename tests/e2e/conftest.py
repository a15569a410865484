"""Nights on the sample press in lakes of their own, each a process as a user would start it."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NIGHT = "2026-11-24"
START = "2026-11-20"

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def run_night() -> Run:
    """Runs a night in the lake ``data``; ``point`` is where it kills itself."""

    def run(
        data: Path, point: str = "never", night: str = NIGHT, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        settings = {"RAJNAY_DATA": str(data), "RAJNAY_PRESS": "sample", "RAJNAY_PRESS_START": START} | environment
        return subprocess.run(
            [sys.executable, ROOT / "tests/e2e/killed_night.py", point, night],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": f"{ROOT}:{ROOT / 'plugins'}", **settings},
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )

    return run


@pytest.fixture(scope="session")
def whole_night(run_night: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A lake after one undisturbed night."""
    data = tmp_path_factory.mktemp("whole") / "data"
    done = run_night(data)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    return data
