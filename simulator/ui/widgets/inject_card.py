"""The inject that waits for a decision, and what can be answered."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from simulator.play.presenters.card_rows import CardView, ResponseRow
from simulator.ui.spots import Command
from simulator.ui.theme import RADIUS, RADIUS_CARD, RADIUS_SMALL, Weight
from simulator.ui.widgets.controls import keycap
from simulator.ui.widgets.painter import Painter

CHANNEL_ICONS = {
    "public": "reply",
    "private": "email_outline",
    "statement": "bullhorn_outline",
    "press": "newspaper_variant_outline",
    "video": "video_outline",
    "internal": "account_group",
    "authority": "bank_outline",
    "phone": "phone",
    "none": "eye_outline",
}


def paint_inject(painter: Painter, view: CardView, y: int, width: int) -> tuple[int, pygame.Rect]:
    """What happened, and an empty bar for how long there is to answer; the row under it, and where the bar stands."""
    theme = painter.look.theme
    bar = pygame.Rect(0, 0, 0, 0)

    def content(on: Painter, left: int, top: int, room: int) -> int:
        ink = theme.hot if view.urgent else theme.warm
        taken = 0
        if view.countdown:
            taken = on.text_width(view.countdown, "body", "bold") + on.px(26)
            on.icon("timer_sand", left + room - taken + on.px(6), top + on.px(2), 16, ink)
            on.text(left, top - on.px(1), view.countdown, room, "body", "bold", ink, align="right")
        on.caption(left, top, view.kicker, room - taken - on.px(8))
        top += on.px(25)
        bar.update(left, top, room, max(4, on.px(6)))
        on.bar(bar, 0, ink)
        top += on.px(14)
        top = on.text(left, top, view.title, room, "heading", "bold").bottom
        if view.context:
            top = on.text(left, top + on.px(2), view.context, room, "body", colour=theme.muted).bottom
        return top

    return painter.card(painter.px(4), y, width, content, pad=12), bar


def response_height(painter: Painter, row: ResponseRow, width: int) -> int:
    """Pixels that a response takes in a column of `width`."""
    room = width - painter.px(46 + 16)
    return painter.px(9) + painter.text_height(row.text, room) + painter.px(23) + painter.px(7)


def paint_response(
    painter: Painter, row: ResponseRow, area: pygame.Rect, chosen: bool, command: Command, name: str
) -> None:
    """One response: its key, its words, how it goes out and what that takes."""
    theme, say = painter.look.theme, painter.look.say
    fill = theme.chosen if chosen and row.enabled else theme.raised if row.enabled else theme.card
    edge = theme.accent if chosen and row.enabled else theme.line
    if row.enabled:
        painter.shadow(area, RADIUS, 6, 90)
    painter.box(area, fill, edge, RADIUS_CARD, 1.6 if chosen else 1.0)
    left = area.x + painter.px(14)
    keycap(painter, left, area.y + painter.px(20), row.key)
    left += painter.px(32)
    room = area.right - painter.px(16) - left
    ink = theme.text if row.enabled else theme.faint
    top = painter.text(left, area.y + painter.px(9), row.text, room, colour=ink).bottom + painter.px(3)
    end = area.right - painter.px(14)
    if chosen and row.enabled:
        end -= _publish_pill(painter, end, top, say("ui.publish"), say("ui.enter")) + painter.px(10)
    elif not row.enabled:
        painter.icon("lock_outline", end - painter.px(16), top + painter.px(1), 16, theme.faint)
        end -= painter.px(26)
    meta_row(painter, row, left, top, end - left)
    painter.spot(name, area, command, row.refusal or row.full, "responses", RADIUS_CARD, row.enabled, True)


def meta_row(painter: Painter, row: ResponseRow, x: int, y: int, room: int) -> None:
    """Channel, preparation, approval and voice on one line."""
    theme = painter.look.theme
    muted = theme.muted if row.enabled else theme.faint
    end = x + room
    for icon, text, ink in (
        (CHANNEL_ICONS[row.channel_kind], row.channel, muted),
        ("timer_outline", row.preparation, muted),
        ("scale_balance", row.approval, theme.warm),
        ("account_voice", row.voice, muted),
    ):
        if text and end - x > painter.px(48):
            painter.icon(icon, x, y + painter.px(2), 15, ink)
            shown = painter.text(
                x + painter.px(20), y, text, end - x - painter.px(20), "small", colour=ink, max_lines=1
            )
            x = shown.right + painter.px(14)


def _publish_pill(painter: Painter, right: int, y: int, label: str, key: str) -> int:
    theme = painter.look.theme
    cap = keycap(painter, 0, 0, key, draw=False)
    text = painter.text_width(label, "small", "bold")
    width = text + cap + painter.px(26)
    area = pygame.Rect(right - width, y - painter.px(4), width, painter.px(26))
    painter.box(area, theme.accent, None, 13)
    top = area.centery - painter.line_height("small") // 2
    painter.text(area.x + painter.px(11), top, label, text + 2, "small", "bold", theme.on_accent)
    keycap(painter, area.right - cap - painter.px(7), area.centery, key, on_accent=True)
    return width


def paint_card_tabs(
    painter: Painter, cards: tuple[CardView, ...], current: str, y: int, width: int, command: Callable[[str], Command]
) -> int:
    """One tab for each open inject when there are several, the time under a long name; the row under them."""
    if len(cards) < 2:
        return y
    theme = painter.look.theme
    gap, pad = painter.px(8), painter.px(10)
    cap = keycap(painter, 0, 0, painter.look.cap("other_card"), draw=False) + gap
    wide = (width - cap - gap * (len(cards) - 1)) // len(cards)
    room, line = wide - 2 * pad, painter.line_height("small")
    times = [painter.text_width(card.countdown, "small", "semibold") for card in cards]
    beside = all(
        painter.text_width(card.name, "small", "semibold") + (time + gap if time else 0) <= room
        for card, time in zip(cards, times, strict=True)
    )
    tall = max(painter.text_height(card.name, room, "small", "semibold", max_lines=2) for card in cards)
    x, height = painter.px(4), painter.px(30) if beside else tall + line + painter.px(10)
    for card, time in zip(cards, times, strict=True):
        area = pygame.Rect(x, y, wide, height)
        chosen = card.inject_id == current
        edge = theme.accent if chosen else theme.line_strong
        painter.box(area, theme.chosen if chosen else theme.card, edge, RADIUS_SMALL + 2)
        top = area.centery - line // 2 if beside else area.y + painter.px(5)
        below = top if beside else top + tall
        weight: Weight = "semibold" if chosen else "regular"
        painter.text(
            x + pad, top, card.name, room - (time + gap if beside and time else 0), "small", weight, max_lines=2
        )
        if card.countdown:
            ink, left = theme.hot if card.urgent else theme.warm, area.right - pad - time if beside else x + pad
            painter.text(left, below, card.countdown, min(room, time + 2), "small", "semibold", ink, 1)
        painter.spot(f"card {card.inject_id}", area, command(card.inject_id), card.kicker, "cards", RADIUS_SMALL + 2)
        x += wide + gap
    keycap(painter, x, y + height // 2, painter.look.cap("other_card"))
    return y + height + painter.px(10)
