"""What the criteria weigh, and what a rubric changed."""

from math import fsum

import pytest

from simulator.scenario.rubric import OverallWeights, ReactivityWeights, Rubric
from simulator.scoring import RULES, ChangedWeight, changed_weights, weights_of


@pytest.mark.parametrize("severity", [1, 2, 3])
def test_every_group_of_weights_adds_up_to_one(severity: int) -> None:
    weights = weights_of(Rubric(), severity)
    assert set(weights) <= set(RULES)
    for letter in "ORTS":
        assert fsum(weight for rule, weight in weights.items() if rule[0] == letter) == pytest.approx(1.0)


def test_what_is_usual_depends_on_severity_and_a_rubric_that_repeats_it_changes_nothing() -> None:
    assert weights_of(Rubric(), 1)["O.S"] == 0.40
    assert weights_of(Rubric(), 3)["O.T"] == 0.45
    same = Rubric(overall=OverallWeights(reactivity=0.30, transparency=0.45, tone=0.25))
    assert changed_weights(same, 3) == ()
    assert {one.rule for one in changed_weights(same, 1)} == {"O.T", "O.S"}


def test_what_a_rubric_changed_is_told_dimensions_first() -> None:
    rubric = Rubric(
        overall=OverallWeights(reactivity=0.40, transparency=0.30, tone=0.30),
        reactivity=ReactivityWeights(acknowledgement=0.25, updates=0.30),
    )
    assert changed_weights(rubric, 2) == (
        ChangedWeight("O.R", 0.30, 0.40),
        ChangedWeight("O.T", 0.40, 0.30),
        ChangedWeight("R.A", 0.35, 0.25),
        ChangedWeight("R.U", 0.20, 0.30),
    )
