"""Situational crisis communication theory: which stances fit how much responsibility (Coombs 2007)."""

from __future__ import annotations

from simulator.scenario.model import Cluster

_STANCES: dict[Cluster, tuple[int, int]] = {
    "rumour": (0, 4),
    "victim": (3, 6),
    "accidental": (3, 7),
    "preventable": (5, 7),
}
_ORDER: tuple[Cluster, ...] = ("rumour", "victim", "accidental", "preventable")

UNSETTLED = (3, 6)
"""What fits while nobody can know yet whose fault it is, whatever the cluster."""


def fitting_stances(cluster: Cluster, history_of_crises: bool, settled: bool) -> tuple[int, int]:
    """The lowest and the highest fitting stance (0 attack .. 7 full apology).

    A history of crises moves one cluster up; `settled`: the fact that settles responsibility can be verified.
    """
    if not settled:
        return UNSETTLED
    place = _ORDER.index(cluster) + (1 if history_of_crises else 0)
    return _STANCES[_ORDER[min(place, len(_ORDER) - 1)]]


TOO_DEFENSIVE = 0.25
"""Lost, of a share of 1, for each step below what is expected."""

TOO_ACCOMMODATIVE = 0.15
"""Lost for each step above what is expected."""


def misfit(stance: int, lowest: int, highest: int) -> float:
    """How far `stance` is from those that fit, in shares that it costs; 0 where it fits."""
    return TOO_DEFENSIVE * max(lowest - stance, 0) + TOO_ACCOMMODATIVE * max(stance - highest, 0)
