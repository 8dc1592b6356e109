"""The keys of the game, on F1: what each does, and another in its place where the player wants one."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

import pygame

from simulator.play.keys import ACTS, Act, CannotBind, Keys
from simulator.play.presenters.cell_rows import ACTION_KEYS
from simulator.ui.keyboard import pressed
from simulator.ui.scene import Transition
from simulator.ui.scenes.dialog import Dialog
from simulator.ui.spots import Command
from simulator.ui.widgets.controls import button, button_width, keycap
from simulator.ui.widgets.painter import Painter

if TYPE_CHECKING:
    from simulator.ui.scenes.base import PanelScene

Fixed = tuple[tuple[str, ...], str]
"""Keys that cannot be changed, and the code of what they do."""

_MOVING: tuple[Fixed, ...] = (
    (("Tab",), "ui.keys_tab"),
    (("←", "↑", "↓", "→"), "ui.keys_arrows"),
    (("ui.enter",), "ui.keys_enter"),
    (("ui.escape",), "ui.keys_escape"),
)
_ANSWERING: tuple[Fixed, ...] = ((("1", "…", "9"), "ui.keys_digits"),)
_READING: tuple[Fixed, ...] = ((("1", "…", "7"), "ui.keys_pages"), (("ui.ctrl_enter",), "ui.keys_written"))
_COLUMNS: tuple[tuple[tuple[str, tuple[Fixed, ...], Callable[[Act], bool]], ...], ...] = (
    (
        ("ui.keys_everywhere", _MOVING, lambda act: act.place in ("everywhere", "library")),
        ("ui.keys_briefing", (), lambda act: act.place == "briefing"),
    ),
    (("ui.keys_crisis", _ANSWERING, lambda act: act.place in ("crisis", "holding") and act.name not in ACTION_KEYS),),
    (
        ("ui.keys_actions", (), lambda act: act.name in ACTION_KEYS),
        ("ui.keys_debrief", _READING, lambda act: act.place == "debrief"),
        ("ui.keys_preview", (), lambda act: act.place == "preview"),
    ),
)
"""What stands in each column: headings, the fixed keys under each, and which actions follow them."""
_COLUMN, _GAP = 286, 28


class KeysDialog(Dialog):
    """Every key and what it does; an action that is entered takes the next key that is pressed."""

    width = 1000.0

    def __init__(self, scene: PanelScene) -> None:
        super().__init__(scene)
        self.asked = ""
        """The action that is being given a key."""
        self.complaint = ""

    @property
    def takes_every_key(self) -> bool:
        return bool(self.asked)

    def title(self) -> str:
        return self.game.look.say("ui.keys_title")

    def subtitle(self) -> str:
        say = self.game.look.say
        return self.complaint or say("ui.keys_press" if self.asked else "ui.keys_change")

    def key(self) -> Hashable:
        return self.asked, self.game.desk.settings.keys

    def paint(self, painter: Painter) -> None:
        edge, gap = painter.px(4), painter.px(_GAP)
        room = self.inner - 2 * edge
        columns = max(1, min(len(_COLUMNS), (room + gap) // (painter.px(_COLUMN) + gap)))
        width = (room - (columns - 1) * gap) // columns
        bottoms = [0] * columns
        for rank, groups in enumerate(_COLUMNS):
            column = rank if rank < columns else bottoms.index(min(bottoms))
            for heading, fixed, belongs in groups:
                top = bottoms[column] + (painter.px(14) if bottoms[column] else 0)
                acts = (act for act in ACTS if belongs(act))
                bottoms[column] = self._group(painter, edge + column * (width + gap), top, width, heading, fixed, acts)
        self._reset(painter, edge, max(bottoms) + painter.px(16))

    def _group(
        self, painter: Painter, x: int, y: int, width: int, heading: str, fixed: Iterable[Fixed], acts: Iterable[Act]
    ) -> int:
        """The keys that stand together; the row under them."""
        say = painter.look.say
        y = painter.caption(x, y, say(heading), width).bottom + painter.px(4)
        for names, code in fixed:
            labels = tuple(say(name) if name.startswith("ui.") else name for name in names)
            y = self._row(painter, x, y, width, labels, say(code))
        for act in acts:
            asked = act.name == self.asked
            labels = ("…",) if asked else (painter.look.cap(act.name),)
            text = say("ui.keys_waiting") if asked else say(act.code)
            bottom = self._row(painter, x, y, width, labels, text, asked)
            area = pygame.Rect(x - painter.px(4), y + painter.px(2), width + painter.px(8), bottom - y - painter.px(2))
            painter.spot(f"act {act.name}", area, self._ask(act.name), "", heading, 6)
            y = bottom
        return y

    def _row(
        self, painter: Painter, x: int, y: int, width: int, labels: tuple[str, ...], text: str, asked: bool = False
    ) -> int:
        theme = painter.look.theme
        left = x
        for label in labels:
            left += keycap(painter, left, y + painter.px(16), label, on_accent=asked) + painter.px(4)
        start = x + max(painter.px(72), left - x + painter.px(6))
        ink = theme.accent if asked else theme.text
        area = painter.text(start, y + painter.px(6), text, x + width - start, "small", colour=ink)
        y = max(area.bottom, y + painter.px(25)) + painter.px(5)
        painter.rule(x, y, width, theme.line)
        return y

    def _reset(self, painter: Painter, x: int, y: int) -> None:
        """The way back to the keys that a game begins with."""
        say = painter.look.say
        label = say("ui.keys_reset")
        area = pygame.Rect(x, y, min(self.inner - 2 * x, button_width(painter, label, "", "restore")), painter.px(32))
        changed = bool(self.game.desk.settings.keys)
        tip = "" if changed else say("ui.keys_unchanged")
        button(painter, area, label, "reset", self._to_default, icon="restore", enabled=changed, tip=tip)

    # commands

    def _ask(self, name: str) -> Command:
        def ask() -> Transition:
            self.asked, self.complaint = name, ""
            return None

        return ask

    def _to_default(self) -> Transition:
        self.complaint = ""
        return self._choose(Keys())

    def _choose(self, keys: Keys) -> Transition:
        self.game.change_settings(replace(self.game.desk.settings, keys=keys.chosen))
        return None

    def on_key(self, event: pygame.event.Event) -> tuple[bool, Transition]:
        if not self.asked:
            return False, None
        asked, self.asked, self.complaint = self.asked, "", ""
        if event.key == pygame.K_ESCAPE:
            return True, None
        try:
            return True, self._choose(self.game.look.keys.with_key(asked, pressed(event)))
        except CannotBind as error:
            self.complaint = self.game.look.say.say(error.message)
            return True, None
