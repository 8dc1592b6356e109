"""One scene fades into the next, and what fades in is whole, however long its text takes to draw."""

from __future__ import annotations

import pygame

from simulator.ui.scenes.debrief import DebriefScene
from tests.ui.screens import FRAME, new_game
from tests.ui.standins import SampleReview


def test_the_last_picture_stays_until_the_new_one_is_whole() -> None:
    game, _ = new_game()
    game.watched = True
    game.text_seconds = 0.0005
    for _ in range(200):
        game.step([], FRAME)
    game._go(None)
    before = pygame.image.tobytes(game.window, "RGB")
    game._fade.begin(game.window)
    game.stack[-1] = DebriefScene(game, SampleReview("fr"))
    game._compositor.forget()
    frames = 0
    while game._fade.awaits_picture:
        game.step([], FRAME)
        if game._fade.awaits_picture:
            assert pygame.image.tobytes(game.window, "RGB") == before
        frames += 1
        assert frames < 300
    for _ in range(60):
        game.step([], FRAME)
    faded = pygame.image.tobytes(game.window, "RGB")
    game.resize(game.window)
    game.text_seconds = None
    game.step([], 0.0)
    assert pygame.image.tobytes(game.window, "RGB") == faded
    assert frames > 2
