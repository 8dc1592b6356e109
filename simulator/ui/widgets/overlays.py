"""What floats over the panels: the focus ring, the hover glow, scroll bars and tooltips."""

from __future__ import annotations

import pygame

from simulator.ui.look import Look
from simulator.ui.spots import Spot
from simulator.ui.theme import RADIUS_SMALL
from simulator.ui.tiles import Tile
from simulator.ui.widgets import shapes
from simulator.ui.widgets.painter import Painter
from simulator.ui.widgets.panel import Panel


class Halo:
    """Rings and glows, each surface made once for its size."""

    def __init__(self) -> None:
        self._made: dict[tuple[object, ...], pygame.Surface] = {}

    def _outline(self, look: Look, size: tuple[int, int], radius: int, kind: str) -> pygame.Surface:
        key = (look, size, radius, kind)
        if key not in self._made:
            if len(self._made) > 60:
                self._made.clear()
            surface = pygame.Surface(size, pygame.SRCALPHA)
            if kind == "focus":
                shapes.box(surface, surface.get_rect(), radius, None, look.theme.accent, 2.4 * look.scale)
            else:
                shapes.box(surface, surface.get_rect(), radius, look.theme.text, opacity=14)
            self._made[key] = surface
        return self._made[key]

    def _tile(self, look: Look, spot: Spot, grown: int, kind: str) -> list[Tile]:
        if spot.seen.width <= 0 or spot.seen.height <= 0:
            return []
        area = spot.area.inflate(2 * grown, 2 * grown)
        seen = area.clip(spot.seen.inflate(2 * grown, 2 * grown))
        surface = self._outline(look, area.size, spot.radius + grown, kind)
        return [
            Tile(kind, surface.subsurface(seen.move(-area.x, -area.y)) if seen != area else surface, seen, 0, False)
        ]

    def focus(self, look: Look, spot: Spot) -> list[Tile]:
        """The ring around the spot that has the keyboard."""
        return self._tile(look, spot, look.px(3), "focus")

    def hover(self, look: Look, spot: Spot) -> list[Tile]:
        """The glow of the spot under the mouse."""
        return self._tile(look, spot, 0, "hover")

    def fades(self, look: Look, panels: list[Panel]) -> list[Tile]:
        """The last rows of a panel fade out where more is below."""
        tiles = []
        for panel in panels:
            if panel.ground is None or not panel.has_more:
                continue
            size = (panel.area.width, min(look.px(30), panel.area.height))
            key = (look, size, panel.ground, "fade")
            if key not in self._made:
                self._made[key] = shapes.rising(size, panel.ground)
            area = pygame.Rect(panel.area.x, panel.area.bottom - size[1], *size)
            tiles.append(Tile(f"fade {panel.name}", self._made[key], area, 0, False))
        return tiles

    def scroll_bars(self, look: Look, panels: list[Panel]) -> list[Tile]:
        """A thumb for each panel that has more than it shows."""
        tiles = []
        for panel in panels:
            bar = panel.bar(look)
            if bar is None:
                continue
            key: tuple[object, ...] = (look, bar.size, 0, "scroll")
            if key not in self._made:
                surface = pygame.Surface(bar.size, pygame.SRCALPHA)
                shapes.box(surface, surface.get_rect(), bar.width // 2, look.theme.line_strong)
                self._made[key] = surface
            tiles.append(Tile(f"scroll {panel.name}", self._made[key], bar, 0, False))
        return tiles


class Tooltip:
    """The sentence of a spot, beside it."""

    def __init__(self) -> None:
        self._shown: tuple[Look, str] | None = None
        self._surface: pygame.Surface | None = None
        self._version = 0

    def tiles(self, look: Look, spot: Spot) -> list[Tile]:
        if self._shown != (look, spot.tip):
            self._surface = self._drawn(look, spot.tip)
            self._shown = (look, spot.tip)
            self._version += 1
        assert self._surface is not None
        area = self._surface.get_rect(midtop=(spot.area.centerx, spot.seen.bottom - look.px(2)))
        window = pygame.Rect((0, 0), look.size)
        if area.bottom > window.bottom:
            area.bottom = spot.seen.top + look.px(2)
        return [Tile("tooltip", self._surface, area.clamp(window), self._version, False)]

    def _drawn(self, look: Look, text: str) -> pygame.Surface:
        pad, edge = look.px(10), look.px(8)
        probe = Painter(look, pygame.Surface((1, 1)), "tooltip", (0, 0))
        width = min(look.px(340), probe.text_width(text, "small") + 1)
        height = probe.text_height(text, width, "small")
        size = (width + 2 * pad + 2 * edge, height + 2 * look.px(6) + 2 * edge)
        painter = Painter(look, pygame.Surface(size, pygame.SRCALPHA), "tooltip", (0, 0))
        area = painter.surface.get_rect().inflate(-2 * edge, -2 * edge)
        painter.shadow(area, RADIUS_SMALL, 8, 150)
        painter.box(area, look.theme.chosen, look.theme.line_strong, RADIUS_SMALL + 2)
        painter.text(area.x + pad, area.y + look.px(6), text, width, "small")
        return painter.surface
