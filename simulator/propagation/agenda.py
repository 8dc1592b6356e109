"""What will happen and when: events by the minute they are due."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from simulator.propagation.draws import keyed

Events = NDArray[np.int32]
"""One event a row: column 0 holds the minute at which it is due, column 1 its user, further columns whatever else the
owner of the agenda keeps; shape (events, columns)."""

DUE, USER = 0, 1

_BLOCK = 60


class Agenda:
    """Events of `columns` numbers come out at their minute, in the order in which they were put in.

    The current hour is kept by minute and all later ones together, so that an event is handled a few times in
    all, whatever the number of users.
    """

    def __init__(self, columns: int) -> None:
        self._nothing: Events = np.empty((0, columns), np.int32)
        self._near: dict[int, list[Events]] = {}
        self._far: list[Events] = []
        self._block_end = _BLOCK
        self.planned = 0

    def put(self, events: Events) -> None:
        """Takes events that are due later than the last minute taken out."""
        count = len(events)
        if not count:
            return
        self.planned += count
        due = events[:, DUE]
        first, last = int(due.min()), int(due.max())
        if first == last and last < self._block_end:
            self._near.setdefault(first, []).append(events)
            return
        keys = keyed(due.astype(np.int64), np.arange(count))
        keys.sort()
        ordered = events.take(keys & 0xFFFFFFFF, axis=0)
        near_end = min(last + 1, self._block_end)
        start = 0
        if first < near_end:
            bounds = np.searchsorted(keys, np.arange(first + 1, near_end + 1, dtype=np.int64) << 32).tolist()
            for minute, end in enumerate(bounds, first):
                if end > start:
                    self._near.setdefault(minute, []).append(ordered[start:end])
                    start = end
        if start < count:
            self._far.append(ordered[start:])

    def take(self, minute: int) -> Events:
        """The events due at `minute`; minutes are taken in order, each once."""
        if minute >= self._block_end:
            self._block_end = (minute // _BLOCK + 1) * _BLOCK
            later, self._far = self._far, []
            if later:
                joined = np.concatenate(later)
                self.planned -= len(joined)
                self.put(joined)
        found = self._near.pop(minute, None)
        if found is None:
            return self._nothing
        taken = found[0] if len(found) == 1 else np.concatenate(found)
        self.planned -= len(taken)
        return taken
