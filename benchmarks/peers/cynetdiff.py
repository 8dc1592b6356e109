"""CyNetDiff: independent cascades in compiled code. It has no SIR.

A SIR with recovery 1 is its cascade. The final size of a SIR that lasts can be asked of it by percolation: each user
draws for how many steps it is infectious, and its links get the probability that something passes in that time. That is
less than the others do, since it knows no steps. Its `starts` has one entry a user, without a closing one.
"""

from __future__ import annotations

from functools import partial

import numpy as np
from cynetdiff.models import IndependentCascadeModel

from .graph import Graph, Whole
from .law import Law, Outbreak


def build(graph: Graph) -> Outbreaks:
    """The links of `graph` in the arrays that CyNetDiff asks for, of which its models make no copy."""
    return Outbreaks(graph)


class Outbreaks:
    """Cascades and percolations on one graph."""

    def __init__(self, graph: Graph) -> None:
        self._starts = graph.starts[:-1].astype(np.uint32)
        self._links = graph.followers.astype(np.uint32)
        self._degrees = np.diff(graph.starts)

    def ready(self, law: Law, seed_users: Whole, seed: int) -> Outbreak:
        if not law.lasts:
            model = IndependentCascadeModel(self._starts, self._links, activation_prob=law.infection, rng=seed)
            model.set_seeds(seed_users.tolist())
            return partial(_cascade, model)
        chances = np.zeros(len(self._links), np.float32)
        model = IndependentCascadeModel(self._starts, self._links, activation_probs=chances, rng=seed)
        model.set_seeds(seed_users.tolist())
        return partial(self._percolation, model, chances, law, np.random.default_rng([seed, 1]))

    def _percolation(
        self, model: IndependentCascadeModel, chances: np.ndarray, law: Law, rng: np.random.Generator
    ) -> list[int]:
        """The seeds and all others: steps are not known."""
        durations = rng.geometric(law.recovery, len(self._degrees))
        passed = (1 - (1 - law.infection) ** durations).astype(np.float32)
        chances[:] = np.repeat(passed, self._degrees)
        seeds = model.get_num_activated_nodes()
        model.advance_until_completion()
        return [seeds, model.get_num_activated_nodes() - seeds]


def _cascade(model: IndependentCascadeModel) -> list[int]:
    course = [model.get_num_activated_nodes()]
    total = course[0]
    while course[-1]:
        model.advance_model()
        course.append(model.get_num_activated_nodes() - total)
        total += course[-1]
    return course[:-1]
