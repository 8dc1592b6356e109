"""The outrage at which the cell is alerted by itself, set in quiet times."""

from __future__ import annotations

from simulator.engine.decision import AlertCell
from simulator.engine.run import Run
from simulator.locale import Message
from simulator.play.presenters.notices import Remark
from simulator.play.presenters.rows import NoticeTone

LEVELS = (20, 35, 50, 65, 80)
"""Outrage, 0..100, between the words that the gauge calls it by."""


class AlertThreshold:
    """What the student set, None for nothing, and what has been told of it. The run knows of no threshold.

    When it is reached, the cell is alerted as if the student had done so at that minute: in the replay, and so for the
    grade, it is that decision.
    """

    def __init__(self) -> None:
        self.level: int | None = None
        self.remarks: list[Remark] = []

    def set(self, level: int | None, run: Run) -> Message | None:
        """Alert from `level` on, or no more; else why not: a threshold that is passed already would tell nothing."""
        if level is not None and run.state.outrage[-1] >= 10 * level:
            return Message("play.threshold_passed")
        if level != self.level:
            self.level = level
            code = "play.notice_threshold_off" if level is None else "play.notice_threshold_set"
            self._tell(run, Message(code, {"level": level or 0}))
        return None

    def look(self, run: Run) -> bool:
        """Whether outrage stands at the threshold or over it, at a minute just played: it is told, once, and spent."""
        if self.level is None or run.finished or run.state.outrage[-1] < 10 * self.level:
            return False
        alerts = run.can_decide(AlertCell(run.minute))
        code = "play.notice_threshold_alerts" if alerts else "play.notice_threshold_reached"
        self._tell(run, Message(code, {"level": self.level}), "bad")
        self.level = None
        return True

    def _tell(self, run: Run, message: Message, tone: NoticeTone = "neutral") -> None:
        self.remarks.append(Remark(run.minute, len(run.events), message, tone))
