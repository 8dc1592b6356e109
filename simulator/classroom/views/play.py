"""One play: who, when, how it was graded, what the teacher wrote about it and changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import tzinfo

from sqlalchemy import select
from sqlalchemy.orm import Session, defer

from simulator.classroom.declined import Declined
from simulator.classroom.plays.board import mates_of, place_of
from simulator.classroom.plays.counting import ACCEPTABLE, is_overridden
from simulator.classroom.plays.verdict import from_record
from simulator.classroom.store.people import SchoolClass, Teacher
from simulator.classroom.store.work import Assignment, Comment, Override, Play
from simulator.classroom.views.plays import names_of, play_state, who
from simulator.classroom.views.words import BarRow, StateRow, band_name, bars, exact, figure, span, when
from simulator.locale import Phrasebook


@dataclass(frozen=True)
class CommentRow:
    """What a teacher wrote."""

    text: str
    by: str
    when: str


@dataclass(frozen=True)
class OverrideRow:
    """A grade changed: by whom, when, from what to what, and why."""

    by: str
    when: str
    before: str
    after: str
    reason: str


@dataclass(frozen=True)
class OtherRow:
    """Another attempt of the same student."""

    play: str
    text: str
    current: bool


@dataclass(frozen=True)
class PlayPage:
    """`computed` is the server's own grade where the teacher gave another one; `refusal` the sentence of a refusal.

    `can_accept` and `can_withdraw`: whether the play can be let count, or that be taken back.
    """

    play: str
    assignment: str
    assignment_title: str
    title: str
    name: str
    facts: tuple[tuple[str, str], ...]
    state: StateRow
    refusal: str
    counts: bool
    grade: str
    band: str
    band_key: str
    computed: str
    bars: tuple[BarRow, ...]
    comments: tuple[CommentRow, ...]
    overrides: tuple[OverrideRow, ...]
    others: tuple[OtherRow, ...]
    can_accept: bool
    can_withdraw: bool
    can_override: bool
    is_overridden: bool
    has_debrief: bool


def play_of_teacher(session: Session, teacher: Teacher, play_id: str) -> tuple[Play, Assignment]:
    """A play of one of the teacher's own classes. Raises Declined (404) for any other."""
    play = session.scalar(select(Play).where(Play.id == play_id).options(defer(Play.replay)))
    assignment = None if play is None else session.get_one(Assignment, play.assignment_id)
    school_class = None if assignment is None else session.get_one(SchoolClass, assignment.class_id)
    if play is None or assignment is None or school_class is None or school_class.teacher_id != teacher.id:
        raise Declined("play_unknown", 404)
    return play, assignment


def play_page(
    session: Session, play: Play, assignment: Assignment, say: Phrasebook, zone: tzinfo, *, roster: bool
) -> PlayPage:
    """The page of `play`, but for its debrief."""
    people = who(session, assignment)
    mates = mates_of(session, [play.id]).get(play.id, [])
    name = names_of([people[one] for one in (play.student_id, *mates) if one in people], roster=roster)
    verified = play.state == "verified"
    refused = play.refusal["code"] if play.refusal else None
    acceptable = play.state != "waiting" and (refused is None or refused in ACCEPTABLE)
    overridden = is_overridden(session, play.id)
    return PlayPage(
        play=play.id,
        assignment=assignment.id,
        assignment_title=assignment.title,
        title=say("boards.play_of", name=name),
        name=name,
        facts=_facts(session, play, assignment, mates, say, zone),
        state=play_state(play, say),
        refusal=say.say(from_record(play.refusal)) if play.state == "refused" and play.refusal else "",
        counts=play.counts,
        grade=figure(play.grade if verified else None, say),
        band=band_name(play.grade, say) if verified else "",
        band_key=play.band or "",
        computed=say("boards.computed", grade=exact(play.overall, say)) if overridden else "",
        bars=bars(play.reactivity, play.transparency, play.tone, say) if verified else (),
        comments=_comments(session, play, say, zone),
        overrides=_overrides(session, play, say, zone),
        others=_others(session, play, say),
        can_accept=acceptable and not play.accepted and (play.late or refused is not None),
        can_withdraw=acceptable and play.accepted,
        can_override=verified and play.overall is not None,
        is_overridden=overridden,
        has_debrief=play.run_digest is not None,
    )


def _facts(
    session: Session, play: Play, assignment: Assignment, mates: list[str], say: Phrasebook, zone: tzinfo
) -> tuple[tuple[str, str], ...]:
    facts = [(say("boards.received"), when(play.received, say, zone))]
    if play.late and assignment.closes is not None:
        facts.append((say("boards.closed_at"), when(assignment.closes, say, zone)))
    facts.append((say("boards.attempt"), say("boards.attempt_of", attempt=str(play.attempt))))
    if mates:
        facts.append((say("boards.team"), say("boards.team_of", count=len(mates) + 1)))
    if play.state == "verified":
        facts.append((say("boards.first_message"), span(play.first_message_minute, say)))
        place = place_of(session, play)
        if place is not None:
            facts.append((say("boards.place"), say("boards.place_of", place=str(place[0]), count=place[1])))
    return tuple(facts)


def _comments(session: Session, play: Play, say: Phrasebook, zone: tzinfo) -> tuple[CommentRow, ...]:
    found = session.execute(
        select(Comment, Teacher.login)
        .outerjoin(Teacher, Teacher.id == Comment.teacher_id)
        .where(Comment.play_id == play.id)
        .order_by(Comment.created, Comment.id)
    )
    return tuple(
        CommentRow(one.text, login or say("boards.gone"), when(one.created, say, zone)) for one, login in found
    )


def _overrides(session: Session, play: Play, say: Phrasebook, zone: tzinfo) -> tuple[OverrideRow, ...]:
    found = session.execute(
        select(Override, Teacher.login)
        .outerjoin(Teacher, Teacher.id == Override.teacher_id)
        .where(Override.play_id == play.id)
        .order_by(Override.at.desc(), Override.id.desc())
    )
    return tuple(
        OverrideRow(
            by=login or say("boards.gone"),
            when=when(one.at, say, zone),
            before=exact(one.before, say),
            after=exact(one.after, say) if one.after is not None else say("boards.computed_again"),
            reason=one.reason,
        )
        for one, login in found
    )


def _others(session: Session, play: Play, say: Phrasebook) -> tuple[OtherRow, ...]:
    """Every attempt of the same student, none where this is the only one."""
    found = session.execute(
        select(Play.id, Play.attempt)
        .where(Play.assignment_id == play.assignment_id, Play.student_id == play.student_id)
        .order_by(Play.attempt)
    ).all()
    rows = tuple(
        OtherRow(name, say("boards.attempt_of", attempt=str(attempt)), name == play.id) for name, attempt in found
    )
    return rows if len(rows) > 1 else ()
