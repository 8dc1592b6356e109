"""A replay lives the same run again, and the first thing that differs has a minute and a name."""

import json
from collections.abc import Callable
from dataclasses import fields
from typing import Any

import pytest

from simulator.engine.decision import (
    KINDS,
    AlertCell,
    ChooseSpokesperson,
    Listen,
    PrepareHolding,
    Prioritise,
    PublishHolding,
    Respond,
    ReviewPost,
    Verify,
    Watch,
    Withdraw,
    to_record,
)
from simulator.engine.digest import TickDigest
from simulator.engine.replay import Divergence, NotAReplay, from_text, play_back, recorded
from simulator.engine.run import Run
from simulator.scenario.model import Scenario
from tests.plays import replay_text


def record() -> dict[str, Any]:
    """A play of the small scenario by the exemplary player."""
    loaded: dict[str, Any] = json.loads(replay_text("minimal", "exemplary", 4))
    return loaded


def test_a_replay_agrees_with_its_run(minimal: Scenario) -> None:
    run, divergence = play_back(from_text(json.dumps(record())), minimal)
    assert divergence is None
    assert run.digest() == record()["digest"]


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
    replay = record()
    minute = change(replay)
    _, divergence = play_back(from_text(json.dumps(replay)), minimal)
    assert divergence is not None
    assert minute <= divergence.minute <= minute + 1 or change is _other_seed
    assert divergence.field in ("events", "cell", "decision", "feed")


def test_a_decision_that_is_impossible_is_named_with_its_reason(minimal: Scenario) -> None:
    replay = record()
    earlier = sum(decision["minute"] <= 2 for decision in replay["decisions"])
    replay["decisions"].insert(earlier, {"minute": 2, "do": "publish_holding"})
    _, divergence = play_back(from_text(json.dumps(replay)), minimal)
    assert divergence is not None
    assert divergence.refusal is not None
    assert (divergence.minute, divergence.refusal.code) == (2, "engine.holding_not_ready")


def test_an_edited_digest_is_found(minimal: Scenario) -> None:
    replay = record()
    replay["digest"] = "0" * 32
    _, divergence = play_back(from_text(json.dumps(replay)), minimal)
    assert divergence is not None
    assert divergence.field == "digest"


def busy(minimal: Scenario) -> Scenario:
    """`minimal` with somebody else who may speak."""
    deputy = minimal.cell[-1].model_copy(update={"id": "deputy"})
    return minimal.model_copy(update={"cell": (*minimal.cell, deputy)})


def busy_record(scenario: Scenario) -> dict[str, Any]:
    """A play with every kind of decision and every key of each."""
    run = Run(scenario, 4)
    for decision in (
        ChooseSpokesperson(2, "deputy"),
        Listen(3, "lamp"),
        ReviewPost(4, "spring", keep=False),
        AlertCell(6, "warm"),
        PrepareHolding(8, ("happened-fair", "doing-fair", "next-fair"), 45),
        PublishHolding(20),
        Respond(21, "burnt-care", inject="burnt"),
        AlertCell(22),
        Verify(23, "heat"),
        Watch(24, "too-small", 90),
        Respond(30, "sorry", post="signal:warm"),
        PrepareHolding(40, ("happened-small", "doing-fair"), 30, publish=True),
        Watch(60, "too-small", 95, inject="gazette-asks"),
        PrepareHolding(100, ("happened-fair", "doing-fair"), 30),
        Respond(101, "notify"),
        Respond(102, "tell-heat"),
        Prioritise(103, "writing", "tell-heat"),
        Withdraw(104, "notify"),
    ):
        run.advance_to(decision.minute)
        run.decide(decision)
    run.advance_to(scenario.length)
    loaded: dict[str, Any] = json.loads(json.dumps(recorded(run).to_record()))
    return loaded


OTHERS: dict[str, list[Any]] = {
    "minute": [-1, 7, 119, 10**30],
    "response": ["burnt-deny", "burnt-check", "tell-team", "sorry", "nothing"],
    "inject": ["burnt", "gazette-asks", "shelf", ""],
    "post": ["inject:burnt", "inject:shelf", "nothing"],
    "topic": ["hot", "", "nothing"],
    "fact": ["cause", "heat-", ""],
    "wordings": [["happened-fair"], ["next-fair", "doing-fair", "happened-fair"], ["doing-fair", "happened-small"], []],
    "promise": [15, 46, 241],
    "publish": [True, False],
    "keep": [True],
    "signal": ["cold", ""],
    "member": ["head", "writer"],
    "reason": ["too-big"],
    "threshold": [1, 89, 96, 101],
    "work": ["legal", "verification", "nothing"],
    "about": ["notify", "nothing", ""],
}


@pytest.mark.parametrize("tried", [1, pytest.param(None, marks=pytest.mark.slow)])
def test_no_change_of_a_decision_passes(minimal: Scenario, tried: int | None) -> None:
    """The first `tried` of OTHERS for each key of each decision; None: all."""
    scenario = busy(minimal)
    true = busy_record(scenario)
    assert play_back(from_text(json.dumps(true)), scenario)[1] is None
    assert {part.name for kind in KINDS.values() for part in fields(kind)} == set(OTHERS)
    assert {decision["do"] for decision in true["decisions"]} == set(KINDS)
    for place, decision in enumerate(true["decisions"]):
        for key in sorted({part.name for part in fields(KINDS[decision["do"]])}):
            written = decision.get(key, {"publish": False, "about": ""}.get(key))
            for other in [one for one in OTHERS[key] if one != written][:tried]:
                record = json.loads(json.dumps(true))
                record["decisions"][place][key] = other
                _, divergence = play_back(from_text(json.dumps(record)), scenario)
                assert divergence is not None, (decision, key, other)


def test_no_decision_is_left_out_added_or_put_elsewhere(minimal: Scenario) -> None:
    scenario = busy(minimal)
    true = busy_record(scenario)
    decisions = true["decisions"]
    for place, decision in enumerate(decisions):
        without = [*decisions[:place], *decisions[place + 1 :]]
        twice = [*decisions[:place], decision, *decisions[place:]]
        for changed in (without, twice):
            _, divergence = play_back(from_text(json.dumps({**true, "decisions": changed})), scenario)
            assert divergence is not None, decision
    after_the_end = [*decisions, {"minute": 120, "do": "alert"}]
    _, divergence = play_back(from_text(json.dumps({**true, "decisions": after_the_end})), scenario)
    assert divergence is not None
    assert divergence.refusal is not None
    assert divergence.refusal.code == "engine.run_over"


def test_two_decisions_of_one_minute_keep_their_order(minimal: Scenario) -> None:
    run = Run(minimal, 4)
    run.advance_to(25)
    run.decide(Verify(25, "heat"))
    run.decide(AlertCell(25))
    true = recorded(run).to_record()
    swapped = {**true, "decisions": list(reversed([to_record(Verify(25, "heat")), to_record(AlertCell(25))]))}
    assert play_back(from_text(json.dumps(true)), minimal)[1] is None
    assert play_back(from_text(json.dumps(swapped)), minimal)[1] is not None


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("ended", 119),
        ("ended", 121),
        ("ended", 10**30),
        ("ended", -1),
        ("abandoned", True),
        ("seed", 10**30),
        ("digest", "0" * 32),
        ("ticks", []),
    ],
)
def test_no_other_change_passes(minimal: Scenario, key: str, value: object) -> None:
    changed = {**record(), key: value}
    assert play_back(from_text(json.dumps(changed)), minimal)[1] is not None


def test_a_play_given_up_is_told_from_one_that_stopped(minimal: Scenario) -> None:
    run = Run(minimal, 4)
    run.advance_to(33)
    stopped = recorded(run).to_record()
    run.abandon()
    given_up = recorded(run).to_record()
    for changed in ({**stopped, "abandoned": True}, {**given_up, "abandoned": False}):
        assert play_back(from_text(json.dumps(changed)), minimal)[1] is not None


def test_an_edited_tick_is_found_at_its_minute(minimal: Scenario) -> None:
    replay = record()
    for place, field in enumerate(TickDigest._fields):
        tick = replay["ticks"][50]
        digit = "0" if tick[8 * place] != "0" else "1"
        edited = tick[: 8 * place] + digit + tick[8 * place + 1 :]
        changed = {**replay, "ticks": [*replay["ticks"][:50], edited, *replay["ticks"][51:]]}
        assert play_back(from_text(json.dumps(changed)), minimal)[1] == Divergence(50, field)


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
def test_no_damaged_key_gets_through(key: str, value: object) -> None:
    replay = record()
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
        {"minute": 3, "do": ["verify"]},
        {"minute": 3, "do": {"verify": 1}},
        {"minute": 3.0, "do": "verify", "fact": "heat"},
        {"minute": 3, "do": "verify", "fact": None},
        {"minute": 3, "do": "review_post", "post": "spring", "keep": 1},
        {"minute": 3, "do": "prepare_holding", "wordings": "next-fair", "promise": 45},
        "verify",
        None,
    ],
)
def test_what_is_no_decision_is_refused(decision: object) -> None:
    replay = record()
    replay["decisions"] = [decision]
    with pytest.raises(NotAReplay):
        from_text(json.dumps(replay))
