"""The overall grade and its bands."""

import pytest

from simulator.scenario.rubric import OverallWeights, Rubric
from simulator.scoring import band_of
from simulator.scoring.evidence import total
from simulator.scoring.overall import overall
from tests.scoring.samples import record


@pytest.mark.parametrize(("severity", "expected"), [(1, 30 * 0.8 + 30 * 0.6 + 40 * 0.7), (2, 69.0), (3, 68.5)])
def test_severity_shifts_the_weights(severity: int, expected: float) -> None:
    assert total(overall(record(severity=severity), 80.0, 60.0, 70.0)) == pytest.approx(expected)


def test_no_dimension_makes_up_for_another_beyond_twenty_five_points() -> None:
    rows = overall(record(), 100.0, 20.0, 100.0)
    assert total(rows) == pytest.approx(45.0)
    assert [row.rule for row in rows] == ["O.R", "O.T", "O.S", "O.cap"]


def test_a_rubric_can_change_the_weights() -> None:
    rubric = Rubric(overall=OverallWeights(reactivity=0.5, transparency=0.25, tone=0.25))
    assert total(overall(record(rubric=rubric), 80.0, 60.0, 60.0)) == pytest.approx(70.0)


@pytest.mark.parametrize(
    ("score", "band"),
    [
        (0.0, "insufficient"),
        (44.99, "insufficient"),
        (45.0, "fair"),
        (64.99, "fair"),
        (65.0, "good"),
        (84.99, "good"),
        (85.0, "excellent"),
        (100.0, "excellent"),
    ],
)
def test_bands(score: float, band: str) -> None:
    assert band_of(score) == band
