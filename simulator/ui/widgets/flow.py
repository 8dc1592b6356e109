"""Buttons in lines: as many a line as there is room for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from simulator.ui.spots import Command
from simulator.ui.widgets.controls import Kind, button, button_width
from simulator.ui.widgets.painter import Painter

HEIGHT, _GAP = 28, 8


@dataclass(frozen=True)
class Chip:
    """A small button; `widest` is the longest label that it may have, so that nothing moves when it changes."""

    name: str
    label: str
    command: Command
    kind: Kind = "plain"
    widest: str = ""
    icon: str = ""
    tip: str = ""

    def width(self, painter: Painter) -> int:
        """Pixels that it needs."""
        return max(button_width(painter, text, "", self.icon) for text in (self.label, self.widest or self.label))


def flow(painter: Painter, chips: Sequence[Chip], x: int, y: int, width: int, group: str) -> int:
    """Paint `chips` from (x, y) within `width`; the row under them."""
    left, height, gap = x, painter.px(HEIGHT), painter.px(_GAP)
    for chip in chips:
        wide = min(width, chip.width(painter))
        if left + wide > x + width and left > x:
            left, y = x, y + height + painter.px(6)
        area = pygame.Rect(left, y, wide, height)
        button(painter, area, chip.label, chip.name, chip.command, icon=chip.icon, kind=chip.kind, tip=chip.tip,
               group=group)  # fmt: skip
        left += wide + gap
    return y + height


def flow_width(painter: Painter, chips: Sequence[Chip]) -> int:
    """Pixels that `chips` take on one line."""
    return sum(chip.width(painter) + painter.px(_GAP) for chip in chips) - painter.px(_GAP)
