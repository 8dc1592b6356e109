"""The material of every sound: bells, plucks, breaths and long chords as arrays, without a device.

An array holds one channel of float64 samples, `RATE` a second. `finished` makes it fit to be heard: without an offset,
beginning and ending in silence, at a told peak.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from simulator.chance import Chance

RATE = 44_100
"""Samples a second."""
_EDGE = 0.004
"""Seconds in which a sound rises from silence and falls back into it at least."""

Wave = NDArray[np.float64]


def seconds(length: float) -> Wave:
    """The moment of each sample of `length` seconds."""
    return np.arange(round(length * RATE)) / RATE


def pitch(steps: float) -> float:
    """Hertz of the note `steps` semitones above the A of 220 Hz."""
    return float(220.0 * 2 ** (steps / 12))


def bell(steps: float, length: float, warmth: float = 0.5) -> Wave:
    """A struck bar: few partials, the higher ones gone sooner; `warmth` 0..1 takes their share away."""
    time = seconds(length)
    base = pitch(steps)
    sound = np.zeros_like(time)
    for ratio, share, life in ((1.0, 1.0, 1.0), (2.0, 0.34, 0.62), (2.76, 0.22, 0.34), (5.40, 0.10, 0.16)):
        bright = share if ratio == 1.0 else share * (1 - warmth)
        sound += bright * np.sin(2 * np.pi * base * ratio * time) * np.exp(-5.2 * time / (length * life))
    return sound * np.minimum(1.0, time / 0.006)


def pluck(steps: float, length: float) -> Wave:
    """A soft string: odd and even partials under one short decay."""
    time = seconds(length)
    base = pitch(steps)
    sound = sum(
        (np.sin(2 * np.pi * base * rank * time) * np.exp(-(3.5 + 2.2 * rank) * time / length) / rank**1.7)
        for rank in range(1, 6)
    )
    return np.asarray(sound * np.minimum(1.0, time / 0.004))


def breath(length: float, low: float, high: float) -> Wave:
    """Air whose pitch goes from `low` to `high` hertz and whose strength swells and ebbs; always the same air."""
    time = seconds(length)
    noise = _noise(len(time))
    spectrum = np.fft.rfft(noise)
    heard = np.fft.rfftfreq(len(time), 1 / RATE)
    parts = 24
    sound = np.zeros_like(time)
    for part in range(parts):
        centre = low * (high / low) ** (part / (parts - 1))
        band = np.fft.irfft(spectrum * np.exp(-(((heard - centre) / (0.32 * centre)) ** 2)), len(time))
        place = np.exp(-(((time / length - (part + 0.5) / parts) * parts / 2.4) ** 2))
        sound += place * band / (np.std(band) + 1e-12)
    return sound * np.sin(np.pi * time / length) ** 1.6


def endless(partials: Sequence[tuple[float, float]], length: float, sway: float = 0.25) -> Wave:
    """A chord of (hertz, share) that can be repeated without a seam: each partial swings whole times in `length`."""
    time = seconds(length)
    sound = np.zeros_like(time)
    for rank, (hertz, share) in enumerate(partials):
        whole = max(1, round(hertz * length))
        slow = 1 + sway * np.sin(2 * np.pi * ((rank % 3 + 1) * time / length + 0.19 * rank))
        sound += share * slow * np.sin(2 * np.pi * (whole * time / length + 0.37 * rank))
    return sound


def together(*parts: tuple[float, Wave, float]) -> Wave:
    """Sounds laid over each other: (seconds at which it begins, the sound, its share)."""
    end = max(round(start * RATE) + len(sound) for start, sound, _ in parts)
    whole = np.zeros(end)
    for start, sound, share in parts:
        place = round(start * RATE)
        whole[place : place + len(sound)] += share * sound
    return whole


def finished(sound: Wave, peak: float, *, repeated: bool = False) -> Wave:
    """`sound` without an offset, at `peak` (0..1), its ends in silence unless it is to be `repeated`."""
    level = sound - sound.mean()
    if not repeated:
        edge = round(_EDGE * RATE)
        ramp = np.sin(np.linspace(0, np.pi / 2, edge)) ** 2
        level[:edge] *= ramp
        tail = min(len(level) // 4, round(0.06 * RATE))
        level[-tail:] *= np.cos(np.linspace(0, np.pi / 2, tail)) ** 2
        shape = np.ones_like(level)
        shape[:edge] = ramp
        shape[-tail:] = np.cos(np.linspace(0, np.pi / 2, tail)) ** 2
        level -= shape * level.sum() / shape.sum()  # what the ends took away left an offset
    return np.asarray(level * (peak / np.abs(level).max()))


def samples(sound: Wave) -> NDArray[np.int16]:
    """`sound` as 16-bit samples for both ears: (samples, 2)."""
    mono = np.round(np.clip(sound, -1, 1) * 32_767).astype(np.int16)
    return np.repeat(mono[:, None], 2, axis=1)


def _noise(count: int) -> Wave:
    """The same hiss each time, -1..1, from the hash that the engine draws with."""
    drawn = Chance(7).bits("breath", np.arange(count))
    return np.asarray((drawn >> np.uint64(11)).astype(np.float64) / 2**52 - 1)
