"""Interrupted plays as the player reads of them: which to continue, what stands among the plays of the past."""

from __future__ import annotations

from simulator.durable import reason_of
from simulator.locale import Language, Message, phrasebook
from simulator.play.journal import Journal
from simulator.play.keeping import Keeping
from simulator.play.presenters.interrupted import continue_row, interrupted_row, moment
from simulator.play.presenters.pages import ContinueRow, PlayRow
from simulator.play.rerun import CannotRerun
from simulator.play.unfinished import Interrupted
from simulator.scenario.model import Scenario
from simulator.scenario.problem import ScenarioProblems


class Interruptions:
    """What `keeping` holds of plays that are not over; `but` names the one that goes on here."""

    def __init__(self, keeping: Keeping) -> None:
        self._keeping = keeping

    def latest(self, language: Language, scenario_id: str | None = None, but: str = "") -> ContinueRow | None:
        """The play that was interrupted last and can be resumed here, of one scenario if asked; None where none can."""
        for one in self._keeping.interrupted(but):
            wanted = one.journal is not None and scenario_id in (None, one.journal.beginning.scenario)
            if one.journal is not None and wanted and not one.is_elsewhere:
                scenario, _ = self._scenario(one, language)
                if scenario is not None:
                    return continue_row(one, one.journal, scenario, phrasebook(language))
        return None

    def rows(self, language: Language, but: str = "") -> tuple[PlayRow, ...]:
        """All of them, the latest first; those that cannot be resumed say why."""
        rows = []
        for one in self._keeping.interrupted(but):
            scenario, problem = self._scenario(one, language)
            rows.append(interrupted_row(one, scenario, problem, phrasebook(language)))
        return tuple(rows)

    def elsewhere(self, language: Language, but: str) -> Message | None:
        """That a play goes on in another instance of the game, if one does."""
        for one in self._keeping.interrupted(but):
            if one.is_elsewhere and one.journal is not None:
                scenario, _ = self._scenario(one, language)
                title = scenario.title if scenario is not None else one.journal.beginning.title
                return Message("desk.play_elsewhere", {"title": title})
        return None

    def loss(self, journal: Journal, scenario: Scenario, language: Language) -> Message | None:
        """What was lost of a play that is taken up, if anything."""
        if not journal.loss:
            return None
        return Message(f"desk.journal_{journal.loss}", {"moment": moment(journal, scenario, phrasebook(language))})

    def _scenario(self, one: Interrupted, language: Language) -> tuple[Scenario | None, Message | None]:
        """The scenario of a play in `language`, or why there is none."""
        if one.journal is None:
            return None, one.problem
        try:
            return self._keeping.edition(one.journal).scenario(language), None
        except CannotRerun as error:
            return None, error.message
        except ScenarioProblems as error:
            first = error.problems[0]
            return None, Message("desk.scenario_problem", {"place": str(first.place), "problem": first.message})


def unsaved(trouble: OSError) -> Message:
    """That the disk does not take what is decided."""
    return Message("desk.play_unsaved", {"reason": reason_of(trouble)})
