"""An exam that is over becomes a play like any other: kept, lived again, graded."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import update
from sqlalchemy.orm import Session

from simulator.classroom.live.revisions import touch
from simulator.classroom.people.secret import digest
from simulator.classroom.plays.submitting import decisions_digest, pack_replay
from simulator.classroom.store.exams import ExamRun
from simulator.classroom.store.work import Play
from simulator.engine.replay import Replay


def hand_in(
    session: Session, exam_id: str, last_order: int, replay: Replay, minute: int, steady: float, now: datetime
) -> str | None:
    """The play that the exam has become; None where an order came in between. Handed in twice, the same play."""
    exam = session.get_one(ExamRun, exam_id, with_for_update=True)
    if exam.over:
        return exam.play_id
    if exam.last_order != last_order:
        return None
    packed = pack_replay(replay)
    play = Play(
        assignment_id=exam.assignment_id,
        student_id=exam.student_id,
        attempt=1,
        idempotency_key=f"exam-{exam.id}",
        body_sha256=digest(packed),
        replay=packed,
        decisions_digest=decisions_digest(replay),
        received=now,
        late=False,
    )
    session.add(play)
    session.flush()
    session.execute(
        update(ExamRun)
        .where(ExamRun.id == exam_id)
        .values(over=True, play_id=play.id, minute=minute, steady=steady, abandoned=replay.abandoned)
    )
    touch(session, exam.assignment_id)
    return play.id
