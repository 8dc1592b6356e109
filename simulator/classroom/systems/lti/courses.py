"""A course of a platform is an account here, with one class.

A platform vouches that somebody teaches *this* course, and for nothing beyond it. So whoever teaches it gets the
session of an account that has this class alone, and never that of a colleague's account with other classes.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from simulator.classroom.audit import note
from simulator.classroom.declined import Declined
from simulator.classroom.people.classes import open_class
from simulator.classroom.people.secret import digest
from simulator.classroom.store.people import Teacher
from simulator.classroom.store.systems import Course, Placement
from simulator.classroom.store.work import Assignment, Play
from simulator.classroom.systems.lti.launched import Launched
from simulator.classroom.systems.telling import tell_grades
from simulator.locale import phrasebook

_MOST_NAME = 80


def course_of(session: Session, launch: Launched, now: datetime) -> Course:
    """The course that a launch comes from; made when a teacher comes first. Raises Declined for a student before."""
    kept = session.scalar(
        select(Course).where(
            Course.platform_id == launch.platform,
            Course.deployment_id == launch.deployment,
            Course.context_id == launch.context,
        )
    )
    if kept is None:
        if launch.role != "teacher":
            raise Declined("lti_course_unopened", 409)
        school_class = open_class(session, _account(session, launch, now), _class_name(launch), launch.language, now)
        kept = Course(
            platform_id=launch.platform,
            deployment_id=launch.deployment,
            context_id=launch.context,
            class_id=school_class.id,
        )
        session.add(kept)
        session.flush()
        note(session, now, "course_opened", school_class=school_class.id, platform=launch.platform)
    if launch.members_url:
        kept.memberships_url = launch.members_url
    return kept


def place(session: Session, course: Course, launch: Launched, now: datetime) -> Assignment | None:
    """The assignment that a link leads to, None where it leads to the class; where its grades go is kept."""
    kept = session.scalar(
        select(Placement).where(Placement.course_id == course.id, Placement.resource_link_id == (launch.link or ""))
    )
    name = launch.assignment or (kept.assignment_id if kept else None)
    assignment = session.get(Assignment, name) if name else None
    if assignment is None or assignment.class_id != course.class_id or launch.link is None:
        return None
    service: Mapping[str, Any] = dict(launch.grades)
    if kept is None:
        kept = Placement(
            course_id=course.id, resource_link_id=launch.link, assignment_id=assignment.id, service=service
        )
        session.add(kept)
        session.flush()
        _tell_what_was_graded(session, assignment, now)
    elif service and (kept.service != service or kept.assignment_id != assignment.id):
        kept.service, kept.assignment_id = dict(service), assignment.id
    return assignment


def courses_of_class(session: Session, class_id: str) -> list[Course]:
    """The courses that a class is, with their platforms."""
    wanted = select(Course).where(Course.class_id == class_id).options(joinedload(Course.platform))
    return list(session.scalars(wanted.order_by(Course.id)))


def _account(session: Session, launch: Launched, now: datetime) -> Teacher:
    """No password opens it."""
    login = f"lti-{digest(chr(31).join((launch.platform, launch.deployment, launch.context)))[:20]}"
    kept = session.scalar(select(Teacher).where(Teacher.login == login))
    if kept is None:
        kept = Teacher(login=login, language=launch.language, created=now)
        session.add(kept)
        session.flush()
    return kept


def _class_name(launch: Launched) -> str:
    title = " ".join("".join(sign for sign in launch.context_title if sign.isprintable()).split())[:_MOST_NAME]
    return title or phrasebook("en" if launch.language == "en" else "fr")("classroom.lti_class_name")


def _tell_what_was_graded(session: Session, assignment: Assignment, now: datetime) -> None:
    """What was played before the link was there."""
    counted = select(Play).where(Play.assignment_id == assignment.id, Play.counts.is_(True))
    for play in session.scalars(counted):
        tell_grades(session, play, now)
