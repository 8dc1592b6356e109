"""One post in its conversation, and what can be answered to it; and the list of posts that wait for an answer."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING

import pygame

from simulator.play.presenters.card_rows import ResponseRow
from simulator.play.presenters.feed_rows import ThreadView
from simulator.play.presenters.post_rows import FeedRow, QuotedRow
from simulator.ui.keyboard import pressed
from simulator.ui.scene import Transition
from simulator.ui.scenes.dialogs.alert import AlertDialog
from simulator.ui.scenes.dialogs.base import CrisisDialog, Fresh
from simulator.ui.scenes.dialogs.profile import ProfileDialog
from simulator.ui.spots import Command
from simulator.ui.widgets.controls import button, button_width
from simulator.ui.widgets.painter import Painter
from simulator.ui.widgets.post import paint_row, row_height
from simulator.ui.widgets.post_parts import Place, quote

if TYPE_CHECKING:
    from simulator.ui.scenes.crisis_commands import CrisisCommands

_ANCESTORS = 3
"""What a post answers is shown up to so many posts back."""
_INDENT = 22
_LISTED = 40
"""The newest so many posts are looked through for those that can be answered."""


class PostDialog(CrisisDialog):
    """A post in full between what it answers and what was answered to it; its replies, and the alert."""

    width = 700.0

    def __init__(self, scene: CrisisCommands, post: FeedRow) -> None:
        super().__init__(scene)
        self.asked = post
        self._thread = Fresh(scene, lambda: scene.session.thread(post.post_id))
        self._replies = Fresh(scene, self._asked)
        rows = self._replies()
        self.first_focus = f"response {rows[0].response_id}" if rows else "alert"

    @property
    def post(self) -> FeedRow:
        """The post as it stands now."""
        thread = self._thread()
        return thread.post if thread is not None else self.asked

    def _asked(self) -> tuple[ResponseRow, ...]:
        return self.session.replies(self.asked.post_id) if self.asked.answerable else ()

    def title(self) -> str:
        return self.game.look.say("ui.reply_title" if self.post.answerable else "ui.post_title")

    def key(self) -> Hashable:
        reader = self.crisis.reader
        return self.post, self._thread(), self._replies(), self.scene.chosen_response, reader.pinned, reader.hidden

    def paint(self, painter: Painter) -> None:
        thread = self._thread()
        edge = painter.px(4)
        y = self._before(painter, thread, edge) if thread is not None else edge
        y = self._framed(painter, self.post, edge, y, highlighted=bool(thread and (thread.before or thread.replies)))
        y = self._tools(painter, edge, y + painter.px(8)) + painter.px(12)
        rows = self._replies()
        if not rows and self.asked.answerable:
            y = painter.text(edge, y, painter.look.say("ui.nothing_to_answer"), self.inner, "small",
                             colour=painter.look.theme.muted).bottom  # fmt: skip
        y = self.responses(painter, rows, y, self._publish)
        if thread is not None and thread.replies:
            self._answers(painter, thread, edge, y + painter.px(4))

    def _framed(self, painter: Painter, row: FeedRow, x: int, y: int, highlighted: bool = False) -> int:
        """A post in a box from the column `x` to the right edge; the row under it."""
        theme = painter.look.theme
        area = pygame.Rect(x, y, self.inner - painter.px(4) - x, 0)
        area.height = row_height(painter, row, area.width)
        painter.box(area, theme.raised if highlighted else theme.sunken, theme.accent if highlighted else theme.line)
        if painter.shows(area.y, area.height):
            paint_row(painter, row, area)
        painter.reach(area.bottom)
        return area.bottom

    def _before(self, painter: Painter, thread: ThreadView, x: int) -> int:
        """What the post answers, small, each leading to the next."""
        y = painter.px(4)
        for row in thread.before[-_ANCESTORS:]:
            small = QuotedRow(row.post_id, row.author, f"{row.handle} · {row.age}", f"{row.title} {row.text}".strip())
            bottom = quote(painter, small, Place(x, y - painter.px(6), self.inner - 2 * x))
            area = pygame.Rect(x, y, self.inner - 2 * x, bottom - y)
            painter.spot(f"before {row.post_id}", area, self._open(row), "", "thread", 8)
            painter.icon("arrow_down", x + painter.px(14), bottom + painter.px(1), 14, painter.look.theme.faint)
            y = bottom + painter.px(17)
        return y

    def _answers(self, painter: Painter, thread: ThreadView, x: int, y: int) -> None:
        theme = painter.look.theme
        y = painter.caption(x, y, thread.heading, self.inner).bottom + painter.px(6)
        for depth, row in thread.replies:
            left = x + painter.px(_INDENT) * (depth - 1)
            bottom = self._framed(painter, row, left, y)
            area = pygame.Rect(left, y, self.inner - painter.px(4) - left, bottom - y)
            painter.spot(f"answer {row.post_id}", area, self._open(row), "", "thread")
            if depth > 1:
                painter.icon("subdirectory_arrow_right", left - painter.px(18), y + painter.px(6), 15, theme.faint)
            y = bottom + painter.px(6)
        painter.text(x, y, thread.left_out, self.inner, "small", colour=theme.muted, max_lines=1)

    def _tools(self, painter: Painter, x: int, y: int) -> int:
        """What can be done with the post besides answering it."""
        say, cap, reader, post_id = painter.look.say, painter.look.cap, self.crisis.reader, self.asked.post_id
        pinned, hidden = post_id in reader.pinned, post_id in reader.hidden
        entries = (
            ("pin", "ui.unpin" if pinned else "ui.pin", "pin_off" if pinned else "pin", cap("pin"), self._pin),
            ("hide", "ui.show_again" if hidden else "ui.hide", "eye" if hidden else "eye_off", cap("hide"), self._hide),
            ("profile", "ui.account", "account_circle_outline", cap("profile"), self._profile),
            ("alert", "ui.alert_title", "bell_alert", cap("alert"), self._alert),
        )
        left, high = x, painter.px(30)
        for name, code, icon, key, command in entries:
            label = say(code)
            wide = button_width(painter, label, key, icon)
            if left + wide > self.inner - x and left > x:
                left, y = x, y + high + painter.px(6)
            button(painter, pygame.Rect(left, y, min(wide, self.inner - 2 * x), high), label, name, command, key=key,
                   icon=icon, group="post tools")  # fmt: skip
            left += wide + painter.px(6)
        return y + high

    def _open(self, row: FeedRow) -> Command:
        return lambda: self.scene.open(PostDialog(self.crisis, row))

    def _publish(self) -> Transition:
        refusal = self.session.publish(self.scene.chosen_response, self.asked.post_id)
        return self.closing(refusal, self.game.look.say("ui.being_prepared"))

    def _alert(self) -> Transition:
        return self.scene.open(AlertDialog(self.crisis, self.post))

    def _profile(self) -> Transition:
        return self.scene.open(ProfileDialog(self.crisis, self.post))

    def _pin(self) -> Transition:
        return self.crisis.pin(self.post)

    def _hide(self) -> Transition:
        """Hide the post and close: nobody wants to go on looking at it; show it again and stay."""
        self.crisis.hide(self.post)
        return self.scene.close() if self.asked.post_id in self.crisis.reader.hidden else None

    def on_key(self, event: pygame.event.Event) -> tuple[bool, Transition]:
        commands = {"alert": self._alert, "pin": self._pin, "hide": self._hide, "profile": self._profile}
        wanted = self.game.look.keys.act(pressed(event), "crisis")
        if wanted in commands:
            return True, commands[wanted]()
        return self.choose_by_digit(event, self._replies()), None


class RepliesDialog(CrisisDialog):
    """The posts that can be answered, to choose one: those that await an answer first."""

    width = 640.0

    def __init__(self, scene: CrisisCommands) -> None:
        super().__init__(scene)
        self._rows = Fresh(scene, self._found)
        rows = self._rows()
        self.first_focus = f"answer {rows[0].post_id}" if rows else None

    def _found(self) -> tuple[FeedRow, ...]:
        rows = [row for row in self.crisis.view.feed[:_LISTED] if row.answerable]
        return tuple(sorted(rows, key=lambda row: not row.deadline))

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
            area = pygame.Rect(painter.px(4), y, self.inner - painter.px(8), 0)
            area.height = row_height(painter, row, area.width)
            painter.box(area, theme.raised, theme.line)
            paint_row(painter, row, area)
            painter.spot(f"answer {row.post_id}", area, self._open(row), "", "posts")
            y = area.bottom + painter.px(8)

    def _open(self, row: FeedRow) -> Command:
        return lambda: self.scene.open(PostDialog(self.crisis, row))
