"""A class's grades as a file that Moodle's import reads, and any spreadsheet.

Moodle's CSV import (`grade/import/csv/classes/load_data.php` of its sources) asks which column says who somebody is
(ID number, e-mail address, user name), and which goes to which grade item or its feedback. It takes decimals up to a
hundred, and "-" for no grade. A line whose column of identity is *empty* it gives to the student of the line before; so
nobody's is empty here: who is on no list stands there by their pseudonym, which Moodle refuses by name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from simulator.classroom.csv_text import table
from simulator.classroom.store.people import Identity, SchoolClass, Student
from simulator.classroom.store.work import Assignment, Comment, Play
from simulator.classroom.systems.grades import graded_plays
from simulator.locale import Phrasebook, phrasebook

NO_GRADE = "-"
DIMENSIONS = ("reactivity", "transparency", "tone")
_MARK = "\ufeff"
"""Tells spreadsheets that the file is UTF-8; Moodle takes it away."""


@dataclass(frozen=True)
class _Row:
    """Somebody, and what they are called."""

    student: Student
    identity: Identity | None

    @property
    def known(self) -> bool:
        return self.identity is not None and bool(self.identity.email or self.identity.roster_number)

    @property
    def cells(self) -> tuple[str, str, str]:
        """Whole name, number, address; where there is none, the pseudonym."""
        name = self.student.pseudonym
        if self.identity is None:
            return name, name, name
        return self.identity.name or name, self.identity.roster_number or name, self.identity.email or name


def gradebook(
    session: Session, school_class: SchoolClass, *, assignment: Assignment | None = None, known_only: bool = False
) -> str:
    """The file, headings in the class's language: of one assignment, or of all, oldest first.

    `known_only`: without those who have neither number nor address, so that an import by a column goes through.
    """
    say = phrasebook("en" if school_class.language == "en" else "fr")
    assignments = (
        [assignment]
        if assignment is not None
        else session.scalars(
            select(Assignment).where(Assignment.class_id == school_class.id).order_by(Assignment.id)
        ).all()
    )
    plays = {one.id: graded_plays(session, one.id) for one in assignments}
    feedback = _feedback(session, [play.id for graded in plays.values() for play in graded.values()])
    headings = [say("classroom.grades_name"), say("classroom.grades_number"), say("classroom.grades_email")]
    headings.append(say("classroom.grades_pseudonym"))
    for title in _titles(assignments):
        headings += [title, *(f"{title} – {say(f'classroom.grades_{name}')}" for name in DIMENSIONS)]
        headings.append(f"{title} – {say('classroom.grades_feedback')}")
    rows: list[list[object]] = [list(headings)]
    for row in _people(session, school_class, known_only=known_only):
        cells: list[object] = [*row.cells, row.student.pseudonym]
        for one in assignments:
            cells += _cells(plays[one.id].get(row.student.id), feedback, say)
        rows.append(cells)
    return _MARK + table(rows)


def _people(session: Session, school_class: SchoolClass, *, known_only: bool) -> list[_Row]:
    found = session.execute(
        select(Student, Identity)
        .outerjoin(Identity, Identity.student_id == Student.id)
        .where(Student.class_id == school_class.id)
    ).all()
    rows = [_Row(student, identity) for student, identity in found]
    kept = [row for row in rows if row.known or not known_only]
    return sorted(kept, key=lambda row: (not row.known, row.cells[0].casefold(), row.student.id))


def _cells(play: Play | None, feedback: Mapping[str, str], say: Phrasebook) -> list[object]:
    if play is None:
        return [*[NO_GRADE] * (1 + len(DIMENSIONS)), ""]
    marks: tuple[float | None, ...] = (play.grade, *(getattr(play, name) for name in DIMENSIONS))
    said = feedback.get(play.id, "")
    if play.grade != play.overall and play.overall is not None:
        changed = say("classroom.grades_computed", grade=f"{play.overall:.1f}")
        said = f"{changed} {said}".strip()
    return [*(NO_GRADE if mark is None else round(mark, 2) for mark in marks), said]


def _feedback(session: Session, plays: Sequence[str]) -> dict[str, str]:
    said: dict[str, str] = {}
    found = select(Comment.play_id, Comment.text).where(Comment.play_id.in_(plays)).order_by(Comment.id)
    for play, text in session.execute(found):
        said[play] = f"{said.get(play, '')} {' '.join(text.split())}".strip()
    return said


def _titles(assignments: Sequence[Assignment]) -> list[str]:
    """Each once: a column is found by its heading."""
    seen: dict[str, int] = {}
    titles = []
    for one in assignments:
        seen[one.title] = seen.get(one.title, 0) + 1
        titles.append(one.title if seen[one.title] == 1 else f"{one.title} ({seen[one.title]})")
    return titles
