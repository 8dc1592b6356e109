"""The settings, as a list: language, tempo, how practice begins and stops."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from simulator.console.menu import Choice, Menu
from simulator.locale import LANGUAGES, Phrasebook, phrasebook
from simulator.play.desk import Desk
from simulator.play.presenters.pages import Settings
from simulator.play.presenters.tempo import TEMPOS, slower


def settings_menu(desk: Desk) -> Menu:
    """What is chosen now, and what can be changed; the size of text is the terminal's own."""
    say, settings = phrasebook(desk.settings.language), desk.settings
    languages = [
        Choice(phrasebook(language)("console.own_name"), _changing(desk, replace(settings, language=language)))
        for language in LANGUAGES
    ]
    tempos = [Choice(_tempo(tempo, say), _changing(desk, replace(settings, tempo=tempo))) for tempo in TEMPOS]
    paused = replace(settings, start_paused=not settings.start_paused)
    stops = replace(settings, stop_at_events=not settings.stop_at_events)
    return Menu(
        (say("console.settings"),),
        (
            Choice(say("console.set_language", now=say("console.own_name")), _list(say, "language", languages)),
            Choice(say("console.set_tempo", now=_tempo(settings.tempo or 1.0, say)), _list(say, "tempo", tempos)),
            Choice(say("console.set_paused", now=_yes(settings.start_paused, say)), _changing(desk, paused)),
            Choice(say("console.set_stops", now=_yes(settings.stop_at_events, say)), _changing(desk, stops)),
        ),
        say("console.settings_how"),
    )


def _list(say: Phrasebook, name: str, choices: list[Choice]) -> Callable[[], Menu]:
    return lambda: Menu((say(f"console.which_{name}"),), tuple(choices))


def _changing(desk: Desk, wanted: Settings) -> Callable[[], str | None]:
    def change() -> str:
        desk.change_settings(wanted)
        say = phrasebook(wanted.language)
        return say.say(desk.problem) if desk.problem else say("console.set")

    return change


def _tempo(tempo: float, say: Phrasebook) -> str:
    return say("console.tempo_normal") if tempo == 1 else slower(tempo, say)


def _yes(value: bool, say: Phrasebook) -> str:
    return say("console.yes" if value else "console.no")
