"""Cascades made by hand, and a small simulated population."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np

from simulator.propagation.cascades import Cascades
from simulator.study.validation.population import Population, simulated


def cascade(parents: Sequence[int], minutes: Sequence[int] | None = None) -> Cascades:
    """One cascade whose users, from place 1 on, reshared after the users at the places `parents`."""
    depth = [0]
    for parent in parents:
        depth.append(depth[parent] + 1)
    length = len(depth)
    nothing = np.zeros(length, np.int64)
    return Cascades(
        starts=np.array([0, length]),
        user=np.arange(length),
        parent=np.array([-1, *parents]),
        depth=np.array(depth),
        minute=np.array(minutes) if minutes is not None else nothing,
        delay=nothing,
    )


def star(users: int) -> Cascades:
    """An author whom all the others reshared."""
    return cascade([0] * (users - 1))


def chain(users: int) -> Cascades:
    """Each reshared the one before."""
    return cascade(range(users - 1))


@cache
def population() -> Population:
    """20,000 posts of 100,000 users."""
    return simulated(3, 20_000, 100_000)
