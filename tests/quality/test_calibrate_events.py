"""The confidence of events told by several is worth more than that of one."""

import pytest

from tests.quality.calibrate_events import brier, dependent, doubts, events_of, surest
from tests.quality.event_sets import TOLD_BY_MANY, sample_press, told_by_many


def test_ways_of_combining() -> None:
    assert surest([0.5, 0.8]) == 0.8
    assert doubts([0.5, 0.8]) == pytest.approx(0.9)
    assert doubts([0.8]) == dependent([0.8]) == pytest.approx(0.8)
    assert dependent([0.8, 0.75]) == pytest.approx(0.9)
    assert brier([(0.5, True), (1.0, False)]) == pytest.approx(0.625)


def test_what_several_sources_tell_is_right_and_the_warehouses_way_errs_least() -> None:
    sets = [sample_press(), *(told_by_many(path.stem) for path in sorted(TOLD_BY_MANY.glob("*.jsonl")))]
    found = [event for of in sets for event in events_of(of)]
    several = [is_right for accounts, is_right in found if len(accounts) > 1]
    assert len(several) > 100
    assert sum(several) / len(several) >= 0.97

    def error(way) -> float:
        return brier([(way(accounts), is_right) for accounts, is_right in found])

    assert error(doubts) <= error(surest)
    assert error(doubts) <= 0.07
