"""One play of a bot, as much of it as a scenario's balance is measured by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any

from simulator.engine.bots import play, texts_looked_at
from simulator.engine.decision import Respond
from simulator.engine.events import DecisionMade
from simulator.engine.run import Run
from simulator.scenario.model import Scenario
from simulator.scoring import score
from simulator.scoring.of_run import record_of
from simulator.study.balance.onlooker import Onlooker


@dataclass(frozen=True)
class Lived:
    """A whole play by `bot` on `seed`: its scores (0..100, unrounded) and what came about in it, by ids.

    `answers` are (inject, the response that stood at the end); `delivered` the injects that came, `allowed` the
    responses that could be chosen at some minute, `chosen` those that were; `verified`, `disclosed` and `leaked` facts.
    `digest` is the run's: equal for equal plays, on every machine. `texts` says which texts the bot looked at.
    """

    bot: str
    seed: int
    overall: float
    reactivity: float
    transparency: float
    tone: float
    answers: tuple[tuple[str, str], ...]
    delivered: tuple[str, ...]
    allowed: tuple[str, ...]
    chosen: tuple[str, ...]
    verified: tuple[str, ...]
    disclosed: tuple[str, ...]
    leaked: tuple[str, ...]
    digest: str
    texts: str

    @cached_property
    def answered(self) -> Mapping[str, str]:
        """The response that stood at the end, by inject."""
        return dict(self.answers)

    def to_record(self) -> dict[str, Any]:
        """The play as JSON-ready values."""
        return {part.name: getattr(self, part.name) for part in fields(self)}

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> Lived:
        """The play that `to_record` wrote, back from JSON. KeyError or TypeError for anything else."""
        values: dict[str, Any] = {part.name: record[part.name] for part in fields(cls)}
        answers = tuple((inject, response) for inject, response in values.pop("answers"))
        lists = {name: tuple(one) for name, one in values.items() if isinstance(one, list)}
        return cls(**{**values, **lists, "answers": answers})


def live(scenario: Scenario, seed: int, bot: str) -> Lived:
    """Have `bot`, one of BOTS (else KeyError), play `scenario` on `seed`, and grade it."""
    onlooker = Onlooker()
    run = play(scenario, seed, bot, onlooker.look)
    card = score(record_of(run))
    facts = run.state.facts.items()
    return Lived(
        bot=bot,
        seed=seed,
        overall=card.overall,
        reactivity=card.reactivity,
        transparency=card.transparency,
        tone=card.tone,
        answers=tuple((name, state.response) for name, state in run.state.injects.items() if state.response),
        delivered=tuple(run.state.injects),
        allowed=tuple(sorted(onlooker.allowed)),
        chosen=tuple(sorted(_chosen(run))),
        verified=tuple(name for name, fact in facts if fact.verified is not None),
        disclosed=tuple(name for name, fact in facts if fact.disclosed is not None),
        leaked=tuple(name for name, fact in facts if fact.leaked is not None),
        digest=run.digest(),
        texts=texts_looked_at(scenario, bot),
    )


def _chosen(run: Run) -> set[str]:
    made = [event.decision for event in run.events if isinstance(event, DecisionMade)]
    return {decision.response for decision in made if isinstance(decision, Respond)}
