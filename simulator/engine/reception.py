"""What a message is for the crowd: its tags, in the light of the crisis that it answers."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.propagation.interventions import MessageAttributes
from simulator.scenario.model import Cluster
from simulator.scenario.scct import fitting_stances
from simulator.scenario.tags import Tags

LOUD = 400
"""Outrage (thousandths) from which the crisis is of high arousal (design)."""

_NEUTRAL_STANCE = 3
_HOLDING = {"happened", "doing", "known", "unknown", "next_update"}


@dataclass(frozen=True)
class Circumstances:
    """A crisis at the minute of a message; `settled`: it can be known whose fault it is; `loud`: outrage is high."""

    cluster: Cluster
    history_of_crises: bool = False
    people_at_risk: bool = False
    settled: bool = True
    loud: bool = True


def attributes_of(
    tags: Tags,
    circumstances: Circumstances,
    *,
    truthful: bool = True,
    channel_change_early: bool = False,
    discloses_first: bool = False,
    reach: int = 100,
) -> MessageAttributes:
    """The attributes of a message with `tags`, read under `circumstances` on a channel of `reach` (0 to 100).

    A stance matches where responsibility lies (Coombs 2007), and none matches in a message that is not `truthful`.
    A holding statement is valid if it has every part; instructions count where people are at risk.
    """
    stance = _NEUTRAL_STANCE if tags.stance is None else tags.stance
    low, high = fitting_stances(circumstances.cluster, circumstances.history_of_crises, circumstances.settled)
    needed = _HOLDING | ({"instruction"} if circumstances.people_at_risk else set())
    return MessageAttributes(
        stance=stance,
        matched=low <= stance <= high and truthful,
        corrective=stance in (5, 6),
        apology=stance == 7 or bool(tags.apology),
        explanation="explanation" in tags.apology or "known" in tags.holding,
        empathy=tags.tone.empathy if tags.tone is not None else 0,
        arousal="high" if circumstances.loud else "low",
        channel_change_early=channel_change_early,
        compensation_too_early=stance == 6 and not circumstances.settled,
        sympathy_alone=stance == 4 and not tags.holding and circumstances.cluster == "preventable",
        denial=stance == 1,
        deletion_or_threat=tags.deletes in ("criticism", "own_error") or stance == 0,
        valid_holding=needed <= set(tags.holding),
        discloses_first=discloses_first,
        channel_reach=reach,
    )
