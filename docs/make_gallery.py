"""The gallery: every screen of a real play, in both languages and themes, beside the mockups it was drawn after.

    python docs/make_gallery.py [NAME ...]

Writes `docs/gallery.md` and its pictures; with names, only the pictures of those screens.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
sys.path.insert(0, str(Path(__file__).parents[1]))

import pygame
from PIL import Image

from docs.make_screenshots import Photographer
from simulator.locale import LANGUAGES, Language
from simulator.play.presenters.pages import ThemeName
from tests.ui.screens import every_screen

DOCS = Path(__file__).parent
PICTURES = DOCS / "pictures" / "gallery"
MOCKUPS = {"library": "library", "briefing": "briefing", "card": "play", "holding": "holding", "debrief": "debrief"}
"""Screen -> the mockup that it was drawn after."""
THEMES: tuple[ThemeName, ...] = ("dark", "light")
SIZE = (1280, 800)
WIDTH = 960
_QUALITY = 70
_HEADINGS = {"fr": "français", "en": "English", "dark": "dark", "light": "light"}


def photograph(language: Language, theme: ThemeName, wanted: set[str]) -> Iterator[str]:
    """Keep a picture of each screen (of those `wanted`, if any); yields their names in the order of a play."""
    with tempfile.TemporaryDirectory() as room:
        photographer = Photographer(Path(room), SIZE, language, theme)
        for name in photographer.screens():
            if not wanted or name in wanted:
                keep(photographer.surface, f"{name}-{language}-{theme}")
            yield name
    for name, game in every_screen(SIZE, language, 100, theme):
        if name.startswith("class"):  # of a class that is made up: a real one needs a server
            if not wanted or name in wanted:
                keep(game.window, f"{name}-{language}-{theme}")
            yield name


def keep(surface: pygame.Surface, name: str) -> None:
    """Keep a smaller picture of the window."""
    size = surface.get_size()
    picture = Image.frombytes("RGB", size, pygame.image.tobytes(surface, "RGB"))
    picture = picture.resize((WIDTH, round(size[1] * WIDTH / size[0])), Image.Resampling.LANCZOS)
    picture.save(PICTURES / f"{name}.webp", quality=_QUALITY, method=6)


def page(names: list[str]) -> str:
    """The gallery as Markdown."""
    lines = [
        "# Gallery",
        "",
        "Every screen of a real play of *Rappel tardif*, in both languages and both themes, beside the mockup that it",
        "was drawn after where there is one; the class’s screens last. Made by `just gallery`.",
    ]
    for name in names:
        lines += ["", f"## {name}", ""]
        if name in MOCKUPS:
            lines += [f"Mockup: ![mockup](pictures/mockups/{MOCKUPS[name]}.webp)", ""]
        lines += [f"| | {' | '.join(_HEADINGS[theme] for theme in THEMES)} |", "|---|---|---|"]
        for language in LANGUAGES:
            cells = (f"![{name}](pictures/gallery/{name}-{language}-{theme}.webp)" for theme in THEMES)
            lines.append(f"| {_HEADINGS[language]} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*")
    wanted = set(parser.parse_args().names)
    pygame.display.init()
    pygame.font.init()
    PICTURES.mkdir(parents=True, exist_ok=True)
    names: list[str] = []
    for language in LANGUAGES:
        for theme in THEMES:
            names = list(photograph(language, theme, wanted))
    if not wanted:
        gone = {file for file in PICTURES.glob("*.webp") if file.stem.rsplit("-", 2)[0] not in names}
        for file in gone:
            file.unlink()
        (DOCS / "gallery.md").write_text(page(names), encoding="utf-8")


if __name__ == "__main__":
    main()
