"""The class looked back on, once its teacher has opened that: where one stands, and what all chose."""

from __future__ import annotations

from simulator.play.presenters.class_rows import ClassDebriefView
from simulator.ui.scenes.my_class.looking_on import LookingOnScene, paint_comments
from simulator.ui.widgets.class_shares import paint_shares
from simulator.ui.widgets.class_spreads import paint_spreads
from simulator.ui.widgets.painter import Painter


class ClassDebriefScene(LookingOnScene[ClassDebriefView]):
    """Left, one's own marks beside the class's and what the teacher says; right, what was chosen."""

    def asked(self, *, now: bool = False) -> ClassDebriefView | None:
        return self.game.desk.class_debrief(self.assignment_id, now=now)

    def left(self, painter: Painter, view: ClassDebriefView, x: int, y: int, width: int) -> int:
        say, gap = painter.look.say, painter.px(14)
        if view.comments:
            y = paint_comments(painter, view.comments, x, y, width)
        if view.spreads:

            def spreads(on: Painter, left: int, top: int, room: int) -> int:
                top = on.caption(left, top, say("myclass.debrief_spreads"), room).bottom + on.px(12)
                top = paint_spreads(on, view.spreads, left, top, room)
                if view.spreads_note:
                    note = on.text(left, top + on.px(10), view.spreads_note, room, "small", colour=on.look.theme.muted)
                    top = note.bottom
                return top

            y = painter.card(x, y, width, spreads) + gap
        return y

    def right(self, painter: Painter, view: ClassDebriefView, x: int, y: int, width: int) -> int:
        say = painter.look.say
        if not view.injects_note:
            return y

        def chosen(on: Painter, left: int, top: int, room: int) -> int:
            top = on.caption(left, top, say("myclass.chosen"), room).bottom + on.px(6)
            top = on.text(left, top, view.injects_note, room, "small", colour=on.look.theme.muted).bottom + on.px(10)
            for rank, inject in enumerate(view.injects):
                if rank:
                    on.rule(left, top + on.px(11), room)
                    top += on.px(22)
                top = paint_shares(on, inject, left, top, room)
            return top

        return painter.card(x, y, width, chosen) + painter.px(14)
