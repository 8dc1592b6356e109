"""From the class page into a play: the briefing of a practice play, or an exam that has begun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.play.my_class import ExamReady, PlayReady
from simulator.play.presenters.hindsight import GuideView
from simulator.play.presenters.pages import BriefingView
from simulator.ui.contract import Session
from simulator.ui.scene import Push, Transition
from simulator.ui.scenes.briefing import BriefingScene

if TYPE_CHECKING:
    from simulator.ui.app import Game


def opened(game: Game, ready: PlayReady | ExamReady) -> Transition:
    """The scene of what was prepared."""
    if isinstance(ready, PlayReady):
        return Push(ClassBriefingScene(game, ready))
    from simulator.ui.scenes.my_class.exam import exam_scene

    return Push(exam_scene(game, ready))


class ClassBriefingScene(BriefingScene):
    """The briefing of what the class was set: everybody's draw, or one's own, and no other."""

    may_draw_again = False

    def __init__(self, game: Game, ready: PlayReady) -> None:
        self._ready = ready
        self._desk = game.desk
        super().__init__(game, ready.loaded.id, ready.seed)

    def asked(self) -> BriefingView:
        return self._desk.briefing_for_class(self._ready)

    def guide(self) -> GuideView:
        return self._desk.guide_for_class(self._ready)

    def begin(self) -> Session:
        return self._desk.start_for_class(self._ready)
