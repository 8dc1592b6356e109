"""The live board, and what is done with the whole class: pause it, open the debrief to it."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import Response
from sqlalchemy.orm import Session

from simulator.classroom.api.plays import AnId
from simulator.classroom.pages.board.chosen import one_of, order_of, shown
from simulator.classroom.pages.board.common import head_for, wants_roster
from simulator.classroom.pages.forms import TheForm
from simulator.classroom.pages.visitor import TheTeacher
from simulator.classroom.people.classes import pause
from simulator.classroom.plays.choices import choices
from simulator.classroom.store.people import SchoolClass, Teacher
from simulator.classroom.store.work import Assignment
from simulator.classroom.views.head import Head
from simulator.classroom.views.live import LiveView, live
from simulator.classroom.work.assignments import open_debrief
from simulator.classroom.work.editing import assignment_of_teacher
from simulator.submission.wire.board import Choices

router = APIRouter(include_in_schema=False)


@router.get("/assignments/{assignment}")
def live_page(assignment: AnId, visitor: TheTeacher) -> Response:
    """Where everybody stands."""
    order = order_of(visitor, assignment)

    def work(session: Session, teacher: Teacher) -> tuple[Assignment, Head, LiveView, Choices]:
        mine = assignment_of_teacher(session, teacher, assignment)[0]
        view = live(session, mine, visitor.say, roster=wants_roster(visitor))
        return mine, head_for(session, mine, visitor), view, choices(session, mine, order)

    mine, head, view, chosen = visitor.read(work)
    inject = one_of(shown(mine, chosen, visitor), None)
    return visitor.page("board/live.html", head=head, view=view, inject=inject)


@router.post("/assignments/{assignment}/pause")
def hold(assignment: AnId, visitor: TheTeacher, form: TheForm) -> Response:
    """Stop the class, or let it go on."""
    paused, steady = form["paused"] == "yes", visitor.house.clock.steady()

    def work(session: Session, teacher: Teacher) -> None:
        mine = assignment_of_teacher(session, teacher, assignment)[0]
        pause(session, session.get_one(SchoolClass, mine.class_id), paused, steady)

    visitor.write(work)
    return visitor.away(f"/assignments/{assignment}", "boards.paused" if paused else "boards.goes_on")


@router.post("/assignments/{assignment}/debrief")
def debrief(assignment: AnId, visitor: TheTeacher, form: TheForm) -> Response:
    """Open the debrief to the class, or close it again."""
    opened = form["opened"] == "yes"
    visitor.write(
        lambda session, teacher: open_debrief(session, assignment_of_teacher(session, teacher, assignment)[0], opened)
    )
    return visitor.away(f"/assignments/{assignment}", "boards.debrief_opened" if opened else "boards.debrief_closed")
