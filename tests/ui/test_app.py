"""The window: it opens, plays, changes size and closes."""

from __future__ import annotations

import pygame
import pytest

from simulator.locale import Message
from simulator.play.presenters.pages import Settings
from simulator.ui import app, typeface
from simulator.ui.look import window_scale
from simulator.ui.scenes.briefing import BriefingScene
from simulator.ui.scenes.library import LibraryScene
from tests.ui.screens import new_game, press, scene_of
from tests.ui.standins import SampleDesk


def test_a_window_opens_draws_and_is_put_away(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[object] = []
    monkeypatch.setattr(pygame.display, "update", drawn.append)
    app.run(SampleDesk(), size=(1024, 640), max_frames=2)
    assert drawn
    assert not pygame.display.get_init()


def test_closing_the_window_ends_the_game() -> None:
    game, _ = new_game()
    game.step([pygame.event.Event(pygame.QUIT)], 0.0)
    assert not game.running


def test_a_briefing_can_be_opened_at_once() -> None:
    game, _ = new_game()
    game.brief("rappel-tardif", 7)
    assert isinstance(scene_of(game), BriefingScene)
    press(game, pygame.K_ESCAPE)
    assert isinstance(scene_of(game), LibraryScene)


def test_a_still_screen_draws_nothing() -> None:
    game, _ = new_game()
    for _ in range(3):
        game.step([], 0.01)
    assert game.step([], 0.01) == []


def test_settings_are_kept_and_shown_at_once() -> None:
    game, desk = new_game()
    before = game.look.scale
    game.change_settings(Settings(language="en", text_scale=150))
    assert desk.settings.text_scale == 150
    assert game.look.scale == pytest.approx(1.5 * before)
    assert game.look.say("ui.page_library") == "Scenarios"


@pytest.mark.parametrize(
    ("size", "text_scale", "scale"),
    [((1280, 800), 100, 1.0), ((1024, 640), 100, 0.9), ((2560, 1600), 100, 2.0), ((1280, 800), 200, 2.0)],
)
def test_the_scale_follows_window_and_text_size(size: tuple[int, int], text_scale: int, scale: float) -> None:
    assert window_scale(size, text_scale) == scale


def test_what_the_desk_could_not_keep_is_said_once() -> None:
    game, desk = new_game()
    desk.problem = Message("desk.play_unkept", {"reason": "disque plein"})
    game.brief("rappel-tardif", 1)
    press(game, pygame.K_ESCAPE)
    game.step([], 0.0)
    game.step([], 0.0)
    assert len([notice for notice in scene_of(game).notices.waiting if "disque plein" in notice.text]) == 1


def forget_files() -> None:
    for remembered in (typeface.text_file, typeface.icon_file, typeface.icon_glyph, typeface.has_glyph):
        remembered.cache_clear()
    typeface.forget_fonts()


def test_missing_fonts_are_said_and_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    forget_files()
    monkeypatch.setattr(typeface, "find_spec", lambda _: None)
    try:
        game, _ = new_game()
        game.step([], 0.0)
        assert "font-source-sans-pro" in scene_of(game).notices.waiting[0].text
    finally:
        monkeypatch.undo()
        forget_files()
