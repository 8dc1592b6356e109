"""On every shipped scenario the grade ranks what players do as teachers would, whatever the seed draws."""

from concurrent.futures import ProcessPoolExecutor
from functools import cache
from statistics import median

import pytest

from simulator.engine.bots import play
from simulator.places import shipped
from simulator.scenario.load import load_scenario
from simulator.scenario.model import Scenario
from simulator.scoring import score
from simulator.scoring.of_run import record_of

GOOD = 65
SEEDS = range(1, 21)


@cache
def scenario_of(name: str) -> Scenario:
    return load_scenario(shipped("scenarios") / name).scenario


def scored_scenarios() -> list[str]:
    folders = sorted(path.parent.name for path in shipped("scenarios").glob("*/scenario.yaml"))
    return [name for name in folders if scenario_of(name).scored]


def graded(play_of: tuple[str, str, int]) -> tuple[float, int, int, int]:
    """(overall, posts of the storm, minutes from its start to its peak, peak volume)."""
    name, bot, seed = play_of
    run = play(scenario_of(name), seed, bot)
    volume = run.state.volume
    peak = max(volume)
    posts = sum(volume) // 60
    return score(record_of(run)).overall, posts, volume.index(peak) - scenario_of(name).outbreak.at, peak


def grades(name: str, bot: str, seeds: range = SEEDS) -> list[tuple[float, int, int, int]]:
    with ProcessPoolExecutor() as pool:
        return list(pool.map(graded, [(name, bot, seed) for seed in seeds], chunksize=5))


@pytest.mark.parametrize("name", scored_scenarios())
def test_the_known_strategies_rank(name: str) -> None:
    for seed in (1, 2):
        overall = {
            bot: graded((name, bot, seed))[0]
            for bot in ("exemplary", "slow", "template", "spammer", "denier", "silent")
        }
        assert overall["exemplary"] >= 85
        assert overall["exemplary"] > overall["slow"] > overall["template"]
        assert max(overall[bot] for bot in ("template", "spammer", "denier", "silent")) < GOOD


@pytest.mark.slow
@pytest.mark.parametrize("name", scored_scenarios())
def test_the_known_strategies_rank_on_twenty_seeds(name: str) -> None:
    by_bot = {bot: [grade[0] for grade in grades(name, bot)] for bot in ("exemplary", "slow", "template")}
    assert min(by_bot["exemplary"]) >= 85
    for exemplary, slow, template in zip(*by_bot.values(), strict=True):
        assert exemplary > slow > template
    for bot in ("template", "spammer", "denier", "silent"):
        assert max(grade[0] for grade in grades(name, bot)) < GOOD


@pytest.mark.slow
@pytest.mark.parametrize("name", scored_scenarios())
def test_chance_is_no_strategy(name: str) -> None:
    overall = [grade[0] for grade in grades(name, "random", range(1, 201))]
    assert median(overall) < 55
    assert sum(grade >= GOOD for grade in overall) <= 0.15 * len(overall)


@pytest.mark.slow
@pytest.mark.parametrize("name", scored_scenarios())
def test_what_one_says_changes_the_storm(name: str) -> None:
    silent, exemplary = grades(name, "silent"), grades(name, "exemplary")
    assert 60 <= median(grade[2] for grade in silent) <= 180
    assert median(quiet[1] / good[1] for quiet, good in zip(silent, exemplary, strict=True)) >= 1.4
    peaks = median(grade[3] for grade in silent)
    assert 0.75 <= peaks / (peaks + scenario_of(name).outbreak.v_half) <= 0.85


@pytest.mark.slow
@pytest.mark.parametrize("name", scored_scenarios())
def test_the_seeds_offered_to_players_are_ordinary(name: str) -> None:
    offered = scenario_of(name).outbreak.offered_seeds
    assert len(offered) >= 20
    volumes = [grade[1] for grade in grades(name, "silent", range(1, 65))]
    middle = median(volumes)
    for seed in offered[:20]:
        assert middle / 2 <= graded((name, "silent", seed))[1] <= 2 * middle
