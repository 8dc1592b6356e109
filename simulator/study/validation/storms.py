"""What the minute of one message does to storms."""

from __future__ import annotations

from itertools import pairwise

from simulator.chance import Chance
from simulator.study.validation.fact import Fact, Measure
from simulator.study.what_if import TIMES, Comparison, Storm, compare, effect_chart, message_of, timing, volume_chart

STORM = Storm(severity=3, users=1_000_000, hours=24)
_STORMS, _QUICK_STORMS = 120, 24

_LEFT = {
    "after_30_min": (0.40, 0.75),
    "after_1_h": (0.44, 0.75),
    "after_3_h": (0.70, 0.92),
    "after_6_h": (0.85, 0.97),
    "after_12_h": (0.94, 1.0),
}


def facts(seed: int, quick: bool, processes: int | None = None) -> list[Fact]:
    """Row 14: posts left of silence's by one apology that matches, at 30 min, 1 h, 3 h, 6 h and 12 h.

    Medians of 24 (quick) or 120 severe storms (R0 4.0) among 1,000,000 users over a day, paired by seed, at the
    m = .89 of Herhausen et al. 2019. The smallest rise is from one time to the next: an earlier message leaves less.
    No publication gives the five: their ranges hold what two prototypes left, .41 to .75, .44, .82, .91 and .98,
    and the sampling error. A storm that soon runs out of users, in a small audience, leaves more.
    """
    chance = Chance(seed)
    seeds = [chance.draw("timing storm", number) for number in range(_QUICK_STORMS if quick else _STORMS)]
    return [fact_of(compare(STORM, timing(message_of(), TIMES), seeds, processes))]


def fact_of(comparison: Comparison) -> Fact:
    """The row for a comparison of one message at each of TIMES."""
    left = [comparison.outcomes[f"minute {minute}"].left.median for minute in TIMES]
    measures = [Measure(share, low, high, name) for share, (name, (low, high)) in zip(left, _LEFT.items(), strict=True)]
    rise = min(later - earlier for earlier, later in pairwise(left))
    return Fact(
        row=14,
        code="timing",
        measures=(*measures, Measure(rise, 0.01, 1.0, "smallest_rise")),
        charts=(volume_chart(comparison, names=()), effect_chart(comparison)),
    )
