"""A story is as new as its freshest fact."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from simulator.propagation.novelty import Novelty
from simulator.propagation.tables import ONE, load

facts = st.lists(st.tuples(st.integers(0, 12_000), st.integers(0, ONE)), max_size=8)


@given(facts=facts, minute=st.integers(0, 20_000))
def test_a_story_is_as_new_as_its_freshest_fact(facts: list[tuple[int, int]], minute: int) -> None:
    novelty, curve = Novelty(), load().novelty
    for start, strength in facts:
        novelty.renew(start, strength)
    each = [
        strength * int(curve[min(minute - start, len(curve) - 1)]) >> 16 for start, strength in facts if start <= minute
    ]
    assert novelty.at(minute) == max(each, default=0)


def test_novelty_fades() -> None:
    novelty = Novelty()
    novelty.renew(5, ONE)
    assert novelty.at(4) == 0
    assert novelty.at(5) == ONE > novelty.at(6) > novelty.at(1000) > 0
