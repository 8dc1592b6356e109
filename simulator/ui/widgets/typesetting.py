"""Text into surfaces: spans broken into lines, cut with an ellipsis, drawn crisp at any scale.

Glyphs are drawn large and reduced, so that letters stand where they belong and not on the pixel grid;
sizes are chosen so that the x-height is a whole number of pixels. Everything drawn is remembered.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from time import perf_counter

import numpy as np
import pygame
from numpy.typing import NDArray

from simulator.scenario.emoji import drawing_of
from simulator.ui.theme import LINE_HEIGHTS, X_HEIGHTS, Colour, Size, Theme, Weight
from simulator.ui.typeface import X_HEIGHT_PER_SIZE, icon_font, icon_glyph, text_font
from simulator.ui.widgets.lines import LineBreaker, Run, Span
from simulator.ui.widgets.vector import drawing

Alphas = NDArray[np.uint8]
"""(256,): the alpha drawn for each alpha of a letter's edge."""
_CAPITAL = 0.66
"""Source Sans Pro's capital height as a share of its size."""

_ENDLESS = 100_000
"""Pixels: no line is that long."""

_NOTHING = pygame.Surface((1, 1), pygame.SRCALPHA)


@dataclass(frozen=True)
class Block:
    """Drawn lines. `cut` tells whether an ellipsis stands for the rest."""

    surface: pygame.Surface
    width: int
    height: int
    lines: int
    cut: bool


class _OutOfTime(Exception):
    """Text that is drawn in the next frame."""


class TimeIsUp(Exception):
    """A panel that is begun again in the next frame: what was laid out of it until now is remembered."""


class Typesetter:
    """Sets text for one theme at one scale."""

    def __init__(self, theme: Theme, scale: float) -> None:
        self.theme = theme
        self.scale = scale
        self._alphas = (255 * (np.arange(256) / 255) ** theme.stroke).astype(np.uint8)
        """What each alpha of a letter's edge becomes."""
        self._pixels: dict[Size, float] = {
            size: max(5, round(height * scale)) / X_HEIGHT_PER_SIZE for size, height in X_HEIGHTS.items()
        }
        self._line: dict[Size, int] = {size: round(height * scale) for size, height in LINE_HEIGHTS.items()}
        self.left: float | None = None
        """Seconds of painting that this frame has left; None: as many as it takes."""
        self.hurried = False
        """Whether what is being painted may come bit by bit, and waits for the next frame once none are left."""
        self.stops = False
        """Whether what is being painted was never seen, and need not even be laid out once none are left."""
        self.waits = False
        """Whether anything is still to be drawn, in the panels looked at since this was last set to False."""
        self.postponed = False
        """Whether some text was left out since this was last set to False: there was no time left."""
        self._kept = lru_cache(maxsize=3000)(self._block)
        self.width = lru_cache(maxsize=20000)(self._width)
        self.extent = lru_cache(maxsize=6000)(self._extent)
        self.drawn = lru_cache(maxsize=3000)(self._drawn)
        self._breaker = LineBreaker(theme, self.width)
        self.lines = lru_cache(maxsize=6000)(self._lines)

    def line_height(self, size: Size) -> int:
        return self._line[size]

    def pixels(self, size: Size) -> float:
        return self._pixels[size]

    def block(
        self,
        spans: tuple[Span, ...],
        size: Size,
        weight: Weight,
        colour: Colour,
        width: int,
        max_lines: int = 0,
    ) -> Block:
        """The lines of `spans` within `width` pixels; `max_lines` 0 is no limit. Nothing is drawn once time is up."""
        try:
            return self._kept(spans, size, weight, colour, width, max_lines)
        except _OutOfTime:
            self.postponed = self.waits = True
            lines, cut = self.lines(spans, size, weight, colour, width, max_lines)
            return Block(_NOTHING, self._whole(lines, size), self._line[size] * len(lines), len(lines), cut)

    def _whole(self, lines: Sequence[Sequence[Run]], size: Size) -> int:
        widths = [sum(self.width(run.text, size, run.weight, run.icon) for run in line) for line in lines]
        return max(1, int(max(widths, default=0)) + 2)

    def _block(
        self,
        spans: tuple[Span, ...],
        size: Size,
        weight: Weight,
        colour: Colour,
        width: int,
        max_lines: int = 0,
    ) -> Block:
        if self.hurried and self.left is not None and self.left <= 0:
            raise _OutOfTime
        lines, cut = self.lines(spans, size, weight, colour, width, max_lines)
        began = perf_counter()
        height = self._line[size]
        whole = self._whole(lines, size)
        surface = pygame.Surface((whole, max(1, height * len(lines))), pygame.SRCALPHA)
        baseline = self._baseline(size)
        for rank, line in enumerate(lines):
            left = 0.0
            for run in line:
                drawn, ascent = self.drawn(run.text, size, run.weight, run.colour, run.icon)
                surface.blit(drawn, (round(left), rank * height + baseline - ascent))
                left += self.width(run.text, size, run.weight, run.icon)
        if self.left is not None:
            self.left -= perf_counter() - began
        return Block(surface, whole, height * len(lines), len(lines), cut)

    def _lines(
        self, spans: tuple[Span, ...], size: Size, weight: Weight, colour: Colour, width: int, max_lines: int
    ) -> tuple[tuple[tuple[Run, ...], ...], bool]:
        """What `LineBreaker.lines` gives; raises TimeIsUp where painting stops."""
        if self.stops and self.left is not None and self.left <= 0:
            raise TimeIsUp
        began = perf_counter()
        broken = self._breaker.lines(spans, size, weight, colour, width, max_lines)
        if self.left is not None:
            self.left -= perf_counter() - began
        return broken

    def _baseline(self, size: Size) -> int:
        """Rows of a line above its baseline."""
        return round((self._line[size] + _CAPITAL * self._pixels[size]) / 2)

    def exact(self, text: str, colour: Colour) -> pygame.Surface:
        """`text` as it is, spaces and all, on one line of body text."""
        drawn, ascent = self.drawn(text, "body", "regular", colour, False)
        surface = pygame.Surface((drawn.get_width(), self._line["body"]), pygame.SRCALPHA)
        surface.blit(drawn, (0, self._baseline("body") - ascent))
        return surface

    def _width(self, text: str, size: Size, weight: Weight, icon: bool = False) -> float:
        """Pixels that `text` takes on one line."""
        if icon:
            return self._pixels[size] * 1.06
        finer = self._finer(size)
        return text_font(weight, round(self._pixels[size] * finer)).size(text)[0] / finer

    def _extent(self, text: str, size: Size, weight: Weight) -> int:
        """Pixels that `text` takes on one line once it is set, which nobody need draw to know."""
        lines, _ = self.lines((Span(text),), size, weight, self.theme.text, _ENDLESS, 1)
        return self._whole(lines, size)

    def _finer(self, size: Size) -> int:
        """How many times larger than shown text is drawn: large type needs less."""
        return 4 if self._pixels[size] < 24 else 2

    def _drawn(self, text: str, size: Size, weight: Weight, colour: Colour, icon: bool) -> tuple[pygame.Surface, int]:
        """The run as a surface, and how many of its rows stand above the baseline."""
        pixels = self._pixels[size]
        if icon:
            surface = self._emoji(text, round(pixels)) or self.icon_glyph(text, round(pixels), colour)
            return surface, round(_CAPITAL * pixels / 2 + surface.get_height() / 2)
        finer = self._finer(size)
        font = text_font(weight, round(pixels * finer))
        above = -font.get_ascent() % finer
        letters = reduced(font.render(text, True, colour), colour, finer, above, self._alphas)
        return letters, (font.get_ascent() + above) // finer

    def _emoji(self, sign: str, pixels: int) -> pygame.Surface | None:
        """The drawing of an emoji in a square of `pixels`; None of an icon, and of an emoji that cannot be drawn."""
        file = drawing_of(sign)
        return drawing(file, (pixels, pixels)) if file is not None else None

    def icon_glyph(self, glyph: str, pixels: int, colour: Colour) -> pygame.Surface:
        """Icon `glyph` in a square of about `pixels`."""
        font = icon_font(pixels * 4)
        if font is None or not glyph:
            return pygame.Surface((pixels, pixels), pygame.SRCALPHA)
        return reduced(font.render(glyph, True, colour), colour, 4, 0, self._alphas)

    @lru_cache(maxsize=500)  # noqa: B019 - a typesetter lives as long as its window's scale
    def icon(self, name: str, pixels: int, colour: Colour) -> pygame.Surface:
        """Icon `name` in a square of about `pixels`."""
        return self.icon_glyph(icon_glyph(name), pixels, colour)


def reduced(drawn: pygame.Surface, colour: Colour, finer: int, above: int, alphas: Alphas) -> pygame.Surface:
    """`drawn` shrunk `finer` times, `above` empty rows added on top, its edges blended in alpha only, by `alphas`."""
    width = -(-drawn.get_width() // finer) * finer
    height = -(-(drawn.get_height() + above) // finer) * finer
    canvas = pygame.Surface((max(finer, width), max(finer, height)), pygame.SRCALPHA)
    canvas.fill((*colour, 0))
    canvas.blit(drawn, (0, above), special_flags=pygame.BLEND_RGBA_MAX)
    small = pygame.transform.smoothscale(canvas, (canvas.get_width() // finer, canvas.get_height() // finer))
    alpha = pygame.surfarray.pixels_alpha(small)
    alpha[:] = alphas[alpha]
    del alpha
    return small
