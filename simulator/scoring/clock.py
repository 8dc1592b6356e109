"""How fast a crisis of a given severity goes: the hour scale, the cadence of updates, its length."""

from __future__ import annotations

from simulator.scoring.record import Record

_SCALE = {1: 120, 2: 60, 3: 30}
_SHORTEST, _LONGEST = 4.0, 24.0


def scale(record: Record) -> int:
    """Sigma, in minutes: 2 h, 1 h and half an hour at severity 1, 2 and 3."""
    return _SCALE[record.severity]


def cadence(record: Record) -> int:
    """C = 2 sigma, in minutes: the longest that people should wait for news."""
    return 2 * scale(record)


def duration(record: Record) -> int:
    """Minutes from the first signal to the end, at least 1."""
    return max(record.ends - record.begins, 1)


def horizon(record: Record) -> float:
    """Length of the crisis in sigmas, within 4..24; 24 for a documented case."""
    if record.documented:
        return _LONGEST
    return min(max(duration(record) / scale(record), _SHORTEST), _LONGEST)
