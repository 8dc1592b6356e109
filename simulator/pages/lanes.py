"""A lane for each thing, over the same hours, as a figure. Importing this module loads matplotlib."""

from __future__ import annotations

from textwrap import wrap

from matplotlib.figure import Figure
from matplotlib.ticker import FixedLocator, NullLocator

from simulator.locale import Phrasebook
from simulator.pages.chart import Timeline
from simulator.pages.curves import legend_columns
from simulator.pages.palette import GRID, INK, LOOKS, MUTED
from simulator.pages.text import worded

_WIDTH, _AROUND = 8.0, 1.0
"""Inches: across, and for what stands above and below the lanes."""
_LINE, _TRACK = 0.18, 0.24
"""Inches that a line of a lane's name takes, and its track."""
_LONGEST = 96
"""Characters of a lane's name on one line."""


def timeline_figure(timeline: Timeline, say: Phrasebook) -> Figure:
    """The figure of `timeline`, in the settings of matplotlib as they are now."""
    names = [wrap(worded(lane.name, say), _LONGEST) for lane in timeline.lanes]
    height = sum(_LINE * len(lines) + _TRACK for lines in names)
    figure = Figure(figsize=(_WIDTH, height + _AROUND), facecolor="none", layout="constrained")
    axes = figure.add_subplot()
    axes.set_xlim(timeline.start, timeline.end)
    axes.set_ylim(-height, 0)
    axes.tick_params(left=False, labelleft=False)
    axes.spines["left"].set_visible(False)
    axes.xaxis.set_major_locator(FixedLocator([place for place, _ in timeline.ticks]))
    axes.xaxis.set_minor_locator(NullLocator())
    axes.set_xticklabels([worded(label, say) for _, label in timeline.ticks])
    axes.set_xlabel(worded(timeline.x_name, say), loc="right")
    axes.grid(visible=True, axis="x")
    top = 0.0
    for lane, lines in zip(timeline.lanes, names, strict=True):
        axes.text(
            timeline.start, top - 0.04, "\n".join(lines), fontsize=10, color=INK, ha="left", va="top", linespacing=1.15,
            bbox={"facecolor": "white", "edgecolor": "none", "pad": 1},
        )  # fmt: skip
        top -= _LINE * len(lines) + _TRACK
        track = top + 0.6 * _TRACK
        axes.plot([timeline.start, timeline.end], [track, track], color=GRID, linewidth=1.2, zorder=1)
        for start, end in lane.spans:
            axes.plot([start, end], [track, track], color=MUTED, linewidth=3.5, alpha=0.55, zorder=2)
        for moment in lane.moments:
            look = LOOKS[moment.kind % len(LOOKS)]
            axes.plot(
                moment.x, track, look.mark, color=look.colour, markersize=9, markeredgecolor="white",
                clip_on=False, zorder=3,
            )  # fmt: skip
    kinds = [worded(kind, say) for kind in timeline.kinds]
    handles = [
        axes.plot([], [], look.mark, color=look.colour, markersize=9, markeredgecolor="white", label=kind)[0]
        for look, kind in zip(LOOKS, kinds, strict=False)
    ]
    figure.legend(handles=handles, loc="outside upper left", ncols=legend_columns(kinds))
    return figure
