"""A page on the class as a whole, kept up to date while it is looked at."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Generic, TypeVar

import pygame

from simulator.play.presenters.class_rows import ClassBoardView, ClassDebriefView
from simulator.ui.scene import Pop, Transition
from simulator.ui.scenes.base import PanelScene
from simulator.ui.theme import MARGIN
from simulator.ui.widgets.class_cards import told
from simulator.ui.widgets.controls import button, button_width
from simulator.ui.widgets.painter import Painter
from simulator.ui.widgets.panel import Paint

if TYPE_CHECKING:
    from simulator.ui.app import Game

View = TypeVar("View", ClassBoardView, ClassDebriefView)
_HEAD = 72
_TWO_COLUMNS = 860
_AGAIN_SECONDS = 2.0
"""How often the page is asked for while it is shown."""


class LookingOnScene(PanelScene, Generic[View]):
    """Its head, what goes wrong, and two columns, one above the other where the window is narrow."""

    first_focus = "done"

    def __init__(self, game: Game, assignment_id: str) -> None:
        super().__init__(game)
        self.assignment_id = assignment_id
        self._stamp: tuple[int, int] = (-1, -1)
        self._since = 0.0
        self.view: View | None = self.asked(now=True)

    @abstractmethod
    def asked(self, *, now: bool = False) -> View | None:
        """The page as it is known now; None where it is gone."""

    @abstractmethod
    def left(self, painter: Painter, view: View, x: int, y: int, width: int) -> int:
        """Paint the left column from (x, y); the row under it."""

    @abstractmethod
    def right(self, painter: Painter, view: View, x: int, y: int, width: int) -> int:
        """Paint the right column from (x, y); the row under it."""

    def update(self, seconds: float) -> Transition:
        asked = super().update(seconds)
        mine = self.game.desk.my_class
        mine.poll()
        mine.look()
        stamp = (mine.revision, self.game.turn)
        self._since += seconds
        if stamp != self._stamp or self._since >= _AGAIN_SECONDS:
            self._stamp, self._since = stamp, 0.0
            self.view = self.asked()
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
            y = self.left(painter, view, left, y, room)
            self.right(painter, view, left, y, room)
        else:
            column = round((room - gap) * 0.52)
            self.left(painter, view, left, y, column)
            self.right(painter, view, left + column + gap, y, room - column - gap)
        painter.reach(painter.bottom + painter.px(16))

    def back(self) -> Transition:
        return Pop()


def paint_comments(painter: Painter, texts: tuple[str, ...], x: int, y: int, width: int) -> int:
    """A card with what the teacher wrote about one's play; the row under it."""

    def comments(on: Painter, left: int, top: int, room: int) -> int:
        top = on.caption(left, top, on.look.say("myclass.comments"), room).bottom + on.px(6)
        for text in texts:
            top = on.text(left, top, text, room).bottom + on.px(6)
        return top

    return painter.card(x, y, width, comments) + painter.px(14)
