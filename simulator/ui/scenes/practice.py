"""How one practises: which draw, how fast, with the clock stopped at first or at each event."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import replace
from typing import TYPE_CHECKING

import pygame

from simulator.play.presenters.pages import Settings
from simulator.ui.scene import Transition
from simulator.ui.scenes.dialog import Dialog
from simulator.ui.scenes.setting_rows import CHOSEN_TEMPOS, tempo_label
from simulator.ui.spots import Command
from simulator.ui.widgets.controls import Kind, button, button_width
from simulator.ui.widgets.painter import Painter

if TYPE_CHECKING:
    from simulator.ui.scenes.base import PanelScene

LARGEST_SEED = 2**32 - 1
_HEIGHT = 32


class PracticeDialog(Dialog):
    """The draw as a number that can be typed, then the settings that concern practice; `draw` takes another number."""

    first_focus = "seed other"
    width = 640.0

    def __init__(
        self, scene: PanelScene, seed: int, offered: Callable[[int], int], draw: Callable[[int], None]
    ) -> None:
        super().__init__(scene)
        self.seed = seed
        self._offered = offered
        self._draw = draw
        self._typed = ""

    def title(self) -> str:
        return self.game.look.say("ui.practice_title")

    def subtitle(self) -> str:
        return self.game.look.say("ui.practice_subtitle")

    def key(self) -> Hashable:
        return self.game.desk.settings, self.seed, self._typed

    def paint(self, painter: Painter) -> None:
        say, settings, left = painter.look.say, self.game.desk.settings, painter.px(4)
        y = self._seed_row(painter, left, painter.px(4))
        y = self._head(painter, y, "ui.setting_tempo", "ui.about_tempo")
        choices = [(str(tempo), tempo_label(tempo, say), replace(settings, tempo=tempo)) for tempo in CHOSEN_TEMPOS]
        y = self._row(painter, y, "tempo", choices)
        y = self._head(painter, y, "ui.start_paused", "ui.about_start_paused")
        y = self._row(painter, y, "start_paused", [
            ("no", say("ui.no"), replace(settings, start_paused=False)),
            ("yes", say("ui.yes"), replace(settings, start_paused=True)),
        ])  # fmt: skip
        y = self._head(painter, y, "ui.stop_at_events", "ui.about_stop_at_events")
        y = self._row(painter, y, "stop_at_events", [
            ("no", say("ui.no"), replace(settings, stop_at_events=False)),
            ("yes", say("ui.yes"), replace(settings, stop_at_events=True)),
        ])  # fmt: skip
        label = say("ui.back")
        wide = button_width(painter, label, say("ui.enter"))
        area = pygame.Rect(self.inner - wide - left, y, wide, painter.px(34))
        button(painter, area, label, "done", self.scene.close, key=say("ui.enter"), kind="primary")

    def _seed_row(self, painter: Painter, left: int, y: int) -> int:
        say, height, gap = painter.look.say, painter.px(_HEIGHT), painter.px(8)
        y = self._head(painter, y, "ui.setting_seed", "ui.seed_tip")
        shown = self._typed or str(self.seed)
        wide = max(painter.px(110), painter.text_width(shown, "body", "semibold") + painter.px(28))
        field = pygame.Rect(left, y, wide, height)
        painter.box(field, painter.look.theme.sunken, painter.look.theme.line_strong)
        top = field.centery - painter.line_height() // 2
        painter.text(left, top, shown, wide, "body", "semibold", max_lines=1, align="centre")
        x = field.right + gap
        for name, icon, step in (("fewer", "minus", -1), ("more", "plus", 1)):
            place = pygame.Rect(x, y, height, height)
            tip = say(f"ui.seed_{name}")
            button(painter, place, "", f"seed {name}", self._step(step), icon=icon, tip=tip, group="seed")
            x = place.right + gap
        other = say("ui.other_seed")
        place = pygame.Rect(x, y, button_width(painter, other, "", "refresh"), height)
        button(painter, place, other, "seed other", self._other, icon="refresh", group="seed")
        return y + height + painter.px(14)

    def _head(self, painter: Painter, y: int, title: str, about: str) -> int:
        say, left = painter.look.say, painter.px(4)
        y = painter.caption(left, y, say(title), self.inner).bottom + painter.px(2)
        told = painter.text(left, y, say(about), self.inner - 2 * left, "small", colour=painter.look.theme.muted)
        return told.bottom + painter.px(6)

    def _row(self, painter: Painter, y: int, name: str, choices: list[tuple[str, str, Settings]]) -> int:
        x, height, gap = painter.px(4), painter.px(_HEIGHT - 2), painter.px(8)
        for value, label, wanted in choices:
            wide = max(painter.px(56), button_width(painter, label))
            if x + wide > self.inner and x > painter.px(4):
                x, y = painter.px(4), y + height + painter.px(6)
            kind: Kind = "chosen" if wanted == self.game.desk.settings else "plain"
            area = pygame.Rect(x, y, wide, height)
            button(painter, area, label, f"{name} {value}", self._apply(wanted), kind=kind, group=name)
            x += wide + gap
        return y + height + painter.px(14)

    # commands

    def _apply(self, wanted: Settings) -> Command:
        def choose() -> Transition:
            self.game.change_settings(wanted)
            return None

        return choose

    def _take(self, seed: int) -> None:
        self.seed = max(0, min(seed, LARGEST_SEED))
        self._draw(self.seed)

    def _step(self, step: int) -> Command:
        def move() -> Transition:
            self._typed = ""
            self._take(self.seed + step)
            return None

        return move

    def _other(self) -> Transition:
        self._typed = ""
        self._take(self._offered(self.seed))
        return None

    def on_text(self, text: str) -> None:
        if text.isdecimal() and len(self._typed) < len(str(LARGEST_SEED)):
            self._typed += text
            self._take(int(self._typed))

    def on_key(self, event: pygame.event.Event) -> tuple[bool, Transition]:
        if event.key != pygame.K_BACKSPACE:
            return False, None
        self._typed = (self._typed or str(self.seed))[:-1]
        if self._typed:
            self._take(int(self._typed))
        return True, None
