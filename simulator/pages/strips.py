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

_NAME, _LEVEL = 0.26, 0.23
"""Inches that the name of a strip takes, and each level of its labels."""
_AROUND, _LETTER = 0.012, 0.0105
"""Shares of the width that the box of a label takes, and each letter in it."""
_MOST = 5
"""Labels at one place that stand below each other; more of them share a box: `9–14`."""


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
    """The strip of `group`, below an axis that is `span` long, on as many levels as it takes to hide no label."""
    taken: list[float] = []
    placed = []
    for mark in _boxes(group, span):
        half = _width(mark, span) / 2
        level = next((level for level, end in enumerate(taken) if mark.x - half >= end), len(taken))
        taken[level : level + 1] = [mark.x + half]
        placed.append((mark, level))
    return Strip(group.name, tuple(placed), max(1, len(taken)))


def _boxes(group: Marks, span: float) -> list[Mark]:
    """The marks in order, those of a crowd as one, in the middle of it, that is named by its first and its last."""
    crowds: list[list[Mark]] = []
    for mark in sorted(group.marks, key=lambda mark: mark.x):
        if crowds and mark.x - crowds[-1][0].x < _width(mark, span):
            crowds[-1].append(mark)
        else:
            crowds.append([mark])
    boxes = []
    for crowd in crowds:
        first, last = crowd[0], crowd[-1]
        together = Mark((first.x + last.x) / 2, f"{first.label}–{last.label}")
        boxes += crowd if len(crowd) <= _MOST else [together]
    return boxes


def _width(mark: Mark, span: float) -> float:
    """How much of the axis the box of `mark` takes."""
    return span * (_AROUND + _LETTER * len(mark.label))


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
