"""The class, line by line: joining it, playing for it, looking at where it stands."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic, sleep

from simulator.console.commands import number_of
from simulator.console.exam_game import ExamGame
from simulator.console.game import play_all
from simulator.console.lines import Lines
from simulator.console.menu import Choice, Menu
from simulator.console.tell.my_class import board_lines, class_lines, debrief_lines
from simulator.locale import Phrasebook, phrasebook
from simulator.play.desk import Desk
from simulator.play.my_class import ExamReady, PlayReady
from simulator.play.presenters.class_rows import AssignmentRow, ClassView, QueueRow
from simulator.play.resuming import CannotResume

_LOOK = 0.05
_PATIENCE = 30.0
"""Wall seconds that one waits for an answer before one goes on without."""


class ClassRoom:
    """Stays until one leaves: shows the class page, does what is picked, shows it again."""

    def __init__(self, desk: Desk, lines: Lines) -> None:
        self._desk = desk
        self._lines = lines
        self._mine = desk.my_class

    def stay(self) -> None:
        """Until one goes back to the scenarios. Raises EndOfInput."""
        self._refresh()
        while True:
            view = self._desk.class_view()
            menu = self._menu(view)
            self._lines.write_all(menu.lines(self._say))
            typed = self._lines.ask(self._say("myclass.prompt"))
            picked = number_of(typed)
            if picked is None:
                if typed and typed.casefold() not in self._words():
                    self._lines.write(self._say("myclass.prompt_how"))
                    continue
                return
            if not 1 <= picked <= len(menu.choices):
                self._lines.write(self._say("console.no_such_number", last=str(len(menu.choices))))
                continue
            told = menu.choices[picked - 1].do()
            if isinstance(told, str):
                self._lines.write(told)

    @property
    def _say(self) -> Phrasebook:
        return phrasebook(self._desk.settings.language)

    def _words(self) -> tuple[str, ...]:
        return tuple(word.strip() for word in self._say("console.words_quit").split(","))

    def _menu(self, view: ClassView) -> Menu:
        say, heading = self._say, tuple(class_lines(view, self._say))
        if not view.name:
            return Menu(heading, (Choice(say("myclass.join_title"), self._join),))
        choices = []
        for row in view.assignments:
            if row.deed and not row.refusal:
                text = say("myclass.line_do", what=row.label, title=row.title)
                choices.append(Choice(text, self._begin(row)))
            text = say("myclass.line_do", what=say("myclass.look"), title=row.title)
            choices.append(Choice(text, self._look_at(row)))
            if row.can_debrief:
                text = say("myclass.line_do", what=say("myclass.debrief"), title=row.title)
                choices.append(Choice(text, self._look_back_on(row)))
        for queued in view.queue:
            if queued.can_export:
                text = say("myclass.line_do", what=say("myclass.export"), title=queued.title)
                choices.append(Choice(text, self._export(queued)))
        listed = say("myclass.unlist" if view.is_listed else "myclass.list")
        choices.append(Choice(say("myclass.refresh"), self._refresh))
        choices.append(Choice(listed, lambda: self._be_listed(not view.is_listed)))
        choices.append(Choice(say("myclass.leave"), self._leave))
        return Menu(heading, tuple(choices))

    # -- what is done

    def _join(self) -> str | None:
        say = self._say
        asked = [
            self._lines.ask(say("myclass.ask", what=say(f"myclass.field_{name}")))
            for name in ("address", "code", "pseudonym")
        ]
        rejoin = self._lines.ask(say("myclass.ask", what=say("myclass.field_rejoin")))
        listed = self._yes(self._lines.ask(say("myclass.ask_listed")))
        self._lines.write(say("myclass.doing_joining"))
        self._mine.join(*asked, rejoin=rejoin, listed=listed)
        self._await(lambda: not self._mine.busy)
        self._refresh()
        return None

    def _begin(self, row: AssignmentRow) -> Callable[[], str | None]:
        def begin() -> str | None:
            if row.deed == "resume":
                try:
                    session = self._desk.resume(row.play_id)
                except CannotResume as refused:
                    return refused.sentence
                play_all(self._desk, session, self._lines, resumed=True)
                return None
            self._lines.write_all(f"  {rule}" for rule in row.rules)
            if row.rules and not row.has_begun and not self._is_sure():
                return None
            self._lines.write(self._say("myclass.doing_preparing"))
            self._mine.prepare(row.assignment_id)
            self._await(lambda: not self._mine.busy)
            ready = self._mine.take_ready()
            if isinstance(ready, PlayReady):
                play_all(self._desk, self._desk.start_for_class(ready), self._lines)
                self._await(lambda: all(parcel.state != "waiting" for parcel in self._mine.parcels()[0]), 5.0)
            elif isinstance(ready, ExamReady):
                ExamGame(self._desk, self._mine.sit_by_line(ready), self._lines).play()
            self._refresh()
            return None

        return begin

    def _is_sure(self) -> bool:
        """Whether the exam is begun now: it is sat once."""
        return self._yes(self._lines.ask(self._say("myclass.ask_exam")))

    def _yes(self, typed: str) -> bool:
        return typed.casefold() in self._say("myclass.words_yes").split(",")

    def _look_at(self, row: AssignmentRow) -> Callable[[], str | None]:
        def look() -> str | None:
            looking = self._mine.looking
            self._desk.class_board(row.assignment_id, now=True)
            self._await(lambda: looking is None or not looking.is_asking_board, 10.0)
            view = self._desk.class_board(row.assignment_id)
            if view is not None:
                self._lines.write_all(board_lines(view, self._say))
            return None

        return look

    def _look_back_on(self, row: AssignmentRow) -> Callable[[], str | None]:
        def look_back() -> str | None:
            looking = self._mine.looking
            self._desk.class_debrief(row.assignment_id, now=True)
            self._await(lambda: looking is None or not looking.is_asking_board, 10.0)
            view = self._desk.class_debrief(row.assignment_id)
            if view is not None:
                self._lines.write_all(debrief_lines(view, self._say))
            return None

        return look_back

    def _export(self, row: QueueRow) -> Callable[[], str | None]:
        def export() -> str:
            try:
                file = self._mine.export(row.play_id)
            except OSError as error:
                return self._say("myclass.export_failed", reason=error.strerror or type(error).__name__)
            return self._say("myclass.exported", file=str(file))

        return export

    def _refresh(self) -> None:
        self._mine.look(now=True)
        looking = self._mine.looking
        if looking is not None:
            self._await(lambda: not looking.is_asking)

    def _be_listed(self, listed: bool) -> None:
        self._mine.be_listed(listed)
        self._await(lambda: self._desk.class_view().is_listed == listed, 10.0)

    def _leave(self) -> str | None:
        say = self._say
        self._lines.write(say("myclass.leave_tip"))
        if not self._yes(self._lines.ask(say("myclass.ask_leave"))):
            return None
        try:
            folder = self._mine.leave()
        except OSError as error:
            return say("myclass.export_failed", reason=error.strerror or type(error).__name__)
        return say("myclass.left_exported", folder=str(folder)) if folder else say("myclass.left")

    def _await(self, holds: Callable[[], bool], patience: float = _PATIENCE) -> None:
        """Wait until it `holds`, at most `patience` seconds: a server that does not answer holds nobody up."""
        latest = monotonic() + patience
        self._mine.poll()
        while not holds() and monotonic() < latest:
            sleep(_LOOK)
            self._mine.poll()
