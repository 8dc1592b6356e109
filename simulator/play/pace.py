"""Wall seconds -> scenario minutes: the only place where the two kinds of time meet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from simulator.scenario.model import Pace as Rates
from simulator.scenario.reading import reading_seconds

LONGEST_STEP = 2.0
"""Wall seconds counted at most in one step: a laptop that slept or a window that was dragged loses no game time."""


@dataclass(frozen=True)
class Reading:
    """Something before the student's eyes that expects an answer; `card`: it stands on a card, not in the feed."""

    key: str
    words: int
    card: bool

    @property
    def seconds(self) -> float:
        """Wall seconds in which it is read, with the time to think."""
        return reading_seconds(self.words)


@dataclass(frozen=True)
class Situation:
    """What the pace depends on: the stage's rates, whether it is the veille, and what is open.

    `attending`: the student is at something that has no end of its own, such as composing a message.
    """

    rates: Rates
    veille: bool
    readings: tuple[Reading, ...] = ()
    attending: bool = False


class Pace:
    """Accumulates wall seconds into whole scenario minutes.

    `tempo` (1 to 10, 0: untimed) and `accommodation` (1.33: a third more time) both slow the clock, reading time
    included. What is open is read one after the other, in the order given.
    """

    def __init__(self, tempo: float = 1.0, accommodation: float = 1.0) -> None:
        self.tempo = tempo
        self.accommodation = accommodation
        self.paused = False
        self._fraction = 0.0
        self._read: dict[str, float] = {}

    @property
    def untimed(self) -> bool:
        """Whether time only passes when the student says so."""
        return self.tempo == 0

    def rate(self, situation: Situation) -> int:
        """Scenario minutes a wall minute at tempo 1, as the situation stands."""
        if situation.attending or self._unread(situation) is not None:
            return situation.rates.reading
        if situation.veille:
            return situation.rates.quiet
        if any(reading.card for reading in situation.readings):
            return situation.rates.waiting
        return situation.rates.idle

    def speed(self, situation: Situation) -> float:
        """Scenario minutes a wall minute as the student lives them: 0 when untimed or paused."""
        if self.paused or self.untimed:
            return 0.0
        return self.rate(situation) / (self.tempo * self.accommodation)

    def advance(self, wall_seconds: float, situation: Situation) -> int:
        """Whole scenario minutes that have come, once `wall_seconds` more have passed in this situation."""
        if self.paused or self.untimed:
            return 0
        seconds = max(0.0, min(wall_seconds, LONGEST_STEP)) / (self.tempo * self.accommodation)
        self._fraction += seconds * self.rate(situation) / 60
        unread = self._unread(situation)
        if unread is not None:
            self._read[unread.key] = self._read.get(unread.key, 0.0) + seconds
        whole = int(self._fraction)
        self._fraction -= whole
        return whole

    def restart_minute(self) -> None:
        """Begin the running minute anew: the clock was moved to a minute by other means."""
        self._fraction = 0.0

    def saved(self) -> tuple[float, dict[str, float]]:
        """What of the running minute has passed (0..1), and how long each reading was read, for `restore`."""
        return self._fraction, dict(self._read)

    def restore(self, fraction: float, read: Mapping[str, float]) -> None:
        """Stand where another clock was saved."""
        self._fraction = fraction
        self._read = dict(read)

    def _unread(self, situation: Situation) -> Reading | None:
        return next((one for one in situation.readings if self._read.get(one.key, 0.0) < one.seconds), None)
