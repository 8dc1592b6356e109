"""Where each score comes from: a dimension at a time, its criteria with their rows, and the sum."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import replace

import pygame

from simulator.play.presenters.hindsight import CriterionView, DimensionView, EvidenceRow
from simulator.ui.scene import Transition
from simulator.ui.scenes.debrief.page import Page
from simulator.ui.spots import Command
from simulator.ui.theme import Colour
from simulator.ui.widgets import shapes
from simulator.ui.widgets.controls import Kind, button, button_width
from simulator.ui.widgets.evidence_row import Columns, evidence_columns, paint_detail, paint_evidence
from simulator.ui.widgets.painter import Painter

_RING, _FOLD = 66, 28
Content = Callable[[Painter, int, int, int], int]


class EvidencePage(Page):
    """Every point won or lost."""

    name = "evidence"
    _criterion = ""
    _unfolded: frozenset[tuple[str, int]] = frozenset()
    """The rows whose messages show: a criterion's rule, and which of its rows."""

    @property
    def there(self) -> bool:
        return bool(self.view.dimensions)

    def state(self) -> Hashable:
        return self._criterion, self._unfolded

    def choose(self, criterion: str) -> bool:
        """Show the dimension `criterion`; whether there is one."""
        there = any(dimension.criterion == criterion for dimension in self.view.dimensions)
        if there and criterion != self._criterion:
            self._criterion = criterion
            if (panel := self.scene.panels.get(f"page {self.name}")) is not None:
                panel.scrolled = 0
        return there

    @property
    def _shown(self) -> DimensionView:
        dimensions = self.view.dimensions
        return next((one for one in dimensions if one.criterion == self._criterion), dimensions[0])

    def paint(self, painter: Painter, x: int, y: int, width: int) -> None:
        dimension, gap = self._shown, painter.px(14)
        y = self._switches(painter, x, y, width) + gap
        y = painter.card(x, y, width, lambda *place: self._sum(dimension, *place)) + gap
        rows = [row for criterion in dimension.criteria for row in _without_common(criterion.rows)]
        columns = evidence_columns(painter, rows, width - 2 * painter.px(18), exact=True)
        figures = max((painter.text_width(_figure(painter, one), "body", "semibold") for one in dimension.criteria),
                      default=0) + 2  # fmt: skip
        for criterion in dimension.criteria:
            y = painter.card(x, y, width, self._content(criterion, columns, figures)) + gap
        painter.text(x, y, self.view.note, width, "small", colour=painter.look.theme.muted)

    def _content(self, criterion: CriterionView, columns: Columns, wide: int) -> Content:
        """What the card of a criterion shows: its name, what it earned `wide` pixels wide, its rows."""
        ink = self.scene.game.look.theme.criterion(self._shown.criterion)

        def content(on: Painter, x: int, y: int, room: int) -> int:
            y = _criterion_head(on, criterion, ink, wide, x, y, room) + on.px(4)
            rows = _without_common(criterion.rows)
            fold = on.px(_FOLD) if any(row.detail for row in rows) else 0
            for rank, row in enumerate(rows):
                on.rule(x, y, room)
                under = paint_evidence(on, row, columns, x, y + on.px(7), room - fold) + on.px(7)
                if row.detail:
                    is_open = (criterion.rule, rank) in self._unfolded
                    icon = "chevron_up" if is_open else "chevron_down"
                    on.icon(icon, x + room - on.px(18), y + on.px(7), 18, on.look.theme.muted)
                    if is_open:
                        under = paint_detail(on, row, columns, x, under - on.px(4), room - fold) + on.px(7)
                    area = pygame.Rect(x - on.px(6), y + on.px(3), room + on.px(12), under - y - on.px(5))
                    on.spot(f"row {criterion.rule} {rank}", area, self._fold(criterion.rule, rank), "", "rows")
                y = under
            return y - on.px(5)

        return content

    def _fold(self, rule: str, rank: int) -> Command:
        """Show the messages of a row, or put them away."""

        def fold() -> Transition:
            self._unfolded ^= {(rule, rank)}
            self.scene.arrange()
            self.scene.reveal(f"row {rule} {rank}")
            return None

        return fold

    def _switches(self, painter: Painter, x: int, y: int, width: int) -> int:
        left, height = x, painter.px(32)
        for dimension in self.view.dimensions:
            label = f"{dimension.name} · {dimension.value}"
            wide = min(width, button_width(painter, label))
            if left + wide > x + width and left > x:
                left, y = x, y + height + painter.px(6)
            kind: Kind = "primary" if dimension is self._shown else "plain"
            area = pygame.Rect(left, y, wide, height)
            name = f"dimension {dimension.criterion}"
            button(painter, area, label, name, self._chosen(dimension.criterion), kind=kind, group="dimensions")
            left += wide + painter.px(8)
        return y + height

    def _chosen(self, criterion: str) -> Command:
        def choose() -> Transition:
            self.choose(criterion)
            return None

        return choose

    def _sum(self, dimension: DimensionView, on: Painter, x: int, y: int, room: int) -> int:
        """The score, its band, and the addition that gives it."""
        theme = on.look.theme
        ink = theme.criterion(dimension.criterion)
        side = on.px(_RING)
        left = x + side + on.px(18)
        text = x + room - left
        words = on.line_height("heading") + on.line_height("small") + on.text_height(dimension.sum, text)
        top = y + max(0, (side - words) // 2)
        middle = top + max(0, (words - side) // 2)
        on.paste(shapes.ring(side, on.px(7), dimension.value / 100, theme.solid(ink), theme.sunken), (x, middle))
        line = on.line_height("title")
        on.text(x, middle + (side - line) // 2, str(dimension.value), side, "title", "bold", align="centre")
        title = on.text(left, top, dimension.name, text, "heading", "bold", max_lines=1)
        beside = left + title.width + on.px(10)
        band = theme.band(dimension.band, dimension.criterion)
        on.text(beside, top, dimension.band_name, x + room - beside, "heading", "bold", band, 1)
        under = on.text(left, title.bottom, on.look.say("ui.adds_up"), text, "small", colour=theme.muted, max_lines=1)
        bottom = on.text(left, under.bottom, dimension.sum, text, weight="semibold").bottom
        return max(bottom, middle + side)


def _figure(on: Painter, criterion: CriterionView) -> str:
    """What the criterion earned of what was possible; a penalty stands alone."""
    if criterion.share is None:
        return criterion.earned
    return on.look.say("ui.earned", earned=criterion.earned, possible=criterion.possible)


def _common_source(criterion: CriterionView) -> str:
    """What stands under the criterion's name: the rule and the paper that all its rows name, else its own."""
    sources = {row.source for row in criterion.rows}
    return sources.pop() if len(sources) == 1 else criterion.source


def _without_common(rows: tuple[EvidenceRow, ...]) -> tuple[EvidenceRow, ...]:
    """`rows` without the source that all of them name, which stands over them once."""
    if len({row.source for row in rows}) > 1:
        return rows
    return tuple(replace(row, source="") for row in rows)


def _criterion_head(on: Painter, criterion: CriterionView, ink: Colour, wide: int, x: int, y: int, room: int) -> int:
    """A criterion's name, a bar in `ink`, what it earned `wide` pixels wide, its source; the row under them."""
    theme = on.look.theme
    penalty = criterion.share is None
    bar = 0 if penalty or room < on.px(430) else on.px(150)
    names = room - wide - on.px(16) - (bar + on.px(14) if bar else 0)
    bottom = on.text(x, y, criterion.name, names, "body", "semibold").bottom
    figure = theme.hot if penalty and criterion.earned.startswith("−") else theme.text
    on.text(x + room - wide, y, _figure(on, criterion), wide, "body", "semibold", figure, 1, "right")
    if bar and criterion.share is not None:
        high = on.px(8)
        track = pygame.Rect(x + room - wide - on.px(14) - bar, y + (on.line_height() - high) // 2, bar, high)
        on.bar(track, criterion.share, ink)
    if source := _common_source(criterion):
        bottom = on.text(x, bottom, source, room, "small", colour=theme.faint).bottom
    return bottom
