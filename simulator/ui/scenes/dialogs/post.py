"""One post, and what can be answered to it; and the list of posts that wait for an answer."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING

import pygame

from simulator.play.presenters.rows import FeedRow, ResponseRow
from simulator.ui.keyboard import pressed
from simulator.ui.scene import Transition
from simulator.ui.scenes.dialogs.alert import AlertDialog
from simulator.ui.scenes.dialogs.base import CrisisDialog, Fresh
from simulator.ui.spots import Command
from simulator.ui.widgets.controls import button, button_width
from simulator.ui.widgets.feed import paint_row, row_height
from simulator.ui.widgets.painter import Painter

if TYPE_CHECKING:
    from simulator.ui.scenes.crisis import CrisisScene


class PostDialog(CrisisDialog):
    """A post in full, its replies, and the alert."""

    width = 640.0

    def __init__(self, scene: CrisisScene, post: FeedRow) -> None:
        super().__init__(scene)
        self.post = post
        self._replies = Fresh(scene, self._asked)
        rows = self._replies()
        self.first_focus = f"response {rows[0].response_id}" if rows else "alert"

    def _asked(self) -> tuple[ResponseRow, ...]:
        return self.session.replies(self.post.post_id) if self.post.answerable else ()

    def title(self) -> str:
        return self.game.look.say("ui.reply_title" if self.post.answerable else "ui.post_title")

    def key(self) -> Hashable:
        return self.post, self._replies(), self.scene.chosen_response

    def paint(self, painter: Painter) -> None:
        say, theme = painter.look.say, painter.look.theme
        area = pygame.Rect(
            painter.px(4),
            painter.px(4),
            self.inner - painter.px(8),
            row_height(painter, self.post, self.inner - painter.px(8)),
        )
        painter.box(area, theme.sunken, theme.line)
        paint_row(painter, self.post, area, in_feed=False)
        rows = self._replies()
        y = area.bottom + painter.px(12)
        if not rows:
            y = painter.text(
                painter.px(4), y, say("ui.nothing_to_answer"), self.inner, "small", colour=theme.muted
            ).bottom
        y = self.responses(painter, rows, y, self._publish) + painter.px(4)
        label = say("ui.alert_title")
        key = painter.look.cap("alert")
        wide = button_width(painter, label, key, "bell_alert")
        place = pygame.Rect(self.inner - wide, y, wide, painter.px(32))
        button(painter, place, label, "alert", self._alert, key=key, icon="bell_alert")

    def _publish(self) -> Transition:
        refusal = self.session.publish(self.scene.chosen_response, self.post.post_id)
        return self.closing(refusal, self.game.look.say("ui.being_prepared"))

    def _alert(self) -> Transition:
        return self.scene.open(AlertDialog(self.crisis, self.post))

    def on_key(self, event: pygame.event.Event) -> tuple[bool, Transition]:
        if self.game.look.keys.act(pressed(event), "crisis") == "alert":
            return True, self._alert()
        return self.choose_by_digit(event, self._replies()), None


class RepliesDialog(CrisisDialog):
    """The posts that can be answered, to choose one."""

    width = 640.0

    def __init__(self, scene: CrisisScene) -> None:
        super().__init__(scene)
        rows = self._rows()
        self.first_focus = f"answer {rows[0].post_id}" if rows else None

    def _rows(self) -> tuple[FeedRow, ...]:
        return tuple(row for row in self.crisis.view.feed if row.answerable)

    def title(self) -> str:
        return self.game.look.say("ui.replies_title")

    def key(self) -> Hashable:
        return self._rows()

    def paint(self, painter: Painter) -> None:
        say, theme, y = painter.look.say, painter.look.theme, painter.px(4)
        rows = self._rows()
        if not rows:
            painter.text(painter.px(4), y, say("ui.no_answerable_post"), self.inner, colour=theme.muted)
        for row in rows:
            area = pygame.Rect(painter.px(4), y, self.inner - painter.px(8), row_height(painter, row, self.inner))
            painter.box(area, theme.raised, theme.line)
            paint_row(painter, row, area, in_feed=False)
            painter.spot(f"answer {row.post_id}", area, self._open(row), "", "posts")
            y = area.bottom + painter.px(8)

    def _open(self, row: FeedRow) -> Command:
        return lambda: self.scene.open(PostDialog(self.crisis, row))
