"""Over the feed: its channels, the search and the filters, the tone of it, and what it speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from simulator.ui.spots import Command
from simulator.ui.theme import RADIUS_CARD
from simulator.ui.widgets.controls import Kind, button, button_width, mixed
from simulator.ui.widgets.painter import Painter

if TYPE_CHECKING:
    from simulator.play.presenters.rows import CrisisView
    from simulator.ui.scenes.crisis import CrisisScene

_LOUD = 35
"""The outrage from which on the tone of the feed has its colour: a few angry posts make no storm."""
FIELD = "search field"
_LINE, _TRENDS = 32, 30
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
    head = look.px(11) + (len(lines) + asked) * look.px(_LINE) + spoken * look.px(_TRENDS) + look.px(3)
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
            _field(scene, painter, room, caret)
            y = room.y + painter.px(_LINE)
        elif beside:
            _tools(scene, painter, y - painter.px(_LINE))
        else:
            right = _tools(scene, painter, y - painter.px(1)) - painter.px(8)
        if spoken:
            _spoken_of(scene, painter, y, right)
        _heat(scene, painter, head - painter.px(3))

    scene.show("tabs", area, shown, paint, look.theme.ink)
    return head


def _view(scene: CrisisScene) -> CrisisView:
    """What is told here, four frames late: other parts of the window are painted before."""
    return scene.seen_before(4)


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


def _spoken_of(scene: CrisisScene, painter: Painter, y: int, right: int) -> None:
    """On one line: the filter that is on, what the feed speaks of, and how it sounds."""
    left = painter.px(_EDGE)
    label = _filter_name(scene, painter)
    if label:
        wide = min(right - left, button_width(painter, label, "", "close") - painter.px(6))
        area = pygame.Rect(left, y, wide, painter.px(24))
        tip = painter.look.say("ui.show_all_posts")
        button(painter, area, label, "show all", scene.show_all, icon="close", kind="chosen", tip=tip)
        left = area.right + painter.px(6)
    right = _mood(scene, painter, left, y, right)
    _trends(scene, painter, left, y, right)


def _filter_name(scene: CrisisScene, painter: Painter) -> str:
    """What the filter lets through, "" for everything."""
    reader, say = scene.reader, painter.look.say
    parts = [say(f"ui.who_{reader.who}")] if reader.who else []
    if reader.shelf:
        parts.append(say(f"ui.shelf_{reader.shelf}"))
    return " · ".join(parts)


def _mood(scene: CrisisScene, painter: Painter, left: int, y: int, right: int) -> int:
    """How the feed sounds, on the right: an arrow, a word and the colour of outrage; where it begins."""
    theme, mood = painter.look.theme, _view(scene).mood
    told = painter.look.say("ui.feed_mood", mood=mood.word) if mood.word else ""
    wide = painter.text_width(told, "small", "semibold") if told else 0
    if not told or wide + painter.px(16) > right - left:
        return right
    outrage = _view(scene).gauge.outrage
    ink = theme.heat(outrage) if outrage >= _LOUD else theme.muted
    top = y + (painter.px(_HIGH - 2) - painter.line_height("small")) // 2
    painter.text(right - wide, top, told, wide + 2, "small", "semibold", ink, 1)
    begin = right - wide - painter.px(15)
    painter.arrow(begin, top + painter.px(5), mood.arrow, painter.px(9), ink)
    area = pygame.Rect(begin - painter.px(3), y, wide + painter.px(21), painter.px(_HIGH - 2))
    painter.spot("mood", area, scene.to_newest, mood.rate, "mood", 6)
    return begin - painter.px(8)


def _field(scene: CrisisScene, painter: Painter, area: pygame.Rect, caret: bool) -> None:
    """The search field, how many posts hold the words, and the way out."""
    theme, say, reader = painter.look.theme, painter.look.say, scene.reader
    focused = scene.focus == FIELD
    painter.box(area, theme.sunken, theme.accent if focused else theme.line_strong, 13, 1.6 if focused else 1.0)
    painter.icon("magnify", area.x + painter.px(9), area.centery - painter.px(8), 16, theme.muted)
    side = area.height
    out = pygame.Rect(area.right - side, area.y, side, side)
    painter.icon("close", out.x + painter.px(5), out.centery - painter.px(8), 16, theme.muted)
    count = say("ui.posts_found", count=len(_view(scene).feed)) if reader.words else ""
    counted = painter.text_width(count, "small") + painter.px(8) if count else 0
    top = area.centery - painter.line_height("small") // 2 - painter.px(0.5)
    left = area.x + painter.px(31)
    room = out.x - left - counted
    end = left
    if reader.words:
        shown = reader.words
        while len(shown) > 1 and painter.text_width(shown, "small") > room:
            shown = shown[1:]
        end = painter.text(left, top, shown, room, "small", max_lines=1).right
        painter.text(out.x - counted, top, count, counted, "small", colour=theme.muted, max_lines=1)
    else:
        painter.text(
            left + painter.px(3), top, say("ui.search_feed_hint"), room, "small", colour=theme.faint, max_lines=1
        )
    if caret:
        painter.surface.fill(
            theme.accent, (end, area.y + painter.px(5), max(1, painter.px(2)), area.height - painter.px(10))
        )
    painter.spot(FIELD, pygame.Rect(area.x, area.y, out.x - area.x, area.height), scene.search, "", "search", 13)
    painter.spot("search out", out, scene.show_all, say("ui.show_all_posts"), "search", 13)


def _trends(scene: CrisisScene, painter: Painter, left: int, y: int, right: int) -> None:
    """As many of the words that the feed speaks of as there is room for; a rumour has a question mark."""
    theme, words = painter.look.theme, scene.reader.words
    for row in _view(scene).trends:
        size = painter.text_width(row.word, "small", "semibold"), painter.text_width(row.count, "small")
        area = pygame.Rect(left, y, size[0] + size[1] + painter.px(42), painter.px(24))
        if area.right > right:
            continue
        chosen = words == row.word
        edge = theme.accent if chosen else theme.notable if row.rumour else theme.line
        painter.box(area, theme.chosen if chosen else theme.sunken, edge, 7)
        ink = theme.notable if row.rumour else theme.muted
        if row.rumour:
            painter.icon("help_circle_outline", area.x + painter.px(7), area.centery - painter.px(8), 15, ink)
        else:
            painter.arrow(area.x + painter.px(9), area.centery - painter.px(5), row.arrow, painter.px(10), ink)
        top = area.centery - painter.line_height("small") // 2 - painter.px(0.5)
        shown = painter.text(area.x + painter.px(26), top, row.word, size[0] + 2, "small", "semibold", max_lines=1)
        painter.text(shown.right + painter.px(4), top, row.count, size[1] + 2, "small", colour=theme.muted, max_lines=1)
        painter.spot(f"trend {row.word}", area, scene.search_for(row.word), row.tip, "trends", 7)
        left = area.right + painter.px(6)


def _heat(scene: CrisisScene, painter: Painter, y: int) -> None:
    """The line under the head warms and grows with the outrage, which the gauge tells in figures and in words."""
    theme, outrage = painter.look.theme, _view(scene).gauge.outrage
    edge = max(1, painter.px(1))
    width = painter.width - 2 * edge
    painter.rule(edge, y + painter.px(2), width)
    painter.surface.fill(theme.heat(outrage), (edge, y, round(width * min(1.0, outrage / 100)), painter.px(3)))
