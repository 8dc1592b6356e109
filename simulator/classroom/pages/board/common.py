"""What the pages of an assignment have in common: their head, names, and the zone of hours."""

from __future__ import annotations

from datetime import tzinfo
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from simulator.classroom.pages.visitor import Visitor
from simulator.classroom.store.work import Assignment
from simulator.classroom.views.head import Head, head

ROSTER = "roster"
"""What the parameter `names` says where people are shown by the names of the class's list."""


def head_for(session: Session, assignment: Assignment, visitor: Visitor) -> Head:
    """What stands above the pages of an assignment, for `visitor`."""
    return head(session, assignment, visitor.say, visitor.house.clock.now())


def wants_roster(visitor: Visitor) -> bool:
    """Whether people are shown by the names of the class's list."""
    return visitor.request.query_params.get("names") == ROSTER


def zone_for(visitor: Visitor) -> tzinfo:
    """The time zone that hours are shown in."""
    return ZoneInfo(visitor.zone.name)
