"""Each system's own program is asked to speak, in the language of the interface."""

from __future__ import annotations

import base64

import pytest

from simulator.ui.speech.program import Program, program


def found(platform: str, *names: str) -> Program:
    speaking = program(platform, lambda name: f"/somewhere/{name}" if name in names else None)
    assert speaking is not None
    return speaking


def test_a_system_without_a_voice_has_none() -> None:
    assert program("linux", lambda _name: None) is None


def test_the_players_own_choice_of_voice_comes_first_on_linux() -> None:
    speaking = found("linux", "espeak-ng", "spd-say")
    command, _ = speaking.speak("Bonjour", "fr")
    assert command[0] == "/somewhere/spd-say" and command[-2:] == ("--", "Bonjour")
    assert speaking.hush == ("/somewhere/spd-say", "--cancel")


@pytest.mark.parametrize(
    ("platform", "name"), [("linux", "espeak-ng"), ("linux", "espeak"), ("darwin", "say"), ("freebsd14", "espeak-ng")]
)
def test_a_text_that_looks_like_an_option_is_only_read(platform: str, name: str) -> None:
    command, told = found(platform, name).speak("--version", "en")
    assert told == "--version" and "--version" not in command


def test_the_voice_is_of_the_language() -> None:
    speaking = found("darwin", "say")
    assert speaking.speak("x", "fr")[0] != speaking.speak("x", "en")[0]


def test_windows_is_given_a_script_that_no_text_can_break() -> None:
    text = "l’« état » '); Remove-Item x; ('"
    (*_, encoded), told = found("win32", "powershell").speak(text, "fr")
    script = base64.b64decode(encoded).decode("utf-16-le")
    assert told == "" and "Remove-Item" not in script
    assert base64.b64encode(text.encode()).decode() in script and "-eq 'fr'" in script
