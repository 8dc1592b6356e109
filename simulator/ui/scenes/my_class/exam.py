"""An exam: the crisis scene on a run that lives on the server, and what is said while that cannot be reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.locale import Message
from simulator.play.my_class import ExamReady
from simulator.play.my_class.exam_session import ExamSession
from simulator.ui.scene import Pop, Transition
from simulator.ui.scenes.base import PanelScene
from simulator.ui.scenes.crisis import CrisisScene
from simulator.ui.scenes.dialogs.dossier import DossierDialog
from simulator.ui.theme import LINE_HEIGHTS, MARGIN
from simulator.ui.widgets.painter import Painter

if TYPE_CHECKING:
    from simulator.ui.app import Game

_FOOT = 2 * LINE_HEIGHTS["small"] + 18
_FIRST_MINUTES = 1
"""An exam that stands so early has just begun: its dossier is read first, and time goes slowly meanwhile."""


def exam_scene(game: Game, ready: ExamReady) -> ExamScene:
    """The exam that was prepared, with its dossier laid over it where it begins."""
    scene = ExamScene(game, game.desk.my_class.sit(ready))
    rule = ready.view.on_lost_connection
    if rule is not None:
        scene.tell(game.look.say(f"myclass.exam_rule_{rule}"), "neutral")
    if ready.view.minute <= _FIRST_MINUTES:
        scene.open(DossierDialog(scene))
    else:
        scene.tell(game.look.say("myclass.exam_found", clock=scene.view.header.clock), "news")
    return scene


class ExamScene(CrisisScene):
    """No pause, no map, no debrief at its end; its foot says that the line is down while it is."""

    stops_when_away = False

    def __init__(self, game: Game, exam: ExamSession) -> None:
        self.exam = exam
        rule = exam.line.view.on_lost_connection
        self.leave_tip = "myclass.exam_leave_tip" if rule is None else f"myclass.exam_leave_tip_{rule}"
        super().__init__(game, exam)

    @property
    def ending_words(self) -> tuple[str, str, str]:
        return "myclass.exam_hand_in", "ui.hand_in_sure", "myclass.exam_hand_in_tip"

    @property
    def foot_height(self) -> int:
        return round(_FOOT) if self.exam.line.lost is not None else 0

    def compose(self) -> None:
        super().compose()
        if self.parts is not None and self.parts.foot is not None:
            sentence = self._sentence()
            look = self.game.look
            self.show("line", self.parts.foot, sentence, lambda painter: self._line(painter, sentence), look.theme.card)

    def _sentence(self) -> str:
        """Why the line is down, what its clock does meanwhile, when it is tried again."""
        say, lost = self.game.look.say, self.exam.line.lost
        if lost is None:
            return ""
        rule = self.exam.line.view.on_lost_connection
        seconds = max(0, round(lost.due - self.game.desk.my_class.clock()))
        parts = [say("myclass.exam_lost", why=lost.why)]
        parts += [say(f"myclass.exam_lost_{rule}")] if rule is not None else []
        parts += [say("myclass.queue_again", count=seconds) if seconds else say("myclass.queue_soon")]
        return " ".join(parts)

    def _line(self, painter: Painter, sentence: str) -> None:
        theme = painter.look.theme
        painter.rule(0, 0, painter.width, theme.hot)
        left, top = painter.px(MARGIN), painter.px(8)
        painter.icon("lan_disconnect", left, top + painter.px(2), 22, theme.hot)
        room = painter.width - 2 * left - painter.px(34)
        painter.text(left + painter.px(34), top, sentence, room, "small", "semibold", max_lines=2)

    def update(self, seconds: float) -> Transition:
        asked = super().update(seconds)
        self.game.desk.my_class.poll()
        say = self.game.look.say
        for told, tone in self.exam.told:
            self.tell(say.say(told) if isinstance(told, Message) else told, tone)
        self.exam.told.clear()
        return asked

    def toggle_map(self) -> Transition:
        self.tell(self.game.look.say("myclass.exam_no_map"), "neutral")
        return None

    def next_event(self) -> Transition:
        if self.exam.untimed:
            return super().next_event()
        self.tell(self.game.look.say("myclass.exam_no_skip"), "bad")
        return None

    def finish(self) -> Transition:
        self.game.desk.my_class.look(now=True)
        below = self.game.stack[-2] if len(self.game.stack) > 1 else None
        if isinstance(below, PanelScene):
            below.tell(self.game.look.say("myclass.exam_over"), "good")
        return Pop()

    def leave_for_now(self) -> Transition:
        return Pop()

    def give_up(self) -> Transition:
        self.exam.abandon()
        return self.close()

    def leave(self) -> None:
        self.exam.leave()
