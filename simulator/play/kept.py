"""A play that is over, as the desk keeps it: its file, how it stands among the others, and playing on from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from simulator.debrief.challenge import Challenge
from simulator.debrief.timeline import decisions_of
from simulator.engine.replay import recorded
from simulator.engine.run import Run
from simulator.locale import Language
from simulator.play.autosave import Autosave
from simulator.play.edition import Edition
from simulator.play.history import History, Play, Result
from simulator.play.words import Words

if TYPE_CHECKING:
    from simulator.play.session import Session

PlayOn = Callable[[Run, Edition], "Session"]
"""Gives a play of a run that has begun."""
Standing = Callable[[Language], str]
"""Where a play stands among those of a class, in a sentence or two; "" while that is not known."""


class Kept:
    """A play that is over. Its `play_id` is "" until the disk has taken it.

    `is_playable`: whether its scenario is still there to be played again. `in_class` is None unless it was played for a
    class. `autosave` has its journal, which goes once
    the file is written, never before.
    """

    def __init__(
        self,
        play: Play,
        run: Run,
        edition: Edition,
        history: History,
        play_on: PlayOn,
        *,
        autosave: Autosave | None = None,
        is_playable: bool = True,
        in_class: Standing | None = None,
    ) -> None:
        self.play = play
        self.in_class = in_class
        self.is_playable = is_playable
        self.challenged: tuple[Challenge, bool] | None = None
        """The challenge set before the play, and whether it was met; None where there was none."""
        self.run = run
        self.edition = edition
        self._history = history
        self._play_on = play_on
        self._autosave = autosave

    def keep(self) -> None:
        """Write the play's file. Raises OSError when the disk refuses."""
        name = self._autosave.name if self._autosave is not None else ""
        path = self._history.keep(recorded(self.run), self.play, name)
        self.play = replace(self.play, play_id=path.stem)
        if self._autosave is not None:
            self._autosave.remove()

    def write(self, words: Words) -> None:
        """Have the student's words kept in the play's file. Raises BadPlayFile and OSError; they are known anyway."""
        self.play = replace(self.play, words=words)
        if self.play.play_id:
            self._history.write(self.play.play_id, words)
        else:
            self.keep()

    def ranked(self) -> tuple[Play, ...]:
        """The ranked plays of the same scenario, the earliest first."""
        return self._history.ranked(self.play.scenario_id)

    def play_on(self, place: int) -> Session:
        """A play that stands just before the decision at `place` (from 0). IndexError if there is none."""
        decisions = decisions_of(self.run)
        again = Run(self.run.scenario, self.run.seed)
        for decision in decisions[:place]:
            again.advance_to(decision.minute)
            again.decide(decision)
        again.advance_to(decisions[place].minute)
        return self._play_on(again, self.edition)


def described(session: Session) -> Play:
    """A play that has just ended, before the disk has it."""
    run, card = session.run, session.card
    abandoned = run.state.abandoned
    graded = run.scenario.scored and not abandoned
    return Play(
        play_id="",
        scenario_id=run.scenario.id,
        title=run.scenario.title,
        seed=run.seed,
        when=datetime.now().astimezone(),
        language=session.language,
        abandoned=abandoned,
        result=Result(card.overall, card.reactivity, card.transparency, card.tone, card.band) if graded else None,
        branched=session.branched,
    )
