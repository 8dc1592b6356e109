"""Sentences that come, stay some seconds, and leave: consequences, refusals, what was done."""

from __future__ import annotations

from dataclasses import dataclass, field

import pygame

from simulator.ui.look import Look
from simulator.ui.theme import RADIUS
from simulator.ui.tiles import Tile
from simulator.ui.widgets.painter import Painter

_SECONDS = 4.0
_SLIDE_SECONDS = 0.22
_MOST = 2
_EDGE = 12
"""Points around a notice that its shadow takes."""
_ICONS = {"good": "check_bold", "bad": "alert_circle_outline", "news": "bell_alert"}


@dataclass
class _Notice:
    serial: int
    text: str
    tone: str
    age: float = 0.0


@dataclass
class Notices:
    """Two at most; the oldest leaves for a new one."""

    waiting: list[_Notice] = field(default_factory=list)
    _made: dict[tuple[int, int, int], tuple[Look, pygame.Surface]] = field(default_factory=dict)
    _serial: int = 0

    def add(self, text: str, tone: str) -> None:
        """Show `text`; the same sentence twice only starts its time again."""
        for notice in self.waiting:
            if notice.text == text:
                notice.age = min(notice.age, _SLIDE_SECONDS)
                return
        self._serial += 1
        self.waiting = [*self.waiting, _Notice(self._serial, text, tone)][-_MOST:]

    def pass_time(self, seconds: float) -> None:
        for notice in self.waiting:
            notice.age += seconds
        self.waiting = [notice for notice in self.waiting if notice.age < _SECONDS + len(notice.text) / 25]
        kept = {notice.serial for notice in self.waiting}
        self._made = {key: made for key, made in self._made.items() if key[0] in kept}

    def in_strip(self, look: Look, strip: pygame.Rect) -> list[Tile]:
        """Side by side on one line in the middle of `strip`; the newest alone where there is no room for two."""
        probe = Painter(look, pygame.Surface((1, 1)), "notice", (0, 0))
        extra = look.px(2 * _EDGE + 54)
        room = strip.width + look.px(2 * _EDGE)
        shown = [
            (notice, min(room, probe.text_width(notice.text, "small") + extra)) for notice in reversed(self.waiting)
        ]
        while len(shown) > 1 and sum(width for _, width in shown) > room:
            shown.pop()
        left = strip.centerx - sum(width for _, width in shown) // 2
        tiles = []
        for notice, width in reversed(shown):
            surface = self._surface(look, notice, width, 1)
            if surface is None:
                continue
            area = surface.get_rect(midleft=(left, strip.centery + self._slide(look, notice)))
            tiles.append(Tile(f"notice {notice.serial}", surface, area, 0, False))
            left += width
        return tiles

    def above(self, look: Look, bottom: int) -> list[Tile]:
        """The newest, in the middle of the window, its lower edge over the row `bottom`."""
        if not self.waiting:
            return []
        notice = self.waiting[-1]
        surface = self._surface(look, notice, min(look.px(860), look.size[0] - look.px(60)), 2)
        if surface is None:
            return []
        middle = (look.size[0] // 2, bottom + look.px(_EDGE) + self._slide(look, notice))
        return [Tile(f"notice {notice.serial}", surface, surface.get_rect(midbottom=middle), 0, False)]

    def _slide(self, look: Look, notice: _Notice) -> int:
        late = 0.0 if look.still else max(0.0, 1 - notice.age / _SLIDE_SECONDS)
        return round(late * late * look.px(16))

    def _surface(self, look: Look, notice: _Notice, width: int, lines: int) -> pygame.Surface | None:
        """The notice within `width` pixels and `lines` lines, drawn once; None where the frame has no time for it.

        None also in the frame in which it came, when what it tells of is painted.
        """
        key = (notice.serial, width, lines)
        if key not in self._made or self._made[key][0] is not look:
            if look.text.left is not None and (look.text.left <= 0 or notice.age == 0):
                look.text.waits = True
                return None
            self._made[key] = (look, _drawn(look, notice, width, lines))
        return self._made[key][1]


def _drawn(look: Look, notice: _Notice, width: int, lines: int) -> pygame.Surface:
    colour = look.theme.notice(notice.tone)
    edge, sign = look.px(_EDGE), look.px(26)
    probe = Painter(look, pygame.Surface((1, 1)), "notice", (0, 0))
    room = min(width - 2 * edge - look.px(54), probe.text_width(notice.text, "small")) + 1
    height = probe.text_height(notice.text, room, "small", max_lines=lines) + look.px(8)
    size = (room + look.px(53) + 2 * edge, height + 2 * edge)
    painter = Painter(look, pygame.Surface(size, pygame.SRCALPHA), "notice", (0, 0))
    area = painter.surface.get_rect().inflate(-2 * edge, -2 * edge)
    painter.shadow(area, RADIUS, _EDGE, 170)
    painter.box(area, look.theme.raised, colour, RADIUS)
    icon = _ICONS.get(notice.tone, "information_outline")
    painter.icon(icon, area.x + look.px(12), area.centery - look.px(8), 16, colour)
    top = area.y + look.px(4)
    painter.text(area.x + look.px(10) + sign, top, notice.text, room, "small", max_lines=lines)
    return painter.surface
