"""One storm without a story: a crisis, an audience, and what the organisation publishes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from simulator.locale import Message
from simulator.propagation import MessageAttributes, SpreadParameters, Transmission
from simulator.propagation.audience import LARGEST, SMALLEST
from simulator.propagation.parameters import REPRODUCTION_BY_SEVERITY
from simulator.propagation.side_by_side import SideBySide

DAY = 24 * 60
_MOST_HOURS = 7 * 24

_QUOTAS_PER_10_000 = {
    "customers": 5200,
    "employees": 420,
    "journalists": 28,
    "influencers": 12,
    "authorities": 3,
    "bots": 1100,
}
"""Bots: 9 to 15 % of accounts (Varol et al. 2017); the others: design."""


@dataclass(frozen=True)
class Storm:
    """A crisis of `severity` 1 (mild) to 3 (severe) that breaks out at minute 0 of a story of `hours` (1 to 168).

    It begins with `seed_users` of `users` (1,000 to 1,000,000,000), `start` minutes after midnight. No further event
    feeds it but the journalists who take it up. ValueError for a number outside its range.
    """

    severity: int = 2
    users: int = 100_000
    hours: int = 24
    seed_users: int = 40
    start: int = 12 * 60 + 45

    def __post_init__(self) -> None:
        ranges = {
            "severity": (min(REPRODUCTION_BY_SEVERITY), max(REPRODUCTION_BY_SEVERITY)),
            "users": (SMALLEST, LARGEST),
            "hours": (1, _MOST_HOURS),
            "seed_users": (1, self.users),
            "start": (0, DAY - 1),
        }
        for name, (low, high) in ranges.items():
            if not low <= getattr(self, name) <= high:
                raise ValueError(f"{name} is {getattr(self, name)}, outside {low}..{high}")

    @property
    def minutes(self) -> int:
        """How long it is looked at."""
        return 60 * self.hours


@dataclass(frozen=True)
class Answer:
    """What an organisation publishes, each message with its minute; `label` names it for people."""

    label: Message
    messages: tuple[tuple[int, MessageAttributes], ...] = ()


@dataclass(frozen=True)
class Course:
    """A storm that was lived through: `volume` (int32, one a minute) in posts of the last hour, and the totals."""

    volume: NDArray[np.int32]
    posts: int
    activated: int


def felt(storm: Storm, answer: Answer) -> tuple[int, ...]:
    """What the messages multiply transmission by, one number a minute, in 2^-16."""
    transmission = Transmission()
    for minute, attributes in answer.messages:
        transmission.publish(minute, attributes)
    return tuple(transmission.at(minute) for minute in range(storm.minutes))


def live(storm: Storm, seeds: Sequence[int], answer: Answer) -> list[Course]:
    """The storms of `seeds`, one after the other, with an answer."""
    parameters = SpreadParameters.for_severity(storm.severity)
    quotas = {name: share * storm.users // 10_000 for name, share in _QUOTAS_PER_10_000.items()}
    storms = SideBySide(storm.users, seeds, quotas, parameters, storm.start)
    storms.seed_users(0, storm.seed_users, "outbreak")
    volumes = np.zeros((storm.minutes, len(seeds)), np.int32)
    for minute, multiplier in enumerate(felt(storm, answer)):
        storms.step(minute, multiplier)
        volumes[minute] = storms.volumes
    totals = zip(storms.totals.tolist(), storms.activated.tolist(), strict=True)
    return [Course(volumes[:, run], posts, activated) for run, (posts, activated) in enumerate(totals)]
