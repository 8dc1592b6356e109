"""A stored graph that every peer is given: who follows whom."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Whole = NDArray[np.int64]


@dataclass(frozen=True)
class Graph:
    """The followers of user u are followers[starts[u]:starts[u + 1]]; none twice and never u.

    `starts` is int64 of size + 1, `followers` int32. An infection goes from a user to its followers.
    """

    starts: Whole
    followers: NDArray[np.int32]

    @property
    def size(self) -> int:
        return len(self.starts) - 1

    @property
    def links(self) -> int:
        return len(self.followers)

    def authors(self) -> NDArray[np.int32]:
        """For each link the user that is followed, in the order of `followers`."""
        return np.repeat(np.arange(self.size, dtype=np.int32), np.diff(self.starts))

    def save(self, folder: Path) -> None:
        """Writes the graph where `load` finds it."""
        np.save(folder / "starts.npy", self.starts)
        np.save(folder / "followers.npy", self.followers)

    @classmethod
    def load(cls, folder: Path) -> Graph:
        """The graph that was saved in `folder`, in memory."""
        return cls(np.load(folder / "starts.npy"), np.load(folder / "followers.npy"))


def of_links(size: int, authors: Whole, followers: Whole) -> Graph:
    """The graph of these links, each kept once, links to oneself left out."""
    apart = authors != followers
    codes = authors[apart] * size + followers[apart]
    codes.sort()
    return of_codes(size, codes[np.diff(codes, prepend=-1) > 0])


def of_codes(size: int, codes: Whole) -> Graph:
    """The graph of links that are numbered author * size + follower, rising."""
    starts = np.searchsorted(codes, np.arange(size + 1) * size)
    return Graph(starts.astype(np.int64), (codes % size).astype(np.int32))
