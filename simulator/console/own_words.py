"""The student's own words: the self-debrief before the grades, and notes at decisions. They are never graded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from simulator.console.lines import Lines
from simulator.console.menu import Choice, Menu
from simulator.locale import Phrasebook
from simulator.play.presenters.hindsight import ChoiceRow
from simulator.play.review import Review
from simulator.play.words import Words

ERASE = "-"
_ANSWERS: tuple[Callable[[Words, str], Words], ...] = (
    lambda words, text: replace(words, decided=text),
    lambda words, text: replace(words, why=text),
    lambda words, text: replace(words, change=text),
)


class OwnWords:
    """Asks for words and keeps them with the play."""

    def __init__(self, review: Review, lines: Lines, say: Phrasebook) -> None:
        self._review = review
        self._lines = lines
        self._say = say

    def ask_all(self, leave: tuple[str, ...]) -> None:
        """The self-debrief: each question may be left empty, one of the words in `leave` skips the rest."""
        view = self._review.view()
        words = self._review.words
        if not view.questions:
            return
        self._lines.write(self._say("console.self_debrief"))
        for question, answered in zip(view.questions, _ANSWERS, strict=False):
            self._lines.write(question)
            typed = self._lines.ask(self._say("console.prompt"))
            self._review.advance()
            if typed.casefold() in leave:
                break
            words = answered(words, typed)
        if words != self._review.words:
            self._tell(self._review.write(words))

    def menu(self) -> Menu:
        """What was written so far, and what can be written."""
        view = self._review.view()
        said = (view.words.decided, view.words.why, view.words.change)
        heading = [self._say("console.own_words")]
        choices = []
        for question, text, answered in zip(view.questions, said, _ANSWERS, strict=False):
            heading.append(f"{question} {text or self._say('console.nothing_written')}")
            choices.append(Choice(self._say("console.do_answer", question=question), self._answering(answered)))
        noted = [row for row in view.choices if row.words]
        heading += [self._say("console.noted", clock=row.clock, text=row.text, words=row.words) for row in noted]
        if view.choices:
            choices.append(Choice(self._say("console.do_note"), self.notes))
        return Menu(tuple(heading), tuple(choices))

    def notes(self) -> Menu:
        """The decisions, to note something at one."""
        rows = self._review.view().choices
        heading = (self._say("console.note_where"),)
        return Menu(heading, tuple(Choice(decision_line(row, self._say), self._noting(row.place)) for row in rows))

    def _answering(self, answered: Callable[[Words, str], Words]) -> Callable[[], str | None]:
        return lambda: self._write(lambda text: answered(self._review.words, text))

    def _noting(self, place: int) -> Callable[[], str | None]:
        return lambda: self._write(lambda text: self._review.words.with_note(place, text))

    def _write(self, changed: Callable[[str], Words]) -> str | None:
        typed = self._lines.ask(self._say("console.prompt_words"))
        if not typed:
            return self._say("console.words_unchanged")
        return self._review.write(changed("" if typed == ERASE else typed))

    def _tell(self, refusal: str | None) -> None:
        self._lines.write(refusal or self._say("console.words_kept"))


def decision_line(row: ChoiceRow, say: Phrasebook) -> str:
    """A decision with its hour."""
    return say("console.decision", clock=row.clock, text=row.text)
