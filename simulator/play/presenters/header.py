"""The top line: where the crisis stands and what time it is."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.play.presenters.rows import HeaderView, StageRow
from simulator.play.presenters.telling import Telling
from simulator.scenario.base import StageId

STAGE_CODES: dict[StageId, str] = {
    "veille": "play.stage_veille",
    "reactivity": "play.stage_reactivity",
    "transparency": "play.stage_transparency",
    "crisis": "play.stage_crisis",
}


@dataclass(frozen=True)
class Pacing:
    """How fast the play goes: scenario minutes a wall minute (0: only when told to), and whether it may pause."""

    speed: float = 0.0
    paused: bool = False
    can_pause: bool = True


def header(telling: Telling, pacing: Pacing) -> HeaderView:
    """The header at the minute played last."""
    scenario, state = telling.scenario, telling.run.state
    order = [stage.id for stage in scenario.stages]
    now = next((place for place, stage in enumerate(order) if stage == state.stage), 0)
    return HeaderView(
        title=scenario.title,
        organisation=f"{scenario.organisation.name} · {scenario.organisation.sector}",
        stages=tuple(
            StageRow(telling.say(STAGE_CODES[stage]), current=place == now, past=place < now)
            for place, stage in enumerate(order)
        ),
        severity=scenario.severity,
        clock=telling.times.dated(telling.minute),
        elapsed=telling.times.elapsed(telling.minute),
        pace=_pace(telling, pacing),
        paused=pacing.paused,
        can_pause=pacing.can_pause,
    )


def _pace(telling: Telling, pacing: Pacing) -> str:
    if pacing.speed <= 0:
        return "" if pacing.paused else telling.say("play.untimed")
    decimals = 0 if pacing.speed >= 10 or float(pacing.speed).is_integer() else 1
    return f"×{telling.phrases.number(pacing.speed, decimals)}"
