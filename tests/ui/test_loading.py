"""What takes long is done aside; scenes fade into each other; neither ever costs the picture that comes in the end."""

from __future__ import annotations

from threading import Event

import pygame
import pytest

from simulator.play.presenters.pages import Settings
from simulator.ui import fade
from simulator.ui.scene import Pop, Push
from simulator.ui.scenes.history import HistoryScene
from simulator.ui.scenes.library import LibraryScene
from simulator.ui.scenes.loading import LoadingScene, Outcome
from simulator.ui.scenes.sentence import SentenceScene
from tests.ui.screens import FRAME, click, new_game, press, scene_of, wait

PATIENCE = 20.0


def pixels(surface: pygame.Surface) -> bytes:
    return pygame.image.tobytes(surface, "RGB")


def test_the_window_lives_while_work_is_done_and_goes_on_when_it_is() -> None:
    game, _ = new_game()
    game.watched = True
    game.step([], FRAME)
    done = Event()

    def work() -> Outcome:
        done.wait(PATIENCE)
        return Pop

    loading = LoadingScene(game, "Le public s’installe…", work)
    game.stack.append(loading)
    wait(game, 0.2)
    assert [panel for panel in loading.order if panel == "card"] == []
    wait(game, 0.4)
    assert any("installe" in text for _, text in loading.panels["card"].written)
    before = pixels(game.window)
    wait(game, 0.2)
    assert pixels(game.window) != before
    wait(game, 5)
    assert any("rien n’est bloqué" in text for _, text in loading.panels["card"].written)
    done.set()
    assert loading._thread is not None
    loading._thread.join(PATIENCE)
    game.step([], FRAME)
    assert isinstance(scene_of(game), LibraryScene)


@pytest.mark.parametrize("may_leave", [True, False])
def test_escape_does_not_wait_where_nothing_is_lost_by_leaving(may_leave: bool) -> None:
    game, _ = new_game()
    game.watched = True
    done = Event()

    def work() -> Outcome:
        done.wait(PATIENCE)
        return lambda: Push(SentenceScene(game, "trop tard"))

    game.stack.append(LoadingScene(game, "…", work, may_leave))
    wait(game, 0.1)
    press(game, pygame.K_ESCAPE)
    assert isinstance(scene_of(game), LibraryScene) is may_leave
    done.set()


def test_an_error_that_work_does_not_know_is_seen() -> None:
    game, _ = new_game()

    def work() -> Outcome:
        raise ZeroDivisionError

    game.stack.append(LoadingScene(game, "…", work))
    with pytest.raises(ZeroDivisionError):
        game.step([], FRAME)


def test_a_scene_fades_in_and_ends_as_if_it_had_not() -> None:
    faded, _ = new_game()
    plain, _ = new_game()
    faded.watched = True
    for game in (faded, plain):
        game.step([], FRAME)
        click(game, "page settings")
        game.step([], FRAME)
    assert pixels(faded.window) != pixels(plain.window)
    for game in (faded, plain):
        wait(game, fade.SECONDS + 0.05)
        assert game.step([], FRAME) == []
    assert pixels(faded.window) == pixels(plain.window)


def test_nothing_fades_without_motion_or_in_a_window_too_large_for_it() -> None:
    still, _ = new_game()
    large, _ = new_game((2560, 1600))
    still.change_settings(Settings(reduced_motion=True))
    for game in (still, large):
        game.watched = True
        game.step([], FRAME)
        click(game, "page history")
        game.step([], FRAME)
        assert not game._fade.is_on
    assert isinstance(scene_of(still), HistoryScene)
