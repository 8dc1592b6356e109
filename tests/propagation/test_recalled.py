"""What is asked again and again is answered the same, only sooner."""

from __future__ import annotations

import numpy as np
import pytest

from simulator.propagation import Audience, Spread, SpreadParameters
from simulator.propagation.recalled import RecalledReactions
from simulator.propagation.tables import ONE, Whole
from simulator.propagation.tabulated import MOST_USERS, Tabulated
from tests.propagation.storms import NOON, QUOTAS, lived


@pytest.mark.parametrize("size", [100, MOST_USERS + 1])
def test_a_table_answers_as_the_function_does_however_often_it_is_asked(size: int) -> None:
    asked: list[int] = []

    def squared(users: Whole) -> Whole:
        asked.append(len(users))
        return users * users

    table = Tabulated(squared, size)
    for _ in range(100):
        assert table(np.array([3, 1, 3])).tolist() == [9, 1, 9]
    assert (max(asked) == 100) == (size == 100)
    assert len(asked) == (100 if size > MOST_USERS else 32)


def test_an_answer_is_one_s_own_to_change() -> None:
    table = Tabulated(lambda users: users + 1, 10)
    for _ in range(40):
        answer = table(np.array([4]))
        assert answer.tolist() == [5]
        answer += 1


def test_storms_among_people_who_were_asked_before_are_the_same_storms() -> None:
    parameters = SpreadParameters.for_severity(3)
    people = RecalledReactions(Audience(2000, 5, QUOTAS, parameters), parameters, 5)
    for transmission in (ONE, ONE * 3 // 4, ONE):
        digests = []
        for reactions in (None, people):
            spread = Spread(Audience(2000, 5, QUOTAS, parameters), parameters, 5, NOON, reactions)
            spread.seed_users(0, 10, "outbreak", words=2)
            storm = lived(spread, 180, transmission)
            digests.append((spread.digest_part(), storm.volumes[-1], spread.segment_volume))
        assert digests[0] == digests[1]
