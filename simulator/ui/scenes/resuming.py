"""Taking up an interrupted play: it is lived again, then the crisis stands as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.play.resuming import CannotResume
from simulator.ui.scene import Replace, Transition
from simulator.ui.scenes.loading import LoadingScene, Outcome
from simulator.ui.scenes.sentence import SentenceScene

if TYPE_CHECKING:
    from simulator.ui.app import Game


class ResumingScene(LoadingScene):
    """Leads to the crisis at its minute, or to the sentence of why it cannot be resumed."""

    def __init__(self, game: Game, play_id: str) -> None:
        super().__init__(game, game.look.say("ui.resuming"), self._resume)
        self.play_id = play_id

    def _resume(self) -> Outcome:
        try:
            session = self.game.desk.resume(self.play_id)
        except CannotResume as error:
            sentence = error.sentence
            return lambda: Replace(SentenceScene(self.game, sentence))

        def show() -> Transition:
            from simulator.ui.scenes.crisis import CrisisScene

            self.game.session = session
            scene = CrisisScene(self.game, session)
            scene.tell_problem()
            scene.welcome_back("ui.resumed", "ui.resumed_paused")
            return Replace(scene)

        return show
