"""Starsim: vectors and numba over a list of links.

In each step it first lets people recover and then goes through all links. Whoever is infected in step t infects from
t + 1 on, but seeds from step 0 on: so all others are given one step more. An exponential duration that is looked at
once a step is a geometric one. Settings: no common random numbers, no results of people, nothing printed.
"""

from __future__ import annotations

from functools import partial
from math import log

import numpy as np
import starsim as ss

from .graph import Graph, Whole
from .law import Law, Outbreak

MOST_STEPS = 1000


def build(graph: Graph) -> Outbreaks:
    """The links of `graph`; each outbreak makes its population anew, because a simulation cannot be run twice."""
    ss.options(verbose=0, crn=False)
    return Outbreaks(graph)


class Given(ss.SIR):
    """The SIR, begun by given users."""

    def __init__(self, seed_users: Whole, **settings: object) -> None:
        super().__init__(**settings)
        self.seed_users = seed_users

    def init_post(self) -> None:
        super().init_post()
        self.set_prognoses(ss.uids(self.seed_users), sources=-1)

    def set_progression(self, uids: ss.uids) -> None:
        super().set_progression(uids)
        if self.sim.initialized:
            self.ti_recovered[uids] = self.ti_recovered[uids] + 1


class Links(ss.Network):
    """Links that stay as they are."""

    def step(self) -> None:
        """Nothing changes."""


class Outbreaks:
    """Outbreaks on one list of links; a cascade is an outbreak whose users are infectious for one step."""

    def __init__(self, graph: Graph) -> None:
        self._size = graph.size
        self._links = {"p1": graph.authors(), "p2": graph.followers, "beta": np.ones(graph.links, np.float32)}

    def ready(self, law: Law, seed_users: Whole, seed: int) -> Outbreak:
        duration = ss.expon(scale=-1 / log(1 - law.recovery)) if law.recovery and law.lasts else ss.constant(1)
        beta = {"links": [law.infection, 0]}
        disease = Given(seed_users, beta=beta, dur_inf=duration, p_death=0, init_prev=0, name="sir")
        simulation = ss.Sim(
            n_agents=self._size,
            diseases=disease,
            networks=Links(edges=self._links, name="links"),
            start=0,
            dur=MOST_STEPS,
            dt=1,
            rand_seed=seed,
            copy_inputs=False,
            people_results=False,
            verbose=0,
        )
        simulation.init()
        return partial(_live, simulation, len(seed_users))


def _live(simulation: ss.Sim, seeds: int) -> list[int]:
    disease = simulation.diseases.sir
    course = [seeds]
    for step in range(MOST_STEPS):
        simulation.run_one_step()
        course.append(int(disease.results.new_infections[step]))
        if not disease.infected.any():
            while not course[-1]:
                course.pop()
            return course
    raise RuntimeError(f"Starsim's outbreak lives after {MOST_STEPS} steps")
