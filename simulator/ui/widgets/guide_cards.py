"""*How I am graded* as cards, in as many columns as there is room for."""

from __future__ import annotations

from collections.abc import Callable

from simulator.play.presenters.hindsight import GuideView, WeightGroup
from simulator.play.presenters.pages import SectionRow
from simulator.ui.widgets.painter import Painter

_Content = Callable[[Painter, int, int, int], int]


def paint_guide(painter: Painter, guide: GuideView, x: int, y: int, width: int, columns: int) -> int:
    """What the scenario changed, then a card for each dimension and each section; the row under them."""
    theme, gap = painter.look.theme, painter.px(14)
    if guide.changed:
        painter.icon("alert_circle_outline", x, y, 19, theme.warm)
        y = painter.text(x + painter.px(27), y, guide.changed, width - painter.px(27)).bottom + painter.px(12)
    cards = [_weights(group) for group in guide.groups] + [_section(section) for section in guide.sections]
    wide = (width - (columns - 1) * gap) // columns
    bottoms = [y] * columns
    for card in cards:
        column = bottoms.index(min(bottoms))
        bottoms[column] = painter.card(x + column * (wide + gap), bottoms[column], wide, card) + gap
    return max(bottoms) - gap


def _weights(group: WeightGroup) -> _Content:
    """A dimension with what each of its criteria weighs."""

    def content(on: Painter, x: int, y: int, room: int) -> int:
        theme = on.look.theme
        y = on.caption(x, y, group.name, room, theme.criterion(group.criterion)).bottom + on.px(2)
        if group.text:
            y = on.text(x, y, group.text, room, "small", colour=theme.muted).bottom + on.px(4)
        shares = max((on.text_width(row.share, "body", "semibold") for row in group.rows), default=0) + on.px(12)
        for row in group.rows:
            on.rule(x, y, room)
            y += on.px(6)
            on.text(x, y, row.share, shares, "body", "semibold", max_lines=1)
            left, wide = x + shares, room - shares
            y = on.text(left, y, row.name, wide, "body", "semibold").bottom
            if row.changed:
                y = on.text(left, y, row.changed, wide, "small", "semibold", theme.warm).bottom
            if row.text:
                y = on.text(left, y, row.text, wide, "small", colour=theme.muted).bottom
            y += on.px(6)
        return y - on.px(4)

    return content


def _section(section: SectionRow) -> _Content:
    def content(on: Painter, x: int, y: int, room: int) -> int:
        y = on.caption(x, y, section.heading, room).bottom + on.px(4)
        return on.text(x, y, section.text, room, "small").bottom

    return content
