"""EoN (Epidemics on Networks): plain Python over networkx.

`basic_discrete_SIR` recovers everybody after one step: it is the independent cascade. Its event-driven
`fast_nonMarkov_SIR` takes any waiting times, so geometric ones give the discrete SIR exactly (a transmission at the
very step of recovery still counts). `fast_SIR` is another process: continuous time, exponential durations.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import EoN
import networkx
import numpy as np

from .graph import Graph, Whole
from .law import Law, Outbreak
from .networkx import directed


def build(graph: Graph) -> Outbreaks:
    """EoN on a networkx copy of `graph`: an infection goes along `neighbors`, which for a DiGraph are successors."""
    return Outbreaks(directed(graph))


class Outbreaks:
    """Cascades and outbreaks on one graph."""

    def __init__(self, graph: networkx.DiGraph) -> None:
        self._graph = graph

    def ready(self, law: Law, seed_users: Whole, seed: int) -> Outbreak:
        live = self._lasting if law.lasts else self._cascade
        return partial(live, law, seed_users.tolist(), np.random.default_rng(seed))

    def _cascade(self, law: Law, seeds: list[int], rng: np.random.Generator) -> list[int]:
        _, _, infected, _ = EoN.basic_discrete_SIR(self._graph, law.infection, initial_infecteds=seeds, rng=rng)
        return infected[:-1].tolist()

    def _lasting(self, law: Law, seeds: list[int], rng: np.random.Generator) -> list[int]:
        times, susceptible, _, _ = EoN.fast_nonMarkov_SIR(
            self._graph,
            trans_and_rec_time_fxn=_waiting_times,
            trans_and_rec_time_args=(law.infection, law.recovery, rng),
            initial_infecteds=seeds,
        )
        infections = np.flatnonzero(np.diff(susceptible)) + 1
        return [len(seeds), *np.bincount(times[infections].astype(np.int64))[1:].tolist()]


def _waiting_times(
    _user: int, susceptible: Sequence[int], infection: float, recovery: float, rng: np.random.Generator
) -> tuple[dict[int, int], int]:
    """Steps until each susceptible follower is infected, if this happens before recovery, and until recovery."""
    duration = int(rng.geometric(recovery))
    waits = rng.geometric(infection, len(susceptible))
    found = np.flatnonzero(waits <= duration)
    return {susceptible[place]: int(waits[place]) for place in found.tolist()}, duration
