"""What posts of every look are made of: who speaks, what it is about, the words, and the figures under them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import pygame

from simulator.play.presenters.post_rows import FeedRow, QuotedRow
from simulator.play.presenters.sieve import plain
from simulator.ui.theme import Colour, Size, Weight
from simulator.ui.widgets.controls import badge
from simulator.ui.widgets.lines import Span
from simulator.ui.widgets.painter import Painter

TOOLS = 50
"""Points kept free on the right of the figures for what can be done with a post that is pointed at."""
_BETWEEN = 13
_CONTEXTS = {"reply": "reply", "follow": "arrow_right_bottom", "comment": "comment_text_outline"}


@dataclass(frozen=True)
class Figure:
    """A figure as it was painted, for what rolls when it changes: its place in the row, and the colour."""

    name: str
    text: str
    x: int
    y: int
    ink: Colour


@dataclass(frozen=True)
class Place:
    """The column in which a post is painted, in pixels; `room` is its width."""

    left: int
    top: int
    room: int

    def at(self, top: int) -> Place:
        """The same column from another row on."""
        return Place(self.left, top, self.room)


def who(painter: Painter, row: FeedRow, place: Place) -> int:
    """Name, handle, age and badge on one line: the handle goes first where there is no room, the age never."""
    theme = painter.look.theme
    taken = painter.text_width(row.badge, "small", "semibold") + painter.px(20) if row.badge else 0
    room = place.room - taken
    age = f"· {row.age}"
    space = painter.px(4)
    aged = painter.text_width(age) + space
    handle = f" {row.handle}"
    if painter.text_width(row.author, weight="bold") + painter.text_width(handle) + aged > room:
        handle = ""
    told = (Span(row.author, "bold", theme.text), Span(handle, "regular", theme.muted))
    shown = painter.text(place.left, place.top, told, max(painter.px(60), room - aged), max_lines=1)
    right = painter.text(shown.right + space, place.top, age, aged, colour=theme.muted, max_lines=1).right
    if row.badge:
        middle = place.top + painter.line_height() // 2 + painter.px(1)
        badge(painter, right + painter.px(8), middle, row.badge, row.badge_kind)
    return place.top + painter.line_height()


def context(painter: Painter, row: FeedRow, place: Place) -> int:
    """What the post answers, on a line of its own above it."""
    if not row.context:
        return place.top
    theme = painter.look.theme
    painter.icon(_CONTEXTS.get(row.relation, "reply"), place.left, place.top + painter.px(2), 14, theme.faint)
    shift = painter.px(19)
    return painter.text(
        place.left + shift, place.top, row.context, place.room - shift, "small", colour=theme.muted, max_lines=1
    ).bottom


def words(
    painter: Painter,
    text: str,
    place: Place,
    size: Size = "body",
    weight: Weight = "regular",
    ink: Colour | None = None,
) -> int:
    """What is said, with @names in bold, #words in the accent, and what was searched for marked; the row under it."""
    if not text:
        return place.top
    theme = painter.look.theme
    told = emphasised(text, theme.accent, theme.warm, painter.marked)
    return painter.text(place.left, place.top, told, place.room, size, weight, ink).bottom


def quote(painter: Painter, quoted: QuotedRow | None, place: Place) -> int:
    """The post that this one comments on, small, in a frame."""
    if quoted is None:
        return place.top
    theme = painter.look.theme
    top, pad = place.top + painter.px(6), painter.px(10)
    inner = place.room - 2 * pad
    name = (Span(quoted.author, "semibold", theme.text), Span(f" {quoted.handle}", "regular", theme.muted))
    line = painter.line_height("small")
    height = line + painter.text_height(quoted.text, inner, "small", max_lines=3) + 2 * painter.px(6)
    painter.box(pygame.Rect(place.left, top, place.room, height), theme.sunken, theme.line, 8)
    painter.text(place.left + pad, top + painter.px(6), name, inner, "small", max_lines=1)
    painter.text(
        place.left + pad, top + painter.px(6) + line, quoted.text, inner, "small", colour=theme.muted, max_lines=3
    )
    return top + height


def stars(painter: Painter, count: int, x: int, y: int, points: float = 17) -> int:
    """Five stars, `count` of them full; the column after them."""
    theme = painter.look.theme
    for rank in range(5):
        name, ink = ("star", theme.warm) if rank < count else ("star_outline", theme.faint)
        painter.icon(name, x, y, points, ink)
        x += painter.px(points)
    return x


def figures(painter: Painter, row: FeedRow, place: Place, rolled: list[Figure] | None = None) -> int:
    """Replies, shares, likes and what else stands under a post, in lines enough; the row under them."""
    y = place.top + painter.px(3)
    for line in _sign_lines(painter, row, place.room - painter.px(TOOLS)):
        left = place.left
        for name, icon, text, weight, ink in line:
            if icon in ("up", "down"):
                painter.arrow(left, y + painter.px(4), 1 if icon == "up" else -1, painter.px(10), ink)
                left += painter.px(15)
            elif icon:
                painter.icon(icon, left, y + painter.px(2), 15, ink)
                left += painter.px(20)
            if rolled is not None and name in ("replies", "reshares", "likes"):
                rolled.append(Figure(name, text, left, y, ink))
            room = max(painter.px(20), place.left + place.room - left)
            shown = painter.text(left, y, text, room, "small", weight, ink, 1)
            left = shown.right + painter.px(_BETWEEN)
        y += painter.line_height("small")
    return y


def _sign_lines(painter: Painter, row: FeedRow, room: int) -> list[list[tuple[str, str, str, Weight, Colour]]]:
    """The signs of a post in as many lines as they need."""
    lines: list[list[tuple[str, str, str, Weight, Colour]]] = [[]]
    taken = 0
    for sign in _signs(painter, row):
        width = painter.text_width(sign[2], "small", sign[3]) + painter.px(20 if sign[1] else 0)
        if lines[-1] and taken + width > room:
            lines.append([])
            taken = 0
        lines[-1].append(sign)
        taken += width + painter.px(_BETWEEN)
    return lines if lines[0] else []


def _signs(painter: Painter, row: FeedRow) -> list[tuple[str, str, str, Weight, Colour]]:
    """What stands under a post: (name, icon, text, weight, colour); the icon "up" or "down" is an arrow."""
    theme = painter.look.theme
    heat = "up" if row.heat_arrow > 0 else "down" if row.heat_arrow < 0 else "fire"
    aside = row.look in ("review", "comment")
    liked = "thumb_up_outline" if aside or row.look == "video" else "heart_outline"
    verified = row.badge_kind == "customer"
    told = ("check_decagram_outline", theme.good) if verified else ("help_circle_outline", theme.faint)
    signs: list[tuple[str, str, str, Weight, Colour]] = [
        ("views", "eye_outline", row.views, "regular", theme.muted),
        ("replies", "comment_outline", row.replies if not aside or row.replies != "0" else "", "regular", theme.muted),
        ("reshares", "repeat_variant", "" if aside else row.reshares, "regular", theme.muted),
        ("likes", liked, row.likes, "regular", theme.muted),
        ("heat", heat, row.heat, "semibold", theme.hot),
        ("deadline", "timer_outline", row.deadline, "semibold", theme.warm),
        ("thread", "forum_outline", row.thread, "semibold", theme.accent),
        ("mark", told[0], row.mark if row.look == "review" else "", "regular", told[1]),
        ("note", "", row.note, "regular", theme.faint),
    ]
    return [sign for sign in signs if sign[2]]


@lru_cache(maxsize=4000)
def emphasised(text: str, accent: Colour, found: Colour, marked: tuple[str, ...] = ()) -> tuple[Span, ...]:
    """`text` with @names in bold, #words in `accent`, and words that hold one of `marked` in bold and `found`."""
    spans: list[Span] = []
    quiet = ""
    for rank, word in enumerate(text.split(" ")):
        space = " " if rank else ""
        look = _look_of(word, accent, found, marked)
        if look is None:
            quiet += space + word
            continue
        if quiet or space:
            spans.append(Span(quiet + space))
        spans.append(Span(word, *look))
        quiet = ""
    if quiet:
        spans.append(Span(quiet))
    return tuple(spans)


def _look_of(
    word: str, accent: Colour, found: Colour, marked: tuple[str, ...]
) -> tuple[Weight | None, Colour | None] | None:
    """Weight and colour of a word that stands out, None for any other."""
    if marked and word and any(sign in plain(word) for sign in marked):
        return "bold", found
    if len(word) > 1 and word[0] in "@#":
        return ("semibold", None) if word[0] == "@" else (None, accent)
    return None
