"""Textbook contagions on the same machinery: independent cascade and SIR, without temper, novelty or messages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, localcontext

import numpy as np
from numpy.typing import NDArray

from simulator.chance import scaled
from simulator.propagation.agenda import DUE, USER, Agenda, Events
from simulator.propagation.contacts import Contacts
from simulator.propagation.draws import OneRun
from simulator.propagation.followers import Followers
from simulator.propagation.state import Mood
from simulator.propagation.tables import Whole

LARGEST_PROBABILITY = 0.999
"""A link that passes on with certainty would need infinitely many hits."""

_HITS_BITS = 32
_CERTAIN = 22 << _HITS_BITS
"""So many hits leave one link in four thousand million without any: a link needs no steps beyond."""
_SLICE = 1 << 14
_CROWD = 64
_SLICE_BITS = 8
"""A draw is looked up by its first bits: for how many steps every draw that begins so lasts."""


@dataclass(frozen=True)
class IndependentCascade:
    """Each newly active user has one chance at each follower, `probability` (0 to 0.999), in the next step."""

    probability: float

    def __post_init__(self) -> None:
        _check("probability", self.probability, 0)


@dataclass(frozen=True)
class SIR:
    """Who is infected passes on to each follower with probability `infection` (0 to 0.999) in each later step.

    After each of these steps it recovers with probability `recovery` (0.001 to 1), so that at least one is
    infectious. Discrete time, as in Reed and Frost for a recovery of 1.
    """

    infection: float
    recovery: float

    def __post_init__(self) -> None:
        _check("infection", self.infection, 0)
        if not 0.001 <= self.recovery <= 1:
            raise ValueError(f"recovery is {self.recovery}, outside 0.001..1")


Law = IndependentCascade | SIR


@dataclass(frozen=True)
class Course:
    """What happened: `users` (int64) in the order of activation, of whom `per_step` (int64) each step took in.

    Step 0 holds the first users; the last step is that of the last activation.
    """

    users: Whole
    per_step: Whole

    @property
    def size(self) -> int:
        """How many users were activated, the first ones included."""
        return len(self.users)


def live(graph: Followers, law: Law, seed_users: Whole, seed: int) -> Course:
    """Lets `seed_users` (each once) pass on along `graph` under `law` until nobody does any more.

    All draws are keyed by user, so that a larger probability to pass on activates all users that a smaller one does.
    Hits are counted in 2^-16 a user: below a degree x probability of 1/1000, probabilities become coarse.
    ValueError for first users who are not in the graph.
    """
    first = np.unique(np.asarray(seed_users, np.int64))
    if first.size and not 0 <= int(first[0]) <= int(first[-1]) < graph.size:
        raise ValueError(f"first users must be user numbers from 0 to {graph.size - 1}")
    groups = list(_steps(graph, law, first, seed))
    while len(groups) > 1 and not len(groups[-1]):
        groups.pop()
    return Course(np.concatenate(groups).astype(np.int64), np.array([len(group) for group in groups], np.int64))


def _steps(graph: Followers, law: Law, first: Whole, seed: int) -> Iterator[NDArray[np.int32]]:
    """The users activated at each step."""
    moods = np.zeros(graph.size, np.uint8)
    agenda = Agenda(2)
    passing = _Passing(graph, law, seed)
    moods[first] = Mood.OUTRAGED
    yield first.astype(np.int32)
    newly, step = first.astype(np.int32), 0
    while len(newly) or agenda.planned:
        for start in range(0, len(newly), _SLICE):
            agenda.put(passing.on(newly[start : start + _SLICE].astype(np.int64), step, moods))
        step += 1
        newly = _newly(agenda.take(step)[:, USER], moods)
        yield newly


def _newly(reached: NDArray[np.int32], moods: NDArray[np.uint8]) -> NDArray[np.int32]:
    """The susceptible among `reached`, each once and in order, whom this activates."""
    if len(reached) * _CROWD < len(moods):
        users = np.unique(reached[moods[reached] == Mood.SUSCEPTIBLE])
    else:
        marks = moods[reached]
        marks[marks == Mood.SUSCEPTIBLE] = Mood.SCHEDULED
        moods[reached] = marks
        users = np.flatnonzero(moods == Mood.SCHEDULED).astype(np.int32)
    moods[users] = Mood.OUTRAGED
    return users


class _Passing:
    """Whom active users reach, and at which step."""

    def __init__(self, graph: Followers, law: Law, seed: int) -> None:
        self._graph = graph
        self._draws = OneRun(seed)
        self._contacts = Contacts(graph, self._draws)
        probability = law.probability if isinstance(law, IndependentCascade) else law.infection
        self._hits = _hits_a_link(probability)
        self._longest = -(-_CERTAIN // self._hits) if self._hits else 1
        self._staying = None if isinstance(law, IndependentCascade) or law.recovery == 1 else _staying(law.recovery)
        if self._staying is not None:
            lasts = (np.arange(1, (1 << _SLICE_BITS) + 1, dtype=np.int64) << (32 - _SLICE_BITS)) - 1
            self._surely = len(self._staying) - np.searchsorted(self._staying[::-1], lasts, side="right")

    def on(self, users: Whole, step: int, moods: NDArray[np.uint8]) -> Events:
        """The events by which `users`, active since `step`, reach users who are still susceptible."""
        degrees = self._graph.degree(users)
        lasting = self._lasting(users)
        means = (degrees if lasting is None else degrees * lasting) * self._hits + (1 << (_HITS_BITS - 17)) >> (
            _HITS_BITS - 16
        )
        reached, sources, numbers = self._contacts.reached(users, 0, degrees, means)
        fresh = (moods[reached] == Mood.SUSCEPTIBLE).nonzero()[0]
        events: Events = np.empty((len(fresh), 2), np.int32)
        events[:, DUE], events[:, USER] = step + 1, reached[fresh]
        if lasting is not None:
            sources = sources[fresh]
            events[:, DUE] += scaled(self._draws.bits("step", users[sources], numbers[fresh]), lasting[sources])
        return events

    def _lasting(self, users: Whole) -> Whole | None:
        """How many steps each user passes on; None for a single one each."""
        if self._staying is None:
            return None
        drawn = self._draws.bits("recovery", users) >> np.uint64(32)
        uniform = drawn.view(np.int64)
        steps: Whole = self._surely[uniform >> (32 - _SLICE_BITS)]
        unsettled = (uniform < self._staying[steps]).nonzero()[0]
        while unsettled.size:
            steps[unsettled] += 1
            unsettled = unsettled.compress(uniform[unsettled] < self._staying[steps[unsettled]])
        lasting: Whole = np.minimum(steps, self._longest)
        return lasting


def _hits_a_link(probability: float) -> int:
    """-ln(1 - p) in 2^-32: with so many hits on average, a link is hit at least once with probability p.

    By decimal arithmetic, which is the same on every machine.
    """
    with localcontext() as exact:
        exact.prec = 40
        return round(-(1 - Decimal(probability)).ln() * (1 << _HITS_BITS))


def _staying(recovery: float) -> Whole:
    """The probability, in 2^-32, to be active still after 0, 1, 2... steps, down to none."""
    with localcontext() as exact:
        exact.prec = 40
        still, stays = 1 - Decimal(recovery), list[int]()
        while chance := round(still ** (len(stays) + 1) * (1 << 32)):
            stays.append(chance)
    return np.array([1 << 32, *stays, 0], np.int64)


def _check(name: str, value: float, low: float) -> None:
    if not low <= value <= LARGEST_PROBABILITY:
        raise ValueError(f"{name} is {value}, outside {low}..{LARGEST_PROBABILITY}")
