"""A play of the class lived again for those who look at it: whole, or up to a minute."""

from __future__ import annotations

from dataclasses import dataclass, replace

from simulator.classroom.plays.submitting import unpack_replay
from simulator.engine.decision import Decision
from simulator.engine.refusal import Refusal
from simulator.engine.replay import Replay, from_text, play_back
from simulator.engine.run import Run
from simulator.play.edition import Edition
from simulator.scenario.rubric import Rubric
from simulator.scoring import ScoreCard, score
from simulator.scoring.of_run import record_of


@dataclass(frozen=True)
class Relived:
    """A play as it went. `rubric`: the weights that its class grades by, None for the scenario's own."""

    replay: Replay
    run: Run
    edition: Edition
    rubric: Rubric | None

    @property
    def card(self) -> ScoreCard:
        """Its score, by the weights of the class."""
        record = record_of(self.run)
        return score(record if self.rubric is None else replace(record, rubric=self.rubric))


def replay_of(packed: bytes) -> Replay:
    """The replay of a play as it is kept."""
    return from_text(unpack_replay(packed))


def relived(packed: bytes, edition: Edition, rubric: Rubric | None) -> Relived:
    """The play `packed`, to its end, or to the decision that could not be taken."""
    replay = replay_of(packed)
    run, _ = play_back(replay, edition.loaded.scenario)
    return Relived(replay, run, edition, rubric)


def at_minute(replay: Replay, edition: Edition, minute: int) -> Run:
    """The run as it was seen at `minute`: what was decided in that very minute is not taken yet."""
    run = Run(edition.loaded.scenario, replay.seed)
    last = max(0, min(minute, replay.ended))
    for decision in replay.decisions:
        if decision.minute >= last:
            break
        run.advance_to(decision.minute)
        if not _taken(run, decision):
            return run
    run.advance_to(last)
    return run


def _taken(run: Run, decision: Decision) -> bool:
    try:
        run.decide(decision)
    except Refusal:
        return False
    return True
