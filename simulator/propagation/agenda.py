"""What will happen and when: events by the minute they are due."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from simulator.propagation.draws import keyed

Events = NDArray[np.int32]
"""One event a row: column 0 holds the minute at which it is due, column 1 its user, further columns whatever else the
owner of the agenda keeps; shape (events, columns)."""

DUE, USER = 0, 1

_HOUR, _DAY = 60, 24 * 60


class Agenda:
    """Events of `columns` numbers come out at their minute, in the order in which they were put in.

    The current hour is kept by minute, the current day by hour and all else by day, so that an event is handled
    three times at most, whatever the number of users.
    """

    def __init__(self, columns: int) -> None:
        self._nothing: Events = np.empty((0, columns), np.int32)
        self._minutes: dict[int, list[Events]] = {}
        self._hours: dict[int, list[Events]] = {}
        self._days: dict[int, list[Events]] = {}
        self._hour_end, self._day_end = _HOUR, _DAY
        self.planned = 0

    def put(self, events: Events) -> None:
        """Takes events that are due later than the last minute taken out."""
        self.planned += len(events)
        self._shelve(events)

    def take(self, minute: int) -> Events:
        """The events due at `minute`; minutes are taken in order, each once."""
        if minute >= self._day_end:
            self._day_end = (minute // _DAY + 1) * _DAY
            self._hour_end = self._day_end - _DAY
            self._shelve(self._joined(self._days.pop(minute // _DAY, None)))
        if minute >= self._hour_end:
            self._hour_end = (minute // _HOUR + 1) * _HOUR
            self._shelve(self._joined(self._hours.pop(minute // _HOUR, None)))
        taken = self._joined(self._minutes.pop(minute, None))
        self.planned -= len(taken)
        return taken

    def _joined(self, parts: list[Events] | None) -> Events:
        if parts is None:
            return self._nothing
        return parts[0] if len(parts) == 1 else np.concatenate(parts)

    def _shelve(self, events: Events) -> None:
        """Puts each event where it belongs at this hour of this day."""
        if not len(events):
            return
        due = events[:, DUE]
        first, last = int(due.min()), int(due.max())
        if first == last and last < self._hour_end:
            self._minutes.setdefault(first, []).append(events)
            return
        keys = keyed(due.astype(np.int64), np.arange(len(events)))
        keys.sort()
        ordered = events.take(keys & 0xFFFFFFFF, axis=0)
        slots = [
            (shelf, place, place * unit)
            for shelf, unit, begin, end in (
                (self._minutes, 1, first, min(last + 1, self._hour_end)),
                (self._hours, _HOUR, max(first, self._hour_end), min(last + 1, self._day_end)),
                (self._days, _DAY, max(first, self._day_end), last + 1),
            )
            if begin < end
            for place in range(begin // unit, (end - 1) // unit + 1)
        ]
        starts = np.array([start for _, _, start in slots], np.int64) << 32
        bounds = keys.searchsorted(starts).tolist()
        for (shelf, place, _), start, stop in zip(slots, bounds, [*bounds[1:], len(keys)], strict=True):
            if stop > start:
                shelf.setdefault(place, []).append(ordered[start:stop])
