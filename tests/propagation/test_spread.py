"""A storm is a function of its seed and its transmission, and a weaker one is part of a stronger one."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.propagation import Audience, Spread, SpreadParameters
from simulator.propagation.state import WINDOW, Mood
from simulator.propagation.tables import ONE
from tests.propagation.storms import NOON, QUOTAS, begun, lived

GOLDEN = Path(__file__).with_name("storm_golden.json")
PURE = replace(SpreadParameters.for_severity(3), journalist_threshold=0)
"""A cascade of users alone: journalists come when they hear enough, which no smaller storm contains."""


def digests() -> dict[str, str]:
    """The digests of a few storms."""
    return {str(seed): lived(begun(seed)).spread.digest_part().hex() for seed in (1, 2, 2**33)}


def test_storms_are_those_of_the_golden_file() -> None:
    assert digests() == json.loads(GOLDEN.read_text(encoding="utf-8"))


@pytest.mark.parametrize("examples", [20, pytest.param(200, marks=pytest.mark.slow)])
def test_a_weaker_transmission_activates_a_part_of_the_users(examples: int) -> None:
    @settings(max_examples=examples, deadline=None)
    @given(
        seed=st.integers(0, 2**32),
        reproduction=st.floats(1.5, 6),
        stronger=st.integers(ONE // 2, ONE * 5 // 4),
        shares=st.lists(st.integers(500, 1000), min_size=1, max_size=4),
    )
    def rule(seed: int, reproduction: float, stronger: int, shares: list[int]) -> None:
        parameters = replace(PURE, reproduction=reproduction)
        falling = sorted(shares, reverse=True)
        weaker = [stronger * falling[minute * len(falling) // 240] // 1000 for minute in range(240)]
        many, few = (lived(begun(seed, 1000, parameters), 240, strength) for strength in (stronger, weaker))
        assert few.activated <= many.activated

    rule()


@pytest.mark.parametrize("seed", range(8))
def test_one_more_outraged_user_takes_nobody_away(seed: int) -> None:
    with_one_more = begun(seed, parameters=PURE)
    with_one_more.seed_users(3, 1, "one more", novelty=0)
    assert lived(begun(seed, parameters=PURE)).activated <= lived(with_one_more).activated


def test_a_draw_more_changes_nothing() -> None:
    spread = begun(5)
    spread.audience.susceptibility(np.arange(100))
    Spread(spread.audience, PURE, 5, NOON).seed_users(0, 10, "elsewhere")
    assert lived(spread).spread.digest_part() == lived(begun(5)).spread.digest_part()


def test_the_order_of_calls_within_a_minute_does_not_choose_the_users() -> None:
    first, second = begun(1), begun(1)
    first.seed_users(20, 3, "a")
    first.seed_users(20, 3, "b")
    second.seed_users(20, 3, "b")
    second.seed_users(20, 3, "a")
    assert lived(first).activated == lived(second).activated


def test_a_user_is_activated_once_and_by_somebody_who_was_before() -> None:
    seen: dict[int, int] = {-1: -1}
    for tick in lived(begun(3)).ticks:
        before = dict(seen)
        for user, parent, depth in zip(
            tick.activated.tolist(), tick.parents.tolist(), tick.depths.tolist(), strict=True
        ):
            assert user not in seen
            assert depth == before[parent] + 1
            seen[user] = depth
        assert set(tick.repeats.tolist()) <= set(before)
    assert len(seen) > 50


def test_the_counters_count_what_happened() -> None:
    storm = lived(begun(4))
    spread = storm.spread
    posts = [tick.posts for tick in storm.ticks]
    assert spread.total == sum(posts)
    assert spread.activated == len(storm.activated)
    assert storm.volumes[-1] == sum(posts[-WINDOW:]) == sum(spread.segment_volume.values())
    followers = spread.audience.degree(np.array(sorted(storm.activated))).sum()
    assert spread.reach == min(followers, 2000)


def test_moods_are_those_of_the_users() -> None:
    storm = lived(begun(4), 300)
    moods = storm.spread.moods
    touched = np.isin(moods, [Mood.OUTRAGED, Mood.FATIGUED])
    assert set(np.flatnonzero(touched).tolist()) == storm.activated
    assert (moods == Mood.FATIGUED).any()
    sceptics = {user for tick in storm.ticks for user in tick.sceptics.tolist()}
    assert set(np.flatnonzero(moods == Mood.SCEPTIC).tolist()) <= sceptics


def test_without_an_event_nothing_happens() -> None:
    spread = Spread(Audience(1000, 1), PURE, 1, NOON)
    storm = lived(spread, 100)
    assert storm.volumes[-1] == spread.total == spread.reach == 0
    assert spread.digest_part() == bytes(16)


def test_no_reproduction_leaves_the_first_users_alone() -> None:
    assert len(lived(begun(1, parameters=replace(PURE, reproduction=0))).activated) == 10


def test_seeded_users_belong_to_their_segment() -> None:
    spread = Spread(Audience(2000, 1, QUOTAS), PURE, 1, NOON)
    spread.seed_users(4, 50, "strike", "employees")
    users = lived(spread, 5).ticks[4].activated
    assert len(users) == 50
    assert {int(code) for code in spread.audience.segment(users)} == {1}


def test_more_users_than_a_segment_has_are_all_of_them() -> None:
    spread = Spread(Audience(2000, 1, QUOTAS), PURE, 1, NOON)
    spread.seed_users(0, 9, "inquiry", "authorities")
    assert len(lived(spread, 1).activated) == QUOTAS["authorities"]


def test_a_new_fact_makes_the_story_new_again() -> None:
    spread = begun(1)
    assert spread.novelty(0) == ONE
    assert spread.novelty(300) < ONE * 6 // 10
    spread.reignite(300, ONE * 9 // 10)
    assert spread.novelty(299) < spread.novelty(300) == ONE * 9 // 10


def test_moral_words_carry_further() -> None:
    plain, moral = Spread(Audience(2000, 6), PURE, 6, NOON), Spread(Audience(2000, 6), PURE, 6, NOON)
    plain.seed_users(0, 10, "outbreak")
    moral.seed_users(0, 10, "outbreak", words=3)
    assert lived(plain).activated < lived(moral).activated


def test_journalists_come_when_the_storm_is_loud_enough() -> None:
    seeded = [
        user
        for tick in lived(begun(2), 200).ticks[1:]
        for user, parent in zip(tick.activated.tolist(), tick.parents.tolist(), strict=True)
        if parent < 0
    ]
    assert seeded
    assert {int(code) for code in Audience(2000, 2, QUOTAS).segment(np.array(seeded))} == {2}


@pytest.mark.parametrize("minute", [1, -1])
def test_minutes_come_one_after_the_other(minute: int) -> None:
    with pytest.raises(ValueError, match="next minute is 0"):
        begun(1).step(minute)


def test_nothing_is_seeded_in_the_past_or_in_no_segment() -> None:
    spread = begun(1)
    lived(spread, 5)
    with pytest.raises(ValueError, match="over"):
        spread.seed_users(4, 1, "late")
    with pytest.raises(ValueError, match="pets"):
        spread.seed_users(9, 1, "pets", "pets")
    for count, words in ((-1, 0), (1, -1), (1, 13)):
        with pytest.raises(ValueError, match="words"):
            spread.seed_users(9, count, "odd", words=words)
    with pytest.raises(ValueError, match="new"):
        spread.reignite(9, ONE + 1)
    with pytest.raises(ValueError, match="transmission"):
        spread.step(5, 2 * ONE)
