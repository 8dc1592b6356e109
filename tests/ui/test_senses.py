"""What is heard of the game follows what is shown, and only that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pygame
import pytest

from simulator.locale import LANGUAGES, Language, Message
from simulator.play.presenters.pages import Settings
from simulator.ui.app import Game
from simulator.ui.scenes.crisis import CrisisScene
from simulator.ui.senses import Senses
from simulator.ui.sound.player import Player
from simulator.ui.sound.score import Cue
from simulator.ui.speech.speaker import Speaker
from simulator.ui.speech.wording import spoken, words_of
from tests.ui.screens import FRAME, every_screen, new_game, press, scene_of


class Heard(Player):
    """Remembers what would be heard."""

    def __init__(self) -> None:
        super().__init__(0)
        self.cues: list[Cue] = []
        self.under: float | None = None

    def play(self, cues: Sequence[Cue]) -> tuple[Cue, ...]:
        self.cues += cues
        return tuple(cues)

    def underlay(self, outrage: float | None, seconds: float) -> None:  # noqa: ARG002
        self.under = outrage


class Said(Speaker):
    """Remembers what would be said."""

    def __init__(self) -> None:
        super().__init__(False, "fr")
        self.places: list[str] = []
        self.happened: list[str] = []

    def turn(self, on: bool) -> None:
        """No thread is wanted here."""

    def focus(self, text: str) -> None:
        self.places.append(text)

    def news(self, text: str) -> None:
        self.happened.append(text)


def listening(language: Language = "fr") -> tuple[Game, Heard, Said]:
    game, desk = new_game((1280, 800), language)
    desk.change_settings(replace(desk.settings, speech=True, sound=50))
    player, speaker = Heard(), Said()
    game.senses = Senses(desk.settings, player, speaker)
    follow(game)
    return game, player, speaker


def follow(game: Game, frames: int = 1) -> None:
    assert game.senses is not None
    for _ in range(frames):
        game.step([], FRAME)
        game.senses.follow(game, FRAME)


def in_the_crisis() -> tuple[Game, Heard, Said]:
    game, player, speaker = listening()
    press(game, pygame.K_RETURN)
    press(game, pygame.K_RETURN)
    follow(game, 8)
    assert isinstance(scene_of(game), CrisisScene)
    return game, player, speaker


def test_the_place_that_the_keyboard_is_at_is_read() -> None:
    game, _, speaker = listening()
    press(game, pygame.K_RIGHT)
    follow(game)
    row = next(row for row in game.desk.library() if f"scenario {row.scenario_id}" == scene_of(game).focus)
    assert row.title in speaker.places[-1]
    follow(game, 5)
    assert len([text for text in speaker.places if row.title in text]) == 1


def test_an_open_card_is_read_whole() -> None:
    game, _, speaker = in_the_crisis()
    scene = scene_of(game)
    assert isinstance(scene, CrisisScene)
    card = scene.view.cards[0]
    assert any(spoken(card.title) in text and spoken(card.context) in text for text in speaker.happened)


def test_that_a_card_has_come_is_not_read_twice_and_that_it_is_late_is_read() -> None:
    game, _, speaker = in_the_crisis()
    scene = scene_of(game)
    assert isinstance(scene, CrisisScene)
    name = scene.view.cards[0].kicker.rpartition("·")[2].strip()
    scene.tell(f"Un témoin : {name}", "news")
    scene.tell(f"Délai dépassé : {name}", "bad")
    follow(game)
    assert "Délai dépassé" in speaker.happened[-1]
    assert not any("Un témoin" in text for text in speaker.happened)


def test_a_window_laid_over_the_scene_is_named_first() -> None:
    game, _, speaker = in_the_crisis()
    press(game, pygame.K_v, "v")
    follow(game)
    dialog = scene_of(game).dialog
    assert dialog is not None and speaker.places[-1].startswith(dialog.title())


def test_the_outrage_is_under_a_crisis_and_not_under_a_page() -> None:
    _, player, _ = listening()
    assert player.under is None
    _, player, _ = in_the_crisis()
    assert player.under is not None


def test_the_end_of_a_crisis_is_heard() -> None:
    game, player, _ = in_the_crisis()
    assert game.session is not None
    game.session.minutes = 200  # type: ignore[attr-defined]
    follow(game, 6)
    assert player.cues.count("end") == 1


def test_a_change_of_volume_is_heard_at_once() -> None:
    game, player, _ = listening()
    game.change_settings(replace(game.desk.settings, sound=100))
    follow(game)
    assert player.cues[-1:] == ["notice"]


def test_a_key_turns_reading_aloud_on_and_off_and_says_so() -> None:
    game, _, speaker = listening()
    for wanted in (False, True):
        press(game, pygame.K_F7)
        follow(game, 2)
        assert game.desk.settings.speech is wanted
    said = [notice.text for notice in scene_of(game).notices.waiting]
    assert said == [game.look.say("ui.speech_ends"), game.look.say("ui.speech_begins")]
    assert speaker.places[-1], "the place that has the focus is read at once"


def test_a_missing_voice_is_said_when_it_is_asked_for() -> None:
    game, _, speaker = listening()
    speaker.problem = Message("ui.no_speech")
    follow(game, 3)
    assert [notice.text for notice in scene_of(game).notices.waiting] == [game.look.say.say(speaker.problem)]


def test_nothing_is_read_while_speech_is_off() -> None:
    game, _, speaker = listening()
    game.change_settings(replace(game.desk.settings, speech=False))
    before = list(speaker.places)
    press(game, pygame.K_RIGHT)
    follow(game, 3)
    assert speaker.places == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_cannot_be_heard_is_said_in_the_settings(language: Language) -> None:
    game, player, speaker = listening(language)
    player.problem, speaker.problem = Message("ui.no_sound"), Message("ui.no_speech")
    from simulator.ui.scenes.settings import SettingsScene

    game.stack[-1] = SettingsScene(game)
    game.step([], FRAME)
    written = [text for panel in scene_of(game).panels.values() for _, text in panel.written]
    for problem in (player.problem, speaker.problem):
        assert game.look.say.say(problem) in written


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_place_of_every_screen_has_words(language: Language) -> None:
    for name, game in every_screen((1920, 1200), language):
        scene = scene_of(game)
        for spot in scene.spots:
            if spot.seen == spot.area:
                assert words_of(spot, scene.panels), f"{name}: {spot.key} has no words"


def test_the_defaults_of_sound_and_speech_are_safe() -> None:
    assert 0 < Settings().sound <= 60 and not Settings().speech
