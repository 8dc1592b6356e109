"""A holding statement, or any message that calms, published earlier, never makes the pure cascade larger."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.propagation import MessageAttributes, SpreadParameters, Transmission
from simulator.propagation.tables import ONE
from tests.propagation.storms import Storm, begun, lived

PURE = replace(SpreadParameters.for_severity(3), journalist_threshold=0)
"""A cascade of users alone: journalists come when they hear enough, which no smaller storm contains."""
HOLDING = MessageAttributes(stance=4, valid_holding=True)
MINUTES = 120

calming = st.builds(
    MessageAttributes,
    matched=st.booleans(),
    corrective=st.booleans(),
    explanation=st.booleans(),
    empathy=st.integers(0, 3),
    arousal=st.sampled_from(("high", "low")),
    channel_change_early=st.booleans(),
    valid_holding=st.just(True),
    channel_reach=st.integers(1, 100),
)


def calmed(seed: int, reproduction: float, message: MessageAttributes, minute: int) -> Storm:
    """A storm in which `message` is published at `minute`."""
    transmission = Transmission()
    transmission.publish(minute, message)
    parameters = replace(PURE, reproduction=reproduction)
    return lived(begun(seed, 1000, parameters), MINUTES, [transmission.at(now) for now in range(MINUTES)])


def posts(storm: Storm) -> np.ndarray:  # type: ignore[type-arg]
    """All posts up to each minute."""
    return np.cumsum([tick.posts for tick in storm.ticks])


@pytest.mark.parametrize("examples", [15, pytest.param(220, marks=pytest.mark.slow)])
def test_moving_the_holding_statement_earlier_never_raises_the_cumulative_volume_of_the_pure_cascade(
    examples: int,
) -> None:
    @settings(max_examples=examples, deadline=None)
    @given(
        seed=st.integers(0, 2**32),
        reproduction=st.floats(1.5, 6),
        message=calming,
        minutes=st.tuples(st.integers(0, MINUTES), st.integers(0, MINUTES)),
    )
    def rule(seed: int, reproduction: float, message: MessageAttributes, minutes: tuple[int, int]) -> None:
        early, late = (calmed(seed, reproduction, message, minute) for minute in sorted(minutes))
        assert early.activated <= late.activated
        assert early.spread.total <= late.spread.total
        assert (posts(early) <= posts(late)).all()

    rule()


def test_the_earlier_holding_statement_leaves_fewer_posts_on_the_whole() -> None:
    early, late = (sum(calmed(seed, 3.3, HOLDING, minute).spread.total for seed in range(12)) for minute in (10, 90))
    assert early < late


def test_a_holding_statement_makes_no_minute_more_contagious() -> None:
    transmission = Transmission()
    transmission.publish(10, HOLDING)
    assert all(transmission.at(minute) <= ONE for minute in range(MINUTES))
