"""Drawings in SVG as surfaces: their named colours taken from the theme, crisp at any size, nothing on failure.

A drawing names a colour as `var(--accent,#6ea8ff)`: the game puts the theme's colour there, a browser or an editor
shows the one after the comma.
"""

from __future__ import annotations

import io
import re
from functools import lru_cache
from pathlib import Path

import pygame

from simulator.ui.theme import Colour

Palette = tuple[tuple[str, Colour], ...]
"""(name, colour) for each `var(--name, …)` of a drawing; one that is not in it keeps its own colour."""

_NAMED = re.compile(r"var\(\s*--([a-z-]{1,20})\s*,\s*(#[0-9a-fA-F]{3,8})\s*\)")
_FINER = 2
_LARGEST = 4096
"""Pixels of the longer side of a raster: a drawing is never worth more memory."""


@lru_cache(maxsize=160)
def drawing(file: Path, size: tuple[int, int], palette: Palette = ()) -> pygame.Surface | None:
    """The drawing in `file`, as large as fits into `size` pixels; None where it is missing or cannot be drawn."""
    source = _source(file)
    if source is None:
        return None
    finer = _FINER if max(size) * _FINER <= _LARGEST else 1
    try:
        large = pygame.image.load_sized_svg(
            io.BytesIO(_coloured(source, palette).encode()), (max(1, size[0] * finer), max(1, size[1] * finer))
        )
    except (pygame.error, ValueError):
        return None
    if finer == 1:
        return large
    width, height = large.get_size()
    return pygame.transform.smoothscale(large, (max(1, width // finer), max(1, height // finer)))


@lru_cache(maxsize=200)
def _source(file: Path) -> str | None:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def _coloured(source: str, palette: Palette) -> str:
    colours = dict(palette)

    def colour(found: re.Match[str]) -> str:
        known = colours.get(found[1])
        return found[2] if known is None else f"#{known[0]:02x}{known[1]:02x}{known[2]:02x}"

    return _NAMED.sub(colour, source)
