"""Where the class stands in an assignment: the board, the spread of grades, first messages, what was chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.play.presenters.class_rows import ClassBoardView
from simulator.ui.scenes.my_class.looking_on import LookingOnScene, paint_comments
from simulator.ui.widgets.class_board import paint_distribution, paint_firsts, paint_ranking
from simulator.ui.widgets.class_shares import paint_shares
from simulator.ui.widgets.painter import Painter

if TYPE_CHECKING:
    from simulator.ui.app import Game


class BoardScene(LookingOnScene[ClassBoardView]):
    """The board as it changes, and asked for now and then where its changes are not heard."""

    def __init__(self, game: Game, assignment_id: str) -> None:
        super().__init__(game, assignment_id)
        game.desk.my_class.watch_board(assignment_id)

    def asked(self, *, now: bool = False) -> ClassBoardView | None:
        return self.game.desk.class_board(self.assignment_id, now=now)

    def leave(self) -> None:
        self.game.desk.my_class.watch_board(None)

    def left(self, painter: Painter, view: ClassBoardView, x: int, y: int, width: int) -> int:
        say, gap = painter.look.say, painter.px(14)

        def ranking(on: Painter, left: int, top: int, room: int) -> int:
            top = on.caption(left, top, say("myclass.ranking"), room).bottom + on.px(10)
            if not view.lines:
                return on.text(left, top, view.no_lines or view.subtitle, room, colour=on.look.theme.muted).bottom
            return paint_ranking(on, view.lines, left, top, room)

        y = painter.card(x, y, width, ranking) + gap
        return paint_comments(painter, view.comments, x, y, width) if view.comments else y

    def right(self, painter: Painter, view: ClassBoardView, x: int, y: int, width: int) -> int:
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
