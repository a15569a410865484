"""Who held which office on a day: the question that a name in an old report asks."""

import pytest

from rajnay.warehouse.sql import query


@pytest.mark.parametrize(
    ("code", "office", "day", "who"),
    [
        ("NPL", "foreign-minister", "2023-06-01", [("Narayan Prakash Saud", True)]),
        ("NPL", "foreign-minister", "2020-01-01", [("Pradeep Gyawali", True)]),
        # The hand-over of March 2024 is known by its month only: both, and neither for sure.
        ("NPL", "foreign-minister", "2024-03-10", [("Narayan Kaji Shrestha", False), ("Narayan Prakash Saud", False)]),
        ("NPL", "foreign-minister", "2022-12-31", [("Narayan Khadka", False)]),
        ("NPL", "foreign-minister", "1950-01-01", []),
        ("NPL", "prime-minister", "2018-02-15", [("K. P. Sharma Oli", True), ("Sher Bahadur Deuba", True)]),
        ("NPL", "president", "2026-01-01", [("Ram Chandra Poudel", True)]),
    ],
)
def test_who_held_it(warehouse, code, office, day, who):
    lake, _, _ = warehouse
    sql = f"""
        select name_en, is_sure from office_holders_on('{day}')
        where code = '{code}' and office_id = '{office}' order by 1
    """
    assert query(lake, sql).rows == who


def test_holders_are_the_actors_of_the_articles(warehouse):
    lake, _, _ = warehouse
    sql = """
        select distinct holder.name_hi, actor.n_articles > 0
        from bridge_offices_x_holders as holder join dim_actors as actor using (actor_id)
        where holder.code = 'IND' and holder.office_id = 'foreign-minister' and holder.is_in_articles
    """
    assert query(lake, sql).rows == [("एस जयशंकर", True)]
