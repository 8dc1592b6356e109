"""The what-ifs as lists: those that are lived, those one can ask for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from simulator.console.lines import Lines
from simulator.console.menu import Choice, Menu
from simulator.console.own_words import decision_line
from simulator.console.tell.debrief import world_line, world_lines
from simulator.locale import Phrasebook
from simulator.play.presenters.hindsight import ChoiceRow, CurveRow
from simulator.play.review import Review

_SHARES = 4
"""How often one is told how far it has come while one waits."""


class Worlds:
    """What would have been, with one decision changed."""

    def __init__(self, review: Review, lines: Lines, say: Phrasebook) -> None:
        self._review = review
        self._lines = lines
        self._say = say

    def menu(self) -> Menu:
        """Each what-if in one line, with its interval when it is known and its progress until then.

        What comes and goes stands last, so that a number means the same from one reading to the next.
        """
        view = self._review.view()
        others = [curve for curve in view.curves if curve.kind != "play"]
        heading = (self._say("console.worlds"),)
        choices = []
        if any(row.alternatives for row in view.choices):
            choices.append(Choice(self._say("console.do_ask"), self.decisions))
        choices += [Choice(world_line(curve, self._say), self._reading(curve)) for curve in others]
        if any(curve.done < 1 for curve in others):
            choices.append(Choice(self._say("console.do_finish"), self._finish))
        return Menu(heading, tuple(choices), view.note)

    def decisions(self) -> Menu:
        """The decisions, to change one of them."""
        rows = [row for row in self._review.view().choices if row.alternatives]
        choices = tuple(Choice(decision_line(row, self._say), self._changing(row)) for row in rows)
        return Menu((self._say("console.ask_which"),), choices)

    def _changing(self, row: ChoiceRow) -> Callable[[], Menu]:
        heading = (decision_line(row, self._say), self._say("console.ask_instead"))
        choices = tuple(Choice(other.text, self._asking(other.key)) for other in row.alternatives)
        return lambda: Menu(heading, choices)

    def _asking(self, key: str) -> Callable[[], Menu]:
        def ask() -> Menu:
            self._review.ask(key)
            self._review.advance()
            worlds = self.menu()
            return replace(worlds, heading=(self._say("console.asked"), *worlds.heading), again=self.menu)

        return ask

    def _reading(self, curve: CurveRow) -> Callable[[], Menu]:
        return lambda: Menu(tuple(world_lines(curve, self._review.view(), self._say)))

    def _finish(self) -> str:
        told = 0

        def progress(done: int, runs: int) -> None:
            nonlocal told
            share = _SHARES * done // max(runs, 1)
            if share > told:
                told = share
                self._lines.write(self._say("console.finishing", percent=str(100 * share // _SHARES)))
                self._lines.flush()

        self._review.finish(progress)
        return self._say("console.finished")
