"""Numbers keep the digits that count, in the way of the language."""

from __future__ import annotations

import pytest

from simulator.locale import phrasebook
from simulator.pages.numbers import significant


@pytest.mark.parametrize(
    ("value", "french", "english"),
    [
        (0, "0", "0"),
        (1, "1", "1"),
        (0.95, "0,95", "0.95"),
        (0.95678, "0,957", "0.957"),
        (-0.2, "−0,2", "−0.2"),
        (1234.0, "1 234", "1,234"),
        (41.26, "41,3", "41.3"),
        (0.00025, "2,5 × 10⁻⁴", "2.5 × 10⁻⁴"),
        (0.0001, "10⁻⁴", "10⁻⁴"),
        (float("nan"), "–", "–"),
        (float("inf"), "–", "–"),
    ],
)
def test_numbers_are_short_and_in_the_language(value: float, french: str, english: str) -> None:
    assert significant(value, phrasebook("fr")).replace("\u202f", " ") == french
    assert significant(value, phrasebook("en")).replace("\u202f", " ") == english
