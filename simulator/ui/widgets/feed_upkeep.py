"""Which rows of a feed are painted next, so that what is in sight is right soon and no frame paints many."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.play.presenters.post_rows import FeedRow
from simulator.ui.widgets.feed_order import FeedOrder
from simulator.ui.widgets.feed_pictures import FeedPictures

_AHEAD = 3
"""Rows that are painted before they come in sight, one in a frame that has nothing else to do."""
_COMPARED_A_FRAME = 2
"""Painted rows that are compared with what they should show, which may have to be worded for that."""


class FeedUpkeep:
    """Remembers which painted rows were found to be as they should."""

    def __init__(self) -> None:
        self._rows: Sequence[FeedRow] = ()
        self._right: set[str] = set()

    def due(
        self, rows: Sequence[FeedRow], order: FeedOrder, pictures: FeedPictures, first: int, last: int, way: int
    ) -> int | None:
        """The row painted in a frame that has nothing else to do, None if all is right.

        Of those in sight (first..last-1) one that is not as it should be; else, or first where the feed glides, the
        next to come in sight. `way` is 1 where it glides down, -1 up, 0 where it stands.
        """
        ahead = range(first - 1, first - 1 - _AHEAD, -1) if way < 0 else range(last, last + _AHEAD)
        there = (place for place in ahead if 0 <= place < len(order.ids))
        coming = next((place for place in there if _is_due(order, pictures, place)), None)
        if way and coming is not None:
            return coming
        old = self._old(rows, order, pictures, first, last)
        return old if old is not None else coming

    def _old(
        self, rows: Sequence[FeedRow], order: FeedOrder, pictures: FeedPictures, first: int, last: int
    ) -> int | None:
        if rows is not self._rows:
            self._rows, self._right = rows, set()
        compared = 0
        for place in range(first, last):
            post_id = order.ids[place]
            if pictures.awaits(post_id):
                if pictures.is_complete(post_id):
                    return place
                continue
            if post_id in self._right or compared == _COMPARED_A_FRAME:
                continue
            compared += 1
            if pictures.is_old(rows[place]):
                return place
            self._right.add(post_id)
        return None


def _is_due(order: FeedOrder, pictures: FeedPictures, place: int) -> bool:
    """Whether a row out of sight has no picture, or waited for what is there now."""
    post_id = order.ids[place]
    return post_id not in pictures or (pictures.awaits(post_id) and pictures.is_complete(post_id))
