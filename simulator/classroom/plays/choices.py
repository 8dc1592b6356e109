"""What a class chose, inject by inject."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from simulator.classroom.live.revisions import revision
from simulator.classroom.store.work import Assignment, Play
from simulator.submission.wire.board import Choice, Choices, InjectChoices


def choices(
    session: Session, assignment: Assignment, order: Sequence[str], recommended: Mapping[str, str] | None = None
) -> Choices:
    """The answers that stood at the end of each counted play; injects in the scenario's `order`.

    An inject that came in nobody's play is left out; who was not reached by it is in none of its figures. What is
    `recommended` is told once the assignment's choices are revealed.
    """
    marked = recommended if recommended is not None and assignment.choices_revealed else {}
    number = revision(session, assignment.id)  # first: what is read after it is at least as new
    counted = session.scalars(
        select(Play.choices).where(Play.assignment_id == assignment.id, Play.counts.is_(True))
    ).all()
    found: dict[str, Counter[str]] = {inject: Counter() for inject in order}
    for one in counted:
        for inject, response in (one or {}).items():
            if inject in found:
                found[inject][response] += 1
    return Choices(
        assignment=assignment.id,
        revision=number,
        revealed=assignment.choices_revealed,
        plays=len(counted),
        injects=tuple(_inject(inject, chosen, marked.get(inject)) for inject, chosen in found.items() if chosen),
    )


def _inject(inject: str, chosen: Mapping[str, int], recommended: str | None) -> InjectChoices:
    rows = sorted(chosen.items(), key=lambda item: (-item[1], item[0]))
    return InjectChoices(
        inject=inject,
        answered=sum(count for response, count in rows if response),
        choices=tuple(Choice(response=response, count=count) for response, count in rows),
        recommended=recommended,
    )
