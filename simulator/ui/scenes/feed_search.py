"""The search field of the feed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from simulator.ui.widgets.painter import Painter

if TYPE_CHECKING:
    from simulator.play.presenters.rows import CrisisView
    from simulator.ui.scenes.crisis import CrisisScene

FIELD = "search field"
"""The key of its spot."""


def paint_field(scene: CrisisScene, view: CrisisView, painter: Painter, area: pygame.Rect, caret: bool) -> None:
    """The search field, how many posts hold the words, and the way out."""
    theme, say, reader = painter.look.theme, painter.look.say, scene.reader
    focused = scene.focus == FIELD
    painter.box(area, theme.sunken, theme.accent if focused else theme.line_strong, 13, 1.6 if focused else 1.0)
    painter.icon("magnify", area.x + painter.px(9), area.centery - painter.px(8), 16, theme.muted)
    side = area.height
    out = pygame.Rect(area.right - side, area.y, side, side)
    painter.icon("close", out.x + painter.px(5), out.centery - painter.px(8), 16, theme.muted)
    count = say("ui.posts_found", count=len(view.feed)) if reader.words else ""
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
