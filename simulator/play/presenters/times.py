"""Scenario minutes as hours to read."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import lru_cache

from simulator.locale import Message, Phrasebook
from simulator.play.presenters.typography import typeset

_KEPT = 4000
"""Sentences remembered: most of what a minute tells was told the minute before."""


class Times:
    """Words minutes and durations of a scenario that starts at `start` ("2026-03-10 12:45")."""

    def __init__(self, start: str, phrases: Phrasebook) -> None:
        self._start = datetime.strptime(start, "%Y-%m-%d %H:%M")
        self._phrases = phrases
        self._said = lru_cache(maxsize=_KEPT)(self._typeset)

    def moment(self, minute: float) -> datetime:
        """The date and hour of a scenario minute."""
        return self._start + timedelta(minutes=round(minute))

    def clock(self, minute: float) -> str:
        """`14 h 32`, `14:32`."""
        return self._phrases.clock(self.moment(minute))

    def round_clock(self, minute: float) -> str:
        """An hour of an axis: `14 h` where it is whole, else `14 h 30`."""
        moment = self.moment(minute)
        if moment.minute:
            return self._phrases.clock(moment)
        return self._phrases("play.whole_hour", hour=str(moment.hour))

    def dated(self, minute: float) -> str:
        """`mar. 14 h 32`."""
        moment = self.moment(minute)
        return f"{self._phrases.day(moment)} {self._phrases.clock(moment)}"

    def span(self, minutes: float) -> str:
        """A duration: `42 min`, `1 h 05`."""
        hours, rest = divmod(round(minutes), 60)
        if hours == 0:
            return self._phrases("play.span_minutes", minutes=str(rest))
        if rest == 0:
            return self._phrases("play.span_hours", hours=str(hours))
        return self._phrases("play.span_hours_minutes", hours=str(hours), minutes=f"{rest:02d}")

    def elapsed(self, minute: int) -> str:
        """Since the start of the play: `T+1:47`."""
        return f"T+{self._phrases.elapsed(minute)}"

    def say(self, message: Message) -> str:
        """The sentence of `message`, whose arguments named `*_minute` are hours and `*_span` durations."""
        return self._said(message)

    def _typeset(self, message: Message) -> str:
        return typeset(self._phrases.say(self._worded(message)))

    def _worded(self, message: Message) -> Message:
        return Message(message.code, {name: self._word(name, value) for name, value in message.arguments.items()})

    def _word(self, name: str, value: object) -> object:
        if isinstance(value, Message):
            return self._worded(value)
        if isinstance(value, int | float):
            if name.endswith("_minute"):
                return self.clock(value)
            if name.endswith("_span"):
                return self.span(value)
        return value
