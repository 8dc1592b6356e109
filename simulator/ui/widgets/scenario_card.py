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
_LINES = (2, 4)
"""Lines of a summary: room for the first number at least, the last at most; the tooltip has the rest."""


def card_height(painter: Painter, rows: Sequence[LibraryRow], width: int) -> int:
    """What the cards need downwards, the same for all."""
    room = width - 2 * painter.px(_PAD)
    tallest = max((painter.text_height(row.summary, room, "small", max_lines=_LINES[1]) for row in rows), default=0)
    return painter.px(_PICTURE + 98) + max(tallest, _LINES[0] * painter.line_height("small"))


def card_tip(painter: Painter, row: LibraryRow, width: int) -> str:
    """What the card has no room for: the whole summary where it is cut, what may hurt, why it cannot be played."""
    if row.problem:
        return row.problem
    room = width - 2 * painter.px(_PAD)
    whole = painter.text_height(row.summary, room, "small") > _LINES[1] * painter.line_height("small")
    warning = painter.look.say("ui.warning_of", warning=row.warning) if row.warning else ""
    return "\n".join(part for part in (row.summary if whole else "", warning) if part)


def paint_card(painter: Painter, area: pygame.Rect, row: LibraryRow) -> None:
    """`row` in `area`: picture, title, severity, what it is about, length, a warning and the best score."""
    theme = painter.look.theme
    painter.shadow(area, RADIUS_CARD, 10, 120)
    painter.box(area, theme.raised, theme.line, RADIUS_CARD)
    picture = pygame.Rect(area.x, area.y, area.width, painter.px(_PICTURE))
    if row.problem:
        _broken(painter, picture)
    else:
        paint_picture(painter, picture, row)
    painter.box(area, None, theme.line, RADIUS_CARD)
    left, width = area.x + painter.px(_PAD), area.width - 2 * painter.px(_PAD)
    y = area.y + painter.px(_PICTURE + 11)
    signs = painter.px(46) if row.severity else 0
    painter.text(left, y, row.title, width - signs, "heading", "bold", max_lines=1)
    if row.severity:
        severity(painter, left + width - painter.px(37), y + painter.px(12), row.severity)
    y += painter.px(24)
    painter.text(left, y, row.subtitle, width, "small", colour=theme.muted, max_lines=1)
    y += painter.px(22)
    if row.problem:
        lines = max(1, (area.bottom - painter.px(10) - y) // painter.line_height("small"))
        painter.text(left, y, row.problem, width, "small", colour=theme.hot, max_lines=lines)
        return
    painter.text(left, y, row.summary, width, "small", max_lines=_LINES[1])
    _foot(painter, row, left, area.bottom - painter.px(30), width)


def _foot(painter: Painter, row: LibraryRow, left: int, top: int, width: int) -> None:
    """Length and warning on the left, the best score on the right."""
    theme, say = painter.look.theme, painter.look.say
    if row.tutorial:
        best: tuple[Span, ...] = (Span(say("ui.unscored")),)
    elif row.best:
        best = (Span(say("ui.best_score") + " "), Span(row.best, "bold", theme.text))
    else:
        best = (Span(say("ui.unfinished" if row.played else "ui.never_played")),)
    told = painter.text(left, top, best, width, "small", colour=theme.muted, max_lines=1, align="right")
    painter.icon("timer_outline", left, top + painter.px(1), 17, theme.muted)
    start = left + painter.px(21)
    length = painter.text(start, top, row.duration, told.x - start, "small", colour=theme.muted, max_lines=1)
    if row.warning and length.right + painter.px(36) < told.x:
        painter.icon("alert_outline", length.right + painter.px(12), top + painter.px(1), 17, theme.warm)


def _broken(painter: Painter, area: pygame.Rect) -> None:
    """Instead of a picture: a torn file on a plain ground."""
    theme = painter.look.theme
    painter.box(area, theme.sunken, None, RADIUS_CARD)
    side = painter.px(34)
    painter.icon("file_alert_outline", area.centerx - side // 2, area.centery - side // 2, 34, theme.muted)


def paint_picture(painter: Painter, area: pygame.Rect, row: LibraryRow) -> None:
    """The scenario's picture in `area`, its upper corners as round as the card's."""
    theme = painter.look.theme
    picture = art.banner(area.size, row.scenario_id, row.art, row.accent, theme, theme.card, painter.look.scale)
    rounded = pygame.Surface(area.size, pygame.SRCALPHA)
    whole = pygame.Rect(0, 0, area.width, area.height + painter.px(40))
    shapes.box(rounded, whole, painter.px(RADIUS_CARD), (255, 255, 255))
    rounded.blit(picture, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    painter.paste(rounded, area.topleft)
