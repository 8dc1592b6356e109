"""My plays: what was played, with what result, and what came of playing again; each can be looked at again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from simulator.play.presenters.pages import PlayRow
from simulator.play.presenters.progress import ProgressRow, listed, progress
from simulator.ui.scene import Push, Replace, Transition
from simulator.ui.scenes.resuming import ResumingScene
from simulator.ui.scenes.reviewing import reviewing
from simulator.ui.scenes.shell import ShellScene
from simulator.ui.spots import Command
from simulator.ui.widgets.controls import button, button_width
from simulator.ui.widgets.flow import Chip, flow, flow_width
from simulator.ui.widgets.painter import Painter
from simulator.ui.widgets.play_row import HEIGHT, PROGRESS_HEIGHT, paint_play, paint_progress

if TYPE_CHECKING:
    from simulator.ui.app import Game

_EDGE, _GAP, _WIDEST = 28, 10, 1040
_NARROWEST = 300
"""Points below which no progress card is made narrower."""


class HistoryScene(ShellScene):
    """A card for each scenario's progress, which narrows the plays to its own; one row a play, the newest on top."""

    page = "history"
    first_focus = "page history"

    def __init__(self, game: Game) -> None:
        super().__init__(game)
        self.rows: tuple[PlayRow, ...] = ()
        self.progress: tuple[ProgressRow, ...] = ()
        self.scenario_id = ""
        self.best_first = False

    def refresh(self) -> None:
        super().refresh()
        self.rows = self.game.desk.history()
        self.progress = progress(self.rows, self.game.look.say)
        if not any(row.scenario_id == self.scenario_id for row in self.rows):
            self.scenario_id = ""

    def compose(self) -> None:
        super().compose()
        look = self.game.look
        key = (self.rows, self.scenario_id, self.best_first, look.settings.language)
        self.show("plays", self.content, key, self._paint, look.theme.ink, True)

    def _paint(self, painter: Painter) -> None:
        say = painter.look.say
        left = painter.px(_EDGE)
        room = min(painter.width - 2 * left, painter.px(_WIDEST))
        y = self.title(painter, left, painter.px(26), say("ui.page_history"), room) + painter.px(12)
        if not self.rows:
            self._nothing(painter, left, y, room)
            return
        if self.progress:
            y = self._progress(painter, left, y, room) + painter.px(14)
        y = self._orders(painter, left, y, room) + painter.px(10)
        for row in listed(self.rows, self.scenario_id, self.best_first):
            area = pygame.Rect(left, y, room, painter.px(HEIGHT))
            if painter.shows(y, area.height):
                paint_play(painter, row, area)
            painter.spot(f"play {row.play_id}", area, self._open(row), row.state if row.problem else "", "plays",
                         enabled=not row.problem)  # fmt: skip
            y = area.bottom + painter.px(8)
        painter.reach(y + painter.px(16))

    def _progress(self, painter: Painter, x: int, y: int, width: int) -> int:
        gap = painter.px(_GAP)
        y = painter.caption(x, y, painter.look.say("ui.progress"), width).bottom + painter.px(6)
        columns = max(1, min(3, (width + gap) // (painter.px(_NARROWEST) + gap)))
        wide = (width - (columns - 1) * gap) // columns
        height = painter.px(PROGRESS_HEIGHT)
        for rank, row in enumerate(self.progress):
            place = (x + rank % columns * (wide + gap), y + rank // columns * (height + gap))
            area = pygame.Rect(place, (wide, height))
            if painter.shows(area.y, height):
                paint_progress(painter, row, area, row.scenario_id == self.scenario_id)
            tip = f"{row.title} · {row.sentence}"
            painter.spot(f"progress {row.scenario_id}", area, self._narrow(row.scenario_id), tip, "progress")
        return y + -(-len(self.progress) // columns) * (height + gap) - gap

    def _orders(self, painter: Painter, x: int, y: int, width: int) -> int:
        """What is listed, and in which order."""
        say = painter.look.say
        name = next((row.title for row in self.rows if row.scenario_id == self.scenario_id), "")
        heading = say("ui.plays_of", title=name) if name else say("ui.all_plays")
        chips = [
            Chip("order latest", say("ui.latest_first"), self._order(False), "plain" if self.best_first else "chosen"),
            Chip("order best", say("ui.best_first"), self._order(True), "chosen" if self.best_first else "plain"),
        ]
        if name:
            chips.insert(0, Chip("every play", say("ui.show_all"), self._narrow(""), icon="close"))
        beside = flow_width(painter, chips)
        told = painter.caption(x, y + painter.px(5), heading, width)
        if told.width + beside + painter.px(16) <= width:
            return flow(painter, chips, x + width - beside, y, beside, "orders")
        return flow(painter, chips, x, told.bottom + painter.px(6), width, "orders")

    def _nothing(self, painter: Painter, x: int, y: int, width: int) -> None:
        """No play yet: what will stand here, and the way to the first one."""
        say, theme = painter.look.say, painter.look.theme

        def content(on: Painter, left: int, top: int, room: int) -> int:
            side = on.icon("history", left, top, 30, theme.muted)
            start, rest = left + side + on.px(14), room - side - on.px(14)
            top = on.text(start, top + on.px(3), say("ui.no_play"), rest, "heading").bottom
            top = on.text(start, top + on.px(2), say("ui.no_play_yet"), rest, colour=theme.muted).bottom + on.px(12)
            label = say("ui.choose_crisis")
            area = pygame.Rect(start, top, min(rest, button_width(on, label)), on.px(34))
            button(on, area, label, "to library", self._to_library, kind="primary")
            return area.bottom

        painter.card(x, y, min(width, painter.px(640)), content, 22)

    def _to_library(self) -> Transition:
        from simulator.ui.scenes.library import LibraryScene

        return Replace(LibraryScene(self.game))

    def _narrow(self, scenario_id: str) -> Command:
        def narrow() -> Transition:
            self.scenario_id = "" if self.scenario_id == scenario_id else scenario_id
            return None

        return narrow

    def _order(self, best_first: bool) -> Command:
        def order() -> Transition:
            self.best_first = best_first
            return None

        return order

    def _open(self, row: PlayRow) -> Command:
        def go() -> Transition:
            return Push(ResumingScene(self.game, row.play_id)) if row.is_unfinished else reviewing(self, row)

        return go
