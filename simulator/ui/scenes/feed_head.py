"""Over the feed: its channels, the search and the filters, the tone of it, and what it speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from simulator.ui.scenes.crisis_layout import FEED_HEAD
from simulator.ui.scenes.feed_search import FIELD, paint_field
from simulator.ui.scenes.feed_spoken import LINE, paint_spoken
from simulator.ui.spots import Command
from simulator.ui.theme import RADIUS_CARD
from simulator.ui.widgets.controls import Kind, button, button_width, mixed
from simulator.ui.widgets.painter import Painter

if TYPE_CHECKING:
    from simulator.play.presenters.rows import CrisisView
    from simulator.ui.scenes.crisis import CrisisScene

_LINE = 32
_HIGH = 26
_EDGE = 12
_ROOM_FOR_TRENDS = 330
"""A feed's card less tall than these points shows no trends: posts come first."""


def compose_head(scene: CrisisScene, area: pygame.Rect) -> int:
    """The card of the feed in `area` with all that stands over the posts; how tall that is, in pixels."""
    look, view, reader = scene.game.look, _view(scene), scene.reader
    probe = Painter(look, pygame.Surface((1, 1)), "feed", (0, 0))
    lines = _tab_lines(scene, probe, area.width)
    asked = reader.searching or bool(reader.words)
    beside = _tabs_end(probe, lines) + _tools_width(scene, probe) <= area.width - look.px(_EDGE)
    roomy = reader.narrowed or area.height >= look.px(_ROOM_FOR_TRENDS)
    spoken = not (asked or beside) or (roomy and bool(reader.narrowed or view.trends or view.mood.word))
    head = look.px(11) + (len(lines) + asked) * look.px(_LINE) + spoken * look.px(LINE) + look.px(3)
    caret = reader.caret(look, scene.focus == FIELD and scene.dialog is None)
    shown = (
        view.tabs, view.trends, view.mood, view.gauge.outrage, reader.lens, reader.searching,
        len(reader.pinned), caret, scene.focus == FIELD, len(view.feed) if reader.words else 0,
        look.settings.language,
    )  # fmt: skip

    def paint(painter: Painter) -> None:
        theme = painter.look.theme
        warmth = min(1.0, view.gauge.outrage / 110)
        edge = mixed(theme.line, theme.heat(view.gauge.outrage), warmth)
        painter.box(painter.surface.get_rect(), theme.card, edge, RADIUS_CARD)
        y = _tabs(scene, painter, lines)
        right = painter.width - painter.px(_EDGE)
        if asked:
            room = pygame.Rect(painter.px(_EDGE), y, right - painter.px(_EDGE), painter.px(_HIGH))
            paint_field(scene, view, painter, room, caret)
            y = room.y + painter.px(_LINE)
        elif beside:
            _tools(scene, painter, y - painter.px(_LINE))
        else:
            right = _tools(scene, painter, y - painter.px(1)) - painter.px(8)
        if spoken:
            paint_spoken(scene, view, painter, y, right)
        _heat(scene, painter, head - painter.px(3))

    scene.show("tabs", area, shown, paint, look.theme.ink)
    return head


def _view(scene: CrisisScene) -> CrisisView:
    return scene.seen_before(FEED_HEAD)


def _tabs_end(painter: Painter, lines: list[list[tuple[str, str, int]]]) -> int:
    """Where the last line of tabs ends, with a gap."""
    return painter.px(_EDGE) + sum(wide + painter.px(6) for _, _, wide in lines[-1])


def _tab_lines(scene: CrisisScene, painter: Painter, width: int) -> list[list[tuple[str, str, int]]]:
    """The channel tabs as (id, label, width): with their figures on one line, else by name, in lines enough."""
    pad, gap, room = painter.px(20), painter.px(6), width - painter.px(2 * _EDGE)
    chosen = scene.reader.channel
    figured = [f"{tab.name} {tab.count}" for tab in _view(scene).tabs]
    taken = sum(painter.text_width(label, "small", "semibold") + pad + gap for label in figured)
    if taken - gap > room:
        figured = [tab.name if tab.channel_id != chosen else f"{tab.name} {tab.count}" for tab in _view(scene).tabs]
        pad = painter.px(16)
    lines: list[list[tuple[str, str, int]]] = [[]]
    left = 0
    for tab, label in zip(_view(scene).tabs, figured, strict=True):
        wide = painter.text_width(label, "small", "semibold") + pad
        if left + wide > room and lines[-1]:
            lines.append([])
            left = 0
        lines[-1].append((tab.channel_id, label, wide))
        left += wide + gap
    return lines


def _tabs(scene: CrisisScene, painter: Painter, lines: list[list[tuple[str, str, int]]]) -> int:
    y = painter.px(11)
    for line in lines:
        x = painter.px(_EDGE)
        for channel, label, wide in line:
            area = pygame.Rect(x, y, wide, painter.px(_HIGH))
            kind: Kind = "primary" if channel == scene.reader.channel else "plain"
            button(painter, area, label, f"channel {channel}", scene.show_channel(channel), kind=kind, group="channels")
            x += wide + painter.px(6)
        y += painter.px(_LINE)
    return y


def _tools_width(scene: CrisisScene, painter: Painter) -> int:
    return sum(wide + painter.px(6) for _, _, _, _, _, wide, _ in _tool_entries(scene, painter))


def _tool_entries(scene: CrisisScene, painter: Painter) -> list[tuple[str, str, str, Command, str, int, Kind]]:
    """Search, filter and pins as (name, icon, label, command, tip, width, kind)."""
    reader, say, cap = scene.reader, painter.look.say, painter.look.cap
    wide, narrowed = painter.px(34), bool(reader.who) or reader.shelf in ("awaiting", "hidden")
    search, narrow = say("ui.search_feed", key=cap("search")), say("ui.filter_feed", key=cap("filter"))
    entries: list[tuple[str, str, str, Command, str, int, Kind]] = [
        ("search", "magnify", "", scene.search, search, wide, "plain"),
        ("filter", "filter_variant", "", scene.choose_filter, narrow, wide, "chosen" if narrowed else "plain"),
    ]
    if reader.pinned or reader.shelf == "pinned":
        label = str(len(reader.pinned))
        wide = button_width(painter, label, "", "pin") - painter.px(6)
        kind: Kind = "chosen" if reader.shelf == "pinned" else "plain"
        entries.append(("pins", "pin", label, scene.show_pinned, say("ui.pinned_posts"), wide, kind))
    return entries


def _tools(scene: CrisisScene, painter: Painter, y: int) -> int:
    """Search, filter and pins on the right of a line; where they begin."""
    begin = left = painter.width - painter.px(_EDGE) - _tools_width(scene, painter) + painter.px(6)
    for name, icon, label, command, tip, wide, kind in _tool_entries(scene, painter):
        area = pygame.Rect(left, y, wide, painter.px(_HIGH))
        button(painter, area, label, name, command, icon=icon, kind=kind, tip=tip, group="feed tools")
        left = area.right + painter.px(6)
    return begin


def _heat(scene: CrisisScene, painter: Painter, y: int) -> None:
    """The line under the head warms and grows with the outrage, which the gauge tells in figures and in words."""
    theme, outrage = painter.look.theme, _view(scene).gauge.outrage
    edge = max(1, painter.px(1))
    width = painter.width - 2 * edge
    painter.rule(edge, y + painter.px(2), width)
    painter.surface.fill(theme.heat(outrage), (edge, y, round(width * min(1.0, outrage / 100)), painter.px(3)))
