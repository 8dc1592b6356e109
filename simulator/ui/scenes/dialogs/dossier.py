"""The dossier during the play: who you are, whom you work with and for, what is known of the organisation."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING

import pygame

from simulator.ui.keyboard import pressed
from simulator.ui.scene import Transition
from simulator.ui.scenes.dialogs.base import CrisisDialog, Fresh
from simulator.ui.widgets.briefing_cards import (
    Section,
    audience_section,
    cell_section,
    mission_section,
    text_section,
)
from simulator.ui.widgets.painter import Painter

if TYPE_CHECKING:
    from simulator.ui.scenes.crisis_commands import CrisisCommands

_TWO_COLUMNS, _LEFT = 640, 0.56
_BETWEEN = 18


class DossierDialog(CrisisDialog):
    """The briefing's pages again, to read and nothing else."""

    width = 980.0

    def __init__(self, scene: CrisisCommands) -> None:
        super().__init__(scene)
        self.view = Fresh(scene, scene.session.briefing)

    def title(self) -> str:
        return self.game.look.say("ui.dossier")

    def aside(self) -> str:
        return self.view().organisation

    def key(self) -> Hashable:
        return self.view()

    def paint(self, painter: Painter) -> None:
        view, say, edge, gap = self.view(), painter.look.say, painter.px(4), painter.px(28)
        room = self.inner - 2 * edge
        wide = room if room < painter.px(_TWO_COLUMNS) else round((room - gap) * _LEFT)
        left = [mission_section(view)]
        left += [text_section(row.heading, row.text) for row in view.dossier]
        left += [text_section(say("ui.warning"), view.warning)] if view.warning else []
        right = [cell_section(view), audience_section(view)]
        bottom = self._column(painter, left, edge, 0, wide)
        if wide == room:
            self._column(painter, right, edge, bottom, room)
        else:
            self._column(painter, right, edge + wide + gap, 0, room - wide - gap)

    def _column(self, painter: Painter, sections: list[Section], x: int, y: int, width: int) -> int:
        for section in sections:
            y = section(painter, x, y, width) + painter.px(_BETWEEN)
        return y

    def on_key(self, event: pygame.event.Event) -> tuple[bool, Transition]:
        if self.game.look.keys.act(pressed(event), "crisis") == "dossier":
            return True, self.scene.close()
        return False, None
