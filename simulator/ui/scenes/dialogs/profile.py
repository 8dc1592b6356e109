"""Who somebody is: what anybody can look up about an account, and what it has posted in this crisis."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING

import pygame

from simulator.play.presenters.feed_rows import ProfileView
from simulator.play.presenters.post_rows import FeedRow
from simulator.ui.scenes.dialogs.base import CrisisDialog, Fresh
from simulator.ui.spots import Command
from simulator.ui.widgets.controls import avatar, badge
from simulator.ui.widgets.painter import Painter
from simulator.ui.widgets.post import paint_row, row_height

if TYPE_CHECKING:
    from simulator.ui.scenes.crisis_commands import CrisisCommands

_LABEL_SHARE = 0.42


class ProfileDialog(CrisisDialog):
    """The account of whoever wrote a post."""

    width = 560.0

    def __init__(self, scene: CrisisCommands, post: FeedRow) -> None:
        super().__init__(scene)
        self._view = Fresh(scene, lambda: scene.session.profile(post.post_id))
        view = self._view()
        self.first_focus = f"posted {view.posts[0].post_id}" if view is not None and view.posts else "close"

    def title(self) -> str:
        return self.game.look.say("ui.account_title")

    def key(self) -> Hashable:
        return self._view()

    def paint(self, painter: Painter) -> None:
        view = self._view()
        if view is None:
            return
        edge = painter.px(4)
        y = self._head(painter, view, edge)
        y = self._facts(painter, view, edge, y + painter.px(8))
        if view.note:
            painter.icon("check_circle_outline", edge, y + painter.px(3), 16, painter.look.theme.good)
            y = painter.text(edge + painter.px(22), y, view.note, self.inner - painter.px(30)).bottom
        y = painter.caption(edge, y + painter.px(12), painter.look.say("ui.account_posts"), self.inner).bottom
        y += painter.px(6)
        for row in view.posts:
            area = pygame.Rect(edge, y, self.inner - 2 * edge, 0)
            area.height = row_height(painter, row, area.width)
            painter.box(area, painter.look.theme.sunken, painter.look.theme.line)
            if painter.shows(area.y, area.height):
                paint_row(painter, row, area)
            painter.spot(f"posted {row.post_id}", area, self._open(row), "", "posts")
            y = area.bottom + painter.px(6)

    def _head(self, painter: Painter, view: ProfileView, x: int) -> int:
        theme = painter.look.theme
        side = avatar(painter, x, painter.px(4), 52, view.initials, view.colour_key)
        left = x + side + painter.px(14)
        room = self.inner - left - x
        taken = painter.text_width(view.badge, "small", "semibold") + painter.px(22) if view.badge else 0
        name = painter.text(left, painter.px(6), view.name, room - taken, "heading", "bold", max_lines=1)
        if view.badge:
            badge(painter, name.right + painter.px(10), name.centery, view.badge, view.badge_kind)
        y = painter.text(left, name.bottom, view.handle, room, colour=theme.muted, max_lines=1).bottom
        if view.bio:
            y = painter.text(left, y + painter.px(2), view.bio, room).bottom
        return max(y, painter.px(4) + side)

    def _facts(self, painter: Painter, view: ProfileView, x: int, y: int) -> int:
        """One line a fact: what on the left, its value on the right."""
        theme = painter.look.theme
        room = self.inner - 2 * x
        for label, value in view.facts:
            painter.rule(x, y, room)
            y += painter.px(5)
            wide = round(room * _LABEL_SHARE)
            named = painter.text(x, y, label, wide, "small", colour=theme.muted)
            told = painter.text(x + wide, y, value, room - wide, "small", "semibold", align="right")
            y = max(named.bottom, told.bottom) + painter.px(5)
        painter.rule(x, y, room)
        return y + painter.px(8)

    def _open(self, row: FeedRow) -> Command:
        from simulator.ui.scenes.dialogs.post import PostDialog

        return lambda: self.scene.open(PostDialog(self.crisis, row))
