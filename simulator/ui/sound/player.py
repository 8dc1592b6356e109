"""Sounds through the system's device, if there is one: never waited for, never missed.

The device is opened and every sound made in a thread of their own, because both may take their time; a sound that is
not ready when it is called for is not heard. A device that is missing, or goes away, leaves the game silent and one
sentence in `problem`.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence

import pygame

from simulator.locale import Message
from simulator.ui.sound.alsa import hush
from simulator.ui.sound.score import CUES, LAYERS, Cue, Layer, layer, rest, shares, variants
from simulator.ui.sound.synthesis import RATE, samples

_CHANNELS = 8
_LAYER_CHANNELS: dict[Layer, int] = {name: rank for rank, name in enumerate(LAYERS)}
"""The first channels belong to the long chords; cues share what is left."""
_AGAIN = 5.0
"""Seconds between two attempts to open a device that comes and goes."""
_EASE = 1.6
"""How fast a long chord reaches its loudness, in shares of the way a second."""
_LEAST = 0.004
"""A difference of loudness that nobody hears."""
_BUFFER = 1024
"""Samples: 23 ms from the call to the ear, on any machine."""


class Player:
    """Plays cues at a `volume` of 0 (off) to 100. Every method returns at once."""

    def __init__(self, volume: int, clock: Callable[[], float] = time.monotonic) -> None:
        self.problem: Message | None = None
        self._volume = 0
        self._clock = clock
        self._sounds: dict[str, tuple[pygame.mixer.Sound, ...]] = {}
        self._played = 0
        self._last: dict[Cue, float] = {}
        self._levels: dict[Layer, float] = dict.fromkeys(LAYERS, 0.0)
        self._applied: dict[Layer, float] = dict.fromkeys(LAYERS, 0.0)
        self._thread: threading.Thread | None = None
        self._tried = float("-inf")
        self._lock = threading.Lock()
        self._left = False
        self.set_volume(volume)

    @property
    def ready(self) -> bool:
        """Whether the device is open and every sound is made."""
        return len(self._sounds) == len(CUES) + len(LAYERS)

    def set_volume(self, volume: int) -> None:
        """How loud, 0..100; the first that is not 0 opens the device."""
        self._volume = volume
        if volume == 0:
            self._stop()
            self.problem = None
        else:
            self._open()

    def play(self, cues: Sequence[Cue]) -> tuple[Cue, ...]:
        """Let each of `cues` be heard, unless it was a moment ago; those that are."""
        if self._volume == 0:
            return ()
        now = self._clock()
        due = tuple(cue for cue in cues if now - self._last.get(cue, float("-inf")) >= rest(cue))
        for cue in due:
            self._last[cue] = now
            self._start(cue)
        return due

    def underlay(self, outrage: float | None, seconds: float) -> None:
        """Bring the long chords nearer to what `outrage` 0..100 asks for, None for silence; called each frame."""
        if self._volume == 0 or not self.ready:
            return
        wanted = shares(outrage) if outrage is not None else dict.fromkeys(LAYERS, 0.0)
        share = min(1.0, _EASE * seconds)
        for name in LAYERS:
            level = self._levels[name] + (wanted[name] - self._levels[name]) * share
            self._levels[name] = wanted[name] if abs(wanted[name] - level) < _LEAST else level
            loud = self._levels[name] * self._gain
            if abs(loud - self._applied[name]) >= _LEAST or (loud == 0) != (self._applied[name] == 0):
                self._applied[name] = loud
                self._sway(name, loud)

    def device_came(self) -> None:
        """A device was plugged in: try again where there was none."""
        if self._volume and self.problem is not None and self._clock() - self._tried > _AGAIN:
            self.problem = None
            self._open()

    def leave(self) -> None:
        """Let go of the device."""
        self._left = True
        thread = self._thread
        if thread is not None:
            thread.join(2.0)
        self._stop()
        if thread is None or not thread.is_alive():
            pygame.mixer.quit()

    def _open(self) -> None:
        if self._sounds or (self._thread is not None and self._thread.is_alive()) or self.problem is not None:
            return
        self._tried = self._clock()
        self._thread = threading.Thread(target=self._prepare, name="sound", daemon=True)
        self._thread.start()

    def _prepare(self) -> None:
        """In a thread of its own: open the device, then make one sound after the other, those of a play first."""
        hush()
        try:
            pygame.mixer.init(RATE, -16, 2, _BUFFER, allowedchanges=0)
            pygame.mixer.set_num_channels(_CHANNELS)
            pygame.mixer.set_reserved(len(LAYERS))
            made: dict[str, tuple[pygame.mixer.Sound, ...]] = {}
            for cue in CUES:
                made[cue] = tuple(pygame.mixer.Sound(buffer=samples(wave).tobytes()) for wave in variants(cue))
                if self._left:
                    return
            for name in LAYERS:
                made[name] = (pygame.mixer.Sound(buffer=samples(layer(name)).tobytes()),)
            with self._lock:
                self._sounds = made
        except (pygame.error, NotImplementedError, OSError):
            self.problem = Message("ui.no_sound")

    def _start(self, cue: Cue) -> None:
        with self._lock:
            found = self._sounds.get(cue)
        if found is None:
            return
        try:
            channel = pygame.mixer.find_channel()
            if channel is not None:
                channel.set_volume(self._gain)
                channel.play(found[self._played % len(found)])
                self._played += 1
        except pygame.error:
            self._lose()

    def _sway(self, name: Layer, loud: float) -> None:
        try:
            channel = pygame.mixer.Channel(_LAYER_CHANNELS[name])
            channel.set_volume(loud)
            if loud == 0:
                channel.stop()
            elif not channel.get_busy():
                channel.play(self._sounds[name][0], loops=-1)
                channel.set_volume(loud)  # a channel that begins is at its loudest again
        except pygame.error:
            self._lose()

    @property
    def _gain(self) -> float:
        """What the ear hears as `volume` per cent: loudness is felt as a power of the amplitude."""
        return float((self._volume / 100) ** 1.7)

    def _lose(self) -> None:
        """The device went away."""
        with self._lock:
            self._sounds = {}
        self.problem = Message("ui.no_sound")

    def _stop(self) -> None:
        self._levels = dict.fromkeys(LAYERS, 0.0)
        self._applied = dict.fromkeys(LAYERS, 0.0)
        if pygame.mixer.get_init():
            pygame.mixer.stop()
