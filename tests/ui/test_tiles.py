"""Only what changed is drawn again."""

from __future__ import annotations

import pygame

from simulator.ui.tiles import Compositor, Tile

INK = (0, 0, 0)


def tile(name: str, x: int, colour: tuple[int, int, int], version: int = 0) -> Tile:
    surface = pygame.Surface((10, 10))
    surface.fill(colour)
    return Tile(name, surface, pygame.Rect(x, 0, 10, 10), version)


def test_nothing_new_draws_nothing() -> None:
    window, compositor = pygame.Surface((40, 10)), Compositor()
    tiles = [tile("a", 0, (255, 0, 0)), tile("b", 20, (0, 255, 0))]
    assert compositor.show(window, tiles, INK) == [window.get_rect()]
    assert compositor.show(window, tiles, INK) == []


def test_a_new_version_draws_its_place_only() -> None:
    window, compositor = pygame.Surface((40, 10)), Compositor()
    red, green = tile("a", 0, (255, 0, 0)), tile("b", 20, (0, 255, 0))
    compositor.show(window, [red, green], INK)
    blue = Tile("b", tile("b", 20, (0, 0, 255)).surface, green.area, 1)
    assert compositor.show(window, [red, blue], INK) == [green.area]
    assert window.get_at((25, 5))[:3] == (0, 0, 255)


def test_what_goes_away_leaves_the_ground() -> None:
    window, compositor = pygame.Surface((40, 10)), Compositor()
    compositor.show(window, [tile("a", 0, (255, 0, 0))], INK)
    assert compositor.show(window, [], INK) == [pygame.Rect(0, 0, 10, 10)]
    assert window.get_at((5, 5))[:3] == INK


def test_what_moves_leaves_no_trace() -> None:
    window, compositor = pygame.Surface((40, 10)), Compositor()
    red = tile("a", 0, (255, 0, 0))
    compositor.show(window, [red], INK)
    compositor.show(window, [Tile("a", red.surface, pygame.Rect(25, 0, 10, 10), 0)], INK)
    assert window.get_at((5, 5))[:3] == INK
    assert window.get_at((30, 5))[:3] == (255, 0, 0)
