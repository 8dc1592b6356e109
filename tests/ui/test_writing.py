"""Writing in a field of the window: letters, accents, keys, mouse, clipboard, input methods."""

from __future__ import annotations

import pygame
import pytest

from simulator.ui.app import Game
from simulator.ui.scenes.self_debrief import SelfDebriefScene
from tests.ui.screens import click, new_game, press, scene_of, type_text
from tests.ui.standins import SampleReview


@pytest.fixture
def game() -> Game:
    """The first field has the focus, and a first and a second line."""
    made, _ = new_game()
    made.stack.append(SelfDebriefScene(made, SampleReview("fr")))
    made.step([], 0.0)
    type_text(made, "Été à Vitré")
    press(made, pygame.K_RETURN, "\r")
    type_text(made, "ça va")
    return made


def written(game: Game, name: str = "decided") -> str:
    scene = scene_of(game)
    assert isinstance(scene, SelfDebriefScene)
    return scene.writing.text(f"words {name}", "")


def test_letters_accents_and_new_lines_are_written(game: Game) -> None:
    assert written(game) == "Été à Vitré\nça va"
    lines = [text for _, text in scene_of(game).panels["questions"].written]
    assert "Été à Vitré" in lines and "ça va" in lines


def test_shift_and_arrows_select_what_is_typed_over(game: Game) -> None:
    for _ in range(2):
        press(game, pygame.K_LEFT, mod=pygame.KMOD_SHIFT)
    type_text(game, "ira")
    assert written(game) == "Été à Vitré\nça ira"


def test_home_end_and_delete(game: Game) -> None:
    press(game, pygame.K_UP)
    press(game, pygame.K_HOME)
    press(game, pygame.K_DELETE)
    press(game, pygame.K_END)
    press(game, pygame.K_BACKSPACE, "\b")
    assert written(game) == "té à Vitr\nça va"


def test_all_is_selected_cut_and_pasted_elsewhere(game: Game) -> None:
    press(game, pygame.K_a, "\x01", pygame.KMOD_CTRL)
    press(game, pygame.K_x, "\x18", pygame.KMOD_CTRL)
    assert written(game) == ""
    press(game, pygame.K_TAB, "\t")
    press(game, pygame.K_v, "\x16", pygame.KMOD_CTRL)
    press(game, pygame.K_v, "\x16", pygame.KMOD_CTRL)
    assert written(game, "why") == "Été à Vitré\nça va" * 2


def test_a_click_puts_the_caret_where_it_is_and_dragging_selects(game: Game) -> None:
    click(game, "words why")
    type_text(game, "un deux")
    panel = scene_of(game).panels["questions"]
    area = next(area for area, text in panel.written if text == "un deux")
    left, middle = area.x + panel.area.x, area.centery + panel.area.y - panel.scrolled
    down = pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=(left, middle), button=1)
    across = pygame.event.Event(pygame.MOUSEMOTION, pos=(left + area.width + 40, middle), buttons=(1, 0, 0))
    game.step([down], 0.0)
    type_text(game, ">")
    assert written(game, "why") == ">un deux"
    game.step([down, across], 0.0)
    type_text(game, "tout")
    assert written(game, "why") == "tout"


def test_what_an_input_method_composes_shows_and_is_kept_only_when_given(game: Game) -> None:
    game.step([pygame.event.Event(pygame.TEXTEDITING, text="にほ", start=0, length=2)], 0.0)
    assert written(game) == "Été à Vitré\nça va"
    assert "ça vaにほ" in [text for _, text in scene_of(game).panels["questions"].written]
    type_text(game, "日")
    assert written(game) == "Été à Vitré\nça va日"


def test_a_held_erasing_key_goes_on(game: Game) -> None:
    down = pygame.event.Event(pygame.KEYDOWN, key=pygame.K_BACKSPACE, unicode="\b", mod=0)
    for _ in range(3):
        game.step([down], 0.0)
    assert written(game) == "Été à Vitré\nça"


def test_the_caret_stays_in_sight(game: Game) -> None:
    for _ in range(40):
        press(game, pygame.K_RETURN, "\r")
    scene = scene_of(game)
    assert isinstance(scene, SelfDebriefScene)
    assert scene.panels["questions"].area.contains(scene.writing.caret_area)


def test_the_count_of_characters_is_shown(game: Game) -> None:
    assert any(text.startswith("17 / 600") for _, text in scene_of(game).panels["questions"].written)
