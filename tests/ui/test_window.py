"""A whole play in a real window, from the library to the debrief and back: by keyboard alone, by mouse alone."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pygame
import pytest

from simulator.engine.decision import PrepareHolding, PublishHolding, Respond
from simulator.play.history import History
from simulator.play.unfinished import Unfinished
from simulator.ui.scenes.crisis import CrisisScene
from simulator.ui.scenes.library import LibraryScene
from simulator.ui.scenes.self_debrief import SelfDebriefScene
from tests.ui.screens import scene_of
from tests.ui.window import ROOT, Player, await_that, playing, program_in

_MISSING = [name for name in ("Xvfb", "xdotool") if shutil.which(name) is None]
pytestmark = [
    pytest.mark.slow(30),
    pytest.mark.skipif(
        bool(_MISSING) and os.environ.get("CI") != "true", reason=f"needs {' and '.join(_MISSING)}"
    ),
]  # fmt: skip

_CARDS = 3
"""Cards that are answered; the others run out."""


def test_the_keyboard_alone_plays_from_the_library_to_the_debrief_and_back(tmp_path: Path) -> None:
    with playing(tmp_path) as (player, program):
        player.agree()
        player.press(pygame.K_DOWN)
        player.press(pygame.K_DOWN)
        assert scene_of(player.game).focus == "scenario rappel-tardif"
        player.press(pygame.K_RETURN)
        player.agree()
        player.press(pygame.K_RETURN)
        player.agree("actions")
        player.press(pygame.K_SPACE)
        player.agree("header")
        player.press(pygame.K_h)
        player.agree()
        player.press(pygame.K_RETURN)
        player.agree("header")
        _play_by_keys(player)
        player.agree("head")
        player.agree("foot")
        assert isinstance(scene_of(player.game), SelfDebriefScene)
        player.press(pygame.K_ESCAPE)
        player.agree("tabs")
        for digit in (pygame.K_4, pygame.K_6):
            player.press(digit)
            player.agree()
        player.press(pygame.K_ESCAPE)
        assert isinstance(scene_of(player.game), LibraryScene)
        player.agree()
        for _ in range(20):
            focus = scene_of(player.game).focus or ""
            if focus == "leave":
                break
            player.press(pygame.K_DOWN if focus.startswith("page") or focus in ("keys", "credits") else pygame.K_TAB)
        player.press(pygame.K_RETURN)
        await_that(lambda: program.poll() == 0, "the program to end")
    _check_the_play(tmp_path)


def _play_by_keys(player: Player) -> None:
    answered, published = 0, False
    while isinstance(scene := scene_of(player.game), CrisisScene):
        card = scene.card
        if card is not None and not published:
            player.press(pygame.K_h)
            player.agree()
            player.press(pygame.K_RETURN)
            published = True
        elif card is not None and answered < _CARDS:
            response = next(row for row in card.responses if row.enabled)
            player.press(ord(response.key))
            player.agree("decisions", 0.03)
            player.press(pygame.K_RETURN)
            answered += 1
        else:
            player.press(pygame.K_n)
        if isinstance(scene_of(player.game), CrisisScene):
            player.agree("header")
    assert (answered, published) == (_CARDS, True)


def test_a_window_that_was_killed_goes_on_where_it_stood(tmp_path: Path) -> None:
    with playing(tmp_path) as (player, program):
        player.agree()
        for key in (pygame.K_DOWN, pygame.K_DOWN, pygame.K_RETURN):
            player.press(key)
        player.agree()
        player.press(pygame.K_RETURN)
        player.agree("actions")
        player.press(pygame.K_SPACE)
        player.agree("header")
        while scene_of(player.game).card is None:
            player.press(pygame.K_n)
            player.agree("header")
        response = next(row for row in scene_of(player.game).card.responses if row.enabled)
        player.press(ord(response.key))
        player.agree("decisions", 0.03)
        player.press(pygame.K_RETURN)
        player.agree("header")
        assert player.game.session is not None
        digest = player.game.session.run.digest()
        program.kill()
        program.wait()
        player.desk.close()
        player.begin()
        again = program_in(player.window, tmp_path)
        try:
            player.agree()
            assert scene_of(player.game).focus == "continue"
            player.press(pygame.K_RETURN)
            player.agree("header")
            player.agree("decisions", 0.03)
            assert player.game.session.run.digest() == digest
        finally:
            again.kill()
            again.wait()
    (one,) = Unfinished(tmp_path / "data" / "unfinished").plays()
    assert one.journal is not None
    assert (one.journal.minute, len(one.journal.decisions)) == (player.game.session.run.minute, 1)


def test_the_mouse_alone_plays_from_the_library_to_the_debrief_and_back(tmp_path: Path) -> None:
    with playing(tmp_path) as (player, program):
        player.agree()
        player.click("scenario rappel-tardif")
        player.agree()
        player.click("start")
        player.agree("actions")
        player.click("pause")
        player.agree("header")
        player.click("action holding")
        player.agree()
        player.click("keep")
        player.agree("header")
        _play_by_clicks(player)
        player.agree("head")
        player.agree("foot")
        player.click("see")
        player.agree("tabs")
        player.click("tab facts")
        player.agree()
        player.click("done")
        assert isinstance(scene_of(player.game), LibraryScene)
        player.agree()
        player.click("leave")
        await_that(lambda: program.poll() == 0, "the program to end")
    _check_the_play(tmp_path)


def _play_by_clicks(player: Player) -> None:
    answered, published = 0, False
    while isinstance(scene := scene_of(player.game), CrisisScene):
        card = scene.card
        if card is not None and not published:
            player.click("action holding")
            player.agree()
            player.click("publish")
            published = True
        elif card is not None and answered < _CARDS:
            response = next(row for row in card.responses if row.enabled)
            for _ in range(2):
                player.click(f"response {response.response_id}")
                player.agree("header")
            answered += 1
        else:
            player.click("following")
        if isinstance(scene_of(player.game), CrisisScene):
            player.agree("header")
            player.agree("actions")  # a card that came may have moved them
    assert (answered, published) == (_CARDS, True)


def _check_the_play(room: Path) -> None:
    """One play was kept, finished, with the decisions taken; lived again, it is the same."""
    history = History(room / "data" / "plays")
    (play,) = history.plays()
    assert play.scenario_id == "rappel-tardif" and not play.abandoned
    decisions = history.replay(play.play_id).decisions
    kinds = [type(decision) for decision in decisions]
    assert PrepareHolding in kinds and PublishHolding in kinds and kinds.count(Respond) == _CARDS
    file = history.folder / f"{play.play_id}.json"
    again = subprocess.run(
        [sys.executable, "-m", "simulator", "replay", str(file)],
        cwd=ROOT,
        env={**os.environ, "BADBUZZ_DATA": str(room / "data")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert again.returncode == 0, again.stdout + again.stderr
