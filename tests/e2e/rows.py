"""The rows of a published warehouse, for comparing two of them."""

from pathlib import Path
from typing import Any

import duckdb

# When and in which run something was fetched or done: differs from run to run, and is meant to.
OF_THE_RUN = {"fetched_at", "warc_file", "warc_offset", "run_id", "loaded_at", "built_at"}


def marts(data: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Every table of the marts, its rows in order, without the columns that tell of the run."""
    with duckdb.connect(str(data / "warehouse" / "rajnay.duckdb"), read_only=True) as connection:
        tables = connection.execute(
            "select table_name, list(column_name order by ordinal_position) from information_schema.columns "
            "where table_schema = 'marts' group by 1"
        ).fetchall()
        result = {}
        for table, columns in tables:
            kept = ", ".join(f'"{column}"' for column in columns if column not in OF_THE_RUN)
            rows = connection.execute(f'select {kept} from marts."{table}"').fetchall()
            result[table] = sorted(rows, key=repr)
        return result
