"""The band of a score, in which a figure becomes a word."""

from __future__ import annotations

from typing import Literal

Band = Literal["insufficient", "fair", "good", "excellent"]

FAIR, GOOD, EXCELLENT = 45.0, 65.0, 85.0


def band_of(score: float) -> Band:
    """insufficient < 45 <= fair < 65 <= good < 85 <= excellent."""
    if score >= EXCELLENT:
        return "excellent"
    if score >= GOOD:
        return "good"
    return "fair" if score >= FAIR else "insufficient"
