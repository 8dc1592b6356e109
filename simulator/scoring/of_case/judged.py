"""Whether the transparency of a documented case can be judged at all, and what becomes of its weight where not."""

from __future__ import annotations

from dataclasses import replace

from simulator.locale import Message
from simulator.scenario.rubric import OverallWeights
from simulator.scoring.record import Record
from simulator.scoring.transparency import transparency


def judged(record: Record) -> tuple[Record, tuple[Message, ...]]:
    """The record as it is graded, and why its transparency is not; empty where it is.

    Where nothing was coded of what there was to tell, to acknowledge or to answer, a hundred points, whole or less
    what was done wrong, would praise the coder's silence: reactivity and tone share the weight instead.
    """
    rows = transparency(record)
    if all(row.rule != "T.owed" for row in rows):
        return record, ()
    usual = record.rubric.shares(record.severity)
    others = usual.reactivity + usual.tone
    # Built without its checks: no author may weigh a dimension at nothing, a case that says nothing of it must.
    weights = OverallWeights.model_construct(
        reactivity=usual.reactivity / others, transparency=0.0, tone=usual.tone / others
    )
    reasons = [Message("case.transparency_unjudged")]
    if wrongs := sum(row.earned < 0.0 for row in rows):
        reasons.append(Message("case.wrongs_uncounted", {"count": wrongs}))
    return replace(record, rubric=record.rubric.model_copy(update={"overall": weights})), tuple(reasons)
