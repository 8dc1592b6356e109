"""What the window shows while the game is being read: its sign, and how far it is.

Reading the program and the scenarios takes most of a second, on an old laptop several; the window stands after a
fraction of that. So nothing is imported here but what one picture needs.
"""

from __future__ import annotations

import gc
from types import TracebackType
from typing import Self

import pygame

from simulator.play.presenters.pages import Settings
from simulator.ui.look import Look
from simulator.ui.widgets.painter import Painter
from simulator.ui.window import USUAL_WINDOW, NoWindow, close_window, icon, open_window, window_at_least

__all__ = ["Closed", "NoWindow", "Overture"]

_SIGN, _BAR = 112, (260, 6)
_UNKNOWN = 0.12
"""The share shown while the program itself is being read: what is seen to have begun is waited for."""


class Closed(Exception):
    """The window was closed before the game began."""


class Overture:
    """The window, open from the start; `show` it further on, then play in `window`. Raises NoWindow."""

    def __init__(self, settings: Settings, size: tuple[int, int] = USUAL_WINDOW) -> None:
        self.settings = settings
        self.window = open_window(size)
        self._look = Look(self.window.get_size(), settings)
        self._draw(_UNKNOWN)

    def __enter__(self) -> Self:
        gc.disable()  # what is read now stays: collecting only looks at it again and again
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        gc.enable()
        if pygame.display.get_init():
            close_window()

    def show(self, share: float) -> None:
        """So much is read, 0..1. Raises Closed when somebody has closed the window meanwhile."""
        for event in pygame.event.get((pygame.QUIT, pygame.VIDEORESIZE)):
            if event.type == pygame.QUIT:
                raise Closed
            self.window = window_at_least()
        self._draw(_UNKNOWN + (1 - _UNKNOWN) * share)

    def _draw(self, share: float) -> None:
        if self._look.size != self.window.get_size():
            self._look = Look(self.window.get_size(), self.settings)
        look = self._look
        theme = look.theme
        self.window.fill(theme.ink)
        painter = Painter(look, self.window, "overture", (0, 0))
        middle, y = painter.width // 2, painter.height // 2 - painter.px(150)
        side = painter.px(_SIGN)
        painter.paste(icon(side), (middle - side // 2, y))
        y += side + painter.px(16)
        y = painter.text(0, y, "Bad Buzz", painter.width, "display", "bold", align="centre", max_lines=1).bottom
        bar = pygame.Rect(0, y + painter.px(28), painter.px(_BAR[0]), painter.px(_BAR[1]))
        bar.centerx = middle
        painter.bar(bar, share, theme.accent)
        text = look.say("ui.opening")
        painter.text(0, bar.bottom + painter.px(12), text, painter.width, "small", colour=theme.muted, align="centre")
        pygame.display.flip()
