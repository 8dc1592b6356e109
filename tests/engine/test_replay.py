"""A replay lives the same run again, and the first thing that differs has a minute and a name."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from simulator.engine.bots import play
from simulator.engine.replay import NotAReplay, from_text, play_back, recorded
from simulator.engine.run import Run
from simulator.scenario.model import Scenario


def record(scenario: Scenario, seed: int = 4) -> dict[str, Any]:
    replay = recorded(play(scenario, seed, "exemplary")).to_record()
    loaded: dict[str, Any] = json.loads(json.dumps(replay))
    return loaded


def test_a_replay_agrees_with_its_run(minimal: Scenario) -> None:
    run, divergence = play_back(from_text(json.dumps(record(minimal))), minimal)
    assert divergence is None
    assert run.digest() == record(minimal)["digest"]


def test_an_abandoned_play_replays_too(minimal: Scenario) -> None:
    run = Run(minimal, 4)
    run.advance_to(33)
    run.abandon()
    again, divergence = play_back(from_text(json.dumps(recorded(run).to_record())), minimal)
    assert (divergence, again.minute, again.state.abandoned) == (None, 33, True)


def _later(replay: dict[str, Any]) -> int:
    last = replay["decisions"][-1]
    last["minute"] += 1
    return int(last["minute"]) - 1


def _other_response(replay: dict[str, Any]) -> int:
    chosen = next(decision for decision in replay["decisions"] if decision.get("response") == "burnt-care")
    chosen["response"] = "burnt-deny"
    return int(chosen["minute"])


def _missing(replay: dict[str, Any]) -> int:
    return int(replay["decisions"].pop()["minute"])


def _other_seed(replay: dict[str, Any]) -> int:
    replay["seed"] += 1
    return 0


@pytest.mark.parametrize("change", [_later, _other_response, _missing, _other_seed])
def test_a_changed_decision_diverges_at_or_after_its_minute(
    minimal: Scenario, change: Callable[[dict[str, Any]], int]
) -> None:
    replay = record(minimal)
    minute = change(replay)
    _, divergence = play_back(from_text(json.dumps(replay)), minimal)
    assert divergence is not None
    assert minute <= divergence.minute <= minute + 1 or change is _other_seed
    assert divergence.field in ("events", "cell", "decision", "feed")


def test_a_decision_that_is_impossible_is_named_with_its_reason(minimal: Scenario) -> None:
    replay = record(minimal)
    earlier = sum(decision["minute"] <= 2 for decision in replay["decisions"])
    replay["decisions"].insert(earlier, {"minute": 2, "do": "publish_holding"})
    _, divergence = play_back(from_text(json.dumps(replay)), minimal)
    assert divergence is not None
    assert divergence.refusal is not None
    assert (divergence.minute, divergence.refusal.code) == (2, "engine.holding_not_ready")


def test_an_edited_digest_is_found(minimal: Scenario) -> None:
    replay = record(minimal)
    replay["digest"] = "0" * 32
    _, divergence = play_back(from_text(json.dumps(replay)), minimal)
    assert divergence is not None
    assert divergence.field == "digest"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "3",
        "\x00\x01",
        '{"kind": "badbuzz replay"}',
        '{"kind": "badbuzz replay", "format": 99}',
        "[" * 100_000,
    ],
)
def test_what_is_no_replay_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(NotAReplay) as caught:
        from_text(text)
    assert caught.value.message.code.startswith("engine.replay_")


@pytest.mark.parametrize("key", ["scenario", "seed", "decisions", "ended", "digest", "ticks", "engine_version"])
@pytest.mark.parametrize("value", [None, True, 1.5, {"a": 1}, ["x"]])
def test_no_damaged_key_gets_through(minimal: Scenario, key: str, value: object) -> None:
    replay = record(minimal)
    replay[key] = value
    with pytest.raises(NotAReplay):
        from_text(json.dumps(replay))


@pytest.mark.parametrize(
    "decision",
    [
        {},
        {"minute": 3},
        {"do": "verify", "fact": "heat"},
        {"minute": "3", "do": "verify", "fact": "heat"},
        {"minute": True, "do": "verify", "fact": "heat"},
        {"minute": 3, "do": "verify", "fact": "heat", "extra": 1},
        {"minute": 3, "do": "prepare_holding", "wordings": [1], "promise": 45},
        {"minute": 3, "do": "dance"},
        "verify",
        None,
    ],
)
def test_what_is_no_decision_is_refused(minimal: Scenario, decision: object) -> None:
    replay = record(minimal)
    replay["decisions"] = [decision]
    with pytest.raises(NotAReplay):
        from_text(json.dumps(replay))
