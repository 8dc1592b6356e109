"""A class: its code, its assignments, whether it is paused."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from fastapi import APIRouter
from fastapi.responses import Response
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from simulator.classroom.api.plays import AnId
from simulator.classroom.pages.addresses import class_link, qr_code, server_address
from simulator.classroom.pages.forms import TheForm
from simulator.classroom.pages.visitor import TheTeacher, Visitor
from simulator.classroom.people.classes import class_of_teacher, pause
from simulator.classroom.people.codes import shown_code
from simulator.classroom.store.people import SchoolClass, Teacher
from simulator.classroom.store.work import Play
from simulator.classroom.work.assignments import assignments_of, standing

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True)
class Head:
    """What every page of a class shows of it; `code` as students read it, "" where nobody can join."""

    id: str
    name: str
    code: str
    language: str
    paused: bool
    roster_only: bool
    keep_until: datetime


@dataclass(frozen=True)
class Row:
    """An assignment in the list; `sent` and `verified` are plays."""

    id: str
    title: str
    mode: str
    standing: str
    started: bool
    opens: datetime | None
    closes: datetime | None
    sent: int
    verified: int


def head_of(school_class: SchoolClass) -> Head:
    """The head of a class's pages."""
    return Head(
        id=school_class.id,
        name=school_class.name,
        code=shown_code(school_class.code, school_class.language) if school_class.code else "",
        language=school_class.language,
        paused=school_class.paused,
        roster_only=school_class.roster_only,
        keep_until=school_class.keep_until,
    )


@router.get("/classes/{class_id}")
def class_page(class_id: AnId, visitor: TheTeacher) -> Response:
    """The class: how to join, what there is to play."""
    now = visitor.house.clock.now()

    def work(session: Session, teacher: Teacher) -> tuple[Head, list[Row]]:
        school_class = class_of_teacher(session, teacher, class_id)
        return head_of(school_class), _rows(session, school_class, now)

    head, rows = visitor.read(work)
    return visitor.page("class.html", head=head, rows=rows, zone=visitor.zone, **_joining(visitor, head))


@router.get("/classes/{class_id}/code")
def code_page(class_id: AnId, visitor: TheTeacher) -> Response:
    """The code as large as the wall, for the projector."""
    head = visitor.read(lambda session, teacher: head_of(class_of_teacher(session, teacher, class_id)))
    return visitor.page("code.html", head=head, **_joining(visitor, head))


@router.post("/classes/{class_id}/pause")
def pause_class(class_id: AnId, visitor: TheTeacher, form: TheForm) -> Response:
    """Stop the class, or let it go on."""
    paused, steady = form["paused"] == "yes", visitor.house.clock.steady()
    visitor.write(lambda session, teacher: pause(session, class_of_teacher(session, teacher, class_id), paused, steady))
    return visitor.away(f"/classes/{class_id}", "classpages.is_paused" if paused else "classpages.goes_on")


def _joining(visitor: Visitor, head: Head) -> dict[str, Any]:
    if not head.code:
        return {"link": "", "qr": "", "address": ""}
    settings = visitor.house.settings
    link = class_link(visitor.request, settings, head.code)
    return {"link": link, "qr": qr_code(link), "address": server_address(visitor.request, settings)}


def _rows(session: Session, school_class: SchoolClass, now: datetime) -> list[Row]:
    assignments = assignments_of(session, school_class.id)
    counted = select(Play.assignment_id, Play.state, func.count()).where(
        Play.assignment_id.in_([one.id for one in assignments])
    )
    counts: dict[str, dict[str, int]] = {}
    for assignment, state, count in session.execute(counted.group_by(Play.assignment_id, Play.state)):
        counts.setdefault(assignment, {})[state] = count
    return [
        Row(
            id=one.id,
            title=one.title,
            mode=one.mode,
            standing=standing(one, school_class, now),
            started=one.started is not None,
            opens=one.opens,
            closes=one.closes,
            sent=sum(counts.get(one.id, {}).values()),
            verified=counts.get(one.id, {}).get("verified", 0),
        )
        for one in assignments
    ]
