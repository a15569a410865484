"""Kill -9 between and within steps: nothing fetched is lost, readers keep the last good warehouse, the next run goes on."""

import shutil
import signal
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tests.e2e.rows import marts

IN_THE_CRAWL = ["inside a crawl, page archived but not noted", "between two crawls"]
AFTER_THE_CRAWL = [
    "inside extract_text, half a file written",
    "between dedup and facts",
    "inside facts",
    "inside load, in its transaction",
    "inside build, dbt at work",
    "between build and publish",
    "inside publish",
]


def pages_taken(data: Path) -> dict[str, int]:
    taken: dict[str, int] = {}
    for path in data.glob("fetches/*/*.parquet"):
        for row in pq.read_table(path).to_pylist():
            if row["kind"] == "page" and row["outcome"] == "taken":
                taken[row["url"]] = taken.get(row["url"], 0) + 1
    return taken


@pytest.fixture(scope="module")
def killed_everywhere(run_night, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One lake whose first night was killed at every point, one after the other, and then run to its end."""
    data = tmp_path_factory.mktemp("killed") / "data"
    for point in [*IN_THE_CRAWL, *AFTER_THE_CRAWL]:
        done = run_night(data, point)
        assert done.returncode == -signal.SIGKILL, f"{point}: not reached\n{done.stdout[-2000:]}{done.stderr[-2000:]}"
        assert not (data / "warehouse/rajnay.duckdb").exists(), f"{point}: published before it was whole"
    done = run_night(data)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    return data


def test_the_night_ends_as_if_never_killed(killed_everywhere: Path, whole_night: Path) -> None:
    assert marts(killed_everywhere) == marts(whole_night)


def test_nothing_fetched_is_lost_and_at_most_the_page_in_flight_is_fetched_again(
    killed_everywhere: Path, whole_night: Path
) -> None:
    taken = pages_taken(killed_everywhere)
    assert taken.keys() == pages_taken(whole_night).keys()
    assert sum(taken.values()) - len(taken) <= 1


def test_no_half_written_file_is_left(killed_everywhere: Path) -> None:
    assert not list(killed_everywhere.rglob("*.journal.jsonl"))
    for path in killed_everywhere.rglob("*.parquet"):
        if not path.name.startswith("."):
            pq.read_schema(path)


@pytest.mark.parametrize("point", ["inside load, in its transaction", "inside build, dbt at work", "inside publish"])
def test_readers_keep_the_last_good_warehouse(run_night, whole_night: Path, tmp_path: Path, point: str) -> None:
    data = tmp_path / "data"
    shutil.copytree(whole_night, data)
    done = run_night(data, point, night="2026-11-25")
    assert done.returncode == -signal.SIGKILL, done.stdout[-2000:] + done.stderr[-2000:]
    assert marts(data) == marts(whole_night)
