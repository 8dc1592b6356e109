"""The weights of the grade, which a scenario may change within stated bounds.

No rubric makes a dimension a gift, or a criterion disappear: a dimension weighs .20 to .50 of the overall grade, a
criterion .05 to .60 of its dimension.
"""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from simulator.scenario.base import Model

Share = Annotated[float, Field(ge=0.20, le=0.50)]
"""What a dimension weighs in the overall grade."""

Weight = Annotated[float, Field(ge=0.05, le=0.60)]
"""What a criterion weighs in its dimension."""


class _Weights(Model):
    @model_validator(mode="after")
    def _sum_to_one(self) -> Self:
        if abs(sum(self.model_dump().values()) - 1.0) > 1e-9:
            raise PydanticCustomError("weights", "the weights of a group add up to 1")
        return self


class OverallWeights(_Weights):
    """Share of each dimension in the overall grade."""

    reactivity: Share
    transparency: Share
    tone: Share


class ReactivityWeights(_Weights):
    """First holding statement, update cadence, priority injects, promises kept, veille."""

    acknowledgement: Weight = 0.35
    updates: Weight = 0.20
    priorities: Weight = 0.25
    promises: Weight = 0.10
    veille: Weight = 0.10


class TransparencyWeights(_Weights):
    """Fact ledger, owed acknowledgements, participation, openness (Rawlins 2009)."""

    information: Weight = 0.40
    accountability: Weight = 0.25
    participation: Weight = 0.15
    openness: Weight = 0.20


class ToneWeights(_Weights):
    """Empathy, stance fit, human voice, fit, apology."""

    empathy: Weight = 0.25
    stance: Weight = 0.30
    voice: Weight = 0.15
    fit: Weight = 0.15
    apology: Weight = 0.15


_OVERALL = {1: (0.30, 0.30, 0.40), 2: (0.30, 0.40, 0.30), 3: (0.30, 0.45, 0.25)}


def overall_weights(severity: int) -> OverallWeights:
    """The default shares at `severity` 1..3: the graver the crisis, the more transparency counts."""
    reactivity, transparency, tone = _OVERALL[severity]
    return OverallWeights(reactivity=reactivity, transparency=transparency, tone=tone)


class Rubric(Model):
    """What an author may change of the grade; `overall` defaults by severity."""

    overall: OverallWeights | None = None
    reactivity: ReactivityWeights = ReactivityWeights()
    transparency: TransparencyWeights = TransparencyWeights()
    tone: ToneWeights = ToneWeights()

    def shares(self, severity: int) -> OverallWeights:
        """What each dimension weighs in a crisis of `severity` 1..3."""
        return self.overall or overall_weights(severity)
