"""The challenge that waits for the next play of each scenario, in a file beside the plays."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from simulator.debrief.challenge import CHALLENGES, Challenge
from simulator.durable import write_durably
from simulator.scenario.model import Scenario
from simulator.scoring import ScoreCard

_MOST = 1000
_LARGEST = 200_000
"""Scenarios and bytes that are read at most."""


@dataclass(frozen=True)
class Waiting:
    """A challenge, and the overall grade of the play that set it."""

    challenge: Challenge
    grade: float


class Challenges:
    """What waits, by scenario. A file that is damaged or cannot be written costs a challenge, never a play."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._waiting: dict[str, Waiting] | None = None

    def of(self, scenario_id: str) -> Waiting | None:
        """What the last graded play of the scenario left, None for nothing."""
        return self._known().get(scenario_id)

    def judged(self, scenario_id: str, card: ScoreCard) -> tuple[Challenge, bool] | None:
        """The challenge that waited for the play graded with `card`, and whether it met it; None where none did."""
        before = self.of(scenario_id)
        if before is None:
            return None
        return before.challenge, before.challenge.is_met(card.evidence, card.overall, before.grade)

    def set_after(self, scenario: Scenario, card: ScoreCard) -> None:
        """Let the next play be asked for what the one graded with `card` lacked most. Raises OSError as `set` does."""
        following = Challenge.after(card.evidence, scenario.rubric.shares(scenario.severity))
        self.set(scenario.id, Waiting(following, card.overall))

    def set(self, scenario_id: str, waiting: Waiting) -> None:
        """Let the next play be asked for `waiting`. Raises OSError when the disk refuses; it is known anyway."""
        known = self._known()
        known[scenario_id] = waiting
        kept = {name: [one.challenge.lesson, one.grade] for name, one in known.items()}
        write_durably(self._file, json.dumps(kept, indent=1) + "\n")

    def _known(self) -> dict[str, Waiting]:
        if self._waiting is None:
            self._waiting = _read(self._file)
        return self._waiting


def _read(file: Path) -> dict[str, Waiting]:
    try:
        if file.stat().st_size > _LARGEST:
            return {}
        kept = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(kept, Mapping):
        return {}
    found: dict[str, Waiting] = {}
    for name, one in list(kept.items())[:_MOST]:
        if isinstance(one, list) and len(one) == 2 and one[0] in CHALLENGES and isinstance(one[1], int | float):
            found[name] = Waiting(Challenge(one[0]), float(one[1]))
    return found
