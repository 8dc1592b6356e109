"""The seeds on which a scenario's balance is measured: those that players get, then further ones."""

from __future__ import annotations

from itertools import chain, count, islice

from simulator.scenario.model import Scenario


def seeds_of(scenario: Scenario, plays: int) -> tuple[int, ...]:
    """`plays` different seeds: the offered ones in their order, then the smallest that are not offered, from 1."""
    offered = dict.fromkeys(scenario.outbreak.offered_seeds)
    return tuple(islice(chain(offered, (seed for seed in count(1) if seed not in offered)), plays))
