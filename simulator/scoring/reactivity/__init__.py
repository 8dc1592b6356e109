"""Reactivity: was the organisation there, in time, and did it stay."""

from __future__ import annotations

from simulator.locale import Message
from simulator.scoring.dimension import row, weighed
from simulator.scoring.evidence import Evidence, Finding
from simulator.scoring.reactivity.acknowledgement import acknowledgement
from simulator.scoring.reactivity.nights import updates_by_day
from simulator.scoring.reactivity.priorities import priorities
from simulator.scoring.reactivity.promises import broken_elsewhere, promises
from simulator.scoring.reactivity.veille import veille
from simulator.scoring.reading import is_silent
from simulator.scoring.record import Record
from simulator.scoring.weights import weights_of


def reactivity(record: Record) -> list[Evidence]:
    """The rows of `R = 100 (.35 A + .20 U + .25 P + .10 K + .10 V)`, weights from the rubric; silence is 0."""
    if is_silent(record):
        return [row("R.silence", Finding(0.0, 1.0, Message("scoring.silence"), record.begins))]
    criteria = {
        "R.A": acknowledgement(record),
        "R.U": updates_by_day(record),
        "R.P": priorities(record),
        "R.K": promises(record),
        "R.V": veille(record),
    }
    return [*weighed(criteria, weights_of(record.rubric, record.severity)), *broken_elsewhere(record)]
