"""The feed: posts of any number, of which only those in sight are painted, each once, and then moved."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

import pygame

from simulator.play.presenters.post_rows import FeedRow
from simulator.ui.look import Look
from simulator.ui.spots import Command, Spot
from simulator.ui.widgets.feed_pictures import tool_places
from simulator.ui.widgets.feed_place import FeedPlace
from simulator.ui.widgets.feed_upkeep import FeedUpkeep

_PAINTED_A_FRAME = 2
"""Rows painted in one frame; where more come in at once, the others stand empty for that moment."""
_KEPT = 3
"""Heights of the panel, above and below, within which painted rows are kept."""

OnRow = Callable[[FeedRow], Command]


class Feed(FeedPlace):
    """Scrolls over all posts, keeps the reader's place when others arrive, and lets figures roll."""

    def __init__(self, name: str = "feed") -> None:
        super().__init__(name)
        self.busy = False
        """Whether other parts of the window are painted in this frame: then no row is."""
        self.active: str | None = None
        """The post that is pointed at or has the focus: what can be done with it is shown."""
        self._upkeep = FeedUpkeep()
        self._shown: tuple[object, ...] = ()
        self._rows_before: Sequence[FeedRow] | None = None
        self._filter: Hashable = None

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
            self._shown = ()
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
            self._rows_before = rows
        self._settle()
        self._paint_rows(look)
        self._make_spots(command, focus)

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
