"""The credits: who made the game, and what it is made of."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING

from simulator.play.presenters.credits import Work, credits_of_game
from simulator.ui.scenes.dialog import Dialog
from simulator.ui.widgets.lines import Span
from simulator.ui.widgets.painter import Painter

if TYPE_CHECKING:
    from simulator.ui.scenes.base import PanelScene

_TWO_COLUMNS = 620
_BETWEEN = 18


class CreditsDialog(Dialog):
    """People, fonts, libraries and research, each with its licence or its year."""

    first_focus = "close"
    width = 940.0

    def __init__(self, scene: PanelScene) -> None:
        super().__init__(scene)
        self.credits = credits_of_game()

    def title(self) -> str:
        return self.game.look.say("ui.credits")

    def aside(self) -> str:
        return self.game.look.say("ui.version", version=self.credits.version)

    def paint(self, painter: Painter) -> None:
        edge, gap = painter.px(4), painter.px(32)
        room = self.inner - 2 * edge
        wide = room if room < painter.px(_TWO_COLUMNS) else (room - gap) // 2
        y = self._people(painter, edge, 0, wide)
        y = self._sources(painter, edge, y, wide)
        x, top = (edge, y) if wide == room else (edge + wide + gap, 0)
        top = self._works(painter, "ui.credits_fonts", self.credits.fonts, x, top, wide)
        self._works(painter, "ui.credits_libraries", self.credits.libraries, x, top, wide)

    def key(self) -> Hashable:
        return self.credits

    def _people(self, painter: Painter, x: int, y: int, width: int) -> int:
        say, theme = painter.look.say, painter.look.theme
        y = painter.caption(x, y, say("ui.credits_people"), width).bottom + painter.px(4)
        y = painter.text(x, y, self.credits.people, width, "body", "semibold").bottom
        licence = say("ui.credits_licence", licence=self.credits.licence)
        return painter.text(x, y, licence, width, "small", colour=theme.muted).bottom + painter.px(_BETWEEN)

    def _sources(self, painter: Painter, x: int, y: int, width: int) -> int:
        say, theme = painter.look.say, painter.look.theme
        y = painter.caption(x, y, say("ui.credits_sources"), width).bottom + painter.px(4)
        y = painter.text(x, y, say("ui.credits_sources_lead"), width, "small", colour=theme.muted).bottom
        for source in self.credits.sources:
            y = painter.text(x, y + painter.px(5), source, width, "small").bottom
        return y + painter.px(_BETWEEN)

    def _works(self, painter: Painter, heading: str, works: Sequence[Work], x: int, y: int, width: int) -> int:
        say, theme = painter.look.say, painter.look.theme
        y = painter.caption(x, y, say(heading), width).bottom + painter.px(4)
        if not works:
            y = painter.text(x, y, say("ui.credits_unknown"), width, "small", colour=theme.muted).bottom
        for work in works:
            name = (Span(work.name, "semibold"), Span(f"\u2002{work.version}", colour=theme.muted))
            told = painter.text(x, y + painter.px(3), name, round(width * 0.56), "small", max_lines=1)
            left = x + round(width * 0.58)
            licence = painter.text(
                left, told.y, work.licence, x + width - left, "small", colour=theme.muted, max_lines=2
            )
            y = max(told.bottom, licence.bottom) + painter.px(3)
            painter.rule(x, y, width)
        return y + painter.px(_BETWEEN)
