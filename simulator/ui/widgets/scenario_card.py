"""A scenario's card in the library."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from simulator.play.presenters.pages import LibraryRow
from simulator.ui.theme import RADIUS_CARD
from simulator.ui.widgets import art, shapes
from simulator.ui.widgets.controls import severity
from simulator.ui.widgets.lines import Span
from simulator.ui.widgets.painter import Painter

_PICTURE = 84
_PAD = 15
_LINES = (3, 6)
"""Lines of a summary: room for the first number at least, the last at most."""


def card_height(painter: Painter, rows: Sequence[LibraryRow], width: int) -> int:
    """What the cards need downwards so that no summary is cut; the same for all."""
    room = width - 2 * painter.px(_PAD)
    tallest = max((painter.text_height(row.summary, room, max_lines=_LINES[1]) for row in rows), default=0)
    return painter.px(_PICTURE + 101) + max(tallest, _LINES[0] * painter.line_height())


def paint_card(painter: Painter, area: pygame.Rect, row: LibraryRow) -> None:
    """`row` in `area`: picture, title, severity, what it is about, length and best score."""
    theme, say = painter.look.theme, painter.look.say
    painter.shadow(area, RADIUS_CARD, 10, 120)
    painter.box(area, theme.raised, theme.line, RADIUS_CARD)
    paint_picture(painter, pygame.Rect(area.x, area.y, area.width, painter.px(_PICTURE)), row.accent)
    painter.box(area, None, theme.line, RADIUS_CARD)
    left, width = area.x + painter.px(_PAD), area.width - 2 * painter.px(_PAD)
    y = area.y + painter.px(_PICTURE + 12)
    signs = painter.px(46)
    painter.text(left, y, row.title, width - signs, "heading", "bold", max_lines=1)
    if row.severity:
        severity(painter, left + width - painter.px(37), y + painter.px(12), row.severity)
    y += painter.px(25)
    painter.text(left, y, row.subtitle, width, "small", colour=theme.muted, max_lines=1)
    y += painter.px(22)
    if row.problem:
        painter.icon("alert_circle_outline", left, y + painter.px(1), 17, theme.hot)
        painter.text(
            left + painter.px(23), y, row.problem, width - painter.px(23), "small", colour=theme.hot, max_lines=4
        )
        return
    painter.text(left, y, row.summary, width, "body", max_lines=_LINES[1])
    foot = area.bottom - painter.px(31)
    painter.icon("timer_outline", left, foot + painter.px(1), 17, theme.muted)
    painter.text(left + painter.px(21), foot, row.duration, width, "small", colour=theme.muted, max_lines=1)
    if row.tutorial:
        best: tuple[Span, ...] = (Span(say("ui.unscored")),)
    elif row.best:
        best = (Span(say("ui.best_score") + " "), Span(row.best, "bold", theme.text))
    else:
        best = (Span(say("ui.never_played")),)
    painter.text(left, foot, best, width, "small", colour=theme.muted, max_lines=1, align="right")


def paint_picture(painter: Painter, area: pygame.Rect, accent: int) -> None:
    """The scenario's network in `area`, its upper corners as round as the card's."""
    theme = painter.look.theme
    picture = art.network(area.size, accent, theme.scenario(accent), theme.card, painter.look.scale)
    rounded = pygame.Surface(area.size, pygame.SRCALPHA)
    whole = pygame.Rect(0, 0, area.width, area.height + painter.px(40))
    shapes.box(rounded, whole, painter.px(RADIUS_CARD), (255, 255, 255))
    rounded.blit(picture, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    painter.paste(rounded, area.topleft)
