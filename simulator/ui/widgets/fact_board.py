"""A fact as a card of the board: what is known of it, its two marks, and what can be done."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from simulator.play.presenters.fact_rows import FactMark, FactRow
from simulator.ui.spots import Command
from simulator.ui.theme import Colour, Size, Theme, Weight
from simulator.ui.widgets.controls import button, button_width
from simulator.ui.widgets.painter import Painter

_PAD, _GAP = 16, 8
_SIGN, _BUTTON = 18, 30


@dataclass(frozen=True)
class Doing:
    """What the two buttons of a card do."""

    verify: Command
    publish: Command


def mark_sign(theme: Theme, mark: FactMark) -> tuple[str, Colour]:
    """The icon and the colour of a mark."""
    return {
        "open": ("circle_outline", theme.muted),
        "progress": ("progress_clock", theme.warm),
        "done": ("check_circle", theme.good),
        "held": ("timer_sand", theme.warm),
        "bad": ("water_alert", theme.hot),
        "locked": ("lock_outline", theme.notable),
    }[mark.tone]


def fact_height(painter: Painter, row: FactRow, width: int) -> int:
    """Pixels that the card of `row` needs."""
    return _paint(painter, row, pygame.Rect(0, 0, width, 0), None)


def paint_fact(painter: Painter, row: FactRow, area: pygame.Rect, doing: Doing) -> None:
    """The card of `row` in `area`, its buttons on its lower edge."""
    painter.box(area, painter.look.theme.raised, painter.look.theme.line)
    _paint(painter, row, area, doing)


def _paint(painter: Painter, row: FactRow, area: pygame.Rect, doing: Doing | None) -> int:
    """Draw the card, or only measure it when nothing is to be done; its height."""
    theme, pad = painter.look.theme, painter.px(_PAD)
    left, room = area.x + pad, area.width - 2 * pad
    y = _said(painter, area.y + painter.px(12), left, row.label or row.text, room, "body", theme.text, doing, bold=True)
    if row.text != row.label and row.label:
        y = _said(painter, y, left, row.text, room, "small", theme.text, doing)
    y += painter.px(6)
    for place, mark in enumerate(row.marks):
        icon, ink = mark_sign(theme, mark)
        start = left + painter.px(_SIGN + 8)
        if doing is not None:
            painter.icon(icon, left, y + painter.px(1), _SIGN, ink)
        colour = theme.muted if mark.tone == "open" else ink
        y = _said(painter, y, start, mark.text, room - (start - left), "small", colour, doing, bold=mark.tone != "open")
        if place == 0 and mark.tone == "progress":
            if doing is not None:
                bar = pygame.Rect(start, y, room - (start - left), max(2, painter.px(4)))
                painter.bar(bar, row.fraction, theme.warm)
            y += painter.px(6)
        y += painter.px(4)
    if row.others:
        y = _said(painter, y + painter.px(2), left, row.others, room, "small", theme.muted, doing)
    return _foot(painter, row, area, y + painter.px(10), doing)


def _foot(painter: Painter, row: FactRow, area: pygame.Rect, y: int, doing: Doing | None) -> int:
    """The two buttons, what each costs in its label; where the card ends, less where it begins."""
    say, pad, gap, height = painter.look.say, painter.px(_PAD), painter.px(_GAP), painter.px(_BUTTON)
    room = area.width - 2 * pad
    verify = say("ui.verify_cost", cost=row.verify_cost) if row.verify_cost else say("ui.verify")
    publish = say("ui.make_public_cost", cost=row.publish_cost) if row.publish_cost else say("ui.make_public")
    wide = [button_width(painter, verify, "", "magnify"), button_width(painter, publish, "", "bullhorn_outline")]
    stacked = sum(wide) + gap > room
    tall = 2 * height + gap if stacked else height
    if doing is not None:
        y = max(y, area.bottom - painter.px(12) - tall)
        first = pygame.Rect(area.x + pad, y, min(wide[0], room), height)
        second = (
            pygame.Rect(area.x + pad, y + height + gap, min(wide[1], room), height)
            if stacked
            else pygame.Rect(first.right + gap, y, wide[1], height)
        )
        button(painter, first, verify, f"verify {row.fact_id}", doing.verify, icon="magnify",
               kind="primary" if row.can_verify else "plain", enabled=row.can_verify,
               tip=row.verify_refusal)  # fmt: skip
        button(painter, second, publish, f"publish {row.fact_id}", doing.publish, icon="bullhorn_outline",
               kind="primary" if row.can_publish else "plain", enabled=row.can_publish,
               tip=row.publish_refusal)  # fmt: skip
    return y + tall + painter.px(12) - area.y


def _said(
    painter: Painter,
    y: int,
    x: int,
    text: str,
    room: int,
    size: Size,
    colour: Colour,
    doing: Doing | None,
    *,
    bold: bool = False,
) -> int:
    weight: Weight = "semibold" if bold else "regular"
    if doing is None:
        return y + painter.text_height(text, room, size, weight)
    return painter.text(x, y, text, room, size, weight, colour).bottom
