"""The pictures that are kept: every screen in two languages, at two sizes and two scales of the text; one light one.

`python -m tests.ui.golden.make` makes them anew; look at what changed before you commit it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pygame
from numpy.typing import NDArray
from PIL import Image

from simulator.locale import LANGUAGES, Language
from simulator.play.presenters.pages import ThemeName
from tests.ui.screens import every_screen

FOLDER = Path(__file__).with_name("kept")
SHRINK = 2
"""Kept pictures are so many times smaller: edges that another font renderer draws otherwise weigh less."""
_QUALITY = 70

Pixels = NDArray[np.uint8]
"""Shape (height, width, 3)."""


@dataclass(frozen=True)
class Case:
    """How the game is shown: the window in pixels, the language, the text in per cent, the theme."""

    size: tuple[int, int]
    language: Language
    text_scale: int
    theme: ThemeName = "dark"

    @property
    def name(self) -> str:
        """The folder of the case."""
        return f"{self.size[0]}x{self.size[1]}-{self.language}-{self.text_scale}-{self.theme}"


CASES = (
    *(
        Case(size, language, text_scale)
        for size in ((1024, 640), (1280, 800))
        for language in LANGUAGES
        for text_scale in (100, 150)
    ),
    Case((1280, 800), "fr", 100, "light"),
)


def screens(case: Case) -> Iterator[tuple[str, Pixels]]:
    """(name, what the window shows) of every screen, from the library to the credits."""
    for name, game in every_screen(case.size, case.language, case.text_scale, case.theme):
        yield name, np.swapaxes(pygame.surfarray.array3d(game.window), 0, 1)


def shrunk(pixels: Pixels) -> Pixels:
    """`pixels`, `SHRINK` times smaller each way."""
    height, width = pixels.shape[:2]
    small = Image.fromarray(pixels).resize((width // SHRINK, height // SHRINK), Image.Resampling.BOX)
    return np.asarray(small)


def file_of(case: Case, name: str) -> Path:
    """Where the picture of a screen is kept."""
    return FOLDER / case.name / f"{name}.webp"


def keep(case: Case, name: str, pixels: Pixels) -> None:
    """Keep how a screen looks."""
    file = file_of(case, name)
    file.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(shrunk(pixels)).save(file, quality=_QUALITY, method=6)


def kept(case: Case, name: str) -> Pixels | None:
    """How a screen looked, None where that was never kept."""
    file = file_of(case, name)
    if not file.is_file():
        return None
    with Image.open(file) as picture:
        return np.asarray(picture.convert("RGB"))
