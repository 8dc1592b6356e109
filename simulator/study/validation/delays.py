"""Facts about time: how long reshares take, and how soon a cascade has had half of them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from simulator.locale import Message
from simulator.pages import Chart, Series
from simulator.propagation import SpreadParameters
from simulator.propagation.cascades import Cascades
from simulator.propagation.tables import Whole
from simulator.study.validation.fact import Fact, Measure
from simulator.study.validation.population import Population

_MINUTE = 60
_LOWEST, _HIGHEST, _STEPS = 0.02, 0.98, 60
_GOLDEN = (5**0.5 - 1) / 2
_CHART_POINTS = 60

Shares = NDArray[np.float64]


def facts(population: Population) -> list[Fact]:
    """Rows 8 to 10.

    Row 8 is fitted as if to real reshares of the author's own followers: to clock minutes, with the day's rhythm
    left in them, each counted as the whole minute in which it falls. Row 9 takes activity seconds, which the kernel
    is about, and clock minutes, in which the rhythm shows. Row 10 is over cascades of 50 reshares or more.
    """
    theta = SpreadParameters().kernel_theta
    seconds, minutes = population.seconds, population.minutes
    distances = [
        Measure(kernel_distance(seconds, 1, theta), 0, 0.06, "activity_time"),
        Measure(kernel_distance(minutes, _MINUTE, theta), 0, 0.06, "clock_time"),
    ]
    charts = [_delays_chart(population, theta, distances[1].value)]
    half = float(np.median(half_lives(population.trees)))
    return [
        Fact(8, "kernel_refit", [Measure(fitted_exponent(minutes), 0.20, 0.27)]),
        Fact(9, "kernel_distance", distances, charts),
        Fact(10, "half_life", [Measure(half, 25, 80)]),
    ]


def kernel_reached(seconds: Shares, theta: float) -> Shares:
    """The share of reactions within `seconds`, by the SEISMIC kernel (Zhao et al. 2015) of exponent `theta`.

    Level up to `kernel_flat`, a power law 1 + theta from there, cut at `kernel_cut`.
    """
    p = SpreadParameters()
    level = theta / (1 + theta)
    late = np.clip(seconds, p.kernel_flat, p.kernel_cut * 86_400) / p.kernel_flat
    reached = np.where(seconds < p.kernel_flat, level * seconds / p.kernel_flat, 1 - (1 - level) * late**-theta)
    shares: Shares = reached / (1 - (1 - level) * (p.kernel_cut * 86_400 / p.kernel_flat) ** -theta)
    return shares


def fitted_exponent(minutes: Whole) -> float:
    """The kernel's theta by maximum likelihood, from counts of delays; place i counts those in (i - 1, i] minutes.

    What the day's rhythm moved beyond the kernel's cut is left out. The likelihood has one peak, found by golden
    section to six decimals.
    """
    last = min(len(minutes) - 1, SpreadParameters().kernel_cut * 86_400 // _MINUTE)
    ends = np.arange(last + 1, dtype=np.float64) * _MINUTE
    counts = minutes[1 : last + 1]

    def likelihood(theta: float) -> float:
        return float((counts * np.log(np.diff(kernel_reached(ends, theta)))).sum())

    low, high = _LOWEST, _HIGHEST
    while high - low > 1e-6:
        left, right = high - _GOLDEN * (high - low), low + _GOLDEN * (high - low)
        if likelihood(left) < likelihood(right):
            low = left
        else:
            high = right
    return (low + high) / 2


def kernel_distance(counts: Whole, unit: int, theta: float) -> float:
    """The Kolmogorov-Smirnov distance between the kernel and delays counted in whole `unit`s of seconds.

    Place i counts delays of up to i units, so the two are compared where the units end.
    """
    ends = np.arange(len(counts), dtype=np.float64) * unit
    return float(np.abs(counts.cumsum() / counts.sum() - kernel_reached(ends, theta)).max())


def half_lives(cascades: Cascades) -> Shares:
    """Minutes from each post until half of the reshares it will have had have come; each cascade has one reshare."""
    children = cascades.depth > 0
    post = cascades.post[children]
    since = (cascades.minute - cascades.minute[cascades.starts[:-1]][cascades.post])[children]
    rising = since[np.lexsort((since, post))]
    reshares = cascades.sizes - 1
    first = np.cumsum(reshares) - reshares
    minutes: Shares = rising[first + (reshares + 1) // 2 - 1].astype(np.float64)
    return minutes


def _delays_chart(population: Population, theta: float, distance: float) -> Chart:
    cut = SpreadParameters().kernel_cut * 24 * 60
    places = np.unique(np.geomspace(1, cut, _CHART_POINTS).astype(np.int64))
    kernel = kernel_reached((places * _MINUTE).astype(np.float64), theta)

    def reached(counts: Whole, at: Whole) -> list[float]:
        total = counts.cumsum() / counts.sum()
        return [float(share) for share in total[np.minimum(at, len(total) - 1)]]

    x = places.tolist()
    return Chart(
        title=Message("validation.delays_title"),
        x_name=Message("validation.delays_x"),
        y_name=Message("validation.delays_y"),
        series=[
            Series(Message("validation.delays_active"), x, reached(population.seconds, places * _MINUTE)),
            Series(Message("validation.delays_clock"), x, reached(population.minutes, places)),
            Series(Message("validation.delays_kernel"), x, kernel.tolist()),
        ],
        alt=Message("validation.delays_alt", {"distance": round(100 * distance)}),
        x_scale="log",
    )
