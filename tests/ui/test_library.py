"""The library: filters by mouse and keyboard, words typed, and what is shown when nothing fits."""

from __future__ import annotations

import pygame

from simulator.play.presenters.selection import Wish
from simulator.ui.scenes.briefing import BriefingScene
from simulator.ui.scenes.library import LibraryScene
from tests.ui.screens import click, new_game, press, scene_of, type_text


def cards(scene: LibraryScene) -> list[str]:
    return [spot.key.removeprefix("scenario ") for spot in scene.spots if spot.family == "scenarios"]


def test_a_type_and_an_origin_narrow_the_cards_and_all_brings_them_back() -> None:
    game, _ = new_game()
    scene = scene_of(game)
    assert isinstance(scene, LibraryScene)
    game.step([], 0)
    everything = cards(scene)
    click(game, "kind defamation")
    game.step([], 0)
    assert cards(scene) == ["rumeur"]
    click(game, "origin internal")
    game.step([], 0)
    assert cards(scene) == []
    click(game, "all")
    game.step([], 0)
    assert cards(scene) == everything


def test_words_typed_anywhere_search_and_escape_clears_them() -> None:
    game, _ = new_game()
    scene = scene_of(game)
    assert isinstance(scene, LibraryScene)
    type_text(game, "vidéo x")
    press(game, pygame.K_BACKSPACE)
    press(game, pygame.K_BACKSPACE)
    game.step([], 0)
    assert cards(scene) == ["video"]
    press(game, pygame.K_ESCAPE)
    game.step([], 0)
    assert scene.filters.wish == Wish()


def test_when_nothing_fits_one_button_shows_everything_again() -> None:
    game, _ = new_game()
    scene = scene_of(game)
    assert isinstance(scene, LibraryScene)
    type_text(game, "zzz")
    game.step([], 0)
    assert cards(scene) == []
    click(game, "show all")
    game.step([], 0)
    assert len(cards(scene)) == 6


def test_filters_are_reached_by_tab_and_enter_goes_round_their_values() -> None:
    game, _ = new_game()
    scene = scene_of(game)
    assert isinstance(scene, LibraryScene)
    game.step([], 0)
    for _ in range(12):
        if scene.focus == "severity":
            break
        press(game, pygame.K_TAB)
    assert scene.focus == "severity"
    for severity in (1, 2, 3, 0):
        press(game, pygame.K_RETURN)
        assert scene.filters.wish.severity == severity


def test_a_broken_scenario_tells_its_problem_and_opens_nothing() -> None:
    game, _ = new_game()
    scene = scene_of(game)
    game.step([], 0)
    scene.focus_on("scenario casse")
    press(game, pygame.K_RETURN)
    assert not isinstance(game.stack[-1], BriefingScene)
    spot = next(spot for spot in scene.spots if spot.key == "scenario casse")
    assert "ligne 41" in spot.tip


def test_a_sensitive_scenario_says_so_before_it_is_opened() -> None:
    game, _ = new_game()
    scene = scene_of(game)
    game.step([], 0)
    spot = next(spot for spot in scene.spots if spot.key == "scenario rappel-tardif")
    assert "Contenu sensible\u202f: " in spot.tip
    assert "enfants malades" in spot.tip


def test_the_theme_changes_by_its_key_and_by_its_button_and_nothing_else_does() -> None:
    game, desk = new_game()
    dark = game.look.theme
    press(game, pygame.K_F6)
    assert desk.settings.theme == "light"
    assert game.look.theme is not dark
    click(game, "theme")
    assert desk.settings.theme == "dark"
    assert game.look.theme is dark


def test_a_mouse_that_rests_says_nothing_while_keys_are_used() -> None:
    game, _ = new_game()
    scene = scene_of(game)
    game.step([], 0)
    card = next(spot for spot in scene.spots if spot.key == "scenario rappel-tardif")
    game.step([pygame.event.Event(pygame.MOUSEMOTION, pos=card.seen.center, rel=(1, 0), buttons=(0, 0, 0))], 0)
    assert scene.hovered == card.key
    press(game, pygame.K_DOWN)
    assert scene.hovered is None
