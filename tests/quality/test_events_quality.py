"""Floors under the linking of events; they only rise. The dev sets are measured where they lie beside the repository."""

import pytest

from tests.quality.score_events import DEV, dev_set, measure, sample_press

FLOORS = {"pairwise": 0.97, "B-cubed": 0.97}


def test_the_sample_press_is_a_measure_of_enough_size():
    labels, events = sample_press()
    assert len(events) >= 60
    assert sum(len(event["mentions"]) for event in events) >= 200
    assert len(labels) >= 80


def test_linking_on_the_sample_press():
    scores, _ = measure(*sample_press())
    for name, floor in FLOORS.items():
        assert scores[name][2] >= floor, name


@pytest.mark.skipif(not DEV.is_dir(), reason="the dev sets do not lie beside this repository")
def test_linking_on_the_dev_set():
    scores, _ = measure(*dev_set("press"))
    for name, floor in FLOORS.items():
        assert scores[name][2] >= floor, name
