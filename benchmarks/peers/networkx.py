"""The stored graph as networkx has it, for the peers that are made on it."""

from __future__ import annotations

import gc

import networkx

from .graph import Graph

SLICE = 1 << 16
"""Links that are turned into Python's numbers at a time."""


def directed(graph: Graph) -> networkx.DiGraph:
    """A link goes from a user to a follower, as an infection does.

    The garbage collector waits until it is built; then it is as every program has it.
    """
    gc.disable()
    copy = networkx.DiGraph()
    copy.add_nodes_from(range(graph.size))
    authors = graph.authors()
    for start in range(0, graph.links, SLICE):
        part = slice(start, start + SLICE)
        copy.add_edges_from(zip(authors[part].tolist(), graph.followers[part].tolist(), strict=True))
    gc.enable()
    return copy
