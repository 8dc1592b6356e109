"""An interrupted play lived again up to the minute it had reached."""

from __future__ import annotations

from simulator.engine.decision import Decision
from simulator.engine.refusal import Refusal
from simulator.engine.replay import ENGINE_VERSION
from simulator.engine.run import Run
from simulator.locale import Message
from simulator.play.alert_threshold import AlertThreshold
from simulator.play.journal import Journal
from simulator.play.journal_entries import Reached, ThresholdSet
from simulator.play.rerun import CannotRerun
from simulator.scenario.model import Scenario


class CannotResume(Exception):
    """A play that cannot be taken up; `sentence` says why, in the player's language. Its journal is kept."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def check_engine(journal: Journal) -> None:
    """Raises CannotRerun where the play was begun with another engine."""
    theirs = journal.beginning.engine_version
    if theirs != ENGINE_VERSION:
        arguments = {"theirs": str(theirs), "ours": str(ENGINE_VERSION)}
        raise CannotRerun(Message("desk.journal_other_engine", arguments))


def lived_again(journal: Journal, scenario: Scenario) -> tuple[Run, AlertThreshold]:
    """The run of `journal` at its last minute, of the scenario that it was begun with, and its alert threshold.

    Raises CannotRerun at the first minute that is not as it was played.
    """
    beginning = journal.beginning
    run, threshold = Run(scenario, beginning.seed), AlertThreshold()
    for decision in beginning.before:
        _decide(run, threshold, decision)
    run.advance_to(beginning.branched or 0)
    for entry in journal.entries:
        if isinstance(entry, Decision):
            _decide(run, threshold, entry)
        elif isinstance(entry, ThresholdSet):
            threshold.set(entry.level, run)
        elif isinstance(entry, Reached):
            _go_to(run, threshold, entry.minute)
            if run.minute != entry.minute or "".join(run.ticks[-1]) != entry.tick:
                raise _differs(entry.minute)
    return run, threshold


def _go_to(run: Run, threshold: AlertThreshold, minute: int) -> None:
    """Play each minute up to `minute`; the alert that the threshold gave in one is a decision of the journal."""
    while run.minute < minute and not run.finished:
        run.advance_to(run.minute + 1)
        threshold.look(run)


def _decide(run: Run, threshold: AlertThreshold, decision: Decision) -> None:
    _go_to(run, threshold, decision.minute)
    try:
        if run.minute != decision.minute:
            raise _differs(decision.minute)
        run.decide(decision)
    except Refusal:
        raise _differs(decision.minute) from None


def _differs(minute: int) -> CannotRerun:
    return CannotRerun(Message("desk.journal_differs", {"elapsed": f"T+{minute // 60}:{minute % 60:02d}"}))
