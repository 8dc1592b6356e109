"""What stands above every page of an assignment: which it is, and what can be done with all of it at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from simulator.classroom.people.codes import shown_code
from simulator.classroom.plays.mine import is_secret
from simulator.classroom.store.people import SchoolClass
from simulator.classroom.store.work import Assignment
from simulator.classroom.work.assignments import standing
from simulator.locale import Phrasebook


@dataclass(frozen=True)
class Head:
    """`standing` is a word ("Ouvert") with its key; `code` is "" once it is withdrawn."""

    id: str
    class_id: str
    class_name: str
    title: str
    subtitle: str
    code: str
    standing: str
    standing_key: str
    can_start: bool
    paused: bool
    debrief_open: bool
    choices_revealed: bool


def head(session: Session, assignment: Assignment, say: Phrasebook, now: datetime) -> Head:
    """The head of `assignment`."""
    school_class = session.get_one(SchoolClass, assignment.class_id)
    where = standing(assignment, school_class, now)
    return Head(
        id=assignment.id,
        class_id=school_class.id,
        class_name=school_class.name,
        title=assignment.title,
        subtitle=_subtitle(assignment, say, secret=is_secret(assignment, school_class, now)),
        code=shown_code(school_class.code, school_class.language) if school_class.code else "",
        standing=say(f"boards.standing_{where}"),
        standing_key=where,
        can_start=assignment.started is None and where != "closed",
        paused=school_class.paused,
        debrief_open=assignment.debrief_open,
        choices_revealed=assignment.choices_revealed,
    )


def _subtitle(assignment: Assignment, say: Phrasebook, *, secret: bool) -> str:
    """`tirage commun 4821`, `examen · un tirage par personne`; a `secret` draw has no number: this is seen on walls."""
    parts = [say("boards.exam")] if assignment.mode == "exam" else []
    if secret and assignment.seed is not None:
        parts.append(say("boards.seed_secret"))
    elif assignment.seed is None:
        parts.append(say("boards.seed_individual"))
    else:
        parts.append(say("boards.seed_common", seed=str(assignment.seed)))
    return " · ".join(parts)
