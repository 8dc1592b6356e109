"""The storm of an unanswered crisis has the shape that the game needs, and answering it early changes it."""

from __future__ import annotations

from functools import cache
from statistics import median

from simulator.propagation import Audience, Spread, SpreadParameters, ordinary_seeds
from simulator.propagation.tables import ONE, load
from tests.propagation.storms import NOON, Storm, lived

SEEDS = range(5)
CRISIS = 60
ANSWER = 85
QUOTAS = {
    "customers": 26_000,
    "employees": 2100,
    "journalists": 140,
    "influencers": 60,
    "authorities": 12,
    "bots": 5500,
}


@cache
def crisis(seed: int, answered_with: int = ONE) -> Storm:
    """A day from 12:45: a severe crisis at 13:45 among 50,000 users, an inject every 25 minutes until 18:45."""
    parameters = SpreadParameters.for_severity(3)
    spread = Spread(Audience(50_000, seed, QUOTAS, parameters), parameters, seed, NOON)
    spread.seed_users(CRISIS, 40, "outbreak")
    for minute in range(85, 361, 25):
        spread.seed_users(minute, 12, f"inject {minute}")
    settling = [0] * ANSWER + [ONE - int(left) for left in load().settling]
    return lived(spread, 400, [ONE - (ONE - answered_with) * share // ONE for share in settling])


def test_silence_s_peak_comes_one_to_three_hours_into_the_crisis() -> None:
    peaks = [crisis(seed).volumes.index(max(crisis(seed).volumes)) - CRISIS for seed in SEEDS]
    assert 60 <= median(peaks) <= 180


def test_silence_outrages_about_a_twelfth_of_the_users() -> None:
    assert 0.06 <= median(crisis(seed).spread.activated for seed in SEEDS) / 50_000 <= 0.11


def test_most_seeds_are_ordinary() -> None:
    assert len(ordinary_seeds({seed: crisis(seed).spread.total for seed in SEEDS})) >= 4


def test_an_early_good_answer_takes_a_third_of_the_volume_away() -> None:
    ratios = [sum(crisis(seed).volumes) / sum(crisis(seed, ONE * 3 // 4).volumes) for seed in SEEDS]
    assert median(ratios) >= 1.4


def test_a_weaker_answer_takes_less_away() -> None:
    totals = [median(crisis(seed, ONE * m // 100).spread.total for seed in SEEDS) for m in (75, 90, 100)]
    assert totals == sorted(totals)
