"""The pages wear the game's colours, and what is written stands out from what it is written on."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

from simulator.classroom.pages.assets import assets
from simulator.ui.colours import THEMES
from simulator.ui.theme import Colour

CSS = assets()["badbuzz.css"].content.decode()
NAMES = ("ink", "card", "raised", "sunken", "chosen", "line", "line_strong", "text", "muted", "faint", "accent")
MORE = ("on_accent", "calm", "warm", "hot", "good", "notable")


def tokens(theme: str) -> Mapping[str, str]:
    block = re.search(rf'\[data-theme="{theme}"\] \{{(.*?)\n\}}', CSS, re.DOTALL)
    assert block is not None
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", block[1]))


def written(colour: Colour) -> str:
    return "#{:02x}{:02x}{:02x}".format(*colour)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_colours_are_those_of_the_game(theme: str) -> None:
    ours, games = tokens(theme), THEMES[theme]  # type: ignore[index]
    for name in (*NAMES, *MORE):
        assert ours[name.replace("_", "-")] == written(getattr(games, name)), name
    for name in ("warm", "notable", "good", "hot"):
        assert ours[f"{name}-solid"] == written(games.solid(getattr(games, name))), name


def test_no_colour_stands_outside_the_themes() -> None:
    rules = re.sub(r'(:root, )?\[data-theme="\w+"\] \{.*?\n\}', "", CSS, flags=re.DOTALL)
    assert set(re.findall(r"#[0-9a-f]{3,8}\b(?=[;\s])", rules)) <= {"#ffffff"}, "white, under a QR code"
