"""Series over two axes, as a figure. Importing this module loads matplotlib."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from matplotlib.figure import Figure
from matplotlib.ticker import FixedLocator, NullLocator

from simulator.locale import Phrasebook
from simulator.pages.chart import Chart, Series
from simulator.pages.marks import set_marks
from simulator.pages.palette import LOOKS, MUTED, Look, looks
from simulator.pages.strips import draw_strip, strip_of
from simulator.pages.text import worded

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes
    from matplotlib.container import BarContainer

_WIDTH = 8.0
_MARKS = 9
"""Marks on a long line: enough to follow it without its colour."""
_ONE_ROW, _HANDLE = 87, 8
"""Characters of the legend that stand beside each other, and as many as a sample of a line is wide."""
_ROW = 0.21
"""Inches that a further row of the legend takes."""


def chart_figure(chart: Chart, say: Phrasebook) -> Figure:
    """The figure of `chart`, in the settings of matplotlib as they are now."""
    names = [worded(one.name, say) for one in chart.series]
    in_legend = [name for name, one in zip(names, chart.series, strict=True) if one.in_legend]
    columns = legend_columns(in_legend)
    places = [x for one in chart.series for x in one.x] or [0]
    strips = [strip_of(group, max(places) - min(places)) for group in chart.marks if group.marks]
    height = chart.height + _ROW * (-(-len(in_legend) // columns) - 1)
    below = [strip.height for strip in strips]
    figure = Figure(figsize=(_WIDTH, height + sum(below)), facecolor="none", layout="constrained")
    rows = figure.add_gridspec(1 + len(strips), 1, height_ratios=[height, *below])
    axes = figure.add_subplot(rows[0])
    drawn = [
        _draw(axes, _drawable(one, chart), look, name, chart)
        for one, look, name in zip(chart.series, looks(chart.series), names, strict=True)
    ]
    _mark_axes(axes, chart, say)
    axes.set_title(worded(chart.y_name, say), loc="left", fontsize=11, color=MUTED, pad=9)
    axes.set_xlabel(worded(chart.x_name, say), loc="right")
    for row, strip in enumerate(strips, start=1):
        draw_strip(figure.add_subplot(rows[row], sharex=axes), strip, say, square=row > 1)
    if len(chart.series) > 1:
        shown = [handle for handle, one in zip(drawn, chart.series, strict=True) if one.in_legend]
        figure.legend(handles=shown, loc="outside upper left", ncols=columns)
    return figure


def _mark_axes(axes: Axes, chart: Chart, say: Phrasebook) -> None:
    set_marks(axes.xaxis, chart.x_scale, [x for one in chart.series for x in one.x], say)
    set_marks(axes.yaxis, chart.y_scale, [], say)
    if chart.ticks:
        axes.xaxis.set_major_locator(FixedLocator([place for place, _ in chart.ticks]))
        axes.xaxis.set_minor_locator(NullLocator())
        axes.set_xticklabels([worded(label, say) for _, label in chart.ticks])
    if chart.y_scale != "log" and all(value >= 0 for one in chart.series for value in one.y):
        axes.set_ylim(0, 1.05 * (chart.y_top or axes.dataLim.y1) or 1)
    axes.margins(x=0.02)
    axes.grid(visible=True)


def _drawable(series: Series, chart: Chart) -> Series:
    """The series without the points that a logarithmic axis has no place for."""
    kept = [
        place
        for place, (x, y) in enumerate(zip(series.x, series.y, strict=True))
        if (chart.x_scale != "log" or x > 0) and (chart.y_scale != "log" or y > 0)
    ]
    upper = None if series.upper is None else [series.upper[place] for place in kept]
    return Series(
        series.name, [series.x[place] for place in kept], [series.y[place] for place in kept], series.style, upper
    )


def _draw(axes: Axes, one: Series, look: Look, label: str, chart: Chart) -> Artist | BarContainer:
    """What stands in the legend for the series drawn: the legend keeps the order of the series."""
    match one.style:
        case "band":
            assert one.upper is not None
            return axes.fill_between(one.x, one.y, one.upper, color=look.colour, alpha=0.18, linewidth=0, label=label)
        case "points":
            return axes.plot(
                one.x, one.y, look.mark, color=look.colour, markersize=8.5, markeredgecolor="white",
                zorder=3, label=label,
            )[0]  # fmt: skip
        case "bars":
            return _draw_bars(axes, one, look, label, [other for other in chart.series if other.style == "bars"])
        case _:
            every = max(1, len(one.x) // _MARKS)
            # On a curve that is alone, marks would be taken for something that happened.
            is_alone = sum(other.style in ("line", "step") for other in chart.series) == 1
            mark = "" if is_alone else look.mark
            return axes.plot(
                one.x, one.y, color=look.colour, linestyle=look.stroke, marker=mark, linewidth=1.9,
                markersize=6.5, markeredgecolor="white", markeredgewidth=0.6,
                markevery=(LOOKS.index(look) * every // len(LOOKS), every), label=label,
                drawstyle="steps-post" if one.style == "step" else "default",
            )[0]  # fmt: skip


def _draw_bars(axes: Axes, one: Series, look: Look, label: str, beside: Sequence[Series]) -> BarContainer:
    """Bars of several series stand beside each other."""
    gaps = [after - before for before, after in pairwise(sorted(set(one.x))) if after > before]
    width = 0.8 * min(gaps, default=1) / len(beside)
    place = next(place for place, other in enumerate(beside) if other.name == one.name)
    shift = (place - (len(beside) - 1) / 2) * width
    hatch = ("", "///", "...", "xxx")[place % 4]
    return axes.bar(
        [x + shift for x in one.x], one.y, width * 0.92, label=label,
        facecolor=look.colour if not hatch else "white", edgecolor=look.colour, hatch=hatch,
    )  # fmt: skip


def legend_columns(names: Sequence[str]) -> int:
    """As many columns as there is room for; they are filled from top to bottom, one after the other."""
    for columns in range(len(names), 1, -1):
        least, fuller = divmod(len(names), columns)
        ends = accumulate(least + (place < fuller) for place in range(columns))
        longest = (max(map(len, names[start:end])) for start, end in pairwise((0, *ends)))
        if sum(length + _HANDLE for length in longest) <= _ONE_ROW:
            return columns
    return 1
