import ast
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from scrapers import outlet_table
from scrapers.outlet import Outlet
from scrapers.registry import RegistryError, collect, outlets
from scrapers.urls import canonical_url

REAL = outlets(sample=False)
FOLDER = Path(outlet_table.__file__).parent / "outlets"


def module(name: str, outlet: object) -> ModuleType:
    made = ModuleType(name)
    made.__file__ = f"/x/outlets/{name}.py"
    made.OUTLET = outlet  # type: ignore[attr-defined]
    return made


def test_real_and_sample_outlets_are_found():
    assert len(REAL) >= 20
    assert len(outlets(sample=True)) >= 8
    assert {"pib_hindi", "newsonair_hindi"} <= REAL.keys()
    assert "template" not in REAL
    assert not REAL.keys() & outlets(sample=True).keys()
    assert all(name == outlet.name for name, outlet in REAL.items())


def test_retired_outlets_are_left_out(monkeypatch):
    from scrapers import registry

    retired = replace(REAL["pib_hindi"], status="retired")
    monkeypatch.setattr(
        registry, "_modules", lambda: [module("pib_hindi", retired), module("dw_hindi", REAL["dw_hindi"])]
    )
    assert outlets(sample=False).keys() == {"dw_hindi"}


def test_contradictions_name_both_files():
    one, two = REAL["pib_hindi"], REAL["dw_hindi"]
    with pytest.raises(RegistryError, match=r"dw_hindi\.py and .*pib_hindi\.py: both have the domain"):
        collect([module("pib_hindi", one), module("dw_hindi", replace(two, domain=one.domain))])
    with pytest.raises(RegistryError, match=r"b\.py and .*pib_hindi\.py: both have the name"):
        collect([module("pib_hindi", one), module("b", one)])
    with pytest.raises(RegistryError, match=r"b\.py: its name is 'pib_hindi'; name it 'b'"):
        collect([module("b", one)])
    with pytest.raises(RegistryError, match=r"b\.py: no OUTLET"):
        collect([module("b", None)])


@pytest.mark.parametrize("outlet", REAL.values(), ids=REAL.keys())
def test_real_outlets_are_fit_to_be_crawled(outlet: Outlet):
    assert all(canonical_url(feed.url) == feed.url.replace("%2C", ",") or feed.url for feed in outlet.feeds)
    assert outlet.politeness.delay_s >= 2
    assert outlet.min_articles < outlet.politeness.daily_pages <= 300
    assert outlet.terms
    assert outlet.checked_on is not None or "not" in outlet.terms.lower() or "neither" in outlet.terms.lower()
    assert any("\u0900" <= c <= "\u097f" for c in outlet.title_hi)
    assert not outlet.domain.startswith("www.")


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.py")), ids=lambda p: p.stem)
def test_outlet_files_are_data(path: Path):
    """Nothing but imports of scrapers.outlet and datetime, a docstring, and OUTLET = Outlet(...)."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in tree.body:
        if isinstance(node, ast.ImportFrom):
            assert node.module in {"scrapers.outlet", "datetime"}
        elif isinstance(node, ast.Assign):
            assert [ast.unparse(t) for t in node.targets] == ["OUTLET"]
        else:
            assert isinstance(node, ast.Expr)
            assert isinstance(node.value, ast.Constant)
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 60


def test_the_registry_is_cheap_to_import():
    """DAG files read it at each parse: no parser, no HTTP, no Parquet."""
    code = "import sys, scrapers.registry as r; r.outlets(False); print(*sys.modules)"
    root = Path(outlet_table.__file__).parent.parent
    loaded = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True
    ).stdout.split()
    assert not {"requests", "bs4", "lxml", "pyarrow", "selectolax", "feedparser", "trafilatura"} & set(loaded)


def test_the_page_of_outlets_is_current():
    assert outlet_table.PATH.read_text(encoding="utf-8") == outlet_table.outlet_table(), (
        "docs/outlets.md is stale: run python -m scrapers.outlet_table"
    )
