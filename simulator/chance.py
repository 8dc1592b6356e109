"""Counter-based randomness: a draw is a hash of (seed, name, entity, index) and of nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from typing import TypeVar, overload

import numpy as np
from numpy.typing import ArrayLike, NDArray

Item = TypeVar("Item")
Bits = NDArray[np.uint64]

_WORD = (1 << 64) - 1
_LOW = 0xFFFFFFFF
# SplitMix64's constants (Steele, Lea and Flood 2014) and, for the index, PCG's multiplier (O'Neill 2014).
_ENTITY_STEP = 0x9E3779B97F4A7C15
_INDEX_STEP = 0x5851F42D4C957F2D
_FIRST, _SECOND = 0xBF58476D1CE4E5B9, 0x94D049BB133111EB

_ENTITY, _INDEX = np.uint64(_ENTITY_STEP), np.uint64(_INDEX_STEP)
_FACTORS = (np.uint64(_FIRST), np.uint64(_SECOND))
_SHIFTS = (np.uint64(30), np.uint64(27), np.uint64(31))
_LOW_HALF, _HALF = np.uint64(_LOW), np.uint64(32)


class Chance:
    """The draws of one seed: each has a name, so that one more draw anywhere changes no other draw.

    `seed` is any integer. Whole numbers decide throughout, so the bits are the same on every machine.
    """

    def __init__(self, seed: int) -> None:
        self.seed = int(seed)
        self._streams: dict[str, int] = {}
        self._words: dict[str, int] = {}
        self._firsts: dict[str, np.uint64] = {}

    def bits(self, name: str, entities: ArrayLike, index: ArrayLike = 0) -> Bits:
        """64 random bits for each of `entities`; `entities` and `index` are integers and broadcast together."""
        words = _words(entities) * _ENTITY
        inner = self._inner(name, index)
        return _mixed_array(words + inner)

    def stream(self, name: str) -> np.uint64:
        """What stands for (seed, name) in `hashed`."""
        stream = self._firsts.get(name)
        if stream is None:
            stream = self._firsts[name] = np.uint64(self._inner_word(name, 0))
        return stream

    def draw(self, name: str, entity: int | str = 0, index: int = 0) -> int:
        """The 64 bits that `bits` gives for one entity; a text entity stands for its stable hash."""
        number = entity if isinstance(entity, int) else _hashed(entity)
        return _mixed(self._inner_word(name, index) + number * _ENTITY_STEP)

    @overload
    def below(self, name: str, entity: int | str, n: int, index: int = 0) -> int: ...

    @overload
    def below(
        self, name: str, entity: NDArray[np.integer], n: ArrayLike, index: ArrayLike = 0
    ) -> NDArray[np.int64]: ...

    def below(
        self, name: str, entity: int | str | NDArray[np.integer], n: ArrayLike, index: ArrayLike = 0
    ) -> int | NDArray[np.int64]:
        """A number in 0..n-1, each equally likely: floor(bits * n / 2^64).

        `n` from 1 to 2^32 - 1, else ValueError; for an array of entities, an array of numbers.
        """
        if not isinstance(entity, np.ndarray):
            limit, number = (one if isinstance(one, int) else int(np.asarray(one)) for one in (n, index))
            _check_limit(limit, limit)
            return (self.draw(name, entity, number) * limit) >> 64
        limits = np.asarray(n)
        if limits.size:
            _check_limit(int(limits.min()), int(limits.max()))
        return scaled(self.bits(name, entity, index), limits)

    def chosen(self, name: str, items: Sequence[Item], entity: int | str = 0) -> Item:
        """One of `items`, each equally likely; ValueError if there is none."""
        return items[self.below(name, entity, len(items))]

    def shuffled(self, name: str, items: Sequence[Item], entity: int | str = 0) -> list[Item]:
        """`items` in an order drawn for (seed, name, entity)."""
        return [items[place] for place in self.permutation(name, len(items), entity)]

    def permutation(self, name: str, n: int, entity: int | str = 0) -> list[int]:
        """The numbers 0..n-1 in an order drawn for (seed, name, entity); every order is equally likely."""
        order = list(range(n))
        for last in range(n - 1, 0, -1):
            other = self.below(name, entity, last + 1, last)
            order[last], order[other] = order[other], order[last]
        return order

    def _inner(self, name: str, index: ArrayLike) -> Bits | np.uint64:
        if isinstance(index, int):
            return self.stream(name) if index == 0 else np.uint64(self._inner_word(name, index))
        words = _words(index) * _INDEX
        words += np.uint64(self._stream(name))
        return _mixed_array(words)

    def _inner_word(self, name: str, index: int) -> int:
        if index:
            return _mixed(self._stream(name) + index * _INDEX_STEP)
        word = self._words.get(name)
        if word is None:
            word = self._words[name] = _mixed(self._stream(name))
        return word

    def _stream(self, name: str) -> int:
        stream = self._streams.get(name)
        if stream is None:
            stream = self._streams[name] = _hashed(f"{self.seed}\x1f{name}")
        return stream


def hashed(streams: Bits | np.uint64, entities: NDArray[np.int64]) -> Bits:
    """What `Chance.bits` gives for each entity at index 0, with a stream of its own each or one for all."""
    words = entities.view(np.uint64) * _ENTITY
    words += streams
    return _mixed_array(words)


def scaled(bits: Bits, n: ArrayLike) -> NDArray[np.int64]:
    """floor(bits * n / 2^64) for `n` below 2^32: uniform bits become uniform numbers in 0..n-1."""
    limits = _words(n)
    low = (bits & _LOW_HALF) * limits
    low >>= _HALF
    high = (bits >> _HALF) * limits
    high += low
    high >>= _HALF
    return high.view(np.int64)


def _words(values: ArrayLike) -> Bits:
    """`values` as an array of at least one dimension: numpy warns when a lone scalar wraps around."""
    if isinstance(values, np.ndarray) and values.dtype == np.int64 and values.ndim:
        return values.view(np.uint64)
    return np.atleast_1d(np.asarray(values)).astype(np.uint64)


def _mixed(word: int) -> int:
    word &= _WORD
    word = ((word ^ (word >> 30)) * _FIRST) & _WORD
    word = ((word ^ (word >> 27)) * _SECOND) & _WORD
    return word ^ (word >> 31)


def _mixed_array(words: Bits) -> Bits:
    shifted = words >> _SHIFTS[0]
    words ^= shifted
    words *= _FACTORS[0]
    np.right_shift(words, _SHIFTS[1], out=shifted)
    words ^= shifted
    words *= _FACTORS[1]
    np.right_shift(words, _SHIFTS[2], out=shifted)
    words ^= shifted
    return words


def _hashed(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "little")


def _check_limit(lowest: int, highest: int) -> None:
    if lowest < 1 or highest > _LOW:
        raise ValueError(f"a draw needs a limit from 1 to {_LOW}, not {lowest}..{highest}")
