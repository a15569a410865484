"""The tested build file becomes the published one, in one atomic step; the last few stay beside it."""

import json
import os
from datetime import UTC, datetime
from pathlib import Path

from rajnay.paths import Lake
from rajnay.warehouse.errors import WarehouseError, opened


def publish(lake: Lake, keep: int = 3) -> Path:
    """Publish the build file; return the published path.

    Readers that have the old file open go on reading it; who opens the path afterwards reads the new one.
    ``keep`` former files stay as ``rajnay.<time of their last write, UTC>.duckdb``. Raises WarehouseError unless
    the very file that lies there passed its build, WarehouseLocked where another process has it open.
    """
    _passed(lake)
    with opened(lake.build) as connection:
        connection.execute("checkpoint")
    with lake.build.open("rb+") as file:
        os.fsync(file.fileno())
    if lake.warehouse.exists():
        written = datetime.fromtimestamp(lake.warehouse.stat().st_mtime, UTC)
        former = lake.warehouse.with_name(f"rajnay.{written:%Y%m%dT%H%M%S_%fZ}.duckdb")
        if not former.exists():  # it does after a kill between this line and the next step
            os.link(lake.warehouse, former)
    os.replace(lake.build, lake.warehouse)
    lake.build_passed.unlink()
    for old in sorted(lake.warehouse.parent.glob("rajnay.*.duckdb"))[: -keep or None]:
        old.unlink()
    return lake.warehouse


def _passed(lake: Lake) -> None:
    if not lake.build.exists():
        raise WarehouseError(f"{lake.build}: missing; run `rajnay load` and `rajnay build` first")
    try:
        passed = json.loads(lake.build_passed.read_text())
    except FileNotFoundError:
        raise WarehouseError(f"{lake.build}: has not passed its build; run `rajnay build` first") from None
    state = lake.build.stat()
    if passed != {"size": state.st_size, "mtime_ns": state.st_mtime_ns}:
        raise WarehouseError(f"{lake.build}: was changed after it passed its build; run `rajnay build` again")
