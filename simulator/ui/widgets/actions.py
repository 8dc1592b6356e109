"""The standing actions, as many buttons a row as there is room for."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from simulator.play.presenters.rows import ActionRow
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


def _label(row: ActionRow) -> str:
    return f"{row.label} ({row.count})" if row.count else row.label


def rows_needed(painter: Painter, rows: tuple[ActionRow, ...], width: int) -> list[tuple[ActionRow, ...]]:
    """`rows` in as few lines as hold every label whole, the fullest line as short as can be."""
    widths = [button_width(painter, _label(row), row.key, ICONS[row.action]) + painter.px(_GAP) for row in rows]
    width += painter.px(_GAP)
    fewest = len(_filled(widths, width))
    limit = next(
        limit for limit in range(max(widths, default=1), width + max(widths, default=1) + 20, 20)
        if len(_filled(widths, limit)) <= fewest
    )  # fmt: skip
    lines, start = [], 0
    for length in _filled(widths, limit):
        lines.append(rows[start : start + length])
        start += length
    return lines


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
    painter: Painter,
    lines: list[tuple[ActionRow, ...]],
    x: int,
    y: int,
    width: int,
    command: Callable[[ActionRow], Command],
) -> int:
    """The buttons over the whole `width`; the row under them."""
    gap = painter.px(_GAP)
    for line in lines:
        natural = [button_width(painter, _label(row), row.key, ICONS[row.action]) for row in line]
        spare = (width - sum(natural) - gap * (len(line) - 1)) / len(line)
        left = float(x)
        for row, wide in zip(line, natural, strict=True):
            area = pygame.Rect(round(left), y, round(left + wide + spare) - round(left), painter.px(_HEIGHT))
            kind: Kind = "chosen" if row.active else "plain"
            button(painter, area, _label(row), f"action {row.action}", command(row), key=row.key,
                   icon=ICONS[row.action], kind=kind, enabled=row.enabled, tip=row.refusal,
                   group="actions")  # fmt: skip
            left += wide + spare + gap
        y += painter.px(_HEIGHT + _GAP)
    return y - gap
