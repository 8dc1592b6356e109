"""Fonts from installed packages: Source Sans Pro for text, Material Design Icons for signs.

A missing package costs looks, never the game: pygame's own font stands in and `complaint` says so.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pygame

from simulator.locale import Message
from simulator.ui.theme import Weight

_FILES: dict[Weight, str] = {
    "regular": "SourceSansPro-Regular.ttf",
    "semibold": "SourceSansPro-Semibold.ttf",
    "bold": "SourceSansPro-Bold.ttf",
}
X_HEIGHT_PER_SIZE = 0.486
"""Source Sans Pro's x-height as a share of its size (its OS/2 table: sxHeight 486 of 1000)."""


def _inside(package: str, *parts: str) -> Path | None:
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        return None
    path = Path(spec.origin).parent.joinpath(*parts)
    return path if path.is_file() else None


@cache
def text_file(weight: Weight) -> Path | None:
    """The file of the text family's `weight`, or None where the package is missing."""
    return _inside("font_source_sans_pro", "files", _FILES[weight])


@cache
def icon_file() -> Path | None:
    return _inside("fonticon_mdi7", "fonts", "materialdesignicons-webfont.ttf")


def complaint() -> Message | None:
    """The sentence that says which fonts are missing, or None."""
    if text_file("regular") is None:
        return Message("ui.text_font_missing")
    if icon_file() is None:
        return Message("ui.icon_font_missing")
    return None


@cache
def text_font(weight: Weight, pixels: int) -> pygame.font.Font:
    """The text font at `pixels` of size."""
    path = text_file(weight)
    font = pygame.font.Font(path, pixels)
    if path is None:
        font.set_bold(weight != "regular")
    return font


@cache
def icon_font(pixels: int) -> pygame.font.Font | None:
    path = icon_file()
    return None if path is None else pygame.font.Font(path, pixels)


@cache
def icon_glyph(name: str) -> str:
    """The character of icon `name`, "" where the icons are missing."""
    if icon_file() is None:
        return ""
    icons = import_module("fonticon_mdi7").MDI7
    return str(getattr(icons, name))


def forget_fonts() -> None:
    """Let go of the open fonts: they are worth nothing once pygame has been left."""
    text_font.cache_clear()
    icon_font.cache_clear()


@cache
def has_glyph(character: str) -> bool:
    """Whether the text font draws `character` as something else than its box for the unknown."""
    font = text_font("regular", 32)
    drawn, unknown = (
        pygame.image.tobytes(font.render(f".{sign}.", True, "white"), "RGBA") for sign in (character, "\uffff")
    )
    return drawn != unknown
