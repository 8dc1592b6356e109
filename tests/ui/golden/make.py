"""Makes the kept pictures anew: `python -m tests.ui.golden.make`. Those that still look alike stay as they are."""

from __future__ import annotations

import os
import sys

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

import pygame

from tests.ui.golden.difference import difference
from tests.ui.golden.pictures import CASES, FOLDER, file_of, keep, kept, screens, shrunk


def main() -> None:
    pygame.display.init()
    pygame.font.init()
    wanted = set()
    for case in CASES:
        changed = []
        for name, pixels in screens(case):
            wanted.add(file_of(case, name))
            if difference(name, kept(case, name), shrunk(pixels)) is not None:
                keep(case, name, pixels)
                changed.append(name)
        sys.stdout.write(f"{case.name}: {', '.join(changed) or 'as it was'}\n")
    for file in set(FOLDER.rglob("*.webp")) - wanted:
        file.unlink()
        sys.stdout.write(f"gone: {file.relative_to(FOLDER)}\n")


if __name__ == "__main__":
    main()
