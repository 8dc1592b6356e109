"""Reading the tables: a curve is interpolated between whole numbers, so every machine reads the same value."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
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
POISSON_LIMIT = 8 * ONE
"""Means from here on are rounded at random instead: the thinning that follows gives them their spread."""

_FRACTION = 24
_SIGNIFICAND = 52
_EXPONENT_OFFSET = 1023


@dataclass(frozen=True)
class Curve:
    """A curve over [0, 1): `knots` are its values at i / (len - 1), a power of two of even cells."""

    knots: Whole

    def at(self, bits: Bits) -> Whole:
        """The curve at bits / 2^64."""
        cell_bits = (len(self.knots) - 1).bit_length() - 1
        cell = (bits >> np.uint64(64 - cell_bits)).astype(np.int64)
        rest = (bits >> np.uint64(64 - cell_bits - _FRACTION)).astype(np.int64) & ((1 << _FRACTION) - 1)
        low = self.knots[cell]
        return low + (((self.knots[cell + 1] - low) * rest) >> _FRACTION)


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
    poisson: mean (logarithmic rows) x count -> probability of at most that count, in 2^-32.
    clock: minute of day -> activity seconds since midnight, in 1/256; 1,441 knots.
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
    clock: Whole
    novelty: Whole
    settling: Whole
    words: Whole

    def poisson_counts(self, bits: Bits, means: Whole) -> Whole:
        """Counts with the given fixed-point `means`: Poisson below 8, whole part plus a rounding draw above."""
        uniform = (bits >> np.uint64(32)).astype(np.int64)
        rounding = bits.astype(np.int64) & 0xFFFF
        counts = (means + rounding) >> 16
        few = np.flatnonzero((means > 0) & (means < POISSON_LIMIT))
        if few.size:
            row, rest = log_place(means[few], POISSON_CELLS)
            row += rest > rounding[few]
            counts[few] = (uniform[few, None] >= self.poisson[row]).sum(axis=1)
        return counts


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
        clock=whole["clock"],
        novelty=whole["novelty"],
        settling=whole["settling"],
        words=whole["words"],
    )
