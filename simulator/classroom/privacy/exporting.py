"""Everything that is kept of a class, or of one student, as files that anybody can read."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from simulator.classroom.audit import note
from simulator.classroom.plays.submitting import unpack_replay
from simulator.classroom.store.exams import ExamOrder, ExamRun
from simulator.classroom.store.people import Accommodation, Identity, SchoolClass, Student
from simulator.classroom.store.work import Assignment, Comment, Override, Play, TeamMember


def export_class(session: Session, class_id: str, now: datetime, teacher: str | None = None) -> dict[str, Any]:
    """A class as JSON-ready values: assignments, and each student with everything that is theirs."""
    school_class = session.get_one(SchoolClass, class_id)
    students = session.scalars(select(Student).where(Student.class_id == class_id).order_by(Student.id)).all()
    assignments = session.scalars(
        select(Assignment).where(Assignment.class_id == class_id).order_by(Assignment.id)
    ).all()
    note(session, now, "export", teacher=teacher, school_class=class_id)
    return {
        "kind": "badbuzz class",
        "exported": now.isoformat(),
        "class": {
            "id": class_id,
            "name": school_class.name,
            "language": school_class.language,
            "created": school_class.created.isoformat(),
            "keep_until": school_class.keep_until.isoformat(),
        },
        "assignments": [_assignment(one) for one in assignments],
        "students": [student_record(session, one) for one in students],
    }


def student_record(session: Session, student: Student) -> dict[str, Any]:
    """Everything that is kept of one student: what a request for access is answered with."""
    identity = session.get(Identity, student.id)
    accommodation = session.get(Accommodation, student.id)
    along = select(TeamMember.play_id).where(TeamMember.student_id == student.id)
    plays = session.scalars(
        select(Play).where(or_(Play.student_id == student.id, Play.id.in_(along))).order_by(Play.id)
    ).all()
    exams = session.scalars(select(ExamRun).where(ExamRun.student_id == student.id).order_by(ExamRun.id)).all()
    return {
        "id": student.id,
        "pseudonym": student.pseudonym,
        "listed": student.listed,
        "joined": student.joined.isoformat() if student.joined else None,
        "created": student.created.isoformat(),
        "accommodation": accommodation.factor if accommodation else None,
        "identity": None
        if identity is None
        else {
            "name": identity.name,
            "email": identity.email,
            "roster_number": identity.roster_number,
            "lti_issuer": identity.lti_issuer,
            "lti_subject": identity.lti_subject,
        },
        "plays": [_play(session, one, own=one.student_id == student.id) for one in plays],
        "exams": [_exam(session, one) for one in exams],
    }


def as_text(record: dict[str, Any]) -> str:
    """The file of an export."""
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


def _assignment(one: Assignment) -> dict[str, Any]:
    return {
        "id": one.id,
        "title": one.title,
        "scenario": one.pack.scenario_id,
        "scenario_digest": one.pack.scenario_digest,
        "engine_version": one.engine_version,
        "mode": one.mode,
        "seed": one.seed,
        "opens": one.opens.isoformat() if one.opens else None,
        "closes": one.closes.isoformat() if one.closes else None,
        "attempts": one.attempts,
        "counting": one.counting,
        "rubric": one.rubric,
        "students_see": one.students_see,
        "on_lost_connection": one.on_lost_connection,
    }


def _play(session: Session, play: Play, *, own: bool) -> dict[str, Any]:
    comments = session.scalars(select(Comment).where(Comment.play_id == play.id).order_by(Comment.id)).all()
    overrides: Sequence[Override] = session.scalars(
        select(Override).where(Override.play_id == play.id).order_by(Override.id)
    ).all()
    return {
        "id": play.id,
        "assignment": play.assignment_id,
        "own": own,
        "attempt": play.attempt,
        "received": play.received.isoformat(),
        "late": play.late,
        "accepted": play.accepted,
        "state": play.state,
        "refusal": play.refusal,
        "counts": play.counts,
        "overall": play.overall,
        "reactivity": play.reactivity,
        "transparency": play.transparency,
        "tone": play.tone,
        "band": play.band,
        "grade": play.grade,
        "first_message_minute": play.first_message_minute,
        "choices": play.choices,
        "replay": json.loads(unpack_replay(play.replay)),
        "comments": [{"at": one.created.isoformat(), "text": one.text} for one in comments],
        "overrides": [
            {"at": one.at.isoformat(), "before": one.before, "after": one.after, "reason": one.reason}
            for one in overrides
        ],
    }


def _exam(session: Session, exam: ExamRun) -> dict[str, Any]:
    orders = session.scalars(select(ExamOrder).where(ExamOrder.exam_id == exam.id).order_by(ExamOrder.number)).all()
    return {
        "assignment": exam.assignment_id,
        "begun": exam.begun.isoformat(),
        "factor": exam.factor,
        "over": exam.over,
        "orders": [
            {"number": one.number, "minute": one.minute, "decisions": one.decisions, "at": one.received.isoformat()}
            for one in orders
        ],
    }
