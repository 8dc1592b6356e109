"""A play of the past as a row, and a scenario's progress as a card with a small curve."""

from __future__ import annotations

import pygame

from simulator.play.presenters.pages import PlayRow
from simulator.play.presenters.progress import ProgressRow
from simulator.ui.theme import RADIUS
from simulator.ui.widgets import shapes
from simulator.ui.widgets.controls import pill
from simulator.ui.widgets.painter import Painter

HEIGHT, PROGRESS_HEIGHT = 64, 86
_CURVE = 92
"""Points that the curve of a progress takes across."""


def paint_play(painter: Painter, row: PlayRow, area: pygame.Rect) -> None:
    """When, which draw, how it ended; the grade and its word on the right."""
    theme = painter.look.theme
    painter.shadow(area, RADIUS, 6, 90)
    painter.box(area, theme.raised, theme.line)
    left = area.x + painter.px(18)
    if row.problem:
        painter.icon("file_alert_outline", left - painter.px(4), area.centery - painter.px(10), 20, theme.muted)
    else:
        side = painter.px(12)
        painter.paste(shapes.disc(side, theme.scenario(row.accent)), (left, area.centery - side // 2))
    left += painter.px(26)
    right = _grade(painter, row, area)
    room = right - left - painter.px(14)
    marked = painter.text_width(row.mark, "small") + painter.px(36) if row.mark else 0
    y = area.y + painter.px(9)
    if marked and room - marked < painter.px(120):
        marked = 0
    title = painter.text(left, y, row.title, room - marked, "heading", "semibold", max_lines=1)
    if marked:
        ink = theme.accent
        pill(painter, title.right + painter.px(12), y - painter.px(1), row.mark, ink, theme.line, theme.sunken)
    facts = " · ".join(part for part in (row.date, row.seed, row.state, "" if marked else row.mark) if part)
    painter.text(left, y + painter.px(26), facts, room, "small", colour=theme.muted, max_lines=1)


def _grade(painter: Painter, row: PlayRow, area: pygame.Rect) -> int:
    """The grade and its word at the right of `area`; where they begin."""
    right = area.right - painter.px(18)
    if not row.overall:
        return right
    figure = painter.text_width(row.overall, "title", "bold")
    right -= figure
    top = area.centery - painter.line_height("title") // 2
    painter.text(right, top, row.overall, figure + 2, "title", "bold")
    word = painter.text_width(row.band_name, "small")
    right -= word + painter.px(12)
    ink = painter.look.theme.muted
    painter.text(right, area.centery - painter.line_height("small") // 2, row.band_name, word + 2, "small", colour=ink)
    return right


def paint_progress(painter: Painter, row: ProgressRow, area: pygame.Rect, is_chosen: bool) -> None:
    """The scenario, what became of its grades in words, and their curve beside it."""
    theme = painter.look.theme
    painter.shadow(area, RADIUS, 6, 90)
    painter.box(area, theme.chosen if is_chosen else theme.card, theme.accent if is_chosen else theme.line)
    inset = painter.px(14)
    wide = painter.px(_CURVE)
    room = area.width - 3 * inset - wide
    y = area.y + painter.px(10)
    y = painter.text(area.x + inset, y, row.title, room, "body", "semibold", max_lines=1).bottom
    painter.text(area.x + inset, y, row.sentence, room, "small", colour=theme.muted, max_lines=2)
    _curve(painter, row, pygame.Rect(area.right - inset - wide, area.y + inset, wide, area.height - 2 * inset))


def _curve(painter: Painter, row: ProgressRow, area: pygame.Rect) -> None:
    """A dot for each play between 0 and 100, joined from the first to the last; the best one is larger."""
    theme = painter.look.theme
    painter.rule(area.x, area.bottom - 1, area.width, theme.line)
    dot, large = painter.px(6), painter.px(10)
    inner = area.inflate(-large, -large)
    steps = max(1, len(row.grades) - 1)
    places = [
        (inner.x + round(rank / steps * inner.width), inner.bottom - round(grade / 100 * inner.height))
        for rank, grade in enumerate(row.grades)
    ]
    if len(places) > 1:
        moved = [(x - area.x, y - area.y) for x, y in places]
        painter.paste(shapes.curve(area.size, moved, theme.accent, 2 * painter.look.scale), area.topleft)
    best = row.grades.index(max(row.grades))
    for rank, (x, y) in enumerate(places):
        side = large if rank == best else dot
        painter.paste(shapes.disc(side, theme.accent), (x - side // 2, y - side // 2))
