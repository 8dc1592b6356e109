"""Reading the tables: a curve is interpolated between whole numbers, so every machine reads the same value."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from simulator.chance import Bits

Whole = NDArray[np.int64]

ONE = 1 << 16
"""1.0 in the model's fixed-point numbers."""

TAIL_BITS = 48
"""A tail probability is a whole number of 2^-48."""

CELLS_AN_OCTAVE = 6
"""2^6 cells for each doubling of a logarithmic curve's argument."""

POISSON_CELLS = 4
POISSON_COUNTS = 28
"""Counts from 0 in a row of the table: more have no chance at its largest mean."""
POISSON_LIMIT = 8 * ONE
"""The largest mean in the table; a larger one is a sum of such."""
POISSON_GUIDE = 8
"""2^8 equal slices of a draw, for each of which the guide knows the smallest count."""

CLOCK_CELL = 11
"""2^11 units of activity are less than the quietest minute has: no cell of the clock's guide holds two knots."""

_FRACTION = 24
_REST = (1 << _FRACTION) - 1
_SIGNIFICAND = 52
_EXPONENT_OFFSET = 1023


@dataclass(frozen=True)
class Curve:
    """A curve over [0, 1): `knots` are its values at i / (len - 1), a power of two of even cells."""

    knots: Whole

    def at(self, bits: Bits) -> Whole:
        """The curve at bits / 2^64."""
        cell_shift, rest_shift = self._shifts
        cell = (bits >> cell_shift).view(np.int64)
        rest = (bits >> rest_shift).view(np.int64)
        rest &= _REST
        low = self.knots[cell]
        rest *= self._rises[cell]
        rest >>= _FRACTION
        rest += low
        return rest

    @cached_property
    def _shifts(self) -> tuple[np.uint64, np.uint64]:
        cell_bits = (len(self.knots) - 1).bit_length() - 1
        return np.uint64(64 - cell_bits), np.uint64(64 - cell_bits - _FRACTION)

    @cached_property
    def _rises(self) -> Whole:
        return np.diff(self.knots)


@dataclass(frozen=True)
class LogCurve:
    """A curve over whole numbers from 1, with the same number of cells in each doubling."""

    knots: Whole

    def at(self, values: Whole) -> Whole:
        """The curve at `values`, from 1 to the table's end."""
        cell, rest = log_place(values, CELLS_AN_OCTAVE)
        low = self.knots[cell]
        return low + (((self.knots[cell + 1] - low) * rest) >> 16)


@dataclass(frozen=True)
class Tables:
    """Every tabulated curve of the model.

    followers: tail probability -> follower count, in 1/256.
    activity, quality: tail probability -> activity of a user and quality of an ordinary post, in 2^-16.
    following: draw -> place in the audience by how much one follows, in 2^-44.
    susceptibility: draw -> share of the most susceptible user's, in 2^-32.
    onward, root: follower count -> its power, in 1/4096 and 2^-16.   delay: draw -> seconds.
    poisson: mean (logarithmic rows) x count -> probability of at most that count, in 2^-32; `poisson_guide`: where
    to begin to look in a row.
    clock: minute of day -> activity seconds since midnight, in 1/256; 1,441 knots; `clock_guide`: the minute of every
    2,048th unit.
    novelty, settling: minutes -> what is left, in 2^-16.              words: number of words -> ratio, in 2^-16.
    """

    followers: LogCurve
    following: Curve
    susceptibility: Curve
    activity: LogCurve
    quality: LogCurve
    onward: LogCurve
    root: LogCurve
    delay: Curve
    poisson: Whole
    poisson_guide: Whole
    clock: Whole
    clock_guide: Whole
    novelty: Whole
    settling: Whole
    words: Whole

    def poisson_counts(self, bits: Bits, means: Whole) -> Whole:
        """Poisson counts for fixed-point `means` from 0 to POISSON_LIMIT: the smallest count the draw allows."""
        present = np.maximum(means, 1)
        row, rest = log_place(present, POISSON_CELLS)
        row += rest > (bits & np.uint64(0xFFFF)).view(np.int64)
        uniform = (bits >> np.uint64(32)).view(np.int64)
        places = self.poisson_guide.take((row << POISSON_GUIDE) + (uniform >> (32 - POISSON_GUIDE)))
        unsettled = (uniform >= self.poisson.take(places)).nonzero()[0]
        while unsettled.size:
            places[unsettled] += 1
            unsettled = unsettled.compress(uniform[unsettled] >= self.poisson.take(places[unsettled]))
        places -= row * POISSON_COUNTS
        places[means <= 0] = 0
        return places


def log_place(values: Whole, cell_bits: int) -> tuple[Whole, Whole]:
    """Cell of each value (from 1, below 2^53) and the place inside it in 2^-16.

    Such a whole number has an exact binary64 form, whose exponent and leading bits are the cell.
    """
    pattern = values.astype(np.float64).view(np.int64)
    cell = (pattern >> (_SIGNIFICAND - cell_bits)) - (_EXPONENT_OFFSET << cell_bits)
    return cell, (pattern >> (_SIGNIFICAND - cell_bits - 16)) & 0xFFFF


@cache
def load() -> Tables:
    """The committed tables, read once a process."""
    with files(__package__).joinpath("tables.npz").open("rb") as source, np.load(source) as stored:
        whole = {name: stored[name].astype(np.int64) for name in stored.files}
    return Tables(
        followers=LogCurve(whole["followers"]),
        following=Curve(whole["following"]),
        susceptibility=Curve(whole["susceptibility"]),
        activity=LogCurve(whole["activity"]),
        quality=LogCurve(whole["quality"]),
        onward=LogCurve(whole["onward"]),
        root=LogCurve(whole["root"]),
        delay=Curve(whole["delay"]),
        poisson=whole["poisson"],
        poisson_guide=_guide(whole["poisson"]),
        clock=whole["clock"],
        clock_guide=np.searchsorted(whole["clock"], np.arange(0, whole["clock"][-1], 1 << CLOCK_CELL), "right") - 1,
        novelty=whole["novelty"],
        settling=whole["settling"],
        words=whole["words"],
    )


def _guide(poisson: Whole) -> Whole:
    """For each row and slice of a draw, the place in the table of the count of the slice's first draw."""
    slices = np.arange(1 << POISSON_GUIDE, dtype=np.int64) << (32 - POISSON_GUIDE)
    counts = np.array([np.searchsorted(row, slices, side="right") for row in poisson], np.int64)
    return counts + np.arange(len(poisson), dtype=np.int64)[:, None] * POISSON_COUNTS
