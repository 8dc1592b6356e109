"""A painter: text, icons and boxes on one panel, in points, with the spots that can be reached there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal

import pygame

from simulator.ui.look import Look
from simulator.ui.spots import Command, Spot
from simulator.ui.theme import RADIUS, RADIUS_CARD, Colour, Size, Weight
from simulator.ui.widgets import shapes
from simulator.ui.widgets.lines import Span

Align = Literal["left", "right", "centre"]
Text = str | tuple[Span, ...]
_FAR = 1_000_000
"""Rows: what is painted that far away is measured only."""


@dataclass
class Painter:
    """Paints one panel. Coordinates are pixels of the panel's content; `px` gives points in pixels.

    `scrolled` is how many rows of the content lie above the surface; `origin` is where the surface stands in
    the window. `written` lists the rectangles of the texts, for those who check a layout.
    """

    look: Look
    surface: pygame.Surface
    panel: str
    origin: tuple[int, int]
    scrolled: int = 0
    spots: list[Spot] = field(default_factory=list)
    written: list[tuple[pygame.Rect, str]] = field(default_factory=list)
    bottom: int = 0
    marked: tuple[str, ...] = ()
    """Words that were searched for, as `sieve.plain` gives them: posts show them marked."""
    patient: bool = False
    """Whether pictures that take long may come later, and all is painted again then."""
    awaited: list[Callable[[], bool]] = field(default_factory=list)
    """For each picture that was not there yet, whether it is."""

    @property
    def width(self) -> int:
        return self.surface.get_width()

    @property
    def height(self) -> int:
        return self.surface.get_height()

    @property
    def measures(self) -> bool:
        """Whether nothing is to be seen: it only tells how tall something is."""
        return self.scrolled <= -_FAR

    def px(self, points: float) -> int:
        return self.look.px(points)

    def line_height(self, size: Size = "body") -> int:
        return self.look.text.line_height(size)

    def text_width(self, text: str, size: Size = "body", weight: Weight = "regular") -> int:
        """Pixels that `text` takes on one line."""
        return self.look.text.extent(text, size, weight)

    def text_height(
        self, text: Text, width: int, size: Size = "body", weight: Weight = "regular", max_lines: int = 0
    ) -> int:
        """Pixels that `text` takes downwards within `width`, without drawing it."""
        spans = (Span(text),) if isinstance(text, str) else text
        lines, _ = self.look.text.lines(spans, size, weight, self.look.theme.text, max(1, width), max_lines)
        return len(lines) * self.line_height(size)

    def text(
        self,
        x: int,
        y: int,
        text: Text,
        width: int,
        size: Size = "body",
        weight: Weight = "regular",
        colour: Colour | None = None,
        max_lines: int = 0,
        align: Align = "left",
    ) -> pygame.Rect:
        """Write `text` in a column from `x`, `width` wide; where it stands."""
        spans = (Span(text),) if isinstance(text, str) else text
        colour = colour or self.look.theme.text
        if not self.shows(y, height := self.text_height(text, width, size, weight, max_lines)):
            self.reach(y + height)
            return pygame.Rect(x, y, width, height)
        block = self.look.text.block(spans, size, weight, colour, max(1, width), max_lines)
        left = x if align == "left" else x + width - block.width if align == "right" else x + (width - block.width) // 2
        area = pygame.Rect(left, y, block.width, block.height)
        self.paste(block.surface, area.topleft)
        if block.lines:
            self.written.append((area, "".join(span.text for span in spans)))
        return area

    def line(self, x: int, y: int, text: str) -> None:
        """Write `text` exactly as it is, on one line, for those who are writing it."""
        if text and self.shows(y, height := self.line_height()):
            drawn = self.look.text.exact(text, self.look.theme.text)
            self.paste(drawn, (x, y))
            self.written.append((pygame.Rect(x, y, drawn.get_width(), height), text))

    def caption(self, x: int, y: int, text: str, width: int, colour: Colour | None = None) -> pygame.Rect:
        """A heading of one line in spaced capitals, set closer or in plain letters where there is no room."""
        (shown,) = self.captions((text,), width)
        return self.heading(x, y, shown, width, colour)

    def captions(self, texts: Sequence[str], width: int) -> tuple[str, ...]:
        """`texts` as headings that stand together: all of them set as the longest has room for."""
        for letters in (_spaced, str.upper):
            shown = tuple(letters(text) for text in texts)
            if all(self.text_width(text, "small", "semibold") <= width for text in shown):
                return shown
        return tuple(texts)

    def heading(self, x: int, y: int, shown: str, width: int, colour: Colour | None = None) -> pygame.Rect:
        """What `captions` gave, on one line."""
        return self.text(x, y, shown, width, "small", "semibold", colour or self.look.theme.muted, 1)

    def paste(self, surface: pygame.Surface, position: tuple[int, int]) -> None:
        """Put `surface` at `position` of the content."""
        self.surface.blit(surface, (position[0], position[1] - self.scrolled))
        self.reach(position[1] + surface.get_height())

    def reach(self, bottom: int) -> None:
        """The content goes down to `bottom` at least."""
        self.bottom = max(self.bottom, bottom)

    def shows(self, top: int, height: int) -> bool:
        """Whether any of the rows from `top` is in sight."""
        return top < self.scrolled + self.height and top + height > self.scrolled

    def card(
        self,
        x: int,
        y: int,
        width: int,
        content: Callable[[Painter, int, int, int], int],
        pad: float = 18,
        least: int = 0,
    ) -> int:
        """A card as tall as its content (at least `least` pixels); the row under it.

        `content` is given a painter, the place and the width inside, and gives the row under what it painted.
        """
        inset = self.px(pad)
        probe = Painter(self.look, pygame.Surface((1, 1)), self.panel, self.origin, scrolled=-_FAR)
        height = max(least, content(probe, x + inset, y + inset, width - 2 * inset) + inset - y)
        area = pygame.Rect(x, y, width, height)
        self.shadow(area, RADIUS_CARD, 8, 110)
        self.box(area, self.look.theme.card, self.look.theme.line, RADIUS_CARD)
        content(self, x + inset, y + inset, width - 2 * inset)
        return area.bottom

    def icon(self, name: str, x: int, y: int, points: float, colour: Colour) -> int:
        """Draw an icon in a square of `points` whose corner is (x, y); its side in pixels."""
        side = self.px(points)
        drawn = self.look.text.icon(name, side, colour)
        self.paste(drawn, (x + (side - drawn.get_width()) // 2, y + (side - drawn.get_height()) // 2))
        return side

    def box(
        self,
        area: pygame.Rect,
        fill: Colour | None,
        edge: Colour | None = None,
        radius: float = RADIUS,
        edge_width: float = 1.0,
        opacity: int = 255,
    ) -> None:
        """A rounded box; `radius` and `edge_width` in points."""
        self.reach(area.bottom)
        moved = area.move(0, -self.scrolled)
        if moved.bottom < 0 or moved.top > self.height:
            return
        thick = max(1.0, edge_width * self.look.scale)
        shapes.box(self.surface, moved, self.px(radius), fill, edge, thick, opacity)

    def wash(self, colour: Colour, opacity: int) -> None:
        """All of the panel in one colour, `opacity` 0..255."""
        self.surface.fill((*colour, opacity))

    def shadow(self, area: pygame.Rect, radius: float, reach: float, opacity: int) -> None:
        """A soft shadow `reach` points around `area`."""
        moved = area.move(0, self.px(reach / 4) - self.scrolled)
        if moved.bottom < -self.px(reach) or moved.top > self.height + self.px(reach):
            return
        theme = self.look.theme
        shapes.shadow(
            self.surface, moved, self.px(radius), self.px(reach), theme.shadow, round(opacity * theme.shadow_share)
        )

    def rule(self, x: int, y: int, width: int, colour: Colour | None = None) -> None:
        """A thin level line."""
        thick = max(1, self.px(1))
        self.surface.fill(colour or self.look.theme.line, (x, y - self.scrolled, width, thick))

    def bar(self, area: pygame.Rect, share: float, colour: Colour) -> None:
        """A track filled to `share`, 0..1."""
        radius = area.height / 2 / self.look.scale
        self.box(area, self.look.theme.sunken, self.look.theme.line, radius)
        filled = pygame.Rect(area.left, area.top, round(area.width * min(1.0, max(0.0, share))), area.height)
        self.fill_bar(filled, colour)

    def fill_bar(self, filled: pygame.Rect, colour: Colour) -> None:
        """The part of a track that is filled."""
        if filled.width >= 2:
            self.box(filled, self.look.theme.solid(colour), None, filled.height / 2 / self.look.scale)

    def thread(self, start: tuple[int, int], end: tuple[int, int], colour: Colour) -> None:
        """A thin line from one place of the content to another."""
        (x, y), (to_x, to_y) = start, end
        pygame.draw.aaline(self.surface, colour, (x, y - self.scrolled), (to_x, to_y - self.scrolled))

    def triangle(self, x: int, y: int, side: int, up: bool, colour: Colour, hollow: bool = False) -> None:
        corners, colour = shapes.UP if up else shapes.DOWN, self.look.theme.solid(colour)
        self.paste(shapes.polygon((side, side), corners, colour, 1.2 * self.look.scale if hollow else 0), (x, y))

    def arrow(self, x: int, y: int, direction: int, side: int, colour: Colour) -> None:
        """▲ rises, ▼ falls, a dash is steady."""
        if direction:
            self.triangle(x, y, side, direction > 0, colour)
        else:
            thick = max(2, side // 5)
            self.surface.fill(self.look.theme.solid(colour), (x, y + (side - thick) // 2 - self.scrolled, side, thick))

    def spot(
        self,
        key: str,
        area: pygame.Rect,
        command: Command,
        tip: str = "",
        group: str = "",
        radius: float = RADIUS,
        enabled: bool = True,
        careful: bool = False,
    ) -> None:
        """`area` of the content can be clicked and entered."""
        where = area.move(self.origin[0], self.origin[1] - self.scrolled)
        seen = where.clip(pygame.Rect(self.origin, self.surface.get_size()))
        self.spots.append(Spot(key, where, seen, command, tip, group, self.px(radius), enabled, self.panel, careful))
        self.reach(area.bottom)


def _spaced(text: str) -> str:
    """`text` in capitals, with a hair's breadth between them."""
    return "\u200a".join(text.upper())
