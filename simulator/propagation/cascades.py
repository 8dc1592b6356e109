"""Cascades: who reshared a post after whom, as flat arrays."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from simulator.propagation.tables import Whole


@dataclass(frozen=True)
class Cascades:
    """The cascades of some posts, one after the other: arrays (int64) with one element for each user in a cascade.

    Cascade number i lies at starts[i]:starts[i + 1]: the post's author first, then generation by generation.
    `parent` is a place in these arrays, before the child's, and -1 for an author; `depth` is 0 for an author.
    `minute` is the scenario minute in which the user posted and `delay` the activity seconds since the parent did.
    """

    starts: Whole
    user: Whole
    parent: Whole
    depth: Whole
    minute: Whole
    delay: Whole

    @property
    def sizes(self) -> Whole:
        """How many users posted in each cascade, its author included."""
        return np.diff(self.starts)

    @property
    def post(self) -> Whole:
        """The number of the cascade of each element, from 0."""
        return np.repeat(np.arange(len(self.starts) - 1, dtype=np.int64), self.sizes)

    def chosen(self, which: NDArray[np.bool_]) -> Cascades:
        """Only the cascades for which `which`, one value a cascade, is true."""
        sizes, kept = self.sizes, np.repeat(which, self.sizes)
        starts = np.concatenate([[0], np.cumsum(sizes[which])])
        parent = self.parent[kept]
        moved = np.repeat(self.starts[:-1][which] - starts[:-1], sizes[which])
        return Cascades(
            starts=starts,
            user=self.user[kept],
            parent=np.where(parent < 0, parent, parent - moved),
            depth=self.depth[kept],
            minute=self.minute[kept],
            delay=self.delay[kept],
        )

    @staticmethod
    def joined(parts: Sequence[Cascades]) -> Cascades:
        """The cascades of all `parts`, one part after the other."""
        offsets = np.cumsum([0, *(len(part.user) for part in parts)], dtype=np.int64)
        moved = list(zip(parts, offsets[:-1].tolist(), strict=True))

        def all_of(array: Callable[[Cascades, int], Whole]) -> Whole:
            return np.concatenate([np.empty(0, np.int64), *(array(part, offset) for part, offset in moved)])

        return Cascades(
            starts=np.concatenate([all_of(lambda part, offset: part.starts[:-1] + offset), offsets[-1:]]),
            user=all_of(lambda part, _: part.user),
            parent=all_of(lambda part, offset: np.where(part.parent < 0, part.parent, part.parent + offset)),
            depth=all_of(lambda part, _: part.depth),
            minute=all_of(lambda part, _: part.minute),
            delay=all_of(lambda part, _: part.delay),
        )
