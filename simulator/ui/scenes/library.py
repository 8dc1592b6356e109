"""The library: which crisis to play."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pygame

from simulator.play.presenters.pages import ContinueRow, LibraryRow
from simulator.ui.keyboard import pressed
from simulator.ui.scene import Push, Transition
from simulator.ui.scenes.briefing import brief
from simulator.ui.scenes.library_filters import Filters
from simulator.ui.scenes.resuming import ResumingScene
from simulator.ui.scenes.shell import ShellScene
from simulator.ui.spots import Command
from simulator.ui.theme import RADIUS_CARD
from simulator.ui.widgets.continue_card import HEIGHT, paint_continue
from simulator.ui.widgets.controls import button, button_width
from simulator.ui.widgets.painter import Painter
from simulator.ui.widgets.panel import Paint
from simulator.ui.widgets.scenario_card import card_height, card_tip, paint_card

if TYPE_CHECKING:
    from simulator.ui.app import Game

_EDGE, _GAP, _NARROWEST = 28, 14, 290
_TALLEST_HEAD = 0.4
"""The share of the window that filters may take before they scroll away with the cards."""


class LibraryScene(ShellScene):
    """Every scenario as a card, with filters, an order, and words to search."""

    page = "library"

    def __init__(self, game: Game) -> None:
        super().__init__(game)
        self.filters = Filters()
        self.rows: tuple[LibraryRow, ...] = ()
        self.to_continue: ContinueRow | None = None

    def refresh(self) -> None:
        super().refresh()
        self.rows = self.game.desk.library()
        before, self.to_continue = self.to_continue, self.game.desk.to_continue()
        if self.to_continue is not None and before is None:
            self.focus = "continue"

    def compose(self) -> None:
        super().compose()
        look, area = self.game.look, self.content
        rows = self.filters.selected(self.rows)
        key = (self.filters.wish, self.rows, self.to_continue, look.settings.language)
        head = self._head(Painter(look, pygame.Surface((area.width, 1)), "probe", (0, 0)))
        if head <= area.height * _TALLEST_HEAD:
            top = pygame.Rect(area.x, 0, area.width, head)
            self.show("filters", top, key, self._only_head, look.theme.ink)
            below = pygame.Rect(area.x, top.bottom, area.width, area.height - top.bottom)
            self.show("cards", below, key, self._cards_at(rows, look.px(4)), look.theme.ink, True)
        else:
            self.show("cards", area, key, self._whole(rows), look.theme.ink, True)
        if self.focus is None and self.dialog is None:
            first = next((row for row in rows if not row.problem), None)
            self.focus = f"scenario {first.scenario_id}" if first else None

    def _only_head(self, painter: Painter) -> None:
        self._head(painter)

    def _whole(self, rows: tuple[LibraryRow, ...]) -> Paint:
        return lambda painter: self._cards(painter, rows, self._head(painter))

    def _cards_at(self, rows: tuple[LibraryRow, ...], top: int) -> Paint:
        return lambda painter: self._cards(painter, rows, top)

    def _head(self, painter: Painter) -> int:
        """Title, language, theme and filters; the row under them."""
        left = painter.px(_EDGE)
        room = painter.width - 2 * left
        right = self._looks(painter, left + room)
        self.title(painter, left, painter.px(24), painter.look.say("ui.choose_crisis"), right - left - painter.px(12))
        return self.filters.paint(painter, self.rows, left, painter.px(68), room) + painter.px(10)

    def _looks(self, painter: Painter, right: int) -> int:
        """The other language and the other theme, at the right of the title; where they begin."""
        say, look = painter.look.say, painter.look
        dark = look.settings.theme == "dark"
        buttons = (
            ("language", look.settings.language.upper(), "translate", self.game.other_language),
            ("theme", "", "weather_night" if dark else "white_balance_sunny", self.game.other_theme),
        )
        for name, label, icon, command in buttons:
            key = look.cap(name)
            width = button_width(painter, label, key, icon) - (0 if label else painter.px(8))
            area = pygame.Rect(right - width, painter.px(26), width, painter.px(30))
            button(painter, area, label, name, command, key=key, icon=icon, tip=say(f"ui.other_{name}"), group="looks")
            right = area.left - painter.px(8)
        return right

    def _cards(self, painter: Painter, rows: Sequence[LibraryRow], top: int) -> None:
        left, gap = painter.px(_EDGE), painter.px(_GAP)
        room = painter.width - 2 * left
        if self.to_continue is not None and not self.filters.wish.narrows:
            paint_continue(painter, pygame.Rect(left, top, room, painter.px(HEIGHT)), self.to_continue, self._resume)
            top += painter.px(HEIGHT) + gap
        if not rows:
            self._nothing(painter, left, top, room)
            return
        columns = max(1, min(4, (room + gap) // (painter.px(_NARROWEST) + gap)))
        width = (room - (columns - 1) * gap) // columns
        height = card_height(painter, rows, width)
        for rank, row in enumerate(rows):
            x = left + rank % columns * (room + gap) // columns
            area = pygame.Rect(x, top + rank // columns * (height + gap), width, height)
            if painter.shows(area.y, height):
                paint_card(painter, area, row)
            tip = card_tip(painter, row, width)
            key, enabled = f"scenario {row.scenario_id}", not row.problem
            painter.spot(key, area, self._open(row), tip, "scenarios", RADIUS_CARD, enabled)
        painter.reach(painter.bottom + painter.px(20))

    def _nothing(self, painter: Painter, x: int, y: int, width: int) -> None:
        """No scenario fits: why, and the way back to all of them."""
        say, theme = painter.look.say, painter.look.theme
        code = "ui.no_scenario_fits" if self.rows else "ui.no_scenario"

        def content(on: Painter, left: int, top: int, room: int) -> int:
            side = on.icon("magnify_close" if self.rows else "folder_open_outline", left, top, 30, theme.muted)
            text = on.text(left + side + on.px(14), top + on.px(3), say(code), room - side - on.px(14), "heading")
            if not self.rows:
                return text.bottom
            label = say("ui.show_all")
            area = pygame.Rect(left + side + on.px(14), text.bottom + on.px(12), 0, on.px(34))
            area.width = min(room - side - on.px(14), button_width(on, label, say("ui.escape")))
            button(on, area, label, "show all", self.filters.clear, key=say("ui.escape"), kind="primary")
            return area.bottom

        painter.card(x, y, min(width, painter.px(620)), content, 22)
        painter.reach(painter.bottom + painter.px(20))

    def _resume(self) -> Transition:
        return Push(ResumingScene(self.game, self.to_continue.play_id)) if self.to_continue is not None else None

    def _open(self, row: LibraryRow) -> Command:
        def go() -> Transition:
            return Push(brief(self.game, row.scenario_id, self.game.desk.offered_seed(row.scenario_id)))

        return go

    def on_text(self, text: str) -> None:
        self.filters.on_text(text)

    def on_key(self, event: pygame.event.Event) -> tuple[bool, Transition]:
        if self.game.look.keys.act(pressed(event), "library") == "continue":
            return True, self._resume()
        return self.filters.on_key(event), None
