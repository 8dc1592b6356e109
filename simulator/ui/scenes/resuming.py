"""Taking up an interrupted play: a sentence while it is lived again, then the crisis as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from simulator.play.resuming import CannotResume
from simulator.ui.scene import Pop, Replace, Transition
from simulator.ui.scenes.base import PanelScene
from simulator.ui.scenes.sentence import SentenceScene
from simulator.ui.widgets.painter import Painter

if TYPE_CHECKING:
    from simulator.ui.app import Game


class ResumingScene(PanelScene):
    """Shown before the work begins, which no frame can interrupt: some tenths of a second."""

    def __init__(self, game: Game, play_id: str) -> None:
        super().__init__(game)
        self.play_id = play_id
        self._frames = 0

    def compose(self) -> None:
        look = self.game.look
        area = pygame.Rect((0, 0), look.size)
        self.show("resuming", area, look.settings.language, self._paint, look.theme.ink)

    def _paint(self, painter: Painter) -> None:
        y = painter.height // 2 - painter.line_height("title") // 2
        painter.text(0, y, painter.look.say("ui.resuming"), painter.width, "title", "semibold", align="centre")

    def update(self, seconds: float) -> Transition:
        super().update(seconds)
        self._frames += 1
        if self._frames < 3:
            return None
        from simulator.ui.scenes.crisis import CrisisScene

        try:
            session = self.game.desk.resume(self.play_id)
        except CannotResume as error:
            return Replace(SentenceScene(self.game, error.sentence))
        self.game.session = session
        scene = CrisisScene(self.game, session)
        scene.tell_problem()
        scene.welcome_back("ui.resumed", "ui.resumed_paused")
        return Replace(scene)

    def back(self) -> Transition:
        return Pop()
