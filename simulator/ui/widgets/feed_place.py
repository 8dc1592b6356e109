"""Where a feed stands: it glides to the pixel that is wanted, and the reader's place stays when posts come or grow."""

from __future__ import annotations

import math
from collections.abc import Sequence

from simulator.play.presenters.feed_rows import ids_of
from simulator.play.presenters.post_rows import FeedRow
from simulator.ui.look import Look
from simulator.ui.spots import Spot
from simulator.ui.widgets.feed_order import FeedOrder
from simulator.ui.widgets.feed_pictures import FeedPictures
from simulator.ui.widgets.panel import Panel

_GUESS = 118
"""Points of a row that was not measured yet."""
_EASE = 13.0
"""How fast the feed glides to where it is wanted, in shares of the way a second."""


class FeedPlace(Panel):
    """A panel over posts of any number, each measured when it is nearly in sight."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.scrolls = True
        self.rows: Sequence[FeedRow] = ()
        self.fresh = 0
        """Posts that came above what is being read, and were not seen yet."""
        self.pictures = FeedPictures(name)
        self.order = FeedOrder(1)
        self.aim = 0.0
        """The pixel of the content that is wanted at the upper edge; `scrolled` is that one, rounded."""
        self.shown_at = 0
        """The pixel that stands there now: while the feed glides, another one."""
        self._at = 0.0
        self._fitted: tuple[Look, int] | None = None
        self._still = True
        self._to_end = False
        """Whether the last post is wanted: the end moves while what is near it is measured."""
        self._begins = True
        """Whether nothing of what is shown was painted yet: then all of it is, at once."""

    # other rows, another width

    def _refit(self, look: Look, width: int) -> None:
        """Another width or look: everything is measured and painted anew; the top row stays."""
        top = self._top_row()
        ids, self.order = self.order.ids, FeedOrder(look.px(_GUESS))
        self.order.take(ids)
        self.pictures.clear()
        self._fitted, self._begins = (look, width), True
        if top is not None and (place := self.order.place(top[0])) is not None and self._at > 0:
            self._at = self.aim = float(self.order.top(place))

    def _top_row(self) -> tuple[str, float] | None:
        """The row at the upper edge, and how many of its pixels are above it."""
        if not self.order.ids:
            return None
        place = self.order.at(round(self._at))
        return self.order.ids[place], self._at - self.order.top(place)

    def _take(self, rows: Sequence[FeedRow], reading: bool) -> None:
        """Other rows: the reader's place stays, unless the reader is at the top and sees them come in."""
        anchor, first = self._top_row(), self.order.ids[0] if self.order.ids else None
        at_top = self.aim <= 0 and not reading
        ids = ids_of(rows)
        self.rows = rows
        self.order.take(ids)
        if anchor is None or first is None:
            return
        came = self.order.place(first) or 0
        place = self.order.place(anchor[0])
        if place is None:
            return
        if came and at_top:
            self._measure(0, min(came, 40))
        moved = self.order.top(place) + anchor[1] - self._at
        if at_top and came:
            self._at = 0.0 if self._still else min(self._at + moved, float(self.area.height))
        else:
            self._at += moved
            self.aim += moved
            self.fresh += came if moved > 0 else 0

    # where it stands

    @property
    def moving(self) -> bool:
        """Whether the feed glides."""
        return abs(self.aim - self._at) >= 1

    @property
    def at_top(self) -> bool:
        return self.aim <= 0

    def pass_time(self, seconds: float) -> None:
        """Glide on, and let the figures roll."""
        if self.moving and not self._still:
            self._at += (self.aim - self._at) * (1 - math.exp(-_EASE * seconds))
        if not self.moving or self._still:
            self._at = self.aim
        self.pictures.pass_time(seconds)

    def scroll(self, rows: int) -> None:
        """Move the content up by `rows` pixels (down when negative), within its bounds."""
        self.scroll_to(round(self.aim) + rows)

    def scroll_to(self, row: int, at_once: bool = False) -> None:
        """Let the pixel `row` of the content be the upper edge; from far away, only the end of the way is seen."""
        most = max(0, self.order.total - self.area.height)
        self._to_end = row >= most > 0
        self.aim = float(max(0, min(row, most)))
        self.scrolled = round(self.aim)
        far = 1.5 * self.area.height
        if at_once or self._still:
            self._at = self.aim
        elif abs(self.aim - self._at) > far:
            self._at = self.aim + (far if self._at > self.aim else -far)

    def to_top(self) -> None:
        """Back to the newest post."""
        self.scroll_to(0)

    def reveal(self, spot: Spot, margin: int) -> None:
        """Scroll until `spot` is in sight."""
        self.reveal_post(spot.key.removeprefix("post "), margin)

    def reveal_post(self, post_id: str, margin: int) -> None:
        """Scroll until a post is in sight: half of it at once, so that nobody looks for the focus, then all of it."""
        place = self.order.place(post_id)
        if place is None:
            return
        around = 2 + 2 * self.area.height // self.order.guess
        self._measure(max(0, place - around), place + around)
        height = self.order.height(place)
        top, bottom = self.order.top(place), self.order.top(place) + height
        if top - margin < self.aim:
            self.scroll_to(top - margin)
        elif bottom + margin > self.aim + self.area.height:
            self.scroll_to(min(bottom + margin - self.area.height, top - margin))
        self._at = max(top + height / 2 - self.area.height, min(self._at, bottom - height / 2))

    def first_aimed_at(self) -> str | None:
        """The key of the first post that is whole in sight once the feed stands still."""
        if not self.order.ids:
            return None
        place = self.order.at(round(self.aim))
        if self.order.top(place) < self.aim and place + 1 < len(self.order.ids):
            place += 1
        return f"post {self.order.ids[place]}"

    def _settle(self) -> None:
        """Keep within the bounds, and measure what is in sight; what turns out taller above moves nothing."""
        for _ in range(4):
            most = max(0.0, float(self.order.total - self.area.height))
            self.aim = most if self._to_end else max(0.0, min(self.aim, most))
            self._at = max(0.0, min(self._at, most + (0 if self._still else self.area.height)))
            if not self._begins or self._measure(*self._in_sight(0)) == 0:
                break
        self.scrolled, self.shown_at = round(self.aim), round(self._at)
        self.content = self.order.total
        if self.shown_at == 0:
            self.fresh = 0

    def _in_sight(self, beyond: int) -> tuple[int, int]:
        """The rows from the first in sight to the one after the last, and those `beyond` pixels around."""
        if not self.order.ids:
            return 0, 0
        first = self.order.at(max(0, round(self._at) - beyond))
        return first, self.order.at(round(self._at) + self.area.height + beyond) + 1

    def _measure(self, first: int, last: int) -> int:
        """Measure the rows first..last-1 that were not; how many there were."""
        assert self._look is not None
        new = [place for place in range(first, min(last, len(self.order.ids))) if not self.order.is_measured(place)]
        for place in new:
            self._correct(place, self.pictures.measure(self._look, self.rows[place], self.area.width))
        return len(new)

    def _correct(self, place: int, height: int) -> None:
        above = self.order.top(place) + self.order.height(place) <= self._at
        more = self.order.measure(place, height)
        if above and more:
            self._at += more
            self.aim += more if self.aim > 0 else 0
