"""Every sound of the game by its name: what it is made of, how loud it may be, how soon it may come again.

They share one scale (D minor without its harsh notes), so that whatever meets sounds together. What is good rises, what
is bad falls; nothing is sharp, because a crisis of twenty minutes would tire whoever hears it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, get_args

from simulator.ui.sound.synthesis import Wave, bell, breath, endless, finished, pitch, pluck, together

Cue = Literal["arrival", "card", "tick", "publish", "verified", "leak", "notice", "end"]
Layer = Literal["calm", "warm", "hot"]

CUES: tuple[Cue, ...] = get_args(Cue)
LAYERS: tuple[Layer, ...] = get_args(Layer)
"""The long chords under a crisis, each heard more as outrage rises to it."""
_D, _F, _G, _A, _C = -7, -4, -2, 0, 3
_LOOP = 12.0
"""Seconds of a long chord before it begins again, without a seam."""


@dataclass(frozen=True)
class _Sound:
    """`peak` 0..1 of full scale; `rest` seconds until the same sound may be heard again."""

    make: Callable[[], Wave]
    peak: float
    rest: float
    others: tuple[Callable[[], Wave], ...] = ()
    """What is heard in turn with it, so that what comes often is not the same each time."""


def _card() -> Wave:
    return together((0.0, bell(_D + 12, 1.5, 0.6), 1.0), (0.13, bell(_A + 12, 1.8, 0.6), 0.8))


def _tick() -> Wave:
    return together((0.0, pluck(_D + 24, 0.10), 1.0), (0.0, pluck(_D, 0.16), 0.7))


def _publish() -> Wave:
    return together((0.0, breath(0.6, 320, 2400), 1.0), (0.34, bell(_D + 24, 0.9, 0.9), 0.5))


def _verified() -> Wave:
    rising = ((_D + 12, 0.0), (_F + 12, 0.09), (_A + 12, 0.18), (_D + 24, 0.27))
    return together(*((start, bell(steps, 1.1, 0.75), 0.8) for steps, start in rising))


def _leak() -> Wave:
    return together(
        (0.0, bell(_A, 1.6, 0.8), 0.8), (0.16, bell(_F, 1.7, 0.8), 0.9), (0.34, bell(_D, 2.0, 0.8), 1.0),
        (0.0, breath(0.9, 1500, 220), 0.16),
    )  # fmt: skip


def _notice() -> Wave:
    return bell(_G + 12, 0.8, 0.9)


def _end() -> Wave:
    chord = ((_D, 0.0), (_A, 0.10), (_D + 12, 0.22), (_F + 12, 0.36), (_A + 12, 0.52), (_D + 24, 0.72))
    return together(*((start, bell(steps, 3.4, 0.7), 0.7) for steps, start in chord))


_SOUNDS: dict[Cue, _Sound] = {
    "arrival": _Sound(
        lambda: pluck(_A + 12, 0.5), 0.15, 6.0, (lambda: pluck(_F + 12, 0.5), lambda: pluck(_C + 12, 0.5))
    ),
    "card": _Sound(_card, 0.34, 0.6),
    "tick": _Sound(_tick, 0.16, 0.9),
    "publish": _Sound(_publish, 0.26, 0.5),
    "verified": _Sound(_verified, 0.28, 0.6),
    "leak": _Sound(_leak, 0.36, 0.8),
    "notice": _Sound(_notice, 0.14, 0.8),
    "end": _Sound(_end, 0.34, 4.0),
}
_CHORDS: dict[Layer, tuple[tuple[float, float], ...]] = {
    "calm": ((_D - 12, 1.0), (_A - 12, 0.62), (_D, 0.34), (_A, 0.12)),
    "warm": ((_F - 12, 0.8), (_C, 0.42), (_G, 0.26), (_D, 0.2)),
    "hot": ((_A - 11, 0.7), (_D, 0.5), (_D + 1, 0.17), (_F, 0.28), (_A + 1, 0.08)),
}
_PEAKS: dict[Layer, float] = {"calm": 0.06, "warm": 0.045, "hot": 0.05}


def variants(cue: Cue) -> tuple[Wave, ...]:
    """What is heard for `cue`, in turn: made anew, and the same, each time."""
    made = _SOUNDS[cue]
    return tuple(finished(make(), made.peak) for make in (made.make, *made.others))


def layer(name: Layer) -> Wave:
    """A long chord that can be repeated without a seam."""
    partials = [(pitch(steps), share) for steps, share in _CHORDS[name]]
    return finished(endless(partials, _LOOP), _PEAKS[name], repeated=True)


def rest(cue: Cue) -> float:
    """Seconds of the clock on the wall until `cue` may be heard again."""
    return _SOUNDS[cue].rest


def shares(outrage: float) -> dict[Layer, float]:
    """How loud each long chord is, 0..1, at an outrage of 0..100: the quiet one stays, the others come over it."""
    return {
        "calm": 0.55 + 0.45 * _ramp(outrage, 5, 40),
        "warm": _ramp(outrage, 25, 55),
        "hot": _ramp(outrage, 50, 85),
    }


def _ramp(value: float, start: float, end: float) -> float:
    return min(1.0, max(0.0, (value - start) / (end - start)))
