"""Signs that a screen reader spells out, as pauses that it makes."""

from __future__ import annotations


def spoken(text: str) -> str:
    """`text` with commas for the dots that only part things on a screen."""
    return text.replace(" · ", ", ")
