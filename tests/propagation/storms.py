"""Small storms that the tests of the model share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from simulator.propagation import Audience, Spread, SpreadParameters, Tick
from simulator.propagation.tables import ONE

QUOTAS = {"customers": 600, "employees": 60, "journalists": 12, "influencers": 10, "authorities": 3, "bots": 240}
NOON = 12 * 60 + 45


@dataclass(frozen=True)
class Storm:
    """A storm that has been lived through."""

    spread: Spread
    ticks: list[Tick]
    volumes: list[int]

    @property
    def activated(self) -> set[int]:
        return {user for tick in self.ticks for user in tick.activated.tolist()}


def begun(seed: int, size: int = 2000, parameters: SpreadParameters | None = None, start: int = NOON) -> Spread:
    """A spread in which a few users are outraged at once."""
    parameters = parameters or SpreadParameters.for_severity(3)
    spread = Spread(Audience(size, seed, QUOTAS, parameters), parameters, seed, start)
    spread.seed_users(0, 10, "outbreak")
    return spread


def lived(spread: Spread, minutes: int = 240, transmission: Sequence[int] | int = ONE) -> Storm:
    """`spread` after as many minutes, with one transmission or one a minute."""
    ticks, volumes = [], []
    for minute in range(minutes):
        now = transmission if isinstance(transmission, int) else transmission[minute]
        ticks.append(spread.step(minute, now))
        volumes.append(spread.volume)
    return Storm(spread, ticks, volumes)
