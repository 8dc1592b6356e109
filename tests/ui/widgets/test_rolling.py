"""Counters roll: only what changed moves, and it ends as it is at rest."""

import pygame

from simulator.play.presenters.pages import Settings
from simulator.ui.look import Look
from simulator.ui.widgets.post_parts import Figure
from simulator.ui.widgets.rolling import SECONDS, Roll, changed, paint_roll


def figure(name: str, text: str) -> Figure:
    return Figure(name, text, 20, 10, (200, 200, 200))


def test_only_figures_that_stay_and_changed_roll() -> None:
    before = [figure("replies", "9"), figure("likes", "40")]
    roll = changed(before, [figure("replies", "10"), figure("likes", "40"), figure("reshares", "1")])
    assert roll is not None and roll.before == {"replies": "9"}
    assert changed(before, before) is None


def test_a_roll_begins_quickly_and_ends() -> None:
    roll = Roll({"likes": "9"})
    assert (roll.share, roll.done) == (0.0, False)
    roll.since = SECONDS / 2
    assert 0.5 < roll.share < 1
    roll.since = SECONDS
    assert (roll.share, roll.done) == (1.0, True)


def test_signs_that_stay_stand_still_while_others_pass() -> None:
    look = Look((1280, 800), Settings())
    figures, ground = [figure("likes", "128")], look.theme.card
    surfaces = []
    for since in (0.0, SECONDS / 4, SECONDS):
        surface = pygame.Surface((120, 60))
        surface.fill(ground)
        paint_roll(look, surface, 0, figures, Roll({"likes": "121"}, since), ground)
        surfaces.append(surface)
    wide = round(look.text.width("12", "small", "regular"))
    still = [pygame.image.tobytes(one.subsurface((20, 10, wide - 1, 19)), "RGB") for one in surfaces]
    moving = [pygame.image.tobytes(one.subsurface((20 + wide, 10, 12, 19)), "RGB") for one in surfaces]
    assert still[0] == still[1] == still[2]
    assert len(set(moving)) == 3
