"""Looking back on a play, line by line: the self-debrief, the debrief, then whatever one asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from time import sleep

from simulator.console.commands import Command, Pick, language_of, parse, words_of
from simulator.console.lines import EndOfInput, Lines
from simulator.console.menu import Choice, Menu
from simulator.console.networks import film_menu
from simulator.console.own_words import OwnWords, decision_line
from simulator.console.tell.debrief import debrief_lines, evidence_line, fact_lines, played_lines, summary_lines
from simulator.console.tell.grading import checklist_lines, dimension_lines, guide_lines
from simulator.console.worlds import Worlds
from simulator.locale import phrasebook
from simulator.play.desk import Desk
from simulator.play.presenters.curve_rows import MarkRow
from simulator.play.review import Review
from simulator.play.session import Session
from simulator.scenario.library import UnknownScenario
from simulator.scenario.problem import ScenarioProblems

_WAIT = 0.05
"""Seconds between two looks at a report that is being written."""


class LookingBack:
    """The debrief of one play through `lines`; it gives the play that is asked for next, None for none."""

    def __init__(self, desk: Desk, review: Review, lines: Lines) -> None:
        self._desk = desk
        self._review = review
        self._lines = lines
        self._next: Session | None = None
        self._open: list[tuple[Callable[[], Menu | str | None], Menu]] = []
        self._speak()

    def after_play(self) -> Session | None:
        """First one's own words, then the debrief; who types no more hears all of it at once."""
        try:
            self._words.ask_all(words_of("quit", self._say))
            self._stay()
        except EndOfInput:
            if not self._open:
                self._lines.write_all(debrief_lines(self._review.view(), self._say))
        finally:
            self._close()
        return self._next

    def of_the_past(self) -> Session | None:
        """The debrief of a play that ended some time ago."""
        try:
            self._stay()
        finally:
            self._close()
        return self._next

    def _stay(self) -> None:
        self._lines.write_all(summary_lines(self._review.view(), self._say))
        self._show(self._main, self._main())
        while self._open and self._next is None:
            typed = self._lines.ask(self._say("console.prompt_back"))
            self._review.advance()
            self._obey(typed)

    def _close(self) -> None:
        self._review.close()
        self._lines.flush()

    def _obey(self, typed: str) -> None:
        match parse(typed, self._say):
            case Pick(number):
                self._pick(number)
            case Command("quit"):
                self._open.pop()
                self._read_again()
            case Command("status"):
                self._read_again()
            case Command("language", rest):
                self._change_language(rest)
            case _:
                self._lines.write(self._say("console.back_how"))

    def _pick(self, number: int) -> None:
        choices = self._open[-1][1].choices
        if 1 <= number <= len(choices):
            do = choices[number - 1].do
            self._show(do, do())
        else:
            self._lines.write(self._say("console.no_such_number", last=str(len(choices))))

    def _show(self, do: Callable[[], Menu | str | None], outcome: Menu | str | None) -> None:
        """Read out what `do` gave; numbers then pick from it, and leaving it comes back to the list before."""
        if isinstance(outcome, Menu):
            if outcome.choices:
                self._opened(outcome.again or do, outcome)
            self._lines.write_all(outcome.lines(self._say))
        elif outcome is not None:
            self._lines.write(outcome)
        elif self._next is None:
            self._lines.write(self._say("console.done"))

    def _opened(self, do: Callable[[], Menu | str | None], menu: Menu) -> None:
        for depth, (before, _) in enumerate(self._open):
            if before == do:
                del self._open[depth:]
                break
        self._open.append((do, menu))

    def _read_again(self) -> None:
        """The list that is open, as it is now."""
        if self._open:
            do, _ = self._open.pop()
            self._show(do, do())

    def _change_language(self, rest: str) -> None:
        language = language_of(rest)
        if language is None:
            self._lines.write(self._say("console.language_how"))
            return
        self._desk.set_language(language)
        self._review.set_language(language)
        self._speak()
        self._lines.write(self._say("console.language"))
        self._open = []
        self._show(self._main, self._main())

    def _speak(self) -> None:
        self._say = phrasebook(self._desk.settings.language)
        self._words = OwnWords(self._review, self._lines, self._say)
        self._worlds = Worlds(self._review, self._lines, self._say)

    def _main(self) -> Menu:
        view, say = self._review.view(), self._say
        entries: list[tuple[object, str, Callable[[], Menu | str | None]]] = [
            (True, say("console.back_worlds"), self._worlds.menu),
            (view.dimensions or view.evidence, say("console.back_points"), self._points),
            (view.facts, say("console.back_facts"), lambda: _text(fact_lines(self._review.view(), say))),
            (True, say("console.back_curve"), lambda: _text(played_lines(self._review.view(), say))),
            (view.curves, say("console.back_network"), self._film),
            (view.checklist, say("console.back_checklist"), lambda: _text(checklist_lines(self._review.view(), say))),
            (view.guide, say("console.back_guide"), self._guide),
            (view.questions or view.choices, say("console.back_words"), self._words.menu),
            (True, say("console.back_report"), self._report),
            (any(row.returns for row in view.choices), say("console.back_branch"), self._decisions),
            (view.scenario_id, say("console.back_same"), lambda: self._again(view.scenario_id, view.seed)),
            (view.scenario_id, say("console.back_other"), lambda: self._another(view.scenario_id, view.seed)),
            (True, say("console.back_summary"), lambda: _text(summary_lines(self._review.view(), say))),
        ]
        choices = tuple(Choice(text, do) for there, text, do in entries if there)
        return Menu((say("console.back"),), choices)

    def _film(self) -> Menu:
        """The map of the audience at its loudest, and hour by hour."""
        view, say = self._review.view(), self._say
        played = view.curves[0]
        loudest = MarkRow(played.peak_minute, say("console.network_peak", clock=played.peak_clock))
        return film_menu(self._review.network(), say, view.clocks, loudest)

    def _points(self) -> Menu:
        view = self._review.view()
        if not view.dimensions:
            return _text(evidence_line(row, self._say) for row in view.evidence)
        choices = tuple(
            Choice(
                self._say("console.dimension", name=row.name, value=row.value, band=row.band_name),
                partial(_text, tuple(dimension_lines(row, self._say))),
            )
            for row in view.dimensions
        )
        return Menu((self._say("console.points"),), choices)

    def _guide(self) -> Menu:
        guide = self._review.view().guide
        return _text(guide_lines(guide, self._say) if guide is not None else ())

    def _report(self) -> Menu:
        choices = tuple(
            Choice(self._say(code), partial(self._export, suffix))
            for code, suffix in (("console.report_html", ".html"), ("console.report_pdf", ".pdf"))
        )
        return Menu((self._say("console.report"),), choices)

    def _export(self, suffix: str) -> str:
        self._lines.write(self._say("console.report_begun"))
        self._lines.flush()
        self._review.export(suffix)
        while self._review.exporting is not None:
            sleep(_WAIT)
            self._review.advance()
        return self._review.told

    def _decisions(self) -> Menu:
        rows = [row for row in self._review.view().choices if row.returns]
        choices = tuple(Choice(decision_line(row, self._say), partial(self._branch, row.place)) for row in rows)
        return Menu((self._say("console.branch_where"),), choices)

    def _branch(self, place: int) -> None:
        self._next = self._review.branch(place)

    def _again(self, scenario_id: str, seed: int) -> str | None:
        return self._begin(lambda: self._desk.start(scenario_id, seed))

    def _another(self, scenario_id: str, seed: int) -> str | None:
        return self._begin(lambda: self._desk.start(scenario_id, self._desk.offered_seed(scenario_id, after=seed)))

    def _begin(self, start: Callable[[], Session]) -> str | None:
        """Play what `start` gives; the sentence of why not, where the scenario's file has been changed since."""
        try:
            self._next = start()
        except UnknownScenario as error:
            return self._say.say(error.message)
        except ScenarioProblems as error:
            first = error.problems[0]
            return self._say("desk.scenario_problem", place=str(first.place), problem=first.message)
        return None


def _text(lines: Iterable[str]) -> Menu:
    return Menu(tuple(lines))
