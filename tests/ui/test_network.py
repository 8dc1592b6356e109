"""The map in the crisis and in the debrief: reached by key and by mouse, told in words, watched minute by minute."""

from __future__ import annotations

import pygame
import pytest

from simulator.ui.app import Game
from simulator.ui.scenes.crisis import CrisisScene
from simulator.ui.scenes.debrief import DebriefScene
from simulator.ui.scenes.debrief.network import SLIDER, NetworkPage
from tests.ui.screens import click, new_game, press, scene_of, wait
from tests.ui.standins import SampleReview

pytestmark = pytest.mark.slow


def crisis() -> tuple[Game, CrisisScene]:
    game, _ = new_game()
    press(game, pygame.K_RETURN)
    press(game, pygame.K_RETURN)
    wait(game, 0.1)
    scene = scene_of(game)
    assert isinstance(scene, CrisisScene)
    return game, scene


def written(scene: CrisisScene | DebriefScene) -> str:
    return "\n".join(text for name in scene.order for _, text in scene.panels[name].written)


def film() -> tuple[Game, NetworkPage, DebriefScene]:
    game, _ = new_game()
    scene = DebriefScene(game, SampleReview("fr"))
    game.stack[-1] = scene
    game.step([], 0.0)
    press(game, pygame.K_7, "7")
    wait(game, 0.5)
    assert isinstance(scene.page, NetworkPage)
    return game, scene.page, scene


def test_a_key_shows_the_map_and_the_decisions_again() -> None:
    game, scene = crisis()
    press(game, pygame.K_x, "x")
    wait(game, 0.5)
    assert "network" in scene.order and "decisions" not in scene.order
    assert "Grand public" in written(scene)
    press(game, pygame.K_x, "x")
    assert "network" not in scene.order and "decisions" in scene.order


def test_the_mouse_does_the_same() -> None:
    game, scene = crisis()
    click(game, "network")
    wait(game, 0.3)
    assert scene.mapped
    click(game, "network close")
    assert not scene.mapped


def test_a_digit_or_escape_leads_back_to_the_decision() -> None:
    game, scene = crisis()
    for key, letter in ((pygame.K_2, "2"), (pygame.K_ESCAPE, "")):
        press(game, pygame.K_x, "x")
        assert scene.mapped
        press(game, key, letter)
        assert not scene.mapped
        assert scene.dialog is None


def test_what_waits_is_told_on_the_map() -> None:
    game, scene = crisis()
    press(game, pygame.K_x, "x")
    wait(game, 0.3)
    assert f"{len(scene.view.cards)} décisions attendent" in written(scene)


def test_a_community_that_has_the_focus_is_told_in_words() -> None:
    game, scene = crisis()
    press(game, pygame.K_x, "x")
    wait(game, 0.5)
    scene.focus_on("community journalists 0")
    game.step([], 0.0)
    spot = next(spot for spot in scene.spots if spot.key == "community journalists 0")
    assert spot.tip.startswith("Journalistes\u202f: ")
    press(game, pygame.K_RIGHT)
    assert scene.focus is not None and scene.focus.startswith("community ") and scene.focus != spot.key


def test_a_community_can_be_followed_alone() -> None:
    game, scene = crisis()
    press(game, pygame.K_x, "x")
    wait(game, 0.5)
    scene.focus_on("community journalists 0")
    press(game, pygame.K_RETURN)
    game.step([], 0.0)
    assert "Seules ses reprises sont montrées." in written(scene)
    press(game, pygame.K_RETURN)
    game.step([], 0.0)
    assert "Seules ses reprises sont montrées." not in written(scene)


def test_the_clock_goes_on_while_the_map_is_shown() -> None:
    game, scene = crisis()
    press(game, pygame.K_x, "x")
    before = scene.session.revision
    wait(game, 7.0)
    assert scene.session.revision > before
    assert not scene.session.attending


def test_the_film_runs_and_stops_with_space() -> None:
    game, page, _ = film()
    begins = page.minute
    press(game, pygame.K_SPACE, " ")
    wait(game, 1.0)
    assert page.runs and page.minute > begins + 4
    press(game, pygame.K_SPACE, " ")
    stands = page.minute
    wait(game, 0.5)
    assert not page.runs and page.minute == stands


def test_arrows_move_the_minute_by_one_and_with_shift_by_ten() -> None:
    game, page, scene = film()
    scene.focus_on(SLIDER)
    page.go(40)
    press(game, pygame.K_RIGHT)
    assert page.minute == 41
    press(game, pygame.K_LEFT, mod=pygame.KMOD_SHIFT)
    assert page.minute == 31
    press(game, pygame.K_HOME)
    assert page.minute == 0


def test_a_click_on_the_curve_goes_to_its_minute_and_a_drag_goes_on() -> None:
    game, page, scene = film()
    spot = next(spot for spot in scene.spots if spot.key == SLIDER)
    quarter = (spot.area.left + spot.area.width // 4, spot.area.centery)
    half = (spot.area.centerx, spot.area.centery)
    game.step([pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=quarter, button=1)], 0.0)
    length = page.view.end - page.view.start
    assert abs(page.minute - length / 4) < 3
    game.step([pygame.event.Event(pygame.MOUSEMOTION, pos=half, rel=(1, 0), buttons=(1, 0, 0))], 0.0)
    assert abs(page.minute - length / 2) < 3


def test_the_other_tabs_are_reached_with_arrows_from_the_maps_tab() -> None:
    game, _, scene = film()
    press(game, pygame.K_LEFT)
    assert scene.page.name == "guide"
