"""What happened, on a chart: what came as triangles on top, what was decided as diamonds on the play's curve."""

from __future__ import annotations

from itertools import pairwise

import pygame

from simulator.play.presenters.curve_rows import MarkRow, Point
from simulator.play.presenters.hindsight import CurveRow
from simulator.ui.scene import Transition
from simulator.ui.widgets import shapes
from simulator.ui.widgets.chart_labels import heights, places, thread
from simulator.ui.widgets.painter import Painter
from simulator.ui.widgets.plot import Plot


def paint_injects(on: Painter, plot: Plot, marks: tuple[MarkRow, ...]) -> list[pygame.Rect]:
    """What came, on top of the plot; the places taken."""
    side = on.px(11)
    top = plot.area.y - on.px(4)
    for mark in marks:
        on.triangle(plot.column(mark.minute) - side // 2, top, side, False, on.look.theme.warm)
    middles = [(plot.column(mark.minute), top + side // 2) for mark in marks]
    return _reachable(on, "inject", marks, middles)


def paint_decisions(
    on: Painter, plot: Plot, marks: tuple[MarkRow, ...], shown: list[CurveRow], signs: list[pygame.Rect]
) -> None:
    """The decisions as diamonds on the play's curve; the featured ones are named, the others when pointed at."""
    played = next((curve.points for curve in shown if curve.kind == "play"), ())
    if not played:
        return
    theme, side = on.look.theme, on.px(13)
    middles = []
    for mark in marks:
        across, down = plot.point(mark.minute, _value_at(played, mark))
        middles.append((plot.area.x + round(across), plot.area.y + round(down)))
        diamond = shapes.polygon((side, side), shapes.DIAMOND, theme.accent)
        on.paste(diamond, (middles[-1][0] - side // 2, middles[-1][1] - side // 2))
    taken = signs + _reachable(on, "decision", marks, middles)
    if not on.shows(plot.area.y, plot.area.height):
        return
    named = [(mark, middle) for mark, middle in zip(marks, middles, strict=True) if mark.featured]
    curves = [
        heights([plot.point(*point) for point in points], plot.area.width)
        for curve in shown
        for points in (curve.points, curve.low, curve.high)
        if points
    ]
    wanted = [(middle, on.text_width(mark.label, "small")) for mark, middle in named]
    for (mark, middle), place in zip(named, places(on, plot.area, wanted, curves, taken), strict=True):
        if place is None:
            continue
        line = thread(on, middle, place)
        if line is not None:
            on.thread(*line, theme.line_strong)
        behind = place.inflate(on.px(4), 0).move(0, -on.scrolled)
        on.surface.fill(theme.card, behind)
        on.text(place.x, place.y, mark.label, place.width + 2, "small")


def _reachable(on: Painter, kind: str, marks: tuple[MarkRow, ...], middles: list[tuple[int, int]]) -> list[pygame.Rect]:
    """Marks can be pointed at for their hour and name, those that touch together; the places taken."""
    side = on.px(15)
    areas: list[pygame.Rect] = []
    tips: list[str] = []
    for mark, middle in zip(marks, middles, strict=True):
        area = pygame.Rect(middle[0] - side // 2, middle[1] - side // 2, side, side)
        tip = f"{mark.clock} · {mark.label}" if mark.clock else mark.label
        if areas and middle[0] - areas[-1].centerx < side * 2 // 3:
            tips[-1] = f"{tips[-1]}\n{tip}"
            continue
        areas.append(area)
        tips.append(tip)
    for rank, (area, tip) in enumerate(zip(areas, tips, strict=True)):
        on.spot(f"{kind} {rank}", area, _stay, tip, f"{kind}s", 7)
    return areas


def _stay() -> Transition:
    """A mark is there to be read."""
    return None


def _value_at(points: tuple[Point, ...], mark: MarkRow) -> float:
    """The curve's height at the mark, between the points around it."""
    for (start, low), (end, high) in pairwise(points):
        if start <= mark.minute <= end:
            return low + (high - low) * (mark.minute - start) / max(1e-9, end - start)
    return points[-1][1] if points else 0.0
