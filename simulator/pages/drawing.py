"""A chart as an SVG element for a page. Importing this module loads matplotlib."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from io import StringIO
from itertools import accumulate, pairwise
from threading import Lock
from typing import TYPE_CHECKING, Any

from matplotlib import style
from matplotlib.figure import Figure

from simulator.locale import Phrasebook
from simulator.pages.chart import Chart, Series
from simulator.pages.marks import set_marks
from simulator.pages.palette import LOOKS, Look, looks

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes
    from matplotlib.container import BarContainer

_INK, _MUTED, _GRID = "#1d2433", "#4a5468", "#d9dee8"
_SIZE = (8.0, 4.4)
_MARKS = 9
"""Marks on a long line: enough to follow it without its colour."""
_ONE_ROW, _HANDLE = 87, 8
"""Characters of the legend that stand beside each other, and as many as a sample of a line is wide."""
_ROW = 0.21
"""Inches that a further row of the legend takes."""

_SETTINGS: dict[str, Any] = {
    "svg.fonttype": "none",
    "svg.hashsalt": "bad buzz",
    "font.family": ["DejaVu Sans"],
    "font.size": 11,
    "text.color": _INK,
    "axes.facecolor": "none",
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
    height += _ROW * (-(-len(names) // columns) - 1)
    figure = Figure(figsize=(width, height), facecolor="none", layout="constrained")
    axes = figure.add_subplot()
    drawn = [
        _draw(axes, _drawable(one, chart), look, name, chart)
        for one, look, name in zip(chart.series, looks(chart.series), names, strict=True)
    ]
    set_marks(axes.xaxis, chart.x_scale, [x for one in chart.series for x in one.x], say)
    set_marks(axes.yaxis, chart.y_scale, [], say)
    if chart.y_scale != "log" and all(value >= 0 for one in chart.series for value in one.y):
        axes.set_ylim(0, 1.05 * axes.dataLim.y1 or 1)
    axes.margins(x=0.02)
    axes.grid(visible=True)
    axes.set_title(say.say(chart.y_name), loc="left", fontsize=11, color=_MUTED, pad=9)
    axes.set_xlabel(say.say(chart.x_name), loc="right")
    if len(chart.series) > 1:
        figure.legend(handles=drawn, loc="outside upper left", ncols=columns)
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
            return axes.plot(
                one.x, one.y, color=look.colour, linestyle=look.stroke, marker=look.mark, linewidth=1.9,
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


def _legend_columns(names: Sequence[str]) -> int:
    """As many columns as there is room for; they are filled from top to bottom, one after the other."""
    for columns in range(len(names), 1, -1):
        least, fuller = divmod(len(names), columns)
        ends = accumulate(least + (place < fuller) for place in range(columns))
        longest = (max(map(len, names[start:end])) for start, end in pairwise((0, *ends)))
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
