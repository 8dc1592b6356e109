"""Where an epidemic takes off: plain SIR on a known graph against its published threshold."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from simulator.chance import Chance
from simulator.locale import Message
from simulator.pages import Chart, Series
from simulator.propagation.simple import SIR, live
from simulator.propagation.stored import StoredGraph
from simulator.study.validation.fact import Fact, Measure

_SIZE = 10_000
_EXPONENT = 2.5
_FEWEST, _MOST = 3, 100
_RECOVERY = 0.5
_GRID = tuple(2.0 ** (quarter / 4) for quarter in range(-6, 7))
"""Transmissibilities tried, as multiples of the threshold: from about a third of it to about three times."""
_OUTBREAKS, _QUICK_OUTBREAKS = 1000, 200
_FIRST_USERS = 20
_EXACT = 1e-9

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Outbreaks:
    """Final sizes (shares of the users) of outbreaks at one transmissibility, given as a multiple of the threshold."""

    multiple: float
    shares: Numbers

    @property
    def variability(self) -> float:
        """Standard deviation of the size over its mean (Shu et al. 2015)."""
        return float(self.shares.std() / self.shares.mean())


def facts(seed: int, quick: bool) -> list[Fact]:
    """Row 12: SIR on an uncorrelated power-law graph drawn for `seed`.

    "formula": the threshold <k> / (<k^2> - <k>) times the mean number of further links at the end of a link, counted
    link by link: 1 if the formula is exact (Newman 2002). "second_generation": users infected in the second
    generation for each of the first, at the threshold and over all outbreaks: 1 if links pass on as the law says,
    with a sampling error of about .04 (quick). "take_off": the transmissibility at which sizes of outbreaks from one
    random user vary most (peak of the variability, Shu et al. 2015), as a multiple of the threshold: within a factor
    of the square root of two. Sizes from 200 outbreaks (quick) or 1,000 at each of 13 transmissibilities.
    """
    graph = known_graph(_SIZE, seed)
    critical = threshold(graph)
    count = _QUICK_OUTBREAKS if quick else _OUTBREAKS
    tried = [_outbreaks(graph, critical, multiple, count, seed) for multiple in _GRID]
    most_varied = max(tried, key=lambda each: each.variability)
    return [
        Fact(
            row=12,
            code="threshold",
            measures=(
                Measure(critical * further_links(graph), 1 - _EXACT, 1 + _EXACT, "formula"),
                Measure(second_generation(graph, critical, 2 * count, seed), 0.8, 1.2, "second_generation"),
                Measure(most_varied.multiple, 0.7, 1.42, "take_off"),
            ),
            charts=(_chart(tried, count),),
        )
    ]


def known_graph(size: int, seed: int) -> StoredGraph:
    """A symmetric graph of `size` users without degree correlation, for which the formula is made.

    Numbers of links are the quantiles of a power law of exponent 2.5 from 3 to 100, their ends joined at random
    (configuration model); loops and double links are left out.
    """
    tails = (np.arange(size) + 0.5) / size
    power = 1 - _EXPONENT
    low, high = (_FEWEST - 0.5) ** power, (_MOST + 0.5) ** power
    degrees = np.rint((low - tails * (low - high)) ** (1 / power)).astype(np.int64)
    ends = np.repeat(np.arange(size, dtype=np.int64), degrees)
    ends = ends[np.argsort(Chance(seed).bits("ends", np.arange(len(ends))), kind="stable")]
    pairs = ends[: len(ends) // 2 * 2].reshape(-1, 2)
    pairs = np.unique(np.sort(pairs[pairs[:, 0] != pairs[:, 1]], axis=1), axis=0)
    users, followers = np.concatenate([pairs, pairs[:, ::-1]]).T
    return StoredGraph.from_links(size, users, followers)


def threshold(graph: StoredGraph) -> float:
    """<k> / (<k^2> - <k>): the probability to pass on along a link from which outbreaks can be large."""
    degrees = np.diff(graph.to_csr()[0])
    return float(degrees.sum() / ((degrees**2).sum() - degrees.sum()))


def further_links(graph: StoredGraph) -> float:
    """How many links lead on, on average, from the user at the end of a link."""
    _, ends = graph.to_csr()
    return float((graph.degree(ends) - 1).mean())


def second_generation(graph: StoredGraph, passed: float, count: int, seed: int) -> float:
    """Users of the second generation for each of the first, from 20 random users in each of `count` outbreaks."""
    chance, law = Chance(seed), SIR(passed, 1.0)
    generations = np.zeros(3, np.int64)
    for number in range(count):
        first = chance.below("first users", np.arange(_FIRST_USERS, dtype=np.int64), graph.size, number)
        course = live(graph, law, first, chance.draw("generations", number)).per_step[:3]
        generations[: len(course)] += course
    return float(generations[2] / generations[1])


def _outbreaks(graph: StoredGraph, critical: float, multiple: float, count: int, seed: int) -> Outbreaks:
    """Outbreaks from one random user each.

    A user who recovers with probability g a step, at least one step after it was infected, passes on along a link
    with T = b / (b + g - b g) in all, b being the probability of a step.
    """
    passed = min(multiple * critical, 1.0)
    law = SIR(passed * _RECOVERY / (1 - passed * (1 - _RECOVERY)), _RECOVERY)
    chance = Chance(seed)
    numbers = np.arange(count, dtype=np.int64)
    first = chance.below("first user", numbers, graph.size)
    sizes = [live(graph, law, first[n : n + 1], chance.draw("outbreak", int(n))).size for n in numbers]
    return Outbreaks(multiple, np.array(sizes) / graph.size)


def _chart(tried: list[Outbreaks], count: int) -> Chart:
    multiples = [each.multiple for each in tried]
    means = [float(each.shares.mean()) for each in tried]
    variabilities = [each.variability for each in tried]
    relative = [each / max(variabilities) for each in variabilities]
    return Chart(
        title=Message("validation.threshold_title"),
        x_name=Message("validation.threshold_x"),
        y_name=Message("validation.threshold_y"),
        series=[
            Series(Message("validation.threshold_mean"), multiples, means),
            Series(Message("validation.threshold_variability"), multiples, relative),
            Series(Message("validation.threshold_formula"), [1.0, 1.0], [0.0, 1.0]),
        ],
        alt=Message(
            "validation.threshold_alt", {"outbreaks": count, "below": 100 * means[0], "above": 100 * means[-1]}
        ),
        x_scale="log",
    )
