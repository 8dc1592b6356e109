"""Programs that speak: which there is on this system, and how it is told what to say.

No library is used: those that wrap the systems' voices want an event loop of their own, or a compiler, and each system
has a program that reads aloud what it is given.
"""

from __future__ import annotations

import base64
import shutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from simulator.locale import Language

Command = tuple[tuple[str, ...], str]
"""The words of a command, and what it is given to read."""


@dataclass(frozen=True)
class Program:
    """`speak` gives the command that says a text and ends with it; `hush` one to run when it is cut short, if any."""

    name: str
    speak: Callable[[str, Language], Command]
    hush: tuple[str, ...] = ()


def program(platform: str = sys.platform, which: Callable[[str], str | None] = shutil.which) -> Program | None:
    """The program of this system that speaks, None where there is none."""
    for name, make in _OFFERED.get(platform, _OFFERED["linux"]).items():
        path = which(name)
        if path:
            return make(path)
    return None


def _espeak(path: str) -> Program:
    def speak(text: str, language: Language) -> Command:
        return (path, "-v", language, "-s", "175", "--stdin"), text

    return Program("espeak", speak)


def _speech_dispatcher(path: str) -> Program:
    def speak(text: str, language: Language) -> Command:
        return (path, "--wait", "--language", language, "--", text), ""

    return Program("spd-say", speak, (path, "--cancel"))


def _say(path: str) -> Program:
    voices = {"fr": "Thomas", "en": "Samantha"}

    def speak(text: str, language: Language) -> Command:
        return (path, "-v", voices[language], "-f", "-"), text

    return Program("say", speak)


def _windows(path: str) -> Program:
    def speak(text: str, language: Language) -> Command:
        told = base64.b64encode(text.encode()).decode()
        script = _SCRIPT.format(culture={"fr": "fr", "en": "en"}[language], text=told)
        encoded = base64.b64encode(script.encode("utf-16-le")).decode()
        return (path, "-NoProfile", "-NonInteractive", "-EncodedCommand", encoded), ""

    return Program("System.Speech", speak)


_SCRIPT = """\
Add-Type -AssemblyName System.Speech
$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer
$found = $voice.GetInstalledVoices() | Where-Object {{ $_.VoiceInfo.Culture.TwoLetterISOLanguageName -eq '{culture}' }}
if ($found) {{ $voice.SelectVoice(@($found)[0].VoiceInfo.Name) }}
$voice.Rate = 1
$voice.Speak([Text.Encoding]::UTF8.GetString([Convert]::FromBase64String('{text}')))
"""
_OFFERED: Mapping[str, Mapping[str, Callable[[str], Program]]] = {
    "linux": {"spd-say": _speech_dispatcher, "espeak-ng": _espeak, "espeak": _espeak},
    "darwin": {"say": _say},
    "win32": {"powershell": _windows, "pwsh": _windows},
}
