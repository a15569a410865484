"""Imports go one way: dags → rajnay → scrapers; only DAG files know Airflow; only settings read the environment."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LIBRARY = sorted((ROOT / "plugins").rglob("*.py"))
CRAWL = sorted((ROOT / "scrapers").rglob("*.py"))
DAGS = sorted((ROOT / "dags").glob("*.py"))


def imported(path: Path) -> set[str]:
    """The top-level packages that a file imports, inside functions too."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.split(".")[0])
    return names


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_there_is_something_to_look_at() -> None:
    assert len(LIBRARY) > 20
    assert len(CRAWL) > 20
    assert len(DAGS) == 3


@pytest.mark.parametrize("path", CRAWL, ids=name)
def test_the_crawl_knows_neither_airflow_nor_duckdb_nor_the_library(path: Path) -> None:
    assert not imported(path) & {"airflow", "duckdb", "dbt", "rajnay", "dags"}


@pytest.mark.parametrize("path", LIBRARY, ids=name)
def test_the_library_knows_no_airflow(path: Path) -> None:
    assert not imported(path) & {"airflow", "dags"}


@pytest.mark.parametrize("path", sorted((ROOT / "plugins/rajnay/facts").rglob("*.py")), ids=name)
def test_facts_are_a_pure_library(path: Path) -> None:
    assert not imported(path) & {"airflow", "duckdb", "dbt", "requests", "urllib3", "socket", "pyarrow"}


@pytest.mark.parametrize("path", DAGS, ids=name)
def test_a_dag_file_is_wiring(path: Path) -> None:
    top = {node.module for node in ast.parse(path.read_text()).body if isinstance(node, ast.ImportFrom)}
    assert top <= {"airflow.sdk", "rajnay.settings"}


def test_only_the_warehouse_opens_duckdb_files() -> None:
    users = {path for path in LIBRARY if "duckdb" in imported(path)}
    # The events step asks the lake's Parquet files in memory; no file of DuckDB's is opened there.
    assert {path.parent.name for path in users} == {"warehouse", "events"}
    opened = {path for path in LIBRARY if "duckdb.connect(" in path.read_text(encoding="utf-8")}
    assert all(
        "duckdb.connect()" in path.read_text(encoding="utf-8") for path in opened if path.parent.name == "events"
    )


def test_only_settings_read_the_environment() -> None:
    # The dbt process is started with the environment it was given, plus its own variables.
    readers = {
        name(path) for path in [*LIBRARY, *CRAWL] if "os.environ" in path.read_text() or "getenv" in path.read_text()
    }
    assert readers <= {"plugins/rajnay/settings.py", "plugins/rajnay/warehouse/build.py"}


@pytest.mark.parametrize("path", [*LIBRARY, *CRAWL, *sorted((ROOT / "dbt_project").rglob("*.sql"))], ids=name)
def test_no_pattern_that_splits_devanagari(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    text = text.replace("strip_accents = 0", "")  # the search index is told to keep them
    says_why = {"plugins/rajnay/text/tokens.py"}
    for forbidden in (r"\w", r"\W", r"\b", r"\B", "strip_accents"):
        assert forbidden not in text or name(path) in says_why, f"{forbidden} in {name(path)}"


def test_nothing_that_dbt_would_import() -> None:
    assert not (ROOT / "dbt_project" / "__init__.py").exists()
    assert not [path for path in [*LIBRARY, *CRAWL, *DAGS] if path.name.startswith("dbt_")]
