"""Text that takes long to draw comes over several frames, where a panel lets it; elsewhere it is there at once."""

from __future__ import annotations

import pygame
import pytest

from simulator.play.presenters.pages import Settings
from simulator.ui.look import Look
from simulator.ui.widgets.painter import Painter
from simulator.ui.widgets.panel import Panel

AREA = pygame.Rect(0, 0, 400, 600)
LINES = [f"Une ligne que personne n’a encore lue, la {place}e" for place in range(20)]


def paint(painter: Painter) -> None:
    for place, line in enumerate(LINES):
        painter.text(10, 25 * place, line, 380)


def shown(look: Look, panel: Panel, gradual: bool) -> bytes:
    panel.show(look, AREA, "lines", paint, look.theme.ink, False, gradual)
    return pygame.image.tobytes(panel.tile().surface, "RGB")


def other(on: Painter) -> None:
    on.text(10, 0, "Une autre ligne", 380)


@pytest.fixture
def whole() -> bytes:
    return shown(Look((1280, 800), Settings()), Panel("whole"), gradual=False)


def test_a_gradual_panel_is_whole_after_some_frames_and_keeps_its_layout_meanwhile(whole: bytes) -> None:
    look, panel = Look((1280, 800), Settings()), Panel("gradual")
    places = None
    frames = 0
    while frames < 100:
        look.text.left = 0.0005
        pixels = shown(look, panel, gradual=True)
        if panel.written:
            assert places in (None, panel.written)
            places = list(panel.written)
        frames += 1
        if pixels == whole:
            break
    assert 1 < frames < 100
    version = panel.tile().version
    look.text.left = 0.0005
    shown(look, panel, gradual=True)
    assert panel.tile().version == version


def test_any_other_panel_is_whole_at_once_however_little_time_is_left(whole: bytes) -> None:
    look = Look((1280, 800), Settings())
    look.text.left = -1.0
    assert shown(look, Panel("plain"), gradual=False) == whole


def test_a_panel_that_was_never_seen_is_empty_until_there_is_time_and_one_that_was_stays_as_it_is() -> None:
    look, panel = Look((1280, 800), Settings()), Panel("gradual")
    look.text.left = 0.0
    empty = pygame.Surface(AREA.size)
    empty.fill(look.theme.ink)
    assert shown(look, panel, gradual=True) == pygame.image.tobytes(empty, "RGB")
    assert not panel.written and look.text.waits
    look.text.left = None
    shown(look, panel, gradual=True)
    assert len(panel.written) == len(LINES)
    for left, expected in ((0.0, list(LINES)), (60.0, ["Une autre ligne"])):
        look.text.left, look.text.waits = left, False
        panel.show(look, AREA, "others", other, look.theme.ink, False, True)
        assert [text for _, text in panel.written] == expected
        assert panel.unfinished == look.text.waits == (left == 0)


def test_a_panel_without_time_left_goes_to_its_new_place_and_scrolls_all_the_same() -> None:
    look, panel = Look((1280, 800), Settings()), Panel("gradual")
    look.text.left = None
    panel.show(look, AREA, "others", other, look.theme.ink, False, True)
    look.text.left = 0.0
    elsewhere = AREA.move(30, 0)
    panel.show(look, elsewhere, "others", other, look.theme.ink, False, True)
    assert panel.tile().area == elsewhere


def test_what_a_panel_takes_to_paint_is_no_longer_there_for_the_next() -> None:
    look = Look((1280, 800), Settings())
    look.text.left = 1.0
    shown(look, Panel("first"), gradual=False)
    left = look.text.left
    assert left is not None and left < 1.0
    Panel("plain").show(look, AREA, "box", lambda on: on.box(AREA, look.theme.card), look.theme.ink, False)
    assert look.text.left < left


def test_what_is_painted_outside_of_panels_is_never_left_out() -> None:
    look = Look((1280, 800), Settings())
    look.text.left = -1.0
    surface = pygame.Surface((300, 40))
    Painter(look, surface, "tip", (0, 0)).text(0, 0, "Une infobulle", 300)
    assert pygame.transform.average_color(surface)[:3] != (0, 0, 0)


def test_a_gradual_panel_that_has_no_time_left_is_not_painted_again_in_vain() -> None:
    look, panel = Look((1280, 800), Settings()), Panel("gradual")
    look.text.left = 0.0
    shown(look, panel, gradual=True)
    version = panel.tile().version
    shown(look, panel, gradual=True)
    assert panel.tile().version == version


def test_a_panel_tells_that_it_waits_until_it_is_whole(whole: bytes) -> None:
    look, panel = Look((1280, 800), Settings()), Panel("gradual")
    for _ in range(100):
        look.text.left, look.text.waits = 0.0005, False
        pixels = shown(look, panel, gradual=True)
        assert look.text.waits == (pixels != whole)
        if pixels == whole:
            return
    pytest.fail("it was never whole")
