"""The curve of the play among those that could have been."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import pygame

from simulator.play.presenters.hindsight import CurveRow, DebriefView
from simulator.ui.spots import Command
from simulator.ui.theme import Colour
from simulator.ui.widgets import shapes, strokes
from simulator.ui.widgets.chart_marks import paint_decisions, paint_injects
from simulator.ui.widgets.controls import Kind, button
from simulator.ui.widgets.curve_looks import CurveLook, curve_looks
from simulator.ui.widgets.lines import capitalised
from simulator.ui.widgets.painter import Painter
from simulator.ui.widgets.plot import Plot

_LONGEST_SWITCH = 310
"""Points: a longer name is cut, and told when it is pointed at."""
_BESIDE = 0.64
"""Share of the width that the switches take at most to stand beside the title."""


@dataclass(frozen=True)
class Drawn:
    """The keys of the curves to draw, and of the one that is spoken of: its band shows, and its sentence."""

    keys: frozenset[str]
    spoken: str


def paint_chart(
    painter: Painter, view: DebriefView, drawn: Drawn, x: int, y: int, width: int, height: float,
    press: Callable[[str], Command], at: float | None = None,
) -> int:  # fmt: skip
    """A card with the curves, the plot `height` points tall, the minute `at` marked; the row under it."""
    curves = view.curves
    shown = [curve for curve in curves if curve.key in drawn.keys and len(curve.points) > 1]
    looks = curve_looks(painter.look.theme, curves)

    def content(on: Painter, left: int, top: int, room: int) -> int:
        top = _head(on, curves, looks, drawn, left, top, room, press)
        scale = on.px(34)
        plot = Plot(pygame.Rect(left + scale, top, room - scale, on.px(height)), view.start, view.end)
        _grid(on, plot, left, view)
        if on.shows(plot.area.y, plot.area.height):
            _curves(on, plot, shown, drawn, looks, at)
        if not on.measures:
            signs = paint_injects(on, plot, view.injects)
            paint_decisions(on, plot, view.decisions, shown, signs)
        spoken = next((curve for curve in curves if curve.key == drawn.spoken), None)
        return _below(on, curves, spoken, looks, left, plot.area.bottom + on.px(28), room)

    return painter.card(x, y, width, content, 16)


def _head(
    on: Painter, curves: tuple[CurveRow, ...], looks: dict[str, CurveLook], drawn: Drawn, x: int, y: int, room: int,
    press: Callable[[str], Command],
) -> int:  # fmt: skip
    """The title, the switches beside or under it; the row where the plot begins."""
    say = on.look.say
    title = say("ui.what_if") if len(curves) > 1 else say("ui.outrage_curve")
    legend = sum(_switch_width(on, curve, room) for curve in curves) - on.px(8)
    if legend < room * _BESIDE:
        on.caption(x, y + on.px(4), title, room - legend - on.px(16))
        return _legend(on, curves, looks, drawn, x + room - legend, y, legend, press)
    y = on.caption(x, y, title, room).bottom + on.px(6)
    return _legend(on, curves, looks, drawn, x, y, room, press)


def _switch_width(on: Painter, curve: CurveRow, room: int) -> int:
    """Pixels of a curve's switch, with the gap after it."""
    named = on.text_width(capitalised(curve.name), "small")
    return min(room, on.px(_LONGEST_SWITCH), named + on.px(58)) + on.px(8)


def _legend(
    on: Painter, curves: tuple[CurveRow, ...], looks: dict[str, CurveLook], drawn: Drawn, x: int, y: int, room: int,
    press: Callable[[str], Command],
) -> int:  # fmt: skip
    """A switch for each curve, with a bit of its line; the row under them."""
    theme, say = on.look.theme, on.look.say
    left, height, sign = x, on.px(28), on.px(30)
    spare = max(0, room - sum(_switch_width(on, curve, room) for curve in curves))
    for curve in curves:
        wide = _switch_width(on, curve, room) - on.px(8)
        more = min(spare, max(0, on.text_width(capitalised(curve.name), "small") + on.px(58) - wide))
        wide, spare = wide + more, spare - more
        if left + wide > x + room and left > x:
            left, y = x, y + height + on.px(6)
        area = pygame.Rect(left, y, wide, height)
        is_on = curve.key in drawn.keys
        kind: Kind = "chosen" if is_on and curve.key == drawn.spoken else "plain"
        if is_on:
            on.box(area, theme.raised, None, height / 2 / on.look.scale)
        named = capitalised(curve.name)
        tip = say("ui.hide_curve" if is_on else "ui.show_curve")
        if on.text_width(named, "small") > wide - sign - on.px(24):
            tip = f"{named}\n{tip}"
        button(on, area, "", f"curve {curve.key}", press(curve.key), kind=kind, group="curves", tip=tip)
        if is_on:
            line = ((3.0, height / 2), (float(sign - on.px(4)), height / 2))
            on.paste(_line(on, (sign, height), line, looks[curve.key], 2.4), (left + on.px(10), y))
        else:
            on.icon("eye_off_outline", left + on.px(14), y + on.px(6), 16, theme.faint)
        ink = theme.text if is_on else theme.muted
        top = y + (height - on.line_height("small")) // 2
        on.text(left + on.px(13) + sign, top, named, wide - sign - on.px(24), "small", colour=ink, max_lines=1)
        left += wide + on.px(8)
    return y + height + on.px(14)


def _below(
    on: Painter, curves: tuple[CurveRow, ...], spoken: CurveRow | None, looks: dict[str, CurveLook], x: int, y: int,
    room: int,
) -> int:  # fmt: skip
    """What became of the peak of the curve spoken of, and how far the others are lived; the row under it."""
    theme, say = on.look.theme, on.look.say
    others = [curve for curve in curves if curve.kind != "play"]
    if spoken is not None and (spoken.sentence or spoken.skipped):
        sign, high = on.px(30), on.line_height("small")
        line = ((1.0, high / 2), (float(sign), high / 2))
        on.paste(_line(on, (sign + 2, high), line, looks[spoken.key], 2.4), (x, y))
        text = " ".join(part for part in (spoken.sentence, spoken.skipped) if part)
        named = capitalised(spoken.name)
        left = x + sign + on.px(12)
        wide, ink = on.text_width(named, "small", "semibold") + 2, looks[spoken.key].colour
        if wide + on.px(12) + on.text_width(text, "small") < x + room - left:
            on.text(left, y, named, wide, "small", "semibold", ink)
            left += wide + on.px(12)
        else:
            y = on.text(left, y, named, x + room - left, "small", "semibold", ink).bottom
        y = on.text(left, y, text, x + room - left, "small").bottom + on.px(6)
    done = sum(curve.done for curve in others) / len(others) if others else 1.0
    if done < 1:
        told = say("ui.living_worlds", value=round(100 * done))
        wide = on.text_width(told, "small") + 2
        on.text(x, y, told, wide, "small", colour=theme.muted)
        track = pygame.Rect(x + wide + on.px(12), y + on.line_height("small") // 2 - on.px(3), 0, on.px(6))
        track.width = max(on.px(20), min(on.px(260), x + room - track.x))
        on.bar(track, done, theme.accent)
        y += on.line_height("small") + on.px(6)
    return y - on.px(6)


def _grid(on: Painter, plot: Plot, x: int, view: DebriefView) -> None:
    theme, area = on.look.theme, plot.area
    half = on.line_height("small") // 2
    for value in (0, 33, 66, 100):
        row = area.y + round(plot.point(0, value)[1])
        on.rule(area.x, row, area.width)
        on.text(x, row - half, str(value), on.px(26), "small", colour=theme.faint, align="right")
    free = area.x
    for clock in view.clocks:
        wide = on.text_width(clock.label, "small")
        left = min(max(area.x, plot.column(clock.minute) - wide // 2), area.right - wide)
        if left < free:
            continue
        on.text(left, area.bottom + on.px(6), clock.label, wide + 2, "small", colour=theme.faint)
        free = left + wide + on.px(10)


def _curves(
    on: Painter, plot: Plot, shown: list[CurveRow], drawn: Drawn, looks: dict[str, CurveLook], at: float | None
) -> None:
    """The minute `at`, the band of the curve spoken of, then the curves, the play's on top."""
    if at is not None:
        stood = (plot.column(at), plot.area.y - on.scrolled, max(1, on.px(1)), plot.area.height)
        on.surface.fill(on.look.theme.line_strong, stood)
    for curve in sorted(shown, key=lambda curve: (curve.kind == "play", curve.key == drawn.spoken)):
        if curve.key == drawn.spoken and curve.low and curve.high:
            _band(on, plot, curve, looks[curve.key])
        points = tuple(plot.point(*point) for point in curve.points)
        line = _line(on, plot.area.size, points, looks[curve.key], 2.6 if curve.kind == "play" else 2.2)
        on.paste(line, plot.area.topleft)


def _band(on: Painter, plot: Plot, curve: CurveRow, look: CurveLook) -> None:
    """Where the same change leaves outrage in other worlds."""
    around = [plot.point(*point) for point in curve.high] + [plot.point(*point) for point in reversed(curve.low)]
    on.paste(_area(plot.area.size, tuple(around), look.colour), plot.area.topleft)


def _line(
    on: Painter, size: tuple[int, int], points: tuple[tuple[float, float], ...], look: CurveLook, width: float
) -> pygame.Surface:
    scale = on.look.scale
    return _stroke(size, points, look.colour, width * scale, tuple(length * scale for length in look.dashes))


@lru_cache(maxsize=24)
def _stroke(
    size: tuple[int, int],
    points: tuple[tuple[float, float], ...],
    colour: Colour,
    width: float,
    dashes: tuple[float, ...],
) -> pygame.Surface:
    """A curve, kept: the chart is painted again while other curves come."""
    return strokes.line(size, points, colour, width, dashes)


@lru_cache(maxsize=8)
def _area(size: tuple[int, int], around: tuple[tuple[float, float], ...], colour: Colour) -> pygame.Surface:
    return shapes.area(size, around, colour, 46)
