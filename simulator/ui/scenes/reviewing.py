"""From a play of the past to its debrief: it is lived again first, which may take a moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.play.presenters.pages import PlayRow
from simulator.play.review import CannotReview
from simulator.ui.scene import Push, Replace, Transition
from simulator.ui.scenes.loading import LoadingScene, Outcome
from simulator.ui.scenes.sentence import SentenceScene

if TYPE_CHECKING:
    from simulator.ui.app import Game


def reviewing(game: Game, row: PlayRow) -> Transition:
    """The debrief of the play in `row`, once it was lived again; one sentence where it cannot be."""

    def work() -> Outcome:
        try:
            review = game.desk.review(row.play_id)
        except CannotReview as error:
            sentence = error.sentence
            return lambda: Replace(SentenceScene(game, sentence))

        def show() -> Transition:
            from simulator.ui.scenes.debrief import DebriefScene

            return Replace(DebriefScene(game, review))

        return show

    return Push(LoadingScene(game, game.look.say("ui.reliving", title=row.title), work, may_leave=True))
