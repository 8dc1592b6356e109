"""The choices of a class as pages show them: coloured only where the teacher has revealed them."""

from __future__ import annotations

from simulator.classroom.pages.visitor import Visitor
from simulator.classroom.store.work import Assignment
from simulator.classroom.views.distribution import DistributionView, InjectRow, distribution
from simulator.classroom.work.assignments import seed_for
from simulator.classroom.work.editing import assignment_of_teacher
from simulator.submission.wire.board import Choices

_NOBODY = ""
"""In whose world answers are weighed where everybody has one of their own."""


def order_of(visitor: Visitor, assignment_id: str) -> tuple[str, ...]:
    """The events of a teacher's assignment, in the order of its scenario. Raises Declined (404).

    Before the transaction that needs it: reading a pack begins one of its own.
    """
    mine = visitor.read(lambda session, teacher: assignment_of_teacher(session, teacher, assignment_id)[0])
    scenario = visitor.house.packs.edition(mine.pack_digest).loaded.scenario
    return tuple(inject.id for inject in scenario.injects)


def shown(assignment: Assignment, chosen: Choices, visitor: Visitor) -> DistributionView:
    """The same in words. Lives a play for it, the first time that it is revealed."""
    edition, merits = visitor.house.packs.edition(assignment.pack_digest), None
    if chosen.revealed:
        seed = seed_for(assignment, _NOBODY)
        merits = visitor.house.weighing.merits(assignment.pack_digest, edition.loaded.scenario, seed)
    return distribution(chosen, edition.scenario(visitor.language), merits, visitor.say)


def one_of(view: DistributionView, wanted: str | None) -> InjectRow | None:
    """The event that is asked for, else the last that came."""
    last = view.injects[-1] if view.injects else None
    return next((one for one in view.injects if one.key == wanted), last)
