"""Every screen, in both languages, at every size: nothing is missing, nothing overlaps, nothing sticks out.

`BADBUZZ_SCREENS=folder pytest tests/ui/test_screens.py` also keeps each screen as a picture there.
"""

from __future__ import annotations

import os
from dataclasses import replace
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import pygame
import pytest

from simulator.locale import Language
from simulator.ui.scenes.base import PanelScene
from simulator.ui.scenes.focus_keys import ARROWS
from simulator.ui.spots import Spot, after_arrow, after_tab, by_key
from simulator.ui.widgets.panel import Panel
from tests.ui.screens import every_screen, scene_of

_QUICK = (((1280, 800), "en", 100), ((1024, 640), "fr", 200))
_SLOW = (
    ((1280, 800), "fr", 100), ((1024, 640), "en", 100), ((1024, 640), "fr", 100),
    ((1280, 800), "fr", 150), ((1280, 800), "en", 200),
    ((1024, 640), "en", 150), ((1920, 1080), "fr", 100), ((1920, 1080), "en", 100),
)  # fmt: skip
CASES = [*_QUICK, *(pytest.param(*case, marks=pytest.mark.slow) for case in _SLOW)]
"""Sizes of the window, languages and scales of the text in per cent."""


class Shown(NamedTuple):
    """What a screen has: its spots, and what is wrong with its texts."""

    name: str
    spots: tuple[Spot, ...]
    faults: list[str]


@cache
def shown(size: tuple[int, int], language: Language, text_scale: int) -> tuple[Shown, ...]:
    """Every screen, gone through once for all rules."""
    found = []
    for name, game in every_screen(size, language, text_scale):
        scene = scene_of(game)
        found.append(Shown(name, tuple(scene.spots), _faults(scene)))
        _keep_picture(game.window, f"{name}-{size[0]}x{size[1]}-{language}-{text_scale}")
    return tuple(found)


@pytest.mark.parametrize(("size", "language", "text_scale"), CASES)
def test_no_text_leaves_its_panel_or_touches_another(
    size: tuple[int, int], language: Language, text_scale: int
) -> None:
    assert [(screen.name, screen.faults) for screen in shown(size, language, text_scale) if screen.faults] == []


def _faults(scene: PanelScene) -> list[str]:
    faults = []
    for panel in (scene.panels[name] for name in scene.order):
        sides = pygame.Rect(0, -100_000, panel.area.width, 200_000)
        whole = sides if panel.scrolls else pygame.Rect((0, 0), panel.area.size)
        for area, text in panel.written:
            if not whole.contains(area.inflate(-4, -6)):
                faults.append(f"{panel.name}: {text!r} sticks out at {area}")
        for (area, text), (other, other_text) in combinations(panel.written, 2):
            if area.inflate(-4, -6).colliderect(other.inflate(-4, -6)):
                faults.append(f"{panel.name}: {text!r} {area} on {other_text!r} {other}")
        faults += _covered(panel)
    return faults


def _covered(panel: Panel) -> list[str]:
    """Texts that a button covers in part, and buttons that lie on one another in part."""
    faults = []
    areas = [(spot.key, spot.area.move(-panel.area.x, -panel.area.y + panel.scrolled)) for spot in panel.spots]
    for (key, area), (other, other_area) in combinations(areas, 2):
        if _crosses(area, other_area):
            faults.append(f"{panel.name}: {key} {area} lies on {other} {other_area}")
    for key, area in areas:
        for place, text in panel.written:
            if _crosses(place.inflate(-4, -6), area):
                faults.append(f"{panel.name}: {key} {area} covers {text!r} {place}")
    return faults


def _crosses(one: pygame.Rect, other: pygame.Rect) -> bool:
    """Whether both share pixels, and neither lies in the other."""
    shared = one.clip(other)
    return shared.width > 3 and shared.height > 3 and not one.contains(other) and not other.contains(one)


def _keep_picture(window: pygame.Surface, name: str) -> None:
    folder = os.environ.get("BADBUZZ_SCREENS")
    if folder:
        Path(folder).mkdir(parents=True, exist_ok=True)
        pygame.image.save(window, Path(folder) / f"{name}.png")


@pytest.mark.parametrize(
    ("size", "language", "text_scale"),
    [pytest.param((1280, 800), "fr", 100, marks=pytest.mark.slow), ((1024, 640), "fr", 200)],
)
def test_every_spot_is_reached_by_tab_and_arrows(size: tuple[int, int], language: Language, text_scale: int) -> None:
    for name, spots, _ in shown(size, language, text_scale):
        reached: set[str] = set()
        coming = [after_tab(spots, None, backwards=False)]
        while coming:
            spot = coming.pop()
            if spot is None or spot.key in reached:
                continue
            reached.add(spot.key)
            coming += [after_tab(spots, spot.key, backwards=False)]
            coming += [after_arrow(spots, spot.key, across, down) for across, down in ARROWS.values()]
        assert not {spot.key for spot in spots} - reached, (name, size)


@pytest.mark.slow
@pytest.mark.parametrize(("size", "text_scale"), [((1280, 800), 100), ((1024, 640), 200)])
def test_what_has_the_focus_is_brought_into_sight(size: tuple[int, int], text_scale: int) -> None:
    for name, game in every_screen(size, "fr", text_scale):
        game.change_settings(replace(game.desk.settings, reduced_motion=True))
        scene = scene_of(game)
        kept = scene.focus
        for spot in scene.spots:
            if by_key(scene.spots, spot.key) is None:
                continue  # a long list offers only what lies near what is shown
            scene.focus_on(spot.key)
            game.step([], 0.0)
            shown = next((other.seen for other in scene.spots if other.key == spot.key), pygame.Rect(0, 0, 0, 0))
            assert shown.width > 0 and shown.height > 0, (name, spot.key)
        if kept is not None:
            scene.focus_on(kept)


def test_every_screen_has_something_to_reach_and_shows_where_the_focus_is() -> None:
    for name, spots, _ in shown((1280, 800), "en", 100):
        assert spots, name
        keys = [spot.key for spot in spots]
        assert len(keys) == len(set(keys)), f"{name}: two spots of one name"


@pytest.mark.slow
def test_the_screen_is_the_same_whether_drawn_piece_by_piece_or_at_once() -> None:
    for name, game in every_screen((1024, 640), "fr"):
        game.step([], 0.0)
        pieces = pygame.image.tobytes(game.window, "RGB")
        game.resize(game.window)
        game.step([], 0.0)
        assert pygame.image.tobytes(game.window, "RGB") == pieces, name
