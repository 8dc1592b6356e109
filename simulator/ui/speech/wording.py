"""What is said of a place on the screen: what is written inside it, and its tip; never anything of its own."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import zip_longest

import pygame

from simulator.ui.spots import Spot
from simulator.ui.widgets.panel import Panel

_SPACED = "\u200a"
_SHARE = 0.6
"""How much of a text must lie inside a spot to be its own: neighbours may touch its edge."""
_STOPS = re.compile(r"\s*[·|]\s*")


def spoken(text: str) -> str:
    """`text` as it is read aloud: spaced capitals are plain letters again, dots between parts are pauses."""
    if _SPACED in text:
        text = text.replace(_SPACED, "")
        text = text[:1] + text[1:].lower()
    return " ".join(_STOPS.sub(", ", text).split())


def words_of(spot: Spot, panels: Mapping[str, Panel]) -> str:
    """What stands inside `spot`, in reading order, then its tip where that says more."""
    panel = panels.get(spot.panel)
    written = inside(spot.area, panel) if panel is not None else []
    parts = [spoken(text) for text in written]
    parts = [part for part, following in zip_longest(parts, parts[1:], fillvalue="") if not _initials(part, following)]
    tip = spoken(spot.tip)
    if tip and not any(tip in part for part in parts):
        parts.append(tip)
    return joined(parts)


def _initials(part: str, name: str) -> bool:
    """Whether `part` stands on an avatar beside the `name` that it is short for: nobody reads both aloud."""
    if len(part) != 2 or not part.isupper() or not part.isalpha():
        return False
    return all(any(word.upper().startswith(letter) for word in name.split()) for letter in part)


def inside(area: pygame.Rect, panel: Panel) -> list[str]:
    """The texts of `panel` that stand inside `area` of the window, each once, as they were written."""
    found: list[str] = []
    for place, text in panel.written:
        moved = place.move(panel.area.x, panel.area.y - panel.scrolled)
        shared = moved.clip(area)
        if shared.width * shared.height >= _SHARE * moved.width * moved.height > 0 and text not in found:
            found.append(text)
    return found


def joined(parts: Sequence[str]) -> str:
    """`parts` as sentences, so that a voice pauses between them."""
    ended = [part if part[-1:] in ".!?…:;" else f"{part}." for part in parts if part.strip(" .")]
    return " ".join(ended)
