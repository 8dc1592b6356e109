"""Every screen looks as it was kept; see `tests/ui/golden`. A report of those that differ is written to `build/`."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pygame
import pytest

from tests.ui.golden.difference import difference, report
from tests.ui.golden.pictures import CASES, FOLDER, Case, Pixels, file_of, kept, screens, shrunk

REPORTS = Path(__file__).parents[2] / "build" / "golden-screens"
ONE = Case((1280, 800), "fr", 100)


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_screen_looks_as_it_was_kept(case: Case) -> None:
    seen, differences = set(), []
    for name, pixels in screens(case):
        seen.add(file_of(case, name))
        other = difference(name, kept(case, name), shrunk(pixels))
        if other is not None:
            differences.append(other)
    if differences:
        page = report(REPORTS / case.name, differences)
        pytest.fail(f"look at {page}: " + "; ".join(map(str, differences)))
    assert set((FOLDER / case.name).iterdir()) == seen, "a picture is kept of a screen that is gone"


def test_a_changed_word_a_moved_card_and_another_colour_are_noticed() -> None:
    name, pixels = next(screens(ONE))
    for other in (_with_word(pixels), _moved(pixels), _warmer(pixels)):
        assert difference(name, shrunk(pixels), shrunk(other)) is not None


def test_softer_edges_and_compression_are_not() -> None:
    name, pixels = next(screens(ONE))
    softer = (pixels.astype(float) + np.roll(pixels, 1, axis=1)) / 2
    assert difference(name, shrunk(pixels), shrunk(softer.astype(np.uint8))) is None
    assert difference(name, kept(ONE, name), shrunk(pixels)) is None


def test_the_report_shows_expected_actual_and_difference(tmp_path: Path) -> None:
    name, pixels = next(screens(ONE))
    other = difference(name, shrunk(pixels), shrunk(_with_word(pixels)))
    assert other is not None
    page = report(tmp_path / "report", [other]).read_text(encoding="utf-8")
    for kind in ("expected", "actual", "difference"):
        assert f"000-{kind}.png" in page
        assert (tmp_path / "report" / f"000-{kind}.png").is_file()


def _with_word(pixels: Pixels) -> Pixels:
    surface = pygame.surfarray.make_surface(np.swapaxes(pixels, 0, 1))
    surface.blit(pygame.font.Font(None, 28).render("autrement", True, "white"), (300, 400))
    return np.swapaxes(pygame.surfarray.array3d(surface), 0, 1)


def _moved(pixels: Pixels) -> Pixels:
    moved = pixels.copy()
    moved[200:400, 254:604] = pixels[200:400, 250:600]
    return moved


def _warmer(pixels: Pixels) -> Pixels:
    """A chip of the accent's colour in another one."""
    warmer = pixels.copy()
    warmer[60:100, 240:320] = np.clip(pixels[60:100, 240:320].astype(int) + np.array([40, 0, -40]), 0, 255)
    return warmer
