"""The bounds within which a scenario is a good one: what is taught wins, and nothing else does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from simulator.scoring.bands import EXCELLENT, GOOD
from simulator.study.balance.distribution import Distribution

Side = Literal["at_least", "below", "at_most"]

BAD = ("silent", "denier", "spammer", "template")
"""Strategies that are taught as mistakes."""
UNREAD = ("first", "middle", "longest", "second")
"""Players who look at the place or the length of a text, never at what it says."""

_MIDDLE_OF_CHANCE = 55.0
_GOOD_BY_CHANCE = 0.15
_SPREAD_OF_CHANCE = 20.0
_PLAYS_FOR_SPREAD = 100
"""Below it a range says how few plays there were; shipped scenarios span 13 points on 30 seeds and 25 on 200."""


@dataclass(frozen=True)
class Bound:
    """One bound: what was `measured`, and on which `side` of `target` it has to be.

    `code` is `exemplary`, `low`, `chance_median`, `chance_good` (shares), `chance_spread` or `dominant` (a number);
    `bot` names the strategy that `low` is about. All others are scores or points.
    """

    code: str
    measured: float
    side: Side
    target: float
    bot: str = ""

    @property
    def holds(self) -> bool:
        """Whether the bound is kept."""
        if self.side == "at_least":
            return self.measured >= self.target
        return self.measured < self.target if self.side == "below" else self.measured <= self.target


def bounds_of(overall: Mapping[str, Distribution], dominant: int) -> tuple[Bound, ...]:
    """Every bound, for the overall grades by bot and the number of responses that dominate all others.

    Bounds on strategies hold on every seed, those on chance over all of them; how far apart chance ends is judged
    from 100 plays on. KeyError where a bot is missing.
    """
    chance = overall["random"]
    good = chance.bands["good"] + chance.bands["excellent"]
    spread = Bound("chance_spread", chance.spread, "at_least", _SPREAD_OF_CHANCE)
    return (
        Bound("exemplary", overall["exemplary"].low, "at_least", EXCELLENT),
        *(Bound("low", overall[bot].high, "below", GOOD, bot) for bot in BAD),
        Bound("chance_median", chance.median, "below", _MIDDLE_OF_CHANCE),
        Bound("chance_good", good, "at_most", _GOOD_BY_CHANCE),
        *((spread,) if chance.plays >= _PLAYS_FOR_SPREAD else ()),
        *(Bound("low", overall[bot].high, "below", GOOD, bot) for bot in UNREAD),
        Bound("dominant", dominant, "at_most", 0),
    )
