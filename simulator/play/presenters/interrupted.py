"""Plays that were interrupted: the one to continue, and their rows among the plays of the past."""

from __future__ import annotations

from simulator.locale import Message, Phrasebook
from simulator.play.journal import Journal
from simulator.play.presenters.catalogue import accent
from simulator.play.presenters.pages import ContinueRow, PlayRow
from simulator.play.presenters.times import Times
from simulator.play.unfinished import Interrupted
from simulator.scenario.model import Scenario


def continue_row(one: Interrupted, journal: Journal, scenario: Scenario, phrases: Phrasebook) -> ContinueRow:
    """The play to continue, of the `scenario` in the reader's language."""
    taken = phrases("desk.interrupted_decisions", count=len(journal.decisions) + len(journal.beginning.before))
    saved = ""
    if one.when is not None:
        saved = phrases("desk.interrupted_when", date=phrases.date(one.when), clock=phrases.clock(one.when))
    return ContinueRow(
        play_id=one.name,
        heading=phrases("desk.interrupted"),
        title=scenario.title,
        label=phrases("desk.resume", moment=moment(journal, scenario, phrases)),
        detail=" · ".join(part for part in (taken, saved) if part),
        accent=accent(scenario),
    )


def interrupted_row(
    one: Interrupted, scenario: Scenario | None, problem: Message | None, phrases: Phrasebook
) -> PlayRow:
    """Its row among the plays of the past; `problem` says why it cannot be resumed, if so."""
    journal = one.journal
    beginning = journal.beginning if journal is not None else None
    return PlayRow(
        play_id=one.name,
        title=scenario.title if scenario is not None else beginning.title if beginning is not None else one.name,
        date=phrases.date(one.when) if one.when is not None else "",
        seed=phrases("play.seed", seed=str(beginning.seed)) if beginning is not None else "",
        state=_state(one, scenario, problem, phrases),
        accent=accent(scenario) if scenario is not None else 0,
        mark=phrases("desk.mark_resume") if scenario is not None and not one.is_elsewhere else "",
        is_unfinished=True,
        scenario_id=scenario.id if scenario is not None else "",
    )


def moment(journal: Journal, scenario: Scenario, phrases: Phrasebook) -> str:
    """The hour of the scenario at which the play stands: `mar. 14 h 51`."""
    return Times(scenario.start, phrases).dated(journal.minute)


def _state(one: Interrupted, scenario: Scenario | None, problem: Message | None, phrases: Phrasebook) -> str:
    if one.is_elsewhere:
        return phrases("desk.state_elsewhere")
    if problem is not None or one.journal is None or scenario is None:
        return phrases.say(problem or one.problem or Message("desk.journal_gone"))
    return phrases("desk.state_interrupted", moment=moment(one.journal, scenario, phrases))
