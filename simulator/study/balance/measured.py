"""The balance of a scenario: everything that many plays of every bot say about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from simulator.engine.bots import BOTS, texts_looked_at
from simulator.scenario.dominance import Dominated, dominant, dominated
from simulator.scenario.model import Scenario
from simulator.study.balance.bounds import Bound, bounds_of
from simulator.study.balance.choices import Choices, choices_of, longest_is_best
from simulator.study.balance.dead import Dead, dead_of
from simulator.study.balance.difficulty import Difficulty
from simulator.study.balance.distribution import Distribution
from simulator.study.balance.jobs import Job, Lives
from simulator.study.balance.journal import Journal
from simulator.study.balance.lived import Lived
from simulator.study.balance.seeds import seeds_of

Scale = Literal["overall", "reactivity", "transparency", "tone"]
SCALES: tuple[Scale, ...] = ("overall", "reactivity", "transparency", "tone")

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Balance:
    """What was measured: on `seeds`, the plays `lived` by each bot, in the order of the seeds.

    `scores` are distributions by scale, then by bot; `longest_is_best` is a share (0..1) of the injects.
    """

    scenario: Scenario
    seeds: tuple[int, ...]
    lived: Mapping[str, tuple[Lived, ...]]
    scores: Mapping[Scale, Mapping[str, Distribution]]
    choices: tuple[Choices, ...]
    dominated: tuple[Dominated, ...]
    dominant: tuple[tuple[str, str], ...]
    longest_is_best: float
    dead: Dead
    difficulty: Difficulty
    bounds: tuple[Bound, ...]

    @property
    def holds(self) -> bool:
        """Whether every bound is kept."""
        return all(bound.holds for bound in self.bounds)


def measure(
    scenario: Scenario,
    plays: int,
    lives: Lives,
    journal: Journal | None = None,
    progress: Progress | None = None,
    *,
    fresh: bool = False,
) -> Balance:
    """The balance of `scenario` over so many plays (at least 1) of each bot.

    Only what `journal` does not hold is lived, by `lives`, and is kept there at once; `fresh`: as if it held nothing.
    `progress` is told the plays that are there, of how many, kept ones included. Raises OSError where the journal's
    disk refuses, and what `lives` raises.
    """
    seeds = seeds_of(scenario, plays)
    jobs = [Job(bot, seed) for seed in seeds for bot in BOTS]
    kept = {} if journal is None or fresh else journal.read()
    found = {job: kept[key] for job in jobs if (key := (*job, texts_looked_at(scenario, job.bot))) in kept}
    missing = [job for job in jobs if job not in found]
    if journal is not None and missing:
        journal.begin(fresh=fresh)
    if progress is not None:
        progress(len(found), len(jobs))
    for play in lives(scenario, missing) if missing else ():
        if journal is not None:
            journal.add([play])
        found[Job(play.bot, play.seed)] = play
        if progress is not None:
            progress(len(found), len(jobs))
    return balance_of(scenario, {bot: [found[Job(bot, seed)] for seed in seeds] for bot in BOTS})


def balance_of(scenario: Scenario, lived: Mapping[str, Sequence[Lived]]) -> Balance:
    """What the plays `lived` by each of BOTS, on the same seeds, say about `scenario`."""
    scores = {
        scale: {bot: Distribution.of([getattr(play, scale) for play in plays]) for bot, plays in lived.items()}
        for scale in SCALES
    }
    overall = scores["overall"]
    best = overall["exemplary"].median
    choices = choices_of(scenario, lived)
    leading = dominant(scenario)
    return Balance(
        scenario=scenario,
        seeds=tuple(play.seed for play in lived["exemplary"]),
        lived={bot: tuple(plays) for bot, plays in lived.items()},
        scores=scores,
        choices=choices,
        dominated=dominated(scenario),
        dominant=leading,
        longest_is_best=longest_is_best(choices, "exemplary"),
        dead=dead_of(scenario, [play for plays in lived.values() for play in plays]),
        difficulty=Difficulty(best - overall["random"].median, best - overall["slow"].median),
        bounds=bounds_of(overall, len(leading)),
    )
