"""What a teacher may look at: the assignments of their own classes."""

from __future__ import annotations

from datetime import tzinfo
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from simulator.classroom.declined import Declined
from simulator.classroom.pages.visitor import Visitor
from simulator.classroom.store.people import SchoolClass, Teacher
from simulator.classroom.store.work import Assignment
from simulator.classroom.views.head import Head, head

ROSTER = "roster"
"""What the parameter `names` says where people are shown by the names of the class's list."""


def assignment_of_teacher(session: Session, teacher: Teacher, assignment_id: str) -> Assignment:
    """One of a teacher's own assignments. Raises Declined (404) for another's, as for one that is not."""
    found = session.get(Assignment, assignment_id)
    school_class = None if found is None else session.get_one(SchoolClass, found.class_id)
    if found is None or school_class is None or school_class.teacher_id != teacher.id:
        raise Declined("assignment_unknown", 404)
    return found


def head_for(session: Session, assignment: Assignment, visitor: Visitor) -> Head:
    """What stands above the pages of an assignment, for `visitor`."""
    return head(session, assignment, visitor.say, visitor.house.clock.now())


def wants_roster(visitor: Visitor) -> bool:
    """Whether people are shown by the names of the class's list."""
    return visitor.request.query_params.get("names") == ROSTER


def zone_for(visitor: Visitor) -> tzinfo:
    """The time zone that hours are shown in."""
    return ZoneInfo(visitor.zone.name)
