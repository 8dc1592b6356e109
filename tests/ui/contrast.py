"""What is painted on what: every colour of text, sign and edge, with the pixels that were under it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import pygame
import pytest

from simulator.scenario.emoji import drawing_of
from simulator.ui.theme import Colour
from simulator.ui.widgets.painter import Painter
from simulator.ui.widgets.typesetting import Typesetter

Kind = Literal["text", "large", "sign"]
LEAST: dict[Kind, float] = {"text": 4.5, "large": 3.0, "sign": 3.0}
"""WCAG 2.2: text, text of 18 points and more, and what is no text but tells something."""
_LARGE = ("title", "display")
_SOLID = 250
_SHARE: dict[Kind, float] = {"text": 2.0, "large": 2.0, "sign": 50.0}
"""Per cent of the pixels underneath that may be worse: the edges of a picture's dots, a line that a sign stands on."""


@dataclass(frozen=True)
class Pair:
    """A colour on a ground; `shown` is what it says."""

    kind: Kind
    ink: Colour
    ground: Colour
    shown: str

    @property
    def contrast(self) -> float:
        return contrast(self.ink, self.ground)

    @property
    def is_enough(self) -> bool:
        return self.contrast >= LEAST[self.kind]


def luminance(colour: Colour) -> float:
    """Relative luminance, WCAG 2.2."""
    return float(_luminances(np.array([colour]))[0])


def contrast(one: Colour, other: Colour) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminances(colours: np.ndarray) -> np.ndarray:
    parts = colours / 255
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    return np.asarray(linear @ np.array([0.2126, 0.7152, 0.0722]))


@contextmanager
def recorded() -> Iterator[set[Pair]]:
    """Every pair that any painter paints meanwhile."""
    pairs: set[Pair] = set()
    said: list[tuple[Kind, str]] = []
    write, line, icon, triangle, paste = Painter.text, Painter.line, Painter.icon, Painter.triangle, Painter.paste
    box = Painter.box

    def told(kind: Kind, shown: str, call: Any, *given: Any, **named: Any) -> Any:
        said.append((kind, shown))
        try:
            return call(*given, **named)
        finally:
            said.pop()

    def text(
        self: Painter, x: int, y: int, shown: Any, width: int, size: Any = "body", *more: Any, **named: Any
    ) -> Any:
        words = shown if isinstance(shown, str) else "".join(span.text for span in shown)
        kind: Kind = "large" if size in _LARGE else "text"
        return told(kind, words, write, self, x, y, shown, width, size, *more, **named)

    def pasted(self: Painter, surface: pygame.Surface, position: tuple[int, int]) -> None:
        if said:
            where = (position[0], position[1] - self.scrolled)
            pairs.update(_pairs(*said[-1], surface, self.surface, where))
        paste(self, surface, position)

    def boxed(
        self: Painter, area: pygame.Rect, fill: Colour | None, edge: Colour | None = None, *more: Any, **named: Any
    ) -> None:
        pairs.update(_boxed(self, area, fill, edge))
        box(self, area, fill, edge, *more, **named)

    def no_emoji(_setter: Typesetter, sign: str, pixels: int) -> pygame.Surface | None:
        """Nothing in the emoji's place: it is a picture of many colours, and no text depends on it."""
        return pygame.Surface((pixels, pixels), pygame.SRCALPHA) if drawing_of(sign) is not None else None

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Typesetter, "_emoji", no_emoji)
        patch.setattr(Painter, "text", text)
        patch.setattr(Painter, "line", lambda self, x, y, shown: told("text", shown, line, self, x, y, shown))
        patch.setattr(Painter, "icon", lambda self, name, *rest: told("sign", name, icon, self, name, *rest))
        patch.setattr(
            Painter, "triangle", lambda self, *rest, **named: told("sign", "triangle", triangle, self, *rest, **named)
        )
        patch.setattr(Painter, "paste", pasted)
        patch.setattr(Painter, "box", boxed)
        yield pairs


def _pairs(
    kind: Kind, shown: str, drawn: pygame.Surface, target: pygame.Surface, where: tuple[int, int]
) -> Iterator[Pair]:
    """Each colour of `drawn` with the worst of the pixels of `target` that it covers."""
    seen = drawn.get_rect(topleft=where).clip(target.get_rect())
    if seen.width <= 0 or seen.height <= 0:
        return
    inside = seen.move(-where[0], -where[1])
    part = drawn.subsurface(inside)
    solid = pygame.surfarray.array_alpha(part) >= _SOLID
    inks = pygame.surfarray.array3d(part)[solid]
    under = target.subsurface(seen)
    grounds = pygame.surfarray.array3d(under)[solid]
    if target.get_flags() & pygame.SRCALPHA:
        opaque = pygame.surfarray.array_alpha(under)[solid] >= _SOLID
        inks, grounds = inks[opaque], grounds[opaque]
    packed = inks @ np.array([1 << 16, 1 << 8, 1])
    for colour in np.unique(packed):
        where_ink = packed == colour
        ink, of_ink = inks[where_ink][0], grounds[where_ink]
        lights = _luminances(of_ink)
        light = _luminances(ink[np.newaxis])[0]
        ratios = (np.maximum(lights, light) + 0.05) / (np.minimum(lights, light) + 0.05)
        worst = int(np.argsort(ratios)[int(len(ratios) * _SHARE[kind] / 100)])
        yield Pair(kind, _colour(ink), _colour(of_ink[worst]), shown)


def _boxed(painter: Painter, area: pygame.Rect, fill: Colour | None, edge: Colour | None) -> Iterator[Pair]:
    """The edge of a control with what lies outside it; a fill that means something with what it covers."""
    theme = painter.look.theme
    surface, moved = painter.surface, area.move(0, -painter.scrolled)
    outside, middle = (moved.centerx, moved.top - 2), moved.center
    meaning = {theme.accent, *(theme.solid(colour) for colour in (theme.calm, theme.warm, theme.hot, theme.good))}
    for shown, colour, place in (("edge", edge, outside), ("fill", fill, middle)):
        if colour is None or not surface.get_rect().collidepoint(place):
            continue
        if (shown == "fill" and colour not in meaning) or (shown == "edge" and colour in (theme.line, fill)):
            continue
        ground = surface.get_at(place)
        if ground.a >= _SOLID:
            yield Pair("sign", colour, (ground.r, ground.g, ground.b), shown)


def _colour(pixel: np.ndarray) -> Colour:
    red, green, blue = (int(part) for part in pixel)
    return red, green, blue
