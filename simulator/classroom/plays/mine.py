"""What a student is told of themselves: their class, their assignments, their plays."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, defer

from simulator.classroom.declined import Declined
from simulator.classroom.people.accommodations import factor_of
from simulator.classroom.plays.board import place_of
from simulator.classroom.plays.counting import is_overridden
from simulator.classroom.plays.submitting import assignment_for, attempts_made
from simulator.classroom.plays.verdict import from_record
from simulator.classroom.store.exams import ExamRun
from simulator.classroom.store.people import SchoolClass, Student
from simulator.classroom.store.work import Assignment, Comment, Play, TeamMember
from simulator.classroom.work.assignments import NOT_OPEN, assignments_of, seed_for, standing
from simulator.locale import Phrasebook
from simulator.submission.wire import assignments as wire
from simulator.submission.wire.plays import PlayView, Score


def me(session: Session, student: Student, language: str, now: datetime) -> wire.Me:
    """Everything a student's class scene begins with."""
    school_class = session.get_one(SchoolClass, student.class_id)
    plays = session.scalars(
        select(Play).where(Play.student_id == student.id).options(defer(Play.replay)).order_by(Play.attempt)
    ).all()
    begun = set(session.scalars(select(ExamRun.assignment_id).where(ExamRun.student_id == student.id)))
    return wire.Me(
        student=student.id,
        pseudonym=student.pseudonym,
        listed=student.listed,
        class_name=school_class.name,
        language=school_class.language,
        paused=school_class.paused,
        factor=factor_of(session, student.id),
        now=now,
        assignments=tuple(
            _assignment(
                one,
                school_class,
                [play for play in plays if play.assignment_id == one.id],
                language,
                now,
                exam_begun=one.id in begun,
            )
            for one in assignments_of(session, student.class_id)
        ),
    )


def start(session: Session, student: Student, assignment_id: str, now: datetime) -> wire.Start:
    """The world of a student's next practice play. Raises Declined."""
    assignment, school_class = assignment_for(session, student, assignment_id)
    if assignment.mode == "exam":
        raise Declined("exam_not_started_so", 409)
    check_open(assignment, school_class, now)
    made = attempts_made(session, assignment.id, student.id)
    if assignment.attempts is not None and made >= assignment.attempts:
        raise Declined("attempts_used", 409, count=assignment.attempts)
    return wire.Start(
        seed=seed_for(assignment, student.id),
        attempt=made + 1,
        factor=factor_of(session, student.id),
        now=now,
        closes=assignment.closes,
    )


def check_open(assignment: Assignment, school_class: SchoolClass, now: datetime) -> None:
    """Raise Declined where an assignment cannot be played now."""
    where = standing(assignment, school_class, now)
    if where != "open":
        raise Declined(NOT_OPEN[where], 409, retry_after=None if where == "closed" else 30)


def pack_for(session: Session, student: Student, assignment_id: str, now: datetime) -> str:
    """The digest of the pack that a student may fetch. Raises Declined: an exam's run stays on the server."""
    assignment, school_class = assignment_for(session, student, assignment_id)
    if standing(assignment, school_class, now) == "waiting":
        raise Declined("assignment_waiting", 409, retry_after=30)
    if is_secret(assignment, school_class, now):
        raise Declined("exam_has_no_pack", 403)
    return assignment.pack_digest


def is_secret(assignment: Assignment, school_class: SchoolClass, now: datetime) -> bool:
    """Whether the scenario must not be seen yet: an exam's, until it is closed or its debrief open."""
    if assignment.mode != "exam" or assignment.debrief_open:
        return False
    return standing(assignment, school_class, now) != "closed"


def play_view(session: Session, student: Student, play_id: str, say: Phrasebook) -> PlayView:
    """One of a student's own plays, or one that they played along in. Raises Declined (404) for any other."""
    play = _own(session, student, play_id)
    assignment = session.get_one(Assignment, play.assignment_id)
    place = place_of(session, play) if assignment.students_see != "none" else None
    written = session.scalars(select(Comment.text).where(Comment.play_id == play.id).order_by(Comment.id)).all()
    return PlayView(
        play=play.id,
        assignment=play.assignment_id,
        attempt=play.attempt,
        state=play.state,
        received=play.received,
        late=play.late,
        counts=play.counts,
        refusal=say.say(from_record(play.refusal)) if play.state == "refused" and play.refusal else None,
        refusal_code=play.refusal["code"].partition(".")[2] if play.state == "refused" and play.refusal else None,
        score=_score(session, play) if play.state == "verified" else None,
        first_message_minute=play.first_message_minute if play.state == "verified" else None,
        place=place[0] if place else None,
        ranked=place[1] if place else None,
        comments=tuple(written),
    )


def replay_for(session: Session, student: Student, play_id: str, now: datetime) -> bytes:
    """The replay of one of a student's own plays, as it is kept. Raises Declined: an exam stays secret until closed."""
    play = _own(session, student, play_id)
    assignment, school_class = assignment_for(session, student, play.assignment_id)
    if is_secret(assignment, school_class, now):
        raise Declined("exam_has_no_pack", 403)
    return play.replay


def _own(session: Session, student: Student, play_id: str) -> Play:
    play = session.scalar(select(Play).where(Play.id == play_id).options(defer(Play.replay)))
    if play is None or (play.student_id != student.id and session.get(TeamMember, (play_id, student.id)) is None):
        raise Declined("play_unknown", 404)
    return play


def _score(session: Session, play: Play) -> Score:
    return Score(
        overall=play.overall,
        reactivity=play.reactivity,
        transparency=play.transparency,
        tone=play.tone,
        band=play.band,
        grade=play.grade,
        overridden=is_overridden(session, play.id),
    )


def _assignment(
    one: Assignment, school_class: SchoolClass, plays: list[Play], language: str, now: datetime, *, exam_begun: bool
) -> wire.Assignment:
    titles = one.pack.titles
    return wire.Assignment(
        id=one.id,
        title=one.title,
        scenario=one.pack.scenario_id,
        scenario_title=titles.get(language) or next(iter(titles.values()), one.pack.scenario_id),
        scenario_digest=one.pack.scenario_digest,
        engine_version=one.engine_version,
        pack=None if is_secret(one, school_class, now) else one.pack_digest,
        mode=one.mode,
        standing=standing(one, school_class, now),
        started=one.started is not None,
        opens=one.opens,
        closes=one.closes,
        attempts=one.attempts,
        counting=one.counting,
        students_see=one.students_see,
        choices_revealed=one.choices_revealed,
        debrief_open=one.debrief_open,
        rubric=one.rubric,
        plays=tuple(
            wire.PlayState(
                play=play.id,
                attempt=play.attempt,
                state=play.state,
                late=play.late,
                counts=play.counts,
            )
            for play in plays
        ),
        on_lost_connection=one.on_lost_connection if one.mode == "exam" else None,
        exam_begun=exam_begun,
    )
