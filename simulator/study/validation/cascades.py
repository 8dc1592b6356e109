"""Facts about the sizes of cascades: nearly all posts die at once, and a few do not."""

from __future__ import annotations

import numpy as np

from simulator.locale import Message
from simulator.pages import Chart, Series
from simulator.propagation.tables import Whole
from simulator.study.validation.fact import Fact, Measure
from simulator.study.validation.population import Population

_TAILS = {"xmin_50": 50, "xmin_100": 100, "xmin_200": 200}
_REAL_EXPONENT = 2.48
_REAL_RESHARED, _REAL_HUNDRED = 0.05, 2.5e-4
_TAIL_END = 10_000
_CHART_POINTS = 120


def facts(population: Population) -> list[Fact]:
    """Rows 1 to 3, over all cascades."""
    sizes, times = population.sizes, population.times
    never = float(share_from(sizes, times, 1) - share_from(sizes, times, 2))
    hundred = share_from(sizes, times, 100)
    tails = [Measure(hill_exponent(sizes, times, smallest), 2.1, 2.7, name) for name, smallest in _TAILS.items()]
    return [
        Fact(1, "never_reshared", [Measure(never, 0.85, 0.97)], [_sizes_chart(population)]),
        Fact(2, "hundred_or_more", [Measure(hundred, 0.5e-4, 5e-4)]),
        Fact(3, "size_tail", tails),
    ]


def share_from(sizes: Whole, times: Whole, smallest: int) -> float:
    """The share of cascades of at least `smallest` users, given how many times each of `sizes` occurs."""
    return float(times[sizes >= smallest].sum() / times.sum())


def hill_exponent(sizes: Whole, times: Whole, smallest: int) -> float:
    """The exponent of the power law that cascades of at least `smallest` users follow, by maximum likelihood.

    Hill's estimator 1 + n / sum of ln(size / (smallest - 1/2)), with the half for whole numbers (Clauset, Shalizi
    and Newman 2009). Not a number without two sizes to compare.
    """
    tail = sizes >= smallest
    logarithms = times[tail] * np.log(sizes[tail] / (smallest - 0.5))
    return float(1 + times[tail].sum() / logarithms.sum()) if tail.sum() > 1 else float("nan")


def _sizes_chart(population: Population) -> Chart:
    sizes, times = population.sizes, population.times
    places = np.unique(np.searchsorted(sizes, np.geomspace(1, sizes[-1], _CHART_POINTS)))
    reached = times[::-1].cumsum()[::-1] / population.posts
    tail = np.geomspace(100, _TAIL_END, 3)
    return Chart(
        title=Message("validation.sizes_title"),
        x_name=Message("validation.sizes_x"),
        y_name=Message("validation.sizes_y"),
        series=[
            Series(Message("validation.simulated"), sizes[places].tolist(), reached[places].tolist()),
            Series(Message("validation.published"), [2, 100], [_REAL_RESHARED, _REAL_HUNDRED], "points"),
            Series(
                Message("validation.sizes_tail"),
                tail.tolist(),
                (_REAL_HUNDRED * (tail / 100) ** (1 - _REAL_EXPONENT)).tolist(),
            ),
        ],
        alt=Message(
            "validation.sizes_alt",
            {
                "reshared": round(100 * share_from(sizes, times, 2)),
                "hundred": round(1e6 * share_from(sizes, times, 100)),
                "largest": round(100 * float(sizes.max()) / population.users, 1),
            },
        ),
        x_scale="log",
        y_scale="log",
    )
