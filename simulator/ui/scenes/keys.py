"""The keys of the game, on F1."""

from __future__ import annotations

from collections.abc import Hashable

import pygame

from simulator.ui.scene import Transition
from simulator.ui.scenes.dialog import Dialog
from simulator.ui.widgets.controls import keycap
from simulator.ui.widgets.painter import Painter

_EVERYWHERE = (
    (("Tab",), "ui.keys_tab"),
    (("←", "↑", "↓", "→"), "ui.keys_arrows"),
    (("ui.enter",), "ui.keys_enter"),
    (("ui.escape",), "ui.keys_escape"),
    (("F1",), "ui.keys_help"),
    (("F2",), "ui.keys_language"),
)
_CRISIS = (
    (("1", "…", "9"), "ui.keys_digits"),
    (("ui.space",), "ui.keys_space"),
    (("N",), "ui.keys_next"),
    (("W",), "ui.keys_minute"),
    (("M",), "ui.keys_messages"),
    (("D",), "ui.keys_other_card"),
    (("X",), "ui.keys_cell"),
    (("V", "H", "A", "…"), "ui.keys_letters"),
    (("F3", "F4", "F5"), "ui.keys_columns"),
)
_DEBRIEF = (
    (("1", "…", "6"), "ui.keys_pages"),
    (("R", "N"), "ui.keys_again"),
    (("E",), "ui.keys_export"),
    (("ui.ctrl_enter",), "ui.keys_written"),
)


class KeysDialog(Dialog):
    """Every key and what it does."""

    width = 760.0

    def title(self) -> str:
        return self.game.look.say("ui.keys_title")

    def key(self) -> Hashable:
        return "keys"

    def paint(self, painter: Painter) -> None:
        say = painter.look.say
        edge = painter.px(4)
        column = (self.inner - 2 * edge - painter.px(32)) // 2
        single = column < painter.px(300)
        width = self.inner - 2 * edge if single else column
        bottom = self._list(painter, edge, 0, width, say("ui.keys_everywhere"), _EVERYWHERE)
        left, top = (edge, bottom + painter.px(16)) if single else (edge + column + painter.px(32), 0)
        under = self._list(painter, left, top, width, say("ui.keys_crisis"), _CRISIS)
        below = under if single else bottom
        self._list(painter, edge, below + painter.px(16), width, say("ui.keys_debrief"), _DEBRIEF)

    def _list(
        self, painter: Painter, x: int, y: int, width: int, heading: str, rows: tuple[tuple[tuple[str, ...], str], ...]
    ) -> int:
        say, theme = painter.look.say, painter.look.theme
        y = painter.caption(x, y, heading, width).bottom + painter.px(6)
        for names, code in rows:
            labels = [say(name) if name.startswith("ui.") else name for name in names]
            left = x
            for label in labels:
                left += keycap(painter, left, y + painter.px(17), label) + painter.px(4)
            start = x + max(painter.px(104), left - x + painter.px(6))
            area = painter.text(start, y + painter.px(7), say(code), x + width - start, "small")
            y = max(area.bottom, y + painter.px(26)) + painter.px(7)
            painter.rule(x, y, width, theme.line)
        return y

    def on_key(self, event: pygame.event.Event) -> tuple[bool, Transition]:
        if event.key == pygame.K_F1:
            return True, self.scene.close()
        return False, None
