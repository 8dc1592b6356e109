"""Transparency: what was known and what was said (Rawlins 2009)."""

from __future__ import annotations

from simulator.locale import Message
from simulator.scoring.dimension import row, weighed
from simulator.scoring.evidence import Evidence, Finding
from simulator.scoring.reading import is_silent
from simulator.scoring.record import Record
from simulator.scoring.transparency.accountability import accountability
from simulator.scoring.transparency.information import information
from simulator.scoring.transparency.limits import limits
from simulator.scoring.transparency.openness import openness
from simulator.scoring.transparency.participation import participation
from simulator.scoring.transparency.publications import publication_penalties
from simulator.scoring.transparency.statements import statement_penalties
from simulator.scoring.weights import weights_of


def transparency(record: Record) -> list[Evidence]:
    """The rows of `T = 100 (.40 I + .25 Acc + .15 Part + .20 Open) - penalties`, weights from the rubric.

    Silence is 0. Where a case owes nothing at all, a hundred less the penalties.
    """
    if is_silent(record):
        return [row("T.silence", Finding(0.0, 1.0, Message("scoring.silence"), record.begins))]
    criteria = {
        "T.I": information(record),
        "T.Acc": accountability(record),
        "T.Part": participation(record),
        "T.Open": openness(record),
    }
    rows = weighed(criteria, weights_of(record.rubric, record.severity))
    if not rows:
        rows.append(row("T.owed", Finding(1.0, 1.0, Message("scoring.nothing_owed"))))
    rows += statement_penalties(record)
    rows += publication_penalties(record)
    return rows + limits(record, rows)
