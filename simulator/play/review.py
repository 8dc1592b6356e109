"""A play looked back on: its debrief, its what-ifs, the student's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine.run import Run
from simulator.locale import Language
from simulator.play.edition import Edition
from simulator.play.presenters.debrief import debrief
from simulator.play.presenters.hindsight import DebriefView
from simulator.play.what_ifs import WhatIfs
from simulator.play.words import Words
from simulator.scoring import score
from simulator.scoring.of_run import record_of

if TYPE_CHECKING:
    from simulator.play.session import Session


class CannotReview(Exception):
    """A play of the past that cannot be looked back on; `sentence` says why, in the player's language."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class Review:
    """The debrief of a play that is over. `revision` rises when what `view` shows may have changed."""

    def __init__(self, run: Run, edition: Edition, language: Language, what_ifs: WhatIfs | None = None) -> None:
        self.revision = 0
        self.words = Words()
        self.told = ""
        self.exporting: float | None = None
        self.run = run
        self.edition = edition
        self._what_ifs = what_ifs
        self._card = score(record_of(run))
        self.set_language(language)

    def view(self) -> DebriefView:
        """Everything the debrief shows."""
        asked = self._what_ifs.asked if self._what_ifs else ()
        return debrief(self._telling, self._card, [one.what_if for one in asked if one.what_if])

    def set_language(self, language: Language) -> None:
        """Tell the play in `language`."""
        self._telling = self.edition.telling(self.run, language)
        self.revision += 1

    def advance(self) -> None:
        """Take in what the background has done: called each frame."""

    def ask(self, key: str) -> None:
        """Begin another what-if: `key` is that of an `AlternativeRow`."""

    def write(self, words: Words) -> str | None:
        """Keep the student's own words; the sentence of why not, where the disk refuses."""

    def export(self, suffix: str) -> None:
        """Begin to write the report, ".html" or ".pdf"; `exporting` is its progress, `told` what came of it."""

    def branch(self, place: int) -> Session:
        """Play on from before the decision `place` (from 0); such a play is kept, but not ranked."""
        raise NotImplementedError

    def close(self) -> None:
        """Stop what goes on in the background."""
