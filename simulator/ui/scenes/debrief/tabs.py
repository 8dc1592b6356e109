"""The tabs of the debrief: on one line where there is room, the number of each beside its name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pygame

from simulator.ui.scenes.debrief.page import Page
from simulator.ui.theme import MARGIN, Weight
from simulator.ui.widgets.controls import keycap
from simulator.ui.widgets.painter import Painter

if TYPE_CHECKING:
    from simulator.ui.scenes.debrief.scene import DebriefScene

_TALL = 40
_PAD = 13


@dataclass(frozen=True)
class TabLines:
    """The names of pages in lines; `height` pixels in all; `keyed` where their numbers have room too."""

    lines: tuple[tuple[str, ...], ...]
    height: int
    keyed: bool


def tab_lines(painter: Painter, pages: tuple[Page, ...], width: int) -> TabLines:
    """The tabs of `pages` within `width` pixels."""
    room = width - 2 * painter.px(MARGIN)
    for keyed in (True, False):
        if sum(_width(painter, page.name, keyed) for page in pages) <= room:
            return TabLines((tuple(page.name for page in pages),), painter.px(_TALL), keyed)
    lines: list[list[str]] = [[]]
    taken = 0
    for page in pages:
        wide = _width(painter, page.name, False)
        if taken + wide > room and lines[-1]:
            lines.append([])
            taken = 0
        lines[-1].append(page.name)
        taken += wide
    return TabLines(tuple(map(tuple, lines)), painter.px(_TALL - 8) * len(lines) + painter.px(6), False)


def _width(painter: Painter, name: str, keyed: bool) -> int:
    label = painter.look.say(f"ui.tab_{name}")
    return painter.text_width(label, "small", "semibold") + painter.px(2 * _PAD) + (painter.px(26) if keyed else 0)


def paint_tabs(painter: Painter, lines: TabLines, scene: DebriefScene) -> None:
    """Every tab; a line under the current one."""
    theme, say = painter.look.theme, painter.look.say
    painter.rule(0, painter.height - max(1, painter.px(1)), painter.width)
    names = [page.name for page in scene.pages]
    tall = painter.px(_TALL) if len(lines.lines) == 1 else painter.px(_TALL - 8)
    for rank, line in enumerate(lines.lines):
        left, y = painter.px(MARGIN - _PAD), rank * tall
        for name in line:
            current = name == scene.page.name
            area = pygame.Rect(left, y + painter.px(4), _width(painter, name, lines.keyed), tall - painter.px(8))
            x, middle = left + painter.px(_PAD), area.centery
            if lines.keyed:
                keycap(painter, x, middle, str(names.index(name) + 1))
                x += painter.px(26)
            weight: Weight = "semibold"
            ink = theme.text if current else theme.muted
            label = say(f"ui.tab_{name}")
            top = middle - painter.line_height("small") // 2
            painter.text(x, top, label, area.right - x, "small", weight, ink, 1)
            if current:
                under = pygame.Rect(left + painter.px(_PAD), y + tall - painter.px(4), 0, painter.px(3))
                under.width = area.width - 2 * painter.px(_PAD)
                painter.box(under, theme.accent, None, 2)
            painter.spot(f"tab {name}", area, scene.go(name), "", "tabs", 7)
            left = area.right
