"""The settings as rows of choices, for the settings page and for the menu of a play."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from simulator.play.presenters.pages import Settings
from simulator.play.presenters.tempo import TEMPOS, slower
from simulator.ui.scene import Transition
from simulator.ui.spots import Command
from simulator.ui.widgets.flow import Chip, flow
from simulator.ui.widgets.painter import Painter

if TYPE_CHECKING:
    from simulator.locale import Phrasebook
    from simulator.ui.app import Game

TEXT_SCALES = (100, 125, 150, 200)
CHOSEN_TEMPOS = (*TEMPOS, 0.0)
VOLUMES = (0, 25, 50, 75, 100)
_BESIDE = 560
"""Points from which the choices stand beside what they are about, and not under it."""
_SHARE = 0.36


@dataclass(frozen=True)
class Row:
    """A setting: what it is about, and (value, label, the settings with it) for each choice."""

    name: str
    choices: tuple[tuple[str, str, Settings], ...]


def setting_rows(settings: Settings, say: Phrasebook) -> tuple[Row, ...]:
    """Every setting with its choices."""

    def volume(value: int) -> str:
        return say("ui.percent", value=value) if value else say("ui.sound_off")

    return (
        Row("language", (
            ("fr", "Français", replace(settings, language="fr")),
            ("en", "English", replace(settings, language="en")),
        )),
        Row("theme", (
            ("dark", say("ui.theme_dark"), replace(settings, theme="dark")),
            ("light", say("ui.theme_light"), replace(settings, theme="light")),
        )),
        Row("text_scale", tuple(
            (str(value), say("ui.percent", value=value), replace(settings, text_scale=value)) for value in TEXT_SCALES
        )),
        Row("motion", (
            ("full", say("ui.motion_full"), replace(settings, reduced_motion=False)),
            ("reduced", say("ui.motion_reduced"), replace(settings, reduced_motion=True)),
        )),
        Row("tempo", tuple(
            (str(value), tempo_label(value, say), replace(settings, tempo=value)) for value in CHOSEN_TEMPOS
        )),
        Row("sound", tuple((str(value), volume(value), replace(settings, sound=value)) for value in VOLUMES)),
        Row("speech", (
            ("off", say("ui.speech_off"), replace(settings, speech=False)),
            ("on", say("ui.speech_on"), replace(settings, speech=True)),
        )),
    )  # fmt: skip


def paint_settings(painter: Painter, game: Game, help_keys: Command, x: int, y: int, width: int) -> int:
    """Every setting with its choices, the current ones marked, and the way to the keys; the row under them."""
    look, settings = painter.look, game.desk.settings
    silent = unheard(game)
    for row in setting_rows(settings, look.say):
        chips = [
            Chip(f"{row.name} {value}", label, _apply(game, wanted), "chosen" if wanted == settings else "plain")
            for value, label, wanted in row.choices
        ]
        key = look.cap(row.name) if row.name in ("language", "theme", "speech") else ""
        y = _row(painter, row.name, key, _flowing(chips, row.name), x, y, width, silent.get(row.name, ""))
    keys = [Chip("change keys", look.say("ui.change_keys"), help_keys, icon="keyboard_outline")]
    return _row(painter, "keys", look.cap("help"), _flowing(keys, "keys of actions"), x, y, width, is_last=True)


Choices = Callable[[Painter, int, int, int], int]


def _flowing(chips: list[Chip], group: str) -> Choices:
    return lambda painter, x, y, width: flow(painter, chips, x, y, width, group)


def _row(
    painter: Painter,
    name: str,
    key: str,
    choices: Choices,
    x: int,
    y: int,
    width: int,
    problem: str = "",
    is_last: bool = False,
) -> int:
    """What a setting is about, or why it is of no use here, and its choices beside or under it; the row under both."""
    say, theme, gap = painter.look.say, painter.look.theme, painter.px(13)
    about, ink = (problem, theme.hot) if problem else (say(f"ui.about_{name}", key=key), theme.muted)
    if width >= painter.px(_BESIDE):
        left = round(width * _SHARE)
        told = painter.text(x, y, say(f"ui.setting_{name}"), left, "body", "semibold", max_lines=1).bottom
        told = painter.text(x, told, about, left, "small", colour=ink).bottom
        start = x + left + painter.px(24)
        y = max(told, choices(painter, start, y + painter.px(4), x + width - start)) + gap
    else:
        y = painter.text(x, y, say(f"ui.setting_{name}"), width, "body", "semibold", max_lines=1).bottom
        y = painter.text(x, y, about, width, "small", colour=ink).bottom + painter.px(6)
        y = choices(painter, x, y, width) + gap
    if is_last:
        return y - gap
    painter.rule(x, y, width)
    return y + gap


def unheard(game: Game) -> dict[str, str]:
    """What cannot be heard on this machine: the name of the setting, and the sentence of why."""
    if game.senses is None:
        return {}
    told = {"sound": game.senses.player.problem, "speech": game.senses.speaker.problem}
    return {name: game.look.say.say(problem) for name, problem in told.items() if problem is not None}


def _apply(game: Game, wanted: Settings) -> Command:
    def choose() -> Transition:
        game.change_settings(wanted)
        return None

    return choose


def tempo_label(tempo: float, say: Phrasebook) -> str:
    """A tempo as one chooses it; 0 is untimed."""
    if tempo == 0:
        return say("ui.tempo_untimed")
    return say("ui.tempo_normal") if tempo == 1 else slower(tempo, say)
