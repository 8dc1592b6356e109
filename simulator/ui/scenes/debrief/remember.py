"""What to remember: three things, the checklist to print, and one's own words, which are never graded."""

from __future__ import annotations

from collections.abc import Callable, Hashable

import pygame

from simulator.play.presenters.hindsight import ChoiceRow
from simulator.play.words import Words
from simulator.ui.scene import Transition
from simulator.ui.scenes.debrief.overview import TWO_COLUMNS
from simulator.ui.scenes.debrief.page import Page
from simulator.ui.spots import Command
from simulator.ui.widgets import debrief_cards
from simulator.ui.widgets.checklist import paint_checklist
from simulator.ui.widgets.choice_row import paint_choice
from simulator.ui.widgets.controls import button, button_width
from simulator.ui.widgets.painter import Painter

_ANSWERS = ("decided", "why", "change")
_IDLE = 1.5
"""Seconds without a key after which what was written is kept."""


class RememberPage(Page):
    """On the left what the play teaches, on the right what the student writes."""

    name = "remember"
    _place: int | None = None
    _quiet = 0.0
    _pending: Words | None = None

    def state(self) -> Hashable:
        return self.scene.writing.state(), self._place

    def paint(self, painter: Painter, x: int, y: int, width: int) -> None:
        gap = painter.px(14)
        if painter.look.points[0] < TWO_COLUMNS:
            y = self._lessons(painter, x, y, width)
            self._words(painter, x, y, width)
            return
        wide = round((width - gap) * 0.5)
        self._lessons(painter, x, y, wide)
        self._words(painter, x + wide + gap, y, width - wide - gap)

    def _lessons(self, painter: Painter, x: int, y: int, width: int) -> int:
        view, gap = self.view, painter.px(14)
        y = debrief_cards.takeaways(painter, view, x, y, width)
        y = debrief_cards.next_time(painter, view, x, y, width)
        if view.checklist:
            y = paint_checklist(painter, view.checklist, x, y, width) + gap
        return painter.card(x, y, width, self._report) + gap

    def _report(self, on: Painter, x: int, y: int, room: int) -> int:
        """The report, to print or to send."""
        say, theme = on.look.say, on.look.theme
        y = on.caption(x, y, say("ui.report"), room).bottom + on.px(2)
        y = on.text(x, y, say("ui.report_lead"), room, "small", colour=theme.muted).bottom + on.px(8)
        left, height = x, on.px(30)
        for name, code, icon, suffix in (
            ("report pdf", "ui.report_pdf", "file_pdf_box", ".pdf"),
            ("report html", "ui.report_html", "web", ".html"),
        ):
            wide = min(room, button_width(on, say(code), "", icon))
            if left + wide > x + room and left > x:
                left, y = x, y + height + on.px(6)
            area = pygame.Rect(left, y, wide, height)
            button(on, area, say(code), name, self._export(suffix), icon=icon, group="report")
            left += wide + on.px(8)
        y += height
        if self.view.digest:
            told = say("ui.digest", digest=self.view.digest)
            y = on.text(x, y + on.px(8), told, room, "small", colour=theme.faint).bottom
        return y

    def _words(self, painter: Painter, x: int, y: int, width: int) -> int:
        view, gap = self.view, painter.px(14)
        if view.questions:
            y = painter.card(x, y, width, self._answers) + gap
        if view.choices:
            y = painter.card(x, y, width, self._notes) + gap
        return y

    def _answers(self, on: Painter, x: int, y: int, room: int) -> int:
        say, theme, words = on.look.say, on.look.theme, self.scene.review.words
        y = on.caption(x, y, say("ui.own_words"), room).bottom + on.px(2)
        y = on.text(x, y, say("ui.never_graded"), room, "small", colour=theme.muted).bottom + on.px(8)
        texts = (words.decided, words.why, words.change)
        for name, question, text in zip(_ANSWERS, self.view.questions, texts, strict=False):
            y = on.text(x, y, question, room, weight="semibold").bottom + on.px(4)
            y = self.scene.writing.paint(on, x, y, room, f"words {name}", text, 2, say("ui.write_here")) + on.px(6)
        return y - on.px(6)

    def _notes(self, on: Painter, x: int, y: int, room: int) -> int:
        say, theme = on.look.say, on.look.theme
        y = on.caption(x, y, say("ui.words_at_decisions"), room).bottom + on.px(2)
        y = on.text(x, y, say("ui.words_at_lead"), room, "small", colour=theme.muted).bottom + on.px(6)
        for choice in self.view.choices:
            is_open = choice.place == self._place
            row = (x - on.px(6), y, room + on.px(12))
            y = paint_choice(on, choice, *row, is_open, self._choose(choice.place), self._note(choice)) + on.px(2)
            if choice.words and not is_open:
                left = x + on.px(6)
                y = on.text(left, y, choice.words, room - on.px(12), "small", colour=theme.muted, max_lines=3).bottom
                y += on.px(6)
        return y

    def _note(self, choice: ChoiceRow) -> Callable[[Painter, int, int, int], int]:
        """The field under a decision."""

        def inside(on: Painter, x: int, y: int, width: int) -> int:
            text, hint = self.scene.review.words.note(choice.place), on.look.say("ui.write_here")
            return self.scene.writing.paint(on, x, y, width, f"note {choice.place}", text, 2, hint)

        return inside

    # keeping what was written

    @property
    def _written(self) -> Words:
        writing, kept = self.scene.writing, self.scene.review.words
        answers = {name: writing.text(f"words {name}", getattr(kept, name)) for name in _ANSWERS}
        words = Words(notes=kept.notes, **answers)
        for choice in self.view.choices:
            words = words.with_note(choice.place, writing.text(f"note {choice.place}", kept.note(choice.place)))
        return words

    def update(self, seconds: float) -> None:
        if not self.scene.writing.is_on:
            return
        written = self._written
        if written != self._pending:
            self._pending, self._quiet = written, 0.0
        self._quiet += seconds
        if self._quiet >= _IDLE and written != self.scene.review.words:
            self._quiet = -60.0
            self._keep(written)

    def left(self) -> str | None:
        written = self._written
        return self._keep(written) if written != self.scene.review.words else None

    def _keep(self, words: Words) -> str | None:
        refusal = self.scene.review.write(words)
        if refusal is not None:
            self.scene.tell(refusal, "bad")
        return refusal

    # commands

    def _choose(self, place: int) -> Command:
        def choose() -> Transition:
            self.left()
            self._place = None if self._place == place else place
            self.scene.look_again()
            if self._place is not None:
                self.scene.arrange()
                self.scene.focus_on(f"note {place}")
            return None

        return choose

    def _export(self, suffix: str) -> Command:
        return lambda: self.scene.export(suffix)
