"""An exam, line by line: the same commands, on a run that lives on the server."""

from __future__ import annotations

from time import monotonic
from typing import cast

from simulator.console.commands import Command, parse
from simulator.console.game import Game
from simulator.console.lines import EndOfInput, Lines
from simulator.console.menu import Choice, Menu
from simulator.console.wall import Wall
from simulator.play.desk import Desk
from simulator.play.my_class.exam_by_line import ExamByLine
from simulator.play.presenters.post_rows import FeedFilter
from simulator.play.session import Session

_WITHOUT = ("network", "pause")
"""Commands that an exam has not."""


class ExamGame(Game):
    """Every card, dialog and decision of a play; no pause, no map, no debrief at its end."""

    def __init__(self, desk: Desk, exam: ExamByLine, lines: Lines) -> None:
        exam.say = lambda message: self._say.say(message)
        self._exam = exam
        # an exam answers all that the console asks of a session, but for what this class does in another way
        super().__init__(desk, cast(Session, exam), lines, Wall(monotonic))

    def play(self) -> Session | None:
        """To the end of the exam, or until one leaves it; there is nothing to play after it."""
        try:
            self._begin()
            while not (self._exam.finished or self._left):
                self._turn()
        except (EndOfInput, KeyboardInterrupt) as end:
            self._leave()
            if isinstance(end, KeyboardInterrupt):
                raise
        finally:
            self._exam.leave()
            self._tell_end()
        return None

    def _turn(self) -> None:
        self._exam.catch_up()
        super()._turn()

    def _obey(self, typed: str) -> None:
        self._exam.catch_up()
        match parse(typed, self._say):
            case Command(name, _) if name in _WITHOUT:
                self._lines.write(self._say("myclass.exam_no_map" if name == "network" else "ui.no_pause"))
            case Command("next", _) if not self._exam.untimed:
                self._lines.write(self._say("myclass.exam_no_skip"))
            case _:
                if not self._exam.finished:
                    super()._obey(typed)

    def _leaving(self) -> Menu:
        say = self._say
        choices = (
            Choice(say("console.leave_for_now"), self._leave),
            Choice(say("console.stay"), lambda: Menu((say("console.stayed"),))),
            Choice(say("myclass.exam_hand_in"), self._exam.abandon),
        )
        rule = self._exam.line.view.on_lost_connection
        return Menu((say("myclass.exam_leave_tip" if rule is None else f"myclass.exam_leave_tip_{rule}"),), choices)

    def _leave(self) -> None:
        self._left = True

    def _change_language(self, rest: str) -> None:
        super()._change_language(rest)
        self._exam.catch_up()

    def _tell_end(self) -> None:
        if self._exam.finished:
            self._lines.write(self._say("myclass.exam_over"))
        else:
            clock = self._exam.crisis(FeedFilter()).header.clock
            self._lines.write(self._say("myclass.exam_left", clock=clock))
        self._lines.flush()
