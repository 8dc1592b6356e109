"""On every shipped scenario the grade ranks what players do as teachers would, whatever the seed draws."""

from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from statistics import median
from typing import NamedTuple

import pytest

from simulator.engine.bots import play
from simulator.locale import Language
from simulator.places import shipped
from simulator.scenario.load import load_scenario
from simulator.scenario.model import Scenario
from simulator.scenario.translation import in_language
from simulator.scoring import score
from simulator.scoring.of_run import record_of

pytestmark = pytest.mark.slow

EXCELLENT, GOOD = 85, 65
SEEDS, FEWER = range(1, 21), range(1, 7)
"""The reference scenario is played on twenty seeds, the others on six: `badbuzz balance` plays them on hundreds."""
REFERENCE = "rappel-tardif"
QUICK = (REFERENCE, "fausse-alerte")
"""An ordinary crisis and a paracrisis, in every run of the tests; the others are played in the slow ones."""

LADDER = ("exemplary", "slow", "waits")
"""Strategies that say what they know, the best first."""
MIDDLE = ("template", "tells_all")
"""One apology under everything, and everything that might be true: about as bad as each other."""
ALIKE = 10
"""How far apart the medians of MIDDLE may be, points of a hundred."""
LOW = ("empty_holding", "spammer", "denier", "silent")
"""Strategies that give people nothing, the best first."""
UNREAD = ("first", "middle", "longest", "second")
"""Players who look at a text's place or length, never at what it says."""


class Grade(NamedTuple):
    """The overall grade of a play; posts of the storm, minutes from its start to its peak, its volume at the peak."""

    overall: float
    posts: int
    to_peak: int
    peak: int


@cache
def scenario_of(name: str, language: Language = "fr") -> Scenario:
    return in_language(load_scenario(shipped("scenarios") / name), language)


def scored_scenarios() -> list[str]:
    folders = sorted(path.parent.name for path in shipped("scenarios").glob("*/scenario.yaml"))
    return [name for name in folders if scenario_of(name).scored]


SCORED = [pytest.param(name, marks=pytest.mark.xdist_group(name), id=name) for name in scored_scenarios()]
"""The slow tests of one scenario go to one process, which lives each of its plays once for all of them."""


def graded(name: str, language: Language, bot: str, seed: int) -> Grade:
    scenario = scenario_of(name, language)
    run = play(scenario, seed, bot)
    volume = run.state.volume
    peak = max(volume)
    return Grade(score(record_of(run)).overall, sum(volume) // 60, volume.index(peak) - scenario.outbreak.at, peak)


@cache
def grades(name: str, bot: str, seeds: Sequence[int] = SEEDS, language: Language = "fr") -> list[Grade]:
    with ProcessPoolExecutor() as pool:
        return list(pool.map(partial(graded, name, language, bot), seeds, chunksize=5))


def seeds_of(name: str) -> range:
    return SEEDS if name == REFERENCE else FEWER


def assert_ranked(overall: Mapping[str, float], name: str) -> None:
    """`overall` by bot, of one seed, is in the order of the strategies, with its bounds.

    In a paracrisis the good path publishes nothing, so that who waits before speaking loses nothing; those who speak
    all lose, in no particular order.
    """
    ladder, middle, low = ([overall[bot] for bot in bots] for bots in (LADDER, MIDDLE, LOW))
    if scenario_of(name).paracrisis:
        assert ladder[0] == ladder[2] > ladder[1] > max(*middle, *low)
        assert min(*middle, *low[:3]) > low[3] == 0
    else:
        assert ladder[0] > ladder[1] > ladder[2] > max(middle)
        assert min(middle) > low[0] > low[1] > low[2] >= low[3]
    assert ladder[0] >= EXCELLENT
    assert max(*middle, *low) < GOOD


@pytest.mark.parametrize("name", QUICK)
def test_the_known_strategies_rank(name: str) -> None:
    assert_ranked({bot: graded(name, "fr", bot, 1).overall for bot in (*LADDER, *MIDDLE, *LOW)}, name)


@pytest.mark.slow(20)
@pytest.mark.parametrize("name", SCORED)
def test_the_known_strategies_rank_on_many_seeds(name: str) -> None:
    seeds = seeds_of(name)
    by_bot = {bot: [grade.overall for grade in grades(name, bot, seeds)] for bot in (*LADDER, *MIDDLE, *LOW)}
    for of_one_seed in zip(*by_bot.values(), strict=True):
        assert_ranked(dict(zip(by_bot, of_one_seed, strict=True)), name)
    pasted, rash = (median(by_bot[bot]) for bot in MIDDLE)
    assert abs(pasted - rash) <= ALIKE


@pytest.mark.parametrize("name", QUICK)
def test_answering_without_reading_is_not_good(name: str) -> None:
    for bot in UNREAD:
        assert graded(name, "fr", bot, 1).overall < GOOD


@pytest.mark.slow
@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("name", SCORED)
def test_no_place_and_no_length_is_a_strategy(name: str, language: Language) -> None:
    bots = UNREAD if language == "fr" else ("longest",)
    for bot in bots:
        overall = [grade.overall for grade in grades(name, bot, seeds_of(name), language)]
        assert max(overall) < GOOD
        assert median(overall) < 55


@pytest.mark.slow(15)
@pytest.mark.parametrize("name", SCORED)
def test_chance_is_no_strategy(name: str) -> None:
    overall = [grade.overall for grade in grades(name, "random", range(1, 6 * len(seeds_of(name)) + 1))]
    assert median(overall) < 55
    assert sum(grade >= GOOD for grade in overall) <= 0.15 * len(overall)


@pytest.mark.slow
@pytest.mark.parametrize("name", SCORED)
def test_what_one_says_changes_the_storm(name: str) -> None:
    silent, exemplary = grades(name, "silent", SEEDS), grades(name, "exemplary", seeds_of(name))
    assert 60 <= median(grade.to_peak for grade in silent) <= 180
    assert median(quiet.posts / good.posts for quiet, good in zip(silent, exemplary, strict=False)) >= 1.4
    peaks = median(grade.peak for grade in silent)
    assert 0.75 <= peaks / (peaks + scenario_of(name).outbreak.v_half) <= 0.85


@pytest.mark.slow
@pytest.mark.parametrize("name", SCORED)
def test_the_seeds_offered_to_players_are_ordinary(name: str) -> None:
    offered = scenario_of(name).outbreak.offered_seeds
    assert len(offered) >= 20
    more = range(21, 65) if name == REFERENCE else range(21, 31)
    volumes = [grade.posts for grade in (*grades(name, "silent", SEEDS), *grades(name, "silent", more))]
    middle = median(volumes)
    for grade in grades(name, "silent", tuple(offered[:20])):
        assert middle / 2 <= grade.posts <= 2 * middle
