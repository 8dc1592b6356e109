"""Over the feed: its channels, the search and the filters, the tone of it, and what it speaks of."""

from __future__ import annotations

from dataclasses import dataclass
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
_BETWEEN = 6
_ROOM_FOR_TRENDS = 330
"""A feed's card less tall than these points shows no trends: posts come first."""


@dataclass(frozen=True)
class _Tab:
    """A channel's tab and its width in pixels; the one without a channel stands for those left over."""

    channel: str | None
    label: str
    wide: int


def compose_head(scene: CrisisScene, area: pygame.Rect) -> int:
    """The card of the feed in `area` with all that stands over the posts; how tall that is, in pixels."""
    look, view, reader = scene.game.look, _view(scene), scene.reader
    probe = Painter(look, pygame.Surface((1, 1)), "feed", (0, 0))
    asked = reader.searching or bool(reader.words)
    roomy = reader.narrowed or area.height >= look.px(_ROOM_FOR_TRENDS)
    spoken = roomy and bool(reader.narrowed or view.trends or view.mood.word)
    room, tools = area.width - look.px(2 * _EDGE), 0 if asked else _tools_width(scene, probe)
    tabs = _tab_line(scene, probe, room if spoken else room - tools)
    beside = not asked and _width(probe, tabs) + tools <= room
    head = look.px(11) + (1 + asked) * look.px(_LINE) + spoken * look.px(LINE) + look.px(3)
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
        y = _tabs(scene, painter, tabs)
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
    return scene.following.seen_before(FEED_HEAD)


def _width(painter: Painter, tabs: list[_Tab]) -> int:
    """Pixels that the tabs take, with a gap after each."""
    return sum(tab.wide + painter.px(_BETWEEN) for tab in tabs)


def _tab_line(scene: CrisisScene, painter: Painter, room: int) -> list[_Tab]:
    """The channels on one line within `room`: with their figures, else by name; those left over behind a last tab.

    The chosen channel is never left over. The filter tells all of them.
    """
    rows, chosen = _view(scene).tabs, scene.reader.channel
    figured = [_tab(painter, tab.channel_id, f"{tab.name} {tab.count}", 20) for tab in rows]
    if _width(painter, figured) - painter.px(_BETWEEN) <= room:
        return figured
    labels = [f"{tab.name} {tab.count}" if tab.channel_id == chosen else tab.name for tab in rows]
    named = [_tab(painter, tab.channel_id, label, 16) for tab, label in zip(rows, labels, strict=True)]
    kept = list(named)
    while len(kept) > 1 and _width(painter, _with_rest(painter, kept, named)) - painter.px(_BETWEEN) > room:
        kept.remove(next(tab for tab in reversed(kept) if tab.channel != chosen))
    return _with_rest(painter, kept, named)


def _with_rest(painter: Painter, kept: list[_Tab], every: list[_Tab]) -> list[_Tab]:
    """`kept`, and behind them a tab that stands for those left over."""
    left_over = len(every) - len(kept)
    return [*kept, _tab(painter, None, f"+{left_over}", 16)] if left_over else kept


def _tab(painter: Painter, channel: str | None, label: str, pad: float) -> _Tab:
    return _Tab(channel, label, painter.text_width(label, "small", "semibold") + painter.px(pad))


def _tabs(scene: CrisisScene, painter: Painter, tabs: list[_Tab]) -> int:
    x, y = painter.px(_EDGE), painter.px(11)
    shown = {tab.channel for tab in tabs}
    for tab in tabs:
        area = pygame.Rect(x, y, tab.wide, painter.px(_HIGH))
        if tab.channel is None:
            tip = ", ".join(row.name for row in _view(scene).tabs if row.channel_id not in shown)
            button(painter, area, tab.label, "more channels", scene.choose_filter, tip=tip, group="channels")
        else:
            kind: Kind = "primary" if tab.channel == scene.reader.channel else "plain"
            name, show = f"channel {tab.channel}", scene.show_channel(tab.channel)
            button(painter, area, tab.label, name, show, kind=kind, group="channels")
        x = area.right + painter.px(_BETWEEN)
    return y + painter.px(_LINE)


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
