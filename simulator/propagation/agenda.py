"""What will happen and when: events by the minute they are due."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

EVENT = np.dtype(
    [("due", "<i4"), ("user", "<i4"), ("parent", "<i4"), ("post", "u1"), ("depth", "u1"), ("words", "u1")],
    align=True,
)
"""One event, 16 bytes: `post` is 0 for an exposure, from 1 for that repeat of `user`, FADING for its end."""

FADING = 255

Events = NDArray[np.void]

_BLOCK = 60
_RAW = np.dtype((np.void, EVENT.itemsize))
_NOTHING = np.empty(0, _RAW)


def joined(*events: Events) -> Events:
    """All events in one array; as raw bytes, since numpy compares the fields of each structure it joins."""
    if len(events) == 1:
        return events[0]
    return np.concatenate([_NOTHING, *(part.view(_RAW) for part in events)]).view(EVENT)


class Agenda:
    """Events come out at their minute, in the order in which they were put in.

    The current hour is kept by minute and all later ones together, so that an event is handled a few times in
    all, whatever the number of users.
    """

    def __init__(self) -> None:
        self._near: dict[int, list[Events]] = {}
        self._far: list[Events] = []
        self._block_end = _BLOCK

    def put(self, events: Events) -> None:
        """Takes events that are due later than the last minute taken out."""
        near = events["due"] < self._block_end
        self._put_near(events[near])
        if not near.all():
            self._far.append(events[~near])

    def take(self, minute: int) -> Events:
        """The events due at `minute`; minutes are taken in order, each once."""
        if minute >= self._block_end:
            self._block_end = (minute // _BLOCK + 1) * _BLOCK
            later, self._far = self._far, []
            self.put(joined(*later))
        return joined(*self._near.pop(minute, ()))

    def _put_near(self, events: Events) -> None:
        if not events.size:
            return
        due = events["due"]
        order = np.argsort(due, kind="stable")
        ordered, due = events[order], due[order]
        starts = np.flatnonzero(np.diff(due, prepend=-1)).tolist()
        for start, end in zip(starts, [*starts[1:], len(due)], strict=True):
            self._near.setdefault(int(due[start]), []).append(ordered[start:end])
