"""The game's sign in the forms that systems want, from `assets/icon.svg`: PNG, ICO and ICNS.

python packaging/make_icons.py FOLDER
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

from PIL import Image

from simulator.ui.window import icon

PNG_SIDES = (16, 24, 32, 48, 64, 128, 256, 512)
ICO_SIDES = (16, 24, 32, 48, 64, 128, 256)
LARGEST = 1024


def picture(side: int) -> Image.Image:
    """The sign, drawn at four times its size and reduced: small ones keep their edges."""
    import pygame

    finer = 4 if side <= 256 else 1
    drawn = icon(side * finer)
    large = Image.frombytes("RGBA", drawn.get_size(), pygame.image.tobytes(drawn, "RGBA"))
    return large if finer == 1 else large.resize((side, side), Image.Resampling.LANCZOS)


def make(folder: Path) -> None:
    """Write every form into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    pictures = {side: picture(side) for side in {*PNG_SIDES, *ICO_SIDES}}
    for side in PNG_SIDES:
        pictures[side].save(folder / f"badbuzz-{side}.png")
    pictures[256].save(
        folder / "badbuzz.ico",
        sizes=[(side, side) for side in ICO_SIDES],
        append_images=[pictures[side] for side in ICO_SIDES if side != 256],
    )
    picture(LARGEST).save(folder / "badbuzz.icns")


if __name__ == "__main__":
    make(Path(sys.argv[1]))
