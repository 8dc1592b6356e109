"""What happened, on a line of its own below a chart. Importing this module loads matplotlib."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.locale import Phrasebook
from simulator.pages.chart import Mark, Marks
from simulator.pages.palette import INK, MUTED
from simulator.pages.text import Text, worded

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_NAME, _LEVEL = 0.3, 0.23
"""Inches that the name of a strip takes, and each level of its labels."""
_LEVELS = 3
_APART = 0.034
"""Share of the width that a label takes: a nearer one stands on another level."""


@dataclass(frozen=True)
class Strip:
    """The marks of a group with the level of each, counted from the axis down; `height` is in inches."""

    name: Text
    placed: tuple[tuple[Mark, int], ...]
    levels: int

    @property
    def height(self) -> float:
        return _NAME + _LEVEL * self.levels


def strip_of(group: Marks, span: float) -> Strip:
    """The strip of `group`, below an axis that is `span` long, on levels so that no label hides another."""
    taken = [-float("inf")] * _LEVELS
    placed = []
    for mark in sorted(group.marks, key=lambda mark: mark.x):
        free = [level for level, end in enumerate(taken) if mark.x >= end]
        level = free[0] if free else min(range(_LEVELS), key=taken.__getitem__)
        taken[level] = mark.x + _APART * span
        placed.append((mark, level))
    return Strip(group.name, tuple(placed), 1 + max((level for _, level in placed), default=0))


def draw_strip(axes: Axes, strip: Strip, say: Phrasebook, *, square: bool) -> None:
    """The labels of `strip` where they happened, in round or square boxes."""
    axes.set_ylim(0.5 - strip.levels, 0.65)
    axes.tick_params(left=False, labelleft=False, bottom=False, labelbottom=False)
    for side in ("left", "bottom"):
        axes.spines[side].set_visible(False)
    axes.set_title(worded(strip.name, say), loc="left", fontsize=10, color=MUTED, pad=2)
    shape = "square,pad=0.22" if square else "round,pad=0.22,rounding_size=0.5"
    for mark, level in strip.placed:
        axes.plot([mark.x, mark.x], [0.62, 0.42 - level], color=MUTED, linewidth=0.7, zorder=1)
        axes.text(
            mark.x, -level, mark.label, fontsize=8.5, color=INK, ha="center", va="center", zorder=2,
            bbox={"boxstyle": shape, "facecolor": "white", "edgecolor": MUTED, "linewidth": 0.8},
        )  # fmt: skip
