"""What was known when, and when it was said."""

from __future__ import annotations

from simulator.ui.scenes.debrief.page import Page
from simulator.ui.widgets.fact_lanes import paint_lanes
from simulator.ui.widgets.painter import Painter


class FactsPage(Page):
    """The fact ledger, a lane a fact."""

    name = "facts"

    @property
    def there(self) -> bool:
        return bool(self.view.facts)

    def paint(self, painter: Painter, x: int, y: int, width: int) -> None:
        paint_lanes(painter, self.view, x, y, width)
