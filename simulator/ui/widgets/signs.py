"""Characters that the text font has not: emoji are drawn, some signs are icons or replaced, the rest is dropped."""

from __future__ import annotations

import re
from collections.abc import Iterator

from simulator.scenario.emoji import EMOJI, bare, drawn
from simulator.ui.theme import Theme
from simulator.ui.typeface import has_glyph, icon_glyph

_ICONS: dict[str, tuple[str, str]] = {
    "⏱": ("timer_outline", "muted"),
    "↩": ("reply", "muted"),
    "★": ("star", "warm"),
    "☆": ("star_outline", "warm"),
}
_RARE_FROM = "\u0250"
_RARE = re.compile(f"[{_RARE_FROM}-\U0010ffff]")
"""Characters that may be replaced, or that the font may not have."""
_REPLACED = {"\u2011": "-", "●": "•", "▮": "|", "\u2009": "\u202f"}


def pieces(text: str, theme: Theme) -> Iterator[tuple[str, tuple[int, int, int] | None]]:
    """`text` as (characters, None) for the text font and (emoji or glyph, colour) for what is drawn otherwise."""
    if text.isascii():
        yield text, None
        return
    plain = ""
    start = 0
    for found in EMOJI.finditer(text):
        plain += _typed(text[start : found.start()])
        start = found.end()
        sign = drawn(found[0])
        name, colour = _ICONS.get(found[0][:1], ("", "text"))
        sign = sign or (icon_glyph(name) if name else None)
        if sign:
            if plain:
                yield plain, None
            yield sign, getattr(theme, colour)
            plain = ""
        else:
            plain += _typed(bare(found[0]).replace("\u200d", ""))
    plain += _typed(text[start:])
    if plain:
        yield plain, None


def _typed(text: str) -> str:
    """`text` as the text font can set it."""
    return _RARE.sub(_set, text)


def _set(found: re.Match[str]) -> str:
    shown = _REPLACED.get(found[0], found[0])
    return shown if shown < _RARE_FROM or has_glyph(shown) else ""
