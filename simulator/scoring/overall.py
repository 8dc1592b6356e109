"""The overall grade: the three dimensions weighed by severity, held back by the weakest."""

from __future__ import annotations

from math import fsum

from simulator.locale import Message
from simulator.scenario.rubric import overall_weights
from simulator.scoring.dimension import row
from simulator.scoring.evidence import Evidence, Finding
from simulator.scoring.record import Record

MARGIN = 25.0
"""How far the overall grade may stand above the weakest dimension."""


def overall(record: Record, reactivity: float, transparency: float, tone: float) -> list[Evidence]:
    """The rows of `O = min(w . (R, T, S), min(R, T, S) + 25)`, scores 0..100."""
    weights = record.rubric.overall or overall_weights(record.severity)
    rows = [
        _share(
            "O.R", reactivity, weights.reactivity, Message("scoring.overall_reactivity", _per_cent(weights.reactivity))
        ),
        _share(
            "O.T",
            transparency,
            weights.transparency,
            Message("scoring.overall_transparency", _per_cent(weights.transparency)),
        ),
        _share("O.S", tone, weights.tone, Message("scoring.overall_tone", _per_cent(weights.tone))),
    ]
    weighed = fsum(one.earned for one in rows)
    cap = min(reactivity, transparency, tone) + MARGIN
    if weighed > cap:
        sentence = Message("scoring.overall_cap", {"margin": int(MARGIN)})
        rows.append(row("O.cap", Finding(cap - weighed, 0.0, sentence), 1.0))
    return rows


def _per_cent(weight: float) -> dict[str, object]:
    return {"percent": round(100 * weight)}


def _share(rule: str, score: float, weight: float, sentence: Message) -> Evidence:
    return row(rule, Finding(weight * score, weight * 100.0, sentence), 1.0)
