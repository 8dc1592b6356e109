"""The menu of a play: time stands still while it is open, where a pause is permitted."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING

import pygame

from simulator.ui.scene import Pop, Transition
from simulator.ui.scenes.dialogs.base import CrisisDialog
from simulator.ui.scenes.dialogs.dossier import DossierDialog
from simulator.ui.scenes.setting_rows import paint_settings
from simulator.ui.widgets.controls import button
from simulator.ui.widgets.painter import Painter

if TYPE_CHECKING:
    from simulator.ui.scenes.crisis import CrisisScene


class MenuDialog(CrisisDialog):
    """Go on, read the dossier again, leave for now, give up; settings and keys."""

    first_focus = "resume"
    width = 760.0

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
        edge, gap, height = painter.px(4), painter.px(8), painter.px(36)
        room = self.inner - 2 * edge
        wide = (room - gap) // 2
        place = pygame.Rect(edge, edge, wide, height)
        button(painter, place, say("ui.resume"), "resume", self.scene.close, key=say("ui.escape"), kind="primary")
        place = place.move(wide + gap, 0)
        dossier = painter.look.cap("dossier")
        button(painter, place, say("ui.dossier"), "dossier", self._dossier, key=dossier, icon="folder_open_outline")
        place = pygame.Rect(edge, place.bottom + gap, wide, height)
        leave = say("ui.leave_for_now")
        button(painter, place, leave, "leave", self._leave, icon="exit_to_app", tip=say("ui.leave_tip"))
        place = place.move(wide + gap, 0)
        give_up = say("ui.leave_sure" if self.giving_up else "ui.leave_play")
        button(painter, place, give_up, "give up", self._give_up, kind="danger", tip=say("ui.give_up_tip"))
        paint_settings(painter, self.game, self.scene.help, edge, place.bottom + painter.px(20), room)

    def _dossier(self) -> Transition:
        self.closed()
        return self.scene.open(DossierDialog(self.crisis))

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
