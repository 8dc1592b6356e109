"""From one scene to the next: the last picture fades over the new one."""

from __future__ import annotations

import pygame

SECONDS = 0.16
MOST_PIXELS = 4_000_000
"""Above this size blending a whole window takes longer than a frame has: the new scene comes at once."""


class Fade:
    """The picture of the scene that was left over the first picture of the new one; both stand still meanwhile."""

    def __init__(self) -> None:
        self._before: pygame.Surface | None = None
        self._after: pygame.Surface | None = None
        self._left = 0.0

    @property
    def is_on(self) -> bool:
        return self._before is not None

    @property
    def awaits_picture(self) -> bool:
        """Whether the new scene is still to be seen; until it is whole, the last picture stays."""
        return self._before is not None and self._after is None

    @property
    def has_both(self) -> bool:
        """Whether the new scene need not be drawn until the fade is over."""
        return self._before is not None and self._after is not None

    def begin(self, window: pygame.Surface) -> None:
        """Fade from what `window` shows now; a window too large for it is left alone."""
        if window.get_width() * window.get_height() <= MOST_PIXELS:
            self._before, self._after, self._left = pygame.Surface(window.get_size(), pygame.SRCALPHA), None, SECONDS
            self._before.blit(window, (0, 0))

    def end(self) -> None:
        """Be done at once."""
        self._before = self._after = None

    def show(self, window: pygame.Surface, seconds: float) -> None:
        """Blend both pictures on `window`; the first time it holds the new one."""
        if self._before is None:
            return
        self._after = self._after or window.copy()
        self._left -= seconds
        if self._left <= 0:
            self.end()
            return
        window.blit(self._after, (0, 0))
        # its pixels grow fainter: far quicker to blend than a surface that is faint as a whole
        self._before.fill((255, 255, 255, round(255 * self._left / SECONDS)), special_flags=pygame.BLEND_RGBA_MIN)
        window.blit(self._before, (0, 0))
