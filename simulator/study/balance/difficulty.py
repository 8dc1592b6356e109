"""How hard a scenario is, in one number and a word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Word = Literal["easy", "moderate", "demanding", "hard"]

LATE = 0.5
"""What a point lost by being late counts for, where one lost by choosing at random counts 1 (design)."""
_MODERATE, _DEMANDING, _HARD = 25.0, 45.0, 65.0
"""From which index on a scenario is called so (design)."""


@dataclass(frozen=True)
class Difficulty:
    """`index`, 0..100: points that chance loses against the exemplary play, and half those that being late loses.

    `by_chance` and `by_delay` are these differences of medians: random's and the slow player's from the exemplary's.
    """

    by_chance: float
    by_delay: float

    @property
    def index(self) -> float:
        """0: who chooses at random, or late, loses nothing."""
        return min(max(self.by_chance + LATE * self.by_delay, 0.0), 100.0)

    @property
    def word(self) -> Word:
        """The index in a word: easy < 25 <= moderate < 45 <= demanding < 65 <= hard."""
        if self.index >= _HARD:
            return "hard"
        if self.index >= _DEMANDING:
            return "demanding"
        return "moderate" if self.index >= _MODERATE else "easy"
