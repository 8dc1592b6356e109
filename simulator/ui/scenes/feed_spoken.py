"""The line under the channels: the filter that is on, what the feed speaks of, and how it sounds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from simulator.ui.widgets.controls import button, button_width
from simulator.ui.widgets.painter import Painter

if TYPE_CHECKING:
    from simulator.play.presenters.rows import CrisisView
    from simulator.ui.scenes.crisis import CrisisScene

LINE = 30
"""Points that it takes downwards."""
_HIGH = 24
_EDGE = 12
_LOUD = 35
"""The outrage from which on the tone of the feed has its colour: a few angry posts make no storm."""


def paint_spoken(scene: CrisisScene, view: CrisisView, painter: Painter, y: int, right: int) -> None:
    """On one line: the filter that is on, what the feed speaks of, and how it sounds."""
    left = painter.px(_EDGE)
    label = _filter_name(scene, painter)
    if label:
        wide = min(right - left, button_width(painter, label, "", "close") - painter.px(6))
        area = pygame.Rect(left, y, wide, painter.px(_HIGH))
        tip = painter.look.say("ui.show_all_posts")
        button(painter, area, label, "show all", scene.show_all, icon="close", kind="chosen", tip=tip)
        left = area.right + painter.px(6)
    right = _mood(scene, view, painter, left, y, right)
    _trends(scene, view, painter, left, y, right)


def _filter_name(scene: CrisisScene, painter: Painter) -> str:
    """What the filter lets through, "" for everything."""
    reader, say = scene.reader, painter.look.say
    parts = [say(f"ui.who_{reader.who}")] if reader.who else []
    if reader.shelf:
        parts.append(say(f"ui.shelf_{reader.shelf}"))
    return " · ".join(parts)


def _mood(scene: CrisisScene, view: CrisisView, painter: Painter, left: int, y: int, right: int) -> int:
    """How the feed sounds, on the right: an arrow, a word and the colour of outrage; where it begins."""
    theme, mood = painter.look.theme, view.mood
    told = painter.look.say("ui.feed_mood", mood=mood.word) if mood.word else ""
    wide = painter.text_width(told, "small", "semibold") if told else 0
    if not told or wide + painter.px(16) > right - left:
        return right
    outrage = view.gauge.outrage
    ink = theme.heat(outrage) if outrage >= _LOUD else theme.muted
    top = y + (painter.px(_HIGH) - painter.line_height("small")) // 2
    painter.text(right - wide, top, told, wide + 2, "small", "semibold", ink, 1)
    begin = right - wide - painter.px(15)
    painter.arrow(begin, top + painter.px(5), mood.arrow, painter.px(9), ink)
    area = pygame.Rect(begin - painter.px(3), y, wide + painter.px(21), painter.px(_HIGH))
    painter.spot("mood", area, scene.to_newest, mood.rate, "mood", 6)
    return begin - painter.px(8)


def _trends(scene: CrisisScene, view: CrisisView, painter: Painter, left: int, y: int, right: int) -> None:
    """As many of the words that the feed speaks of as there is room for; a rumour has a question mark."""
    theme, words = painter.look.theme, scene.reader.words
    for row in view.trends:
        size = painter.text_width(row.word, "small", "semibold"), painter.text_width(row.count, "small")
        area = pygame.Rect(left, y, size[0] + size[1] + painter.px(42), painter.px(_HIGH))
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
