"""The checklist of the debrief: what to have ready, and how this play did on it."""

from __future__ import annotations

from simulator.play.presenters.hindsight import ChecklistRow
from simulator.ui.theme import Colour
from simulator.ui.widgets.painter import Painter


def paint_checklist(painter: Painter, rows: tuple[ChecklistRow, ...], x: int, y: int, width: int) -> int:
    """A card with a line each; the row under it."""

    def content(on: Painter, left: int, top: int, room: int) -> int:
        theme, say = on.look.theme, on.look.say
        signs: dict[str, tuple[str, Colour]] = {
            "done": ("checkbox_marked_outline", theme.good),
            "missed": ("close_box_outline", theme.hot),
            "untested": ("checkbox_blank_outline", theme.muted),
        }
        top = on.caption(left, top, say("ui.checklist"), room).bottom + on.px(5)
        states = max(on.text_width(say(f"ui.check_{row.state}"), "small") for row in rows) + 2
        for row in rows:
            icon, ink = signs[row.state]
            on.icon(icon, left, top + on.px(1), 18, ink)
            start = left + on.px(27)
            area = on.text(start, top, row.text, room - on.px(27) - states - on.px(10), "small")
            on.text(left + room - states, top, say(f"ui.check_{row.state}"), states, "small", colour=ink, align="right")
            top = area.bottom + on.px(6)
        return top - on.px(6)

    return painter.card(x, y, width, content)
