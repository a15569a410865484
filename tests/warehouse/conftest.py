import pytest

from rajnay.paths import Lake
from rajnay.warehouse.build import build
from rajnay.warehouse.load import load
from rajnay.warehouse.publish import publish
from tests.warehouse.nights import DAYS, NIGHTS, OUTLETS, write_night


@pytest.fixture(scope="session")
def warehouse(tmp_path_factory):
    """A lake of three nights, built and published once, with dbt's unit tests; and what the build said."""
    lake = Lake(tmp_path_factory.mktemp("lake"))
    for day in DAYS:
        write_night(lake, day, NIGHTS[day])
    load(lake, None, OUTLETS)
    said = []
    report = build(lake, said.append, with_unit_tests=True)
    publish(lake)
    return lake, report, said
