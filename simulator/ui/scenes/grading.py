"""*How I am graded*, before a play: the page of the debrief, laid over the briefing."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING

import pygame

from simulator.play.presenters.hindsight import GuideView
from simulator.ui.keyboard import pressed
from simulator.ui.scene import Transition
from simulator.ui.scenes.dialog import Dialog
from simulator.ui.widgets.guide_cards import paint_guide
from simulator.ui.widgets.painter import Painter

if TYPE_CHECKING:
    from simulator.ui.scenes.briefing import BriefingScene

_TWO_COLUMNS = 720
"""Points of the inside that have room for two columns."""


class GradingDialog(Dialog):
    """What counts, how much, and what does not."""

    width = 1120.0

    def __init__(self, scene: BriefingScene) -> None:
        super().__init__(scene)
        self.briefing = scene
        self._turn = self.game.turn
        self._guide = self._asked()

    def _asked(self) -> GuideView:
        return self.game.desk.guide(self.briefing.scenario_id)

    @property
    def guide(self) -> GuideView:
        """The page, in the language that is spoken now."""
        if self._turn != self.game.turn:
            self._turn = self.game.turn
            self._guide = self._asked()
        return self._guide

    def title(self) -> str:
        return self.guide.title

    def subtitle(self) -> str:
        return self.guide.lead

    def key(self) -> Hashable:
        return self.guide

    def paint(self, painter: Painter) -> None:
        edge = painter.px(4)
        width = self.inner - 2 * edge
        paint_guide(painter, self.guide, edge, edge, width, 1 if width < painter.px(_TWO_COLUMNS) else 2)

    def on_key(self, event: pygame.event.Event) -> tuple[bool, Transition]:
        if self.game.look.keys.act(pressed(event), "briefing") == "grading":
            return True, self.scene.close()
        return False, None
