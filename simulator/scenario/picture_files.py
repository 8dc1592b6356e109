"""S231, S232: the pictures that posts show lie beside the scenario, and are what their names say and nothing more.

So is `art.svg`, the emblem of the scenario's card and briefing, where its author drew one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path as FilePath

from simulator.places import shipped
from simulator.scenario.load import LoadedScenario
from simulator.scenario.problem import Problem, hint
from simulator.scenario.shape import parts
from simulator.scenario.story import Picture

MAX_BYTES = 1024 * 1024
"""Of one picture: a drawing, or a photo 1200 pixels wide."""

ART_FILE = "art.svg"
"""What an emblem is called: a drawing twice as wide as high that stands on its lower edge."""

_BEGINS = {".png": b"\x89PNG\r\n\x1a\n", ".jpg": b"\xff\xd8\xff"}
_ACTIVE = re.compile(
    rb"<!DOCTYPE|<!ENTITY|<script|<foreignObject|<iframe|\son[a-z]+\s*=|javascript:|href\s*=\s*[\"'](?!#)|url\(\s*[\"']?(?!#)",
    re.IGNORECASE,
)
"""What makes an SVG more than a drawing: script, entities, and anything fetched from elsewhere."""


def problems_of_pictures(loaded: LoadedScenario) -> Iterator[Problem]:
    """Pictures that are missing, too large, or not what they seem."""
    for path, part in parts(loaded.scenario):
        if isinstance(part, Picture):
            place = loaded.places.of((*path, "file"))
            file = loaded.folder / part.file
            if not file.is_file():
                yield Problem.of("S231", place, hint("picture_beside"), name=part.file)
            elif not is_plain_picture(file):
                yield Problem.of("S232", place, hint("picture_kinds", limit=MAX_BYTES // 1024 // 1024), name=part.file)
    art = loaded.folder / ART_FILE
    if art.exists() and not is_plain_picture(art):
        place = loaded.places.of(("id",))
        yield Problem.of("S232", place, hint("picture_kinds", limit=MAX_BYTES // 1024 // 1024), name=ART_FILE)


def art_of(loaded: LoadedScenario) -> FilePath | None:
    """The emblem of a scenario: its author's own, else the one that ships with the game for it, else None."""
    own = loaded.folder / ART_FILE
    if is_plain_picture(own):
        return own
    drawn = shipped("assets") / "art" / f"{loaded.id}.svg"
    return drawn if drawn.is_file() else None


def is_plain_picture(file: FilePath) -> bool:
    """Whether `file` is a PNG, a JPEG or a drawing in SVG without anything active, of at most `MAX_BYTES`."""
    try:
        if file.is_symlink() or file.stat().st_size > MAX_BYTES:
            return False
        content = file.read_bytes()
    except OSError:
        return False
    if file.suffix == ".svg":
        return b"<svg" in content[:2000] and not _ACTIVE.search(content)
    return content.startswith(_BEGINS[file.suffix]) if file.suffix in _BEGINS else False
