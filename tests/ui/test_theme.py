"""Contrast: 4.5:1 for text, 3:1 for the edges of what can be used."""

from __future__ import annotations

import pytest

from simulator.ui.colours import DARK
from simulator.ui.theme import Colour

GROUNDS = ("ink", "card", "raised", "sunken", "chosen")
TEXTS = ("text", "muted", "accent", "calm", "warm", "hot", "good", "notable")


def luminance(colour: Colour) -> float:
    """Relative luminance, WCAG 2.2."""
    red, green, blue = (part / 255 for part in colour)
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in (red, green, blue)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Colour, other: Colour) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", TEXTS)
def test_text_is_legible_on_every_ground(text: str, ground: str) -> None:
    assert contrast(getattr(DARK, text), getattr(DARK, ground)) >= 4.5


@pytest.mark.parametrize("ground", ("ink", "card", "raised", "sunken"))
def test_faint_text_is_legible_where_it_is_used(ground: str) -> None:
    assert contrast(DARK.faint, getattr(DARK, ground)) >= 4.5


@pytest.mark.parametrize("kind", DARK.badges)
def test_badges_are_legible(kind: str) -> None:
    ground, ink = DARK.badges[kind]
    assert contrast(ink, ground) >= 4.5


@pytest.mark.parametrize("segment", DARK.segments)
def test_audience_chips_are_legible(segment: str) -> None:
    assert contrast(DARK.text, DARK.segments[segment]) >= 4.5


@pytest.mark.parametrize("pastel", DARK.pastels)
def test_initials_are_legible(pastel: str) -> None:
    assert contrast(DARK.on_pastel, DARK.pastels[pastel]) >= 4.5


def test_the_main_button_is_legible() -> None:
    assert contrast(DARK.on_accent, DARK.accent) >= 4.5


@pytest.mark.parametrize("ground", ("ink", "card", "sunken"))
def test_edges_of_controls_can_be_seen(ground: str) -> None:
    assert contrast(DARK.line_strong, getattr(DARK, ground)) >= 3


@pytest.mark.parametrize("ground", GROUNDS)
def test_the_focus_ring_can_be_seen(ground: str) -> None:
    assert contrast(DARK.accent, getattr(DARK, ground)) >= 3


def test_the_heat_scale_has_three_colours_in_order() -> None:
    assert [DARK.heat(value) for value in (0, 34, 35, 59, 60, 100)] == [
        DARK.calm,
        DARK.calm,
        DARK.warm,
        DARK.warm,
        DARK.hot,
        DARK.hot,
    ]


def test_an_avatar_keeps_its_colour() -> None:
    assert DARK.pastel("camille7") == DARK.pastel("camille7")
    assert DARK.pastel("peach") == DARK.pastels["peach"]
