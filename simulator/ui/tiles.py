"""Tiles on the window: only what changed is drawn again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from simulator.ui.theme import Colour

_MOST_RECTANGLES = 16


@dataclass(frozen=True)
class Tile:
    """A surface at a place. `version` rises when its pixels change; `opaque` hides what is under it."""

    name: str
    surface: pygame.Surface
    area: pygame.Rect
    version: int
    opaque: bool = True


class Compositor:
    """Draws tiles back to front, and remembers them to know what has changed."""

    def __init__(self) -> None:
        self._shown: dict[str, Tile] = {}
        self._order: list[str] = []
        self._background: Colour | None = None

    def show(self, window: pygame.Surface, tiles: Sequence[Tile], background: Colour) -> list[pygame.Rect]:
        """Bring `window` up to date; the rectangles that changed, none overlapping another."""
        damaged = self._damage(window, tiles, background)
        for area in damaged:
            window.set_clip(area)
            if not any(tile.opaque and tile.area.contains(area) for tile in tiles):
                window.fill(background, area)
            for tile in tiles[self._first_needed(tiles, area) :]:
                if tile.area.colliderect(area):
                    part = area.clip(tile.area)
                    window.blit(tile.surface, part, part.move(-tile.area.x, -tile.area.y))
        window.set_clip(None)
        self._shown = {tile.name: tile for tile in tiles}
        self._order = [tile.name for tile in tiles]
        self._background = background
        return damaged

    def forget(self) -> None:
        """Draw everything next time: the window is new."""
        self._background = None

    def _first_needed(self, tiles: Sequence[Tile], area: pygame.Rect) -> int:
        """The last tile that hides all of `area`: those under it need no drawing."""
        for rank in range(len(tiles) - 1, -1, -1):
            if tiles[rank].opaque and tiles[rank].area.contains(area):
                return rank
        return 0

    def _damage(self, window: pygame.Surface, tiles: Sequence[Tile], background: Colour) -> list[pygame.Rect]:
        whole = window.get_rect()
        if self._background != background:
            return [whole]
        changed: list[pygame.Rect] = []
        names = {tile.name for tile in tiles}
        changed += [tile.area for name, tile in self._shown.items() if name not in names]
        for tile in tiles:
            before = self._shown.get(tile.name)
            if before is None:
                changed.append(tile.area)
            elif before.area != tile.area or before.version != tile.version or before.surface is not tile.surface:
                changed += [before.area, tile.area] if before.area != tile.area else [tile.area]
        kept = [name for name in self._order if name in names]
        if kept != [tile.name for tile in tiles if tile.name in self._shown]:
            return [whole]
        return _apart([area.clip(whole) for area in changed if area.colliderect(whole)])


def _apart(areas: list[pygame.Rect]) -> list[pygame.Rect]:
    """`areas` joined until none overlaps another."""
    apart: list[pygame.Rect] = []
    for area in areas:
        joined = area
        while (hit := joined.collidelist(apart)) >= 0:
            joined = joined.union(apart.pop(hit))
        apart.append(joined)
    if len(apart) > _MOST_RECTANGLES:
        return [apart[0].unionall(apart[1:])]
    return apart
