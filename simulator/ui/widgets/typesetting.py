"""Text into surfaces: spans broken into lines, cut with an ellipsis, drawn crisp at any scale.

Glyphs are drawn large and reduced, so that letters stand where they belong and not on the pixel grid;
sizes are chosen so that the x-height is a whole number of pixels. Everything drawn is remembered.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
import pygame

from simulator.ui.theme import LINE_HEIGHTS, X_HEIGHTS, Colour, Size, Theme, Weight
from simulator.ui.typeface import X_HEIGHT_PER_SIZE, icon_font, icon_glyph, text_font
from simulator.ui.widgets.signs import pieces

_STRONGER = (255 * (np.arange(256) / 255) ** 0.8).astype(np.uint8)
"""Light text on a dark ground looks thinner than it is: alpha is raised by this curve."""
_CAPITAL = 0.66
"""Source Sans Pro's capital height as a share of its size."""
_ELLIPSIS = "…"


@dataclass(frozen=True)
class Span:
    """A stretch of text of one look; `weight` and `colour` None are those of the block."""

    text: str
    weight: Weight | None = None
    colour: Colour | None = None


@dataclass(frozen=True)
class Run:
    """Characters of one line that are drawn together."""

    text: str
    weight: Weight
    colour: Colour
    icon: bool = False


@dataclass(frozen=True)
class Block:
    """Drawn lines. `cut` tells whether an ellipsis stands for the rest."""

    surface: pygame.Surface
    width: int
    height: int
    lines: int
    cut: bool


class Typesetter:
    """Sets text for one theme at one scale."""

    def __init__(self, theme: Theme, scale: float) -> None:
        self.theme = theme
        self.scale = scale
        self._pixels: dict[Size, float] = {
            size: max(5, round(height * scale)) / X_HEIGHT_PER_SIZE for size, height in X_HEIGHTS.items()
        }
        self._line: dict[Size, int] = {size: round(height * scale) for size, height in LINE_HEIGHTS.items()}
        self.block = lru_cache(maxsize=3000)(self._block)
        self.width = lru_cache(maxsize=20000)(self._width)
        self.drawn = lru_cache(maxsize=3000)(self._drawn)
        self.lines = lru_cache(maxsize=6000)(self._lines)

    def line_height(self, size: Size) -> int:
        return self._line[size]

    def pixels(self, size: Size) -> float:
        return self._pixels[size]

    def _block(
        self,
        spans: tuple[Span, ...],
        size: Size,
        weight: Weight,
        colour: Colour,
        width: int,
        max_lines: int = 0,
    ) -> Block:
        """The lines of `spans` within `width` pixels; `max_lines` 0 is no limit."""
        lines, cut = self.lines(spans, size, weight, colour, width, max_lines)
        height = self._line[size]
        widths = [sum(self.width(run.text, size, run.weight, run.icon) for run in line) for line in lines]
        whole = max(1, int(max(widths, default=0)) + 2)
        surface = pygame.Surface((whole, max(1, height * len(lines))), pygame.SRCALPHA)
        baseline = round((height + _CAPITAL * self._pixels[size]) / 2)
        for rank, line in enumerate(lines):
            left = 0.0
            for run in line:
                drawn, ascent = self.drawn(run.text, size, run.weight, run.colour, run.icon)
                surface.blit(drawn, (round(left), rank * height + baseline - ascent))
                left += self.width(run.text, size, run.weight, run.icon)
        return Block(surface, whole, height * len(lines), len(lines), cut)

    def _width(self, text: str, size: Size, weight: Weight, icon: bool = False) -> float:
        """Pixels that `text` takes on one line."""
        if icon:
            return self._pixels[size] * 1.06
        finer = self._finer(size)
        return text_font(weight, round(self._pixels[size] * finer)).size(text)[0] / finer

    def _finer(self, size: Size) -> int:
        """How many times larger than shown text is drawn: large type needs less."""
        return 4 if self._pixels[size] < 24 else 2

    def _drawn(self, text: str, size: Size, weight: Weight, colour: Colour, icon: bool) -> tuple[pygame.Surface, int]:
        """The run as a surface, and how many of its rows stand above the baseline."""
        pixels = self._pixels[size]
        if icon:
            surface = self.icon_glyph(text, round(pixels), colour)
            return surface, round(_CAPITAL * pixels / 2 + surface.get_height() / 2)
        finer = self._finer(size)
        font = text_font(weight, round(pixels * finer))
        above = -font.get_ascent() % finer
        return reduced(font.render(text, True, colour), colour, finer, above), (font.get_ascent() + above) // finer

    def icon_glyph(self, glyph: str, pixels: int, colour: Colour) -> pygame.Surface:
        """Icon `glyph` in a square of about `pixels`."""
        font = icon_font(pixels * 4)
        if font is None or not glyph:
            return pygame.Surface((pixels, pixels), pygame.SRCALPHA)
        return reduced(font.render(glyph, True, colour), colour, 4, 0)

    @lru_cache(maxsize=500)  # noqa: B019 - a typesetter lives as long as its window's scale
    def icon(self, name: str, pixels: int, colour: Colour) -> pygame.Surface:
        """Icon `name` in a square of about `pixels`."""
        return self.icon_glyph(icon_glyph(name), pixels, colour)

    def _lines(
        self,
        spans: tuple[Span, ...],
        size: Size,
        weight: Weight,
        colour: Colour,
        width: int,
        max_lines: int,
    ) -> tuple[tuple[tuple[Run, ...], ...], bool]:
        lines: list[list[Run]] = []
        for paragraph in self._paragraphs(spans, weight, colour):
            lines.extend(self._broken(paragraph, size, width))
        cut = bool(max_lines) and len(lines) > max_lines
        if cut:
            rest = [run for line in lines[max_lines - 1 :] for run in (*line, Run(" ", weight, colour))]
            lines = [*lines[: max_lines - 1], self._ellipsed(_merged(rest), size, width)]
        return tuple(tuple(line) for line in lines), cut

    def _paragraphs(self, spans: tuple[Span, ...], weight: Weight, colour: Colour) -> list[list[list[Run]]]:
        """Paragraphs of words of runs; a word is what no plain space divides."""
        paragraphs: list[list[list[Run]]] = [[[]]]
        for span in spans:
            for characters, icon_colour in pieces(span.text, self.theme):
                run_colour = icon_colour or span.colour or colour
                if icon_colour:
                    paragraphs[-1][-1].append(Run(characters, "regular", run_colour, True))
                    continue
                for rank, part in enumerate(characters.split("\n")):
                    if rank:
                        paragraphs.append([[]])
                    for number, word in enumerate(part.split(" ")):
                        if number:
                            paragraphs[-1].append([])
                        if word:
                            paragraphs[-1][-1].append(Run(word, span.weight or weight, run_colour))
        return paragraphs

    def _broken(self, words: list[list[Run]], size: Size, width: int) -> list[list[Run]]:
        lines: list[list[Run]] = [[]]
        taken = 0.0
        for word in (part for whole in words for part in self._fitting(whole, size, width)):
            if not word:
                continue
            space = self.width(" ", size, word[0].weight) if lines[-1] else 0.0
            needed = sum(self.width(run.text, size, run.weight, run.icon) for run in word)
            if lines[-1] and taken + space + needed > width:
                lines.append([])
                taken = space = 0.0
            joined = lines[-1]
            for rank, run in enumerate(word):
                before = " " if rank == 0 and joined else ""
                last = joined[-1] if joined else None
                if last and not run.icon and _alike(last, run):
                    joined[-1] = replace(last, text=last.text + before + run.text)
                elif run.icon and before and last and not last.icon:
                    joined[-1] = replace(last, text=last.text + " ")
                    joined.append(run)
                else:
                    joined.append(run if run.icon else replace(run, text=before + run.text))
            taken += space + needed
        return lines

    def _fitting(self, word: list[Run], size: Size, width: int) -> list[list[Run]]:
        """`word`, broken between letters when it alone is wider than a line."""
        if sum(self.width(run.text, size, run.weight, run.icon) for run in word) <= width:
            return [word]
        broken: list[list[Run]] = []
        for run in word:
            start = 0
            for end in range(1, len(run.text) + 1):
                last = end == len(run.text)
                if last or self.width(run.text[start : end + 1], size, run.weight, run.icon) > width:
                    broken.append([replace(run, text=run.text[start:end])])
                    start = end
        return broken

    def _ellipsed(self, line: list[Run], size: Size, width: int) -> list[Run]:
        kept = list(line)
        while kept:
            last = kept[-1]
            if last.icon:
                kept.pop()
                continue
            before = sum(self.width(run.text, size, run.weight, run.icon) for run in kept[:-1])
            text = last.text
            while text and before + self.width(text.rstrip() + _ELLIPSIS, size, last.weight) > width:
                text = text[:-1]
            if text or len(kept) == 1:
                kept[-1] = replace(last, text=text.rstrip() + _ELLIPSIS)
                return kept
            kept.pop()
        return kept


def _merged(runs: list[Run]) -> list[Run]:
    """`runs` with neighbours of one look joined."""
    merged: list[Run] = []
    for run in runs:
        if merged and not run.icon and (_alike(merged[-1], run) or (run.text == " " and not merged[-1].icon)):
            merged[-1] = replace(merged[-1], text=merged[-1].text + run.text)
        else:
            merged.append(run)
    return merged


def _alike(one: Run, other: Run) -> bool:
    return (one.weight, one.colour, one.icon) == (other.weight, other.colour, other.icon)


def reduced(drawn: pygame.Surface, colour: Colour, finer: int, above: int) -> pygame.Surface:
    """`drawn` shrunk `finer` times, `above` empty rows added on top, its edges blended in alpha only."""
    width = -(-drawn.get_width() // finer) * finer
    height = -(-(drawn.get_height() + above) // finer) * finer
    canvas = pygame.Surface((max(finer, width), max(finer, height)), pygame.SRCALPHA)
    canvas.fill((*colour, 0))
    canvas.blit(drawn, (0, above), special_flags=pygame.BLEND_RGBA_MAX)
    small = pygame.transform.smoothscale(canvas, (canvas.get_width() // finer, canvas.get_height() // finer))
    alpha = pygame.surfarray.pixels_alpha(small)
    alpha[:] = _STRONGER[alpha]
    del alpha
    return small
