"""What becomes of the weight of a criterion that does not apply: the others share it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from math import fsum


def shared(weights: Mapping[str, float], applicable: Collection[str]) -> dict[str, float]:
    """The weights of the `applicable` names, in the proportions of `weights`, adding up to 1.

    Empty where nothing applies: every weight of a rubric is above 0.
    """
    whole = fsum(weight for name, weight in weights.items() if name in applicable)
    if whole <= 0.0:
        return {}
    return {name: weight / whole for name, weight in weights.items() if name in applicable}
