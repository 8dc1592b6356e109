"""What is spread: the probabilities that every peer is given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Outbreak = Callable[[], list[int]]
"""Lives one outbreak to its end and gives the users newly infected in each step, the seeds being step 0."""


@dataclass(frozen=True)
class Law:
    """Discrete time: who is infected in step t may infect each follower from step t + 1 on.

    `infection` is the probability per link and step. `recovery` is the probability to recover at the end of each
    infectious step, of which there is at least one. None stands for the independent cascade: each link has one chance.
    A SIR with recovery 1 is the same process by another name (Reed and Frost).
    """

    infection: float
    recovery: float | None = None

    @property
    def lasts(self) -> bool:
        """Whether somebody may be infectious for more than one step."""
        return self.recovery is not None and self.recovery < 1

    @property
    def transmissibility(self) -> float:
        """The probability that an infected user ever passes on over a link."""
        stays = 0.0 if self.recovery is None else 1 - self.recovery
        return self.infection / (1 - stays * (1 - self.infection))
