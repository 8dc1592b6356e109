"""What is said: the place the player is at, now; what happened, in turn; nothing that holds the game up."""

from __future__ import annotations

import io
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import IO

import pytest

from simulator.locale import LANGUAGES, phrasebook
from simulator.ui.speech.program import Program
from simulator.ui.speech.speaker import Speaker

PATIENCE = 20.0


class Saying:
    """A program that goes on speaking until it is let end, or killed."""

    def __init__(self, words: str) -> None:
        self.words = words
        self.stdin: IO[bytes] | None = io.BytesIO()
        self.killed = False
        self._over = threading.Event()

    def wait(self, timeout: float | None = None) -> int:
        assert self._over.wait(timeout or PATIENCE)
        return -9 if self.killed else 0

    def kill(self) -> None:
        self.killed = True
        self._over.set()

    def end(self) -> None:
        self._over.set()


class Voice:
    """Stands for the system's program, and remembers what it was asked to say."""

    def __init__(self) -> None:
        self.said: list[Saying] = []
        self._came = threading.Condition()

    def program(self) -> Program:
        return Program("stand-in", lambda text, language: ((f"{language}: {text}",), ""), ("hush",))

    def run(self, command: Sequence[str]) -> Saying:
        saying = Saying(command[0])
        if command[0] == "hush":
            saying.end()
        with self._came:
            self.said.append(saying)
            self._came.notify_all()
        return saying

    def await_number(self, count: int) -> Saying:
        with self._came:
            assert self._came.wait_for(lambda: len(self.said) >= count, PATIENCE)
            return self.said[count - 1]


@pytest.fixture
def voice() -> Voice:
    return Voice()


@pytest.fixture
def speaker(voice: Voice) -> Iterator[Speaker]:
    speaker = Speaker(True, "fr", voice.program, voice.run)
    yield speaker
    speaker.leave()


def test_moving_on_cuts_what_was_said_of_the_last_place(speaker: Speaker, voice: Voice) -> None:
    speaker.focus("Coutures.")
    first = voice.await_number(1)
    speaker.focus("Dossier ouvert.")
    assert voice.await_number(3).words == "fr: Dossier ouvert."
    assert first.killed and voice.said[1].words == "hush"


def test_of_places_passed_quickly_the_last_is_said(speaker: Speaker, voice: Voice) -> None:
    speaker.focus("un")
    voice.await_number(1)
    with speaker._changed:
        speaker.focus("deux")
        speaker.focus("trois")
    assert voice.await_number(3).words == "fr: trois"


def test_news_is_said_in_turn(speaker: Speaker, voice: Voice) -> None:
    speaker.news("Le lot est confirmé.")
    first = voice.await_number(1)
    speaker.news("Le Fil Conso enquête.")
    assert not first.killed
    first.end()
    assert voice.await_number(2).words == "fr: Le Fil Conso enquête."


def test_news_cut_by_moving_on_is_said_once_more_and_then_was_not_wanted(speaker: Speaker, voice: Voice) -> None:
    speaker.news("Le lot est confirmé.")
    voice.await_number(1)
    speaker.focus("Répondre.")
    voice.await_number(3).end()
    again = voice.await_number(4)
    speaker.focus("Observer.")
    voice.await_number(6).end()
    said = [saying.words for saying in voice.said if saying.words != "hush"]
    assert said == ["fr: Le lot est confirmé.", "fr: Répondre.", "fr: Le lot est confirmé.", "fr: Observer."]
    assert again.killed


def test_the_language_is_that_of_the_moment(speaker: Speaker, voice: Voice) -> None:
    speaker.language = "en"
    speaker.focus("Seams.")
    assert voice.await_number(1).words == "en: Seams."


def test_turned_off_it_falls_silent_and_stays_so(speaker: Speaker, voice: Voice) -> None:
    speaker.focus("Un long texte.")
    first = voice.await_number(1)
    speaker.turn(False)
    assert first.killed
    speaker.focus("Rien.")
    speaker.news("Rien non plus.")
    assert all("Rien" not in saying.words for saying in voice.said)


def test_turned_off_from_the_start_it_looks_for_no_program() -> None:
    speaker = Speaker(False, "fr", lambda: pytest.fail("a program was looked for"))
    speaker.focus("x")
    speaker.leave()


def _none() -> None:
    return None


def _broken() -> Program:
    return Program("gone", lambda _text, _language: (("/nowhere/at/all",), ""))


@pytest.mark.parametrize("find", [_none, _broken])
def test_a_missing_program_is_told_in_one_sentence(find: Callable[[], Program | None]) -> None:
    speaker = Speaker(True, "fr", find)
    speaker.focus("x")
    assert speaker._thread is not None
    speaker._thread.join(PATIENCE)
    assert speaker.problem is not None
    for language in LANGUAGES:
        assert phrasebook(language).say(speaker.problem).endswith(".")
    speaker.turn(False)
    assert speaker.problem is None
