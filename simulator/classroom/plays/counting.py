"""Which of a student's plays counts, and what a teacher may change of it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from simulator.classroom.audit import note
from simulator.classroom.declined import Declined
from simulator.classroom.live.revisions import tell_class, touch
from simulator.classroom.store.people import Teacher
from simulator.classroom.store.work import Assignment, Comment, Override, Play
from simulator.classroom.systems.telling import tell_grades, tell_override

ACCEPTABLE = ("classroom.play_copied",)
"""Refusals that a teacher may see otherwise: the play itself was verified."""
_MOST_TEXT = 4000


def recount(session: Session, assignment_id: str, student_id: str) -> None:
    """Mark the play by which a student is graded: the first, the last or the best that is verified and in time."""
    assignment = session.get_one(Assignment, assignment_id)
    mine = select(Play).where(Play.assignment_id == assignment_id, Play.student_id == student_id)
    plays = session.scalars(mine.order_by(Play.attempt).with_for_update(of=Play)).all()
    good = [play for play in plays if play.state == "verified" and (play.accepted or not play.late)]
    chosen: Play | None = None
    if good:
        by_grade = max(good, key=lambda play: (play.grade if play.grade is not None else -1.0, -play.attempt))
        chosen = {"first": good[0], "last": good[-1], "best": by_grade}[assignment.counting]
    for play in plays:
        play.counts = play is chosen


def accept(session: Session, play: Play, teacher: Teacher, accepted: bool, now: datetime) -> None:
    """Let a late play count, or one that was refused as another's; or take that back. Raises Declined."""
    refused = play.refusal["code"] if play.refusal else None
    if play.state == "waiting" or (refused is not None and refused not in ACCEPTABLE):
        raise Declined("accept_impossible", 409)
    play.accepted = accepted
    if refused is not None:
        play.state = "verified" if accepted else "refused"
    note(session, now, "accept" if accepted else "unaccept", teacher=teacher.id, play=play.id)
    session.flush()
    recount(session, play.assignment_id, play.student_id)
    tell_grades(session, play, now)
    _tell(session, play)


def override(
    session: Session, play: Play, teacher: Teacher, grade: float | None, reason: str, now: datetime
) -> Override:
    """Give a verified play another grade (0..100), None: the computed one again; who, when and why is kept.

    Raises Declined.
    """
    if play.state != "verified" or play.overall is None:
        raise Declined("override_impossible", 409)
    if grade is not None and not 0 <= grade <= 100:
        raise Declined("grade_bad")
    made = Override(
        play_id=play.id, teacher_id=teacher.id, at=now, before=play.grade, after=grade, reason=_text(reason)
    )
    session.add(made)
    play.grade = play.overall if grade is None else grade
    note(session, now, "override", teacher=teacher.id, play=play.id, before=made.before, after=grade)
    session.flush()
    recount(session, play.assignment_id, play.student_id)
    tell_override(session, play, made, now)
    _tell(session, play)
    return made


def comment(session: Session, play: Play, teacher: Teacher, text: str, now: datetime) -> Comment:
    """Write something about a play, which its student reads. Raises Declined."""
    made = Comment(play_id=play.id, teacher_id=teacher.id, text=_text(text), created=now)
    session.add(made)
    note(session, now, "comment", teacher=teacher.id, play=play.id)
    tell_grades(session, play, now)  # it goes with the grade
    _tell(session, play)
    return made


def is_overridden(session: Session, play_id: str) -> bool:
    """Whether the grade that counts is a teacher's."""
    last = select(Override.after).where(Override.play_id == play_id).order_by(Override.id.desc()).limit(1)
    return session.scalar(last) is not None


def _tell(session: Session, play: Play) -> None:
    """The board, and the class of which one looks at this play."""
    touch(session, play.assignment_id)
    tell_class(session, session.get_one(Assignment, play.assignment_id).class_id)


def _text(text: str) -> str:
    kept = "".join(sign for sign in text if sign.isprintable() or sign == "\n").strip()
    if not 0 < len(kept) <= _MOST_TEXT:
        raise Declined("text_bad", most=_MOST_TEXT)
    return kept
