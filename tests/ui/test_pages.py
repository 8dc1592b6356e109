"""The pages beside a play: my plays, keys, dossier, credits, by mouse and keyboard."""

from __future__ import annotations

import pygame

from simulator.play.keys import ACTS, Keys
from simulator.ui.scenes.credits import CreditsDialog
from simulator.ui.scenes.crisis import CrisisScene
from simulator.ui.scenes.debrief import DebriefScene
from simulator.ui.scenes.dialogs.dossier import DossierDialog
from simulator.ui.scenes.dialogs.listen import ListenDialog
from simulator.ui.scenes.history import HistoryScene
from simulator.ui.scenes.keys import KeysDialog
from simulator.ui.scenes.library import LibraryScene
from tests.ui.screens import click, new_game, press, scene_of, wait
from tests.ui.standins import SampleDesk


def at_history() -> tuple[HistoryScene, SampleDesk]:
    game, desk = new_game()
    click(game, "page history")
    game.step([], 0)
    scene = scene_of(game)
    assert isinstance(scene, HistoryScene)
    return scene, desk


def in_crisis() -> CrisisScene:
    game, _ = new_game()
    game.brief("rappel-tardif", 4821)
    press(game, pygame.K_RETURN)
    wait(game, 0.1)
    scene = scene_of(game)
    assert isinstance(scene, CrisisScene)
    return scene


def plays(scene: HistoryScene) -> list[str]:
    return [spot.key.removeprefix("play ") for spot in scene.spots if spot.family == "plays"]


def test_a_scenario_s_progress_narrows_the_plays_to_its_own() -> None:
    scene, _ = at_history()
    everything = plays(scene)
    assert len(everything) == 8
    click(scene.game, "progress video")
    scene.game.step([], 0)
    assert plays(scene) == ["f"]
    click(scene.game, "every play")
    scene.game.step([], 0)
    assert plays(scene) == everything


def test_the_best_plays_come_first_when_asked_for() -> None:
    scene, _ = at_history()
    click(scene.game, "order best")
    scene.game.step([], 0)
    assert plays(scene)[:3] == ["a", "f", "d"]


def test_a_play_that_cannot_be_read_says_why_and_opens_nothing() -> None:
    scene, _ = at_history()
    broken = next(spot for spot in scene.spots if "20261101" in spot.key)
    assert not broken.enabled
    assert "ligne 3" in broken.tip
    scene.focus_on(broken.key)
    press(scene.game, pygame.K_RETURN)
    assert scene_of(scene.game) is scene


def test_a_play_opens_its_debrief_and_comes_back() -> None:
    scene, _ = at_history()
    click(scene.game, "play a")
    scene.game.step([], 0)
    assert isinstance(scene_of(scene.game), DebriefScene)
    press(scene.game, pygame.K_ESCAPE)
    assert scene_of(scene.game) is scene


def test_without_a_play_the_page_leads_to_the_first_one() -> None:
    game, desk = new_game()
    desk.rows_of_history = lambda language: ()  # noqa: ARG005
    click(game, "page history")
    click(game, "to library")
    assert isinstance(scene_of(game), LibraryScene)


def test_a_key_is_changed_shown_on_its_button_kept_and_obeyed() -> None:
    scene = in_crisis()
    game = scene.game
    press(game, pygame.K_F1)
    game.step([], 0)
    scene.focus_on("act listen")
    press(game, pygame.K_RETURN)
    press(game, pygame.K_j, "j")
    assert game.desk.settings.keys == (("listen", "J"),)
    press(game, pygame.K_ESCAPE)
    game.step([], 0)
    assert any(text == "J" for _, text in scene.panels["actions"].written)
    press(game, pygame.K_l, "l")
    assert scene.dialog is None
    press(game, pygame.K_j, "j")
    assert isinstance(scene.dialog, ListenDialog)


def test_a_key_that_is_taken_is_refused_in_a_sentence_and_nothing_changes() -> None:
    scene = in_crisis()
    game = scene.game
    press(game, pygame.K_F1)
    for key, letter, word in ((pygame.K_n, "n", "sert déjà"), (pygame.K_1, "1", "toujours le même rôle")):
        scene.focus_on("act listen")
        press(game, pygame.K_RETURN)
        press(game, key, letter)
        assert isinstance(scene.dialog, KeysDialog)
        assert word in scene.dialog.subtitle()
    assert game.desk.settings.keys == ()


def test_escape_leaves_a_key_as_it_was_and_a_help_key_can_be_given_another() -> None:
    game, desk = new_game()
    press(game, pygame.K_F1)
    scene = scene_of(game)
    scene.focus_on("act help")
    press(game, pygame.K_RETURN)
    press(game, pygame.K_ESCAPE)
    assert isinstance(scene.dialog, KeysDialog)
    press(game, pygame.K_RETURN)
    press(game, pygame.K_F8)
    assert Keys(desk.settings.keys).of("help") == "F8"
    press(game, pygame.K_F8)
    assert scene.dialog is None


def test_every_key_is_restored_at_once() -> None:
    game, desk = new_game()
    game.change_settings(type(desk.settings)(keys=(("listen", "K"), ("pause", "F9"))))
    press(game, pygame.K_F1)
    game.step([], 0)
    scene_of(game).focus_on("reset")
    press(game, pygame.K_RETURN)
    assert desk.settings.keys == ()


def test_help_comes_over_an_open_dialog_and_gives_it_back() -> None:
    scene = in_crisis()
    press(scene.game, pygame.K_l, "l")
    listening = scene.dialog
    press(scene.game, pygame.K_F1)
    assert isinstance(scene.dialog, KeysDialog)
    press(scene.game, pygame.K_ESCAPE)
    assert scene.dialog is listening
    assert scene.focus == "field"


def test_the_dossier_is_read_during_the_play_by_key_and_from_the_menu() -> None:
    scene = in_crisis()
    press(scene.game, pygame.K_e, "e")
    assert isinstance(scene.dialog, DossierDialog)
    press(scene.game, pygame.K_e, "e")
    assert scene.dialog is None
    press(scene.game, pygame.K_ESCAPE)
    click(scene.game, "dossier")
    assert isinstance(scene.dialog, DossierDialog)


def test_the_credits_are_reached_from_every_page() -> None:
    game, _ = new_game()
    for page in ("library", "history", "settings"):
        click(game, f"page {page}")
        game.step([], 0)
        click(game, "credits")
        assert isinstance(scene_of(game).dialog, CreditsDialog)
        press(game, pygame.K_ESCAPE)


def test_help_shows_every_action_that_has_a_key() -> None:
    game, _ = new_game()
    press(game, pygame.K_F1)
    game.step([], 0)
    shown = {spot.key.removeprefix("act ") for spot in scene_of(game).spots if spot.key.startswith("act ")}
    assert shown == {act.name for act in ACTS}
