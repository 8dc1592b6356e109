"""Where the class stands in an assignment: the board, the spread of grades, first messages, what was chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from simulator.play.presenters.class_rows import ClassBoardView
from simulator.ui.scene import Pop, Transition
from simulator.ui.scenes.base import PanelScene
from simulator.ui.theme import MARGIN
from simulator.ui.widgets.class_board import paint_distribution, paint_firsts, paint_ranking, paint_shares
from simulator.ui.widgets.class_cards import told
from simulator.ui.widgets.controls import button, button_width
from simulator.ui.widgets.painter import Painter
from simulator.ui.widgets.panel import Paint

if TYPE_CHECKING:
    from simulator.ui.app import Game

_HEAD = 72
_TWO_COLUMNS = 860
_AGAIN_SECONDS = 2.0
"""How often the board is asked for while it is shown."""


class BoardScene(PanelScene):
    """The board as it changes, and asked for now and then where its changes are not heard."""

    first_focus = "done"

    def __init__(self, game: Game, assignment_id: str) -> None:
        super().__init__(game)
        self._assignment = assignment_id
        self._stamp: tuple[int, int] = (-1, -1)
        self._since = 0.0
        self.view: ClassBoardView | None = game.desk.class_board(assignment_id, now=True)
        game.desk.my_class.watch_board(assignment_id)

    def leave(self) -> None:
        self.game.desk.my_class.watch_board(None)

    def update(self, seconds: float) -> Transition:
        asked = super().update(seconds)
        mine = self.game.desk.my_class
        mine.poll()
        mine.look()
        stamp = (mine.revision, self.game.turn)
        self._since += seconds
        if stamp != self._stamp or self._since >= _AGAIN_SECONDS:
            self._stamp, self._since = stamp, 0.0
            self.view = self.game.desk.class_board(self._assignment)
        return Pop() if asked is None and self.view is None else asked

    def compose(self) -> None:
        look, view = self.game.look, self.view
        width, height = look.size
        head = look.px(_HEAD)
        shown = (view, look.settings.language)
        self.show("head", pygame.Rect(0, 0, width, head), shown, self._head, look.theme.card)
        body = pygame.Rect(0, head, width, height - head)
        paint: Paint = self._body if view is not None else lambda _: None
        self.show("board", body, shown, paint, look.theme.ink, True)

    def _head(self, painter: Painter) -> None:
        say, theme, view = painter.look.say, painter.look.theme, self.view
        painter.rule(0, painter.height - max(1, painter.px(1)), painter.width)
        left = painter.px(MARGIN)
        label, key = say("ui.done"), say("ui.escape")
        wide = button_width(painter, label, key)
        area = pygame.Rect(painter.width - left - wide, painter.px(20), wide, painter.px(32))
        button(painter, area, label, "done", Pop, key=key, kind="primary")
        if view is not None:
            room = area.x - left - painter.px(14)
            painter.text(left, painter.px(12), view.title, room, "heading", "bold", max_lines=1)
            painter.text(left, painter.px(38), view.subtitle, room, "small", colour=theme.muted, max_lines=1)

    def _body(self, painter: Painter) -> None:
        left, gap = painter.px(MARGIN), painter.px(14)
        room = painter.width - 2 * left
        y = painter.px(16)
        view = self.view
        assert view is not None
        if view.said:
            y = painter.card(left, y, room, told(view.said, "alert_circle_outline", "bad"), 14) + gap
        if view.mine:
            y = painter.card(left, y, room, told(view.mine, "podium", large=True), 14) + gap
        if painter.width < painter.px(_TWO_COLUMNS):
            y = self._left(painter, view, left, y, room)
            self._right(painter, view, left, y, room)
        else:
            column = round((room - gap) * 0.52)
            self._left(painter, view, left, y, column)
            self._right(painter, view, left + column + gap, y, room - column - gap)
        painter.reach(painter.bottom + painter.px(16))

    def _left(self, painter: Painter, view: ClassBoardView, x: int, y: int, width: int) -> int:
        say, gap = painter.look.say, painter.px(14)

        def ranking(on: Painter, left: int, top: int, room: int) -> int:
            top = on.caption(left, top, say("myclass.ranking"), room).bottom + on.px(10)
            if not view.lines:
                return on.text(left, top, view.no_lines or view.subtitle, room, colour=on.look.theme.muted).bottom
            return paint_ranking(on, view.lines, left, top, room)

        y = painter.card(x, y, width, ranking) + gap
        if view.comments:

            def comments(on: Painter, left: int, top: int, room: int) -> int:
                top = on.caption(left, top, say("myclass.comments"), room).bottom + on.px(6)
                for text in view.comments:
                    top = on.text(left, top, text, room).bottom + on.px(6)
                return top

            y = painter.card(x, y, width, comments) + gap
        return y

    def _right(self, painter: Painter, view: ClassBoardView, x: int, y: int, width: int) -> int:
        say, gap = painter.look.say, painter.px(14)
        if view.distribution:

            def distribution(on: Painter, left: int, top: int, room: int) -> int:
                top = on.caption(left, top, say("myclass.distribution"), room).bottom + on.px(14)
                top = paint_distribution(on, view.distribution, left, top, room)
                return on.text(left, top, view.distribution_note, room, "small", colour=on.look.theme.muted).bottom

            y = painter.card(x, y, width, distribution) + gap
        if view.firsts:

            def firsts(on: Painter, left: int, top: int, room: int) -> int:
                top = on.caption(left, top, say("myclass.first_words"), room).bottom + on.px(8)
                top = paint_firsts(on, view.firsts, view.my_first, left, top, room)
                return on.text(left, top, view.firsts_note, room, "small", colour=on.look.theme.muted).bottom

            y = painter.card(x, y, width, firsts) + gap

        def chosen(on: Painter, left: int, top: int, room: int) -> int:
            top = on.caption(left, top, say("myclass.chosen"), room).bottom + on.px(8)
            if not view.injects:
                why = view.no_injects or say("myclass.board_asking")
                return on.text(left, top, why, room, colour=on.look.theme.muted).bottom
            for rank, inject in enumerate(view.injects):
                if rank:
                    on.rule(left, top + on.px(11), room)
                    top += on.px(22)
                top = paint_shares(on, inject, left, top, room)
            return top

        return painter.card(x, y, width, chosen) + gap

    def back(self) -> Transition:
        return Pop()
