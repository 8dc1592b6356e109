"""A kept play lived again: it agrees, or the first divergence has a name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.engine.decision import Respond
from simulator.engine.replay import ENGINE_VERSION, Replay, recorded
from simulator.play.desk import Desk
from simulator.play.rerun import CannotRerun, rerun
from simulator.scenario.library import Library


@pytest.fixture
def replay(desk: Desk) -> Replay:
    session = desk.start("minimal", 1)
    session.play_until(21)
    session.choose("burnt", "burnt-care")
    session.play_until(10_000)
    return recorded(session.run)


def test_a_play_lived_again_agrees(replay: Replay, library: Library) -> None:
    again = rerun(replay, library)
    assert again.divergence is None
    assert again.run.digest() == replay.digest


def test_another_minute_or_another_response_diverges_there(replay: Replay, library: Library) -> None:
    for changed in (Respond(22, "burnt-care", inject="burnt"), Respond(21, "burnt-deny", inject="burnt")):
        divergence = rerun(replace(replay, decisions=(changed,)), library).divergence
        assert divergence is not None
        assert divergence.minute in (21, 22)


def test_another_engine_is_refused(replay: Replay, library: Library) -> None:
    with pytest.raises(CannotRerun) as refused:
        rerun(replace(replay, engine_version=ENGINE_VERSION + 1), library)
    assert refused.value.message.code == "desk.other_engine"


def test_a_changed_scenario_that_was_not_kept_is_told_apart_from_a_missing_one(
    replay: Replay, library: Library
) -> None:
    with pytest.raises(CannotRerun) as changed:
        rerun(replace(replay, scenario_digest="0" * 32), library)
    assert changed.value.changed
    with pytest.raises(CannotRerun) as missing:
        rerun(replace(replay, scenario="gone", scenario_digest="0" * 32), library)
    assert not missing.value.changed
