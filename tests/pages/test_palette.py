"""Series are told apart by more than their colour."""

from __future__ import annotations

from simulator.pages import Series
from simulator.pages.palette import LOOKS, looks
from tests.pages.samples import NAMES


def contrast_with_white(colour: str) -> float:
    """The ratio of WCAG 2.2."""
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    linear = [channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4 for channel in channels]
    return 1.05 / (0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] + 0.05)


def test_every_look_has_its_own_colour_stroke_and_mark() -> None:
    for part in ("colour", "stroke", "mark"):
        assert len({getattr(look, part) for look in LOOKS}) == len(LOOKS)


def test_every_colour_stands_out_on_paper() -> None:
    assert min(contrast_with_white(look.colour) for look in LOOKS) >= 3


def test_a_band_looks_like_its_line() -> None:
    line, band = Series(NAMES[0], [1], [1]), Series(NAMES[1], [1], [1], "band", [2])
    first, second = LOOKS[:2]
    assert looks([line, band, line]) == [first, first, second]
    assert looks([band, line, band, line]) == [first, first, second, second]
    assert looks([line, band, line, band]) == [first, first, second, second]
    assert looks([band]) == [first]


def test_a_band_does_not_look_like_points() -> None:
    points, band = Series(NAMES[0], [1], [1], "points"), Series(NAMES[1], [1], [1], "band", [2])
    assert looks([band, points]) == looks([points, band]) == list(LOOKS[:2])
