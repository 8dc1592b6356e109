"""While a card is open nothing stands over its responses, and nothing tells again what it tells."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from simulator.play.desk import Desk
from simulator.play.history import History
from simulator.play.presenters.post_rows import FeedFilter
from simulator.play.settings import SettingsFile
from simulator.scenario.library import Library
from simulator.ui.app import Game
from simulator.ui.scenes.crisis import CrisisScene
from tests.plays import MINIMAL
from tests.ui.screens import press, scene_of, wait


@pytest.fixture
def scene(tmp_path: Path) -> CrisisScene:
    """A real play, as its first card comes."""
    settings = SettingsFile(tmp_path / "settings.json")
    desk = Desk(Library([], [MINIMAL]), History(tmp_path / "plays"), settings, "fr")
    game = Game(desk, pygame.Surface((1280, 800)))
    game.brief("minimal", 1)
    press(game, pygame.K_RETURN)
    press(game, pygame.K_SPACE)
    assert game.session is not None
    while not game.session.crisis(FeedFilter()).cards:
        game.session.play_until(game.session.run.minute + 1)
    wait(game, 0.3)
    shown = scene_of(game)
    assert isinstance(shown, CrisisScene) and shown.card is not None
    return shown


def test_a_tip_stands_under_the_responses(scene: CrisisScene) -> None:
    assert scene.view.hint and scene.card is not None
    tops = {spot.key: spot.area.y for spot in scene.spots}
    responses = [tops[f"response {row.response_id}"] for row in scene.card.responses]
    assert tops["hint"] > max(responses)


def test_no_notice_repeats_the_card_in_sight(scene: CrisisScene) -> None:
    assert scene.card is not None
    name = scene.card.name
    assert any(name in notice.text for notice in scene.view.notices), "the journal tells of it"
    assert not any(name in notice.text for notice in scene.notices.waiting)
