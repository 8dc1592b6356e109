"""The chronogram as lanes of signs over the hours; what only may come is hollow, what never can is struck out."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from simulator.play.presenters.chronogram import ChronogramKind, ChronogramRow, ChronogramView
from simulator.ui.spots import Command
from simulator.ui.theme import Colour, Theme
from simulator.ui.widgets import shapes
from simulator.ui.widgets.painter import Painter

LANES: tuple[ChronogramKind, ...] = ("signal", "scheduled", "card", "post", "news", "fact")
_SIGN = 11
_STAGES = 20
_SQUARE = ((0.05, 0.05), (0.95, 0.05), (0.95, 0.95), (0.05, 0.95))
_APART = (-1, 3, -5)
"""Points from the middle of a lane at which stretches that overlap stand, in turn."""
GoTo = Callable[[float], Command]


def paint_chronogram(painter: Painter, view: ChronogramView, now: float, area: pygame.Rect, go_to: GoTo) -> None:
    """Fill `area`: the stages, a lane a kind, the hours; each sign leads to its minute, `now` is a line over all."""
    theme, say = painter.look.theme, painter.look.say
    names = max(painter.text_width(say(f"ui.lane_{kind}"), "small") for kind in LANES) + painter.px(14)
    plot = pygame.Rect(area.x + names, area.y, area.width - names - painter.px(6), area.height)
    top = _stages(painter, view, plot)
    floor = area.bottom - painter.line_height("small")
    tall = max(painter.px(15), (floor - top) // len(LANES))

    def across(minute: float) -> int:
        return plot.x + round(minute / max(1.0, view.end) * plot.width)

    for clock in view.clocks:
        painter.surface.fill(theme.line, (across(clock.minute), top, max(1, painter.px(1)), floor - top))
        wide = painter.text_width(clock.label, "small")
        left = min(max(plot.x, across(clock.minute) - wide // 2), plot.right - wide)
        painter.text(left, floor, clock.label, wide, "small", colour=theme.faint, max_lines=1)
    for place, kind in enumerate(LANES):
        y = top + place * tall
        middle = y + tall // 2
        text = middle - painter.line_height("small") // 2
        painter.text(area.x, text, say(f"ui.lane_{kind}"), names, "small", colour=theme.muted, max_lines=1)
        painter.surface.fill(theme.line, (plot.x, middle, plot.width, max(1, painter.px(1))))
        _lane(painter, view.of(kind), across, middle, tall, go_to, plot.right)
    painter.surface.fill(theme.accent, (across(now), area.y, max(2, painter.px(2)), floor - area.y))


def _stages(painter: Painter, view: ChronogramView, plot: pygame.Rect) -> int:
    theme = painter.look.theme
    height = painter.px(_STAGES)
    for place, stage in enumerate(view.stages):
        left = plot.x + round(stage.begins / view.end * plot.width)
        right = plot.x + round(stage.ends / view.end * plot.width)
        band = pygame.Rect(left, plot.y, right - left - painter.px(2), height - painter.px(3))
        painter.box(band, theme.raised if place % 2 else theme.chosen, None, 4)
        painter.text(band.x + painter.px(6), band.y, stage.name, band.width - painter.px(8), "small", max_lines=1)
    return plot.y + height


def _lane(
    painter: Painter,
    rows: tuple[ChronogramRow, ...],
    across: Callable[[float], int],
    middle: int,
    tall: int,
    go_to: GoTo,
    right: int,
) -> None:
    theme, side = painter.look.theme, painter.px(_SIGN)
    free = 0
    lost = right + side
    for place, row in enumerate(rows):
        colour = _ink(theme, row)
        apart = painter.px(_APART[place % len(_APART)])
        if row.minute is None:
            lost -= side + painter.px(4)
            left = lost - side
        else:
            left = max(free, across(row.minute) - side // 2)
            free = left + side + painter.px(1)
            if row.until is not None and row.until > row.minute:
                wide = across(row.until) - across(row.minute)
                painter.surface.fill(colour, (across(row.minute), middle + apart, wide, max(1, painter.px(2))))
        sign = pygame.Rect(left, middle - side // 2, side, side)
        _sign(painter, row, sign, colour)
        tip = " · ".join(part for part in (row.name, row.when, row.note) if part)
        spot = pygame.Rect(sign.x - 1, middle - tall // 2, side + 2, tall)
        minute = row.minute if row.minute is not None else 0.0
        painter.spot(f"chronogram {row.kind} {row.key}", spot, go_to(minute), tip, "chronogram")


def _sign(painter: Painter, row: ChronogramRow, area: pygame.Rect, colour: Colour) -> None:
    theme = painter.look.theme
    if row.minute is None:
        secret = row.certainty == "secret"
        painter.icon("lock" if secret else "close_thick", area.x, area.y, _SIGN, theme.muted if secret else theme.hot)
        return
    points = {"card": _SQUARE, "news": shapes.DOWN}.get(row.kind, shapes.DIAMOND)
    painter.paste(shapes.polygon(area.size, points, colour), area.topleft)
    if row.certainty in ("conditional", "drawn"):
        inner = area.inflate(-painter.px(5), -painter.px(5))
        if inner.width > 0:
            painter.paste(shapes.polygon(inner.size, points, theme.card), inner.topleft)


def _ink(theme: Theme, row: ChronogramRow) -> Colour:
    inks = {
        "signal": theme.calm,
        "scheduled": theme.muted,
        "card": theme.hot,
        "post": theme.warm,
        "news": theme.notable,
        "fact": theme.good,
    }
    return inks[row.kind]
