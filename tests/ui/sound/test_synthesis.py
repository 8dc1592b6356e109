"""Every sound is fit to be heard: soft, without a click, without an offset, the same each time."""

from __future__ import annotations

import numpy as np
import pytest

from simulator.ui.sound.score import CUES, LAYERS, Cue, Layer, layer, rest, shares, variants
from simulator.ui.sound.synthesis import RATE, breath, samples


@pytest.mark.parametrize("cue", CUES)
def test_a_cue_is_soft_short_and_ends_in_silence(cue: Cue) -> None:
    for sound in variants(cue):
        assert 0.05 <= np.abs(sound).max() <= 0.4
        assert 0.1 <= len(sound) / RATE <= 4.5
        assert abs(sound[0]) < 1e-6 and abs(sound[-1]) < 1e-6
        assert abs(sound.mean()) < 1e-6
        assert np.isfinite(sound).all()


@pytest.mark.parametrize("cue", CUES)
def test_no_cue_clicks(cue: Cue) -> None:
    for sound in variants(cue):
        assert np.abs(sound[:20]).max() < 0.1 * np.abs(sound).max()
        assert np.abs(np.diff(sound)).max() < 0.5 * np.abs(sound).max()


@pytest.mark.parametrize("name", LAYERS)
def test_a_long_chord_repeats_without_a_seam(name: Layer) -> None:
    sound = layer(name)
    assert abs(sound[0] - sound[-1]) <= 1.5 * np.abs(np.diff(sound)).max()
    assert np.abs(sound).max() <= 0.1


def test_a_sound_is_the_same_each_time() -> None:
    for cue in CUES:
        assert all(np.array_equal(one, other) for one, other in zip(variants(cue), variants(cue), strict=True))


def test_all_that_sounds_at_once_does_not_overdrive_the_device() -> None:
    loudest = sorted((max(np.abs(sound).max() for sound in variants(cue)) for cue in CUES), reverse=True)
    assert sum(loudest[:2]) + sum(np.abs(layer(name)).max() for name in LAYERS) < 1


def test_what_comes_often_rests_longest_and_is_not_the_same_twice() -> None:
    assert rest("arrival") >= 5
    assert len({sound.tobytes() for sound in variants("arrival")}) == len(variants("arrival")) >= 3


def test_air_that_rises_is_brighter_at_its_end() -> None:
    air = breath(0.6, 300, 2400)
    half = len(air) // 2

    def brightness(part: np.ndarray) -> float:
        spectrum = np.abs(np.fft.rfft(part)) ** 2
        return float((np.fft.rfftfreq(len(part), 1 / RATE) * spectrum).sum() / spectrum.sum())

    assert brightness(air[half:]) > 1.5 * brightness(air[:half])


def test_the_chords_tighten_with_outrage() -> None:
    grown = [shares(outrage) for outrage in range(0, 101, 5)]
    for name in LAYERS:
        values = [share[name] for share in grown]
        assert values == sorted(values) and values[0] >= 0 and values[-1] == 1
    assert grown[0]["hot"] == 0 and grown[0]["warm"] == 0


def test_samples_are_of_both_ears_and_within_sixteen_bits() -> None:
    sound = samples(np.array([0.0, 0.5, 1.0, -1.0, 2.0]))
    assert sound.dtype == np.int16 and sound.shape == (5, 2)
    assert (sound[:, 0] == sound[:, 1]).all() and sound.max() == 32_767
