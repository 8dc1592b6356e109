"""How posts look on each kind of channel; each gives the row under what it painted.

Painted on a scrap, the same code measures: what is measured is what is drawn.
"""

from __future__ import annotations

from collections.abc import Callable

import pygame

from simulator.play.presenters.post_rows import FeedRow, PostLook
from simulator.ui.theme import Colour
from simulator.ui.widgets import pictures, thumbnails
from simulator.ui.widgets.controls import avatar
from simulator.ui.widgets.painter import Painter
from simulator.ui.widgets.post_parts import Figure, Place, context, figures, quote, stars, who, words

Look = Callable[[Painter, FeedRow, Place, list[Figure] | None], int]
_AVATAR, _SMALL_AVATAR, _BESIDE = 36, 28, 12
_GAP = 6


def paint_look(painter: Painter, row: FeedRow, place: Place, rolled: list[Figure] | None = None) -> int:
    """The post in its look within the column `place`, its picture on the left included."""
    return _LOOKS[row.look](painter, row, place, rolled)


def _beside(painter: Painter, place: Place, points: float) -> Place:
    """The column on the right of an avatar or a masthead of `points`."""
    shift = painter.px(points + _BESIDE)
    return Place(place.left + shift, place.top, place.room - shift)


def _microblog(painter: Painter, row: FeedRow, place: Place, rolled: list[Figure] | None) -> int:
    top = context(painter, row, _beside(painter, place, _AVATAR))
    avatar(painter, place.left, top + painter.px(2), _AVATAR, row.initials, row.colour_key)
    column = _beside(painter, place, _AVATAR).at(top)
    top = words(painter, row.text, column.at(who(painter, row, column)))
    top = quote(painter, row.quoted, column.at(_picture(painter, row, column.at(top))))
    return figures(painter, row, column.at(top), rolled)


def _video(painter: Painter, row: FeedRow, place: Place, rolled: list[Figure] | None) -> int:
    top = context(painter, row, _beside(painter, place, _AVATAR))
    avatar(painter, place.left, top + painter.px(2), _AVATAR, row.initials, row.colour_key)
    column = _beside(painter, place, _AVATAR).at(top)
    top = who(painter, row, column) + painter.px(4)
    area = pygame.Rect(column.left, top, column.room, painter.px(thumbnails.HEIGHT))
    painter.reach(area.bottom)
    if painter.shows(area.y, area.height):
        thumbnails.paint_video(painter, area, row)
    top = words(painter, row.text, column.at(area.bottom + painter.px(_GAP)), weight="semibold")
    return figures(painter, row, column.at(top), rolled)


def _comment(painter: Painter, row: FeedRow, place: Place, rolled: list[Figure] | None) -> int:
    """Small, under the title of what it comments on."""
    theme = painter.look.theme
    inner = Place(place.left + painter.px(14), place.top, place.room - painter.px(14))
    top = (
        context(painter, row, inner) if row.context else _mark(painter, row, inner, "comment_text_outline", theme.muted)
    )
    avatar(painter, inner.left, top + painter.px(3), _SMALL_AVATAR, row.initials, row.colour_key)
    column = _beside(painter, inner, _SMALL_AVATAR).at(top)
    top = words(painter, row.text, column.at(who(painter, row, column)))
    bottom = figures(painter, row, column.at(_picture(painter, row, column.at(top))), rolled)
    bar = pygame.Rect(place.left, place.top + painter.px(2), max(2, painter.px(3)), bottom - place.top - painter.px(4))
    painter.box(bar, theme.line, None, 1.5)
    return bottom


def _review(painter: Painter, row: FeedRow, place: Place, rolled: list[Figure] | None) -> int:
    """The stars first, then the title, then who and what."""
    top = context(painter, row, _beside(painter, place, _AVATAR))
    avatar(painter, place.left, top + painter.px(2), _AVATAR, row.initials, row.colour_key)
    column = _beside(painter, place, _AVATAR).at(top)
    right = stars(painter, row.stars, column.left, top + painter.px(2))
    room = column.left + column.room - right - painter.px(8)
    title = row.title or f"{row.stars}/5"
    if painter.text_width(title, weight="bold") <= room:
        painter.text(right + painter.px(8), top, title, room, weight="bold", max_lines=1)
        top += painter.line_height()
    else:
        top = painter.text(
            column.left, top + painter.line_height(), title, column.room, weight="bold", max_lines=1
        ).bottom
    top = words(painter, row.text, column.at(who(painter, row, column.at(top))))
    top = _picture(painter, row, column.at(top))
    return figures(painter, row, column.at(top), rolled)


def _masthead(painter: Painter, row: FeedRow, place: Place) -> None:
    """A square instead of a face: it is a paper that speaks."""
    theme = painter.look.theme
    side = painter.px(_AVATAR)
    area = pygame.Rect(place.left, place.top + painter.px(2), side, side)
    painter.box(area, theme.text, None, 5)
    top = area.centery - painter.line_height("heading") // 2
    painter.text(area.x, top, row.initials[:2], side, "heading", "bold", theme.card, 1, "centre")


def _outlet(painter: Painter, row: FeedRow, place: Place) -> int:
    """The name of a paper as it stands on its front page, and its age on the right."""
    theme = painter.look.theme
    aged = painter.text_width(row.age, "small") + painter.px(10)
    painter.text(place.left, place.top, row.age, place.room, "small", colour=theme.muted, align="right", max_lines=1)
    painter.caption(place.left, place.top, row.author, place.room - aged, theme.text)
    return place.top + painter.line_height("small")


def _article(painter: Painter, row: FeedRow, place: Place, rolled: list[Figure] | None) -> int:
    theme = painter.look.theme
    _masthead(painter, row, place)
    column = _beside(painter, place, _AVATAR)
    top = _outlet(painter, row, column)
    top = words(painter, row.title, column.at(top), "heading", "bold")
    top = words(painter, row.text, column.at(top + painter.px(1)), ink=theme.muted)
    top = _picture(painter, row, column.at(top))
    if row.context:
        top = context(painter, row, column.at(top + painter.px(2)))
    return figures(painter, row, column.at(top), rolled)


def _inquiry(painter: Painter, row: FeedRow, place: Place, rolled: list[Figure] | None) -> int:
    """What the press asks: not published yet, addressed to whoever answers."""
    theme = painter.look.theme
    _masthead(painter, row, place)
    column = _beside(painter, place, _AVATAR)
    top = _mark(painter, row, column.at(_outlet(painter, row, column)), "microphone_outline", theme.notable)
    top = words(painter, row.text, column.at(top + painter.px(1)))
    return figures(painter, row, column.at(_picture(painter, row, column.at(top))), rolled)


def _statement(painter: Painter, row: FeedRow, place: Place, rolled: list[Figure] | None) -> int:
    """A sheet of paper with its letterhead."""
    theme = painter.look.theme
    top = context(painter, row, _beside(painter, place, _AVATAR))
    avatar(painter, place.left, top + painter.px(2), _AVATAR, row.initials, row.colour_key)
    column = _beside(painter, place, _AVATAR).at(top)
    top = who(painter, row, column) + painter.px(3)
    pad = painter.px(12)
    inner = Place(column.left + pad, top + painter.px(8), column.room - 2 * pad)
    tall = painter.text_height(row.text, inner.room) + painter.line_height("small") + painter.px(22)
    painter.box(pygame.Rect(column.left, top, column.room, tall), theme.sunken, theme.line_strong, 4)
    head = painter.caption(inner.left, inner.top, row.mark, inner.room, theme.muted).bottom
    painter.rule(inner.left, head + painter.px(2), inner.room)
    words(painter, row.text, inner.at(head + painter.px(6)))
    return figures(painter, row, column.at(top + tall), rolled)


def _bubble(painter: Painter, row: FeedRow, place: Place, rolled: list[Figure] | None) -> int:
    """The chat inside the house: its room on the right, the words in a bubble."""
    theme = painter.look.theme
    top = context(painter, row, _beside(painter, place, _SMALL_AVATAR))
    avatar(painter, place.left, top + painter.px(1), _SMALL_AVATAR, row.initials, row.colour_key)
    column = _beside(painter, place, _SMALL_AVATAR).at(top)
    room = painter.text_width(row.mark, "small", "semibold") + painter.px(10)
    named = painter.text_width(row.author, weight="bold")
    least = named + painter.text_width(f"· {row.age}{row.badge}") + painter.px(36)
    if room + least < column.room:
        painter.text(
            column.left, top + painter.px(1), row.mark, column.room, "small", "semibold", theme.accent, 1, "right"
        )
        top = who(painter, row, Place(column.left, top, column.room - room)) + painter.px(2)
    else:
        top = who(painter, row, column) + painter.px(2)
    top = _framed(painter, row, column.at(top), theme.chosen if row.badge_kind == "you" else theme.raised, theme.line)
    return figures(painter, row, column.at(_picture(painter, row, column.at(top))), rolled)


def _private(painter: Painter, row: FeedRow, place: Place, rolled: list[Figure] | None) -> int:
    """A sealed message: nobody else reads it."""
    return _sealed(painter, row, place, "lock_outline", painter.look.theme.accent, rolled)


def _line(painter: Painter, row: FeedRow, place: Place, rolled: list[Figure] | None) -> int:
    """The authorities' own line."""
    return _sealed(painter, row, place, "shield_outline", painter.look.theme.notable, rolled)


def _sealed(painter: Painter, row: FeedRow, place: Place, sign: str, ink: Colour, rolled: list[Figure] | None) -> int:
    top = _mark(painter, row, _beside(painter, place, _AVATAR), sign, ink)
    top = context(painter, row, _beside(painter, place, _AVATAR).at(top))
    avatar(painter, place.left, top + painter.px(2), _AVATAR, row.initials, row.colour_key)
    column = _beside(painter, place, _AVATAR).at(top)
    top = who(painter, row, column) + painter.px(2)
    top = _framed(painter, row, column.at(top), painter.look.theme.sunken, ink)
    return figures(painter, row, column.at(top), rolled)


def _framed(painter: Painter, row: FeedRow, place: Place, fill: Colour, edge: Colour) -> int:
    """The words in a rounded frame, no wider than they need."""
    pad = painter.px(11)
    height = painter.text_height(row.text, place.room - 2 * pad) + 2 * painter.px(7)
    painter.box(pygame.Rect(place.left, place.top, place.room, height), fill, edge, 11)
    words(painter, row.text, Place(place.left + pad, place.top + painter.px(7), place.room - 2 * pad))
    return place.top + height


def _mark(painter: Painter, row: FeedRow, place: Place, sign: str, ink: Colour) -> int:
    """What kind of post it is, with its sign, on one line."""
    if not row.mark:
        return place.top
    painter.icon(sign, place.left, place.top + painter.px(2), 15, ink)
    shift = painter.px(20)
    return painter.text(place.left + shift, place.top, row.mark, place.room - shift, "small", "semibold", ink, 1).bottom


def _picture(painter: Painter, row: FeedRow, place: Place) -> int:
    if row.picture is None:
        return place.top
    area = pygame.Rect(place.left, place.top + painter.px(_GAP), place.room, painter.px(pictures.HEIGHT))
    painter.reach(area.bottom)
    if painter.shows(area.y, area.height):
        pictures.paint_picture(painter, row.picture, area)
    return area.bottom


_LOOKS: dict[PostLook, Look] = {
    "microblog": _microblog,
    "video": _video,
    "comment": _comment,
    "review": _review,
    "article": _article,
    "inquiry": _inquiry,
    "statement": _statement,
    "bubble": _bubble,
    "private": _private,
    "line": _line,
}
