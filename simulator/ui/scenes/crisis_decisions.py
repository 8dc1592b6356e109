"""The middle column of the crisis: the decision that waits, or what to do meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from simulator.ui.scenes.crisis_layout import Layout
from simulator.ui.widgets import inject_card
from simulator.ui.widgets.actions import paint_actions, toolbar
from simulator.ui.widgets.controls import button, button_width
from simulator.ui.widgets.hint import hint_height, paint_hint
from simulator.ui.widgets.journal import journal_card
from simulator.ui.widgets.painter import Painter
from simulator.ui.widgets.panel import Panel

if TYPE_CHECKING:
    from simulator.ui.scenes.crisis import CrisisScene


def compose_decisions(scene: CrisisScene, area: pygame.Rect, parts: Layout) -> None:
    """The open inject and its answers; how much time is left of it is laid over them."""
    look, view = scene.game.look, scene.view
    card = scene.card
    edge = look.px(4)
    wider = pygame.Rect(area.x - edge, area.y - edge, area.width + 2 * edge, area.height + 2 * edge)
    own_actions = view.actions if parts.actions is None else ()
    chosen = scene.chosen_response if scene.dialog is None else ""
    key = (
        view.cards,
        card,
        chosen,
        own_actions,
        view.quiet,
        () if card else view.notices,
        view.next_event,
        view.header.paused,
        view.hint,
        look.settings.language,
    )

    def paint(painter: Painter) -> None:
        width = painter.width - 2 * edge - painter.px(6)
        y = edge
        if view.hint and card is None:
            y = paint_hint(painter, view.hint, edge, y, width, scene.put_hint_away)
        y = inject_card.paint_card_tabs(painter, view.cards, card.inject_id if card else "", y, width, scene.show_card)
        scene.time_left = None
        if card is None:
            y = _quiet(scene, painter, y, width)
        else:
            y, scene.time_left = inject_card.paint_inject(painter, card, y, width)
            y += painter.px(9)
            for row in card.responses:
                place = pygame.Rect(edge, y, width, inject_card.response_height(painter, row, width))
                name = f"response {row.response_id}"
                is_chosen = chosen == row.response_id
                inject_card.paint_response(painter, row, place, is_chosen, scene.choose(card, row.response_id), name)
                y = place.bottom + painter.px(8)
            if view.hint and (own_actions or y + hint_height(painter, view.hint, width) + 2 * edge <= wider.height):
                y = paint_hint(painter, view.hint, edge, y, width, scene.put_hint_away)
        if own_actions:
            bar = toolbar(painter, own_actions, width)
            y = paint_actions(painter, bar, edge, y + painter.px(6), width, scene.act)
        painter.reach(y + edge)

    panel = scene.show("decisions", wider, key, paint, look.theme.ink, True, gradual=True)
    if card is not None and scene.time_left is not None:
        _time_left(scene, panel, scene.time_left, card.urgent)


def _time_left(scene: CrisisScene, panel: Panel, bar: pygame.Rect, urgent: bool) -> None:
    """What fills the bar: it moves in many frames, and the answers under it do not."""
    look = scene.game.look
    placed = bar.move(panel.area.x, panel.area.y - panel.scrolled)
    seen = placed.clip(panel.area)
    ink = look.theme.hot if urgent else look.theme.warm
    filled = round(bar.width * min(1.0, max(0.0, scene.fraction)))
    above = placed.y - seen.y

    def paint(painter: Painter) -> None:
        painter.fill_bar(pygame.Rect(0, above, filled, bar.height), ink)

    scene.show("time left", seen, (filled, above, bar.height, ink), paint, None)


def _quiet(scene: CrisisScene, painter: Painter, y: int, width: int) -> int:
    """No card is open: what to do meanwhile, and the way to the next event."""
    view, theme, say = scene.view, painter.look.theme, painter.look.say

    def content(on: Painter, left: int, top: int, room: int) -> int:
        on.icon("eye_outline", left, top, 24, theme.accent)
        text = on.text(left + on.px(36), top, view.quiet, room - on.px(36), "heading", "semibold")
        top = max(text.bottom, top + on.px(24)) + on.px(14)
        label = view.next_event or say("ui.next_event")
        key = on.look.cap("next_event")
        wide = min(room, button_width(on, label, key, "skip_next"))
        area = pygame.Rect(left, top, wide, on.px(34))
        button(on, area, label, "next", scene.next_event, key=key, icon="skip_next")
        return area.bottom

    y = painter.card(painter.px(4), y, width, content) + painter.px(10)
    if not view.notices:
        return y
    return painter.card(painter.px(4), y, width, journal_card(view.notices)) + painter.px(10)
