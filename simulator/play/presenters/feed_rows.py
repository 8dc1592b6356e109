"""A feed of any length whose rows are made when they are asked for, and what opens from it: threads and profiles."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass
from typing import overload

from simulator.play.presenters.post_rows import BadgeKind, FeedRow


class FeedRows(Sequence[FeedRow]):
    """The posts `ids`, newest first; each row is made once, when it is first asked for.

    A play of an hour has hundreds of posts of which ten are in sight: the others cost nothing.
    """

    def __init__(self, ids: Sequence[str], make: Callable[[str], FeedRow]) -> None:
        self.ids = ids
        self._make = make
        self._made: dict[str, FeedRow] = {}

    def __len__(self) -> int:
        return len(self.ids)

    @overload
    def __getitem__(self, place: int) -> FeedRow: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[FeedRow, ...]: ...

    def __getitem__(self, place: int | slice) -> FeedRow | tuple[FeedRow, ...]:
        if isinstance(place, slice):
            return tuple(self._row(post_id) for post_id in self.ids[place])
        return self._row(self.ids[place])

    def without(self, left_out: Container[str]) -> FeedRows:
        """The same rows but those of some posts; none is made twice."""
        rest = FeedRows([post_id for post_id in self.ids if post_id not in left_out], self._make)
        rest._made = self._made
        return rest

    def _row(self, post_id: str) -> FeedRow:
        row = self._made.get(post_id)
        if row is None:
            row = self._made[post_id] = self._make(post_id)
        return row


def ids_of(rows: Sequence[FeedRow]) -> Sequence[str]:
    """The ids of `rows`, without making any."""
    return rows.ids if isinstance(rows, FeedRows) else tuple(row.post_id for row in rows)


@dataclass(frozen=True)
class ThreadView:
    """A conversation: what the post answers (the oldest first), the post, and what was answered to it.

    `replies` hold the post's answers and theirs, each with its depth from 1; `left_out` says how many more there are.
    """

    before: tuple[FeedRow, ...]
    post: FeedRow
    replies: tuple[tuple[int, FeedRow], ...] = ()
    heading: str = ""
    left_out: str = ""


@dataclass(frozen=True)
class ProfileView:
    """An account as anybody can see it: facts as (what, value), and its posts in this crisis, the newest first."""

    name: str
    handle: str
    initials: str
    colour_key: str
    badge: str
    badge_kind: BadgeKind
    bio: str
    facts: tuple[tuple[str, str], ...]
    posts: tuple[FeedRow, ...]
    note: str = ""
