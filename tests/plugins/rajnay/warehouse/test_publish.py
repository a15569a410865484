"""Publishing: whole or not at all, only what passed, and readers go on reading."""

import json
import os

import duckdb
import pytest

from rajnay.warehouse.errors import WarehouseError
from rajnay.warehouse.publish import publish


def make_build(lake, n):
    """A build file with the table `marts.n`, marked as having passed."""
    lake.build.parent.mkdir(parents=True, exist_ok=True)
    with duckdb.connect(lake.build) as connection:
        connection.execute(f"create schema marts; create table marts.n as select {n} as n")
    mark(lake)


def mark(lake):
    state = lake.build.stat()
    lake.build_passed.write_text(json.dumps({"size": state.st_size, "mtime_ns": state.st_mtime_ns}))


def published_n(lake):
    with duckdb.connect(lake.warehouse, read_only=True) as connection:
        return connection.execute("select n from marts.n").fetchone()[0]


def former(lake):
    return sorted(lake.warehouse.parent.glob("rajnay.*.duckdb"))


def test_the_build_becomes_the_published_file(lake):
    make_build(lake, 7)
    assert publish(lake) == lake.warehouse
    assert published_n(lake) == 7
    assert not lake.build.exists()
    assert not lake.build_passed.exists()
    assert former(lake) == []


def test_a_reader_of_the_old_file_goes_on_and_a_new_one_sees_the_new(published):
    make_build(published, 2)
    with duckdb.connect(published.warehouse, read_only=True) as reader:
        publish(published)
        assert reader.execute("select n from marts.n").fetchall() == [(1,)]
    assert published_n(published) == 2


def test_the_last_few_are_kept_and_can_be_opened(published):
    for n in range(2, 8):
        make_build(published, n)
        publish(published, keep=3)
    found = []
    for path in former(published):
        with duckdb.connect(path, read_only=True) as connection:
            found.append(connection.execute("select n from marts.n").fetchone()[0])
    assert found == [4, 5, 6]
    assert published_n(published) == 7


def test_keep_none(published):
    make_build(published, 2)
    publish(published, keep=0)
    assert former(published) == []
    assert published_n(published) == 2


def test_nothing_to_publish(published):
    with pytest.raises(WarehouseError, match="missing; run `rajnay load`"):
        publish(published)
    assert published_n(published) == 1


def test_a_build_that_did_not_pass_is_not_published(published):
    make_build(published, 2)
    published.build_passed.unlink()
    with pytest.raises(WarehouseError, match="has not passed"):
        publish(published)
    assert published_n(published) == 1


def test_a_build_changed_after_it_passed_is_not_published(published):
    make_build(published, 2)
    with duckdb.connect(published.build) as connection:
        connection.execute("insert into marts.n select 3 from range(100000)")
    with pytest.raises(WarehouseError, match="was changed"):
        publish(published)
    assert published_n(published) == 1


@pytest.mark.parametrize("moment", ["link", "replace"])
def test_killed_at_any_moment_and_run_again(published, monkeypatch, moment):
    make_build(published, 2)

    class Killed(BaseException):
        pass

    def die(*_):
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(os, moment, die)
        with pytest.raises(Killed):
            publish(published)
    assert published_n(published) == 1
    publish(published)
    assert published_n(published) == 2
    assert len(former(published)) == 1
