"""The validation table: every row, measured on simulated populations."""

from __future__ import annotations

from collections.abc import Callable

from simulator.study.pool import workers
from simulator.study.validation import cascades, delays, hours, population, sameness, storms, threshold, trees, words
from simulator.study.validation.fact import Fact

_PARTS = 5


def validate(seed: int, quick: bool, progress: Callable[[int, int], None] | None = None) -> list[Fact]:
    """The 15 rows, in order, for populations drawn for `seed`; `quick` draws smaller ones, in under a minute.

    `progress` is told how many parts of how many are done. Runs in as many processes as there are cores.
    """
    done: list[Fact] = []
    finished = 0

    def finish(facts: list[Fact]) -> None:
        nonlocal finished
        done.extend(facts)
        finished += 1
        if progress is not None:
            progress(finished, _PARTS)

    with workers(1) as pool:
        ordinary = pool.submit(_ordinary, seed, quick)
        finish(sameness.facts(seed))
        finish(threshold.facts(seed, quick))
        finish(words.facts(seed, quick))
        finish(storms.facts(seed, quick))
        finish(ordinary.result())
    return sorted(done, key=lambda fact: fact.row)


def _ordinary(seed: int, quick: bool) -> list[Fact]:
    posts = population.simulate(seed, quick)
    return [fact for part in (cascades, trees, delays, hours) for fact in part.facts(posts)]
