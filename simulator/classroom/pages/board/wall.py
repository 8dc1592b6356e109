"""What hangs on the wall."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import Response
from sqlalchemy.orm import Session

from simulator.classroom.api.plays import AnId
from simulator.classroom.pages.addresses import class_link, qr_code, server_address
from simulator.classroom.pages.board.chosen import one_of, order_of, shown
from simulator.classroom.pages.board.common import head_for
from simulator.classroom.pages.visitor import TheTeacher
from simulator.classroom.plays.choices import choices
from simulator.classroom.store.people import Teacher
from simulator.classroom.store.work import Assignment
from simulator.classroom.views.head import Head
from simulator.classroom.views.projector import WallView, wall
from simulator.classroom.work.editing import assignment_of_teacher
from simulator.submission.wire.board import Choices

router = APIRouter(include_in_schema=False)


@router.get("/assignments/{assignment}/projector")
def wall_page(assignment: AnId, visitor: TheTeacher) -> Response:
    """How to join, then where the class stands as far as it may see that itself."""
    now = visitor.house.clock.now()

    order = order_of(visitor, assignment)

    def work(session: Session, teacher: Teacher) -> tuple[Assignment, Head, WallView, Choices | None]:
        mine = assignment_of_teacher(session, teacher, assignment)[0]
        view = wall(session, mine, visitor.say, now)
        chosen = choices(session, mine, order) if mine.choices_revealed else None
        return mine, head_for(session, mine, visitor), view, chosen

    mine, head, view, chosen = visitor.read(work)
    wanted = visitor.request.query_params.get("inject")
    inject = None if chosen is None else one_of(shown(mine, chosen, visitor), wanted)
    request, settings = visitor.request, visitor.house.settings
    qr = qr_code(class_link(request, settings, head.code)) if view.joining else ""
    address = server_address(request, settings).partition("://")[2]
    return visitor.page("board/wall.html", head=head, view=view, inject=inject, qr=qr, address=address)
