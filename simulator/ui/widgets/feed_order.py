"""Where each post of a feed of any length stands: heights are measured near what is in sight, and guessed elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np


class FeedOrder:
    """The rows from the top, in pixels. A guessed row becomes exact once it is measured, and stays so."""

    def __init__(self, guess: int) -> None:
        self.guess = max(1, guess)
        self.ids: Sequence[str] = ()
        self._measured: dict[str, int] = {}
        self._places: dict[str, int] = {}
        self._heights = np.zeros(0, np.int64)
        self._bottoms = np.zeros(0, np.int64)
        self._exact = True

    def take(self, ids: Sequence[str]) -> None:
        """Other rows, or more of them; what was measured is kept."""
        if ids is self.ids:
            return
        self.ids = ids
        self._places = {post_id: place for place, post_id in enumerate(ids)}
        known, guess = self._measured, self.guess
        self._heights = np.fromiter((known.get(post_id, guess) for post_id in ids), np.int64, len(ids))
        self._exact = False

    @property
    def total(self) -> int:
        """Pixels of all rows."""
        bottoms = self._added()
        return int(bottoms[-1]) if len(bottoms) else 0

    def place(self, post_id: str) -> int | None:
        """The place of a row from the top, None when it is not there."""
        return self._places.get(post_id)

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
