"""A chart as an SVG element for a page. Importing this module loads matplotlib."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from io import StringIO
from itertools import pairwise
from math import log10
from threading import Lock
from typing import TYPE_CHECKING, Any

from matplotlib import style
from matplotlib.axis import XAxis, YAxis
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, LogLocator, MaxNLocator, MultipleLocator, NullFormatter

from simulator.locale import Phrasebook
from simulator.pages.chart import Chart, Scale, Series
from simulator.pages.numbers import power_of_ten, significant
from simulator.pages.palette import LOOKS, Look, looks

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_INK, _MUTED, _GRID = "#1d2433", "#4a5468", "#d9dee8"
_SIZE = (8.0, 4.4)
_MARKS = 9
"""Marks on a long line: enough to follow it without its colour."""
_TIME_STEPS = (1, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880)
"""Minutes between two marks of a time axis."""
_SMALLEST_IN_FULL, _LARGEST_IN_FULL = 0.01, 1e6
"""Beyond these the marks of a logarithmic axis are powers of ten."""
_ONE_ROW, _HANDLE = 96, 8
"""Characters of the legend that stand beside each other, and as many as a sample of a line is wide."""
_ROW = 0.19
"""Inches that a further row of the legend takes."""

_SETTINGS: dict[str, Any] = {
    "svg.fonttype": "none",
    "svg.hashsalt": "bad buzz",
    "font.family": ["DejaVu Sans"],
    "font.size": 10,
    "text.color": _INK,
    "axes.edgecolor": _MUTED,
    "axes.labelcolor": _MUTED,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.axisbelow": True,
    "grid.color": _GRID,
    "grid.linewidth": 0.7,
    "xtick.color": _MUTED,
    "ytick.color": _MUTED,
    "xtick.labelcolor": _INK,
    "ytick.labelcolor": _INK,
    "legend.frameon": False,
    "legend.handlelength": 3.2,
}
_FONTS = "'DejaVu Sans', Verdana, sans-serif"
"""Verdana is as wide as DejaVu Sans, and stands where that is missing."""

_drawing = Lock()
"""The settings of matplotlib are those of the process: one thread draws at a time."""


def svg(chart: Chart, say: Phrasebook, name: str) -> str:
    """`chart` as an `<svg role="img">` with title and description, the same text each time.

    `name` begins every id in it and must be another for each chart of a page. Text stays text; nothing is fetched.
    """
    out = StringIO()
    with _drawing, style.context(["default", _SETTINGS]):
        figure = _figure(chart, say)
        figure.savefig(out, format="svg", metadata=dict.fromkeys(("Creator", "Date", "Format", "Type")))
    return _element(out.getvalue(), name, say.say(chart.title), say.say(chart.alt))


def _figure(chart: Chart, say: Phrasebook) -> Figure:
    names = [say.say(one.name) for one in chart.series]
    columns = _legend_columns(names)
    width, height = _SIZE
    figure = Figure(figsize=(width, height + _ROW * (-(-len(names) // columns) - 1)), layout="constrained")
    axes = figure.add_subplot()
    for one, look in zip(chart.series, looks(chart.series), strict=True):
        _draw(axes, _drawable(one, chart), look, say.say(one.name), chart)
    _set_scale(axes.xaxis, chart.x_scale, say)
    _set_scale(axes.yaxis, chart.y_scale, say)
    if chart.y_scale != "log" and all(value >= 0 for one in chart.series for value in one.y):
        axes.set_ylim(0, 1.05 * axes.dataLim.y1 or 1)
    axes.margins(x=0.02)
    axes.grid(visible=True)
    axes.set_title(say.say(chart.y_name), loc="left", fontsize=10, color=_MUTED, pad=9)
    axes.set_xlabel(say.say(chart.x_name), loc="right")
    if len(chart.series) > 1:
        figure.legend(loc="outside upper left", ncols=columns)
    return figure


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


def _draw(axes: Axes, one: Series, look: Look, label: str, chart: Chart) -> None:
    match one.style:
        case "band":
            assert one.upper is not None
            axes.fill_between(one.x, one.y, one.upper, color=look.colour, alpha=0.18, linewidth=0, label=label)
        case "points":
            axes.plot(one.x, one.y, look.mark, color=look.colour, markersize=6.5, markeredgecolor="white", label=label)
        case "bars":
            _draw_bars(axes, one, look, label, [other for other in chart.series if other.style == "bars"])
        case _:
            every = max(1, len(one.x) // _MARKS)
            axes.plot(
                one.x, one.y, color=look.colour, linestyle=look.stroke, marker=look.mark, linewidth=1.9,
                markersize=4.5, markevery=(LOOKS.index(look) * every // len(LOOKS), every), label=label,
                drawstyle="steps-post" if one.style == "step" else "default",
            )  # fmt: skip


def _draw_bars(axes: Axes, one: Series, look: Look, label: str, beside: Sequence[Series]) -> None:
    """Bars of several series stand beside each other."""
    gaps = [after - before for before, after in pairwise(sorted(set(one.x))) if after > before]
    width = 0.8 * min(gaps, default=1) / len(beside)
    place = next(place for place, other in enumerate(beside) if other.name == one.name)
    shift = (place - (len(beside) - 1) / 2) * width
    hatch = ("", "///", "...", "xxx")[place % 4]
    axes.bar(
        [x + shift for x in one.x], one.y, width * 0.92, label=label,
        facecolor=look.colour if not hatch else "white", edgecolor=look.colour, hatch=hatch,
    )  # fmt: skip


def _set_scale(axis: XAxis | YAxis, scale: Scale, say: Phrasebook) -> None:
    low, high = axis.get_data_interval()
    match scale:
        case "linear":
            axis.set_major_locator(MaxNLocator(nbins=9, steps=[1, 2, 3, 5, 6, 10]))
            axis.set_major_formatter(FuncFormatter(lambda value, _: significant(value, say, 6)))
        case "time":
            step = next((step for step in _TIME_STEPS if high - low <= 9 * step), _TIME_STEPS[-1])
            axis.set_major_locator(MultipleLocator(step))
            axis.set_major_formatter(FuncFormatter(lambda value, _: say.elapsed(round(value))))
        case "log":
            _set_logarithmic(axis, low, high, say)


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


def _legend_columns(names: Sequence[str]) -> int:
    """As many columns as there is room for; they are filled from top to bottom, one after the other."""
    for columns in range(len(names), 1, -1):
        rows = -(-len(names) // columns)
        longest = (max(map(len, names[start : start + rows])) for start in range(0, len(names), rows))
        if sum(length + _HANDLE for length in longest) <= _ONE_ROW:
            return columns
    return 1


def _element(drawn: str, name: str, title: str, description: str) -> str:
    """What matplotlib drew, as an element of a page: named, described, with ids of its own and no style for others."""
    view_box = re.search(r'viewBox="([^"]+)"', drawn)
    assert view_box is not None
    inside = drawn[drawn.index(">", view_box.end()) + 1 :]
    inside = re.sub(r"<defs>\s*<style.*?</style>\s*</defs>\s*", "", inside, flags=re.DOTALL)
    inside = re.sub(r'\bid="', f'id="{name}-', inside)
    inside = inside.replace("url(#", f"url(#{name}-").replace('xlink:href="#', f'href="#{name}-')
    inside = inside.replace("'DejaVu Sans'", _FONTS)
    return (
        f'<svg role="img" viewBox="{view_box[1]}" aria-labelledby="{name}-title {name}-description" '
        'style="stroke-linejoin: round; stroke-linecap: butt">'
        f'<title id="{name}-title">{escape(title)}</title><desc id="{name}-description">{escape(description)}</desc>'
        + inside.strip()
    )
