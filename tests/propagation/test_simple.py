"""Independent cascade and SIR: textbook laws, on graphs small enough to know the answer."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.propagation import Audience
from simulator.propagation.simple import SIR, IndependentCascade, live
from simulator.propagation.stored import StoredGraph

STAR = StoredGraph.from_links(1001, [0] * 1000, range(1, 1001))
CHAIN = StoredGraph.from_links(50, range(49), range(1, 50))
FIRST = np.array([0])
LAWS = [IndependentCascade(0.3), SIR(0.3, 1.0), SIR(0.1, 0.25)]


@pytest.mark.parametrize("law", LAWS)
def test_links_pass_on_as_often_as_the_law_says(law: IndependentCascade | SIR) -> None:
    sizes = np.array([live(STAR, law, FIRST, seed).size - 1 for seed in range(400)])
    if isinstance(law, IndependentCascade) or law.recovery == 1:
        share, spread = 0.3, np.sqrt(1000 * 0.3 * 0.7)
        assert sizes.std() == pytest.approx(spread, rel=0.15)
    else:
        # Of a geometric number T of steps: 1 - E[(1 - infection)^T].
        share = 1 - law.recovery * (1 - law.infection) / (1 - (1 - law.recovery) * (1 - law.infection))
    assert sizes.mean() / 1000 == pytest.approx(share, abs=4 * sizes.std() / 1000 / 20)


def test_an_infectious_time_is_geometric() -> None:
    """With one follower and near-certain infection the first chance is taken: the step after the first."""
    steps = [len(live(CHAIN, SIR(0.999, 0.5), FIRST, seed).per_step) for seed in range(20)]
    assert np.median(steps) >= 40
    slow = [live(StoredGraph.from_links(2, [0], [1]), SIR(0.2, 0.05), FIRST, seed) for seed in range(800)]
    waits = np.array([len(course.per_step) - 1 for course in slow if course.size == 2])
    assert waits.min() == 1
    # The step of infection is geometric with 1 - (1 - infection)(1 - recovery) a step.
    assert waits.mean() == pytest.approx(1 / (1 - 0.8 * 0.95), rel=0.1)


def test_a_cascade_goes_one_step_at_a_time_and_ends() -> None:
    course = live(CHAIN, IndependentCascade(0.999), FIRST, 1)
    assert course.users.tolist() == list(range(course.size))
    assert set(course.per_step.tolist()) == {1}


@pytest.mark.parametrize("examples", [60, pytest.param(400, marks=pytest.mark.slow)])
def test_a_smaller_probability_activates_a_part_of_the_users(examples: int) -> None:
    @settings(max_examples=examples, deadline=None)
    @given(
        seed=st.integers(0, 2**32),
        probabilities=st.tuples(st.floats(0, 0.4), st.floats(0, 0.4)),
        first=st.sets(st.integers(0, 999), min_size=1, max_size=20),
    )
    def rule(seed: int, probabilities: tuple[float, float], first: set[int]) -> None:
        audience, starts = Audience(1000, seed % 7), np.array(sorted(first))
        few, many = (
            set(live(audience.graph, IndependentCascade(p), starts, seed).users.tolist()) for p in sorted(probabilities)
        )
        assert first <= few <= many

    rule()


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("recovery", [1.0, 0.3])
def test_a_weaker_infection_infects_a_part_of_the_users(seed: int, recovery: float) -> None:
    audience = Audience(2000, 3)
    few, many = (
        set(live(audience.graph, SIR(infection, recovery), FIRST, seed).users.tolist()) for infection in (0.03, 0.06)
    )
    assert few <= many


def test_nobody_is_activated_twice_and_all_steps_are_counted() -> None:
    course = live(Audience(5000, 1).graph, SIR(0.05, 0.3), np.array([*range(40), 7, 7, 9]), 2)
    assert len(set(course.users.tolist())) == course.size == course.per_step.sum() > 1000
    assert course.per_step[0] == 40 and course.per_step[-1] > 0


@pytest.mark.parametrize("law", [IndependentCascade(0.1), SIR(0.05, 0.5)])
def test_a_course_is_a_function_of_its_seed(law: IndependentCascade | SIR) -> None:
    graph = Audience(3000, 1).graph
    first = np.arange(20)
    assert live(graph, law, first, 5).users.tolist() == live(graph, law, first, 5).users.tolist()
    assert live(graph, law, first, 5).users.tolist() != live(graph, law, first, 6).users.tolist()


def test_the_slowest_and_surest_law_takes_no_more_than_a_sure_one() -> None:
    course = live(STAR, SIR(0.999, 0.001), FIRST, 1)
    assert course.size == 1001
    assert len(course.per_step) <= 5


@pytest.mark.parametrize("user", [-1, 1001])
def test_first_users_who_are_not_there_are_refused(user: int) -> None:
    with pytest.raises(ValueError, match="0 to 1000"):
        live(STAR, LAWS[0], np.array([user]), 1)


def test_laws_outside_their_range_are_refused() -> None:
    for wrong in (-0.1, 1.0):
        with pytest.raises(ValueError, match="probability"):
            IndependentCascade(wrong)
        with pytest.raises(ValueError, match="infection"):
            SIR(wrong, 0.5)
    with pytest.raises(ValueError, match="recovery"):
        SIR(0.1, 0)
