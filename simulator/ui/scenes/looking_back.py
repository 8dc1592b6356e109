"""From the last minute of a play to looking back on it: what is told of it is worded aside, which takes a moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.ui.contract import Session
from simulator.ui.scene import Replace, Transition
from simulator.ui.scenes.loading import LoadingScene, Outcome
from simulator.ui.scenes.self_debrief import look_back

if TYPE_CHECKING:
    from simulator.ui.app import Game


class LookingBackScene(LoadingScene):
    """Leads from the end of `session` to the student's own words, or to the debrief."""

    def __init__(self, game: Game, session: Session) -> None:
        super().__init__(game, game.look.say("ui.looking_back"), self._word)
        self._session = session

    def _word(self) -> Outcome:
        review = self._session.review()
        review.view()

        def show() -> Transition:
            return Replace(look_back(self.game, review))

        return show
