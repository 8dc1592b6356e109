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
    """Go on, choose settings, see the keys, leave for now, give up."""

    first_focus = "resume"
    width = 600.0

    def __init__(self, scene: CrisisScene) -> None:
        super().__init__(scene)
        self.giving_up = False
        self._paused_here = scene.view.header.can_pause and not scene.session.paused
        if self._paused_here:
            scene.session.pause()

    def title(self) -> str:
        return self.game.look.say("ui.menu")

    def subtitle(self) -> str:
        return self.game.look.say("ui.menu_paused" if self.session.paused else "ui.menu_running")

    def key(self) -> Hashable:
        return self.game.desk.settings, self.giving_up

    def paint(self, painter: Painter) -> None:
        say = painter.look.say
        y = paint_settings(painter, self.game, painter.px(4), painter.px(4), self.inner - painter.px(8)) + painter.px(
            14
        )
        gap, height = painter.px(8), painter.px(36)
        wide = (self.inner - painter.px(8) - gap) // 2
        place = pygame.Rect(painter.px(4), y, wide, height)
        button(painter, place, say("ui.keys_title"), "keys", self.scene.help, key=painter.look.cap("help"))
        place = place.move(wide + gap, 0)
        button(painter, place, say("ui.resume"), "resume", self.scene.close, key=say("ui.escape"), kind="primary")
        place = place.move(0, height + gap)
        button(
            painter, place, say("ui.leave_for_now"), "leave", self._leave, icon="exit_to_app", tip=say("ui.leave_tip")
        )
        place = place.move(-wide - gap, 0)
        give_up = say("ui.leave_sure" if self.giving_up else "ui.leave_play")
        button(painter, place, give_up, "give up", self._give_up, kind="danger", tip=say("ui.give_up_tip"))

    def _leave(self) -> Transition:
        """To the library; the play is taken up from there."""
        self.game.desk.close()
        self.game.session = None
        return Pop()

    def _give_up(self) -> Transition:
        if not self.giving_up:
            self.giving_up = True
            return None
        self.session.abandon()
        self.game.session = None
        return Pop()

    def closed(self) -> None:
        if self._paused_here and self.session.paused:
            self.session.resume()
        self._paused_here = False
