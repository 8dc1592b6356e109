"""The same decisions by keyboard alone, by mouse alone and as typed lines: the same digest, the same grade."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from functools import cache
from pathlib import Path

import pygame
import pytest

from simulator.debrief.timeline import decisions_of
from simulator.engine.decision import Decision, PrepareHolding, Prioritise, Respond, Watch
from simulator.engine.run import Run
from simulator.places import shipped
from simulator.play.history import History, Play
from simulator.scenario.playthrough import load_playthrough
from simulator.scoring import score
from simulator.scoring.of_run import record_of
from simulator.study.playthrough import live
from simulator.ui.scenes.self_debrief import SelfDebriefScene
from tests.console.by_lines import play_by_lines
from tests.plays import scenario_of
from tests.ui.by_hand import Hand, Keys, Mouse
from tests.ui.screens import scene_of
from tests.ui.window import ROOT, Player, playing

_MISSING = [name for name in ("Xvfb", "xdotool") if shutil.which(name) is None]
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        bool(_MISSING) and os.environ.get("CI") != "true", reason=f"needs {' and '.join(_MISSING)}"
    ),
]  # fmt: skip
NAME, SEED = "rappel-tardif", 3
_ANNOUNCED = 45
"""The next update as − and + give it: they go by quarters of an hour."""


@cache
def wanted() -> Run:
    """The good playthrough, with what it lacks: a line put in another order, a watch, a standing reply."""
    scenario = scenario_of(NAME)
    played = live(load_playthrough(shipped("scenarios") / NAME / "good.playthrough.yaml"), scenario)
    decisions = [
        replace(one, promise=_ANNOUNCED) if isinstance(one, PrepareHolding) else one for one in decisions_of(played)
    ]
    decisions += [
        Prioritise(70, "writing", "inform-first"),
        Watch(130, "unverified", 80),
        Respond(240, "reply-listen", post="inject:garnier"),
    ]
    run = Run(scenario, SEED)
    for decision in sorted(decisions, key=lambda one: one.minute):
        run.advance_to(decision.minute)
        run.decide(decision)
    run.advance_to(scenario.length)
    return run


def decisions() -> list[Decision]:
    return list(decisions_of(wanted()))


def test_by_keyboard_alone(tmp_path: Path) -> None:
    with playing(tmp_path) as (player, _):
        hand = Keys(player, wanted())
        player.agree()
        hand.act(f"scenario {NAME}")
        player.agree()
        player.press(pygame.K_o)
        player.agree()
        player.press(ord(str(SEED)))
        hand.act("start_paused yes")
        player.press(pygame.K_ESCAPE)
        player.agree()
        hand.act("start")
        play_through(player, hand)
        player.press(pygame.K_ESCAPE)
        player.agree("tabs")
    check(History(tmp_path / "data" / "plays"))


def test_by_mouse_alone(tmp_path: Path) -> None:
    with playing(tmp_path) as (player, _):
        hand = Mouse(player, wanted())
        player.agree()
        hand.act(f"scenario {NAME}")
        player.agree()
        hand.act("practice")
        player.agree()
        for _turn in range(SEED - 1):
            hand.act("seed more")
            player.agree()
        hand.act("start_paused yes")
        player.agree()
        hand.act("close")
        player.agree()
        hand.act("start")
        play_through(player, hand)
        hand.act("see")
        player.agree("tabs")
    check(History(tmp_path / "data" / "plays"))


def test_as_typed_lines(tmp_path: Path) -> None:
    play_by_lines(NAME, SEED, decisions(), wanted().scenario, tmp_path)
    check(History(tmp_path / "plays"))


def play_through(player: Player, hand: Hand) -> None:
    player.agree("actions")
    assert hand.session.paused, "the practice was asked to start paused"
    hand.play(decisions())
    player.agree("head")
    assert isinstance(scene_of(player.game), SelfDebriefScene)


def check(history: History) -> None:
    """One play was kept: it has the decisions, the digest and the grade, and the program says so too."""
    (play,) = history.plays()
    assert isinstance(play, Play) and play.result is not None and not play.abandoned
    replay = history.replay(play.play_id)
    assert list(replay.decisions) == decisions()
    assert replay.digest == wanted().digest()
    card = score(record_of(wanted()))
    assert (play.result.overall, play.result.band) == (card.overall, card.band)
    told = subprocess.run(
        [sys.executable, "-m", "simulator", "replay", str(history.folder / f"{play.play_id}.json"), "--json"],
        cwd=ROOT,
        env={**os.environ, "BADBUZZ_DATA": str(history.folder.parent)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stdout + told.stderr
    assert json.loads(told.stdout)["digest"] == wanted().digest()
