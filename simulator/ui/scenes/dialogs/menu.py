"""The menu of a play: time stands still while it is open, where a pause is permitted."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING

import pygame

from simulator.ui.scene import Transition
from simulator.ui.scenes.dialogs.base import CrisisDialog
from simulator.ui.scenes.dialogs.dossier import DossierDialog
from simulator.ui.scenes.setting_rows import paint_settings, unheard
from simulator.ui.widgets.controls import button
from simulator.ui.widgets.painter import Painter

if TYPE_CHECKING:
    from simulator.ui.scenes.crisis_commands import CrisisCommands


class MenuDialog(CrisisDialog):
    """Go on, read the dossier again, leave for now, give up; settings and keys."""

    first_focus = "resume"
    width = 760.0

    def __init__(self, scene: CrisisCommands) -> None:
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
        return self.game.desk.settings, self.giving_up, tuple(unheard(self.game).items())

    def paint(self, painter: Painter) -> None:
        say = painter.look.say
        edge, gap, height = painter.px(4), painter.px(8), painter.px(36)
        room = self.inner - 2 * edge
        wide = (room - gap) // 2
        place = pygame.Rect(edge, edge, wide, height)
        button(painter, place, say("ui.resume"), "resume", self.scene.close, key=say("ui.escape"), kind="primary")
        place = place.move(wide + gap, 0)
        dossier = painter.look.cap("dossier")
        button(painter, place, say("ui.dossier"), "dossier", self._dossier, key=dossier, icon="folder_open_outline")
        place = pygame.Rect(edge, place.bottom + gap, wide, height)
        leave, tip = say("ui.leave_for_now"), say(self.crisis.leave_tip)
        button(painter, place, leave, "leave", self._leave, icon="exit_to_app", tip=tip)
        place = place.move(wide + gap, 0)
        give_up, sure, tip = (say(code) for code in self.crisis.ending_words)
        button(painter, place, sure if self.giving_up else give_up, "give up", self._give_up, kind="danger", tip=tip)
        paint_settings(painter, self.game, self.scene.help, edge, place.bottom + painter.px(20), room)

    def _dossier(self) -> Transition:
        self.closed()
        return self.scene.open(DossierDialog(self.crisis))

    def _leave(self) -> Transition:
        return self.crisis.leave_for_now()

    def _give_up(self) -> Transition:
        if not self.giving_up:
            self.giving_up = True
            return None
        return self.crisis.give_up()

    def closed(self) -> None:
        if self._paused_here and self.session.paused:
            self.session.resume()
        self._paused_here = False
