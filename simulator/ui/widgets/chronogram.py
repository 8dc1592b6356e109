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
_COUNT = 15
"""Points that a sign takes with the number of those that stand there together."""
_TOLD = 6
"""How many of them a tooltip names."""
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
    """The signs of a lane at their minutes; those that would cover each other are one, with their number beside it."""
    side = painter.px(_SIGN)
    for place, row in enumerate(rows):
        if row.minute is not None and row.until is not None and row.until > row.minute:
            wide = across(row.until) - across(row.minute)
            top = middle + painter.px(_APART[place % len(_APART)])
            painter.surface.fill(_ink(painter.look.theme, row), (across(row.minute), top, wide, max(1, painter.px(2))))
    for crowd in _crowds(painter, rows, across):
        sign = pygame.Rect(across(crowd[0].minute or 0.0) - side // 2, middle - side // 2, side, side)
        _spot(painter, crowd, sign, tall, go_to)
    lost = [row for row in rows if row.minute is None]
    for place, row in enumerate(lost):
        left = right - (place + 1) * (side + painter.px(4))
        _spot(painter, (row,), pygame.Rect(left, middle - side // 2, side, side), tall, go_to)


def _crowds(
    painter: Painter, rows: tuple[ChronogramRow, ...], across: Callable[[float], int]
) -> list[tuple[ChronogramRow, ...]]:
    """Rows with a minute, in time: those too close to the first of a crowd to stand beside it are part of it."""
    crowds: list[list[ChronogramRow]] = []
    for row in rows:
        if row.minute is None:
            continue
        room = painter.px(_SIGN + (_COUNT if crowds and len(crowds[-1]) > 1 else 1))
        if crowds and across(row.minute) - across(crowds[-1][0].minute or 0.0) < room:
            crowds[-1].append(row)
        else:
            crowds.append([row])
    return [tuple(crowd) for crowd in crowds]


def _spot(painter: Painter, crowd: tuple[ChronogramRow, ...], sign: pygame.Rect, tall: int, go_to: GoTo) -> None:
    first = crowd[0]
    ink = _ink(painter.look.theme, first)
    _sign(painter, first, sign, ink)
    wide = sign.width
    if len(crowd) > 1:
        text = str(len(crowd))
        top = sign.centery - painter.line_height("small") // 2
        room = painter.text_width(text, "small") + 1
        painter.text(sign.right + 1, top, text, room, "small", colour=ink, max_lines=1)
        wide += room + 1
    told = [" · ".join(part for part in (row.name, row.when, row.note) if part) for row in crowd[:_TOLD]]
    more = [f"+ {len(crowd) - _TOLD}"] if len(crowd) > _TOLD else []
    spot = pygame.Rect(sign.x - 1, sign.centery - tall // 2, wide + 2, tall)
    command = go_to(first.minute if first.minute is not None else 0.0)
    painter.spot(f"chronogram {first.kind} {first.key}", spot, command, "\n".join([*told, *more]), "chronogram")


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
