"""The panels of the crisis: which rows stand where."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from simulator.ui.scenes.crisis_decisions import compose_decisions
from simulator.ui.scenes.crisis_feed import compose_feed
from simulator.ui.scenes.crisis_layout import HEADER, MEASURES, STRIP, Column, Layout, layout
from simulator.ui.scenes.network_board import close_button
from simulator.ui.theme import MARGIN, RADIUS, RADIUS_CARD
from simulator.ui.widgets import measures
from simulator.ui.widgets.actions import actions_height, paint_actions
from simulator.ui.widgets.controls import Kind, button, button_width
from simulator.ui.widgets.header import Clockwork, paint_header
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
    look = scene.game.look
    probe = Painter(look, pygame.Surface((1, 1)), "probe", (0, 0))
    bar = scene.toolbar(probe)
    parts = layout(look, scene.column, actions_height(probe, len(bar.lines)), look.px(scene.foot_height))
    scene.parts = parts
    ink, language = look.theme.ink, look.settings.language
    head = scene.following.seen_before(HEADER).header
    does = Clockwork(scene.toggle_pause, scene.wait_minute, scene.next_event, scene.open_menu)
    scene.show(
        "header",
        parts.header,
        (head, language),
        lambda painter: paint_header(painter, head, does),
        look.theme.card,
    )
    if parts.switch is not None:
        _switch(scene, parts.switch, parts)
    if scene.mapped:
        _network(scene, parts)
    elif "feed" in parts.columns:
        compose_feed(scene, parts.columns["feed"])
    if "decisions" in parts.columns and not scene.mapped:
        compose_decisions(scene, parts.columns["decisions"], parts)
    if parts.actions is not None:

        def actions(painter: Painter) -> None:
            left = painter.px(MARGIN)
            paint_actions(painter, bar, left, painter.px(4), painter.width - 2 * left, scene.act)

        scene.show("actions", parts.actions, bar.lines, actions, ink, gradual=True)
    if "measures" in parts.columns and (parts.switch is None or not scene.mapped):
        _measures(scene, parts.columns["measures"], parts)
    _strip(scene, parts)


def _strip(scene: CrisisScene, parts: Layout) -> None:
    """The timeline, and the cell beside it."""
    look, view = scene.game.look, scene.following.seen_before(STRIP)
    language = look.settings.language
    if parts.timeline is not None:

        def timeline(painter: Painter) -> None:
            area = painter.surface.get_rect()
            painter.box(area, look.theme.card, look.theme.line, RADIUS_CARD)
            inset = painter.px(14)
            paint_timeline(
                painter, view.timeline, inset, painter.px(8), area.width - 2 * inset, area.height - painter.px(14)
            )

        scene.show("timeline", parts.timeline, (view.timeline, language), timeline, look.theme.ink, gradual=True)
    if parts.cell is not None:

        def cell(painter: Painter) -> None:
            painter.box(painter.surface.get_rect(), look.theme.card, look.theme.line, RADIUS_CARD)
            inset = painter.px(14)
            measures.cell_card(view.tasks, scene.open_cell)(painter, inset, painter.px(7), painter.width - 2 * inset)

        scene.show("cell", parts.cell, (view.tasks, language), cell, look.theme.ink, True, gradual=True)


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


def _measures(scene: CrisisScene, area: pygame.Rect, parts: Layout) -> None:
    """How things stand."""
    look, view = scene.game.look, scene.following.seen_before(MEASURES)
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
