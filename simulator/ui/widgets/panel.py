"""A panel: a part of the window painted again only when what it shows has changed."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from time import perf_counter

import pygame

from simulator.ui.look import Look
from simulator.ui.spots import Spot
from simulator.ui.theme import Colour
from simulator.ui.tiles import Tile
from simulator.ui.widgets.painter import Painter
from simulator.ui.widgets.typesetting import TimeIsUp

Paint = Callable[[Painter], None]


class Panel:
    """Keeps the pixels, the spots and the scroll position of a part of the window."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.area = pygame.Rect(0, 0, 0, 0)
        self.spots: list[Spot] = []
        self.written: list[tuple[pygame.Rect, str]] = []
        self.scrolled = 0
        self.content = 0
        self.scrolls = False
        self.ground: Colour | None = None
        self.unfinished = False
        """Whether it shows less than it should, or what it showed before: the frame had no time left."""
        self._surface: pygame.Surface | None = None
        self._painted: Hashable = None
        self._look: Look | None = None
        self._version = 0
        self._opaque = True

    def show(
        self,
        look: Look,
        area: pygame.Rect,
        key: Hashable,
        paint: Paint,
        ground: Colour | None,
        scrolls: bool,
        gradual: bool = False,
    ) -> None:
        """Paint on `ground` (None is see-through) unless all is as it was; `key` stands for what `paint` shows.

        A `gradual` panel stays as it is until the next frame, or leaves text out, when there is no time left in this
        one; one that was never seen may be empty until then.
        """
        look.text.postponed = False
        self._gradual = gradual
        self.scrolls, self.ground = scrolls, ground
        whole = (tuple(area), key, ground)
        if look is self._look and whole == self._painted and self._within() and not self._goes_on(look):
            return
        if self._may_wait(look, area):
            self.unfinished = look.text.waits = True
            return
        self.area = pygame.Rect(area)
        if self._surface is None or self._surface.get_size() != self.area.size or self._opaque != bool(ground):
            flags = 0 if ground else pygame.SRCALPHA
            self._surface = pygame.Surface(self.area.size, flags)
            self._opaque = bool(ground)
        self._painted, self._look = whole, look
        self._paint(look, paint, ground)
        if not self._within():
            self._paint(look, paint, ground)

    def _may_wait(self, look: Look, area: pygame.Rect) -> bool:
        """Whether no time is left in this frame, and what stands there is right but for what has changed since."""
        is_over = look.text.left is not None and look.text.left <= 0
        return is_over and self._gradual and self._seen and look is self._look and area == self.area and self._within()

    def _goes_on(self, look: Look) -> bool:
        """Whether some text was left out, and there is time for more."""
        is_time = look.text.left is None or look.text.left > 0
        look.text.waits |= self.unfinished and not is_time
        return self.unfinished and is_time

    def _within(self) -> bool:
        """Whether the scroll position is as painted and inside the content."""
        wanted = max(0, min(self.scrolled, self.content - self.area.height)) if self.scrolls else 0
        as_painted = wanted == self._scrolled_then and wanted == self.scrolled
        self.scrolled = wanted
        return as_painted

    _scrolled_then = 0
    _gradual = _seen = False

    def _paint(self, look: Look, paint: Paint, ground: Colour | None) -> None:
        assert self._surface is not None
        self._surface.fill(ground or (0, 0, 0, 0))
        painter = Painter(look, self._surface, self.name, self.area.topleft, self.scrolled)
        look.text.hurried, look.text.stops = self._gradual, self._gradual and not self._seen
        began, left = perf_counter(), look.text.left
        try:
            paint(painter)
            self._seen = True
        except TimeIsUp:
            self._surface.fill(ground or (0, 0, 0, 0))
            painter.spots, painter.written = [], []
            look.text.postponed = look.text.waits = True
        look.text.hurried = look.text.stops = False
        if left is not None:
            look.text.left = left - (perf_counter() - began)
        self.unfinished = look.text.postponed
        self.spots, self.written = painter.spots, painter.written
        self.content = painter.bottom
        self._scrolled_then = self.scrolled
        self._version += 1

    def scroll(self, rows: int) -> None:
        """Move the content up by `rows` pixels (down when negative), within its bounds."""
        self.scroll_to(self.scrolled + rows)

    def scroll_to(self, row: int, at_once: bool = False) -> None:  # noqa: ARG002 - for panels that glide
        """Let the pixel `row` of the content be the upper edge, or as near to it as the content allows."""
        self.scrolled = max(0, min(row, self.content - self.area.height))

    def reveal(self, spot: Spot, margin: int) -> None:
        """Scroll until `spot` is in sight."""
        if not self.scrolls:
            return
        if spot.area.top - margin < self.area.top:
            self.scroll(spot.area.top - margin - self.area.top)
        elif spot.area.bottom + margin > self.area.bottom:
            self.scroll(min(spot.area.bottom + margin - self.area.bottom, spot.area.top - margin - self.area.top))

    def tile(self) -> Tile:
        assert self._surface is not None
        return Tile(self.name, self._surface, self.area, self._version, self._opaque)

    @property
    def has_more(self) -> bool:
        """Whether something lies below what is in sight."""
        return self.scrolls and self.content - self.scrolled > self.area.height + 4

    def bar(self, look: Look) -> pygame.Rect | None:
        """Where the scroll bar stands, or None when all is in sight."""
        if not self.scrolls or self.content <= self.area.height + 1:
            return None
        height = max(look.px(28), self.area.height * self.area.height // self.content)
        travel = self.area.height - height
        top = self.area.top + travel * self.scrolled // max(1, self.content - self.area.height)
        return pygame.Rect(self.area.right - look.px(6), top, look.px(4), height)
