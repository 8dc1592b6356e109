"""Alerting the cell: on a post, or on the situation as a whole."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING

import pygame

from simulator.play.presenters.rows import FeedRow
from simulator.ui.scene import Transition
from simulator.ui.scenes.dialogs.base import CrisisDialog
from simulator.ui.spots import Command
from simulator.ui.widgets.controls import button, button_width
from simulator.ui.widgets.painter import Painter
from simulator.ui.widgets.post import paint_row, row_height

if TYPE_CHECKING:
    from simulator.ui.scenes.crisis import CrisisScene


class AlertDialog(CrisisDialog):
    """Asks before it disturbs everyone; `post` is the signal, None for the situation."""

    first_focus = "confirm"
    width = 560.0

    def __init__(self, scene: CrisisScene, post: FeedRow | None) -> None:
        super().__init__(scene)
        self.post = post

    def title(self) -> str:
        return self.game.look.say("ui.alert_title")

    def subtitle(self) -> str:
        return self.game.look.say("ui.alert_on_post" if self.post else "ui.alert_on_all")

    def key(self) -> Hashable:
        return self.post

    def paint(self, painter: Painter) -> None:
        say, y = painter.look.say, painter.px(4)
        if self.post is not None:
            area = pygame.Rect(
                painter.px(4), y, self.inner - painter.px(8), row_height(painter, self.post, self.inner - painter.px(8))
            )
            painter.box(area, painter.look.theme.sunken, painter.look.theme.line)
            paint_row(painter, self.post, area, in_feed=False)
            y = area.bottom + painter.px(14)
        label, other = say("ui.alert_confirm"), say("ui.alert_situation")
        height = painter.px(34)
        wide = button_width(painter, label, say("ui.enter"))
        place = pygame.Rect(self.inner - wide, y, wide, height)
        button(painter, place, label, "confirm", self._alert(self.post), key=say("ui.enter"), kind="primary")
        if self.post is not None:
            wide = min(button_width(painter, other), place.x - painter.px(8))
            beside = pygame.Rect(place.x - wide - painter.px(8), y, wide, height)
            button(painter, beside, other, "situation", self._alert(None))

    def _alert(self, post: FeedRow | None) -> Command:
        def alert() -> Transition:
            return self.closing(self.session.alert(post.post_id if post else None), self.game.look.say("ui.alerted"))

        return alert
