"""A play that could not be sent: its file, handed in by the teacher, is a play like any other.

The file is sealed by a key that only the game has, so nothing in it is taken on trust: its decisions are lived again,
and whose play it is must fit the class. What cannot be known is whether the student themselves gave it in; so that it
came by file stands in the audit.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from pydantic import ValidationError
from sqlalchemy.orm import Session

from simulator.classroom.audit import note
from simulator.classroom.declined import Declined
from simulator.classroom.plays.submitting import Received, read_submission, submit
from simulator.classroom.store.people import Student, Teacher
from simulator.classroom.store.work import Assignment, Play
from simulator.submission.parcel import FORMAT, KIND, Handed
from simulator.submission.wire.plays import Receipt


@dataclass(frozen=True)
class PlayFile:
    """A file read: whose play of what it says it is, and the play."""

    student: str
    assignment: str
    key: str
    received: Received


def read_play_file(content: bytes) -> PlayFile:
    """The play in a file that the game wrote. Raises Declined."""
    try:
        record = json.loads(content)
        if record["kind"] != KIND or record["format"] != FORMAT:
            raise Declined("file_other")
        said = Handed.model_validate(record["parcel"])
    except (ValueError, KeyError, TypeError, RecursionError, ValidationError):
        raise Declined("file_other") from None
    return PlayFile(said.student, said.assignment, said.key, read_submission(said.body.encode("utf-8", "replace")))


def hand_in(session: Session, assignment: Assignment, file: PlayFile, teacher: Teacher, now: datetime) -> Receipt:
    """The receipt of the play in `file`, kept. One that was sent meanwhile is the same play. Raises Declined, Raced."""
    student = session.get(Student, file.student)
    if file.assignment != assignment.id:
        raise Declined("file_other_assignment")
    if student is None or student.class_id != assignment.class_id:
        raise Declined("file_other_student")
    receipt = submit(session, student, assignment.id, file.received, file.key, now)
    note(session, now, "hand_in_file", teacher=teacher.id, play=receipt.play, student=student.id)
    return receipt


def whose(session: Session, receipt: Receipt) -> str:
    """The pseudonym of who played what was handed in."""
    play = session.get_one(Play, receipt.play)
    return session.get_one(Student, play.student_id).pseudonym
