"""This project's model behind the face of the peers."""

from __future__ import annotations

from simulator.propagation.simple import SIR, IndependentCascade, live
from simulator.propagation.stored import StoredGraph

from .graph import Graph, Whole
from .law import Law, Outbreak


def build(graph: Graph) -> Outbreaks:
    """The machinery of the storms on the stored graph, which is kept as it is given."""
    return Outbreaks(graph)


class Outbreaks:
    """Cascades and outbreaks on one graph."""

    def __init__(self, graph: Graph) -> None:
        self._graph = StoredGraph(graph.starts, graph.followers)

    def ready(self, law: Law, seed_users: Whole, seed: int) -> Outbreak:
        ours = IndependentCascade(law.infection) if law.recovery is None else SIR(law.infection, law.recovery)
        return lambda: live(self._graph, ours, seed_users, seed).per_step.tolist()
