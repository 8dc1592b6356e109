"""The first page: the scores, the curve among those that could have been, what to remember, what counted."""

from __future__ import annotations

from collections.abc import Hashable

from simulator.ui.scene import Transition
from simulator.ui.scenes.debrief.page import Page
from simulator.ui.spots import Command
from simulator.ui.widgets import debrief_cards
from simulator.ui.widgets.debrief_chart import paint_chart
from simulator.ui.widgets.painter import Painter

TWO_COLUMNS = 780
"""Points under which a page has one column."""
_CHART = 184


class OverviewPage(Page):
    """As in a hot wash: the picture first, then its reasons."""

    name = "overview"

    def state(self) -> Hashable:
        return self.scene.curves.drawn(self.view.curves)

    def paint(self, painter: Painter, x: int, y: int, width: int) -> None:
        view, gap = self.view, painter.px(14)
        if view.rings:
            y = debrief_cards.rings(painter, view, x, y, width, self._open) + gap
        if view.closing:
            y = debrief_cards.closing(painter, view.closing, x, y, width) + gap
        if any(curve.points for curve in view.curves):
            drawn = self.scene.curves.drawn(view.curves)
            y = paint_chart(painter, view, drawn, x, y, width, _CHART, self.press) + gap
        if painter.look.points[0] < TWO_COLUMNS:
            y = debrief_cards.takeaways(painter, view, x, y, width)
            y = debrief_cards.next_time(painter, view, x, y, width)
            y = debrief_cards.evidence(painter, view.evidence, x, y, width, self._more)
        else:
            wide = round((width - gap) * 0.56)
            under = y if not view.evidence else debrief_cards.evidence(painter, view.evidence, x, y, wide, self._more)
            left, room = (x + wide + gap, width - wide - gap) if view.evidence else (x, width)
            beside = debrief_cards.takeaways(painter, view, left, y, room)
            y = max(under, debrief_cards.next_time(painter, view, left, beside, room))
        painter.text(x, y, view.note, width, "small", colour=painter.look.theme.muted)

    def press(self, key: str) -> Command:
        """Show, speak of or hide a curve."""

        def press() -> Transition:
            self.scene.curves.press(self.view.curves, key)
            return None

        return press

    def _open(self, criterion: str) -> Command:
        """The page where a score comes from."""

        def go() -> Transition:
            return self.scene.open_criterion(criterion)

        return go

    def _more(self) -> Transition:
        return self.scene.go("evidence")()
