"""What the window shows while the game is being read."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pygame
import pytest

from simulator.places import shipped
from simulator.play.presenters.pages import Settings
from simulator.scenario.library import Library
from simulator.ui import window
from simulator.ui.overture import Closed, Overture

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def display_afterwards() -> None:
    pygame.display.init()


def test_a_picture_stands_before_anything_is_read() -> None:
    with Overture(Settings()) as overture:
        shown = pygame.surfarray.array3d(overture.window)
        assert len({tuple(pixel) for pixel in shown[::8, ::8].reshape(-1, 3)}) > 4


def test_the_bar_grows_with_what_is_read() -> None:
    with Overture(Settings()) as overture:
        before = pygame.surfarray.array3d(overture.window)
        overture.show(0.5)
        assert (pygame.surfarray.array3d(overture.window) != before).any()


def test_closing_the_window_meanwhile_ends_it() -> None:
    with pytest.raises(Closed), Overture(Settings()) as overture:
        pygame.event.post(pygame.event.Event(pygame.QUIT))
        overture.show(0.5)
    assert not pygame.display.get_init()


def test_the_window_stays_for_the_game_that_follows() -> None:
    with Overture(Settings()) as overture:
        overture.show(1.0)
        assert pygame.display.get_surface() is overture.window


def test_the_library_is_read_one_scenario_at_a_time() -> None:
    shares = list(Library([shipped("scenarios")]).reading())
    assert shares == sorted(shares) and shares[-1] == 1.0
    assert len(shares) == len(list(shipped("scenarios").glob("*/scenario.yaml")))


def test_the_picture_needs_neither_the_engine_nor_a_scenario() -> None:
    code = (
        "import sys, simulator.ui.overture\n"
        "heavy = ('simulator.engine', 'simulator.scenario.model', 'simulator.scoring', 'pydantic', 'matplotlib')\n"
        "print([name for name in heavy if name in sys.modules])"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYGAME_HIDE_SUPPORT_PROMPT": "1"}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, timeout=60)
    assert done.stdout.strip() == "[]", done.stderr


def test_a_damaged_sign_is_replaced_by_a_plain_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "icon.svg").write_text("<svg", encoding="utf-8")
    monkeypatch.setattr(window, "shipped", lambda _name: tmp_path)
    assert window.icon(64).get_size() == (64, 64)
