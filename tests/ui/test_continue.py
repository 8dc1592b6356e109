"""An interrupted play in the window: offered over the scenarios, taken up by key and click; leaving loses nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pygame
import pytest

from simulator.locale import Message
from simulator.play.desk import Desk
from simulator.play.history import History
from simulator.play.presenters.pages import Settings
from simulator.play.settings import SettingsFile
from simulator.scenario.library import Library
from simulator.ui.app import Game
from simulator.ui.scenes.crisis import CrisisScene
from simulator.ui.scenes.history import HistoryScene
from simulator.ui.scenes.library import LibraryScene
from simulator.ui.scenes.sentence import SentenceScene
from tests.plays import MINIMAL
from tests.ui import samples
from tests.ui.screens import click, new_game, press, scene_of, wait
from tests.ui.standins import SampleDesk, SampleSession
from tests.ui.window import ROOT, await_that

LOST, GAINED = pygame.event.Event(pygame.WINDOWFOCUSLOST), pygame.event.Event(pygame.WINDOWFOCUSGAINED)


def interrupted() -> tuple[Game, SampleDesk]:
    game, desk = new_game(last_minute=1000)
    desk.interrupted = samples.continue_row("fr")
    game.turn += 1
    game.step([], 0.0)
    return game, desk


def told(game: Game) -> list[str]:
    return [notice.text for notice in scene_of(game).notices.waiting]


@pytest.mark.parametrize("how", ["enter", "key", "click", "button"])
def test_the_interrupted_play_comes_first_and_is_taken_up_paused(how: str) -> None:
    game, desk = interrupted()
    assert scene_of(game).focus == "continue"
    match how:
        case "enter":
            press(game, pygame.K_RETURN)
        case "key":
            press(game, pygame.K_F9)
        case "click":
            click(game, "continue")
        case _:
            click(game, "continue now")
    wait(game, 0.1)
    assert isinstance(scene_of(game), CrisisScene)
    assert desk.session is not None and desk.session.paused
    assert any("reprend" in sentence for sentence in told(game))
    press(game, pygame.K_SPACE, " ")
    assert not desk.session.paused


def test_without_an_interrupted_play_nothing_is_offered() -> None:
    game, _ = new_game()
    game.step([], 0.0)
    press(game, pygame.K_F9)
    assert isinstance(scene_of(game), LibraryScene)
    assert "continue" not in [spot.key for spot in scene_of(game).spots]


def test_untimed_nothing_needs_a_pause() -> None:
    game, desk = interrupted()
    desk.settings = Settings(tempo=0)
    press(game, pygame.K_F9)
    wait(game, 0.1)
    assert desk.session is not None and not desk.session.paused
    assert any("reprend" in sentence for sentence in told(game))


def test_what_cannot_be_resumed_is_one_sentence_and_the_way_back() -> None:
    game, desk = interrupted()
    desk.refusal = "Cette partie est en cours dans une autre fenêtre."
    press(game, pygame.K_F9)
    wait(game, 0.1)
    scene = scene_of(game)
    assert isinstance(scene, SentenceScene) and scene.text == desk.refusal
    press(game, pygame.K_RETURN)
    assert isinstance(scene_of(game), LibraryScene)


@pytest.fixture
def crisis() -> tuple[Game, SampleDesk, SampleSession]:
    game, desk = new_game(last_minute=1000)
    game.brief("rappel-tardif", 4821)
    press(game, pygame.K_RETURN)
    wait(game, 0.1)
    assert desk.session is not None
    return game, desk, desk.session


def test_looking_elsewhere_pauses_and_coming_back_says_so(crisis: tuple[Game, SampleDesk, SampleSession]) -> None:
    game, _, session = crisis
    game.step([LOST], 0.01)
    assert session.paused
    game.step([GAINED], 0.01)
    assert session.paused, "going on is the student's"
    assert any("quitté la fenêtre" in sentence for sentence in told(game))


def test_a_pause_of_one_s_own_is_not_explained_on_coming_back(crisis: tuple[Game, SampleDesk, SampleSession]) -> None:
    game, _, session = crisis
    press(game, pygame.K_SPACE, " ")
    game.step([LOST, GAINED], 0.01)
    assert session.paused
    assert not any("quitté la fenêtre" in sentence for sentence in told(game))


def test_the_menu_left_for_another_window_still_goes_on_when_it_is_closed(
    crisis: tuple[Game, SampleDesk, SampleSession],
) -> None:
    game, _, session = crisis
    press(game, pygame.K_ESCAPE)
    game.step([LOST, GAINED], 0.01)
    press(game, pygame.K_ESCAPE)
    assert not session.paused


def test_a_save_that_fails_and_works_again_is_said_once_each(crisis: tuple[Game, SampleDesk, SampleSession]) -> None:
    game, desk, session = crisis
    desk.problem = Message("desk.play_unsaved", {"reason": "disque plein"})
    for _ in range(3):
        session.changes += 1
        game.step([], 0.01)
    assert sum("disque plein" in sentence for sentence in told(game)) == 1
    desk.problem = None
    session.changes += 1
    game.step([], 0.01)
    assert sum("de nouveau sauvegardée" in sentence for sentence in told(game)) == 1


def desk_in(room: Path) -> Desk:
    return Desk(Library([], [MINIMAL]), History(room / "plays"), SettingsFile(room / "settings.json"), "fr")


@pytest.mark.parametrize("how", ["leave", "window"])
def test_a_play_that_was_left_is_there_the_next_time(how: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BADBUZZ_DATA", str(tmp_path))
    first = desk_in(tmp_path)
    game = Game(first, pygame.Surface((1280, 800)))
    game.brief("minimal", 1)
    press(game, pygame.K_RETURN)
    wait(game, 0.1)
    assert game.session is not None
    game.session.play_until(21)
    assert game.session.verify("heat") is None
    scene = scene_of(game)
    assert isinstance(scene, CrisisScene)
    game.step([], 0.0)
    pinned = scene.view.feed[0]
    scene.pin(pinned)
    digest = game.session.run.digest()
    if how == "leave":
        press(game, pygame.K_ESCAPE)
        click(game, "leave")
        assert isinstance(scene_of(game), LibraryScene)
        assert scene_of(game).focus == "continue"
    else:
        game.step([pygame.event.Event(pygame.QUIT)], 0.0)
        assert not game.running
    first.close()
    game = Game(desk_in(tmp_path), pygame.Surface((1280, 800)))
    game.step([], 0.0)
    press(game, pygame.K_RETURN)
    wait(game, 0.1)
    assert game.session is not None
    assert (game.session.run.minute, game.session.run.digest()) == (21, digest)
    again = scene_of(game)
    assert isinstance(again, CrisisScene)
    assert [row.post_id for row in again.view.feed if row.pinned] == [pinned.post_id]


def test_my_plays_take_up_an_interrupted_play(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BADBUZZ_DATA", str(tmp_path))
    desk = desk_in(tmp_path)
    desk.start("minimal", 1).play_until(15)
    desk.close()
    game = Game(desk, pygame.Surface((1280, 800)))
    game.stack[:] = [HistoryScene(game)]
    (row,) = desk.history()
    click(game, f"play {row.play_id}")
    wait(game, 0.1)
    assert isinstance(scene_of(game), CrisisScene)
    assert game.session is not None and game.session.run.minute == 15


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
@pytest.mark.parametrize(
    "name", ["SIGTERM", *(pytest.param(one, marks=pytest.mark.slow) for one in ("SIGINT", "SIGHUP", "SIGKILL"))]
)
@pytest.mark.usefixtures("heard_signals")
def test_a_window_that_is_told_to_end_leaves_its_play_whole(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BADBUZZ_DATA", str(tmp_path))
    desk = desk_in(tmp_path)
    session = desk.start("minimal", 1)
    session.play_until(30)
    desk.close()
    words = [sys.executable, "-m", "simulator", "play", "--continue", "--scenarios", str(MINIMAL), "--lang", "fr"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "SDL_VIDEODRIVER": "dummy"}
    process = subprocess.Popen(words, env=environment, cwd=tmp_path, stderr=subprocess.PIPE)
    try:
        await_that(lambda: desk.to_continue() is None or process.poll() is not None, "the window to take up the play")
        process.send_signal(getattr(signal, name))
        process.communicate(timeout=30)
    finally:
        process.kill()
    assert process.returncode == {"SIGTERM": 0, "SIGINT": 2}.get(name, -getattr(signal, name))
    (row,) = desk.history()
    assert desk.resume(row.play_id).run.digest() == session.run.digest()
    assert desk.problem is None
