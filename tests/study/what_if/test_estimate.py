"""An interval rests on ranks alone."""

import pytest

from simulator.study.what_if import estimated


def test_the_interval_of_twenty_values_lies_between_the_sixth_and_the_fifteenth() -> None:
    """Table A3 of Conover 1999."""
    found = estimated(list(range(1, 21))[::-1])
    assert (found.low, found.median, found.high) == (6, 10.5, 15)


@pytest.mark.parametrize("count", [1, 3, 6])
def test_few_values_are_all_in_their_interval(count: int) -> None:
    values = [0.5 * place for place in range(count)]
    found = estimated(values)
    assert (found.low, found.high) == (values[0], values[-1])


def test_more_values_make_a_narrower_interval() -> None:
    widths = []
    for count in (10, 40, 160):
        found = estimated([place / (count - 1) for place in range(count)])
        widths.append(found.high - found.low)
    assert widths == sorted(widths, reverse=True)


def test_without_values_there_is_no_estimate() -> None:
    with pytest.raises(ValueError, match="at least one"):
        estimated([])
