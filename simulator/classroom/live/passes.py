"""Who was let in to which board, so that one that is asked for often asks the database seldom."""

from __future__ import annotations

import time

_SECONDS = 60.0
_MOST = 20_000


class Passes:
    """Passes of one worker. All are void as soon as anybody's tokens are: see `hold`."""

    def __init__(self) -> None:
        self._passes: dict[tuple[str, str], tuple[float, bool]] = {}
        self._people = -1

    def seen(self, proof: str, assignment: str) -> bool | None:
        """Whether who shows `proof` looks as a teacher; None: that has to be asked."""
        found = self._passes.get((proof, assignment))
        return found[1] if found is not None and found[0] > time.monotonic() else None

    def let_in(self, proof: str, assignment: str, people: int, *, teacher: bool) -> None:
        """Remember for a minute what was found out when the revision of people was `people`."""
        if people != self._people:
            return
        if len(self._passes) >= _MOST:
            self._passes.clear()
        self._passes[proof, assignment] = (time.monotonic() + _SECONDS, teacher)

    def hold(self, people: int) -> None:
        """Go on while the revision of people is `people`; forget everybody when it is another."""
        if people != self._people:
            self._people = people
            self._passes.clear()
