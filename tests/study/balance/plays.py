"""Plays made by hand, for what a balance says of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from simulator.engine.bots import BOTS
from simulator.study.balance import Lived

NOTHING = Lived(
    bot="silent",
    seed=1,
    overall=0.0,
    reactivity=0.0,
    transparency=0.0,
    tone=0.0,
    answers=(),
    delivered=(),
    allowed=(),
    chosen=(),
    verified=(),
    disclosed=(),
    leaked=(),
    digest="",
    texts="",
)

GRADES: Mapping[str, Sequence[float]] = {
    **dict.fromkeys(BOTS, (20.0, 30.0, 40.0)),
    "exemplary": (90.0, 95.0, 92.0),
    "slow": (80.0, 82.0, 84.0),
    "random": (20.0, 40.0, 60.0),
}
"""Overall grades on three seeds with which a scenario keeps all bounds."""


def graded(**others: Sequence[float]) -> dict[str, list[Lived]]:
    """A play for each of GRADES, or of those given in their place."""
    return {
        bot: [replace(NOTHING, bot=bot, seed=seed, overall=grade) for seed, grade in enumerate(grades, start=1)]
        for bot, grades in {**GRADES, **others}.items()
    }
