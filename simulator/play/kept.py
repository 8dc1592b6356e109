"""A play that is over, as the desk keeps it: its file, how it stands among the others, and playing on from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from simulator.debrief.challenge import Challenge
from simulator.debrief.timeline import decisions_of
from simulator.engine.replay import recorded
from simulator.engine.run import Run
from simulator.play.edition import Edition
from simulator.play.history import History, Play
from simulator.play.words import Words

if TYPE_CHECKING:
    from simulator.play.session import Session

PlayOn = Callable[[Run, Edition], "Session"]
"""Gives a play of a run that has begun."""


class Kept:
    """A play that is over. Its `play_id` is "" until the disk has taken it.

    `is_playable`: whether its scenario is still there to be played again.
    """

    def __init__(
        self, play: Play, run: Run, edition: Edition, history: History, play_on: PlayOn, *, is_playable: bool = True
    ) -> None:
        self.play = play
        self.is_playable = is_playable
        self.challenged: tuple[Challenge, bool] | None = None
        """The challenge set before the play, and whether it was met; None where there was none."""
        self.run = run
        self.edition = edition
        self._history = history
        self._play_on = play_on

    def keep(self) -> None:
        """Write the play's file. Raises OSError when the disk refuses."""
        path = self._history.keep(recorded(self.run), self.play)
        self.play = replace(self.play, play_id=path.stem)

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
