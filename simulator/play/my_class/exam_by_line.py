"""An exam for a front end that waits anyway: each command gives what the server says of it, each dialog its rows."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic, sleep
from typing import TypeVar

from pydantic import BaseModel

from simulator.locale import Message
from simulator.play.my_class.exam_session import ExamSession
from simulator.play.presenters.hindsight import GuideView
from simulator.submission.wire import exam_commands as commands
from simulator.submission.wire import exam_questions as questions
from simulator.submission.wire.exam import Outcome

T = TypeVar("T")
PATIENCE = 20.0
"""Wall seconds for an answer; after that an order waits in line, and goes out before the next."""


class ExamByLine(ExamSession):
    """The same exam; a command gives None when it is accepted, else the sentence of why not.

    `say` words a sentence in the player's language; `pause` lets seconds pass.
    """

    branched = None
    say: Callable[[Message], str]
    pause_for: Callable[[float], None] = staticmethod(sleep)

    def guide(self) -> GuideView | None:
        """How the exam is graded; None while the server does not say."""
        return self.fresh(questions.AskGuide(ask="guide"), GuideView, once=True)

    def catch_up(self) -> None:
        """Show the exam as it stands now."""
        self.line.look()
        self.advance(0.0)

    def _order(self, command: commands.Command) -> str | None:
        self._refusal: str | None = None
        self._is_answered = False
        super()._order(command)
        self._pass_on()
        self.catch_up()
        self.told.clear()
        lost = self.line.lost
        if not self._is_answered and lost is not None:
            rule = self.line.view.on_lost_connection
            told = self.say(Message("myclass.exam_lost", {"why": lost.why}))
            return told if rule is None else f"{told} {self.say(Message(f'myclass.exam_lost_{rule}'))}"
        return self._refusal

    def _taken(self, outcome: Outcome | Message) -> None:
        super()._taken(outcome)
        self._is_answered = True
        self._refusal = self.say(outcome) if isinstance(outcome, Message) else outcome.refusal

    def fresh(self, question: BaseModel, kind: type[T], *, once: bool = False) -> T | None:
        super().fresh(question, kind, once=once)
        self._pass_on()
        return super().fresh(question, kind, once=once)

    def _pass_on(self) -> None:
        """Have everything that is asked pass over the line, as long as there is patience."""
        latest = monotonic() + PATIENCE
        while (pause := self.line.speak()) is not None and monotonic() < latest:
            if pause:
                self.pause_for(pause)
        self.line.poll()
