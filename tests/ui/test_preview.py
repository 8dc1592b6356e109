"""The preview in the window: minutes, speeds and bots by key and by mouse, and a file that is saved meanwhile."""

from __future__ import annotations

import os
from pathlib import Path

import pygame
import pytest

from simulator.locale import Language
from simulator.play.preview import Preview
from simulator.ui.app import Game
from simulator.ui.scenes.preview import PreviewScene
from tests.scenario.editing import copy_of_minimal, replace
from tests.ui.screens import click, new_game, press, wait

pytestmark = pytest.mark.slow


def previewed(tmp_path: Path, size: tuple[int, int] = (1280, 800), language: Language = "fr") -> tuple[Game, Preview]:
    game, _ = new_game(size, language)
    preview = Preview(copy_of_minimal(tmp_path), language, seed=3)
    game.stack[:] = [PreviewScene(game, preview)]
    game.step([], 1 / 60)
    return game, preview


def scene(game: Game) -> PreviewScene:
    shown = game.stack[-1]
    assert isinstance(shown, PreviewScene)
    return shown


def test_arrows_move_by_minutes_and_a_sign_leads_to_its_minute(tmp_path: Path) -> None:
    game, preview = previewed(tmp_path)
    press(game, pygame.K_RIGHT)
    press(game, pygame.K_RIGHT, mod=pygame.KMOD_SHIFT)
    assert preview.rehearsal.minute == 11
    press(game, pygame.K_LEFT)
    assert preview.rehearsal.minute == 10
    click(game, "chronogram card burnt")
    assert preview.rehearsal.minute == 20
    assert scene(game).view.cards or preview.rehearsal.run.state.injects["burnt"].response
    press(game, pygame.K_END)
    assert preview.rehearsal.minute == 120
    press(game, pygame.K_HOME)
    assert preview.rehearsal.minute == 0


def test_looking_at_the_file_that_is_written_stops_nothing(tmp_path: Path) -> None:
    game, preview = previewed(tmp_path)
    press(game, pygame.K_SPACE, " ")
    assert not preview.rehearsal.paused
    game.step([pygame.event.Event(pygame.WINDOWFOCUSLOST)], 0.01)
    assert not preview.rehearsal.paused


def test_a_preview_leaves_no_play_to_continue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BADBUZZ_DATA", str(tmp_path / "data"))
    game, _ = previewed(tmp_path)
    press(game, pygame.K_END)
    press(game, pygame.K_ESCAPE)
    assert not (tmp_path / "data").exists()


def test_space_plays_plus_speeds_up_and_b_lets_another_play(tmp_path: Path) -> None:
    game, preview = previewed(tmp_path)
    press(game, pygame.K_SPACE, " ")
    wait(game, 3.2)
    assert preview.rehearsal.minute == 1
    press(game, pygame.K_PLUS, "+")
    assert preview.rehearsal.speed == 60
    click(game, "preview pace")
    assert preview.rehearsal.paused
    click(game, "preview bot")
    assert preview.rehearsal.bot == "silent"


@pytest.mark.parametrize("size", [(1024, 640), (1280, 800), (1920, 1080)])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_save_shows_problems_and_then_the_mended_scenario(
    tmp_path: Path, size: tuple[int, int], language: Language
) -> None:
    game, preview = previewed(tmp_path, size, language)
    press(game, pygame.K_RIGHT, mod=pygame.KMOD_SHIFT)
    file = preview.path / "scenario.yaml"
    line = replace(preview.path, "length: 120", "lenght: 120")
    os.utime(file, ns=(0, file.stat().st_mtime_ns + 1_000_000_000))
    wait(game, 0.5)
    written = " ".join(text for _, text in scene(game).panels["foot"].written)
    assert f"scenario.yaml:{line}:1" in written
    foot = scene(game).panels["foot"]
    assert all(area.bottom <= foot.area.bottom for area, _ in foot.written)
    assert preview.rehearsal.minute == 10
    replace(preview.path, "lenght: 120", "length: 120")
    os.utime(file, ns=(0, file.stat().st_mtime_ns + 3_000_000_000))
    wait(game, 0.5)
    assert "S101" not in " ".join(text for _, text in scene(game).panels["foot"].written)


def test_escape_ends_it(tmp_path: Path) -> None:
    game, _ = previewed(tmp_path)
    press(game, pygame.K_ESCAPE)
    assert not game.running
