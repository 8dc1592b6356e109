"""The effect of timing is measured on pairs of storms."""

from itertools import pairwise

import pytest

from simulator.study.validation.storms import fact_of, facts
from simulator.study.what_if import TIMES, Storm, compare, message_of, timing


def test_the_row_holds_the_five_shares_and_their_smallest_rise() -> None:
    storm = Storm(severity=3, users=2000, hours=13, seed_users=10)
    comparison = compare(storm, timing(message_of()), [1, 2, 3], processes=1)
    fact = fact_of(comparison)
    *shares, rise = [measure.value for measure in fact.measures]
    assert shares == [comparison.outcomes[f"minute {minute}"].left.median for minute in TIMES]
    assert rise == min(later - earlier for earlier, later in pairwise(shares))
    assert [measure.name for measure in fact.measures] == [
        *("after_30_min", "after_1_h", "after_3_h", "after_6_h", "after_12_h", "smallest_rise")
    ]
    assert len(fact.charts) == 2


@pytest.mark.slow
def test_an_earlier_message_leaves_less_in_storms_never_seen() -> None:
    assert facts(31, quick=True)[0].holds
