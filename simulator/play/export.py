"""A report written in the background, so that the window never stands still."""

from __future__ import annotations

import signal
from concurrent.futures import Future, ProcessPoolExecutor
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path

from simulator.durable import reason_of, write_durably
from simulator.locale import Language, Message
from simulator.play.crew import uninterrupted
from simulator.play.presenters.hindsight import DebriefView


class Export:
    """Writes the report of `view` to `file`, whole or not at all, in a process of its own.

    Raises OSError where no process can be started. Nobody need wait for it: it is written even if nobody looks.
    """

    def __init__(self, view: DebriefView, language: Language, file: Path) -> None:
        self._file = file
        self._pool = ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=_undisturbed)
        with uninterrupted():
            self._steps: tuple[Future[None], ...] = (
                self._pool.submit(_prepare, file.suffix),
                self._pool.submit(_write, view, language, file),
            )
        self._pool.shutdown(wait=False)

    @property
    def done(self) -> float:
        """How much of it is done, 0..1: the charting library is ready, the file is written."""
        return sum(step.done() for step in self._steps) / len(self._steps)

    @property
    def told(self) -> Message:
        """What came of it, once all is done."""
        for step in self._steps:
            error = step.exception()
            if isinstance(error, OSError):
                return Message("desk.report_refused", {"file": str(self._file), "reason": reason_of(error)})
            if error is not None:
                return Message("desk.report_broken")
        return Message("desk.report_written", {"file": str(self._file)})


def _undisturbed() -> None:
    """Whoever interrupts the game still wants the report that was asked for."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _prepare(suffix: str) -> None:
    """Load what takes long to load."""
    from simulator.pages.formats import prepare

    import_module("simulator.play.report")
    prepare(suffix)


def _write(view: DebriefView, language: Language, file: Path) -> None:
    from simulator.play.report import document

    write_durably(file, document(view, language, file.suffix))
