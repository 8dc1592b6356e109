"""What is kept of plays: a journal while they go on and when they are interrupted, a file once they are over."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from simulator.engine.decision import Decision
from simulator.engine.events import DecisionMade
from simulator.engine.run import Run
from simulator.locale import Language, Message
from simulator.play.alert_threshold import AlertThreshold
from simulator.play.autosave import Autosave
from simulator.play.edition import Edition
from simulator.play.history import History
from simulator.play.journal import Journal
from simulator.play.journal_entries import Beginning
from simulator.play.rerun import CannotRerun, as_played
from simulator.play.resuming import check_engine, lived_again
from simulator.play.unfinished import Interrupted, Unfinished
from simulator.scenario.library import Library


@dataclass(frozen=True)
class Resumed:
    """A play that was taken up where it stood."""

    run: Run
    threshold: AlertThreshold
    edition: Edition
    journal: Journal
    autosave: Autosave


class Keeping:
    """The plays of one user: over (`history`) or `unfinished`, never both and never neither, whatever happens."""

    def __init__(self, library: Library, history: History, unfinished: Unfinished) -> None:
        self.history = history
        self._unfinished = unfinished
        self._library = library
        self._editions: dict[str, Edition] = {}
        """Of the scenarios of interrupted plays, by digest."""

    def begin(self, run: Run, edition: Edition, language: Language, branched: int | None) -> Autosave:
        """Save `run` from now on."""
        before: tuple[Decision, ...] = ()
        if branched is not None:
            before = tuple(event.decision for event in run.events if isinstance(event, DecisionMade))
        beginning = Beginning(
            scenario=run.scenario.id,
            scenario_digest=edition.loaded.digest,
            title=run.scenario.title,
            seed=run.seed,
            language=language,
            started=datetime.now().astimezone(),
            order=0,
            branched=branched,
            before=before,
        )
        return self._unfinished.begin(beginning, self.history.is_free)

    def interrupted(self, but: str = "") -> tuple[Interrupted, ...]:
        """Plays that were interrupted, the latest first; `but` is the one that goes on here.

        One whose file was written before its journal could go is over: the journal goes now.
        """
        found = []
        for one in self._unfinished.plays(but):
            if one.is_elsewhere or not self.history.has(one.name):
                found.append(one)
            else:
                self._unfinished.remove(one.name, self._unfinished.claimed(one.name)[1])
        return tuple(found)

    def edition(self, journal: Journal) -> Edition:
        """What an interrupted play is of. Raises CannotRerun, ScenarioProblems."""
        check_engine(journal)
        beginning = journal.beginning
        if beginning.scenario_digest not in self._editions:
            loaded = as_played(beginning.scenario, beginning.scenario_digest, self._library)
            self._editions[beginning.scenario_digest] = Edition(loaded)
        return self._editions[beginning.scenario_digest]

    def take_up(self, name: str) -> Resumed:
        """Live an interrupted play again, and save it from there. Raises CannotRerun, ScenarioProblems.

        Until it is lived again, nothing is changed on the disk.
        """
        if name not in {one.name for one in self.interrupted()}:
            raise CannotRerun(Message("desk.journal_gone"))
        found, claim = self._unfinished.claimed(name)
        try:
            if found.is_elsewhere:
                raise CannotRerun(Message("desk.journal_elsewhere"))
            if found.journal is None:
                raise CannotRerun(found.problem or Message("desk.journal_gone"))
            edition = self.edition(found.journal)
            run, threshold = lived_again(found.journal, edition.loaded.scenario)
        except BaseException:
            if claim is not None:
                claim.end()
            raise
        return Resumed(run, threshold, edition, found.journal, self._unfinished.go_on(name, found.journal, claim))

    def is_unfinished(self, name: str) -> bool:
        """Whether the play `name` goes on, here or elsewhere, or was interrupted."""
        return any(one.name == name for one in self.interrupted())

    def counts(self) -> Counter[str]:
        """How often each scenario was begun from its start."""
        begun = [one.journal.beginning for one in self.interrupted() if one.journal is not None]
        return self.history.counts() + Counter(one.scenario for one in begun if one.branched is None)
