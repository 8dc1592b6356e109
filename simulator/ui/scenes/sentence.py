"""One sentence: what happened, what was kept, what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from simulator.ui.scene import Pop, Transition
from simulator.ui.scenes.base import PanelScene
from simulator.ui.widgets.controls import button, button_width
from simulator.ui.widgets.painter import Painter

if TYPE_CHECKING:
    from simulator.ui.app import Game


class SentenceScene(PanelScene):
    """`text` is already in the player's language."""

    first_focus = "back"

    def __init__(self, game: Game, text: str) -> None:
        super().__init__(game)
        self.text = text

    def compose(self) -> None:
        look = self.game.look
        area = pygame.Rect((0, 0), look.size)
        self.show("sentence", area, look.settings.language, self._paint, look.theme.ink, True)

    def _paint(self, painter: Painter) -> None:
        say, theme = painter.look.say, painter.look.theme
        width = min(painter.px(620), painter.width - painter.px(40))

        def content(on: Painter, x: int, top: int, room: int) -> int:
            on.icon("alert_circle_outline", x, top, 30, theme.warm)
            left = x + on.px(46)
            bottom = on.text(left, top + on.px(3), self.text, room - on.px(46), "heading").bottom + on.px(18)
            label = say("ui.back")
            wide = button_width(on, label, say("ui.enter"))
            area = pygame.Rect(x + room - wide, bottom, wide, on.px(36))
            button(on, area, label, "back", Pop, key=say("ui.enter"), kind="primary")
            return area.bottom

        painter.card((painter.width - width) // 2, painter.height // 4, width, content, 26)

    def back(self) -> Transition:
        return Pop()
