"""Who was let in a moment ago."""

from __future__ import annotations

import time

_PASS_SECONDS = 1.0
_MOST_PASSES = 20_000


class Passes:
    """Who was let in a moment ago, so that a board asked for often asks the database seldom.

    A token that was voided looks at a board for a second more, and does nothing else.
    """

    def __init__(self) -> None:
        self._passes: dict[tuple[str, str], tuple[float, bool]] = {}

    def seen(self, proof: str, assignment: str) -> bool | None:
        """Whether who shows `proof` looks as a teacher; None: that has to be asked."""
        found = self._passes.get((proof, assignment))
        return found[1] if found is not None and found[0] > time.monotonic() else None

    def let_in(self, proof: str, assignment: str, *, teacher: bool) -> None:
        """Remember for a moment."""
        if len(self._passes) >= _MOST_PASSES:
            self._passes.clear()
        self._passes[proof, assignment] = (time.monotonic() + _PASS_SECONDS, teacher)
