"""Grades on their way to a platform (Assignment and Grade Services)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

import requests
from pylti1p3.assignments_grades import AssignmentsGradesService, TAssignmentsGradersData
from pylti1p3.exception import LtiException, LtiServiceException
from pylti1p3.grade import Grade
from pylti1p3.lineitem import LineItem
from sqlalchemy import select
from sqlalchemy.orm import Session

from simulator.classroom.clock import Clock
from simulator.classroom.store.database import Database
from simulator.classroom.store.people import Identity
from simulator.classroom.store.systems import Course, Placement, Platform
from simulator.classroom.store.work import Assignment, Comment
from simulator.classroom.systems.grades import graded_play
from simulator.classroom.systems.lti.toolkit import Toolkit
from simulator.classroom.systems.outbox import Letter, NotDelivered

MOST = 100.0
_LATER = (401, 403, 404, 408, 425, 429)
_MOST_COMMENT = 2000


@dataclass(frozen=True)
class _Score:
    """What is said of one student in one place. `grade` None: there is none, or none any more."""

    platform: Platform
    service: dict[str, Any]
    assignment: str
    title: str
    subject: str
    grade: float | None
    comment: str


class GradeCarrier:
    """Carries messages of the kind "lti": the grade as it is when it is sent."""

    def __init__(self, database: Database, toolkit: Toolkit, clock: Clock) -> None:
        self._database = database
        self._toolkit = toolkit
        self._clock = clock

    def __call__(self, letter: Letter) -> None:
        score = self._database.read(lambda session: _score(session, letter))
        if score is not None:
            self._send(score, self._clock.now())

    def _send(self, score: _Score, now: datetime) -> None:
        service = AssignmentsGradesService(
            self._toolkit.connector(score.platform), cast(TAssignmentsGradersData, score.service)
        )
        try:
            if not service.can_put_grade():
                raise NotDelivered("the platform takes no grades from here", final=True)
            service.put_grade(_grade(score, now), None if score.service.get("lineitem") else _column(score))
        except LtiServiceException as error:
            status = error.response.status_code
            if status == requests.codes.conflict:  # a later one is there
                return
            if status == requests.codes.unauthorized:
                self._toolkit.forget_tokens(score.platform.id)
            raise NotDelivered(f"HTTP {status}", final=400 <= status < 500 and status not in _LATER) from None
        except requests.RequestException as error:
            raise NotDelivered(type(error).__name__) from None
        except (LtiException, ValueError, KeyError) as error:
            raise NotDelivered(type(error).__name__, final=True) from None


def _score(session: Session, letter: Letter) -> _Score | None:
    """What is to be said now; None where student, link or platform have gone."""
    found = session.execute(
        select(Placement, Platform)
        .join(Course, Course.id == Placement.course_id)
        .join(Platform, Platform.id == Course.platform_id)
        .where(Placement.id == letter.payload["placement"])
    ).one_or_none()
    identity = session.get(Identity, letter.student_id)
    if found is None or identity is None or not identity.lti_subject or identity.lti_issuer != found[1].issuer:
        return None
    placement, platform = found
    assignment = session.get_one(Assignment, placement.assignment_id)
    play = graded_play(session, assignment.id, letter.student_id)
    said = (
        session.scalars(select(Comment.text).where(Comment.play_id == play.id).order_by(Comment.id)).all()
        if play
        else []
    )
    return _Score(
        platform=platform,
        service=dict(placement.service),
        assignment=assignment.id,
        title=assignment.title,
        subject=identity.lti_subject,
        grade=play.grade if play else None,
        comment="\n".join(said)[:_MOST_COMMENT],
    )


def _grade(score: _Score, now: datetime) -> Grade:
    made = Grade().set_user_id(score.subject).set_timestamp(now.isoformat(timespec="milliseconds"))
    if score.grade is None:
        return made.set_activity_progress("Submitted").set_grading_progress("NotReady")
    made.set_activity_progress("Completed").set_grading_progress("FullyGraded")
    made.set_score_given(round(score.grade, 2)).set_score_maximum(MOST)
    return made.set_comment(score.comment) if score.comment else made


def _column(score: _Score) -> LineItem:
    """The column of the platform's gradebook, found by our name for the assignment, else made."""
    made = LineItem().set_label(score.title).set_score_maximum(MOST)
    return made.set_tag(score.assignment).set_resource_id(score.assignment)
