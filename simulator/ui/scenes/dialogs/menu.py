"""The menu of a play: time stands still while it is open, where a pause is permitted."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING

import pygame

from simulator.ui.scene import Pop, Transition
from simulator.ui.scenes.dialogs.base import CrisisDialog
from simulator.ui.scenes.setting_rows import paint_settings
from simulator.ui.widgets.controls import button
from simulator.ui.widgets.painter import Painter

if TYPE_CHECKING:
    from simulator.ui.scenes.crisis import CrisisScene


class MenuDialog(CrisisDialog):
    """Go on, choose settings, see the keys, leave."""

    first_focus = "resume"
    width = 600.0

    def __init__(self, scene: CrisisScene) -> None:
        super().__init__(scene)
        self.leaving = False
        self._paused_here = scene.view.header.can_pause and not scene.session.paused
        if self._paused_here:
            scene.session.pause()

    def title(self) -> str:
        return self.game.look.say("ui.menu")

    def subtitle(self) -> str:
        return self.game.look.say("ui.menu_paused" if self.session.paused else "ui.menu_running")

    def key(self) -> Hashable:
        return self.game.desk.settings, self.leaving

    def paint(self, painter: Painter) -> None:
        say = painter.look.say
        y = paint_settings(painter, self.game, painter.px(4), painter.px(4), self.inner - painter.px(8)) + painter.px(
            14
        )
        gap, height = painter.px(8), painter.px(36)
        wide = (self.inner - painter.px(8) - 2 * gap) // 3
        place = pygame.Rect(painter.px(4), y, wide, height)
        leave = say("ui.leave_sure" if self.leaving else "ui.leave_play")
        button(painter, place, leave, "leave", self._leave, kind="danger", icon="" if self.leaving else "exit_to_app")
        place = place.move(wide + gap, 0)
        button(painter, place, say("ui.keys_title"), "keys", self.scene.help, key=painter.look.cap("help"))
        place = place.move(wide + gap, 0)
        button(painter, place, say("ui.resume"), "resume", self.scene.close, key=say("ui.escape"), kind="primary")

    def _leave(self) -> Transition:
        if not self.leaving:
            self.leaving = True
            return None
        self.session.abandon()
        self.game.session = None
        return Pop()

    def closed(self) -> None:
        if self._paused_here and self.session.paused:
            self.session.resume()
        self._paused_here = False
