"""From a play of the past to its debrief: it is lived again first, which may take a moment."""

from __future__ import annotations

from simulator.play.presenters.pages import PlayRow
from simulator.play.review import CannotReview
from simulator.ui.scene import Pop, Push, Replace, Transition
from simulator.ui.scenes.base import PanelScene
from simulator.ui.scenes.loading import LoadingScene, Outcome


def reviewing(scene: PanelScene, row: PlayRow) -> Transition:
    """The debrief of the play in `row` over `scene`, once it was lived again; `scene` says why where it cannot be."""
    game = scene.game

    def work() -> Outcome:
        try:
            review = game.desk.review(row.play_id)
        except CannotReview as error:
            sentence = error.sentence

            def say_why() -> Transition:
                scene.tell(sentence, "bad")
                return Pop()

            return say_why

        def show() -> Transition:
            from simulator.ui.scenes.debrief import DebriefScene

            return Replace(DebriefScene(game, review))

        return show

    return Push(LoadingScene(game, game.look.say("ui.reliving", title=row.title), work, may_leave=True))
