"""The panels of the crisis: which rows stand where."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from simulator.ui.scenes.crisis_feed import compose_feed
from simulator.ui.scenes.crisis_layout import Column, Layout, layout
from simulator.ui.scenes.network_board import close_button
from simulator.ui.theme import MARGIN, RADIUS, RADIUS_CARD
from simulator.ui.widgets import inject_card, measures
from simulator.ui.widgets.actions import actions_height, paint_actions, toolbar
from simulator.ui.widgets.controls import Kind, button, button_width
from simulator.ui.widgets.header import Clockwork, paint_header
from simulator.ui.widgets.hint import paint_hint
from simulator.ui.widgets.journal import journal_card
from simulator.ui.widgets.painter import Painter
from simulator.ui.widgets.timeline import paint_timeline

if TYPE_CHECKING:
    from simulator.ui.scenes.crisis import CrisisScene

_COLUMNS: tuple[tuple[Column, str, str], ...] = (
    ("feed", "ui.column_feed", "column_feed"),
    ("decisions", "ui.column_decisions", "column_decisions"),
    ("measures", "ui.column_measures", "column_measures"),
)


def compose(scene: CrisisScene) -> None:
    """Show every part for which the window has room."""
    look, view = scene.game.look, scene.view
    probe = Painter(look, pygame.Surface((1, 1)), "probe", (0, 0))
    bar = scene.toolbar(probe)
    parts = layout(look, scene.column, actions_height(probe, len(bar.lines)), look.px(scene.foot_height))
    scene.parts = parts
    ink, language = look.theme.ink, look.settings.language
    does = Clockwork(scene.toggle_pause, scene.wait_minute, scene.next_event, scene.open_menu)
    scene.show(
        "header",
        parts.header,
        (view.header, language),
        lambda painter: paint_header(painter, view.header, does),
        look.theme.card,
    )
    if parts.switch is not None:
        _switch(scene, parts.switch, parts)
    if scene.mapped:
        _network(scene, parts)
    elif "feed" in parts.columns:
        compose_feed(scene, parts.columns["feed"])
    if "decisions" in parts.columns and not scene.mapped:
        _decisions(scene, parts.columns["decisions"], parts)
    if parts.actions is not None:

        def actions(painter: Painter) -> None:
            left = painter.px(MARGIN)
            paint_actions(painter, bar, left, painter.px(4), painter.width - 2 * left, scene.act)

        scene.show("actions", parts.actions, view.actions, actions, ink)
    if "measures" in parts.columns and (parts.switch is None or not scene.mapped):
        _measures(scene, parts.columns["measures"], parts)
    _strip(scene, parts)


def _strip(scene: CrisisScene, parts: Layout) -> None:
    """The timeline, and the cell beside it; two frames late, so that no frame paints everything."""
    look, view = scene.game.look, scene.seen_before(2)
    language = look.settings.language
    if parts.timeline is not None:

        def timeline(painter: Painter) -> None:
            area = painter.surface.get_rect()
            painter.box(area, look.theme.card, look.theme.line, RADIUS_CARD)
            inset = painter.px(14)
            paint_timeline(
                painter, view.timeline, inset, painter.px(8), area.width - 2 * inset, area.height - painter.px(14)
            )

        scene.show("timeline", parts.timeline, (view.timeline, language), timeline, look.theme.ink)
    if parts.cell is not None:

        def cell(painter: Painter) -> None:
            painter.box(painter.surface.get_rect(), look.theme.card, look.theme.line, RADIUS_CARD)
            inset = painter.px(14)
            measures.cell_card(view.tasks, scene.open_cell)(painter, inset, painter.px(7), painter.width - 2 * inset)

        scene.show("cell", parts.cell, (view.tasks, language), cell, look.theme.ink, True)


def _switch(scene: CrisisScene, area: pygame.Rect, parts: Layout) -> None:
    look = scene.game.look

    def paint(painter: Painter) -> None:
        left = painter.px(MARGIN)
        for column, code, action in _COLUMNS:
            label, key = look.say(code), look.cap(action)
            place = pygame.Rect(left, painter.px(8), button_width(painter, label, key), painter.px(28))
            kind: Kind = "chosen" if column in parts.columns else "plain"
            button(
                painter,
                place,
                label,
                f"column {column}",
                scene.show_column(column),
                key=key,
                kind=kind,
                group="columns",
            )
            left = place.right + painter.px(8)

    scene.show("switch", area, (tuple(parts.columns), look.settings.language), paint, look.theme.ink)


def _network(scene: CrisisScene, parts: Layout) -> None:
    """The map of the audience, where the feed and the decisions stand otherwise."""
    areas = [area for name, area in parts.columns.items() if parts.switch is not None or name != "measures"]
    lowest = min(area.bottom for area in areas)
    waiting = len(scene.view.cards)

    def controls(painter: Painter, area: pygame.Rect) -> int:
        say = painter.look.say
        label = say("ui.network_decisions", count=waiting) if waiting else say("ui.network_close")
        return close_button(painter, area, label, painter.look.cap("network"), scene.toggle_map, bool(waiting))

    place = areas[0].unionall(areas[1:])
    place.height = lowest - place.y
    scene.board.compose(place, controls, waiting)


def _decisions(scene: CrisisScene, area: pygame.Rect, parts: Layout) -> None:
    look, view = scene.game.look, scene.view
    card = scene.card
    edge = look.px(4)
    wider = pygame.Rect(area.x - edge, area.y - edge, area.width + 2 * edge, area.height + 2 * edge)
    fraction = round(scene.fraction, 3)
    own_actions = view.actions if parts.actions is None else ()
    chosen = scene.chosen_response if scene.dialog is None else ""
    key = (
        view.cards,
        card,
        fraction,
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
        if card is None:
            y = _quiet(scene, painter, y, width)
        else:
            y = inject_card.paint_inject(painter, card, y, width, fraction) + painter.px(9)
            for row in card.responses:
                place = pygame.Rect(edge, y, width, inject_card.response_height(painter, row, width))
                name = f"response {row.response_id}"
                is_chosen = chosen == row.response_id
                inject_card.paint_response(painter, row, place, is_chosen, scene.choose(card, row.response_id), name)
                y = place.bottom + painter.px(8)
            if view.hint:
                y = paint_hint(painter, view.hint, edge, y, width, scene.put_hint_away)
        if own_actions:
            bar = toolbar(painter, own_actions, width)
            y = paint_actions(painter, bar, edge, y + painter.px(6), width, scene.act)
        painter.reach(y + edge)

    scene.show("decisions", wider, key, paint, look.theme.ink, True, gradual=True)


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


def _measures(scene: CrisisScene, area: pygame.Rect, parts: Layout) -> None:
    """How things stand; a frame late, so that no frame paints everything."""
    look, view = scene.game.look, scene.seen_before(1)
    figure = round(scene.figure)
    alone = parts.timeline is None
    rest = (view.tasks, view.timeline) if alone else ()
    key = (view.gauge, figure, view.segments, view.facts, view.facts_summary, rest, look.settings.language)

    def paint(painter: Painter) -> None:
        gap, width = painter.px(12), painter.width - painter.px(8)
        y = painter.card(0, 0, width, measures.gauge_card(view.gauge, figure), 14) + gap
        segments = measures.segments_card(view.segments, look.cap("network"), scene.toggle_map)
        y = painter.card(0, y, width, segments, 14) + gap
        if alone:
            y = painter.card(0, y, width, measures.cell_card(view.tasks, scene.open_cell), 14) + gap
        facts = measures.facts_card(view.facts, view.facts_summary, scene.open_fact)
        y = painter.card(0, y, width, facts, 14) + gap
        if alone:
            box = pygame.Rect(0, y, width, painter.px(150))
            painter.box(box, look.theme.card, look.theme.line, RADIUS)
            inset = painter.px(12)
            paint_timeline(painter, view.timeline, inset, box.y + inset, width - 2 * inset, box.height - 2 * inset)
        painter.reach(painter.bottom + painter.px(4))

    wider = pygame.Rect(area.x, area.y, area.width + look.px(8), area.height)
    scene.show("measures", wider, key, paint, look.theme.ink, True, gradual=True)
