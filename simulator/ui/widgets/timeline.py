"""The run so far: outrage over time, what happened and what was decided, and what is still to come."""

from __future__ import annotations

from simulator.play.presenters.curve_rows import TimelineView
from simulator.ui.widgets import shapes
from simulator.ui.widgets.painter import Painter


def paint_timeline(painter: Painter, view: TimelineView, x: int, y: int, width: int, height: int) -> None:
    """Fill the box (x, y, width, height); injects stand on top, decisions on the line below."""
    theme, say = painter.look.theme, painter.look.say
    title = painter.caption(x, y, say("ui.timeline"), width // 2)
    _legend(painter, title.right + painter.px(16), x + width, y)
    top, labels = y + painter.px(20), painter.px(17)
    floor = y + height - labels
    span = max(1.0, view.end - view.start)
    mark = painter.px(11)

    def across(minute: float) -> int:
        return x + round((minute - view.start) / span * width)

    now = across(view.now)
    painter.surface.fill(theme.sunken, (now, top + mark, x + width - now, floor - top - mark))
    tall = floor - top - mark - painter.px(2)
    points = [
        ((minute - view.start) / span * width, tall - value / 100 * (tall - 2 * painter.look.scale))
        for minute, value in view.curve
    ]
    if len(points) > 1:
        painter.paste(
            shapes.curve((width, tall), points, theme.solid(theme.hot), 2 * painter.look.scale, 110), (x, floor - tall)
        )
    painter.rule(x, floor, width)
    for inject in view.injects:
        painter.triangle(across(inject.minute) - mark // 2, top, mark, False, theme.warm)
    diamond = painter.px(12)
    for decision in view.decisions:
        place = (across(decision.minute) - diamond // 2, floor - diamond - painter.px(1))
        painter.paste(shapes.polygon((diamond, diamond), shapes.DIAMOND, theme.accent), place)
    painter.surface.fill(theme.accent, (now, top, max(1, painter.px(2)), floor - top))
    for clock in view.clocks:
        label = painter.text_width(clock.label, "small")
        left = min(max(x, across(clock.minute) - label // 2), x + width - label)
        painter.surface.fill(theme.line_strong, (across(clock.minute), floor, max(1, painter.px(1)), painter.px(4)))
        painter.text(left, floor + painter.px(2), clock.label, label, "small", colour=theme.faint)


def _legend(painter: Painter, left: int, right: int, y: int) -> None:
    """What each sign stands for, from the right, as far as there is room."""
    theme, say = painter.look.theme, painter.look.say
    mark = painter.px(10)
    for shape, code in ((None, "ui.to_come"), (shapes.DOWN, "ui.injects"), (shapes.DIAMOND, "ui.your_decisions")):
        label = say(code)
        width = painter.text_width(label, "small")
        if right - width - painter.px(15) < left:
            return
        painter.text(right - width, y, label, width, "small", colour=theme.muted)
        right -= width + painter.px(15)
        colour = theme.solid(theme.warm) if shape is shapes.DOWN else theme.accent
        if shape is None:
            painter.surface.fill(theme.sunken, (right, y + painter.px(4), mark, painter.px(11)))
        else:
            painter.paste(shapes.polygon((mark, mark), shape, colour), (right, y + painter.px(5)))
        right -= painter.px(12)
