"""My class: joining one, or what it is set and what became of one's plays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from simulator.play.presenters.class_rows import AssignmentRow, ClassView, QueueRow, Tone
from simulator.ui.scene import Push, Transition
from simulator.ui.scenes.focus_keys import ENTER
from simulator.ui.scenes.my_class.join_form import JoinForm, checkbox
from simulator.ui.scenes.my_class.warning import ExamWarning
from simulator.ui.scenes.resuming import ResumingScene
from simulator.ui.scenes.shell import ShellScene
from simulator.ui.scenes.writing import Writing
from simulator.ui.spots import Command
from simulator.ui.widgets.class_cards import AssignmentDeeds, paint_assignment, paint_queued, told, toned
from simulator.ui.widgets.controls import button, button_width
from simulator.ui.widgets.painter import Painter

if TYPE_CHECKING:
    from simulator.ui.app import Game

_TWO_COLUMNS = 780
"""Points of the page that have room for two columns."""
_SECOND = 1.0


class ClassScene(ShellScene):
    """The page, asked anew when something changed and once a second while something waits."""

    page = "class"
    first_focus = "page class"

    def __init__(self, game: Game) -> None:
        super().__init__(game)
        self.writing = Writing(self)
        self.form = JoinForm(self)
        self.view: ClassView = game.desk.class_view()
        self.leaving = False
        self.team = ""
        """The assignment whose field of a team's names is open."""
        self._asked_of = -1
        self._since = 0.0
        if not self.view.name:
            self.focus = "field address"

    def refresh(self) -> None:
        super().refresh()
        self.ask()

    def ask(self) -> None:
        """Take the page as it is now."""
        was_in = bool(self.view.name)
        self.view = self.game.desk.class_view()
        self._asked_of, self._since = self.game.desk.my_class.revision, 0.0
        if bool(self.view.name) != was_in:
            self.writing.forget()
            self.focus = "refresh" if self.view.name else "field address"

    def update(self, seconds: float) -> Transition:
        asked = super().update(seconds)
        if asked is not None:
            return asked
        self.writing.pass_time(seconds)
        mine = self.game.desk.my_class
        mine.look()
        self._since += seconds
        if mine.revision != self._asked_of or (self.view.unsent and self._since >= _SECOND):
            self.ask()
        return None

    # painting

    def compose(self) -> None:
        super().compose()
        look = self.game.look
        shown = (self.view, self.leaving, self.team, self.form.state(), self.writing.state(), look.settings.language)
        paint = self._paint_in if self.view.name else self._paint_out
        self.show("class", self.content, shown, paint, look.theme.ink, True)

    def _paint_out(self, painter: Painter) -> None:
        left = painter.px(28)
        room = painter.width - 2 * left
        y = self.title(painter, left, painter.px(26), painter.look.say("myclass.title"), room) + painter.px(14)
        self.form.paint(painter, left, y, room)
        painter.reach(painter.bottom + painter.px(24))

    def _paint_in(self, painter: Painter) -> None:
        say, view = painter.look.say, self.view
        left, gap = painter.px(28), painter.px(14)
        room = painter.width - 2 * left
        label = say("myclass.refresh")
        wide = button_width(painter, label, "", "refresh")
        area = pygame.Rect(left + room - wide, painter.px(28), wide, painter.px(32))
        button(painter, area, label, "refresh", self._refresh, icon="refresh")
        self.title(painter, left, painter.px(26), view.name, room - wide - gap)
        y = toned(painter, left, painter.px(64), room, view.state, view.tone) + painter.px(12)
        sentences: tuple[tuple[str, str, Tone], ...] = (
            (view.notice, "pause_circle_outline", "news"),
            (view.said, "alert_circle_outline", "bad"),
            (view.doing, "progress_clock", "news"),
        )
        for text, icon, tone in sentences:
            if text:
                y = painter.card(left, y, room, told(text, icon, tone), 12) + gap
        if painter.width < painter.px(_TWO_COLUMNS):
            y = self._assignments(painter, left, y, room)
            y = self._queue(painter, left, y, room)
            self._about(painter, left, y, room)
        else:
            column = round((room - gap) * 0.57)
            self._assignments(painter, left, y, column)
            beside = self._queue(painter, left + column + gap, y, room - column - gap)
            self._about(painter, left + column + gap, beside, room - column - gap)
        painter.reach(painter.bottom + painter.px(24))

    def _assignments(self, painter: Painter, x: int, y: int, width: int) -> int:
        say, gap = painter.look.say, painter.px(14)
        y = painter.caption(x, y, say("myclass.assignments"), width).bottom + painter.px(8)
        if not self.view.assignments:
            code = "myclass.no_assignment" if self.view.tone == "good" else "myclass.unheard"
            return painter.card(x, y, width, told(say(code), "clipboard_text_outline"), 16) + gap
        for row in self.view.assignments:
            deeds = self._deeds(row)
            y = painter.card(x, y, width, lambda *place, row=row, deeds=deeds: paint_assignment(
                place[0], row, deeds, *place[1:])) + gap  # fmt: skip
        return y

    def _queue(self, painter: Painter, x: int, y: int, width: int) -> int:
        say, rows = painter.look.say, self.view.queue
        y = painter.caption(x, y, say("myclass.queue"), width).bottom + painter.px(8)

        def content(on: Painter, left: int, top: int, room: int) -> int:
            if not rows:
                return on.text(left, top, say("myclass.no_queue"), room, "small", colour=on.look.theme.muted).bottom
            for rank, row in enumerate(rows):
                if rank:
                    on.rule(left, top + on.px(9), room)
                    top += on.px(18)
                top = paint_queued(on, row, self._export(row), left, top, room)
            return top

        return painter.card(x, y, width, content) + painter.px(14)

    def _about(self, painter: Painter, x: int, y: int, width: int) -> int:
        say, view = painter.look.say, self.view
        y = painter.caption(x, y, say("myclass.about"), width).bottom + painter.px(8)

        def content(on: Painter, left: int, top: int, room: int) -> int:
            theme = on.look.theme
            top = on.text(left, top, view.who, room, "body", "semibold").bottom
            top = on.text(left, top, view.connection, room, "small", colour=theme.muted).bottom + on.px(9)
            top = checkbox(on, left, top, room, say("myclass.listed"), "listed", self._be_listed, view.is_listed)
            if self.leaving:
                warning = say("myclass.leave_tip")
                if view.unsent:
                    warning = f"{say('myclass.leave_unsent', count=view.unsent)} {warning}"
                top = on.text(left, top + on.px(9), warning, room, "small").bottom
            label = say("myclass.leave_sure" if self.leaving else "myclass.leave")
            wide = min(room, button_width(on, label, "", "exit_to_app"))
            area = pygame.Rect(left, top + on.px(12), wide, on.px(32))
            button(on, area, label, "leave class", self._leave, icon="exit_to_app",
                   kind="danger" if self.leaving else "plain")  # fmt: skip
            return area.bottom

        return painter.card(x, y, width, content) + painter.px(14)

    # commands

    def _deeds(self, row: AssignmentRow) -> AssignmentDeeds:
        def begin() -> Transition:
            if row.deed == "resume":
                return Push(ResumingScene(self.game, row.play_id))
            if row.deed == "exam" and not row.has_begun:
                return self.open(ExamWarning(self, row))
            self.prepare(row.assignment_id)
            return None

        def look() -> Transition:
            from simulator.ui.scenes.my_class.board import BoardScene

            return Push(BoardScene(self.game, row.assignment_id))

        def debrief() -> Transition:
            from simulator.ui.scenes.my_class.debrief import ClassDebriefScene

            return Push(ClassDebriefScene(self.game, row.assignment_id))

        def unfold() -> Transition:
            self.team = "" if self.team == row.assignment_id else row.assignment_id
            self.arrange()
            self.focus_on(f"names {row.assignment_id}" if self.team else f"team {row.assignment_id}")
            return None

        def team(on: Painter, x: int, y: int, room: int) -> int:
            label = on.look.say("myclass.team")
            y = on.text(x, y, label, room, "small", "semibold").bottom + on.px(3)
            return self.writing.paint(on, x, y, room, f"names {row.assignment_id}", "", 1, single=True, label=label)

        is_open = self.team == row.assignment_id
        return AssignmentDeeds(begin, look, debrief, unfold, team if is_open else None, bool(self.view.doing))

    def prepare(self, assignment_id: str) -> None:
        """Have a play of the assignment prepared, by the team that is written there if one is."""
        names = self.writing.text(f"names {assignment_id}", "") if self.team == assignment_id else ""
        team = tuple(name.strip() for name in names.split(",") if name.strip())
        self.game.desk.my_class.prepare(assignment_id, team)
        self.ask()

    def _refresh(self) -> Transition:
        self.game.desk.my_class.look(now=True)
        return None

    def _be_listed(self) -> Transition:
        self.game.desk.my_class.be_listed(not self.view.is_listed)
        return None

    def _export(self, row: QueueRow) -> Command:
        def export() -> Transition:
            say = self.game.look.say
            try:
                file = self.game.desk.my_class.export(row.play_id)
            except OSError as error:
                self.tell(say("myclass.export_failed", reason=error.strerror or type(error).__name__), "bad")
            else:
                self.tell(say("myclass.exported", file=str(file)), "good")
            return None

        return export

    def _leave(self) -> Transition:
        if not self.leaving:
            self.leaving = True
            return None
        say = self.game.look.say
        self.leaving = False
        try:
            folder = self.game.desk.my_class.leave()
        except OSError as error:
            self.tell(say("myclass.export_failed", reason=error.strerror or type(error).__name__), "bad")
            return None
        self.ask()
        self.tell(say("myclass.left_exported", folder=str(folder)) if folder else say("myclass.left"), "good")
        return None

    # the keyboard

    def on_key(self, event: pygame.event.Event) -> tuple[bool, Transition]:
        if self.writing.on_key(event):
            return True, None
        if event.key in ENTER and (self.focus or "").startswith("field ") and not self.view.name:
            return True, self.form.join()
        return super().on_key(event)

    def on_text(self, text: str) -> None:
        self.writing.on_text(text)

    def on_composing(self, text: str) -> None:
        self.writing.on_composing(text)

    def on_drag(self, position: tuple[int, int]) -> None:
        self.writing.on_drag(position)

    def back(self) -> Transition:
        self.leaving = False
        return None
