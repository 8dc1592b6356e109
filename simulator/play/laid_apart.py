"""Posts that the reader has pinned or hidden: no part of the run, but of what a student finds again."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class LaidApart:
    """Ids of posts."""

    pinned: frozenset[str] = frozenset()
    hidden: frozenset[str] = frozenset()
