"""Both themes: what they are used for can be read, and means the same to those who see colours differently."""

from __future__ import annotations

import re
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from simulator.play.presenters.hindsight import CurveRow
from simulator.play.presenters.pages import ThemeName
from simulator.ui.colours import DARK, LIGHT, THEMES
from simulator.ui.theme import Theme
from simulator.ui.widgets.curve_looks import curve_looks
from tests.ui.colour_blindness import SEEN_BY, difference
from tests.ui.contrast import Pair, contrast, recorded
from tests.ui.debrief_samples import another_curve, debrief_view
from tests.ui.screens import every_screen

GROUNDS = ("ink", "card", "raised", "sunken", "chosen")
NOTICED = 12
"""A difference that is seen at a glance between two filled marks, well above the just noticeable 2.3."""


@cache
def painted(theme: ThemeName, size: tuple[int, int]) -> tuple[frozenset[Pair], int]:
    """What every screen paints, and how many they are."""
    with recorded() as pairs:
        screens = sum(1 for _ in every_screen(size, "fr", theme=theme))
    return frozenset(pairs), screens


@pytest.mark.parametrize(
    ("theme", "size"),
    [
        ("dark", (1280, 800)),
        pytest.param("light", (1024, 640), marks=pytest.mark.slow),
        pytest.param("dark", (1024, 640), marks=pytest.mark.slow),
        pytest.param("light", (1280, 800), marks=pytest.mark.slow),
    ],
)
def test_whatever_is_painted_can_be_read_on_what_it_is_painted_on(theme: ThemeName, size: tuple[int, int]) -> None:
    pairs, screens = painted(theme, size)
    assert screens > 30
    assert len({(pair.ink, pair.ground) for pair in pairs}) > 50
    assert {pair.kind for pair in pairs} == {"text", "large", "sign"}
    assert not [(pair, round(pair.contrast, 2)) for pair in pairs if not pair.is_enough]


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("ground", GROUNDS)
def test_the_focus_ring_can_be_seen(theme: Theme, ground: str) -> None:
    assert contrast(theme.accent, getattr(theme, ground)) >= 3


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("kind", DARK.badges)
def test_every_badge_can_be_read_whether_a_screen_shows_it_or_not(theme: Theme, kind: str) -> None:
    ground, ink = theme.badges[kind]
    assert contrast(ink, ground) >= 4.5


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_names_and_initials_can_be_read_on_every_segment_and_avatar(theme: Theme) -> None:
    assert all(contrast(theme.text, ground) >= 4.5 for ground in theme.segments.values())
    assert all(contrast(theme.on_pastel, ground) >= 4.5 for ground in theme.pastels.values())


def test_both_themes_have_the_same_names() -> None:
    assert LIGHT.badges.keys() == DARK.badges.keys()
    assert LIGHT.segments.keys() == DARK.segments.keys()
    assert LIGHT.pastels.keys() == DARK.pastels.keys()
    assert len(LIGHT.accents) == len(DARK.accents)
    assert len(LIGHT.curves) == len(DARK.curves)


def test_the_light_theme_is_light_and_the_dark_one_dark() -> None:
    assert contrast(DARK.text, DARK.ink) > 12
    assert contrast(LIGHT.text, LIGHT.ink) > 12
    assert all(contrast(getattr(LIGHT, ground), (255, 255, 255)) < 1.3 for ground in GROUNDS)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_the_heat_scale_has_three_colours_in_order(theme: Theme) -> None:
    scale = [theme.heat(value) for value in (0, 34, 35, 59, 60, 100)]
    assert scale == [theme.calm, theme.calm, theme.warm, theme.warm, theme.hot, theme.hot]


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("eyes", SEEN_BY)
def test_the_heat_scale_is_told_apart_without_one_kind_of_cone(theme: Theme, eyes: str) -> None:
    for one, other in combinations((theme.calm, theme.warm, theme.hot), 2):
        assert difference(theme.solid(one), theme.solid(other), eyes) >= NOTICED
        assert difference(one, other, eyes) >= NOTICED


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("eyes", SEEN_BY)
def test_curves_that_look_alike_have_other_strokes(theme: Theme, eyes: str) -> None:
    looks = list(curve_looks(theme, _curves()).values())
    for one, other in combinations(looks, 2):
        assert one.dashes != other.dashes or difference(one.colour, other.colour, eyes) >= NOTICED


@pytest.mark.parametrize("theme", ["dark", pytest.param("light", marks=pytest.mark.slow)])
def test_good_and_bad_which_can_look_alike_have_signs_of_their_own(theme: ThemeName) -> None:
    pairs, _ = painted(theme, (1280, 800))
    signs = [pair for pair in pairs if pair.kind == "sign" and pair.shown not in ("triangle", "edge", "fill")]
    good = {pair.shown for pair in signs if pair.ink == THEMES[theme].good}
    bad = {pair.shown for pair in signs if pair.ink == THEMES[theme].hot}
    assert good and bad
    assert not good & bad


def test_an_avatar_keeps_its_colour() -> None:
    assert DARK.pastel("camille7") == DARK.pastel("camille7")
    assert DARK.pastel("peach") == DARK.pastels["peach"]


def test_no_colour_is_written_anywhere_but_in_the_themes() -> None:
    """A literal colour elsewhere would have no light twin: only black and white, as masks, may be written."""
    literal = re.compile(r"\((\d{1,3}), (\d{1,3}), (\d{1,3})\)")
    for path in (Path(__file__).parents[2] / "simulator" / "ui").rglob("*.py"):
        if path.name == "colours.py":
            continue
        for found in literal.finditer(path.read_text(encoding="utf-8")):
            parts = {int(part) for part in found.groups()}
            assert parts in ({0}, {255}), f"{path.name}: {found.group()}"


def _curves() -> tuple[CurveRow, ...]:
    """As many curves of each kind as a debrief can show at once."""
    shown = debrief_view("fr").curves
    asked = [another_curve("fr", f"without:{place}", 1.0) for place in range(6)]
    return (*shown, *asked)
