"""How new a story still is: what fades, and what a new fact brings back."""

from __future__ import annotations

from bisect import insort

from simulator.propagation import tables
from simulator.propagation.tables import ONE


class Novelty:
    """The facts of a story: each is as new as its strength says when it comes, and fades from there on."""

    def __init__(self) -> None:
        self._facts: list[tuple[int, int]] = []

    def renew(self, minute: int, strength: int) -> None:
        """A fact comes at `minute`: a `strength` of 65,536, the most, is as new as the first day.

        ValueError for a strength outside 0 to 65,536: no event is planned whom more could convince.
        """
        if not 0 <= strength <= ONE:
            raise ValueError(f"a fact is new by 0 to {ONE}, not {strength}")
        insort(self._facts, (minute, strength))

    def at(self, minute: int) -> int:
        """How new the story is at `minute`, in 2^-16: that of its freshest fact; 0 before the first."""
        curve = tables.load().novelty
        freshest = strongest = 0
        for start, strength in reversed(self._facts):
            # An older fact that is no stronger than a newer one is never fresher.
            if start <= minute and strength > strongest:
                strongest = strength
                freshest = max(freshest, strength * int(curve[min(minute - start, len(curve) - 1)]) >> 16)
        return freshest
