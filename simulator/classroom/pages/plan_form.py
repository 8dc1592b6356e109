"""What a teacher set in the form of an assignment, and an assignment as such a form shows it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from simulator.classroom.declined import Declined
from simulator.classroom.pages.forms import Form
from simulator.classroom.pages.moments import Zone
from simulator.classroom.store.work import Assignment
from simulator.classroom.work.assignments import Plan
from simulator.scenario.rubric import (
    OverallWeights,
    ReactivityWeights,
    ToneWeights,
    TransparencyWeights,
    overall_weights,
)
from simulator.submission.wire.base import Counting, LostConnection, Mode, Sees

GROUPS: Mapping[str, tuple[str, ...]] = {
    "overall": tuple(OverallWeights.model_fields),
    "reactivity": tuple(ReactivityWeights.model_fields),
    "transparency": tuple(TransparencyWeights.model_fields),
    "tone": tuple(ToneWeights.model_fields),
}
"""The weights of a rubric: what they divide among what."""
FIELDS = {
    "seed_bad": "seed_number",
    "window_bad": "closes",
    "attempts_bad": "attempts",
    "rubric_bad": "overall_reactivity",
    "title_bad": "title",
}
"""Beside which field a refusal stands."""


def plan_of(form: Form, zone: Zone) -> Plan:
    """The plan that a form holds. Raises Declined for what is no number or no instant."""
    seed_kind = form["seed"]
    number = form.whole("seed_number") if seed_kind == "given" else None
    if seed_kind == "given" and number is None:
        raise Declined("whole_number", field="seed_number")
    return Plan(
        title=form["title"],
        mode=cast(Mode, form["mode"] or "practice"),
        seed=number,
        individual=seed_kind == "individual",
        opens=zone.moment(form["opens"], "opens"),
        closes=zone.moment(form["closes"], "closes"),
        attempts=form.whole("attempts"),
        counting=cast(Counting, form["counting"] or "best"),
        rubric=_rubric(form) if form["rubric"] == "own" else None,
        students_see=cast(Sees, form["students_see"] or "own"),
        on_lost_connection=cast(LostConnection, form["on_lost_connection"] or "goes_on"),
        started=form["start"] != "by_teacher",
    )


def shown(assignment: Assignment, zone: Zone) -> dict[str, str]:
    """What the form of an assignment that stands holds."""
    return {
        "title": assignment.title,
        "opens": zone.typed(assignment.opens),
        "closes": zone.typed(assignment.closes),
        "attempts": "" if assignment.attempts is None else str(assignment.attempts),
        "counting": assignment.counting,
        "students_see": assignment.students_see,
        "on_lost_connection": assignment.on_lost_connection,
    }


def usual_weights() -> dict[str, str]:
    """The weights that a form begins with, in per cent, by field: those of a crisis of middling severity."""
    groups = {
        "overall": overall_weights(2),
        "reactivity": ReactivityWeights(),
        "transparency": TransparencyWeights(),
        "tone": ToneWeights(),
    }
    return {
        f"{group}_{name}": f"{100 * share:g}"
        for group, weights in groups.items()
        for name, share in weights.model_dump().items()
    }


def weights_in_percent(rubric: Mapping[str, Any]) -> dict[str, str]:
    """A rubric's weights by field; those of the form where it says nothing."""
    own = {
        f"{group}_{name}": f"{100 * share:g}"
        for group, weights in rubric.items()
        for name, share in (weights or {}).items()
    }
    return {**usual_weights(), **own}


def _rubric(form: Form) -> dict[str, Any]:
    return {
        group: {name: (form.whole(f"{group}_{name}") or 0) / 100 for name in names} for group, names in GROUPS.items()
    }
