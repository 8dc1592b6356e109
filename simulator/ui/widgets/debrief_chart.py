"""The curve of the play among those that could have been."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from simulator.play.presenters.hindsight import CurveRow, DebriefView
from simulator.ui.spots import Command
from simulator.ui.theme import Colour, Theme
from simulator.ui.widgets import shapes
from simulator.ui.widgets.chart_marks import paint_decisions, paint_injects
from simulator.ui.widgets.controls import Kind, button
from simulator.ui.widgets.painter import Painter
from simulator.ui.widgets.plot import Plot

_HEIGHT = 196
_BESIDE = 0.64
"""Share of the width that the switches take at most to stand beside the title."""
_DASHES: dict[str, tuple[float, ...]] = {
    "play": (), "what_if": (13.0, 5.0, 2.0, 5.0), "silence": (0.5, 5.5), "expert": (7.0, 5.5),
}  # fmt: skip
"""Points drawn and left out in turn, so that no curve is told by its colour alone."""


def curve_colour(theme: Theme, kind: str) -> Colour:
    return {"play": theme.hot, "what_if": theme.accent, "silence": theme.muted, "expert": theme.good}[kind]


def paint_chart(
    painter: Painter, view: DebriefView, x: int, y: int, width: int, hidden: set[str], toggle: Callable[[str], Command]
) -> int:
    """A card with the curves, those in `hidden` left out; the row under it."""
    shown = [curve for curve in view.curves if curve.name not in hidden]

    def content(on: Painter, left: int, top: int, room: int) -> int:
        say = on.look.say
        title = say("ui.what_if") if len(view.curves) > 1 else say("ui.outrage_curve")
        legend = sum(_switch_width(on, curve, room) for curve in view.curves) - on.px(8)
        if legend < room * _BESIDE:
            on.caption(left, top + on.px(4), title, room - legend - on.px(16))
            top = _legend(on, view.curves, left + room - legend, top, legend, hidden, toggle)
        else:
            top = on.caption(left, top, title, room).bottom + on.px(6)
            top = _legend(on, view.curves, left, top, room, hidden, toggle)
        scale = on.px(34)
        plot = Plot(pygame.Rect(left + scale, top, room - scale, on.px(_HEIGHT)), view.start, view.end)
        _grid(on, plot, left, view)
        for curve in sorted(shown, key=lambda curve: curve.kind == "play"):
            _curve(on, plot, curve)
        signs = paint_injects(on, plot, view.injects)
        paint_decisions(on, plot, view.decisions, shown, signs)
        return plot.area.bottom + on.px(22)

    return painter.card(x, y, width, content, 16)


def _switch_width(on: Painter, curve: CurveRow, room: int) -> int:
    """Pixels of a curve's switch, with the gap after it."""
    return min(room, on.text_width(curve.name, "small", "semibold") + on.px(58)) + on.px(8)


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
    left, height, sign, tip = x, on.px(28), on.px(30), on.look.say("ui.show_curve")
    for curve in curves:
        wide = _switch_width(on, curve, room) - on.px(8)
        if left + wide > x + room and left > x:
            left, y = x, y + height + on.px(6)
        area = pygame.Rect(left, y, wide, height)
        kind: Kind = "plain" if curve.name in hidden else "chosen"
        button(on, area, "", f"curve {curve.name}", toggle(curve.name), kind=kind, group="curves", tip=tip)
        line = ((3.0, height / 2), (float(sign - on.px(4)), height / 2))
        on.paste(_line(on, (sign, height), line, curve.kind, 2.4), (left + on.px(10), y))
        ink = on.look.theme.muted if curve.name in hidden else on.look.theme.text
        top = y + (height - on.line_height("small")) // 2
        on.text(left + on.px(13) + sign, top, curve.name, wide - sign - on.px(24), "small", colour=ink, max_lines=1)
        left += wide + on.px(8)
    return y + height + on.px(12)


def _line(
    on: Painter, size: tuple[int, int], points: tuple[tuple[float, float], ...], kind: str, width: float
) -> pygame.Surface:
    """A line in the colour and the dashes of its kind."""
    scale = on.look.scale
    dashes = tuple(length * scale for length in _DASHES[kind])
    return shapes.curve(size, points, curve_colour(on.look.theme, kind), width * scale, 0, dashes)


def _grid(on: Painter, plot: Plot, x: int, view: DebriefView) -> None:
    theme, area = on.look.theme, plot.area
    half = on.line_height("small") // 2
    for value in (0, 33, 66, 100):
        row = area.y + round(plot.point(0, value)[1])
        on.rule(area.x, row, area.width)
        on.text(x, row - half, str(value), on.px(26), "small", colour=theme.faint, align="right")
    for clock in view.clocks:
        wide = on.text_width(clock.label, "small")
        left = min(max(area.x, plot.column(clock.minute) - wide // 2), area.right - wide)
        on.text(left, area.bottom + on.px(6), clock.label, wide + 2, "small", colour=theme.faint)


def _curve(on: Painter, plot: Plot, curve: CurveRow) -> None:
    if curve.low and curve.high:
        band = [plot.point(*point) for point in curve.high] + [plot.point(*point) for point in reversed(curve.low)]
        colour = curve_colour(on.look.theme, curve.kind)
        on.paste(shapes.area(plot.area.size, tuple(band), colour, 46), plot.area.topleft)
    points = tuple(plot.point(*point) for point in curve.points)
    line = _line(on, plot.area.size, points, curve.kind, 2.6 if curve.kind == "play" else 2.2)
    on.paste(line, plot.area.topleft)
