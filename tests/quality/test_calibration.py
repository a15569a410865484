"""The facts' confidence is that of being right, on the repository's own labelled articles."""

import pytest

from rajnay.facts.confidence import FactKind, confidence
from rajnay.facts.lexicons import read_lexicon
from tests.quality.calibrate import KINDS, Case, as_shipped, cases, expected_calibration_error, out_of_sample, own_gold

# Looser than what was measured (docs/facts.md): a few hundred facts scatter.
BOUNDS = {"actors": 0.03, "meetings": 0.06, "agreements": 0.08}


@pytest.fixture(scope="module")
def found() -> list[Case]:
    return list(cases(own_gold()))


@pytest.mark.parametrize("kind", KINDS)
def test_confidence_is_the_share_that_is_right(found: list[Case], kind: FactKind) -> None:
    of_kind = [case for case in found if case.kind == kind]
    assert len(of_kind) > 100
    assert expected_calibration_error(as_shipped(of_kind)) <= BOUNDS[kind]
    assert expected_calibration_error(out_of_sample(of_kind)) <= BOUNDS[kind]


def test_a_rule_that_was_often_wrong_is_less_sure() -> None:
    rules = read_lexicon("confidence")["actors"]["rule"]
    often = [rule for rule, (_, cases_) in rules.items() if cases_ >= 20]
    worst, best = (pick(often, key=lambda rule: rules[rule][0] / rules[rule][1]) for pick in (min, max))
    assert confidence("actors", rule=worst) < confidence("actors", rule=best) < 1


def test_what_was_never_met_counts_for_nothing() -> None:
    base = confidence("meetings", rule="meeting.unheard_of", realis="happened", attribution="none")
    assert base == confidence("meetings", realis="happened", attribution="none")


def test_errors_are_measured_as_distance_from_the_truth() -> None:
    assert expected_calibration_error([(0.75, True)] * 3 + [(0.75, False)]) == pytest.approx(0)
    assert expected_calibration_error([(0.9, False)] * 2 + [(0.2, False)] * 2) == pytest.approx(0.55)
