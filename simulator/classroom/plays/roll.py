"""Everybody of a class in an assignment, for the teacher: who stands where, who waits, who has not come yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from sqlalchemy import func, select
from sqlalchemy.orm import Session, defer

from simulator.classroom.plays.board import mates_of
from simulator.classroom.store.exams import ExamRun
from simulator.classroom.store.people import Identity, Student
from simulator.classroom.store.work import Assignment, Override, Play

State = Literal["verified", "waiting", "late", "refused", "playing", "joined", "away"]
"""A play that counts, one that is being verified, only late ones, only refused ones, an exam under way, nobody's play
yet, or not even joined."""
_ORDER: tuple[State, ...] = ("verified", "waiting", "late", "refused", "playing", "joined", "away")

UNFINISHED: frozenset[State] = frozenset({"waiting", "playing", "joined"})
"""Of somebody who has still to play, or waits for a verdict."""


@dataclass(frozen=True)
class Entry:
    """A student, or those who played together. `names` are pseudonyms, the one who sent the play first, `people` who
    they are where a roster says so ("" where it does not), in the same order.

    `play` is the one that counts, else the newest, None where there is none; marks are those of a play that counts.
    """

    student: str
    names: tuple[str, ...]
    people: tuple[str, ...]
    state: State
    attempts: int = 0
    play: str | None = None
    place: int | None = None
    grade: float | None = None
    reactivity: float | None = None
    transparency: float | None = None
    tone: float | None = None
    band: str | None = None
    first_message_minute: int | None = None
    overridden: bool = False
    refusal: str | None = None


def roll(session: Session, assignment: Assignment) -> tuple[Entry, ...]:
    """The ranked first, in their order, then the others by what they are waiting for; team mates have no line of
    their own unless they sent a play themselves."""
    students = session.execute(
        select(Student.id, Student.pseudonym, Student.joined, Identity.name)
        .outerjoin(Identity, Identity.student_id == Student.id)
        .where(Student.class_id == assignment.class_id)
    ).all()
    people = {student: (pseudonym, name or "") for student, pseudonym, _, name in students}
    plays: dict[str, list[Play]] = {}
    for play in session.scalars(
        select(Play)
        .where(Play.assignment_id == assignment.id)
        .options(defer(Play.replay), defer(Play.choices))
        .order_by(Play.attempt)
    ):
        plays.setdefault(play.student_id, []).append(play)
    shown = {student: _shown(sent) for student, sent in plays.items()}
    team = mates_of(session, [play.id for play in shown.values()])
    along = {mate for mates in team.values() for mate in mates}
    sitting = _sitting(session, assignment)
    overridden = _overridden(session, assignment)
    entries = []
    for student, _, joined, _ in students:
        sent = plays.get(student, [])
        if not sent and student in along and student not in sitting:
            continue
        shown_play = shown.get(student)
        members = [student, *(team.get(shown_play.id, []) if shown_play is not None else [])]
        pairs = [people[member] for member in members if member in people]
        state: State = "joined" if joined is not None else "away"
        if student in sitting:
            state = "playing"
        entries.append(_entry(student, pairs, _state(sent) or state, sent, shown_play, overridden))
    return _ranked(entries)


def _entry(
    student: str,
    pairs: Sequence[tuple[str, str]],
    state: State,
    sent: Sequence[Play],
    play: Play | None,
    overridden: frozenset[str],
) -> Entry:
    names, people = tuple(name for name, _ in pairs), tuple(person for _, person in pairs)
    if play is None:
        return Entry(student, names, people, state)
    counts = play.counts
    return Entry(
        student=student,
        names=names,
        people=people,
        state=state,
        attempts=len(sent),
        play=play.id,
        grade=play.grade if counts else None,
        reactivity=play.reactivity if counts else None,
        transparency=play.transparency if counts else None,
        tone=play.tone if counts else None,
        band=play.band if counts else None,
        first_message_minute=play.first_message_minute if counts else None,
        overridden=play.id in overridden,
        refusal=play.refusal["code"] if play.state == "refused" and play.refusal else None,
    )


def _shown(sent: Sequence[Play]) -> Play:
    return next((play for play in sent if play.counts), sent[-1])


def _state(sent: Sequence[Play]) -> State | None:
    if any(play.state == "waiting" for play in sent):
        return "waiting"
    if any(play.counts for play in sent):
        return "verified"
    if any(play.state == "verified" for play in sent):
        return "late"
    return "refused" if sent else None


def _ranked(entries: list[Entry]) -> tuple[Entry, ...]:
    def key(entry: Entry) -> tuple[bool, float, int, str]:
        grade = entry.grade
        return grade is None, -(grade or 0.0), _ORDER.index(entry.state), entry.names[0].casefold()

    grades = sorted((entry.grade for entry in entries if entry.grade is not None), reverse=True)
    places = {grade: len(grades) - rank for rank, grade in enumerate(reversed(grades))}
    ordered = sorted(entries, key=key)
    return tuple(replace(entry, place=None if entry.grade is None else places[entry.grade]) for entry in ordered)


def _sitting(session: Session, assignment: Assignment) -> frozenset[str]:
    """Who is in the exam now."""
    found = select(ExamRun.student_id).where(ExamRun.assignment_id == assignment.id, ExamRun.over.is_(False))
    return frozenset(session.scalars(found))


def _overridden(session: Session, assignment: Assignment) -> frozenset[str]:
    """The plays whose grade is a teacher's."""
    last = (
        select(Override.play_id, func.max(Override.id).label("last"))
        .join(Play, Play.id == Override.play_id)
        .where(Play.assignment_id == assignment.id)
        .group_by(Override.play_id)
        .subquery()
    )
    found = select(Override.play_id).join(last, last.c.last == Override.id).where(Override.after.is_not(None))
    return frozenset(session.scalars(found))
