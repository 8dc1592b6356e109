"""The fact about the day: posts and reshares follow the hours as people do."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from simulator.locale import Message
from simulator.pages import Chart, Series
from simulator.propagation.parameters import HOURLY_SHARES
from simulator.propagation.tables import Whole
from simulator.study.validation.fact import Fact, Measure
from simulator.study.validation.population import Population


def facts(population: Population) -> list[Fact]:
    """Row 11: the hour that is farthest from its published share, over posts and reshares together."""
    gap = largest_gap(population.hours)
    chart = _hours_chart(population.hours, gap)
    return [Fact(11, "hours", [Measure(gap, 0, 0.20)], [chart])]


def largest_gap(hours: Whole) -> float:
    """The largest of |simulated share / published share - 1| over the 24 hours, for the posts counted in each."""
    return float(np.abs(hours / hours.sum() / _published() - 1).max())


def _published() -> NDArray[np.float64]:
    shares = np.array(HOURLY_SHARES)
    whole: NDArray[np.float64] = shares / shares.sum()
    return whole


def _hours_chart(hours: Whole, gap: float) -> Chart:
    x = list(range(24))
    return Chart(
        title=Message("validation.hours_title"),
        x_name=Message("validation.hours_x"),
        y_name=Message("validation.hours_y"),
        series=[
            Series(Message("validation.published"), x, (100 * _published()).tolist(), "bars"),
            Series(Message("validation.simulated"), x, (100 * hours / hours.sum()).tolist(), "points"),
        ],
        alt=Message("validation.hours_alt", {"gap": round(100 * gap)}),
    )
