"""From one scene to the next: the last picture fades over the new one."""

from __future__ import annotations

import pygame

SECONDS = 0.16
MOST_PIXELS = 2_400_000
"""Above this size blending a whole window takes longer than a frame has: the new scene comes at once."""


class Fade:
    """The picture of the scene that was left, while it goes."""

    def __init__(self) -> None:
        self._picture: pygame.Surface | None = None
        self._left = 0.0

    @property
    def is_on(self) -> bool:
        return self._picture is not None

    def begin(self, window: pygame.Surface) -> None:
        """Fade from what `window` shows now; a window too large for it is left alone."""
        if window.get_width() * window.get_height() <= MOST_PIXELS:
            self._picture, self._left = window.copy(), SECONDS

    def end(self) -> None:
        """Be done at once."""
        self._picture = None

    def show(self, window: pygame.Surface, seconds: float) -> None:
        """Lay what is left of the last picture over the new one, which `window` holds."""
        self._left -= seconds
        if self._picture is None or self._left <= 0 or self._picture.get_size() != window.get_size():
            self._picture = None
            return
        self._picture.set_alpha(round(255 * self._left / SECONDS))
        window.blit(self._picture, (0, 0))
