"""What happened, on a line of its own below a chart. Importing this module loads matplotlib."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.locale import Phrasebook
from simulator.pages.chart import Marks
from simulator.pages.palette import INK, MUTED
from simulator.pages.text import worded

if TYPE_CHECKING:
    from matplotlib.axes import Axes

STRIP = 0.86
"""Inches that a strip takes, its name included."""
_LEVELS = 3
_APART = 0.034
"""Share of the width that a label takes: a nearer one stands on another level."""


def draw_strip(axes: Axes, group: Marks, say: Phrasebook, *, square: bool) -> None:
    """The labels of `group` where they happened, in round or square boxes, on levels so that none hides another."""
    axes.set_ylim(-_LEVELS + 0.35, 0.65)
    axes.tick_params(left=False, labelleft=False, bottom=False, labelbottom=False)
    for side in ("left", "bottom"):
        axes.spines[side].set_visible(False)
    axes.set_title(worded(group.name, say), loc="left", fontsize=10, color=MUTED, pad=2)
    low, high = axes.get_xlim()
    shape = "square,pad=0.22" if square else "round,pad=0.22,rounding_size=0.5"
    taken = [-float("inf")] * _LEVELS
    for mark in sorted(group.marks, key=lambda mark: mark.x):
        free = [level for level, end in enumerate(taken) if mark.x >= end]
        level = free[0] if free else min(range(_LEVELS), key=taken.__getitem__)
        taken[level] = mark.x + _APART * (high - low)
        axes.plot([mark.x, mark.x], [0.62, 0.42 - level], color=MUTED, linewidth=0.7, zorder=1)
        axes.text(
            mark.x, -level, mark.label, fontsize=8.5, color=INK, ha="center", va="center", zorder=2,
            bbox={"boxstyle": shape, "facecolor": "white", "edgecolor": MUTED, "linewidth": 0.8},
        )  # fmt: skip
