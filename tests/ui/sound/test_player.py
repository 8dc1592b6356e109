"""The player never keeps anybody waiting, and a machine without sound plays the game."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pygame
import pytest

from simulator.locale import LANGUAGES, phrasebook
from simulator.ui.sound import player as player_module
from simulator.ui.sound.player import Player

PATIENCE = 20.0


class Clock:
    """A clock that goes when it is told to."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def opened(player: Player) -> Player:
    """`player` once its thread has done what it can."""
    assert player._thread is not None
    player._thread.join(PATIENCE)
    assert not player._thread.is_alive()
    return player


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def playing(clock: Clock) -> Iterator[Player]:
    player = opened(Player(50, clock))
    yield player
    player.leave()


def test_every_sound_is_ready_after_a_while(playing: Player) -> None:
    assert playing.ready and playing.problem is None


def test_the_same_sound_does_not_come_twice_in_a_row(playing: Player, clock: Clock) -> None:
    assert playing.play(("card",)) == ("card",)
    assert playing.play(("card", "verified")) == ("verified",)
    clock.now += 10
    assert playing.play(("card",)) == ("card",)


def test_a_storm_of_posts_is_a_drop_now_and_then(playing: Player, clock: Clock) -> None:
    heard = 0
    for _ in range(600):
        clock.now += 0.1
        heard += len(playing.play(("arrival",)))
    assert 5 <= heard <= 11


def test_off_is_off_and_opens_no_device(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pygame.mixer, "init", lambda *_args, **_named: pytest.fail("a device was opened"))
    player = Player(0)
    assert player.play(("card",)) == ()
    player.underlay(80, 0.1)
    player.leave()


def test_a_machine_without_a_device_is_told_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object, **_named: object) -> None:
        raise pygame.error("no audio device")

    monkeypatch.setattr(pygame.mixer, "init", refuse)
    player = opened(Player(50))
    assert player.problem is not None
    for language in LANGUAGES:
        assert phrasebook(language).say(player.problem).endswith(".")
    player.play(("card", "end"))
    player.underlay(50, 0.1)
    player.leave()


def test_a_device_that_takes_its_time_holds_nobody_up(monkeypatch: pytest.MonkeyPatch) -> None:
    gate = threading.Event()

    def slow(*_args: object, **_named: object) -> None:
        gate.wait(PATIENCE)
        raise pygame.error("too late")

    monkeypatch.setattr(pygame.mixer, "init", slow)
    player = Player(50)
    player.play(("card",))
    player.underlay(50, 0.1)
    assert not player.ready and player.problem is None
    gate.set()
    opened(player).leave()


def test_a_device_that_goes_away_is_told_and_one_that_comes_is_tried(
    playing: Player, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(_force: bool = False) -> None:
        raise pygame.error("mixer not initialized")

    with monkeypatch.context() as lost:
        lost.setattr(player_module.pygame.mixer, "find_channel", gone)
        playing.play(("card",))
    assert playing.problem is not None and not playing.ready
    playing.device_came()
    assert playing.problem is not None, "not again at once"
    clock.now += 60
    playing.device_came()
    assert opened(playing).ready and playing.problem is None


def test_the_chords_rise_slowly_and_fall_silent(playing: Player) -> None:
    channel = pygame.mixer.Channel(0)
    playing.underlay(60, 1 / 60)
    first = channel.get_volume()
    for _ in range(400):
        playing.underlay(60, 1 / 60)
    assert channel.get_busy() and channel.get_volume() > 3 * first > 0
    for _ in range(600):
        playing.underlay(None, 1 / 60)
    assert not channel.get_busy()


def test_turning_the_sound_off_stops_what_is_heard(playing: Player) -> None:
    playing.underlay(60, 1.0)
    playing.set_volume(0)
    assert not pygame.mixer.get_busy()
