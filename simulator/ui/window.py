"""The window itself: opened, given its sign, kept large enough, put away."""

from __future__ import annotations

import os

import pygame

from simulator.places import shipped
from simulator.ui import typeface
from simulator.ui.colours import DARK
from simulator.ui.widgets import shapes

SMALLEST_WINDOW = (1024, 640)
USUAL_WINDOW = (1280, 800)
_UNSEEN = ("offscreen", "dummy")
"""Video drivers that SDL falls back to where no display answers, and that nobody sees; asked for by name, they do."""
_ICON_SIDE = 128


class NoWindow(Exception):
    """No window can be opened here: no display, or none that works."""


def open_window(size: tuple[int, int] = USUAL_WINDOW) -> pygame.Surface:
    """The window, open; raises NoWindow."""
    try:
        pygame.display.init()
        pygame.font.init()
        pygame.display.set_caption("Bad Buzz")
        pygame.display.set_icon(icon(_ICON_SIDE))
        window = pygame.display.set_mode(size, pygame.RESIZABLE)
        if pygame.display.get_driver() in _UNSEEN and not os.environ.get("SDL_VIDEODRIVER"):
            raise pygame.error("only an unseen window")
    except pygame.error as error:
        close_window()
        raise NoWindow(str(error)) from error
    return window


def close_window() -> None:
    typeface.forget_fonts()
    pygame.quit()


def window_at_least(smallest: tuple[int, int] = SMALLEST_WINDOW) -> pygame.Surface:
    """The window after a change of size, made larger again where it became too small."""
    window = pygame.display.get_surface()
    assert window is not None
    width, height = window.get_size()
    if width >= smallest[0] and height >= smallest[1]:
        return window
    return pygame.display.set_mode((max(width, smallest[0]), max(height, smallest[1])), pygame.RESIZABLE)


def icon(side: int) -> pygame.Surface:
    """The game's sign, `side` pixels square; a plain box of its colour where the drawing is missing or damaged."""
    try:
        return pygame.image.load_sized_svg(str(shipped("assets") / "icon.svg"), (side, side))
    except (pygame.error, OSError):
        surface = pygame.Surface((side, side), pygame.SRCALPHA)
        shapes.box(surface, surface.get_rect(), side // 5, DARK.accent)
        return surface
