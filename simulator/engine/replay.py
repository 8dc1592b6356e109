"""A replay: what was decided, and a digest of each minute, enough to live the same run again anywhere."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import zip_longest
from typing import NamedTuple, TypeVar

from simulator.engine.decision import BadDecision, Decision, from_record, to_record
from simulator.engine.digest import TickDigest
from simulator.engine.events import DecisionMade
from simulator.engine.refusal import Refusal
from simulator.engine.run import Run
from simulator.locale import Message
from simulator.scenario.digest import scenario_digest
from simulator.scenario.model import Scenario

T = TypeVar("T")

FORMAT = 1
ENGINE_VERSION = 2
"""Rises whenever a golden digest changes."""


class NotAReplay(ValueError):
    """A file or text that holds no replay; `message` says why."""

    def __init__(self, code: str, **arguments: object) -> None:
        super().__init__(code)
        self.message = Message(f"engine.{code}", arguments)


class Divergence(NamedTuple):
    """The first minute, and the part of its digest, at which two runs differ; `refusal` if a decision was refused."""

    minute: int
    field: str
    refusal: Message | None = None


@dataclass(frozen=True)
class Replay:
    """A play, as dated decisions: `ended` is its last minute, `ticks` one digest a minute from 0."""

    scenario: str
    scenario_digest: str
    seed: int
    decisions: tuple[Decision, ...]
    ended: int
    abandoned: bool
    digest: str
    ticks: tuple[TickDigest, ...]
    engine_version: int = ENGINE_VERSION

    def to_record(self) -> dict[str, object]:
        """The replay as a JSON-ready mapping."""
        return {
            "format": FORMAT,
            "kind": "badbuzz replay",
            "engine_version": self.engine_version,
            "scenario": self.scenario,
            "scenario_digest": self.scenario_digest,
            "seed": self.seed,
            "ended": self.ended,
            "abandoned": self.abandoned,
            "digest": self.digest,
            "decisions": [to_record(decision) for decision in self.decisions],
            "ticks": ["".join(tick) for tick in self.ticks],
        }


def recorded(run: Run) -> Replay:
    """The replay of `run` as far as it went."""
    return Replay(
        scenario=run.scenario.id,
        scenario_digest=scenario_digest(run.scenario),
        seed=run.seed,
        decisions=tuple(event.decision for event in run.events if isinstance(event, DecisionMade)),
        ended=run.minute,
        abandoned=run.state.abandoned,
        digest=run.digest(),
        ticks=tuple(run.ticks),
    )


def from_text(text: str) -> Replay:
    """The replay that a file holds. Raises NotAReplay, with the reason."""
    try:
        record = json.loads(text)
    except (ValueError, RecursionError):
        raise NotAReplay("replay_no_json") from None
    return from_values(record)


def from_values(record: object) -> Replay:
    """The replay that JSON values hold. Raises NotAReplay, with the reason."""
    if not isinstance(record, Mapping) or record.get("kind") != "badbuzz replay":
        raise NotAReplay("replay_other_file")
    if record.get("format") != FORMAT:
        raise NotAReplay("replay_format", format=str(record.get("format")))
    try:
        return Replay(
            scenario=_typed(record, "scenario", str),
            scenario_digest=_typed(record, "scenario_digest", str),
            seed=_typed(record, "seed", int),
            decisions=tuple(from_record(item) for item in _typed(record, "decisions", list)),
            ended=_typed(record, "ended", int),
            abandoned=_typed(record, "abandoned", bool),
            digest=_typed(record, "digest", str),
            ticks=tuple(_tick(item) for item in _typed(record, "ticks", list)),
            engine_version=_typed(record, "engine_version", int),
        )
    except BadDecision as bad:
        raise NotAReplay("replay_decision", reason=bad.message) from None


def play_back(replay: Replay, scenario: Scenario) -> tuple[Run, Divergence | None]:
    """Live the replay again; also the first divergence from its digests, None if there is none.

    A decision that is refused ends the play there: the run stands at that minute.
    """
    run = Run(scenario, replay.seed)
    for decision in replay.decisions:
        run.advance_to(decision.minute)
        try:
            run.decide(decision)
        except Refusal as refusal:
            earlier = first_divergence(replay, run)
            here = Divergence(decision.minute, "decision", refusal.message)
            return run, earlier if earlier is not None and earlier.minute <= here.minute else here
    run.advance_to(replay.ended)
    if replay.abandoned:
        run.abandon()
    return run, first_divergence(replay, run) or _last_word(replay, run)


def first_divergence(replay: Replay, run: Run) -> Divergence | None:
    """The first minute played by both whose digests differ, with the part that does."""
    for minute, (theirs, ours) in enumerate(zip(replay.ticks, run.ticks, strict=False)):
        if theirs != ours:
            pairs = zip_longest(TickDigest._fields, theirs, ours)
            return Divergence(minute, next(name for name, their, our in pairs if their != our))
    return None


def _last_word(replay: Replay, run: Run) -> Divergence | None:
    if len(replay.ticks) != len(run.ticks) or replay.ended != run.minute:
        return Divergence(min(len(replay.ticks), len(run.ticks)), "length")
    if replay.abandoned != run.state.abandoned:
        return Divergence(run.minute, "abandoned")
    return None if replay.digest == run.digest() else Divergence(run.minute, "digest")


def _typed(record: Mapping[str, object], key: str, kind: type[T]) -> T:
    value = record.get(key)
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise NotAReplay("replay_key", key=key)
    return value


def _tick(item: object) -> TickDigest:
    if not isinstance(item, str) or len(item) != 8 * len(TickDigest._fields):
        raise NotAReplay("replay_key", key="ticks")
    return TickDigest(*(item[start : start + 8] for start in range(0, len(item), 8)))
