"""What each criterion weighs in a crisis, and what an instructor's rubric changed of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from simulator.scenario.rubric import Rubric

_KEYS: Mapping[str, tuple[str, str]] = {
    "O.R": ("overall", "reactivity"),
    "O.T": ("overall", "transparency"),
    "O.S": ("overall", "tone"),
    "R.A": ("reactivity", "acknowledgement"),
    "R.U": ("reactivity", "updates"),
    "R.P": ("reactivity", "priorities"),
    "R.K": ("reactivity", "promises"),
    "R.V": ("reactivity", "veille"),
    "T.I": ("transparency", "information"),
    "T.Acc": ("transparency", "accountability"),
    "T.Part": ("transparency", "participation"),
    "T.Open": ("transparency", "openness"),
    "S.empathy": ("tone", "empathy"),
    "S.stance": ("tone", "stance"),
    "S.voice": ("tone", "voice"),
    "S.fit": ("tone", "fit"),
    "S.apology": ("tone", "apology"),
}
"""Where the weight of a rule stands in a rubric: its group and its key."""


@dataclass(frozen=True)
class ChangedWeight:
    """A weight that a rubric changed: `rule` of simulator.scoring.rules, what it usually weighs and weighs now (0..1).

    `O.R`, `O.T` and `O.S` are shares of the overall grade, the others of their dimension.
    """

    rule: str
    usual: float
    now: float


def weights_of(rubric: Rubric, severity: int) -> Mapping[str, float]:
    """The weight (0..1) of every rule that has one, by its id, at `severity` 1..3.

    The three dimensions add up to 1, and so do the criteria of each dimension.
    """
    groups = {**rubric.model_dump(exclude={"overall"}), "overall": rubric.shares(severity).model_dump()}
    return {rule: groups[group][key] for rule, (group, key) in _KEYS.items()}


def changed_weights(rubric: Rubric, severity: int) -> tuple[ChangedWeight, ...]:
    """What `rubric` changed of the weights usual at `severity`, dimensions first; empty where it changed none."""
    usual, now = weights_of(Rubric(), severity), weights_of(rubric, severity)
    return tuple(ChangedWeight(rule, usual[rule], now[rule]) for rule in _KEYS if usual[rule] != now[rule])
