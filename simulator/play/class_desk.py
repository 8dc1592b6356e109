"""What of a class a front end asks the desk for: the page, the board, where a play stands; and handing in."""

from __future__ import annotations

from simulator.durable import reason_of
from simulator.engine.run import Run
from simulator.locale import Language, Message, Phrasebook, phrasebook
from simulator.play.keeping import Keeping
from simulator.play.kept import Standing
from simulator.play.my_class import MyClass
from simulator.play.my_class.tickets import Ticket
from simulator.play.presenters.class_board import class_board
from simulator.play.presenters.class_debrief import class_debrief
from simulator.play.presenters.class_line import class_line
from simulator.play.presenters.class_page import class_view
from simulator.play.presenters.class_rows import ClassBoardView, ClassDebriefView, ClassView
from simulator.play.session import Session


class ClassDesk:
    """`my_class` beside the plays in `keeping`."""

    def __init__(self, my_class: MyClass, keeping: Keeping) -> None:
        self._my_class = my_class
        self._keeping = keeping
        my_class.sweep(keeping.is_unfinished)

    def view(self, say: Phrasebook, playing: str) -> ClassView:
        """The class page; `playing` is the name of the play going on here, "" for none."""
        names = {one.name for one in self._keeping.interrupted(playing) if one.journal and not one.is_elsewhere}
        begun = {one.assignment: one for one in self._my_class.tickets.all() if one.name in names}
        return class_view(self._my_class, begun, say)

    def board(self, assignment_id: str, say: Phrasebook, *, now: bool) -> ClassBoardView | None:
        """Where the class stands in what it was set, asked for beside; None where there is no such assignment."""
        looking = self._my_class.looking
        assignment = looking.assignment(assignment_id) if looking is not None else None
        if assignment is None or looking is None:
            return None
        looking.ask_board(assignment, now=now)
        return class_board(self._my_class, assignment, say)

    def debrief(self, assignment_id: str, say: Phrasebook, *, now: bool) -> ClassDebriefView | None:
        """The class looked back on, asked for beside; None where there is no such assignment."""
        looking = self._my_class.looking
        assignment = looking.assignment(assignment_id) if looking is not None else None
        if assignment is None or looking is None:
            return None
        looking.ask_debrief(assignment, now=now)
        return class_debrief(self._my_class, assignment, say)

    def begun(self, session: Session, ticket: Ticket) -> Message | None:
        """`session` is played for the class; the sentence of what the disk refused."""
        session.accommodate(ticket.factor)
        session.for_class = True
        try:
            self._my_class.tickets.put(ticket.named(session.autosave.name))
        except OSError as error:
            return Message("desk.play_unkept", {"reason": reason_of(error)})
        return None

    def resumed(self, session: Session) -> None:
        """`session` goes on: as what it was begun for."""
        ticket = self._my_class.tickets.get(session.autosave.name)
        if ticket is not None:
            session.accommodate(ticket.factor)
            session.for_class = True

    def ended(self, name: str, run: Run) -> Message | None:
        """Hand in the play `name` if it was played for a class; the sentence of why that has to wait."""
        ticket = self._my_class.tickets.get(name)
        if ticket is None:
            return None
        try:
            self._my_class.hand_in(ticket, run)
        except OSError as error:
            return Message("desk.play_not_queued", {"reason": reason_of(error)})
        return None

    def standing(self, play_id: str, run: Run) -> Standing | None:
        """Where a play stands in its class; None for one that was played for none."""
        if self._my_class.tickets.get(play_id) is None and self._my_class.parcel(play_id) is None:
            return None

        def told(language: Language) -> str:
            board = self._my_class.board_of(play_id)
            return "" if board is None else class_line(board, run, phrasebook(language))

        return told
