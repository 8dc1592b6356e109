"""Assignments: what is to be played, when, how often, and what students see of each other."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, get_args

from pydantic import ValidationError
from sqlalchemy import select
from sqlalchemy.orm import Session

from simulator.classroom.declined import Declined
from simulator.classroom.live.revisions import tell_class, touch
from simulator.classroom.people.secret import derived
from simulator.classroom.store.people import SchoolClass
from simulator.classroom.store.work import Assignment, Pack
from simulator.engine.replay import ENGINE_VERSION
from simulator.scenario.rubric import Rubric
from simulator.submission.wire.assignments import Standing
from simulator.submission.wire.base import Counting, LostConnection, Mode, Sees

MOST_SEED = 2**32 - 1
_MOST_ATTEMPTS = 50
MOST_TITLE = 120


@dataclass(frozen=True)
class Plan:
    """What a teacher sets. `seed`: everybody's world; None with `individual`: one each, else one that is drawn now.

    `opens` and `closes` None: at once, never. `attempts` None: any number; an exam has one. `started`: it can be
    played from `opens` on; else the teacher starts it for all. `rubric` as in a scenario file.
    """

    title: str = ""
    mode: Mode = "practice"
    seed: int | None = None
    individual: bool = False
    opens: datetime | None = None
    closes: datetime | None = None
    attempts: int | None = 1
    counting: Counting = "best"
    rubric: dict[str, Any] | None = None
    students_see: Sees = "own"
    on_lost_connection: LostConnection = "goes_on"
    started: bool = True


def assign(session: Session, school_class: SchoolClass, pack: Pack, plan: Plan, now: datetime) -> Assignment:
    """Set a class a scenario. Raises Declined."""
    check(plan)
    title = " ".join(plan.title.split()) or pack.titles.get(school_class.language) or pack.scenario_id
    seed = plan.seed
    if seed is None and not plan.individual:
        seed = secrets.randbelow(MOST_SEED + 1)
    made = Assignment(
        class_id=school_class.id,
        title=title[:MOST_TITLE],
        pack=pack,
        engine_version=ENGINE_VERSION,
        mode=plan.mode,
        seed=seed,
        seed_secret=secrets.token_hex(32),
        opens=plan.opens,
        closes=plan.closes,
        attempts=1 if plan.mode == "exam" else plan.attempts,
        counting=plan.counting,
        rubric=plan.rubric,
        students_see=plan.students_see,
        on_lost_connection=plan.on_lost_connection,
        started=now if plan.started else None,
        created=now,
    )
    session.add(made)
    session.flush()
    tell_class(session, school_class.id)
    return made


def assignments_of(session: Session, class_id: str) -> Sequence[Assignment]:
    """A class's assignments, newest first."""
    return session.scalars(
        select(Assignment).where(Assignment.class_id == class_id).order_by(Assignment.id.desc())
    ).all()


def start_all(session: Session, assignment: Assignment, now: datetime) -> None:
    """Let everybody begin at once."""
    assignment.started = assignment.started or now
    _tell(session, assignment)


def set_window(session: Session, assignment: Assignment, opens: datetime | None, closes: datetime | None) -> None:
    """Another opening and closing instant. Raises Declined."""
    check(Plan(opens=opens, closes=closes))
    assignment.opens, assignment.closes = opens, closes
    _tell(session, assignment)


def reveal_choices(session: Session, assignment: Assignment, revealed: bool) -> None:
    """Show which choices are good, or hide it again."""
    assignment.choices_revealed = revealed
    _tell(session, assignment)


def open_debrief(session: Session, assignment: Assignment, opened: bool) -> None:
    """Open the debrief to the class, or close it again."""
    assignment.debrief_open = opened
    _tell(session, assignment)


def show_students(session: Session, assignment: Assignment, sees: Sees) -> None:
    """Let students see more or less of each other."""
    assignment.students_see = sees
    _tell(session, assignment)


def standing(assignment: Assignment, school_class: SchoolClass, now: datetime) -> Standing:
    """Whether it can be played now."""
    if assignment.closes is not None and now >= assignment.closes:
        return "closed"
    if assignment.started is None or (assignment.opens is not None and now < assignment.opens):
        return "waiting"
    return "paused" if school_class.paused else "open"


NOT_OPEN: Mapping[Standing, str] = {
    "waiting": "assignment_waiting",
    "paused": "assignment_paused",
    "closed": "assignment_closed",
}
"""Why it cannot be played, by its standing."""


def seed_for(assignment: Assignment, student_id: str) -> int:
    """The world that a student plays in: everybody's, or one of their own, the same at each attempt."""
    if assignment.seed is not None:
        return assignment.seed
    secret = bytes.fromhex(assignment.seed_secret)
    return int.from_bytes(derived(secret, "seed", assignment.id, student_id)[:4], "big")


def rubric_of(assignment: Assignment) -> Rubric | None:
    """The weights that the class grades by, None for the scenario's own."""
    return None if assignment.rubric is None else Rubric.model_validate(assignment.rubric)


def _tell(session: Session, assignment: Assignment) -> None:
    """Whoever looks at its board, and the class, look anew."""
    touch(session, assignment.id)
    tell_class(session, assignment.class_id)


def check(plan: Plan) -> None:
    """Raises Declined where a setting cannot be."""
    if plan.seed is not None and (plan.individual or not 0 <= plan.seed <= MOST_SEED):
        raise Declined("seed_bad", highest=MOST_SEED)
    if plan.opens is not None and plan.closes is not None and plan.closes <= plan.opens:
        raise Declined("window_bad")
    if plan.attempts is not None and not 1 <= plan.attempts <= _MOST_ATTEMPTS:
        raise Declined("attempts_bad", most=_MOST_ATTEMPTS)
    words = (
        (plan.mode, Mode),
        (plan.counting, Counting),
        (plan.students_see, Sees),
        (plan.on_lost_connection, LostConnection),
    )
    if any(word not in get_args(allowed) for word, allowed in words):
        raise Declined("plan_bad")
    if plan.rubric is not None:
        try:
            Rubric.model_validate(plan.rubric)
        except ValidationError:
            raise Declined("rubric_bad") from None
