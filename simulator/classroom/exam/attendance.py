"""Who sits which exam: it is begun once, and each time its student is heard of, that is written down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from simulator.classroom.clock import Clock
from simulator.classroom.declined import Declined
from simulator.classroom.exam.clock import counted_until, hear
from simulator.classroom.live.revisions import touch
from simulator.classroom.people.accommodations import factor_of
from simulator.classroom.people.joining import student_of
from simulator.classroom.people.tokens import Bearer
from simulator.classroom.plays.mine import check_open
from simulator.classroom.plays.submitting import assignment_for
from simulator.classroom.store.database import Database
from simulator.classroom.store.exams import ExamRun
from simulator.classroom.store.people import SchoolClass
from simulator.classroom.store.work import Assignment
from simulator.classroom.work.assignments import seed_for, standing

_FORGOTTEN_SECONDS = 120.0
"""An exam of which nothing was heard for so long is looked after by the server itself."""


@dataclass(frozen=True)
class Found:
    """A student's exam, what it is an exam of, and in which class."""

    exam: ExamRun
    assignment: Assignment
    school_class: SchoolClass

    def is_closed(self, now: datetime) -> bool:
        """Whether it is past its closing instant."""
        return standing(self.assignment, self.school_class, now) == "closed"

    def counted_until(self, now: datetime, steady: float) -> float:
        """The instant (steady seconds) up to which its clock runs."""
        if self.exam.over:
            return self.exam.steady
        return counted_until(self.exam, self.assignment, self.school_class, now, steady)


class Attendance:
    """The exams in `database`, and who sits them."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def begin(self, bearer: Bearer, assignment_id: str) -> None:
        """Begin the exam, unless it has begun. Raises Declined."""
        now, steady = self._clock.now(), self._clock.steady()

        def work(session: Session) -> None:
            student = student_of(session, bearer)
            assignment, school_class = assignment_for(session, student, assignment_id)
            if assignment.mode != "exam":
                raise Declined("exam_none", 409)
            if _exam_of(session, assignment_id, student.id) is not None:
                return
            check_open(assignment, school_class, now)
            exam = ExamRun(
                assignment_id=assignment.id,
                student_id=student.id,
                seed=seed_for(assignment, student.id),
                factor=factor_of(session, student.id),
                begun=now,
                read={},
                steady=steady,
                contact=steady,
            )
            session.add(exam)
            touch(session, assignment.id)

        self._database.write(work)

    def heard(self, bearer: Bearer, assignment_id: str) -> Found:
        """The exam of who asks; that they were heard of is written down where it matters. Raises Declined."""
        steady = self._clock.steady()

        def find(session: Session) -> Found:
            student = student_of(session, bearer)
            assignment, school_class = assignment_for(session, student, assignment_id)
            exam = _exam_of(session, assignment_id, student.id)
            if exam is None:
                raise Declined("exam_not_begun", 409)
            return Found(exam, assignment, school_class)

        def note(session: Session) -> Found:
            found = find(session)
            hear(found.exam, found.assignment, steady)
            return found

        found = self._database.read(find)
        paused = found.school_class.paused
        if not found.exam.over and not paused and hear(found.exam, found.assignment, steady):
            return self._database.write(note)
        return found

    def forgotten(self) -> Sequence[Found]:
        """Exams that are closed, and those of whose students nothing was heard for long: nobody else asks for them."""
        now, steady = self._clock.now(), self._clock.steady()
        going_on = self._database.read(
            lambda session: [
                Found(exam, assignment, session.get_one(SchoolClass, assignment.class_id))
                for exam, assignment in session.execute(
                    select(ExamRun, Assignment)
                    .join(Assignment, Assignment.id == ExamRun.assignment_id)
                    .where(ExamRun.over.is_(False))
                ).all()
            ]
        )
        return [
            found
            for found in going_on
            if found.is_closed(now) or steady - max(found.exam.steady, found.exam.contact) >= _FORGOTTEN_SECONDS
        ]


def _exam_of(session: Session, assignment_id: str, student_id: str) -> ExamRun | None:
    return session.scalar(
        select(ExamRun).where(ExamRun.assignment_id == assignment_id, ExamRun.student_id == student_id)
    )
