"""The painted rows of a feed: each is painted once and then moved; its figures roll when they change."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass, field
from time import perf_counter

import pygame

from simulator.play.presenters.post_rows import FeedRow
from simulator.ui.look import Look
from simulator.ui.widgets.feed_order import FeedOrder
from simulator.ui.widgets.painter import Painter
from simulator.ui.widgets.post import LEFT, TOP, ground, paint_in_feed, row_height
from simulator.ui.widgets.post_parts import TOOLS, Figure
from simulator.ui.widgets.rolling import Roll, changed, paint_roll

_SHEET = 400
"""Points that most rows have room in."""
_TOOL_ICONS = ("pin_outline", "eye_off_outline")


@dataclass
class Picture:
    """A painted row, and what was asked for when it was painted."""

    row: FeedRow
    surface: pygame.Surface
    written: list[tuple[pygame.Rect, str]]
    figures: list[Figure] = field(default_factory=list)
    awaited: list[Callable[[], bool]] = field(default_factory=list)
    """For all that was still being drawn aside, whether it is there now."""


class FeedPictures:
    """Pictures by post, as wide as the feed. `marked` are the words searched for, as they are compared."""

    def __init__(self, panel: str) -> None:
        self.marked: tuple[str, ...] = ()
        self.made: dict[str, Picture] = {}
        self._panel = panel
        self._rolls: dict[str, Roll] = {}
        self._sheet = pygame.Surface((1, 1))
        """What rows are painted on: how tall one is, is known once it is painted."""

    def __contains__(self, post_id: str) -> bool:
        return post_id in self.made

    def is_old(self, row: FeedRow) -> bool:
        """Whether the picture of `row` shows it as it was."""
        picture = self.made.get(row.post_id)
        return picture is not None and picture.row != row

    def awaits(self, post_id: str) -> bool:
        """Whether something that the post shows was still being drawn when it was painted."""
        return post_id in self.made and bool(self.made[post_id].awaited)

    def is_complete(self, post_id: str) -> bool:
        """Whether all that the post awaits is there now."""
        return all(is_there() for is_there in self.made[post_id].awaited)

    def clear(self) -> None:
        self.made.clear()
        self._rolls.clear()

    def keep(self, near: Container[str]) -> None:
        """Let go of the pictures of all other posts."""
        self.made = {post_id: picture for post_id, picture in self.made.items() if post_id in near}

    def pass_time(self, seconds: float) -> None:
        """Let the figures roll on."""
        for roll in self._rolls.values():
            roll.since += seconds
        self._rolls = {post_id: roll for post_id, roll in self._rolls.items() if not roll.done}

    def measure(self, look: Look, row: FeedRow, width: int) -> int:
        """Pixels that `row` takes downwards."""
        return row_height(self._painter(look, pygame.Surface((1, 1))), row, width)

    def paint(self, look: Look, row: FeedRow, width: int, at_once: bool = True) -> int | None:
        """Paint `row`, anew where it was painted before; its height in pixels.

        Unless `at_once`, None where some of its text must wait for the next frames: then it is to be painted again.
        """
        before = self.made.get(row.post_id)
        look.text.hurried, look.text.postponed = not at_once, False
        began, left = perf_counter(), look.text.left
        picture = self._painted(look, row, width)
        if left is not None:
            look.text.left = left - (perf_counter() - began)
        look.text.hurried = False
        if look.text.postponed:
            return None
        self.made[row.post_id] = picture
        roll = changed(before.figures, picture.figures) if before is not None and not look.still else None
        if roll is not None:
            self._rolls[row.post_id] = roll
        return picture.surface.get_height()

    def _painted(self, look: Look, row: FeedRow, width: int) -> Picture:
        """`row` painted; once more where it turns out taller than the sheet."""
        height = look.px(_SHEET)
        while True:
            if self._sheet.get_width() != width or self._sheet.get_height() < height:
                self._sheet = pygame.Surface((width, height))
            painter = self._painter(look, self._sheet)
            painter.patient = look.text.left is not None
            figures: list[Figure] = []
            height = paint_in_feed(painter, row, width, figures)
            if height <= self._sheet.get_height():
                surface = self._sheet.subsurface((0, 0, width, height)).copy()
                return Picture(row, surface, painter.written, figures, painter.awaited)

    def stamp(self, ids: Sequence[str]) -> tuple[object, ...]:
        """Stands for all that the rows `ids` show."""
        rolling = tuple((post_id, self._rolls[post_id].since) for post_id in ids if post_id in self._rolls)
        return tuple(id(self.made.get(post_id)) for post_id in ids), rolling

    def show(
        self, look: Look, on: pygame.Surface, order: FeedOrder, first: int, last: int, shift: int, active: str | None
    ) -> list[tuple[pygame.Rect, str]]:
        """Put the rows first..last-1 on the surface, `shift` pixels higher; what is written there, and where.

        `active` is the post whose tools show.
        """
        written: list[tuple[pygame.Rect, str]] = []
        bottom = 0
        for place in range(first, last):
            post_id, top = order.ids[place], order.top(place) - shift
            bottom = top + order.height(place)
            picture = self.made.get(post_id)
            if picture is None:
                _empty(look, on, top, bottom - top)
                continue
            on.blit(picture.surface, (0, top))
            written += [(area.move(0, top), text) for area, text in picture.written]
            if post_id in self._rolls:
                paint_roll(look, on, top, picture.figures, self._rolls[post_id], ground(look.theme, picture.row))
            if post_id == active:
                _tools(look, on, picture.row, bottom)
        if bottom < on.get_height():
            on.fill(look.theme.card, (0, bottom, on.get_width(), on.get_height() - bottom))
        return written

    def _painter(self, look: Look, surface: pygame.Surface) -> Painter:
        return Painter(look, surface, self._panel, (0, 0), marked=self.marked)


def tool_places(look: Look, width: int, bottom: int) -> tuple[pygame.Rect, pygame.Rect]:
    """Where the two tools of a row that ends at `bottom` of a feed stand: to pin, to hide."""
    side, right = look.px(TOOLS / 2), width - look.px(LEFT)
    top = bottom - look.px(TOP) - look.text.line_height("small") - look.px(2)
    return pygame.Rect(right - 2 * side, top, side, side), pygame.Rect(right - side, top, side, side)


def _tools(look: Look, on: pygame.Surface, row: FeedRow, bottom: int) -> None:
    """What can be done with the post pointed at: pin it, hide it."""
    side, theme = look.px(17), look.theme
    signs = ("pin" if row.pinned else _TOOL_ICONS[0], _TOOL_ICONS[1])
    inks = (theme.accent if row.pinned else theme.muted, theme.muted)
    for area, sign, ink in zip(tool_places(look, on.get_width(), bottom), signs, inks, strict=True):
        drawn = look.text.icon(sign, side, ink)
        on.blit(drawn, drawn.get_rect(center=area.center))


def _empty(look: Look, on: pygame.Surface, top: int, height: int) -> None:
    """A post that passes by faster than it is painted."""
    theme, left = look.theme, look.px(LEFT)
    area = pygame.Rect(0, top, on.get_width(), height)
    on.fill(theme.card, area)
    pygame.draw.rect(on, theme.sunken, (left, top + left, look.px(36), look.px(36)), border_radius=left)
    for rank, share in enumerate((0.4, 0.72, 0.6)):
        bar = pygame.Rect(left + look.px(48), top + left + rank * look.px(22), 0, look.px(12))
        bar.width = round((area.width - look.px(90)) * share)
        if bar.bottom < top + height - look.px(4):
            pygame.draw.rect(on, theme.sunken, bar, border_radius=look.px(4))
    on.fill(theme.line, (0, area.bottom - 1, area.width, 1))
