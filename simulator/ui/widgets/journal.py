"""The last consequences, newest on top: what a quiet moment is for."""

from __future__ import annotations

from collections.abc import Callable

from simulator.play.presenters.rows import NoticeRow
from simulator.ui.widgets import shapes
from simulator.ui.widgets.painter import Painter

_SHOWN = 8


def journal_card(rows: tuple[NoticeRow, ...]) -> Callable[[Painter, int, int, int], int]:
    """The content of a card with the last of `rows`."""

    def content(on: Painter, left: int, top: int, room: int) -> int:
        theme = on.look.theme
        latest = rows[-_SHOWN:][::-1]
        top = on.caption(left, top, on.look.say("ui.journal"), room).bottom + on.px(2)
        clocks = max(on.text_width(row.clock, "small") for row in latest) + on.px(10)
        side = on.px(9)
        for rank, row in enumerate(latest):
            if rank:
                on.rule(left, top, room)
            top += on.px(6)
            on.text(left, top, row.clock, clocks, "small", colour=theme.muted, max_lines=1)
            on.paste(shapes.disc(side, theme.solid(theme.notice(row.tone))), (left + clocks, top + on.px(6)))
            start = left + clocks + side + on.px(9)
            top = on.text(start, top, row.text, left + room - start, "small").bottom + on.px(6)
        return top

    return content
