"""What stays the same for a user in every minute, asked of all users once instead of again and again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from simulator.propagation.tables import Whole

Number = TypeVar("Number", bound=np.generic)

MOST_USERS = 1 << 17
"""A table for more users would be dearer than most storms that ask for it."""

_OFTEN = 32
"""So many questions about a few users each cost about as much as the table."""


class Tabulated(Generic[Number]):
    """An `answer` about each of the users 0..size-1 that depends on the user alone: the same, sooner.

    An array of a few users costs nearly as much as one of hundreds, so that once enough was asked, all users are
    answered and looked up from there on; beyond MOST_USERS every question is computed. Memory: one number a user.
    """

    def __init__(self, answer: Callable[[Whole], NDArray[Number]], size: int) -> None:
        self._answer = answer
        self._size = size
        self._left = _OFTEN
        self._table: NDArray[Number] | None = None

    def __call__(self, users: Whole) -> NDArray[Number]:
        """The answer for each of `users`, in an array of its own."""
        if self._table is None:
            self._left -= 1
            if self._left > 0 or self._size > MOST_USERS:
                return self._answer(users)
            self._table = self._answer(np.arange(self._size, dtype=np.int64))
        return self._table.take(users)
