"""The curve of the play among those that could have been."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

import pygame

from simulator.play.presenters.pages import CurveRow, DebriefView
from simulator.play.presenters.rows import MarkRow, Point
from simulator.ui.spots import Command
from simulator.ui.theme import Colour, Theme
from simulator.ui.widgets import shapes
from simulator.ui.widgets.controls import Kind, button
from simulator.ui.widgets.painter import Painter

_HEIGHT = 236
_DASHES = {"play": 0.0, "what_if": 7.0, "silence": 2.5, "expert": 4.5}


@dataclass(frozen=True)
class _Plot:
    """The drawing's place and its minutes; outrage goes 0..100 from the bottom."""

    area: pygame.Rect
    start: float
    end: float

    def point(self, minute: float, value: float) -> tuple[float, float]:
        across = (minute - self.start) / max(1.0, self.end - self.start) * self.area.width
        return across, self.area.height * (1 - value / 100)


def curve_colour(theme: Theme, kind: str) -> Colour:
    return {"play": theme.hot, "what_if": theme.good, "silence": theme.muted, "expert": theme.accent}[kind]


def paint_chart(
    painter: Painter, view: DebriefView, x: int, y: int, width: int, hidden: set[str], toggle: Callable[[str], Command]
) -> int:
    """A card with the curves, those in `hidden` left out; the row under it."""
    shown = [curve for curve in view.curves if curve.name not in hidden]

    def content(on: Painter, left: int, top: int, room: int) -> int:
        say = on.look.say
        title = say("ui.what_if") if len(view.curves) > 1 else say("ui.outrage_curve")
        top = on.caption(left, top, title, room).bottom + on.px(6)
        top = _legend(on, view.curves, left, top, room, hidden, toggle)
        scale = on.px(34)
        plot = _Plot(pygame.Rect(left + scale, top, room - scale, on.px(_HEIGHT - 40)), view.start, view.end)
        _grid(on, plot, left, view)
        for curve in sorted(shown, key=lambda curve: curve.kind == "play"):
            _curve(on, plot, curve)
        played = next((curve for curve in shown if curve.kind == "play"), None)
        if played is not None:
            _marks(on, plot, view, played.points)
        return plot.area.bottom + on.px(22)

    return painter.card(x, y, width, content, 16)


def _legend(
    on: Painter,
    curves: tuple[CurveRow, ...],
    x: int,
    y: int,
    room: int,
    hidden: set[str],
    toggle: Callable[[str], Command],
) -> int:
    """A switch for each curve, with a bit of its line; the row under them."""
    left, height, sign = x, on.px(28), on.px(26)
    for curve in curves:
        wide = min(room, on.text_width(curve.name, "small", "semibold") + on.px(32) + sign)
        if left + wide > x + room and left > x:
            left, y = x, y + height + on.px(6)
        area = pygame.Rect(left, y, wide, height)
        kind: Kind = "plain" if curve.name in hidden else "chosen"
        button(
            on,
            area,
            "",
            f"curve {curve.name}",
            toggle(curve.name),
            kind=kind,
            group="curves",
            tip=on.look.say("ui.show_curve"),
        )
        colour = curve_colour(on.look.theme, curve.kind)
        line = ((2.0, height / 2), (float(sign - on.px(4)), height / 2))
        dash = _DASHES[curve.kind] * on.look.scale
        on.paste(shapes.curve((sign, height), line, colour, 2.4 * on.look.scale, 0, dash), (left + on.px(12), y))
        ink = on.look.theme.muted if curve.name in hidden else on.look.theme.text
        top = y + (height - on.line_height("small")) // 2
        on.text(left + on.px(14) + sign, top, curve.name, wide - sign - on.px(24), "small", colour=ink, max_lines=1)
        left += wide + on.px(8)
    return y + height + on.px(12)


def _grid(on: Painter, plot: _Plot, x: int, view: DebriefView) -> None:
    theme, area = on.look.theme, plot.area
    half = on.line_height("small") // 2
    for value in (0, 33, 66, 100):
        row = area.y + round(plot.point(0, value)[1])
        on.rule(area.x, row, area.width)
        on.text(x, row - half, str(value), on.px(26), "small", colour=theme.faint, align="right")
    for clock in view.clocks:
        wide = on.text_width(clock.label, "small")
        middle = area.x + round(plot.point(clock.minute, 0)[0])
        left = min(max(area.x, middle - wide // 2), area.right - wide)
        on.text(left, area.bottom + on.px(6), clock.label, wide + 2, "small", colour=theme.faint)
    mark = on.px(11)
    for inject in view.injects:
        middle = area.x + round(plot.point(inject.minute, 0)[0])
        on.triangle(middle - mark // 2, area.y - on.px(4), mark, False, theme.warm)


def _curve(on: Painter, plot: _Plot, curve: CurveRow) -> None:
    colour, scale = curve_colour(on.look.theme, curve.kind), on.look.scale
    if curve.low and curve.high:
        band = [plot.point(*point) for point in curve.high] + [plot.point(*point) for point in reversed(curve.low)]
        on.paste(shapes.area(plot.area.size, tuple(band), colour, 46), plot.area.topleft)
    points = [plot.point(*point) for point in curve.points]
    width = 2.6 if curve.kind == "play" else 2.0
    line = shapes.curve(plot.area.size, points, colour, width * scale, 0, _DASHES[curve.kind] * scale)
    on.paste(line, plot.area.topleft)


def _marks(on: Painter, plot: _Plot, view: DebriefView, points: tuple[Point, ...]) -> None:
    """The decisions as diamonds on the play's curve, their names where there is room."""
    theme, side = on.look.theme, on.px(13)
    taken: list[pygame.Rect] = []
    for mark in view.decisions:
        value = _value_at(points, mark)
        across, down = plot.point(mark.minute, value)
        middle = (plot.area.x + round(across), plot.area.y + round(down))
        diamond = shapes.polygon((side, side), shapes.DIAMOND, theme.accent)
        on.paste(diamond, (middle[0] - side // 2, middle[1] - side // 2))
        if not mark.label:
            continue
        wide = on.text_width(mark.label, "small")
        left = min(middle[0] + side, plot.area.right - wide)
        above = middle[1] - on.line_height("small") - on.px(3)
        below = middle[1] + on.px(4)
        for top in (above, below):
            place = pygame.Rect(left, top, wide, on.line_height("small"))
            if (
                place.top >= plot.area.top - on.px(8)
                and place.bottom < plot.area.bottom
                and place.collidelist(taken) < 0
            ):
                on.box(place.inflate(on.px(6), 0), theme.card, None, 4, opacity=190)
                on.text(left, top, mark.label, wide + 2, "small")
                taken.append(place)
                break


def _value_at(points: tuple[Point, ...], mark: MarkRow) -> float:
    """The curve's height at the mark, between the points around it."""
    for (start, low), (end, high) in pairwise(points):
        if start <= mark.minute <= end:
            return low + (high - low) * (mark.minute - start) / max(1e-9, end - start)
    return points[-1][1] if points else 0.0
