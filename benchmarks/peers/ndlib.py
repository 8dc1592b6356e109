"""NDlib: diffusion models in plain Python over networkx.

Both models go through all users in each step and infect along the successors of a DiGraph. A user of the SIR infects
first and then recovers with probability gamma, so that it is infectious for at least one step. The independent cascade
takes its probability link by link from a dictionary: it knows no other way.
"""

from __future__ import annotations

from functools import partial

import networkx
import numpy as np
from ndlib.models.DiffusionModel import DiffusionModel
from ndlib.models.epidemics.IndependentCascadesModel import IndependentCascadesModel
from ndlib.models.epidemics.SIRModel import SIRModel
from ndlib.models.ModelConfig import Configuration

from .graph import Graph, Whole
from .law import Law, Outbreak
from .networkx import directed

SUSCEPTIBLE, INFECTED = 0, 1


def build(graph: Graph) -> Outbreaks:
    """NDlib on a networkx copy of `graph`."""
    return Outbreaks(directed(graph))


class Outbreaks:
    """Cascades and outbreaks on one graph; NDlib draws from numpy's global state, which is seeded for each."""

    def __init__(self, graph: networkx.DiGraph) -> None:
        self._graph = graph
        self._models: dict[Law, DiffusionModel] = {}

    def ready(self, law: Law, seed_users: Whole, seed: int) -> Outbreak:
        if law not in self._models:
            self._models[law] = _configured(self._graph, law)
        model = self._models[law]
        model.reset(infected_nodes=seed_users.tolist())
        np.random.seed(seed)
        return partial(_live, model)


def _configured(graph: networkx.DiGraph, law: Law) -> DiffusionModel:
    configuration = Configuration()
    configuration.add_model_initial_configuration("Infected", [])
    if law.recovery is None:
        model = IndependentCascadesModel(graph)
        for link in graph.edges():
            configuration.add_edge_configuration("threshold", link, law.infection)
    else:
        model = SIRModel(graph)
        configuration.add_model_parameter("beta", law.infection)
        configuration.add_model_parameter("gamma", law.recovery)
    model.set_initial_status(configuration)
    return model


def _live(model: DiffusionModel) -> list[int]:
    course = [model.iteration(node_status=False)["node_count"][INFECTED]]
    active = course[0]
    while active:
        found = model.iteration(node_status=False)
        course.append(-found["status_delta"][SUSCEPTIBLE])
        active = found["node_count"][INFECTED]
    while not course[-1]:
        course.pop()
    return course
