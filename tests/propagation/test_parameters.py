"""Every constant says what it is, stays in its range, and stands on the reference page."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.propagation import SpreadParameters
from simulator.propagation.described import Described, as_table
from simulator.propagation.interventions import MessageEffects
from simulator.propagation.trust import TrustParameters

PAGE = Path(__file__).parents[2] / "docs" / "propagation.md"
SETS: tuple[Described, ...] = (SpreadParameters(), MessageEffects(), TrustParameters())


@pytest.mark.parametrize("constants", SETS, ids=lambda constants: type(constants).__name__)
def test_every_constant_has_a_unit_a_source_and_a_meaning(constants: Described) -> None:
    for row in constants.describe():
        assert row.unit and row.source and row.meaning, row.name


@pytest.mark.parametrize("constants", SETS, ids=lambda constants: type(constants).__name__)
def test_the_reference_page_holds_every_constant(constants: Described) -> None:
    assert as_table(constants.describe()) in PAGE.read_text(encoding="utf-8")


def test_a_value_outside_its_range_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match=r"homophily is 1\.5, outside 0\.\.1"):
        SpreadParameters(homophily=1.5)


def test_a_value_that_the_tables_do_not_hold_is_refused() -> None:
    with pytest.raises(ValueError, match="kernel_theta"):
        SpreadParameters(kernel_theta=0.3)


def test_a_severe_crisis_spreads_more_than_a_mild_one() -> None:
    assert [SpreadParameters.for_severity(severity).reproduction for severity in (1, 2, 3)] == [2.7, 3.3, 4.0]
