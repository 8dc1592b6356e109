"""A new assignment: a scenario of the library, or one that the teacher sends; and how it is to be played."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter
from fastapi.responses import Response
from sqlalchemy import select
from sqlalchemy.orm import Session

from simulator.classroom.api.envelope import UPLOADS
from simulator.classroom.api.plays import AnId
from simulator.classroom.declined import Declined
from simulator.classroom.pages.forms import Form, TheForm
from simulator.classroom.pages.moments import remember_zone, zone_named, zones
from simulator.classroom.pages.plan_form import FIELDS, GROUPS, plan_of, usual_weights
from simulator.classroom.pages.school_class import Head, head_of
from simulator.classroom.pages.visitor import TheTeacher, Visitor
from simulator.classroom.people.classes import class_of_teacher
from simulator.classroom.store.people import SchoolClass, Teacher
from simulator.classroom.store.work import Assignment, Pack
from simulator.classroom.work.assignments import assign
from simulator.classroom.work.packs import keep, parcel_of, parcel_sent
from simulator.locale import Language
from simulator.play.edition import Edition
from simulator.play.presenters.catalogue import library_row
from simulator.scenario.library import UnknownScenario
from simulator.scenario.load import LoadedScenario
from simulator.scenario.problem import ScenarioProblems

router = APIRouter(include_in_schema=False)
_PACK = "pack:"
_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class Offered:
    """A scenario to choose; `value` is the library's id, or "pack:" and the digest of one that was sent."""

    value: str
    title: str
    subtitle: str = ""
    summary: str = ""
    duration: str = ""
    warning: str = ""


@router.get("/classes/{class_id}/assignments/new")
def new_page(class_id: AnId, visitor: TheTeacher) -> Response:
    """What is to be played, when, how often, and what students see."""
    return visitor.page("new_assignment.html", **_shown(visitor, class_id))


@router.post("/classes/{class_id}/assignments/new")
def make(class_id: AnId, visitor: TheTeacher, form: TheForm) -> Response:
    """Set it to the class."""
    now = visitor.house.clock.now()
    zone = zone_named(form["zone"]) or visitor.zone
    try:
        plan = plan_of(form, zone)
        chosen = form["scenario"]
        parcel = None if chosen.startswith(_PACK) else parcel_of(_loaded(visitor, chosen))

        def work(session: Session, teacher: Teacher) -> str:
            school_class = class_of_teacher(session, teacher, class_id)
            pack = keep(session, parcel, now) if parcel else session.get(Pack, chosen.removeprefix(_PACK))
            if pack is None:
                raise Declined("scenario_none")
            return assign(session, school_class, pack, plan, now).id

        made = visitor.write(work)
    except Declined as declined:
        if declined.status == 404:
            raise
        fields = {**FIELDS, "scenario_none": "scenario", "pack_refused": "scenario"}
        return visitor.again("new_assignment.html", form, declined, fields, **_shown(visitor, class_id))
    response = visitor.away(f"/assignments/{made}/settings", "classpages.assignment_made")
    remember_zone(response, zone, secure=visitor.house.settings.secure)
    return response


@router.post(UPLOADS + "classes/{class_id}/scenario")
def send_scenario(class_id: AnId, visitor: TheTeacher, form: TheForm) -> Response:
    """A pack, looked at from all sides before it can be chosen."""
    now = visitor.house.clock.now()
    visitor.read(lambda session, teacher: class_of_teacher(session, teacher, class_id))
    at = f"/classes/{class_id}/assignments/new"
    try:
        if not form.files.get("file"):
            raise Declined("file_none")
        parcel = parcel_sent(form.files["file"])
        digest = visitor.write(lambda session, _: keep(session, parcel, now).digest)
    except Declined as declined:
        fields = {"file_none": "file", "pack_refused": "file"}
        return visitor.again("new_assignment.html", Form(), declined, fields, at=at, **_shown(visitor, class_id))
    return visitor.away(f"{at}?pack={digest}", "classpages.pack_taken")


def _shown(visitor: Visitor, class_id: str) -> dict[str, Any]:
    asked = visitor.request.query_params.get("pack", "")
    sent = asked if _DIGEST.fullmatch(asked) else ""

    def work(session: Session, teacher: Teacher) -> tuple[Head, list[Pack]]:
        head = head_of(class_of_teacher(session, teacher, class_id))
        own = select(Assignment.pack_digest).join(SchoolClass, SchoolClass.id == Assignment.class_id)
        used = session.scalars(
            select(Pack).where(Pack.digest.in_(own.where(SchoolClass.teacher_id == teacher.id))).order_by(Pack.created)
        ).all()
        new = session.get(Pack, sent)
        return head, list(dict.fromkeys([*([new] if new else []), *used]))

    head, packs = visitor.read(work)
    library = _library(visitor)
    digests = {entry.loaded.digest for entry in visitor.house.library.entries() if entry.loaded is not None}
    offered = [one for one in packs if one.digest == sent or one.scenario_digest not in digests]
    return {
        "head": head,
        "library": library,
        "packs": [_of_pack(one, visitor.language) for one in offered],
        "chosen": f"{_PACK}{sent}" if sent else "",
        "zone": visitor.zone,
        "zones": zones(),
        "groups": GROUPS,
        "weights": usual_weights(),
    }


def _of_pack(pack: Pack, language: Language) -> Offered:
    title = pack.titles.get(language) or next(iter(pack.titles.values()), pack.scenario_id)
    return Offered(f"{_PACK}{pack.digest}", title, subtitle=pack.scenario_id)


def _library(visitor: Visitor) -> list[Offered]:
    """The library's scenarios, the shortest first, so that a class begins with the one that explains itself."""
    found = [entry.loaded for entry in visitor.house.library.entries() if entry.loaded is not None]
    rows = [library_row(Edition(loaded).scenario(visitor.language), visitor.say) for loaded in found]
    rows.sort(key=lambda row: (not row.tutorial, row.minutes, row.title.casefold()))
    return [Offered(row.scenario_id, row.title, row.subtitle, row.summary, row.duration, row.warning) for row in rows]


def _loaded(visitor: Visitor, name: str) -> LoadedScenario:
    try:
        return visitor.house.library.load(name)
    except (UnknownScenario, ScenarioProblems):
        raise Declined("scenario_none") from None
