"""Where each post of a feed of any length stands: heights are measured near what is in sight, and guessed elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

_NEW = 100
"""Rows looked through for the one that was the first before."""


class FeedOrder:
    """The rows from the top, in pixels. A guessed row becomes exact once it is measured, and stays so."""

    def __init__(self, guess: int) -> None:
        self.guess = max(1, guess)
        self.ids: Sequence[str] = ()
        self._measured: dict[str, int] = {}
        self._above_end: dict[str, int] = {}
        """How far above the end each row stands: what comes on top changes nothing of it."""
        self._heights = np.zeros(0, np.int64)
        self._bottoms = np.zeros(0, np.int64)
        self._exact = True

    def take(self, ids: Sequence[str]) -> None:
        """Other rows, or more of them; what was measured is kept."""
        if ids is self.ids:
            return
        came = self._came_on_top(ids)
        fresh = ids if came is None else ids[:came]
        heights = np.fromiter((self._measured.get(post_id, self.guess) for post_id in fresh), np.int64, len(fresh))
        if came is None:
            self._above_end = {}
        else:
            heights = np.concatenate((heights, self._heights))
        for place, post_id in enumerate(fresh):
            self._above_end[post_id] = len(ids) - place
        self.ids, self._heights, self._exact = ids, heights, False

    def _came_on_top(self, ids: Sequence[str]) -> int | None:
        """How many rows came above those that were there; None where these are not all there as they were."""
        more = len(ids) - len(self.ids)
        if not self.ids or not 0 <= more <= _NEW or ids[more] != self.ids[0] or ids[more:] != self.ids:
            return None
        return more

    @property
    def total(self) -> int:
        """Pixels of all rows."""
        bottoms = self._added()
        return int(bottoms[-1]) if len(bottoms) else 0

    def place(self, post_id: str) -> int | None:
        """The place of a row from the top, None when it is not there."""
        above_end = self._above_end.get(post_id)
        return None if above_end is None else len(self.ids) - above_end

    def at(self, y: int) -> int:
        """The row that holds the pixel `y`; the first or the last one for pixels beyond."""
        return min(int(np.searchsorted(self._added(), y, side="right")), max(0, len(self.ids) - 1))

    def top(self, place: int) -> int:
        return int(self._added()[place]) - int(self._heights[place])

    def height(self, place: int) -> int:
        return int(self._heights[place])

    def is_measured(self, place: int) -> bool:
        return self.ids[place] in self._measured

    def measure(self, place: int, height: int) -> int:
        """The row at `place` is `height` pixels tall; by how much that differs from what was assumed."""
        more = height - int(self._heights[place])
        self._measured[self.ids[place]] = height
        if more:
            self._heights[place] = height
            self._exact = False
        return more

    def _added(self) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
        if not self._exact:
            self._bottoms = np.cumsum(self._heights)
            self._exact = True
        return self._bottoms
