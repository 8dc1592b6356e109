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
    """Go on, read the dossier again, leave; settings and keys."""

    first_focus = "resume"
    width = 760.0

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
        edge, gap = painter.px(4), painter.px(8)
        room = self.inner - 2 * edge
        leave = say("ui.leave_sure" if self.leaving else "ui.leave_play")
        wide = (room - 2 * gap) // 3
        place = pygame.Rect(edge, edge, wide, painter.px(36))
        button(painter, place, say("ui.resume"), "resume", self.scene.close, key=say("ui.escape"), kind="primary")
        place = place.move(wide + gap, 0)
        dossier = painter.look.cap("dossier")
        button(painter, place, say("ui.dossier"), "dossier", self._dossier, key=dossier, icon="folder_open_outline")
        place = place.move(wide + gap, 0)
        button(painter, place, leave, "leave", self._leave, kind="danger", icon="" if self.leaving else "exit_to_app")
        y = place.bottom + painter.px(20)
        paint_settings(painter, self.game, self.scene.help, edge, y, room)

    def _dossier(self) -> Transition:
        self.closed()
        return self.scene.open(DossierDialog(self.crisis))

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
