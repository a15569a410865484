import pytest

from rajnay.paths import Lake
from tests.warehouse.nights import DAYS, NIGHTS, write_night


@pytest.fixture
def lake(tmp_path):
    """A lake with the first night's Parquet files, and no warehouse yet."""
    lake = Lake(tmp_path)
    write_night(lake, DAYS[0], NIGHTS[DAYS[0]])
    return lake


@pytest.fixture
def published(lake):
    """The same with a published DuckDB file that holds one table, `marts.n`, with the row 1."""
    import duckdb

    lake.warehouse.parent.mkdir(parents=True)
    with duckdb.connect(lake.warehouse) as connection:
        connection.execute("create schema marts; create schema audit; create table marts.n as select 1 as n")
    return lake
