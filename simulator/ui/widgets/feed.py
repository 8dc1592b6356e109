"""The feed: posts of any number, of which only those in sight are painted, each once, and then moved."""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Sequence

import pygame

from simulator.play.presenters.feed_rows import ids_of
from simulator.play.presenters.post_rows import FeedRow
from simulator.ui.look import Look
from simulator.ui.spots import Command, Spot
from simulator.ui.widgets.feed_order import FeedOrder
from simulator.ui.widgets.feed_pictures import FeedPictures, tool_places
from simulator.ui.widgets.feed_upkeep import FeedUpkeep
from simulator.ui.widgets.panel import Panel

_GUESS = 118
"""Points of a row that was not measured yet."""
_EASE = 13.0
"""How fast the feed glides to where it is wanted, in shares of the way a second."""
_PAINTED_A_FRAME = 2
"""Rows painted in one frame; where more come in at once, the others stand empty for that moment."""
_KEPT = 3
"""Heights of the panel, above and below, within which painted rows are kept."""

OnRow = Callable[[FeedRow], Command]


class Feed(Panel):
    """Scrolls over all posts, keeps the reader's place when others arrive, and lets figures roll."""

    def __init__(self, name: str = "feed") -> None:
        super().__init__(name)
        self.scrolls = True
        self.rows: Sequence[FeedRow] = ()
        self.busy = False
        """Whether other parts of the window are painted in this frame: then no row is."""
        self.fresh = 0
        """Posts that came above what is being read, and were not seen yet."""
        self.pictures = FeedPictures(name)
        self.order = FeedOrder(1)
        self.aim = 0.0
        """The pixel of the content that is wanted at the upper edge; `scrolled` is that one, rounded."""
        self.shown_at = 0
        """The pixel that stands there now: while the feed glides, another one."""
        self.active: str | None = None
        """The post that is pointed at or has the focus: what can be done with it is shown."""
        self._upkeep = FeedUpkeep()
        self._at = 0.0
        self._fitted: tuple[Look, int] | None = None
        self._shown: tuple[object, ...] = ()
        self._rows_before: Sequence[FeedRow] | None = None
        self._filter: Hashable = None
        self._still = True
        self._to_end = False
        """Whether the last post is wanted: the end moves while what is near it is measured."""
        self._begins = True
        """Whether nothing of what is shown was painted yet: then all of it is, at once."""

    # what is shown

    def show_rows(
        self,
        look: Look,
        area: pygame.Rect,
        rows: Sequence[FeedRow],
        wanted: Hashable,
        command: OnRow,
        focus: str | None,
        marked: tuple[str, ...] = (),
    ) -> None:
        """Bring the panel up to date: `rows` newest first, `wanted` stands for the filter, `focus` is a spot's key."""
        self._still = look.still
        theme = look.theme
        self.ground = theme.card
        if self._surface is None or self._surface.get_size() != area.size:
            self._surface = pygame.Surface(area.size)
            self._shown = ()
        if self._fitted != (look, area.width) or marked != self.pictures.marked:
            self.pictures.marked = marked
            self._refit(look, area.width)
        self.area = pygame.Rect(area)
        self._look = look
        if wanted != self._filter:
            self._filter = wanted
            self._at = self.aim = 0.0
            self._to_end = False
            self.fresh = 0
            self._begins = True
        if rows is not self._rows_before:
            reading = focus is not None and focus.startswith("post ")
            self._take(rows, reading)
        self._settle()
        self._paint_rows(look)
        self._make_spots(command, focus)

    def _refit(self, look: Look, width: int) -> None:
        """Another width or look: everything is measured and painted anew; the top row stays."""
        top = self._top_row()
        ids, self.order = self.order.ids, FeedOrder(look.px(_GUESS))
        self.order.take(ids)
        self.pictures.clear()
        self._fitted, self._shown, self._begins = (look, width), (), True
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
        self.rows = self._rows_before = rows
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

    # painting

    def _paint_rows(self, look: Look) -> None:
        """Put the rows in sight on the surface, if anything of it changed."""
        assert self._surface is not None
        self._bring_up_to_date(look)
        first, last = self._in_sight(0)
        ids = self.order.ids[first:last]
        active = self.active if self.active in ids else None
        shown = (self.shown_at, self.scrolled, first, self.pictures.stamp(ids), active)
        if shown == self._shown:
            return
        self._shown = shown
        self._version += 1
        written = self.pictures.show(look, self._surface, self.order, first, last, self.shown_at, active)
        self.written = [(area.move(0, self.scrolled), text) for area, text in written]

    def _bring_up_to_date(self, look: Look) -> None:
        """Paint rows in sight that have no picture; with none, one that is old or comes next.

        All that is there when the feed is first shown is painted at once, anything else as far as the frame has time.
        """
        at_once, self._begins = self._begins, False
        if not at_once and look.text.left is not None and (self.busy or look.text.left <= 0):
            return
        first, last = self._in_sight(0)
        ids, rows = self.order.ids, self.rows
        wanted = [place for place in range(first, last) if ids[place] not in self.pictures]
        if not at_once:
            wanted = wanted[:_PAINTED_A_FRAME]
        if not wanted:
            way = 0 if not self.moving else 1 if self.aim >= self._at else -1
            due = self._upkeep.due(rows, self.order, self.pictures, first, last, way)
            wanted = [] if due is None else [due]
        for place in wanted:
            if not at_once and look.text.left is not None and look.text.left <= 0:
                break
            height = self.pictures.paint(look, rows[place], self.area.width, at_once)
            if height is not None:
                self._correct(place, height)
        if any(self.pictures.awaits(post_id) for post_id in ids[first:last]):
            look.text.waits = True
        if len(self.pictures.made) > 2 * _KEPT * max(4, last - first):
            beyond = _KEPT * (last - first)
            self.pictures.keep(set(ids[max(0, first - beyond) : last + beyond]))

    def tool_places(self, bottom: int) -> tuple[pygame.Rect, pygame.Rect]:
        """Where the two tools of a row that ends at `bottom` of the panel stand: to pin, to hide."""
        assert self._look is not None
        return tool_places(self._look, self.area.width, bottom)

    # what can be reached

    def _make_spots(self, command: OnRow, focus: str | None) -> None:
        """Spots for what is in sight, and for a height around, so that an arrow always finds the next one."""
        first, last = self._in_sight(0)
        near, beyond = self._in_sight(self.area.height)
        places = [*range(first, last), *range(last, beyond), *range(near, first)]
        focused = self.order.place(focus.removeprefix("post ")) if focus else None
        if focused is not None and not near <= focused < beyond:
            places.append(focused)
        self.spots = [self._spot(place, command) for place in places]

    def _spot(self, place: int, command: OnRow) -> Spot:
        assert self._look is not None
        look = self._look
        top = self.area.y + self.order.top(place) - self.shown_at
        area = pygame.Rect(self.area.x, top, self.area.width, self.order.height(place))
        area = area.inflate(-look.px(8), -look.px(4))
        row_id = self.order.ids[place]
        return Spot(
            f"post {row_id}",
            area,
            area.clip(self.area),
            lambda: command(self.rows[place])(),
            group="feed",
            radius=look.px(9),
            panel=self.name,
        )
