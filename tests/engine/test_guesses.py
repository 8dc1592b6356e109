"""Whatever is tried, a run refuses or obeys: it never breaks, never says a thing twice, and replays."""

import json
from collections import Counter
from functools import cache

import pytest

from simulator.engine.decision import from_record, to_record
from simulator.engine.events import (
    DeadlinePassed,
    DecisionMade,
    Event,
    FactDisclosed,
    FactLeaked,
    FactVerified,
    HoldingReady,
    InjectDelivered,
    PostSent,
    RunEnded,
    StageEntered,
)
from simulator.engine.replay import from_text, play_back, recorded
from simulator.engine.run import Run
from simulator.places import shipped
from simulator.scenario.load import load_scenario
from simulator.scoring import score
from simulator.scoring.of_run import record_of
from tests.engine.guessing import guessed
from tests.plays import scenario_of

ONCE = (StageEntered, InjectDelivered, DeadlinePassed, FactVerified, FactLeaked, FactDisclosed, PostSent, RunEnded)


def check(run: Run) -> None:
    """What holds of every run."""
    happened = Counter((type(event), _subject(event)) for event in run.events if isinstance(event, ONCE))
    assert set(happened.values()) <= {1}
    minutes = [event.minute for event in run.events]
    assert minutes == sorted(minutes)
    assert [message.serial for message in run.state.messages] == list(range(1, len(run.state.messages) + 1))
    for fact in run.state.facts.values():
        assert fact.leaked is None or fact.disclosed is None or fact.leaked <= fact.disclosed
    for inject in run.state.injects.values():
        assert all(inject.delivered <= minute for minute, _ in inject.actions)
    for bench in run.state.benches.values():
        assert len(bench.running) <= bench.capacity
    ready = sum(isinstance(event, HoldingReady) for event in run.events)
    assert ready >= sum(message.holding for message in run.state.messages)
    assert 0 <= score(record_of(run)).overall <= 100


def replays(run: Run) -> None:
    """The run lives again from its file."""
    text = json.dumps(recorded(run).to_record())
    again, divergence = play_back(from_text(text), run.scenario)
    assert divergence is None
    assert again.digest() == run.digest()
    assert again.events == run.events


def _subject(event: Event) -> str | None:
    """What the event is about."""
    return next((getattr(event, name) for name in ("inject", "fact", "post", "stage") if hasattr(event, name)), None)


@cache
def tried(seed: int) -> Run:
    """The small scenario, with two tries a minute."""
    return guessed(scenario_of("minimal"), seed, tries_a_minute=2)


@pytest.mark.parametrize("seed", [*range(6), *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(6, 12))])
def test_nothing_breaks_a_run(seed: int) -> None:
    run = tried(seed)
    check(run)
    replays(run)


def test_guesses_try_every_kind_of_decision() -> None:
    made = {
        type(event.decision).__name__
        for seed in range(6)
        for event in tried(seed).events
        if isinstance(event, DecisionMade)
    }
    assert made >= {"Respond", "Listen", "Verify", "PrepareHolding", "PublishHolding", "ReviewPost", "AlertCell"}
    assert "Watch" in made


def test_a_decision_survives_its_record() -> None:
    for event in tried(3).events:
        if isinstance(event, DecisionMade):
            assert from_record(json.loads(json.dumps(to_record(event.decision)))) == event.decision


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("name", ["premiers-pas", "rappel-tardif"])
def test_nothing_breaks_a_shipped_scenario(name: str, seed: int) -> None:
    run = guessed(load_scenario(shipped("scenarios") / name).scenario, seed, tries_a_minute=0.6)
    check(run)
    replays(run)
