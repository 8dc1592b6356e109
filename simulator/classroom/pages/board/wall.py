"""What hangs on the wall."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import Response
from sqlalchemy.orm import Session

from simulator.classroom.api.plays import AnId
from simulator.classroom.pages.board.chosen import one_of, order_of, shown
from simulator.classroom.pages.board.owned import assignment_of_teacher, head_for
from simulator.classroom.pages.visitor import TheTeacher
from simulator.classroom.plays.choices import choices
from simulator.classroom.store.people import Teacher
from simulator.classroom.store.work import Assignment
from simulator.classroom.views.head import Head
from simulator.classroom.views.projector import WallView, wall
from simulator.submission.wire.board import Choices

router = APIRouter(include_in_schema=False)


@router.get("/assignments/{assignment}/projector")
def wall_page(assignment: AnId, visitor: TheTeacher) -> Response:
    """How to join, then where the class stands as far as it may see that itself."""
    now, url = visitor.house.clock.now(), str(visitor.request.base_url).rstrip("/")

    order = order_of(visitor, assignment)

    def work(session: Session, teacher: Teacher) -> tuple[Assignment, Head, WallView, Choices | None]:
        mine = assignment_of_teacher(session, teacher, assignment)
        view = wall(session, mine, visitor.say, now, url)
        chosen = choices(session, mine, order) if mine.choices_revealed else None
        return mine, head_for(session, mine, visitor), view, chosen

    mine, head, view, chosen = visitor.read(work)
    wanted = visitor.request.query_params.get("inject")
    inject = None if chosen is None else one_of(shown(mine, chosen, visitor), wanted)
    return visitor.page("board/wall.html", head=head, view=view, inject=inject)
