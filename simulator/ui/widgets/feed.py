"""The feed: posts as they come in, newest on top."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import pygame

from simulator.play.presenters.rows import FeedRow
from simulator.ui.spots import Command
from simulator.ui.widgets.controls import avatar, badge
from simulator.ui.widgets.painter import Painter
from simulator.ui.widgets.typesetting import Span

_SLIDE_SECONDS = 0.28
_LEFT, _TOP = 14, 11


class Feed:
    """Remembers which posts have been seen, so that new ones slide in and a reader's place is kept."""

    def __init__(self) -> None:
        self._known: tuple[str, ...] = ()
        self._slide = 0.0
        self._height = 0

    def arrived(self, painter: Painter, rows: tuple[FeedRow, ...], width: int) -> int:
        """The height of the posts that were not there before, 0 when the feed is another one altogether."""
        ids = tuple(row.post_id for row in rows)
        before, self._known = self._known, ids
        if not before or before == ids or before[0] not in ids:
            return 0
        fresh = rows[: ids.index(before[0])]
        return sum(row_height(painter, row, width) for row in fresh)

    def start_slide(self, height: int) -> None:
        self._slide, self._height = _SLIDE_SECONDS, height

    def pass_time(self, seconds: float) -> None:
        self._slide = max(0.0, self._slide - seconds)

    @property
    def shift(self) -> int:
        """How many pixels the content still stands above its place."""
        left = self._slide / _SLIDE_SECONDS
        return round(self._height * left * left * left)


def row_height(painter: Painter, row: FeedRow, width: int) -> int:
    """Pixels that `row` takes in a feed of `width`."""
    room = width - painter.px(_LEFT + 48 + 14)
    text = painter.text_height(row.text, room)
    return painter.px(_TOP) * 2 + painter.line_height() + text + painter.px(24)


def paint_feed(painter: Painter, rows: tuple[FeedRow, ...], shift: int, command: Callable[[FeedRow], Command]) -> None:
    """Every row from the top, `shift` pixels higher; only those in sight are drawn."""
    y = -shift
    for row in rows:
        height = row_height(painter, row, painter.width)
        area = pygame.Rect(0, y, painter.width, height)
        if painter.shows(y, height):
            paint_row(painter, row, area)
        else:
            painter.reach(area.bottom)
        painter.spot(f"post {row.post_id}", area.inflate(-painter.px(8), -painter.px(4)), command(row), "", "feed")
        y += height


def paint_row(painter: Painter, row: FeedRow, area: pygame.Rect, rule: bool = True) -> None:
    """One post: who, what, and the figures under it."""
    theme = painter.look.theme
    left, top = area.x + painter.px(_LEFT), area.y + painter.px(_TOP)
    if row.highlighted:
        painter.surface.fill(theme.raised, area.move(0, -painter.scrolled))
        painter.surface.fill(theme.accent, (area.x, area.y - painter.scrolled, painter.px(3), area.height))
    avatar(painter, left, top + painter.px(2), 36, row.initials, row.colour_key)
    left += painter.px(48)
    room = area.right - painter.px(14) - left
    label = painter.text_width(row.badge, "small", "semibold") + painter.px(20) if row.badge else 0
    who = (
        Span(row.author, "bold", theme.text),
        Span(f" {row.handle} · {row.age}", "regular", theme.muted),
    )
    name = painter.text(left, top, who, room - label, max_lines=1)
    if row.badge:
        badge(
            painter,
            name.right + painter.px(8),
            top + painter.line_height() // 2 + painter.px(1),
            row.badge,
            row.badge_kind,
        )
    top = painter.text(left, top + painter.line_height(), emphasised(row.text, theme.accent), room).bottom
    _figures(painter, row, left, top + painter.px(3), room)
    if rule:
        painter.rule(area.x, area.bottom - 1, area.width)


def _figures(painter: Painter, row: FeedRow, x: int, y: int, room: int) -> None:
    theme = painter.look.theme
    end = x + room
    for icon, figure in (
        ("comment_outline", row.replies),
        ("repeat_variant", row.reshares),
        ("heart_outline", row.likes),
    ):
        if figure:
            painter.icon(icon, x, y + painter.px(2), 15, theme.muted)
            shown = painter.text(x + painter.px(20), y, figure, end - x, "small", colour=theme.muted, max_lines=1)
            x = shown.right + painter.px(13)
    if row.heat and end - x > painter.px(50):
        painter.arrow(x, y + painter.px(4), row.heat_arrow, painter.px(10), theme.hot)
        shown = painter.text(
            x + painter.px(14), y, row.heat, end - x - painter.px(14), "small", "semibold", theme.hot, 1
        )
        x = shown.right + painter.px(12)
    if row.deadline and end - x > painter.px(60):
        painter.icon("timer_outline", x, y + painter.px(2), 15, theme.warm)
        shown = painter.text(
            x + painter.px(19), y, row.deadline, end - x - painter.px(19), "small", "semibold", theme.warm, 1
        )
        x = shown.right + painter.px(12)
    if row.note and end - x > painter.px(40):
        painter.text(x, y, row.note, end - x, "small", colour=theme.faint, max_lines=1)


@lru_cache(maxsize=4000)
def emphasised(text: str, accent: tuple[int, int, int]) -> tuple[Span, ...]:
    """`text` with @names in bold and #words in the accent."""
    spans: list[Span] = []
    plain = ""
    for rank, word in enumerate(text.split(" ")):
        space = " " if rank else ""
        if len(word) > 1 and word[0] in "@#":
            if plain or space:
                spans.append(Span(plain + space))
            spans.append(Span(word, "semibold", None) if word[0] == "@" else Span(word, None, accent))
            plain = ""
        else:
            plain += space + word
    if plain:
        spans.append(Span(plain))
    return tuple(spans)
