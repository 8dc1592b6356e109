"""The overall grade: the three dimensions weighed by severity, held back by the weakest."""

from __future__ import annotations

from collections.abc import Mapping
from math import fsum

from simulator.locale import Message
from simulator.scoring.dimension import row
from simulator.scoring.evidence import Evidence, Finding
from simulator.scoring.record import Record
from simulator.scoring.weights import weights_of

MARGIN = 25.0
"""How far the overall grade may stand above the weakest dimension."""


def overall(record: Record, reactivity: float, transparency: float, tone: float) -> list[Evidence]:
    """The rows of `O = min(w . (R, T, S), min(R, T, S) + 25)`, scores 0..100."""
    weights = weights_of(record.rubric, record.severity)
    rows = [
        _share("O.R", reactivity, weights, "scoring.overall_reactivity"),
        _share("O.T", transparency, weights, "scoring.overall_transparency"),
        _share("O.S", tone, weights, "scoring.overall_tone"),
    ]
    weighed = fsum(one.earned for one in rows)
    cap = min(reactivity, transparency, tone) + MARGIN
    if weighed > cap:
        sentence = Message("scoring.overall_cap", {"margin": int(MARGIN)})
        rows.append(row("O.cap", Finding(cap - weighed, 0.0, sentence), 1.0))
    return rows


def _share(rule: str, score: float, weights: Mapping[str, float], code: str) -> Evidence:
    sentence = Message(code, {"percent": round(100 * weights[rule])})
    return row(rule, Finding(weights[rule] * score, weights[rule] * 100.0, sentence), 1.0)
