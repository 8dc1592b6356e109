"""The feed: posts as they come in, newest on top."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import pygame

from simulator.play.presenters.rows import FeedRow
from simulator.ui.look import Look
from simulator.ui.spots import Command
from simulator.ui.theme import Colour, Weight
from simulator.ui.widgets import pictures
from simulator.ui.widgets.controls import avatar, badge
from simulator.ui.widgets.lines import Span
from simulator.ui.widgets.painter import Painter

_SLIDE_SECONDS = 0.28
_LEFT, _TOP = 14, 11
_PICTURE_GAP = 6


class Feed:
    """Remembers which posts have been seen, so that new ones slide in and a reader's place is kept."""

    def __init__(self) -> None:
        self._known: tuple[str, ...] = ()
        self._slide = 0.0
        self._height = 0
        self._measured: tuple[Look, int, tuple[FeedRow, ...]] | None = None
        self._heights: tuple[int, ...] = ()

    def heights(self, painter: Painter, rows: tuple[FeedRow, ...], width: int) -> tuple[int, ...]:
        """How tall each row is, measured once for the same rows."""
        measured = self._measured
        if measured is None or measured[:2] != (painter.look, width) or measured[2] is not rows:
            self._heights = tuple(row_height(painter, row, width) for row in rows)
            self._measured = (painter.look, width, rows)
        return self._heights

    def arrived(self, painter: Painter, rows: tuple[FeedRow, ...], width: int) -> int:
        """The height of the posts that were not there before, 0 when the feed is another one altogether."""
        ids = tuple(row.post_id for row in rows)
        before, self._known = self._known, ids
        if not before or before == ids or before[0] not in ids:
            return 0
        return sum(self.heights(painter, rows, width)[: ids.index(before[0])])

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
    signs = painter.line_height("small") * len(_sign_lines(painter, row, room))
    picture = painter.px(pictures.HEIGHT + _PICTURE_GAP) if row.picture is not None else 0
    return painter.px(_TOP) * 2 + painter.line_height() + text + picture + painter.px(5) + signs


def paint_feed(
    painter: Painter,
    rows: tuple[FeedRow, ...],
    heights: tuple[int, ...],
    shift: int,
    command: Callable[[FeedRow], Command],
) -> None:
    """Every row from the top, `shift` pixels higher; only those in sight are drawn."""
    y = -shift
    for row, height in zip(rows, heights, strict=True):
        area = pygame.Rect(0, y, painter.width, height)
        if painter.shows(y, height):
            paint_row(painter, row, area)
        else:
            painter.reach(area.bottom)
        painter.spot(f"post {row.post_id}", area.inflate(-painter.px(8), -painter.px(4)), command(row), "", "feed")
        y += height


def paint_row(painter: Painter, row: FeedRow, area: pygame.Rect, in_feed: bool = True) -> None:
    """One post: who, what, and the figures under it; in the feed with its line below and its mark."""
    theme = painter.look.theme
    left, top = area.x + painter.px(_LEFT), area.y + painter.px(_TOP)
    if row.highlighted and in_feed:
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
    if row.picture is not None:
        place = pygame.Rect(left, top + painter.px(_PICTURE_GAP), room, painter.px(pictures.HEIGHT))
        top = pictures.paint_picture(painter, row.picture, place)
    _figures(painter, row, left, top + painter.px(3), room)
    if in_feed:
        painter.rule(area.x, area.bottom - 1, area.width)


def _signs(painter: Painter, row: FeedRow) -> list[tuple[str, str, Weight, Colour]]:
    """What stands under a post: (icon, text, weight, colour); the icon "up" or "down" is an arrow."""
    theme = painter.look.theme
    heat = "up" if row.heat_arrow > 0 else "down" if row.heat_arrow < 0 else "fire"
    signs: list[tuple[str, str, Weight, Colour]] = [
        ("comment_outline", row.replies, "regular", theme.muted),
        ("repeat_variant", row.reshares, "regular", theme.muted),
        ("heart_outline", row.likes, "regular", theme.muted),
        (heat, row.heat, "semibold", theme.hot),
        ("timer_outline", row.deadline, "semibold", theme.warm),
        ("", row.note, "regular", theme.faint),
    ]
    return [sign for sign in signs if sign[1]]


def _sign_lines(painter: Painter, row: FeedRow, room: int) -> list[list[tuple[str, str, Weight, Colour]]]:
    """The signs of a post in as many lines as they need."""
    lines: list[list[tuple[str, str, Weight, Colour]]] = [[]]
    taken = 0
    for sign in _signs(painter, row):
        width = painter.text_width(sign[1], "small", sign[2]) + painter.px(33 if sign[0] else 13)
        if lines[-1] and taken + width - painter.px(13) > room:
            lines.append([])
            taken = 0
        lines[-1].append(sign)
        taken += width
    return lines


def _figures(painter: Painter, row: FeedRow, x: int, y: int, room: int) -> None:
    for line in _sign_lines(painter, row, room):
        left = x
        for icon, text, weight, ink in line:
            if icon in ("up", "down"):
                painter.arrow(left, y + painter.px(4), 1 if icon == "up" else -1, painter.px(10), ink)
                left += painter.px(15)
            elif icon:
                painter.icon(icon, left, y + painter.px(2), 15, ink)
                left += painter.px(20)
            shown = painter.text(left, y, text, x + room - left, "small", weight, ink, 1)
            left = shown.right + painter.px(13)
        y += painter.line_height("small")


@lru_cache(maxsize=4000)
def emphasised(text: str, accent: Colour) -> tuple[Span, ...]:
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
