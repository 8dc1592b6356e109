"""The class in figures."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import Response
from sqlalchemy.orm import Session

from simulator.classroom.api.plays import AnId
from simulator.classroom.pages.board.common import head_for
from simulator.classroom.pages.visitor import TheTeacher
from simulator.classroom.plays.board import board
from simulator.classroom.plays.roll import roll
from simulator.classroom.store.people import Teacher
from simulator.classroom.views.charts import Histogram, grades
from simulator.classroom.views.head import Head
from simulator.classroom.views.statistics import StatisticsView, statistics
from simulator.classroom.work.editing import assignment_of_teacher

router = APIRouter(include_in_schema=False)


@router.get("/assignments/{assignment}/statistics")
def figures_page(assignment: AnId, visitor: TheTeacher) -> Response:
    """Median and quartiles, and when people first spoke."""

    def work(session: Session, teacher: Teacher) -> tuple[Head, StatisticsView, Histogram | None]:
        mine = assignment_of_teacher(session, teacher, assignment)[0]
        whole = board(session, mine, teacher=True)
        return (
            head_for(session, mine, visitor),
            statistics(roll(session, mine), visitor.say),
            grades(whole.distribution, visitor.say),
        )

    head, view, spread = visitor.read(work)
    return visitor.page("board/figures.html", head=head, view=view, grades=spread)
