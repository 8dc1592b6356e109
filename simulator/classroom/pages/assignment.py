"""The settings of an assignment that stands: what may still be changed, start and close, its end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from fastapi import APIRouter
from fastapi.responses import Response
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from simulator.classroom.api.plays import AnId
from simulator.classroom.declined import Declined
from simulator.classroom.pages.forms import Form, TheForm
from simulator.classroom.pages.moments import remember_zone, zone_named, zones
from simulator.classroom.pages.plan_form import FIELDS, GROUPS, plan_of, shown, weights_in_percent
from simulator.classroom.pages.school_class import Head, head_of
from simulator.classroom.pages.visitor import TheTeacher, Visitor
from simulator.classroom.store.people import Teacher
from simulator.classroom.store.work import Assignment, Play
from simulator.classroom.work.assignments import standing, start_all
from simulator.classroom.work.editing import assignment_of_teacher, close_now, delete_assignment, edit

router = APIRouter(include_in_schema=False)
_FIELDS = {**FIELDS, "name_differs": "confirm"}


@dataclass(frozen=True)
class About:
    """What cannot be changed of an assignment any more, and how it stands. `seed` None: one each."""

    id: str
    title: str
    scenario: str
    mode: str
    seed: int | None
    weights: dict[str, str] | None
    standing: str
    started: bool
    closes: datetime | None
    plays: int


@router.get("/assignments/{assignment}/settings")
def settings_page(assignment: AnId, visitor: TheTeacher) -> Response:
    """The settings."""
    return visitor.page("assignment.html", **_shown(visitor, assignment))


@router.post("/assignments/{assignment}/settings")
def set_settings(assignment: AnId, visitor: TheTeacher, form: TheForm) -> Response:
    """Save them."""
    zone = zone_named(form["zone"]) or visitor.zone

    def work(session: Session, teacher: Teacher) -> None:
        found, _ = assignment_of_teacher(session, teacher, assignment)
        edit(session, found, form["title"], plan_of(form, zone))

    try:
        visitor.write(work)
    except Declined as declined:
        return _again(visitor, assignment, form, declined)
    response = visitor.away(_at(assignment), "classpages.saved")
    remember_zone(response, zone, secure=visitor.house.settings.secure)
    return response


@router.post("/assignments/{assignment}/start")
def start(assignment: AnId, visitor: TheTeacher, form: TheForm) -> Response:
    """Let everybody begin at once."""
    now = visitor.house.clock.now()
    visitor.write(
        lambda session, teacher: start_all(session, assignment_of_teacher(session, teacher, assignment)[0], now)
    )
    return visitor.away(_back(form, assignment), "classpages.started")


@router.post("/assignments/{assignment}/close")
def close(assignment: AnId, visitor: TheTeacher, form: TheForm) -> Response:
    """End it now."""
    now = visitor.house.clock.now()
    visitor.write(
        lambda session, teacher: close_now(session, assignment_of_teacher(session, teacher, assignment)[0], now)
    )
    return visitor.away(_back(form, assignment), "classpages.closed")


@router.post("/assignments/{assignment}/delete")
def delete(assignment: AnId, visitor: TheTeacher, form: TheForm) -> Response:
    """Delete it with its plays, once its title was typed."""
    now = visitor.house.clock.now()

    def work(session: Session, teacher: Teacher) -> str:
        found, school_class = assignment_of_teacher(session, teacher, assignment)
        if " ".join(form["confirm"].split()).casefold() != found.title.casefold():
            raise Declined("name_differs")
        delete_assignment(session, found, teacher, now)
        return school_class.id

    try:
        class_id = visitor.write(work)
    except Declined as declined:
        return _again(visitor, assignment, form, declined)
    return visitor.away(f"/classes/{class_id}", "classpages.assignment_deleted")


def _shown(visitor: Visitor, assignment: str) -> dict[str, Any]:
    now = visitor.house.clock.now()

    def work(session: Session, teacher: Teacher) -> tuple[Head, About, dict[str, str]]:
        found, school_class = assignment_of_teacher(session, teacher, assignment)
        plays = session.scalar(select(func.count()).where(Play.assignment_id == found.id)) or 0
        about = About(
            id=found.id,
            title=found.title,
            scenario=_title(found, visitor),
            mode=found.mode,
            seed=found.seed,
            weights=None if found.rubric is None else weights_in_percent(found.rubric),
            standing=standing(found, school_class, now),
            started=found.started is not None,
            closes=found.closes,
            plays=plays,
        )
        return head_of(school_class), about, shown(found, visitor.zone)

    head, about, plan = visitor.read(work)
    return {
        "head": head,
        "about": about,
        "plan": plan,
        "zone": visitor.zone,
        "zones": zones(),
        "groups": GROUPS,
    }


def _title(assignment: Assignment, visitor: Visitor) -> str:
    titles = assignment.pack.titles
    return str(titles.get(visitor.language) or next(iter(titles.values()), assignment.pack.scenario_id))


def _again(visitor: Visitor, assignment: str, form: Form, declined: Declined) -> Response:
    if declined.status == 404:
        raise declined
    return visitor.again("assignment.html", form, declined, _FIELDS, at=_at(assignment), **_shown(visitor, assignment))


def _at(assignment: str) -> str:
    return f"/assignments/{assignment}/settings"


def _back(form: Form, assignment: str) -> str:
    """To the page whose button was pressed."""
    return form["back"] if form["back"].startswith(("/classes/", "/assignments/")) else _at(assignment)
