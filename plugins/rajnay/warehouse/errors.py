"""What can go wrong between the Parquet files and the published warehouse."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

import duckdb

_HOLDER = re.compile(r"Conflicting lock is held in (.+?)\. (?:However|See)", re.DOTALL)


class WarehouseError(Exception):
    """A step of the warehouse could not be done. The message names the file and what to do."""


class WarehouseLocked(WarehouseError):
    """Another process has the DuckDB file open."""


class BuildFailed(WarehouseError):
    """dbt failed: ``failed`` names the nodes that did."""

    def __init__(self, message: str, failed: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.failed = failed


@contextmanager
def opened(path: Path, *, read_only: bool = False, patience_s: float = 0.0) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection to the DuckDB file ``path``, closed at the end; a lock is waited for up to ``patience_s``.

    Raises WarehouseLocked naming the holder where another process has the file, WarehouseError where it is
    no DuckDB file of a version that this one reads.
    """
    give_up_at = monotonic() + patience_s
    while True:
        try:
            connection = duckdb.connect(path, read_only=read_only)
            break
        except duckdb.Error as error:
            holder = _HOLDER.search(str(error))
            if not holder:
                raise WarehouseError(f"{path}: cannot be opened ({error})") from error
            if monotonic() >= give_up_at:
                raise WarehouseLocked(
                    f"{path}: in use by {holder[1]}; wait for it to end, or stop it, then run the step again"
                ) from error
        sleep(0.5)
    try:
        yield connection
    finally:
        connection.close()
