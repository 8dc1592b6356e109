"""Receiving a play: on the disk before anything is said, and once however often it is sent."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pydantic import ValidationError
from sqlalchemy import Row, func, insert, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from simulator.classroom.declined import Declined
from simulator.classroom.live.revisions import touch
from simulator.classroom.people.names import clean_name, folded
from simulator.classroom.store.people import SchoolClass, Student
from simulator.classroom.store.work import Assignment, Play, TeamMember
from simulator.classroom.work.assignments import NOT_OPEN, seed_for, standing
from simulator.engine.decision import to_record
from simulator.engine.replay import ENGINE_VERSION, NotAReplay, Replay, from_values
from simulator.submission.wire.base import MOST_BODY
from simulator.submission.wire.plays import Receipt, Submission

_MOST_DECISIONS = 5000
_RECEIPT = (
    Play.id,
    Play.assignment_id,
    Play.attempt,
    Play.idempotency_key,
    Play.body_sha256,
    Play.received,
    Play.late,
)
"""What a receipt is made of; whole rows cost twice the time, and a class ends all at once."""


@dataclass(frozen=True)
class Received:
    """A play as it arrived, whole and well formed. `sha256` is of the request's body, to the letter,
    `decisions` of what was decided when."""

    replay: Replay
    packed: bytes
    team: tuple[str, ...]
    sha256: str
    decisions: str


def read_submission(body: bytes) -> Received:
    """What a request's body holds. Raises Declined where it is no play."""
    if len(body) > MOST_BODY:
        raise Declined("body_long", 413, most=MOST_BODY // 1024 // 1024)
    try:
        asked = Submission.model_validate_json(body)
        replay = from_values(asked.replay)
    except NotAReplay as error:
        raise Declined("play_unreadable", reason=error.message) from None
    except ValidationError:
        raise Declined("play_no_json") from None
    if not _is_sane(replay):
        raise Declined("play_unreadable_at_all")
    sha256 = hashlib.sha256(body).hexdigest()
    return Received(replay, pack_replay(replay), asked.team, sha256, decisions_digest(replay))


def pack_replay(replay: Replay) -> bytes:
    """A replay as it is kept: its own keys and nothing else that a client may have sent along."""
    return zlib.compress(json.dumps(replay.to_record(), ensure_ascii=False, separators=(",", ":")).encode(), 1)


def unpack_replay(packed: bytes) -> str:
    """The replay's record as text."""
    return zlib.decompress(packed).decode()


def decisions_digest(replay: Replay) -> str:
    """Equal for plays in which the same was decided at the same minutes."""
    said = json.dumps([to_record(decision) for decision in replay.decisions], sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()


def submit(
    session: Session, student: Student, assignment_id: str, received: Received, key: str, now: datetime
) -> Receipt:
    """The receipt of a play, kept by the transaction this is part of. Raises Declined.

    The same key with the same body gives the receipt given before, and so does the same body with another key: a
    client that lost its memory sends the same play. The same key with another body is refused (409).
    """
    assignment, school_class = assignment_for(session, student, assignment_id)
    mine = select(*_RECEIPT).where(Play.assignment_id == assignment.id, Play.student_id == student.id)
    plays = session.execute(mine.order_by(Play.attempt)).all()
    again = _sent_before(plays, key, received.sha256)
    if again is not None:
        return receipt_of(again)
    where = standing(assignment, school_class, now)
    if assignment.mode == "exam":
        raise Declined("exam_not_sent", 409)
    if where in ("waiting", "paused"):
        raise Declined(NOT_OPEN[where], 409, retry_after=30)
    _check_world(assignment, student, received.replay)
    if assignment.attempts is not None and len(plays) >= assignment.attempts:
        raise Declined("attempts_used", 409, count=assignment.attempts)
    members = _team(session, student, received.team, now)
    values = {
        "assignment_id": assignment.id,
        "student_id": student.id,
        "attempt": len(plays) + 1,
        "idempotency_key": key,
        "body_sha256": received.sha256,
        "replay": received.packed,
        "decisions_digest": received.decisions,
        "received": now,
        "late": where == "closed",
    }
    try:
        play = session.execute(insert(Play).values(**values).returning(*_RECEIPT)).one()
    except IntegrityError:
        raise Raced from None
    session.add_all(TeamMember(play_id=play.id, student_id=member) for member in members)
    touch(session, assignment.id)
    return receipt_of(play)


class Raced(Exception):
    """The same student's other request was first: what it wrote is seen when this is done again."""


def receipt_of(play: Play | Row[*tuple[Any, ...]]) -> Receipt:
    """What is said of a play that was received; always the same."""
    return Receipt(
        play=play.id,
        assignment=play.assignment_id,
        attempt=play.attempt,
        received=play.received,
        late=play.late,
        body_sha256=play.body_sha256,
    )


def assignment_for(session: Session, student: Student, assignment_id: str) -> tuple[Assignment, SchoolClass]:
    """An assignment of the student's own class. Raises Declined (404) for any other."""
    assignment = session.get(Assignment, assignment_id)
    if assignment is None or assignment.class_id != student.class_id:
        raise Declined("assignment_unknown", 404)
    return assignment, session.get_one(SchoolClass, assignment.class_id)


def attempts_made(session: Session, assignment_id: str, student_id: str) -> int:
    """How many plays a student has sent."""
    found = select(func.count()).where(Play.assignment_id == assignment_id, Play.student_id == student_id)
    return session.scalar(found) or 0


def _sent_before(plays: Sequence[Row[*tuple[Any, ...]]], key: str, sha256: str) -> Row[*tuple[Any, ...]] | None:
    for play in plays:
        if play.idempotency_key == key:
            if play.body_sha256 != sha256:
                raise Declined("key_reused", 409)
            return play
    return next((play for play in plays if play.body_sha256 == sha256), None)


def _check_world(assignment: Assignment, student: Student, replay: Replay) -> None:
    """Raise Declined where the play was played in another world than the one that was set."""
    if replay.scenario_digest != assignment.pack.scenario_digest or replay.scenario != assignment.pack.scenario_id:
        raise Declined("play_other_scenario", title=assignment.title)
    if replay.engine_version != assignment.engine_version or replay.engine_version != ENGINE_VERSION:
        raise Declined("play_other_engine", theirs=str(replay.engine_version), ours=str(assignment.engine_version))
    if replay.seed != seed_for(assignment, student.id):
        raise Declined("play_other_seed")


def _team(session: Session, student: Student, names: Sequence[str], now: datetime) -> set[str]:
    """The ids of those who played along; somebody not here yet is entered under that pseudonym."""
    members = set()
    for typed in names:
        name = clean_name(typed)
        found = session.scalar(
            select(Student.id).where(Student.class_id == student.class_id, Student.folded == folded(name))
        )
        if found is None:
            made = Student(class_id=student.class_id, pseudonym=name, folded=folded(name), created=now)
            session.add(made)
            session.flush()
            found = made.id
        members.add(found)
    return members - {student.id}


def _is_sane(replay: Replay) -> bool:
    """Whether its numbers are some that a play can have; what it did with them is seen when it is lived again."""
    minutes = [decision.minute for decision in replay.decisions]
    return (
        0 <= replay.seed < 2**32
        and 0 <= replay.ended <= 1_000_000
        and len(minutes) <= _MOST_DECISIONS
        and all(0 <= minute <= replay.ended for minute in minutes)
        and minutes == sorted(minutes)
    )
