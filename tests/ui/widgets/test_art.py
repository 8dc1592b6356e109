"""A scenario's picture: its own, in the colours of the theme, at any size."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pygame
import pytest

from simulator.places import shipped
from simulator.scenario.load import load_scenario
from simulator.scenario.picture_files import art_of, is_plain_picture
from simulator.ui.colours import DARK, LIGHT
from simulator.ui.theme import Theme
from simulator.ui.widgets import art
from simulator.ui.widgets.vector import drawing

SCENARIOS = sorted(file.parent.name for file in shipped("scenarios").glob("*/scenario.yaml"))


def emblem(name: str) -> Path:
    return shipped("assets") / "art" / f"{name}.svg"


def pixels(surface: pygame.Surface) -> np.ndarray:
    return pygame.surfarray.array3d(surface).astype(int)


@pytest.mark.parametrize("name", SCENARIOS)
def test_every_shipped_scenario_has_an_emblem_that_is_a_plain_picture(name: str) -> None:
    assert is_plain_picture(emblem(name))
    assert art_of(load_scenario(shipped("scenarios") / name)) == emblem(name)


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])
@pytest.mark.parametrize("size", [(290, 84), (1280, 176), (3840, 528)])
def test_an_emblem_is_seen_at_every_size_in_both_themes(theme: Theme, size: tuple[int, int]) -> None:
    with_it = art.banner(size, "x", emblem("rappel-tardif"), 1, theme, theme.card, size[1] / 84)
    without = art.banner(size, "x", None, 1, theme, theme.card, size[1] / 84)
    apart = np.abs(pixels(with_it) - pixels(without)).max(axis=2) > 40
    assert apart[size[0] // 2 :].mean() > 0.05
    assert not apart[: size[0] // 4].any()


def test_a_drawing_takes_the_colours_of_the_theme_and_keeps_its_own_otherwise(tmp_path: Path) -> None:
    file = tmp_path / "one.svg"
    file.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10" viewBox="0 0 20 10">'
        '<rect width="10" height="10" fill="var(--accent,#00ff00)"/>'
        '<rect x="10" width="10" height="10" fill="var(--other,#0000ff)"/></svg>',
        encoding="utf-8",
    )
    shown = drawing(file, (40, 20), (("accent", (200, 10, 20)),))
    assert shown is not None
    assert shown.get_at((8, 10))[:3] == (200, 10, 20) and shown.get_at((32, 10))[:3] == (0, 0, 255)


def test_the_emblem_makes_way_for_what_is_written() -> None:
    plain = art.banner((600, 160), "x", None, 1, DARK, DARK.ink, 1.0)
    crowded = art.banner((600, 160), "x", emblem("coutures"), 1, DARK, DARK.ink, 1.0, aside=100, written=400)
    assert (pixels(plain) == pixels(crowded)).all()


def test_two_scenarios_of_one_kind_have_two_pictures() -> None:
    one, other = (art.banner((300, 84), name, None, 1, DARK, DARK.card, 1.0) for name in ("a", "b"))
    assert (pixels(one) != pixels(other)).any()


def test_milk_is_white_in_every_theme() -> None:
    for theme in (DARK, LIGHT):
        colours = dict(art.palette(theme, theme.scenario(1), theme.card))
        assert sum(colours["paper"]) > sum(colours["light"]) > sum(colours["deep"])
        assert min(colours["paper"]) > 200
