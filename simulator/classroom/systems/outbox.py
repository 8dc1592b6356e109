"""Messages for the school's systems: written in the transaction that they tell of, sent after it until they arrive.

A message is claimed by a lease, as plays are: a sender that dies leaves it for the next one, who sends it again. So
what is sent must be the same when it is sent twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from simulator.classroom.store.keeping import Outbox

Kind = Literal["xapi", "lti"]
LEASE = timedelta(seconds=120)
GIVEN_UP_AFTER = timedelta(days=3)
"""A weekend: whoever mends what is broken is there again."""
_FIRST_PAUSE = 5
_LONGEST_PAUSE = 3600
_MOST_PROBLEM = 300


class NotDelivered(Exception):
    """A message did not arrive. `final`: it never will as it is; `after`: seconds that the receiver asks for."""

    def __init__(self, problem: str, *, final: bool = False, after: int = 0) -> None:
        super().__init__(problem)
        self.problem = problem[:_MOST_PROBLEM]
        self.final = final
        self.after = after


@dataclass(frozen=True)
class Letter:
    """A message claimed. `tries`: how often it has been, this time included."""

    id: str
    kind: Kind
    class_id: str
    student_id: str
    payload: dict[str, Any]
    tries: int
    created: datetime

    @property
    def route(self) -> tuple[str, str]:
        """Messages with the same route arrive at the same place, or none of them does."""
        return self.kind, self.class_id


@dataclass(frozen=True)
class Standing:
    """How the messages of a class stand; `problem` is the last one's that was given up, or else that waits."""

    waiting: int
    sent: int
    dead: int
    problem: str | None


def put(
    session: Session, kind: Kind, class_id: str, student_id: str, about: str, payload: dict[str, Any], now: datetime
) -> None:
    """Have a message sent once this transaction is on the disk, instead of one about the same that still waits."""
    session.execute(
        delete(Outbox).where(
            Outbox.kind == kind, Outbox.student_id == student_id, Outbox.about == about, Outbox.state == "waiting"
        )
    )
    session.add(
        Outbox(
            kind=kind,
            class_id=class_id,
            student_id=student_id,
            about=about,
            payload=payload,
            next_try=now,
            created=now,
        )
    )


def is_any_due(session: Session, now: datetime) -> bool:
    """Whether there is something to claim: asked every few seconds, and nobody who writes waits for the answer."""
    due = select(Outbox.id).where(Outbox.state == "waiting", Outbox.next_try <= now).limit(1)
    return session.scalar(due) is not None


def claim(session: Session, most: int, now: datetime) -> Sequence[Letter]:
    """Take up to `most` messages that are due, oldest first: nobody else gets them until the lease is over."""
    rows = session.scalars(
        select(Outbox)
        .where(Outbox.state == "waiting", Outbox.next_try <= now)
        .order_by(Outbox.id)
        .limit(most)
        .with_for_update(skip_locked=True)
    ).all()
    for row in rows:
        row.tries += 1
        row.next_try = now + LEASE
    return [
        Letter(row.id, row.kind, row.class_id or "", row.student_id or "", row.payload, row.tries, row.created)  # type: ignore[arg-type]
        for row in rows
    ]


def arrived(session: Session, letter: str) -> None:
    """It is there."""
    session.execute(update(Outbox).where(Outbox.id == letter).values(state="sent", problem=None))


def failed(session: Session, letter: Letter, why: NotDelivered, now: datetime) -> bool:
    """It is not: try again later, longer each time, or never; whether it is given up."""
    dead = why.final or now - letter.created >= GIVEN_UP_AFTER
    pause = min(_FIRST_PAUSE * 2 ** min(letter.tries - 1, 12), _LONGEST_PAUSE)
    session.execute(
        update(Outbox)
        .where(Outbox.id == letter.id)
        .values(
            state="dead" if dead else "waiting",
            next_try=now + timedelta(seconds=max(pause, min(why.after, _LONGEST_PAUSE))),
            problem=why.problem,
        )
    )
    return dead


def give_back(session: Session, letter: Letter, now: datetime, after: timedelta) -> None:
    """It was not even tried, since others on its way did not arrive."""
    session.execute(update(Outbox).where(Outbox.id == letter.id).values(tries=letter.tries - 1, next_try=now + after))


def standing(session: Session, class_id: str) -> Standing:
    """How the messages of a class stand: for its teacher."""
    counted = session.execute(
        select(Outbox.state, func.count()).where(Outbox.class_id == class_id).group_by(Outbox.state)
    )
    states = dict(counted.all())
    problem = session.scalar(
        select(Outbox.problem)
        .where(Outbox.class_id == class_id, Outbox.problem.is_not(None))
        .order_by(Outbox.state, Outbox.id.desc())  # "dead" before "waiting"
        .limit(1)
    )
    return Standing(states.get("waiting", 0), states.get("sent", 0), states.get("dead", 0), problem)


def try_again(session: Session, class_id: str, now: datetime) -> int:
    """Send what was given up once more, as if it were new; how many."""
    dead = session.scalars(select(Outbox).where(Outbox.class_id == class_id, Outbox.state == "dead")).all()
    for row in dead:
        row.state, row.tries, row.next_try, row.created = "waiting", 0, now, now
    return len(dead)
