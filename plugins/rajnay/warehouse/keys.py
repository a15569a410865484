"""What identifies a row of each mart and what it refers to, as dbt's tests check it: read from dbt's manifest."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rajnay.paths import Lake
from rajnay.warehouse.build import run_dbt
from rajnay.warehouse.errors import WarehouseError


@dataclass(frozen=True)
class Reference:
    """``table.column`` holds keys of ``to``: one relationships test of the dbt project."""

    table: str
    column: str
    to: str


def manifest(lake: Lake) -> Mapping[str, Any]:
    """dbt's manifest of the project as it is now."""
    done = run_dbt(lake, "parse")
    if done.returncode:
        raise WarehouseError(f"dbt cannot read the project:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    found: Mapping[str, Any] = json.loads((lake.dbt_target / "manifest.json").read_text(encoding="utf-8"))
    return found


def references(manifest: Mapping[str, Any]) -> list[Reference]:
    """The relationships tests of the manifest, by table and column."""
    found = [
        Reference(
            node["attached_node"].rsplit(".", 1)[1],
            node["column_name"],
            node["test_metadata"]["kwargs"]["to"].split("'")[1],
        )
        for node in manifest["nodes"].values()
        if node["resource_type"] == "test" and (node.get("test_metadata") or {}).get("name") == "relationships"
    ]
    return sorted(found, key=lambda reference: (reference.table, reference.column))


def keys(manifest: Mapping[str, Any]) -> dict[str, list[str]]:
    """The columns that identify a row, by mart: what the ``key`` tests check."""
    return {
        node["attached_node"].rsplit(".", 1)[1]: list(node["test_metadata"]["kwargs"]["columns"])
        for node in manifest["nodes"].values()
        if node["resource_type"] == "test"
        and (node.get("test_metadata") or {}).get("name") == "key"
        and node["attached_node"].rsplit(".", 1)[1].startswith(("dim_", "fct_", "bridge_"))
    }
