"""What the class chose, event by event."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import Response
from sqlalchemy.orm import Session

from simulator.classroom.api.plays import AnId
from simulator.classroom.pages.board.chosen import order_of, shown
from simulator.classroom.pages.board.common import head_for
from simulator.classroom.pages.forms import TheForm
from simulator.classroom.pages.visitor import TheTeacher
from simulator.classroom.plays.choices import choices
from simulator.classroom.plays.roll import UNFINISHED, roll
from simulator.classroom.store.people import Teacher
from simulator.classroom.store.work import Assignment
from simulator.classroom.views.head import Head
from simulator.classroom.work.assignments import reveal_choices
from simulator.classroom.work.editing import assignment_of_teacher
from simulator.submission.wire.board import Choices

router = APIRouter(include_in_schema=False)


@router.get("/assignments/{assignment}/choices")
def choices_page(assignment: AnId, visitor: TheTeacher) -> Response:
    """The distribution; with how good each choice was only once the teacher has revealed it."""
    order = order_of(visitor, assignment)

    def work(session: Session, teacher: Teacher) -> tuple[Assignment, Head, Choices, int]:
        mine = assignment_of_teacher(session, teacher, assignment)[0]
        left = sum(entry.state in UNFINISHED for entry in roll(session, mine))
        return mine, head_for(session, mine, visitor), choices(session, mine, order), left

    mine, head, chosen, left = visitor.read(work)
    return visitor.page("board/choices.html", head=head, view=shown(mine, chosen, visitor), left=left)


@router.post("/assignments/{assignment}/choices")
def reveal(assignment: AnId, visitor: TheTeacher, form: TheForm) -> Response:
    """Show which choices are good, to the class as well, or hide it again."""
    revealed = form["revealed"] == "yes"
    visitor.write(
        lambda session, teacher: reveal_choices(
            session, assignment_of_teacher(session, teacher, assignment)[0], revealed
        )
    )
    return visitor.away(f"/assignments/{assignment}/choices", "boards.revealed" if revealed else "boards.hidden")
