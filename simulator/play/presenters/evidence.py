"""What won or lost points, row by row."""

from __future__ import annotations

from collections.abc import Iterable

from simulator.play.presenters.hindsight import EvidenceRow
from simulator.play.presenters.rings import CRITERION_CODES
from simulator.play.presenters.telling import Telling
from simulator.play.presenters.wording import score_sentence
from simulator.scoring.evidence import Evidence

_NEUTRAL = frozenset({"T.floor"})
"""Rows that only keep a score within its bounds."""
_REPROACHES = frozenset({"S.worst"})
"""Rows whose sentence tells what went least well, whatever they earned."""
_UNSHOWN = frozenset({"O.R", "O.T", "O.S"})
"""The shares of the three dimensions: the rings say them."""


def evidence_rows(telling: Telling, evidence: Iterable[Evidence]) -> tuple[EvidenceRow, ...]:
    """The rows by what counted most, gains and losses together; of equals the earlier first."""
    shown = [row for row in evidence if row.rule not in _UNSHOWN]
    shown.sort(key=lambda row: (-abs(_counted(row)), row.minute or 0))
    return tuple(_row(telling, row) for row in shown)


def _counted(row: Evidence) -> float:
    """What a row is remembered for: points won, or, where more was lost, points lost (negative)."""
    if row.rule in _NEUTRAL:
        return 0.0
    is_loss = row.lost > row.earned or row.rule in _REPROACHES
    return -row.lost if is_loss else row.earned


def _row(telling: Telling, row: Evidence) -> EvidenceRow:
    points = _counted(row)
    whole = round(points)
    sign = 0 if whole == 0 else 1 if whole > 0 else -1
    return EvidenceRow(
        clock="" if row.minute is None else telling.times.clock(row.minute),
        sign=sign,
        points=f"{'+' if sign > 0 else '−' if sign < 0 else ''}{abs(whole)}",
        criterion=telling.say(CRITERION_CODES[row.dimension]),
        text=score_sentence(telling, row.message),
        source=" · ".join(part for part in (row.rule, row.source or "") if part),
    )
