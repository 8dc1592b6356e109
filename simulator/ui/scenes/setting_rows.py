"""The settings as rows of choices, for the settings page and for the menu of a play."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pygame

from simulator.play.presenters.pages import Settings
from simulator.ui.scene import Transition
from simulator.ui.spots import Command
from simulator.ui.widgets.controls import Kind, button, button_width
from simulator.ui.widgets.painter import Painter

if TYPE_CHECKING:
    from simulator.ui.app import Game

TEXT_SCALES = (100, 125, 150, 200)
TEMPOS = (1.0, 1.5, 2.0, 4.0, 10.0, 0.0)


def _choices(painter: Painter, settings: Settings) -> list[tuple[str, list[tuple[str, str, Settings]]]]:
    """(name, [(value, label, the settings with it)]) for each setting."""
    say = painter.look.say

    def tempo(value: float) -> str:
        if value == 0:
            return say("ui.tempo_untimed")
        if value == 1:
            return say("ui.tempo_normal")
        return say("ui.tempo_slower", times=say.number(value, 0 if value == int(value) else 1))

    return [
        ("language", [
            ("fr", "Français", replace(settings, language="fr")),
            ("en", "English", replace(settings, language="en")),
        ]),
        ("theme", [
            ("dark", say("ui.theme_dark"), replace(settings, theme="dark")),
            ("light", say("ui.theme_light"), replace(settings, theme="light")),
        ]),
        ("motion", [
            ("full", say("ui.motion_full"), replace(settings, reduced_motion=False)),
            ("reduced", say("ui.motion_reduced"), replace(settings, reduced_motion=True)),
        ]),
        ("text_scale", [
            (str(value), say("ui.percent", value=value), replace(settings, text_scale=value)) for value in TEXT_SCALES
        ]),
        ("tempo", [(str(value), tempo(value), replace(settings, tempo=value)) for value in TEMPOS]),
    ]  # fmt: skip


def paint_settings(painter: Painter, game: Game, x: int, y: int, width: int) -> int:
    """Every setting with its choices, the current ones marked; the row under them."""
    say, theme = painter.look.say, painter.look.theme
    settings = game.desk.settings
    gap, height = painter.px(8), painter.px(30)
    for name, choices in _choices(painter, settings):
        y = painter.caption(x, y, say(f"ui.setting_{name}"), width).bottom + painter.px(6)
        left = x
        for value, label, wanted in choices:
            wide = max(painter.px(56), button_width(painter, label))
            if left + wide > x + width and left > x:
                left, y = x, y + height + painter.px(6)
            kind: Kind = "chosen" if wanted == settings else "plain"
            area = pygame.Rect(left, y, wide, height)
            button(painter, area, label, f"{name} {value}", _apply(game, wanted), kind=kind, group=name)
            left += wide + gap
        y += height + painter.px(5)
        key = painter.look.cap(name) if name in ("language", "theme") else ""
        y = painter.text(
            x, y, say(f"ui.about_{name}", key=key), width, "small", colour=theme.muted
        ).bottom + painter.px(14)
    return y - painter.px(8)


def _apply(game: Game, wanted: Settings) -> Command:
    def choose() -> Transition:
        game.change_settings(wanted)
        return None

    return choose
