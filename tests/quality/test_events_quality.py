"""Floors under the linking of events; they only rise. The dev sets are measured where they lie beside the repository."""

import pytest

from tests.quality.event_sets import DEV, FIELDS, TOLD_BY_MANY, dev_set, sample_press, told_by_many
from tests.quality.score_events import measure, measure_as_read

WRITTEN = sorted(path.stem for path in TOLD_BY_MANY.glob("*.jsonl"))
# F1, pairwise and B-cubed: of the labelled facts, and of those read from the text.
FLOORS = {
    "sample press": ((0.97, 0.975), (0.81, 0.875)),
    "first": ((0.96, 0.975), (0.83, 0.905)),
    "second": ((0.97, 0.98), (0.89, 0.93)),
    "press": ((0.975, 0.985), (0.81, 0.935)),
}


def of_name(name):
    return sample_press() if name == "sample press" else told_by_many(name)


def test_the_sets_are_a_measure_of_enough_size():
    sets = [of_name(name) for name in ("sample press", *WRITTEN)]
    assert sum(len(of.articles) for of in sets) >= 200
    assert sum(len(set(of.events.values())) for of in sets) >= 60
    for of in sets:
        assert set(of.events) >= {
            (row["id"], field, number) for row in of.facts for field in FIELDS for number in range(len(row[field]))
        }


@pytest.mark.parametrize("name", WRITTEN)
def test_labels_are_in_the_text(name):
    for row in told_by_many(name).facts:
        text = f"{row['title']}\n{row['body']}"
        members = {actor["key"] for actor in row["actors"]}
        said = [surface for actor in row["actors"] for surface in actor["names"]]
        said += [meeting["place"] for meeting in row["meetings"]] + [pact["name"] for pact in row["agreements"]]
        assert [surface for surface in said if surface and surface not in text] == []
        for named in [*(m["participants"] for m in row["meetings"]), *(a["parties"] for a in row["agreements"])]:
            assert len(set(named)) >= 2
            assert set(named) <= members


def hold(floors, of):
    for floor, (scores, _) in zip(floors, (measure(of), measure_as_read(of)), strict=True):
        found = tuple(score for _, _, score in scores.values())
        assert all(map(float.__ge__, found, floor)), (found, floor)


@pytest.mark.parametrize("name", ["sample press", *WRITTEN])
def test_linking(name):
    hold(FLOORS[name], of_name(name))


@pytest.mark.skipif(not DEV.is_dir(), reason="the dev sets do not lie beside this repository")
def test_linking_on_the_dev_set():
    hold(FLOORS["press"], dev_set("press"))
