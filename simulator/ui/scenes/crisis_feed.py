"""The feed of the crisis: its head, its posts as they come, and how many came above what is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from simulator.ui.scenes.crisis_layout import FEED
from simulator.ui.scenes.feed_head import compose_head
from simulator.ui.widgets.controls import button, button_width
from simulator.ui.widgets.painter import Painter

if TYPE_CHECKING:
    from simulator.ui.scenes.crisis import CrisisScene

_PILL = 30


def compose_feed(scene: CrisisScene, area: pygame.Rect) -> None:
    """The feed's card in `area`: its head on top, the posts below, and how many came above what is read."""
    look, view = scene.game.look, scene.following.seen_before(FEED)
    head = compose_head(scene, area)
    edge = max(1, look.px(1))
    inner = pygame.Rect(area.x + edge, area.y + head, area.width - 2 * edge, area.height - head - look.px(10))
    feed = scene.feed
    scene.panels[feed.name] = feed
    scene.order.append(feed.name)
    rows = scene.arrivals.shown(view.feed, scene.reader.lens, 0.0 if look.still else view.minute_seconds)
    active = scene.hovered or scene.focus
    feed.active = active.removeprefix("post ") if active and active.startswith("post ") else None
    feed.busy = scene.following.is_catching_up or scene.view is not view or scene.has_unfinished_panels
    feed.show_rows(look, inner, rows, scene.reader.lens, scene.open_post, scene.focus, scene.reader.marked)
    if not rows:
        _nothing(scene, inner)
    if feed.fresh and not feed.at_top:
        _pill(scene, inner, feed.fresh)


def _nothing(scene: CrisisScene, area: pygame.Rect) -> None:
    """Nothing passes: the sentence of why, and the way back."""
    look = scene.game.look
    narrowed = bool(scene.reader.words or scene.reader.narrowed)

    def paint(painter: Painter) -> None:
        say, left = painter.look.say, painter.px(14)
        text = say("ui.no_post_found" if narrowed else "ui.no_post")
        y = painter.text(left, left, text, painter.width - 2 * left, colour=painter.look.theme.muted).bottom
        if narrowed:
            label = say("ui.show_all_posts")
            place = pygame.Rect(left, y + painter.px(10), button_width(painter, label), painter.px(28))
            button(painter, place, label, "show all", scene.show_all)

    where = pygame.Rect(area.x, area.y, area.width, min(area.height, look.px(140)))
    scene.show("no post", where, (narrowed, look.settings.language), paint, look.theme.card)


def _pill(scene: CrisisScene, area: pygame.Rect, count: int) -> None:
    look = scene.game.look
    label = look.say("ui.new_posts", count=count)
    probe = Painter(look, pygame.Surface((1, 1)), "pill", (0, 0))
    size = (min(area.width - look.px(20), button_width(probe, label, "", "arrow_up")), look.px(_PILL))
    place = pygame.Rect((0, 0), size)
    place.midtop = (area.centerx, area.y + look.px(8))

    def paint(painter: Painter) -> None:
        button(painter, painter.surface.get_rect(), label, "newest", scene.to_newest, icon="arrow_up", kind="primary")

    scene.show("pill", place, label, paint, None)
