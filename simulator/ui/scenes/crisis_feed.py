"""The feed of the crisis: its channels as tabs, its posts as they come."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from simulator.ui.theme import RADIUS_CARD
from simulator.ui.widgets.controls import Kind, button
from simulator.ui.widgets.feed import paint_feed
from simulator.ui.widgets.painter import Painter

if TYPE_CHECKING:
    from simulator.ui.scenes.crisis import CrisisScene


def compose_feed(scene: CrisisScene, area: pygame.Rect) -> None:
    """The feed's card in `area`: the tabs on top, the posts below."""
    look, view = scene.game.look, scene.view
    ink, language = look.theme.ink, look.settings.language

    def frame(painter: Painter) -> None:
        painter.box(painter.surface.get_rect(), look.theme.card, look.theme.line, RADIUS_CARD)
        _tabs(scene, painter)

    shown = (view.tabs, scene.channel, language)
    scene.show("tabs", area, shown, frame, ink)
    probe = Painter(look, pygame.Surface((1, 1)), "feed", (0, 0))
    lines = len(_tab_lines(scene, probe, area.width))
    head = look.px(12) + lines * look.px(32) + look.px(6)
    inner = pygame.Rect(area.x + 1, area.y + head, area.width - 2, area.height - head - look.px(8))
    arrived = scene.feed.arrived(probe, view.feed, inner.width)
    panel = scene.panels.get("feed")
    if panel is not None and panel.content - panel.scrolled < 2 * panel.area.height:
        scene.want_older_posts()
    if arrived and panel is not None and panel.scrolled > 0:
        panel.scrolled += arrived
    elif arrived and not look.still:
        scene.feed.start_slide(min(arrived, inner.height))
    shift = scene.feed.shift
    key = (view.feed, shift, language)
    scene.show("feed", inner, key, lambda painter: _posts(scene, painter, shift), look.theme.card, True)


def _posts(scene: CrisisScene, painter: Painter, shift: int) -> None:
    if not scene.view.feed:
        room = painter.width - painter.px(28)
        painter.text(
            painter.px(14), painter.px(14), painter.look.say("ui.no_post"), room, colour=painter.look.theme.muted
        )
    heights = scene.feed.heights(painter, scene.view.feed, painter.width)
    paint_feed(painter, scene.view.feed, heights, shift, scene.open_post)


def _tab_lines(scene: CrisisScene, painter: Painter, width: int) -> list[list[tuple[str, str, int]]]:
    """The channel tabs as (id, label, width): with their figures on one line, else by name, in lines enough."""
    pad, gap, room = painter.px(20), painter.px(6), width - painter.px(24)
    figured = [f"{tab.name} {tab.count}" for tab in scene.view.tabs]
    taken = sum(painter.text_width(label, "small", "semibold") + pad + gap for label in figured)
    if taken - gap > room:
        figured = [
            tab.name if tab.channel_id != scene.channel else f"{tab.name} {tab.count}" for tab in scene.view.tabs
        ]
        pad = painter.px(16)
    lines: list[list[tuple[str, str, int]]] = [[]]
    left = 0
    for tab, label in zip(scene.view.tabs, figured, strict=True):
        wide = painter.text_width(label, "small", "semibold") + pad
        if left + wide > room and lines[-1]:
            lines.append([])
            left = 0
        lines[-1].append((tab.channel_id, label, wide))
        left += wide + gap
    return lines


def _tabs(scene: CrisisScene, painter: Painter) -> None:
    y = painter.px(11)
    for line in _tab_lines(scene, painter, painter.width):
        x = painter.px(12)
        for channel, label, wide in line:
            area = pygame.Rect(x, y, wide, painter.px(26))
            kind: Kind = "primary" if channel == scene.channel else "plain"
            button(painter, area, label, f"channel {channel}", scene.show_channel(channel), kind=kind, group="channels")
            x += wide + painter.px(6)
        y += painter.px(32)
    painter.rule(0, y + painter.px(4), painter.width)
