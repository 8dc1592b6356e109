"""My plays: what was played, with what result; each can be looked at again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from simulator.play.presenters.pages import PlayRow
from simulator.play.review import CannotReview
from simulator.ui.scene import Push, Transition
from simulator.ui.scenes.resuming import ResumingScene
from simulator.ui.scenes.shell import ShellScene
from simulator.ui.spots import Command
from simulator.ui.widgets import shapes
from simulator.ui.widgets.controls import pill
from simulator.ui.widgets.painter import Painter

if TYPE_CHECKING:
    from simulator.ui.app import Game


class HistoryScene(ShellScene):
    """One row a play, the newest on top."""

    page = "history"
    first_focus = "page history"

    def __init__(self, game: Game) -> None:
        super().__init__(game)
        self.rows: tuple[PlayRow, ...] = ()

    def refresh(self) -> None:
        super().refresh()
        self.rows = self.game.desk.history()

    def compose(self) -> None:
        super().compose()
        look = self.game.look
        self.show("plays", self.content, (self.rows, look.settings.language), self._paint, look.theme.ink, True)

    def _paint(self, painter: Painter) -> None:
        say, theme = painter.look.say, painter.look.theme
        left = painter.px(28)
        room = min(painter.width - 2 * left, painter.px(900))
        y = self.title(painter, left, painter.px(26), say("ui.page_history"), room) + painter.px(14)
        if not self.rows:
            painter.icon("history", left, y, 28, theme.faint)
            painter.text(
                left + painter.px(40), y + painter.px(3), say("ui.no_play"), room - painter.px(40), colour=theme.muted
            )
        for row in self.rows:
            y = self._row(painter, row, left, y, room) + painter.px(8)
        painter.reach(painter.bottom + painter.px(20))

    def _row(self, painter: Painter, row: PlayRow, x: int, y: int, width: int) -> int:
        theme = painter.look.theme
        area = pygame.Rect(x, y, width, painter.px(64))
        painter.shadow(area, 9, 6, 90)
        painter.box(area, theme.raised, theme.line)
        side = painter.px(12)
        painter.paste(shapes.disc(side, theme.scenario(row.accent)), (x + painter.px(18), area.centery - side // 2))
        left = x + painter.px(44)
        right = area.right - painter.px(18)
        if row.overall:
            figure = painter.text_width(row.overall, "title", "bold")
            right -= figure
            painter.text(
                right, area.centery - painter.line_height("title") // 2, row.overall, figure + 2, "title", "bold"
            )
            word = painter.text_width(row.band_name, "small")
            right -= word + painter.px(12)
            painter.text(
                right,
                area.centery - painter.line_height("small") // 2,
                row.band_name,
                word + 2,
                "small",
                colour=theme.muted,
            )
        room = right - left - painter.px(14)
        marked = painter.text_width(row.mark, "small") + painter.px(36) if row.mark else 0
        title = painter.text(left, y + painter.px(9), row.title, room - marked, "heading", "semibold", max_lines=1)
        if row.mark:
            ink = theme.accent
            pill(painter, title.right + painter.px(12), y + painter.px(8), row.mark, ink, ink, theme.sunken)
        facts = " · ".join(part for part in (row.date, row.seed, row.state) if part)
        painter.text(left, y + painter.px(35), facts, room, "small", colour=theme.muted, max_lines=1)
        painter.spot(f"play {row.play_id}", area, self._open(row), "", "plays")
        return area.bottom

    def _open(self, row: PlayRow) -> Command:
        def go() -> Transition:
            from simulator.ui.scenes.debrief import DebriefScene

            if row.is_unfinished:
                return Push(ResumingScene(self.game, row.play_id))
            try:
                return Push(DebriefScene(self.game, self.game.desk.review(row.play_id)))
            except CannotReview as error:
                self.tell(error.sentence, "bad")
                return None

        return go
