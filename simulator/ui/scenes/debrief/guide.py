"""*How I am graded*, on one page."""

from __future__ import annotations

from simulator.ui.scenes.debrief.overview import TWO_COLUMNS
from simulator.ui.scenes.debrief.page import Page
from simulator.ui.widgets.guide_cards import paint_guide
from simulator.ui.widgets.painter import Painter


class GuidePage(Page):
    """What counts, how much, and what does not."""

    name = "guide"

    @property
    def there(self) -> bool:
        return self.view.guide is not None

    def paint(self, painter: Painter, x: int, y: int, width: int) -> None:
        guide = self.view.guide
        if guide is None:
            return
        y = painter.text(x, y, guide.title, width, "title", "bold").bottom + painter.px(4)
        y = painter.text(x, y, guide.lead, width, colour=painter.look.theme.muted).bottom + painter.px(14)
        paint_guide(painter, guide, x, y, width, 1 if painter.look.points[0] < TWO_COLUMNS else 2)
