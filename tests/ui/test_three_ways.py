"""The same decisions by keyboard alone, by mouse alone and as typed lines: the same digest, the same grade."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pygame
import pytest

from simulator.play.history import History, Play
from simulator.play.presenters.pages import Settings
from simulator.play.settings import SettingsFile
from simulator.scoring import score
from simulator.scoring.of_run import record_of
from simulator.ui.scenes.self_debrief import SelfDebriefScene
from tests.console.by_lines import play_by_lines
from tests.dated import NAME, SEED, dated_decisions, dated_run
from tests.ui.by_hand import Hand, Keys, Mouse
from tests.ui.screens import scene_of
from tests.ui.window import ROOT, Player, playing

_MISSING = [name for name in ("Xvfb", "xdotool") if shutil.which(name) is None]
pytestmark = [
    pytest.mark.slow(60),
    pytest.mark.skipif(
        bool(_MISSING) and os.environ.get("CI") != "true", reason=f"needs {' and '.join(_MISSING)}"
    ),
]  # fmt: skip


def keep_still(room: Path) -> None:
    """Have the program and its twin show everything at once: what slides is elsewhere in each."""
    for name in ("data", "twin"):
        SettingsFile(room / name / "settings.json").save(Settings(reduced_motion=True))


def test_by_keyboard_alone(tmp_path: Path) -> None:
    keep_still(tmp_path)
    with playing(tmp_path) as (player, _):
        hand = Keys(player, dated_run())
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
    keep_still(tmp_path)
    with playing(tmp_path) as (player, _):
        hand = Mouse(player, dated_run())
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
    play_by_lines(NAME, SEED, dated_decisions(), dated_run().scenario, tmp_path)
    check(History(tmp_path / "plays"))


def play_through(player: Player, hand: Hand) -> None:
    player.agree("actions")
    assert hand.session.paused, "the practice was asked to start paused"
    hand.play(dated_decisions())
    player.agree("head")
    player.agree("foot")
    assert isinstance(scene_of(player.game), SelfDebriefScene)


def check(history: History) -> None:
    """One play was kept: it has the decisions, the digest and the grade, and the program says so too."""
    (play,) = history.plays()
    assert isinstance(play, Play) and play.result is not None and not play.abandoned
    replay = history.replay(play.play_id)
    assert list(replay.decisions) == dated_decisions()
    assert replay.digest == dated_run().digest()
    card = score(record_of(dated_run()))
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
    assert json.loads(told.stdout)["digest"] == dated_run().digest()
