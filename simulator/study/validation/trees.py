"""Facts about the shapes of cascades: broad and shallow, most of them a crowd around one author."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from simulator.locale import Message
from simulator.pages import Chart, Series
from simulator.propagation.cascades import Cascades
from simulator.propagation.tables import Whole
from simulator.study.validation.fact import Fact, Measure
from simulator.study.validation.population import Population

_SMALLEST = 57
_PERCENTILES = (5, 50, 95)
_REAL_VIRALITY = (2.05, 2.36, 3.62)
_CHARTED, _CHART_POINTS = 0.99, 199

Shares = NDArray[np.float64]


def facts(population: Population) -> list[Fact]:
    """Rows 4 to 7, over cascades as large as the published ones: 57 to 3,100 users."""
    trees = population.trees.chosen(population.trees.sizes >= _SMALLEST)
    virality, deep = structural_virality(trees), depths(trees)
    # A median or percentile is one of the depths, never a number between two of them.
    middle, deepest = (float(np.quantile(deep, share, method="inverted_cdf")) for share in (0.5, 0.95))
    depth = [Measure(middle, 3, 3, "median"), Measure(deepest, 5, 9, "percentile_95")]
    return [
        Fact(
            4, "structural_virality", [Measure(float(np.median(virality)), 2.2, 2.55)], [_virality_chart(virality)],
        ),
        Fact(5, "depth", depth),
        Fact(6, "first_generation", [Measure(float(np.median(first_shares(trees))), 0.75, 0.92)]),
        Fact(7, "childless", [Measure(childless_share(trees), 0.85, 0.92)]),
    ]  # fmt: skip


def structural_virality(cascades: Cascades) -> Shares:
    """The mean distance between two users of each cascade, along its tree (Goel et al. 2016); each has two users.

    A link is crossed by the pairs with one user below it and one elsewhere, so the distances add up to the sum
    over users of below x (size - below), `below` counting the user and all who reshared after it.
    """
    sizes = cascades.sizes
    below = _users_below(cascades)
    crossed = np.where(cascades.depth > 0, below * (np.repeat(sizes, sizes) - below), 0)
    distances: Shares = 2 * np.add.reduceat(crossed, cascades.starts[:-1]) / (sizes * (sizes - 1))
    return distances


def depths(cascades: Cascades) -> Whole:
    """How many generations each cascade has below its author."""
    return np.maximum.reduceat(cascades.depth, cascades.starts[:-1])


def first_shares(cascades: Cascades) -> Shares:
    """The share of each cascade's reshares that stand right below its author."""
    direct = np.add.reduceat((cascades.depth == 1).astype(np.int64), cascades.starts[:-1])
    shares: Shares = direct / (cascades.sizes - 1)
    return shares


def childless_share(cascades: Cascades) -> float:
    """The share of all resharers of these cascades whom nobody reshared in turn."""
    reshared = np.zeros(len(cascades.user), np.bool_)
    reshared[cascades.parent[cascades.parent >= 0]] = True
    return float(1 - reshared[cascades.depth > 0].mean())


def _users_below(cascades: Cascades) -> Whole:
    below = np.ones(len(cascades.user), np.int64)
    for depth in range(int(cascades.depth.max(initial=0)), 0, -1):
        users = np.flatnonzero(cascades.depth == depth)
        np.add.at(below, cascades.parent[users], below[users])
    return below


def _virality_chart(virality: Shares) -> Chart:
    shares = np.linspace(0, _CHARTED, _CHART_POINTS)
    return Chart(
        title=Message("validation.virality_title"),
        x_name=Message("validation.virality_x"),
        y_name=Message("validation.virality_y"),
        series=[
            Series(
                Message("validation.simulated"),
                np.quantile(virality, shares).tolist(),
                shares.tolist(),
            ),
            Series(
                Message("validation.published"), _REAL_VIRALITY, [percent / 100 for percent in _PERCENTILES], "points"
            ),
        ],
        alt=Message(
            "validation.virality_alt",
            {
                "cascades": len(virality),
                "median": round(float(np.median(virality)), 2),
                "late": round(float(np.quantile(virality, 0.95)), 2),
            },
        ),
    )
