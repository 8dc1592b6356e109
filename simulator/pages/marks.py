"""Where the axes of a chart are marked, and with what words."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from math import log10

from matplotlib.axis import XAxis, YAxis
from matplotlib.ticker import (
    FixedLocator,
    FuncFormatter,
    LogLocator,
    MaxNLocator,
    MultipleLocator,
    NullFormatter,
    NullLocator,
)

from simulator.locale import Phrasebook
from simulator.pages.chart import Scale
from simulator.pages.numbers import power_of_ten, significant

_STEPS = (1, 2, 3, 5, 6, 10)
"""What the marks of a linear axis may be apart, times a power of ten."""
_FEW = 12
"""Whole places that each have a mark of their own."""
_TIME_STEPS = (1, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880)
"""Minutes between two marks of a time axis."""
_SMALLEST_IN_FULL, _LARGEST_IN_FULL = 0.01, 1e6
"""Beyond these the marks of a logarithmic axis are powers of ten."""


def set_marks(axis: XAxis | YAxis, scale: Scale, places: Collection[float], say: Phrasebook) -> None:
    """Scale `axis` and mark it with numbers in the language of `say`.

    Where all `places` are whole, so are the marks of a linear axis; where they are few besides, each has its own.
    """
    low, high = axis.get_data_interval()
    match scale:
        case "linear":
            axis.set_major_locator(MaxNLocator(nbins=9, steps=_STEPS))
            axis.set_major_formatter(FuncFormatter(lambda value, _: significant(value, say, 6)))
        case "time":
            step = next((step for step in _TIME_STEPS if high - low <= 9 * step), _TIME_STEPS[-1])
            axis.set_major_locator(MultipleLocator(step))
            axis.set_major_formatter(FuncFormatter(lambda value, _: say.elapsed(round(value))))
        case "log":
            _set_logarithmic(axis, low, high, say)
    if scale != "time" and places and all(float(place).is_integer() for place in places):
        _mark_wholes(axis, scale, sorted(set(places)))


def _mark_wholes(axis: XAxis | YAxis, scale: Scale, places: Sequence[float]) -> None:
    are_close = places[-1] - places[0] < _FEW
    if len(places) <= _FEW and (are_close or scale == "log"):
        axis.set_major_locator(FixedLocator(places))
        axis.set_minor_locator(NullLocator())
    elif scale == "linear":
        axis.set_major_locator(MaxNLocator(nbins=9, steps=_STEPS, integer=True))


def _set_logarithmic(axis: XAxis | YAxis, low: float, high: float, say: Phrasebook) -> None:
    if isinstance(axis, XAxis):
        axis.axes.set_xscale("log")
    else:
        axis.axes.set_yscale("log")
    is_short = low > 0 and high < 100 * low
    axis.set_major_locator(LogLocator(subs=(1, 2, 5) if is_short else (1,)))
    axis.set_minor_formatter(NullFormatter())
    if low >= _SMALLEST_IN_FULL and high < _LARGEST_IN_FULL:
        axis.set_major_formatter(FuncFormatter(lambda value, _: significant(value, say, 6)))
    elif is_short:
        axis.set_major_formatter(FuncFormatter(lambda value, _: significant(value, say, 2)))
    else:
        axis.set_major_formatter(FuncFormatter(lambda value, _: power_of_ten(round(log10(value)))))
