"""Alerting the cell: on a post, on the situation as a whole, or by itself once outrage is high enough."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING

import pygame

from simulator.play.presenters.dialogs import OptionRow
from simulator.play.presenters.post_rows import FeedRow
from simulator.ui.scene import Transition
from simulator.ui.scenes.dialogs.base import CrisisDialog, Fresh
from simulator.ui.spots import Command
from simulator.ui.widgets.controls import Kind, button, button_width
from simulator.ui.widgets.painter import Painter
from simulator.ui.widgets.post import paint_row, row_height

if TYPE_CHECKING:
    from simulator.ui.scenes.crisis_commands import CrisisCommands


class AlertDialog(CrisisDialog):
    """Asks before it disturbs everyone; `post` is the signal, None for the situation."""

    width = 640.0

    def __init__(self, scene: CrisisCommands, post: FeedRow | None) -> None:
        super().__init__(scene)
        self.post = post
        self.view = Fresh(scene, scene.session.alerting)
        can_confirm = post is not None or not self.view().refusal
        self.first_focus = "confirm" if can_confirm else f"threshold {self.view().threshold}"

    def title(self) -> str:
        return self.game.look.say("ui.alert_title")

    def subtitle(self) -> str:
        return self.game.look.say("ui.alert_on_post" if self.post else "ui.alert_on_all")

    def key(self) -> Hashable:
        return self.post, self.view()

    def paint(self, painter: Painter) -> None:
        say, y, refusal = painter.look.say, painter.px(4), self.view().refusal
        if self.post is not None:
            area = pygame.Rect(
                painter.px(4), y, self.inner - painter.px(8), row_height(painter, self.post, self.inner - painter.px(8))
            )
            painter.box(area, painter.look.theme.sunken, painter.look.theme.line)
            paint_row(painter, self.post, area)
            y = area.bottom + painter.px(14)
        label, other = say("ui.alert_confirm"), say("ui.alert_situation")
        height, allowed = painter.px(34), self.post is not None or not refusal
        wide = button_width(painter, label, say("ui.enter"))
        place = pygame.Rect(self.inner - wide, y, wide, height)
        button(painter, place, label, "confirm", self._alert(self.post), key=say("ui.enter"),
               kind="primary" if allowed else "plain", enabled=allowed, tip="" if allowed else refusal)  # fmt: skip
        if self.post is not None:
            wide = min(button_width(painter, other), place.x - painter.px(8))
            beside = pygame.Rect(place.x - wide - painter.px(8), y, wide, height)
            button(painter, beside, other, "situation", self._alert(None), enabled=not refusal, tip=refusal)
        elif refusal:
            painter.text(painter.px(4), y + painter.px(6), refusal, place.x - painter.px(16), "small",
                         colour=painter.look.theme.muted)  # fmt: skip
            y += max(0, painter.text_height(refusal, place.x - painter.px(16), "small") - height + painter.px(8))
        self._thresholds(painter, place.bottom + max(0, y - place.y) + painter.px(18))

    def _thresholds(self, painter: Painter, y: int) -> None:
        """The outrage at which the cell is alerted by itself."""
        say, view, left, height = painter.look.say, self.view(), painter.px(4), painter.px(30)
        y = painter.caption(left, y, say("ui.threshold"), self.inner).bottom + painter.px(4)
        about = painter.text(left, y, say("ui.threshold_about"), self.inner - painter.px(8), "small",
                             colour=painter.look.theme.muted)  # fmt: skip
        x, y = left, about.bottom + painter.px(8)
        for row in view.thresholds:
            wide = button_width(painter, row.text)
            if x + wide > self.inner and x > left:
                x, y = left, y + height + painter.px(8)
            kind: Kind = "chosen" if row.value == view.threshold else "plain"
            button(painter, pygame.Rect(x, y, wide, height), row.text, f"threshold {row.value}", self._set(row),
                   kind=kind, group="thresholds")  # fmt: skip
            x += wide + painter.px(8)

    def _set(self, row: OptionRow) -> Command:
        def choose() -> Transition:
            self.crisis.answered(self.session.set_threshold(int(row.value) if row.value else None))
            return None

        return choose

    def _alert(self, post: FeedRow | None) -> Command:
        def alert() -> Transition:
            return self.closing(self.session.alert(post.post_id if post else None), self.game.look.say("ui.alerted"))

        return alert
