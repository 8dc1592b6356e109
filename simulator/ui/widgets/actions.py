"""The standing actions, as many buttons a row as there is room for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pygame

from simulator.play.presenters.cell_rows import ActionRow
from simulator.ui.spots import Command
from simulator.ui.widgets.controls import Kind, button, button_width
from simulator.ui.widgets.painter import Painter

ICONS = {
    "listen": "magnify",
    "verify": "clipboard_text_outline",
    "holding": "feather",
    "suspend": "calendar_clock",
    "reply": "reply",
    "alert": "bell_alert",
    "notify": "bank_outline",
    "inform": "account_group",
    "spokesperson": "account_voice",
    "correct": "undo_variant",
    "watch": "eye_outline",
}
_HEIGHT, _GAP = 30, 8
_MOST_LINES_WITH_ICONS = 2
_STEP = 12
"""Pixels by which a line is widened until the buttons fit."""


def _label(row: ActionRow) -> str:
    return f"{row.label} ({row.count})" if row.count else row.label


@dataclass(frozen=True)
class Toolbar:
    """The actions line by line; `icons` tells whether there is room for them."""

    lines: tuple[tuple[ActionRow, ...], ...]
    icons: bool


def toolbar(painter: Painter, rows: tuple[ActionRow, ...], width: int) -> Toolbar:
    """`rows` in as few lines as hold every label whole; icons go first where they would make a third line."""
    lines = _lines(painter, rows, width, icons=True)
    if len(lines) <= _MOST_LINES_WITH_ICONS:
        return Toolbar(lines, True)
    return Toolbar(_lines(painter, rows, width, icons=False), False)


def _natural(painter: Painter, row: ActionRow, icons: bool) -> int:
    return button_width(painter, _label(row), painter.look.cap(row.action), ICONS[row.action] if icons else "")


def _lines(painter: Painter, rows: tuple[ActionRow, ...], width: int, icons: bool) -> tuple[tuple[ActionRow, ...], ...]:
    """As few lines as can be, the fullest of them as short as can be."""
    widths = [_natural(painter, row, icons) + painter.px(_GAP) for row in rows]
    fewest = len(_filled(widths, width + painter.px(_GAP)))
    limit = max(widths, default=1)
    while len(_filled(widths, limit)) > fewest:
        limit += _STEP
    lines, start = [], 0
    for length in _filled(widths, limit):
        lines.append(rows[start : start + length])
        start += length
    return tuple(lines)


def _filled(widths: list[int], limit: int) -> list[int]:
    """How many of `widths` stand on each line of at most `limit`."""
    lines, taken = [0], 0
    for width in widths:
        if lines[-1] and taken + width > limit:
            lines.append(0)
            taken = 0
        lines[-1] += 1
        taken += width
    return lines


def actions_height(painter: Painter, lines: int) -> int:
    return lines * painter.px(_HEIGHT + _GAP) - painter.px(_GAP)


def paint_actions(
    painter: Painter, bar: Toolbar, x: int, y: int, width: int, command: Callable[[ActionRow], Command]
) -> int:
    """The buttons over the whole `width`; the row under them."""
    gap = painter.px(_GAP)
    for line in bar.lines:
        natural = [_natural(painter, row, bar.icons) for row in line]
        spare = (width - sum(natural) - gap * (len(line) - 1)) / len(line)
        left = float(x)
        for row, wide in zip(line, natural, strict=True):
            area = pygame.Rect(round(left), y, round(left + wide + spare) - round(left), painter.px(_HEIGHT))
            kind: Kind = "chosen" if row.active else "plain"
            icon, key = ICONS[row.action] if bar.icons else "", painter.look.cap(row.action)
            button(painter, area, _label(row), f"action {row.action}", command(row), key=key, icon=icon,
                   kind=kind, enabled=row.enabled, tip=row.refusal, group="actions")  # fmt: skip
            left += wide + spare + gap
        y += painter.px(_HEIGHT + _GAP)
    return y - gap
